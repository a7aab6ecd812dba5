"""Which line of a report is what: every text here is invented, in the layouts that ministries and agencies use."""

from itertools import pairwise

import pytest

from communique.read.layout import lay_out

LEAD = "Foreign Minister Pavel Orlenko met with his Marovian counterpart on Tuesday."


def kinds(text, title=None):
    return [block.kind for block in lay_out(text, title).blocks]


def words(text, title=None):
    return [(b.kind, text[b.start : b.end]) for b in lay_out(text, title).blocks]


def body(text, title=None):
    return [text[b.start : b.end] for b in lay_out(text, title).blocks if b.kind in ("body", "intro", "item")]


DATELINES = [
    "BEIJING, May 20 (Xinhua) -- ",
    "BEIJING, May 20 -- ",
    "ULAN BATOR, Oct. 3 (Xinhua) — ",
    "Hanoi (VNA) – ",
    "Hanoi, March 17 (VNA) - ",
    "Hanoi, (VNA) – ",
    "HÀ NỘI – ",
    "HCM City (VNA) – ",
    "(ANSA) - ROME, MAY 3 - ",
    "(ANSA) - Rome, May 3 - ",
    "ROME, 3 MAY (ANSA) - ",
    "Riyadh, Ramadan 12, 1440, May 17, 2019, SPA -- ",
    "Riyadh, March 28, 2023, SPA -- ",
    "Jeddah, SPA -- ",
    "ABU DHABI, 4th November, 2020 (WAM) -- ",
    "ABU DHABI, 4th November 2020 (WAM) — ",
    "KUWAIT, Nov 6 (KUNA) -- ",
    "DOHA, July 14 (QNA) - ",
    "Muscat, 12 Jan (ONA) --- ",
    "Amman, Feb. 2 (Petra) -- ",
    "CAIRO, March 1 (MENA) - ",
    "MOSCOW, September 12. /TASS/. ",
    "MOSCOW, September 12 (Itar-Tass) - ",
    "TOKYO, Aug. 9 (Kyodo) -- ",
    "TOKYO (Kyodo) -- ",
    "SEOUL, April 30 (Yonhap) -- ",
    "KYIV. October 11 (Ukrinform). ",
    "BAKU, Azerbaijan, June 1. ",
    "Astana. March 3. KazTAG - ",
    "ASTANA. KAZINFORM - ",
    "VIENTIANE (KPL) ",
    "(KPL) ",
    "GENEVA (AP) — ",
    "OTTAWA, Ontario (AP) -- ",
    "BRUSSELS (Reuters) - ",
    "London, 4 May (Reuters) – ",
    "New Delhi, May 3 (ANI): ",
    "New Delhi [India], May 3 (ANI): ",
    "New Delhi, May 3 (PTI) ",
    "ISLAMABAD, May 3 (APP): ",
    "ISLAMABAD (APP) - ",
    "ISLAMABAD: ",
    "New Delhi: ",
    "Washington/New Delhi: ",
    "COLOMBO, June 2: ",
    "KATHMANDU, June 2 (RSS): ",
    "DHAKA, June 2, 2019 (BSS) - ",
    "JAKARTA (ANTARA) - ",
    "Jakarta, 3 May 2017 — ",
    "KUALA LUMPUR, June 2 (Bernama) -- ",
    "MANILA, 03 August 2016 – ",
    "MANILA 03 August 2016 – ",
    "PASAY CITY, 12 July 2021 – ",
    "BANGKOK, 2 June (TNA) - ",
    "NEW YORK, 21 September 2004 -- ",
    "Brussels, 3 May 2011 – ",
    "(Brussels, 3 May 2011) ",
    "Bern, 03.05.2011 - ",
    "Abuja, Nigeria, 4 June 2015 - ",
    "Addis Ababa, 4 June 2015 (ENA) ",
    "ADDIS ABABA (ENA) -- ",
    "Kigali, 4 June 2015: ",
    "Havana, May 3 (Prensa Latina) ",
    "HAVANA, Cuba, May 3 (ACN) ",
    "ANKARA, June 2 (AA) - ",
    "PYONGYANG, June 2 (KCNA) -- ",
    "Phnom Penh (AKP), June 2, 2012 -- ",
    "Ljubljana, 3 May (STA) - ",
    "BUCHAREST, May 3 (Agerpres) - ",
    "WARSAW, May 3 (PAP) - ",
    "Port Moresby: Tuesday, 4 June 2019 - ",
    "SUVA, 4 June 2019 – ",
    "Wednesday, 4 June 2019, Colombo – ",
    "Tunis, 4 June (TAP) - ",
    "Algiers, June 4, 2019 (APS) - ",
    "Accra, June 4, GNA - ",
    "WINDHOEK, 4 JUNE 2019 – ",
    "Ashgabat, 4 June 2019 (TDH). ",
]


@pytest.mark.parametrize("line", DATELINES)
def test_a_dateline_is_no_part_of_the_lead(line):
    text = (
        "A headline that says what happened\n\n"
        + line
        + LEAD
        + " They agreed to meet again.\n\nThe talks were friendly.\n"
    )
    laid = lay_out(text, None, {"ISLAMABAD", "Washington", "New Delhi", "COLOMBO, June 2"}.__contains__)
    lead = next(b for b in laid.blocks if b.kind == "body")
    assert text[lead.start : lead.end].startswith("Foreign Minister Pavel"), line
    assert laid.dateline is not None
    assert laid.dateline.strip(" .:-–—()/").split()[0].strip("(,.") in line


@pytest.mark.parametrize(
    "line",
    [
        "Hanoi, 3 May 2011",
        "3 May 2011",
        "Tuesday, 3 May 2011",
        "May 3, 2011",
        "2011-05-03",
        "03.05.2011",
        "03/05/2011",
        "Published 3 May 2011",
        "Published: 3 May 2011",
        "Date: 3 May 2011",
        "Updated: May 3, 2011",
        "3 May 2011, 14:30",
        "2011-05-03 14:30",
        "May 3, 2011 14:30",
        "Washington, D.C., May 3, 2011",
        "Washington, DC",
        "Release date: May 3, 2011",
        "First published: 3 May 2011",
        "Posted on May 3, 2011",
        "May 03, 2011",
        "03 May, 2011",
        "Tuesday 3rd May 2011",
    ],
)
def test_a_line_that_only_says_place_and_day_is_no_body(line):
    text = (
        "Talks held in the capital\n"
        + line
        + "\n\n"
        + LEAD
        + " They agreed to meet again.\n\nThe talks were friendly.\n"
    )
    assert body(text) == [LEAD + " They agreed to meet again.", "The talks were friendly."]
    if any(c.isdigit() for c in line):
        assert lay_out(text).dateline is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "On May 3 the two ministers met in the capital - their third meeting - and agreed to continue.",
        "In Geneva, the ministers met: a first.",
        "The ministers met on 3 May 2011: it was their first meeting.",
        'Minister Orlenko said: "We will build the bridge."',
        "Marovia - a landlocked country - will host the next round.",
        "President Orlenko: the bridge will be built.",
        "China and Laos — good neighbours — will build the bridge.",
        "Beijing and Hanoi - both members - will build the bridge.",
        "Trade between the two countries reached USD 3 billion in 2019.",
    ],
)
def test_a_sentence_is_no_dateline(sentence):
    text = "Talks held in the capital\n\n" + sentence + "\n\nThe talks were friendly.\n"
    assert body(text)[0] == sentence or body(text)[0] in sentence.replace("President Orlenko: ", "")
    assert lay_out(text).dateline is None


def test_title_from_the_first_line():
    text = "Orlenko meets Vasari\n\nThe two ministers met.\n"
    assert words(text)[0] == ("title", "Orlenko meets Vasari")


def test_title_with_a_full_stop_from_elsewhere():
    text = "Statement by the U.S.\n\nThe two ministers met.\n"
    assert kinds(text, "Statement by the U.S.") == ["title", "body"]


def test_a_question_as_title():
    assert kinds("Who will mediate?\n\nThe two ministers met.\nThey will meet again.\n") == ["title", "body", "body"]


def test_seed_title_line_tells_title_and_day():
    text = " date 2014-06-03 Orlenko meets Vasari in Brno\nThe two ministers met.\n"
    laid = lay_out(text)
    assert (laid.title, laid.title_date) == ("Orlenko meets Vasari in Brno", "2014-06-03")
    assert [b.kind for b in laid.blocks] == ["title", "body"]


def test_a_report_without_a_title():
    assert kinds(LEAD + "\n\nThe talks were friendly.\n") == ["body", "body"]


def test_no_lines_at_all():
    assert kinds("") == []
    assert kinds(" \n \n") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Minister Orlenko (left) shakes hands with Minister Vasari. (Photo: MFA)",
        "Minister Orlenko and Minister Vasari at the signing. Photo by Ana Brito",
        "(Photo: Government Press Office)",
        "Photo: Ana Brito/Marovia News",
        "Minister Orlenko greets Minister Vasari in Brno. (Xinhua/Ren Lu)",
        "Minister Orlenko greets Minister Vasari in Brno. [Photo/Marovia News]",
        "Minister Orlenko greets Minister Vasari in Brno. — VNA/VNS Photo",
        "Minister Orlenko (R) greets Minister Vasari (L) in Brno. (Source: VNA)",
        "Photo Credit: Ministry of Foreign Affairs",
        "Image: Prime Minister's Office",
        "File photo of Minister Orlenko.",
        "Minister Orlenko (left) and Minister Vasari (right) in Brno. (AFP)",
        "Pavel Orlenko, Marovia's foreign minister, arrives for talks. Photograph: Ana Brito",
    ],
)
def test_a_caption_is_no_body(caption):
    text = "Talks held in the capital\n\n" + caption + "\n\n" + LEAD + "\n\nThe talks were friendly.\n"
    assert body(text) == [LEAD, "The talks were friendly."]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Brito", "By Ana Brito, Marovia News", "by Ana Brito and Luis Quiroga", "BY ANA BRITO", "By Our Correspondent", "By Staff Reporter", "By ANI | Updated: May 3, 2021 23:25 IST",
        "By a staff writer",
    ],
)  # fmt: skip
def test_a_byline_is_no_body(line):
    text = "Talks held in the capital\n" + line + "\n\n" + LEAD + "\n\nThe talks were friendly.\n"
    assert body(text) == [LEAD, "The talks were friendly."]


@pytest.mark.parametrize(
    "line",
    [
        "###", "***", "* * *", "---", "ENDS", "End", "- End -", "-END-", "(END)", "[End]", "/End/", "//", "// END //", "-30-", "—End—", "Source: MFA", "Source: Marovia News Agency.", "Tags: talks, Brno", "Press release",
        "PRESS RELEASE", "For immediate release", "Media enquiries:", "Media contact: Ana Brito", "For further information, please contact the press office.", "press@mfa.example", "Tel: +420 555 0123",
        "www.mfa.example", "https://mfa.example/news", "© 2011 Ministry of Foreign Affairs", "Copyright 2011 Marovia News. All rights reserved.", "Share this page", "Read more: Orlenko in Brno", "Related news",
        "Unofficial translation", "(Unofficial translation)", "Courtesy translation from Marovian.", "All rights reserved.", "Print", "Follow us on Twitter @MarovianMFA", "Editor: Ana Brito", "Back to top", "Annexes", "Office of the Spokesperson", "Also read: Orlenko in Brno",
        "Disclaimer: this text was not edited.", "(With inputs from agencies)", "(With agency inputs)", "Translated by the press service", "Note: this is an unofficial translation.", "[unofficial translation]", "ML/AB", "Published by the Press Service.", "Advertisement", "Comments", "Print this page", "Contact", "Subscribe to our newsletter",
        "Check against delivery.", "(Check against delivery)", "Last updated: 3 May 2011", "Reference: 2011/304", "Press Release No. 15/2011", "No. 15/2011", "20:15 Local Time 17:15 GMT", "www.spa.gov.example/1234",
    ],
)  # fmt: skip
def test_boilerplate_is_no_body(line):
    text = "Talks held in the capital\n\n" + LEAD + "\n\nThe talks were friendly.\n\n" + line + "\n"
    assert body(text) == [LEAD, "The talks were friendly."]


@pytest.mark.parametrize(
    "mark",
    [
        "./.",
        " /.",
        "./",
        " (end)",
        "(END)",
        " -- SPA",
        " // SPA",
        " ENDS",
        " (ANI)",
        " (PTI)",
        " - KUNA",
        " – VNA",
        " – VNA/VNS",
        " (VNA)",
        " [MNA]",
        " /BelTA/",
        " --IRNA--",
    ],
)
def test_a_mark_at_the_end_of_the_last_sentence_does_no_harm(mark):
    text = (
        "Talks held in the capital\n\n"
        + LEAD
        + "\n\nThe two sides agreed to build the bridge"
        + (mark if mark[0] == "." else "." + mark)
        + "\n"
    )
    assert body(text)[-1].startswith("The two sides agreed to build the bridge")


def test_notes_are_told_apart():
    text = "Talks\n\n" + LEAD + "\n\nNotes to editors\n\nMarovia joined in 1999.\n"
    laid = lay_out(text)
    assert [b.kind for b in laid.blocks] == ["title", "body", "heading", "body"]
    assert laid.blocks[-1].label == "notes"


@pytest.mark.parametrize(
    "heading",
    [
        "Notes for editors:",
        "Background",
        "Background:",
        "Further information",
        "Editor's note",
        "Editor’s Notes:",
        "Background information",
    ],
)
def test_kinds_of_notes(heading):
    text = "Talks\n\n" + LEAD + "\n\n" + heading + "\n\nMarovia joined in 1999.\n"
    assert lay_out(text).blocks[-1].label == "notes"


@pytest.mark.parametrize(
    "mark",
    [
        "-",
        "–",
        "—",
        "•",
        "*",
        "·",
        "▪",
        "○",
        "●",
        "‣",
        "►",
        "1.",
        "1)",
        "(1)",
        "a)",
        "(a)",
        "i)",
        "(i)",
        "+",
        "o",
        "§",
        "✓",
        "■",
        "□",
        "➢",
        "→",
        "a.",
        "A.",
        "⦁",
        "\u2043",
        "\uf0b7",
    ],
)
def test_a_list_below_its_opening(mark):
    follow = {
        "1.": "2.",
        "1)": "2)",
        "(1)": "(2)",
        "a)": "b)",
        "(a)": "(b)",
        "i)": "ii)",
        "(i)": "(ii)",
        "a.": "b.",
        "A.": "B.",
    }.get(mark, mark)
    text = f"Talks\n\nThe two sides agreed to:\n\n{mark} build a bridge;\n{follow} open a consulate;\n{follow} train diplomats.\n\nThe talks were friendly.\n"
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "intro", "item", "item", "item", "body"]
    assert [text[b.start : b.end] for b in blocks[2:5]] == ["build a bridge;", "open a consulate;", "train diplomats."]
    assert all(b.intro is blocks[1] for b in blocks[2:5])
    assert blocks[5].intro is None


def test_a_nested_list():
    text = (
        "Talks\n\nThe two sides agreed to:\n\n1. cooperate in trade, in particular:\n   a) build a bridge;\n   b) open a customs post;\n"
        "2. train diplomats.\n\nThe talks were friendly.\n"
    )
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "intro", "intro", "item", "item", "item", "body"]
    assert blocks[3].intro is blocks[2]
    assert blocks[4].intro is blocks[2]
    assert blocks[5].intro is blocks[1]


def test_numbered_paragraphs_are_no_list():
    text = "Joint statement\n\n1. The two leaders met in Brno.\n\n2. They agreed to build a bridge.\n\n3. They thanked their hosts.\n"
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "body", "body", "body"]
    assert [text[b.start : b.end] for b in blocks[1:]] == [
        "The two leaders met in Brno.",
        "They agreed to build a bridge.",
        "They thanked their hosts.",
    ]


def test_numbered_paragraphs_with_a_list_in_one():
    text = (
        "Joint statement\n\n1. The two leaders met in Brno.\n\n2. They agreed on the following:\n\n(a) to build a bridge;\n(b) to open a consulate.\n\n"
        "3. They thanked their hosts.\n"
    )
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "body", "intro", "item", "item", "body"]
    assert blocks[3].intro is blocks[2]
    assert blocks[5].intro is None


def test_headings_between_paragraphs():
    text = "Joint statement\n\nPolitical cooperation\n\nThe two sides agreed to meet yearly.\n\nI. Trade\n\nThe two sides agreed to build a bridge.\n\nTRADE AND INVESTMENT:\n\nThe two sides will sign a treaty.\n"
    assert body(text) == [
        "The two sides agreed to meet yearly.",
        "The two sides agreed to build a bridge.",
        "The two sides will sign a treaty.",
    ]


def test_numbered_headings_are_no_body():
    text = "Joint statement\n\n1. Political cooperation\n\nThe two sides agreed to meet yearly.\n\n2. Trade\n\nThe two sides agreed to build a bridge.\n"
    assert body(text)[-1] == "The two sides agreed to build a bridge."
    assert "The two sides agreed to meet yearly." in body(text)


def test_quotes_attributable():
    text = (
        'Talks\n\nQuotes attributable to Minister Orlenko:\n\n"We will build the bridge."\n\n"It will open in May."\n'
    )
    blocks = lay_out(text).blocks
    assert [b.turn for b in blocks if b.kind == "body"] == ["Minister Orlenko", "Minister Orlenko"]


def test_a_transcript():
    text = (
        "Press conference of the spokesperson\n\nMs. Ana Brito: Good morning. The minister will visit Brno on May 3.\n\n"
        "Marovia News: Will the bridge be built?\n\nAna Brito: It will. We have decided.\n\nWe thank our partners.\n\nMarovia News: And when?\n\nAna Brito: Next year.\n"
    )
    blocks = lay_out(text).blocks
    assert [(b.kind, b.turn) for b in blocks[1:]] == [
        ("body", "Ms. Ana Brito"), ("question", "Marovia News"), ("body", "Ana Brito"), ("body", "Ana Brito"), ("question", "Marovia News"), ("body", "Ana Brito"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("Q: ", "A: "),
        ("QUESTION: ", "MS. BRITO: "),
        ("Question: ", "Minister Orlenko: "),
        ("Q. ", "A. "),
        ("Q:", "A:"),
        ("Reporter: ", "Spokesperson: "),
        ("Journalist: ", "Pavel Orlenko: "),
        pytest.param("Q ", "A ", marks=pytest.mark.xfail(reason="a bare A is an article too")),
        ("Marovia TV: ", "Lin Yue: "),
    ],
)
def test_turns_by_their_labels(asks, tells):
    text = f"Press conference on May 3\n\n{asks}Will Marovia build the bridge?\n\n{tells}Marovia will build it.\n\n{asks}What is the date?\n\n{tells}It has not been set.\n"
    assert kinds(text)[1:] == ["question", "body", "question", "body"]
    assert body(text) == ["Marovia will build it.", "It has not been set."]


def test_a_chronicle_tells_days():
    text = "Chronicle of relations\n\nApril 13. The two ministers met in Brno.\n\nMay 2. A treaty was signed.\n\nJune 1, 1997: The bridge was opened.\n"
    blocks = lay_out(text).blocks
    assert [b.date for b in blocks[1:]] == ["April 13", "May 2", "June 1, 1997"]


@pytest.mark.parametrize(
    "label",
    [
        "13 April – ",
        "13 April: ",
        "April 13, 1997 — ",
        "13 April 1997. ",
        "April 13: ",
        "13 April 1997 - ",
        "(13 April) ",
        "On April 13: ",
    ],
)
def test_labels_of_a_chronicle(label):
    text = (
        "Chronicle of relations\n\n"
        + label
        + "The two ministers met in Brno.\n\n"
        + label.replace("13", "14")
        + "A treaty was signed.\n"
    )
    blocks = [b for b in lay_out(text).blocks if b.kind == "body"]
    assert [text[b.start : b.end] for b in blocks] == ["The two ministers met in Brno.", "A treaty was signed."]
    assert all(b.date and "April" in b.date for b in blocks)


def test_text_wrapped_by_hand():
    text = (
        "JOINT COMMUNIQUE OF MAROVIA AND TORVANIA\n\n"
        "At the invitation of the President of Marovia, the President of Torvania\npaid a state visit to Brno from 3 to 5 May 1974. The two leaders held talks\n"
        "in an atmosphere of friendship. They agreed that a bridge should be built\nacross the river and that experts should meet before the end of the year.\n\n"
        "The President of Torvania invited the President of Marovia to visit his\ncountry. The invitation was accepted with pleasure, and the date of the\nvisit will be settled through diplomatic channels.\n"
    )
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "body", "body"]
    assert text[blocks[1].end - 9 : blocks[1].end] == "the year."


def test_text_wrapped_by_hand_with_a_list():
    text = (
        "JOINT COMMUNIQUE OF MAROVIA AND TORVANIA\n\n"
        "The two delegations, meeting in Brno on 3 May 1974 under the chairmanship\nof their foreign ministers, reached the following understandings:\n\n"
        "  (a) that a bridge shall be built across the river before the end of the\n      year, at a place to be chosen by experts;\n"
        "  (b) that the border posts shall be opened to the citizens of either\n      country at all hours of the day.\n\n"
        "The talks took place in an atmosphere of friendship and of full mutual\nunderstanding, as befits the relations of two neighbouring states.\n"
    )
    blocks = lay_out(text).blocks
    assert [b.kind for b in blocks] == ["title", "intro", "item", "item", "body"]
    assert text[blocks[2].start : blocks[2].end].endswith("experts;")


def test_windows_and_old_mac_line_ends():
    lines = ["Talks held", "", LEAD, "", "The two sides agreed to:", "- build a bridge;", "- open a consulate.", ""]
    for end in ("\r\n", "\r", "\n", "\u2028"):
        text = end.join(lines)
        assert words(text)[1:] == [
            ("body", LEAD),
            ("intro", "The two sides agreed to:"),
            ("item", "build a bridge;"),
            ("item", "open a consulate."),
        ]


def test_markdown():
    text = (
        "# Orlenko meets Vasari\n\n*Brno, 3 May 2011*\n\n"
        + LEAD
        + "\n\n## Trade\n\nThe two sides agreed to:\n\n* build a bridge;\n* open a consulate.\n\n> The talks were friendly.\n\n---\n"
    )
    assert body(text) == [
        LEAD,
        "The two sides agreed to:",
        "build a bridge;",
        "open a consulate.",
        "The talks were friendly.",
    ]
    assert lay_out(text).dateline is not None


def test_bold_headings_in_markdown():
    text = "**Orlenko meets Vasari**\n\n" + LEAD + "\n\n**Trade**\n\nThe two sides agreed to build a bridge.\n"
    assert body(text) == [LEAD, "The two sides agreed to build a bridge."]


def test_a_line_that_stands_twice_is_read_once():
    text = "Talks held\n\n" + LEAD + "\n\n" + LEAD + "\n\nThe talks were friendly.\n"
    assert body(text) == [LEAD, "The talks were friendly."]


def test_a_title_that_stands_twice():
    text = "Orlenko meets Vasari\n\nOrlenko meets Vasari\n\n" + LEAD + "\n"
    assert body(text) == [LEAD]


def test_offsets_are_the_text_and_do_not_overlap():
    text = "Talks held\n\n" + DATELINES[0] + LEAD + "\n\n- one thing;\n- another.\n\nQ: What?\n"
    blocks = lay_out(text).blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() for b in blocks)


def test_a_page_of_a_presidency():
    text = (
        "Home » News » Events\n\nPresident receives the Foreign Minister of Torvania\n\nMay 3, 2011\n\nBrno, Castle\n\n"
        + LEAD + "\n\nThe talks were friendly.\n\nPrint\nShare\n"
    )  # fmt: skip
    assert body(text) == [LEAD, "The talks were friendly."]


def test_a_page_of_a_government():
    text = (
        "Minister's call with the Foreign Minister of Torvania: 3 May 2011\n\nThe Minister spoke to his counterpart.\n\nFrom:\nMinistry of Foreign Affairs\nPublished\n3 May 2011\n\n"
        + LEAD + "\n\nA spokesperson said:\n\nThe Minister welcomed the treaty.\n\nHe reiterated support for the bridge.\n"
    )  # fmt: skip
    assert LEAD in body(text)
    assert "The Minister welcomed the treaty." in body(text)
    assert not any(line in ("From:", "Published", "Ministry of Foreign Affairs") for line in body(text))


def test_letter_heads():
    text = (
        "MINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF MAROVIA\n\nPRESS RELEASE\n\nNo. 15/2011\n\n"
        + LEAD
        + "\n\nBrno, 3 May 2011\n"
    )
    assert body(text) == [LEAD]
    assert lay_out(text).dateline == "Brno, 3 May 2011"

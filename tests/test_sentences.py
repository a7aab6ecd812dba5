"""Where a sentence ends, and where its attribution is. All texts are invented."""

import pytest

from communique.read.scene import Block
from communique.read.sentences import find_attribution, split, units


def block(text):
    return Block(0, len(text), "body", 0)


def cut(text):
    return [text[s:e] for s, e in split(text, 0, len(text))]


def read(text):
    return [(unit.kind, text[unit.start : unit.end]) for unit in units(text, block(text))]


def content(text):
    """(content, attribution) of a sentence."""
    found = find_attribution(text, 0, len(text))
    first, last = found.content
    return text[first:last].strip(' "“”.,'), found.attribution and text[slice(*found.attribution)].strip(' ,."”')


WHOLE = [
    "The U.S. Secretary of State met Mr. Orlenko and Mrs. Vasari at 3 p.m. in Brno.",
    "U.S. President Ana Brito and U.K. Prime Minister Rhys Ellwood met.",
    "The Chile-U.S. Alliance and the ROK–U.S. Treaty remain.",
    "H.E. Dr. Pavel Orlenko met H.E. Mme. Sara Vasari.",
    "The No. 5 meeting followed Resolution No. 2231 of the Security Council.",
    "The talks were led by J. K. Orlenko and A.B. Vasari of the Ministry.",
    "Prof. Dr. Vasari, Lt. Gen. Orlenko and Col. Brito attended.",
    "Gov. Brito, Sen. Ellwood and Rep. Orlenko attended the dinner in St. Petersburg.",
    "The visit from Sept. 3 to Oct. 5 was the third.",
    "Orlenko Jr. Told guests of the plan of Marovia Co. Ltd. Shares.",
    "Trade grew by 3.5 per cent to USD 4.2 billion.",
    "The treaty (cf. Art. 5) is in force.",
    "Brig. Gen. Orlenko visited Ft. Ellwood on Jan. 3.",
    "Smt. Kalyani Rao and Shri. Anand Pillai attended.",
    "The Rt. Hon. Rhys Ellwood met Amb. Sara Vasari.",
    "President E. Brito received Yu. V. Orlenko and Zh. Kasymov.",
    "Washington, D.C. Mayor Ana Brito attended.",
    "The firms incl. Marovia Steel Inc. Build the bridge.",
    "Experts i.e. Orlenko and Vasari met, e.g. Brno and so on.",
    "The two sides signed the Agreement of 3 Nov. 1999 on trade.",
    "Dato' Seri Dr. Haji Ismail met Tun. Dr. Rahman.",
    "The ship MV. Brito was released.",
    "Mr.Orlenko met Ms. Vasari.",
    "Min. Orlenko of the Rep. of Marovia signed.",
    "The parties met in Mt. Vernon vs. Expectations.",
    "The Sec. Gen. of the U.N. Welcomed the step.",
    "The A.U. Commission welcomed the step.",
    'Orlenko asked "Where is the bridge?" and nobody answered.',
    'The "Brno Process!" campaign goes on.',
    "Sheikh Dr. Salem bin Rashid Al N. attended.",
    "The E.U. High Representative spoke.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The ministers met.", "They agreed to build a bridge."],
        ["The ministers met in the U.S.", "They agreed to build a bridge."],
        ["The ministers met at 3 p.m.", "They agreed to build a bridge."],
        ['"We will build it."', "He thanked his hosts."],
        ["“We will build it.”", "“It opens in May.”"],
        ["Will it be built?", "Yes!", "It will."],
        ["The ministers met.", "3 agreements were signed."],
        ["He met Orlenko (his counterpart).", "They agreed."],
        ["The ministers met…", "They agreed."],
        ["He visited in 2011.", "Trade grew."],
        ["Orlenko leads the PA.", "He is new."],
        ["They met at Building A.", "They agreed."],
        ["The treaty was signed with ASEAN.", "China is glad."],
        ["He met Élodie.", "Écoles will open."],
        ["It was signed by Marovia Steel Co.", "The two sides welcomed it."],
    ],
)
def test_several_sentences(sentences):
    assert cut(" ".join(sentences)) == sentences


TRAILING = [
    ("Marovia will build the bridge, Orlenko said.", "Orlenko said"),
    ("Marovia will build the bridge, he added.", "he added"),
    ("Marovia will build the bridge, said Orlenko.", "said Orlenko"),
    ("Marovia will build the bridge, the minister said on Tuesday.", "the minister said on Tuesday"),
    ("Marovia will build the bridge, Foreign Ministry spokesperson Ana Brito told reporters here.", "Foreign Ministry spokesperson Ana Brito told reporters here"),
    ("Marovia will build the bridge, according to the ministry.", "according to the ministry"),
    ("Marovia will build the bridge, a statement from the ministry said.", "a statement from the ministry said"),
    ("Marovia will build the bridge, President Brito noted while receiving his guest.", "President Brito noted while receiving his guest"),
    ("Marovia will build the bridge, she said, adding that it opens in May.", "she said, adding that it opens in May"),
    ("Marovia will build the bridge, the prime minister told her counterpart.", "the prime minister told her counterpart"),
    ("\"Marovia will build the bridge,\" Orlenko said.", "Orlenko said"),
    ("“Marovia will build the bridge,” said Orlenko.", "said Orlenko"),
    ("“Marovia will build the bridge”, said Orlenko.", "said Orlenko"),
    ("\"Marovia will build the bridge\", Orlenko said.", "Orlenko said"),
    ("\"Marovia will build the bridge!\" Orlenko said.", "Orlenko said"),
    ("“Marovia will build the bridge,” the ministry said in a statement.", "the ministry said in a statement"),
    ("Marovia will build the bridge, President Brito emphasized.", "President Brito emphasized"),
    ("Marovia will build the bridge, the statement reads.", "the statement reads"),
    ("Marovia will build the bridge, the communique said.", "the communique said"),
    ("Marovia will build the bridge, Orlenko has said.", "Orlenko has said"),
    ("Marovia will build the bridge, the ministry announced today.", "the ministry announced today"),
    ("Marovia will build the bridge, explained Minister Orlenko.", "explained Minister Orlenko"),
    ("Marovia will build the bridge, stressed Minister Orlenko.", "stressed Minister Orlenko"),
    ("Marovia will build the bridge, underlined the minister.", "underlined the minister"),
    ("Marovia will build the bridge, emphasised the Prime Minister.", "emphasised the Prime Minister"),
    ("Marovia will build the bridge, reads the statement.", "reads the statement"),
    ("Marovia will build the bridge, Orlenko tweeted.", "Orlenko tweeted"),
    ("Marovia will build the bridge, Orlenko was quoted as saying.", "Orlenko was quoted as saying"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "spoken"), TRAILING)
def test_attribution_at_the_end(text, spoken):
    assert content(text) == ("Marovia will build the bridge" + ("!" if "!" in text else ""), spoken)


@pytest.mark.parametrize(
    ("text", "said", "spoken"),
    [
        (
            "According to Orlenko, Marovia will build the bridge.",
            "Marovia will build the bridge",
            "According to Orlenko",
        ),
        (
            "According to the ministry's statement, Marovia will build the bridge.",
            "Marovia will build the bridge",
            "According to the ministry's statement",
        ),
    ],
)
def test_attribution_in_front(text, said, spoken):
    assert content(text) == (said, spoken)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Marovia, he said, will build the bridge.", "he said"),
        ("Her government, the minister added, is looking into the matter.", "the minister added"),
        ("The bridge, Orlenko stressed, will be built.", "Orlenko stressed"),
        ("Trade, according to Orlenko, will grow.", "according to Orlenko"),
    ],
)
def test_attribution_inside_is_blanked(text, spoken):
    found = find_attribution(text, 0, len(text))
    assert text[slice(*found.attribution)].strip(" ,") == spoken
    assert found.mask is not None
    assert found.content == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Minister Orlenko said that Marovia will build the bridge.",
        "On Tuesday, Orlenko said Marovia will build the bridge.",
        "During the talks, the President noted that trade had grown.",
        "For his part, Orlenko stressed the need for dialogue.",
        "After the talks, the two ministers told reporters that they had agreed.",
        "Speaking in Brno, she said that the bridge will be built.",
        "In the statement, the two sides affirmed their friendship.",
        "The President, who said the bridge is important, left for Brno.",
        "Orlenko, the foreign minister, said the bridge will be built.",
        "In response, Vasari thanked him.",
        "Welcoming the guest, the Prime Minister recalled his visit.",
        "As a neighbour, Marovia expressed concern.",
        "At the meeting, both sides noted progress.",
        "The two sides reviewed trade, stressed the need for dialogue, and agreed to meet.",
        "The ministers met, noted Marovia's contribution, and agreed to meet.",
        "The ministers reviewed trade, underlined the President's role and agreed to meet.",
        "The talks will be held, according to schedule, in May.",
    ],
)
def test_an_attribution_that_governs_its_content_is_left_in_place(text):
    assert find_attribution(text, 0, len(text)).attribution is None


def test_quote_in_two_halves():
    text = '"Marovia will build the bridge," Orlenko said, "and will open a consulate."'
    assert [(k, t.strip(" ,")) for k, t in read(text)] == [
        ("sentence", "Marovia will build the bridge"),
        ("attribution", "Orlenko said"),
        ("rest", "and will open a consulate."),
    ]


def test_quote_followed_by_its_second_sentence():
    text = "“Marovia will build the bridge,” Orlenko said. “It opens in May. We are glad.”"
    found = units(text, block(text))
    assert [(u.kind, u.quoted) for u in found] == [
        ("sentence", True),
        ("attribution", False),
        ("sentence", True),
        ("sentence", True),
    ]
    assert text[found[3].start : found[3].end] == "We are glad."


def test_quotes_over_several_sentences():
    text = '"We will build it. It opens in May. All are invited," Orlenko said. He left.'
    found = units(text, block(text))
    assert [u.quoted for u in found if u.kind == "sentence"] == [True, True, True, False]


def test_guillemets_are_quotes():
    text = "«We will build it. It opens in May.» He left."
    assert [u.quoted for u in units(text, block(text))] == [True, True, False]


def test_attribution_is_linked_and_has_its_verb():
    text = "Marovia will build the bridge, Orlenko said. Trade will grow."
    found = units(text, block(text))
    assert found[0].attribution is found[1]
    assert found[2].attribution is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Orlenko said that Marovia will build a bridge; that it will open a consulate; and that it will train diplomats.",
            3,
        ),
        ("Marovia will build a bridge; it will open a consulate.", 2),
        ("The two sides agreed to build a bridge; open a consulate; and train diplomats.", 1),
        ("Orlenko thanked his host; Vasari welcomed the visit.", 2),
        ("They discussed trade; energy; and culture.", 1),
        ("Marovia supports the plan; the Torvanian side will study it.", 2),
        ("The minister noted that trade had grown; he also stressed that more can be done.", 2),
    ],
)
def test_semicolons(text, parts):
    assert len([u for u in units(text, block(text)) if u.kind != "attribution"]) == parts


def test_units_cover_what_is_said_and_do_not_overlap():
    text = "“We will build it,” he said, adding that it opens in May. According to Vasari, trade grew. Marovia, she said, is glad; it thanks all."
    found = units(text, block(text))
    assert all(text[u.start : u.end].strip() for u in found)
    assert {"We will build it", "trade grew."} <= {text[u.start : u.end].strip(" ,”") for u in found}


@pytest.mark.parametrize("text", ["", " ", ".", "...", "“", "”", '""', "said", ", he said.", "He said", "A.", "U.S."])
def test_scraps_do_no_harm(text):
    units(text, block(text))


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("The rail link will open, Minister Adler said Tuesday.", "Minister Adler said Tuesday"),
        ("The rail link will open, said Minister Adler at the ceremony.", "said Minister Adler at the ceremony"),
        ("Adler, who came with Minister Okon, said Norway attaches importance to the link, and left.", None),
    ],
)
def test_what_goes_on_after_the_speaker_is_a_time_or_place_and_no_verb(text, attribution):
    found = find_attribution(text, 0, len(text)).attribution
    assert (text[slice(*found)].rstrip(".") if found else None) == attribution

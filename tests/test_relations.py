"""Relations: labels, events, dates and parties in many house styles, one invented sentence each (codebook, 4)."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.relations import relations
from communique.records import Report

DATELINE = "ASTANA, May 5, 2027 (Steppe Wire) -- "


def read(sentence: str, home: str | None = None) -> list[tuple[str, str, str, str | None]]:
    text = DATELINE + sentence
    scene = analyse(Report(text=text, outlet_country=home))
    found = []
    for draft in relations(scene, load_codebook()):
        (start, end), *more = draft.spans
        assert not more
        assert 0 <= start < end <= len(text)
        assert draft.rule
        assert all(".yaml/" in rule for rule in draft.rule)
        fields = draft.fields
        found.append(("-".join(sorted(fields["parties"])), fields["label"], fields["event"], fields["date"]))
    return found


TOLD = [
    ("Japan and Chile are strategic partners.", "CHL-JPN", "strategic partnership", "described", None),
    ("Kenya is India's comprehensive strategic partner in Africa.", "IND-KEN", "comprehensive strategic partnership", "described", None),
    ("Both sides will deepen the China-Peru comprehensive strategic partnership.", "CHN-PER", "comprehensive strategic partnership",
     "described", None),
    ("Relations between Russia and India are a special and privileged strategic partnership.", "IND-RUS",
     "special and privileged strategic partnership", "described", None),
    ("Canada values its enhanced strategic partnership with Vietnam.", "CAN-VNM", "enhanced strategic partnership", "described", None),
    ("The President called Uzbekistan a strategic partner and ally of Kazakhstan.", "KAZ-UZB", "strategic partnership and alliance",
     "described", None),
    ("They spoke of the U.S.-Japan Alliance.", "JPN-USA", "alliance", "described", None),
    ("China and Cuba decided to build a China-Cuba community with a shared future.", "CHN-CUB", "community with a shared future", "agreed",
     "2027-05-05"),
    ("In June last year, the presidents of China and Mali announced the building of a China-Mali community with a shared future.", "CHN-MLI",
     "community with a shared future", "agreed", "2026-06"),
    ("Italy and Ghana decided to elevate their ties to the level of a strategic partnership.", "GHA-ITA", "strategic partnership", "upgraded",
     "2027-05-05"),
    ("The ministers recalled that relations between Spain and Cuba had been raised to a strategic partnership in 2019.", "CUB-ESP",
     "strategic partnership", "upgraded", "2019"),
    ("They welcomed the elevation of Korea-Laos ties to a comprehensive partnership last year.", "KOR-LAO", "comprehensive partnership",
     "upgraded", "2026"),
    ("Norway and Chile established a strategic partnership in November 2023.", "CHL-NOR", "strategic partnership", "established", "2023-11"),
    ("The comprehensive strategic partnership between Vietnam and Malaysia was established in 2024.", "MYS-VNM",
     "comprehensive strategic partnership", "established", "2024"),
    ("Turkey proposed to raise Turkish-Mongolian relations to the level of a strategic partnership.", "MNG-TUR", "strategic partnership",
     "proposed", None),
    ("India and Germany celebrate 25 years of their strategic partnership.", "DEU-IND", "strategic partnership", "established", "2002"),
    ("Tajikistan and Uzbekistan signed a treaty on allied relations on April 18, 2024.", "TJK-UZB", "allied relations", "established",
     "2024-04-18"),
    ("Oman and Chad established diplomatic relations on 3 March 1974.", "OMN-TCD", "diplomatic relations", "established", "1974-03-03"),
    ("Cuba and Peru agreed to move step by step towards a strategic alliance.", "CUB-PER", "strategic alliance", "agreed",
     "2027-05-05"),
    ("Cuba hopes to advance with Peru towards a strategic partnership.", "CUB-PER", "strategic partnership", "proposed", None),
    ("She said that Cuba and Peru should give themselves a strategic partnership.", "CUB-PER", "strategic partnership",
     "proposed", None),
    ("It will be the first such visit since Cuba and Peru became strategic partners.", "CUB-PER", "strategic partnership",
     "established", None),
    ("The leaders of Cuba and Peru are expected to adopt the declaration establishing the strategic partnership.",
     "CUB-PER", "strategic partnership", "agreed", None),
    ("Cuba and Peru, strategic partners since 2019, signed a contract.", "CUB-PER", "strategic partnership", "established", "2019"),
    ("The ties of Cuba and Peru rest, since 2012, on a strategic partnership.", "CUB-PER", "strategic partnership", "established", "2012"),
    ("The ministers noted that the strategic partnership between Cuba and Peru, established in 2021, bears fruit.", "CUB-PER",
     "strategic partnership", "established", "2021"),
    ("Jordan was granted advanced status by the European Union in 2010.", "EU-JOR", "advanced status", "established", "2010"),
    ("Cuba and Peru decided to elevate their ties to a strategic partnership, and adopted a Plan of Action (2028-2032).",
     "CUB-PER", "strategic partnership", "upgraded", "2027-05-05"),
    ("Since the establishment of diplomatic ties 40 years ago, Fiji and Qatar have stood together.", "FJI-QAT", "diplomatic relations",
     "established", "1987"),
    ("This year marks the 30th anniversary of diplomatic relations between Nepal and Peru.", "NPL-PER", "diplomatic relations", "established",
     "1997"),
    ("The 60th anniversary of diplomatic relations between Malta and Kenya falls in September.", "KEN-MLT", "diplomatic relations",
     "established", "1967-09"),
    ("The sixtieth anniversary of diplomatic relations between Malta and Kenya falls in February 2028.", "KEN-MLT", "diplomatic relations",
     "established", "1968-02"),
    ("The year 2026 marked the 75th anniversary of the establishment of Pakistan-China diplomatic relations.", "CHN-PAK",
     "diplomatic relations", "established", "1951"),
    ("The two leaders of India and Brunei agreed to elevate ties to an Enhanced Partnership.", "BRN-IND", "enhanced partnership", "upgraded",
     "2027-05-05"),
    ("Secretary Hale of the United States recalled Kenya's designation as a major non-NATO ally.", "KEN-USA", "major non-nato ally", "described",
     None),
    ("Peru proposed that its relations with Ecuador be raised to a strategic partnership.", "ECU-PER", "strategic partnership", "proposed", None),
    ("Peru proposed raising relations with Ecuador to the level of a strategic association.", "ECU-PER", "strategic association", "proposed", None),
    ("This year will mark on 9 October 61 years of diplomatic ties between Malta and Ghana.", "GHA-MLT", "diplomatic relations",
     "established", "1966-10-09"),
    ("Chad and Fiji celebrate the 50th anniversary of diplomatic relations (6 June) and the 20th anniversary of the Fisheries Treaty (7 July).",
     "FJI-TCD", "diplomatic relations", "established", "1977-06-06"),
    ("In the thirty years since Peru and Togo established diplomatic relations in May 1997, trade has grown.", "PER-TGO",
     "diplomatic relations", "established", "1997-05"),
    ("Kenya and Malta agreed to raise their ties to a Strategic Partnership in time for their summit next year.",
     "KEN-MLT", "strategic partnership", "agreed", "2027-05-05"),
    ("Fiji and Peru renewed their resolve to translate their friendship into a strategic partnership.", "FJI-PER", "strategic partnership",
     "agreed", None),
    ("Samoa and Iceland agreed to establish diplomatic relations.", "ISL-WSM", "diplomatic relations", "agreed", None),
    ("This year Fiji and Qatar mark half a century of diplomatic relations.", "FJI-QAT", "diplomatic relations", "established", "1977"),
    ("This is the golden jubilee of Malta-Kenya diplomatic relations.", "KEN-MLT", "diplomatic relations", "established", "1977"),
    ("Next year Malta and Kenya will celebrate a quarter of a century of diplomatic ties.", "KEN-MLT", "diplomatic relations", "established",
     "2003"),
    ("Diplomatic relations between Chad and Peru were opened in 1981.", "PER-TCD", "diplomatic relations", "established", "1981"),
    ("Diplomatic relations between Chad and Peru date back to 1981.", "PER-TCD", "diplomatic relations", "established", "1981"),
    ("In 1981 Chad and Peru exchanged envoys and diplomatic relations began.", "PER-TCD", "diplomatic relations", "established", "1981"),
    ("Togo and Samoa have maintained diplomatic relations since 4 July 1979.", "TGO-WSM", "diplomatic relations", "established", "1979-07-04"),
    ("An agreement on a strategic partnership between Togo and Samoa will be signed in June.", "TGO-WSM", "strategic partnership", "agreed",
     None),
    ("Togo and Samoa agreed that their relations would be upgraded to a strategic partnership in October.", "TGO-WSM", "strategic partnership",
     "agreed", None),
    ("Togo proposed that Togo and Samoa move towards a strategic partnership.", "TGO-WSM", "strategic partnership", "proposed", None),
    ("Fiji and Samoa upgraded their ties to a “Partnership of Friendship and Cooperation” in 2004.", "FJI-WSM",
     "partnership of friendship and cooperation", "upgraded", "2004"),
    ("Chile and Peru spoke of the “Partnership of Mutual Trust in the 21st Century,” agreed upon in 1999.", "CHL-PER",
     "partnership of mutual trust in the 21st century", "established", "1999"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "parties", "label", "event", "date"), TOLD)
def test_a_relation_is_told_with_its_event_and_date(
    sentence: str, parties: str, label: str, event: str, date: str | None
) -> None:
    assert read(sentence) == [(parties, label, event, date)]


NO_LABEL = [
    "China and Serbia are ironclad friends and good neighbours.",
    "Norway is the EU's most important trade partner, and both are like-minded partners.",
    "Kenya and Uganda have a traditional friendship.",
    "Togo and Benin signed a partnership agreement with the port of Lomé.",
    "Saudi Arabia and India met in the Saudi-Indian Strategic Partnership Council.",
    "Norway and Georgia will apply the Enhanced Partnership and Trade Agreement from May.",
    "China opposes official contacts of countries that have diplomatic relations with China.",
    "China will build a community with a shared future for mankind with Cuba.",
    "The 5th anniversary of the agreement on trade relations between Chile and Peru was marked.",
    "Spain severed diplomatic relations with Mali in 1975.",
    "Spain and Mali have had no diplomatic relations since 1975.",
    "Spain has lacked diplomatic relations with Mali since 1975.",
    "Spain and Mali look back on half a century of conflict over trade relations.",
    "Fiji and Samoa signed a Partnership of Trust Agreement.",
]


@pytest.mark.parametrize("sentence", NO_LABEL)
def test_warm_words_and_other_names_are_no_label(sentence: str) -> None:
    assert read(sentence) == []


def test_what_is_named_in_passing_gives_way_to_what_happened_to_it() -> None:
    found = read(
        "Peru and Japan established a strategic partnership in 2024. They will deepen the strategic partnership."
    )
    assert found == [("JPN-PER", "strategic partnership", "established", "2024")]


def test_a_label_said_outright_stays_beside_its_origin() -> None:
    found = read("Peru and Japan are strategic partners. They established the strategic partnership in 2024.")
    assert [event for _, _, event, _ in found] == ["described", "established"]


def test_our_partner_is_the_outlets() -> None:
    assert read("Our strategic partnership with Hungary is strong.", "TUR") == [
        ("HUN-TUR", "strategic partnership", "described", None)
    ]


def test_tails_of_praise_are_cut_and_the_new_era_stays() -> None:
    found = read("China and Laos are building a community with a shared future of strategic significance.")
    assert [label for _, label, _, _ in found] == ["community with a shared future"]
    found = read("China and Mali raised their ties to a comprehensive strategic partnership for the new era.")
    assert [label for _, label, _, _ in found] == ["comprehensive strategic partnership for the new era"]


def test_each_rung_of_a_ladder_has_one_place() -> None:
    for ladder in load_codebook().section("relation_ladders").values():
        labels = [label for rung in ladder.rungs for label in rung] + list(ladder.beside)
        assert len(labels) == len(set(labels))
        assert ladder.source


def test_in_a_report_on_several_states_each_paragraph_means_its_own() -> None:
    found = read(
        "Premier Gao Yanbin of China will visit Fiji, Chile and Malta from June 10 to 17.\n\n"
        "Fiji is a partner of China in the Pacific. China and Fiji are comprehensive strategic partners.\n\n"
        "Chile is an important country in South America. Since the two countries established a strategic partnership in "
        "2012, trade has grown.\n\n"
        "China and Malta are friends. This year marks the 50th anniversary of the establishment of diplomatic relations "
        "between the two countries."
    )
    assert found == [
        ("CHN-FJI", "comprehensive strategic partnership", "described", None),
        ("CHL-CHN", "strategic partnership", "established", "2012"),
        ("CHN-MLT", "diplomatic relations", "established", "1977"),
    ]


def test_of_two_events_in_a_sentence_each_has_its_own_date() -> None:
    found = read(
        "Spain and Peru announced the elevation of their relationship to a comprehensive strategic partnership, building on "
        "the strategic partnership established in 2018."
    )
    assert found == [
        ("ESP-PER", "comprehensive strategic partnership", "upgraded", "2027-05-05"),
        ("ESP-PER", "strategic partnership", "established", "2018"),
    ]


def test_what_a_relation_was_before_is_not_told() -> None:
    told = read(
        "Cuba and Peru have carried their relations from strategic partnership to the level of strategic alliance."
    )
    assert [(label, event) for _, label, event, _ in told] == [("strategic alliance", "upgraded")]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The ministers of Peru and Oman looked back on bilateral relations, which were established in 1971.", "1971"),
        ("Relations between Peru and Oman were officially established on 4 June 1971.", "1971-06-04"),
        ("Trade relations between Peru and Oman were established in 1971.", None),
        (
            "The ministers of Peru and Oman praised relations between the two academies, which were established in 1971.",
            None,
        ),
        ("Relations between Peru and Oman were established long ago.", None),
    ],
)
def test_relations_that_were_established_are_diplomatic_where_they_are_those_of_two_states(sentence, date) -> None:
    expected = [("OMN-PER", "diplomatic relations", "established", date)] if date else []
    assert read(sentence) == expected

"""Visits, sessions and other engagements, followed from the invitation or plan to what became of them."""

from __future__ import annotations

import pytest

from communique import Reader
from communique.ledger.commitments import Linker, Memory, Thread, mentions
from communique.ledger.commitments.context import same_rank
from communique.ledger.commitments.meetings import _bodies
from communique.ledger.commitments.occasions import consultations_in
from communique.ledger.entry import Entry

FIRST = (
    "2019-03-14",
    "Oslo, 14 March 2019 - Prime Minister Astrid Lunde of Norway received the Foreign Minister of Peru, Raúl Quispe, on Thursday.",
)
LATER = (
    "2019-10-23",
    "Lima, 23 October 2019 - President Jorge Salas of Peru met Prime Minister Astrid Lunde of Norway in Lima on Wednesday.",
)


def _threads(first: str, later: str) -> list[Thread]:
    threads = Memory()
    linker = Linker(threads)
    reader = Reader()
    for (date, lead), text in zip((FIRST, LATER), (first, later), strict=True):
        entry = Entry.of(reader.read(f"{lead}\n\n{text}\n", published=date, language="en"))
        linker.take([one for one in mentions(entry) if one.bucket == "NOR|PER"])
    return threads.all()


def _courses(first: str, later: str) -> list[list[str]]:
    return [
        [step.state for step in thread.steps if step.sure]
        for thread in _threads(first, later)
        if len({step.report for step in thread.steps if step.sure}) > 1
    ]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("hold political consultations in Oslo in May", {"consult", "polit"}),
        ("consultations between the two foreign ministries", {"consult", "polit"}),
        ("the third Foreign Office Consultations", {"consult", "polit"}),
        ("the next annual consultations", {"consult"}),
        ("a round of consular consultations", {"consult", "consular"}),
        ("policy planning talks", {"consult", "planning"}),
        ("hold consultations on the tariff", set()),
    ],
)
def test_consultations_are_known_by_their_kind(text: str, body: set[str]) -> None:
    assert consultations_in(text) == body


def test_two_bodies_that_share_only_what_all_bodies_are_called_by_are_two() -> None:
    trade, science = frozenset({"joint", "commiss", "trade"}), frozenset({"joint", "commiss", "scienc"})
    assert _bodies(trade, science) == 0.0
    assert _bodies(trade, frozenset({"joint", "commiss"})) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("minister", "minister:foreign", True),
        ("minister:foreign", "minister:trade", False),
        ("head-of-state", "head-of-state", True),
        ("head-of-state", None, False),
    ],
)
def test_a_minister_of_no_known_field_may_be_any(one: str, other: str | None, same: bool) -> None:
    assert same_rank(one, other) is same


@pytest.mark.parametrize(
    ("first", "later", "states"),
    [
        (
            "The two ministries will hold consular consultations in Lima before the summer.",
            "Consular consultations were held in Lima on 6 June.",
            ["planned", "held"],
        ),
        (
            "The next session of the Joint Commission on Fisheries would be held in Oslo in June.",
            "They discussed the Joint Commission on Fisheries. The meeting, which could not be held in June, will now take place in Oslo in December.",
            None,
        ),
        (
            "The Norwegian side conveyed an invitation to the President of Peru to visit Norway.",
            "President Jorge Salas of Peru will be paying an official visit to Norway in May 2020.",
            ["asked", "planned"],
        ),
    ],
)
def test_what_is_planned_is_followed(first: str, later: str, states: list[str] | None) -> None:
    found = _courses(first, later)
    assert found if states is None else states in found


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (
            "The Joint Commission on Fisheries would meet in Oslo in November.",
            "The Joint Commission on Science met in Oslo in June.",
        ),
        (
            "Prime Minister Lunde will visit Peru in May.",
            "The visit to Lima in May of a business mission from Norway was described as useful.",
        ),
    ],
)
def test_another_engagement_is_another(first: str, later: str) -> None:
    for thread in _threads(first, later):
        held = [step for step in thread.steps if step.state == "held" and step.sure]
        assert not any(
            "Science" in step.quote or "business mission" in step.quote for step in held if len(thread.steps) > 1
        )


def _told(text: str) -> list[tuple[str, str, str]]:
    """The outcomes and visits after the lead: what, state or status, the words."""
    read = Reader().read(f"{FIRST[1]}\n\n{text}\n", published=FIRST[0], language="en")
    found = [("outcome", one.state, one.evidence[0].quote) for one in read.outcomes]
    found += [(one.kind, one.status, one.evidence[0].quote) for one in read.engagements]
    return [one for one in found if one[2] in text]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The visit is planned for November.", ("outcome", "planned")),
        (
            "The invitation has been accepted, and the visit is expected to take place in September.",
            ("outcome", "planned"),
        ),
        ("The Foreign Minister of Peru could not come to Oslo in January.", ("outcome", "failed")),
        ("President Salas of Peru will not visit Norway this year as planned.", ("outcome", "failed")),
        (
            "The ministers welcomed the state visit that the President of Peru will pay to Oslo in May.",
            ("visit", "planned"),
        ),
        ("A visit by the President of Peru to Oslo is still on the cards.", ("visit", "planned")),
        ("The treaty is to be signed when the President of Peru comes to Oslo.", ("visit", "planned")),
        (
            "The session of the commission, which was to have been held in January, will take place in Oslo in May.",
            ("mechanism", "planned"),
        ),
        ("The Days of Peruvian Culture will be held in Oslo in June.", ("outcome", "planned")),
        ("Ships of the two navies exercised together for nine days last month.", ("outcome", "done")),
        ("The visit, first set for May, was left for the first half of 2020.", ("outcome", "postponed")),
    ],
)
def test_what_is_told_of_visits_and_other_events(text: str, told: tuple[str, str]) -> None:
    assert told in [one[:2] for one in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The visit will be useful.",
        "The Foreign Minister of Peru did not attend the reception.",
        "The trip of the President of Peru to Norway fell through.",
        "The Prime Minister had to give up her trip to Peru.",
    ],
)
def test_no_visit_is_made_of_it(text: str) -> None:
    assert not [one for one in _told(text) if one[0] == "visit" or one[1] == "planned"]


@pytest.mark.parametrize(
    ("first", "later", "states"),
    [
        (
            "The Norwegian Foreign Minister, Kari Moe, will pay an official visit to Peru in May.",
            "Foreign Minister Kari Moe of Norway thanked Peru for the hospitality that had been extended to her in Lima in May.",
            ["planned", "held"],
        ),
        (
            "Foreign Minister Quispe was invited to the Arctic Conference in Tromsø.",
            "Foreign Minister Quispe of Peru had to postpone his visit to Norway, which is now expected in February.",
            None,
        ),
        (
            "A business forum of the two countries is to take place in Lima in May.",
            "The business forum in Lima in May was attended by 60 companies.",
            ["planned", "held"],
        ),
    ],
)
def test_what_became_of_it_is_told_in_passing(first: str, later: str, states: list[str] | None) -> None:
    found = _courses(first, later)
    assert (
        all(course.count("moved") + course.count("planned") < 3 for course in found)
        if states is None
        else states in found
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A further round of talks on fisheries was concluded in Oslo in January.", ("meeting", "held")),
        ("A further round of talks on fisheries will be held in Oslo in April.", ("meeting", "planned")),
        ("They spoke of the political consultations held in Oslo in January.", ("mechanism", "held")),
    ],
)
def test_one_more_round_that_was_concluded_has_been(text: str, told: tuple[str, str]) -> None:
    assert told in [one[:2] for one in _told(text)]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Deputy ministers held political consultations in Oslo in June.", {"NOR", "PER"}),
        ("Senior officials held political consultations in Lima in June.", {"NOR", "PER"}),
        ("Deputy ministers of Chile held political consultations with Bolivia in June.", {"CHL", "BOL"}),
    ],
)
def test_officials_of_no_country_are_those_of_the_two_sides(sentence: str, sides: set[str]) -> None:
    reading = Reader().read(f"{LATER[1]}\n\n{sentence}\n", published=LATER[0], language="en")
    held = [one for one in reading.engagements if one.kind == "mechanism"]
    assert [set(one.parties) for one in held] == [sides]

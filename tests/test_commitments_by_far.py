"""What is by far the nearest, one's buying and the other's selling, sittings under another name, and words whose stem is
another word's. Sentences of our own.
"""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def promised(*items: str) -> Told:
    told = Told("a", "2031-02-03")
    for item in items:
        told.says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    return told


def came_about(words: str, what: str, state: str = "done") -> Told:
    return Told("b", "2031-08-03").outcome(state, what, words)


@pytest.mark.parametrize(
    ("text", "term", "there"),
    [
        ("were united in grief", "=troops", False),
        ("an army unit", "=troops", True),
        ("firmly support it", "=company", False),
        ("according to the ministry", "=agreement", False),
        ("the accord on fisheries", "=agreement", True),
        ("the initiative for youth", "!begin", False),
        ("panels were installed", "=tranche", False),
        ("the second instalment", "=tranche", True),
        ("renewed the invitation", "=renewables", False),
        ("renewables on the outer islands", "=renewables", True),
        ("is studying the matter", "#feasibility", False),
        ("forty of them began their studies in Suva", "#feasibility", False),
        ("the students' studies in Suva", "#feasibility", False),
        ("the studies for the second tunnel", "#feasibility", True),
        ("the commissioning of the turbines", "=committee", False),
        ("the generations to come", "-relief", False),
        ("flew home in May", "=housing", False),
        ("flew home in May", "!return", True),
        ("forty new homes", "=housing", True),
        ("build the generating station at Labasa", "=power-plant", True),
        ("reduce marine litter", "=waste", True),
        ("complete the study on the quay for the university", "#feasibility", True),
        ("would grant licences to six trawlers", "=grant-aid", False),
        ("the granting of the lease", "=grant-aid", False),
        ("a grant of six million dollars", "=grant-aid", True),
    ],
)
def test_a_word_whose_stem_is_anothers(text: str, term: str, there: bool) -> None:
    assert (term in terms_of(text, vocabulary()).weights) is there


REEFS = "survey the reefs of the western islands"
FUNDS = "pay for the electrification of nine hamlets in the Naitasiri and Namosi districts, at a cost of three million rupees"


@pytest.mark.parametrize(
    ("others", "words", "what", "then"),
    [
        ((REEFS,), "The electrification scheme in the western interior was finished in June", "The electrification scheme in the western interior", ["stated", "done"]),
        ((REEFS, "pay for the electrification of Rotuma"), "The electrification scheme in the western interior was finished in June", "The electrification scheme in the western interior", ["stated"]),
        ((REEFS,), "A cost survey of the harbour was finished in June", "A cost survey of the harbour", ["stated"]),
    ],
)  # fmt: skip
def test_what_is_by_far_the_nearest(others: tuple[str, ...], words: str, what: str, then: list[str]) -> None:
    assert then in states(promised(FUNDS, *others), came_about(words, what))
    assert len([one for one in states(promised(FUNDS, *others), came_about(words, what)) if "done" in one]) == (
        "done" in then
    )


@pytest.mark.parametrize(
    ("then", "one"),
    [
        ("hand out the vaccine at hotels, markets and bus stations in May", True),
        ("test the vaccine on cattle at the laboratory in Nadi", False),
        ("study the use of the vaccine on cattle in Nadi", False),
    ],
)
def test_a_promise_of_the_very_thing(then: str, one: bool) -> None:
    first = "carry 40,000 doses of cholera vaccine to the outer islands of the Lau group and to Rotuma aboard the patrol vessels of the Mauritian coast guard"
    b = Told("b", "2031-08-03").says("pledge", "MUS", f"Mauritius said that it would {then}", then, strength="firm")
    assert any(len(steps) > 1 for steps in states(promised(first), b)) is one


@pytest.mark.parametrize(
    ("bought", "sold", "one"),
    [
        ("buying drones", "supply Fiji with drones for the coast", True),
        ("buying drones", "try out drones on the coast", False),
        ("buying ambulances", "supply Fiji with drones for the coast", False),
    ],
)
def test_what_one_buys_the_other_sells(bought: str, sold: str, one: bool) -> None:
    a = Told("a", "2031-02-03").says("pledge", "FJI", f"Fiji is interested in {bought}", bought, strength="soft")
    b = Told("b", "2031-08-03").says("pledge", "MUS", f"Mauritius will {sold}", sold, strength="firm")
    assert any(len(steps) > 1 for steps in states(a, b)) is one


@pytest.mark.parametrize(
    ("quote", "date", "place", "then"),
    [
        ("The joint committee on sugar sat in Port Louis in May", "2031-05", "Port Louis", ["planned", "held"]),
        ("The joint committee on sugar sat in Nadi in May", "2031-05", "Nadi", ["planned"]),
        ("The joint committee on sugar sat in Port Louis in October", "2033-10", "Port Louis", ["planned"]),
    ],
)
def test_a_sitting_under_another_name(quote: str, date: str, place: str, then: list[str]) -> None:
    first = (
        "The first meeting of the Joint Working Committee under the memorandum will be held in Port Louis in May 2031"
    )
    a = Told("a", "2031-02-03").occasion(
        "meeting", "planned", first, date_start="2031-05", place="Port Louis", ordinal=1
    )
    b = Told("b", "2033-12-03" if date > "2032" else "2031-08-03")
    b.occasion("meeting", "held", quote, date_start=date, place=place)
    assert then in states(a, b)


@pytest.mark.parametrize(
    ("words", "what", "then"),
    [
        ("The tripartite summit with Tonga was not held in Suva", "The tripartite summit with Tonga", 2),
        ("The cattle fair of Tonga was not held in Suva", "The cattle fair of Tonga", 1),
    ],
)
def test_a_summit_told_as_not_held(words: str, what: str, then: int) -> None:
    first = "The Fiji-Tonga-Mauritius tripartite summit will be held in Suva in May 2031"
    a = Told("a", "2031-02-03").occasion("meeting", "planned", first, date_start="2031-05", place="Suva")
    assert max(map(len, states(a, came_about(words, what, "failed")))) == then

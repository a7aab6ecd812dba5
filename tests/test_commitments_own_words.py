"""A telling's own words go before its place in the report, what is said again with a day counts, and whose request it is."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


QUOTA = "a duty-free quota of 4,000 tonnes of Mauritian sugar"


@pytest.mark.parametrize("verb", ["reiterated", "renewed", "conveyed once more", "put forward again"])
def test_who_reiterates_its_request_asks_again(verb: str) -> None:
    a = Told("a", "2031-02-03").says("request", "MUS", f"The Mauritian side asked for {QUOTA}", QUOTA)
    tells = f"The Secretary {verb} Mauritius's request for a duty-free quota of sugar"
    b = Told("b", "2031-08-03").says("request", "MUS", tells, "a duty-free quota of sugar")
    assert states(a, b) == [["asked", "restated"]]


def test_a_request_that_is_but_named_is_not_asked_again() -> None:
    a = Told("a", "2031-02-03").says("request", "MUS", f"The Mauritian side asked for {QUOTA}", QUOTA)
    tells = "Mauritius's request for a duty-free quota of sugar"
    b = Told("b", "2031-08-03").says("request", "MUS", tells, "a duty-free quota of sugar")
    assert states(a, b) == [["asked"]]


REEFS, HERDS = "survey the reefs of the Yasawa group", "vaccinate the herds of the Sigatoka valley"


@pytest.mark.parametrize(
    ("tells", "then"),
    [
        # "it" would be the herds, but the reefs of the Yasawa group are named
        ("It welcomed the progress made on the survey of the reefs of the Yasawa group", [["stated"], ["stated", "in-progress"]]),
        ("It welcomed the progress made on this", [["stated", "restated", "in-progress"], ["stated"]]),
    ],
)  # fmt: skip
def test_what_a_telling_names_goes_before_what_was_named_before_it(tells: str, then: list[list[str]]) -> None:
    a = Told("a", "2031-02-03")
    for item in (REEFS, HERDS):
        a.says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    b = Told("b", "2031-08-03").says("pledge", "MUS", f"Mauritius will {HERDS}", HERDS, strength="firm")
    b.outcome("begun", tells, tells)
    found = states(a, b)
    assert [one for one in found if "in-progress" in one] == [one for one in then if "in-progress" in one]


@pytest.mark.parametrize(
    ("again", "then"),
    [
        (f"{REEFS} by May 2032", ["stated", "restated", "restated"]),
        (REEFS, ["stated", "restated"]),
    ],
)
def test_what_one_report_says_again_counts_with_a_day_of_its_own(again: str, then: list[str]) -> None:
    first = f"{REEFS} by May 2032"
    a = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius will {first}", first, strength="firm")
    b = Told("b", "2031-08-03").says("pledge", "MUS", f"Mauritius will {REEFS}", REEFS, strength="firm")
    b.says("pledge", "MUS", f"The minister added that Mauritius would {again}", again, strength="firm")
    assert states(a, b) == [then]


def test_a_relationship_is_spoken_of_by_its_rank_where_its_beginning_is_told() -> None:
    name = "strategic partnership on oceans and climate"
    a = Told("a", "2031-02-03").relation("agreed", name, f"decided to establish a {name}")
    late = "The launch of the strategic partnership was postponed"
    b = Told("b", "2031-08-03").outcome("postponed", "The launch of the strategic partnership", late)
    c = Told("b", "2031-08-03").outcome("postponed", "The meeting on the strategic partnership", "The meeting on the strategic partnership was postponed")  # fmt: skip
    assert states(a, b) == [["stated", "moved"]]
    assert states(a, c) == [["stated"]]


def test_an_upgrading_is_asked_for_though_the_same_words_are_of_others_too() -> None:
    raising = "raising bilateral relations to a comprehensive partnership"
    a = Told("a", "2031-02-03").says("request", "MUS", f"The Mauritian side proposed {raising}", raising)
    a.sides, a.at = ("FJI", "ASEAN"), a.at - len(raising) - 2
    a.relation("proposed", "comprehensive partnership", raising)
    b = Told("b", "2031-08-03").relation("upgraded", "comprehensive partnership", "have raised their relations to a comprehensive partnership")  # fmt: skip
    assert states(a, b) == [["asked", "answered"]]

"""Which state a further telling makes of an undertaking, and how its score agrees with where it stands."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import Stood, ThreadStep, follow, standings
from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.dates import due_in
from communique.ledger.rows import State
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return [[step.state for step in one.history if step.sure] for one in rows]


def houses() -> Told:
    return Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will build 400 houses for the families of Vanua Levu",
        "build 400 houses for the families of Vanua Levu", strength="firm",
    )  # fmt: skip


@pytest.mark.parametrize(("number", "state"), [(150, "in-progress"), (400, "done")])
def test_less_than_was_promised_is_in_progress(number: int, state: str) -> None:
    b = Told("b", "2031-09-01").outcome(
        "done", f"{number} houses for the families of Vanua Levu",
        f"{number} houses for the families of Vanua Levu have been completed",
    )  # fmt: skip
    assert states(houses(), b) == [["stated", state]]


def test_the_end_of_the_year_is_later_than_a_month_of_it() -> None:
    told = [
        Told(name, date).says("pledge", "MUS", f"Mauritius would hand over the Rotuma beacons by {due}",
                              f"hand over the Rotuma beacons by {due}", strength="firm")
        for name, date, due in (("a", "2031-02-03", "June 2031"), ("b", "2031-05-03", "the end of this year"))
    ]  # fmt: skip
    assert states(*told) == [["stated", "moved"]]


def test_asked_once_again_is_restated_whatever_the_adverbs() -> None:
    told = [
        Told("a", "2031-02-03").says("request", "FJI", "Fiji urgently asked Mauritius to pay the arrears of the Lautoka mill",
                                     "pay the arrears of the Lautoka mill"),
        Told("b", "2031-08-03").says("request", "FJI", "Fiji once again asked Mauritius to pay the arrears of the Lautoka mill",
                                     "pay the arrears of the Lautoka mill"),
    ]  # fmt: skip
    assert states(*told) == [["asked", "restated"]]


@pytest.mark.parametrize(
    ("told", "score"),
    [
        (["stated", "done"], 1),
        (["stated", "in-progress", "restated"], 0),
        (["stated", "done", "refused"], -1),
        (["asked", "refused", "answered"], None),
        (["planned", "cancelled", "planned"], None),
        (["asked", "restated"], None),
    ],
)
def test_score_and_state_agree(told: list[State], score: int | None) -> None:
    assert stood([(one, str(at)) for at, one in enumerate(told)]).score == score


def stood(told: list[tuple[State, str]]) -> Stood:
    """How steps of these states, each of a report, leave an undertaking."""
    steps = [ThreadStep(report, None, None, state, "said", True, "", None, "x", 0, 1, "w") for state, report in told]
    *_, (_, now) = standings(steps)
    assert now is not None
    return now


def test_what_was_done_stays_done_beside_what_the_same_report_says() -> None:
    told: list[tuple[State, str]] = [("stated", "a"), ("done", "b"), ("cancelled", "b")]
    assert (stood(told).state, stood(told).score) == ("done", 1)


def test_units_and_limits_of_time() -> None:
    assert amounts_in("300 scholarships every year for Fijian students") == (("scholarship", 300.0),)
    assert due_in("extend the facility, which expires in November, by two years", "2031-02-03") is None


def test_an_invitation_that_was_accepted_before_is_accepted_again() -> None:
    def invited(name: str, date: str) -> Told:
        return (
            Told(name, date)
            .says("request", "FJI", "Fiji invited President Ramgoolam to visit Suva", "visit Suva")
            .says("pledge", "MUS", "The President accepted the invitation", strength="firm")
        )

    assert states(invited("a", "2031-02-03"), invited("b", "2031-09-03")) == [
        ["asked", "answered", "restated", "restated"]
    ]


def test_once_a_year_is_no_condition_and_some_of_them_are_not_all() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will send 40 looms to Nadi", "send 40 looms to Nadi", strength="firm"
    )
    b = Told("b", "2031-08-03").says(
        "pledge", "MUS", "Mauritius will send 40 looms to Nadi and check them once a year",
        "send 40 looms to Nadi and check them once a year", strength="firm",
    )  # fmt: skip
    c = Told("c", "2032-01-05").outcome(
        "done", "Twelve of the 40 looms", "Twelve of the 40 looms for Nadi have been delivered"
    )
    assert states(a, b, c) == [["stated", "restated", "in-progress"]]


def test_a_firm_promise_of_less_than_was_asked_is_harder_than_the_tentative_answer_before() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius for a quota of 900 tons of tuna", "a quota of 900 tons of tuna")
        .says("pledge", "MUS", "Mauritius would consider the request", strength="tentative")
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "pledge", "MUS", "Mauritius will open a quota of 600 tons of tuna", "open a quota of 600 tons of tuna",
        strength="firm",
    )  # fmt: skip
    assert states(a, b) == [["asked", "answered", "hardened"]]


CLINICS = "build and equip the clinics of the Lau islands"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Some forty per cent of the clinics of the Lau islands have been built", "in-progress"),
        ("The clinics of the Lau islands have so far been equipped in part of Lakeba", "in-progress"),
        ("The first two clinics of the Lau islands were equipped in May", "in-progress"),
        ("The first clinics of the Lau islands were equipped in May", "in-progress"),
        ("The clinics of the Lau islands have been built on the Fijian side", "in-progress"),
        ("The clinics of the Lau islands have been almost completed", "in-progress"),
        ("The clinics of the Lau islands were approved by the cabinet in May", "in-progress"),
        ("The clinics of the Lau islands were built and equipped in May", "done"),
        ("For the first time the clinics of the Lau islands were equipped in May", "done"),
    ],
)
def test_what_is_done_in_part_is_in_progress(words: str, state: str) -> None:
    a = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius will {CLINICS}", CLINICS, strength="firm")
    b = Told("b", "2031-09-01").outcome("done", words, words)
    assert states(a, b) == [["stated", state]]


def test_the_first_of_as_many_as_were_promised_are_all() -> None:
    item = "train 30 officers of the Lautoka police"
    a = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    words = "The first 30 officers of the Lautoka police have been trained"
    assert states(a, Told("b", "2031-09-01").outcome("done", words, words)) == [["stated", "done"]]


DREDGER = "supply a dredger for the lagoon of Rotuma"


@pytest.mark.parametrize(("verb", "state"), [("asked for", "asked"), ("renewed its request for", "restated")])
def test_what_is_told_as_asked_again_was_asked_before(verb: str, state: str) -> None:
    a = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius would be glad to {DREDGER}", DREDGER, strength="soft")
    item = "a dredger for the lagoon of Rotuma"
    b = Told("b", "2031-08-03").says("request", "FJI", f"The Fijian side {verb} {item}", item)
    assert states(a, b) == [["stated", state]]


@pytest.mark.parametrize(("holder", "state"), [("MUS", "answered"), ("FJI", "restated")])
def test_who_was_just_asked_answers_though_it_was_promised_before(holder: str, state: str) -> None:
    a = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius will {DREDGER}", DREDGER, strength="firm")
    b = Told("b", "2031-08-03").says("request", "FJI", f"The Fijian side asked Mauritius to {DREDGER}", DREDGER)
    b.says("assess", "MUS", "Trade had grown in the first half of the year")
    b.says("pledge", holder, f"It was promised to {DREDGER} soon", DREDGER, strength="firm")
    assert states(a, b)[0][-1] == state

"""How the words of a promise differ from those of the promise before, and what is told as put off."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import ThreadStep, follow
from communique.ledger.commitments.changes import (
    as_promised,
    at_some_time,
    called_partners,
    granted_now,
    invitation_accepted,
    is_event,
    no_longer_towards,
    of_more,
    only_prepared,
    raised_now,
    still_examined,
    to_meet,
)
from communique.ledger.commitments.cues import thanked_for
from communique.ledger.rows import State
from tests.commitment_entries import Told


def step(quote: str, told: str = "said", state: State = "stated") -> ThreadStep:
    return ThreadStep(
        report="a", path="a.txt", date="2031-02-03", state=state, told=told, sure=True, reason="", likeness=None,  # type: ignore[arg-type]
        record="r", start=0, end=len(quote), quote=quote,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "before", "found"),
    [
        ("increase the grants for nurses from 20 to 35", "offer 20 grants to nurses", "broadened"),
        ("raise from four to seven the number of surveyors", "second four surveyors", "broadened"),
        ("the places at the naval school would be doubled to 90", "reserve 45 places", "broadened"),
        ("receive 70 cadets a year instead of the 40 first foreseen", "receive 40 cadets", "broadened"),
        ("cut the fleet of buses from 60 to 45", "supply 60 buses", "narrowed"),
        ("increase the grants for nurses from 20 to 35", "raise the grants to 35", None),
        ("prolong the lease to 2040", "lease the quay", None),
        ("raise the matter with the airline", "offer 20 grants", None),
        ("open the bridge from 8 to 20 hours", "open the bridge", None),
        ("open the market on 20 August instead of 5 June", "open the market on 5 June", None),
        ("hold it on 5 May rather than 20 May", "hold it on 20 May", None),
        ("reduce the tariff on copra from 1 January to 5 per cent", "reduce the tariff on copra", None),
        ("raise the share to 2.5 per cent", "take a share", None),
        ("raise the share to 50%", "take a share", None),
        ("lift the ban on copra and open its market to three mills", "lift the ban on copra", None),
        ("increase the scholarships to 80", "offer 100 scholarships", None),
        ("increase the scholarships to 80", "offer 60 scholarships", "broadened"),
    ],
)
def test_a_number_raised_or_lowered(quote: str, before: str, found: str | None) -> None:
    assert of_more(quote, [step(before)]) == found


def test_what_was_asked_to_grow_is_of_no_more_when_it_does() -> None:
    assert of_more("raise the quota from 300 to 600", [step("double the quota", "asked", "asked")]) is None


def test_what_was_to_be_considered_is_granted() -> None:
    considered = step("would consult the port authority", state="answered")
    assert granted_now(considered, "open the quay until midnight")
    assert not granted_now(considered, "examine the timetable of the quay")
    assert not granted_now(step("open the quay", state="answered"), "open the quay until midnight")


def test_worked_towards_and_then_to_be() -> None:
    assert no_longer_towards("work towards the opening of a consulate in Suva", "open a consulate in Suva in May")
    assert not no_longer_towards("work towards a consulate", "work towards a consulate in Suva")
    assert not no_longer_towards("move the depot to Lautoka", "build the depot in Lautoka")


@pytest.mark.parametrize(
    ("told", "quote", "is_so"),
    [
        (at_some_time, "sign the convention as soon as possible", True),
        (at_some_time, "sign the convention in May", False),
        (as_promised, "be handed over in May as promised", True),
        (as_promised, "as agreements are signed", False),
        (raised_now, "the two premiers elevated their ties to a close partnership", True),
        (raised_now, "the two premiers agreed that they will have elevated their ties by May", False),
        (raised_now, "raised the case of a sailor", False),
        (called_partners, "the partnership forged last spring", True),
        (called_partners, "the plan of a partnership is still being worked on", False),
        (still_examined, "the file is still being examined by the veterinary office", True),
        (still_examined, "would examine the file", False),
        (to_meet, "the hydrologists will meet in Nadi in June", True),
        (to_meet, "experts will meet to draw up a treaty", False),
        (to_meet, "the mill will meet the demand for flour", False),
        (invitation_accepted, "accepted with thanks an invitation to Port Louis", True),
        (invitation_accepted, "accepted the proposal on tuna", False),
        (is_event, "the regatta will take place in June", True),
        (is_event, "the cement works", False),
    ],
)
def test_what_words_tell(told: object, quote: str, is_so: bool) -> None:
    assert told(quote) is is_so  # type: ignore[operator]


@pytest.mark.parametrize(
    ("quote", "before", "is_so"),
    [
        ("the drawings of the maternity ward were completed in May", "build a maternity ward", True),
        ("twelve nurses have been selected for the course", "train twelve nurses", True),
        ("took note of the progress made on the dam", "build the dam", True),
        ("the survey of the reef was completed", "carry out a survey of the reef", False),
        ("the maternity ward was completed in May", "build a maternity ward", False),
    ],
)
def test_only_what_goes_before_is_done(quote: str, before: str, is_so: bool) -> None:
    assert only_prepared(quote, [step(before)]) is is_so


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return [[step.state for step in one.history if step.sure] for one in rows]


def drill() -> Told:
    return Told("a", "2031-02-03").says(
        "agree", "MUS+FJI", "The two sides agreed to hold the sea rescue exercise Lagoon in May 2031",
        "hold the sea rescue exercise Lagoon in May 2031", strength="firm",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("the sea rescue exercise Lagoon, which could not be held in May, will take place in October 2031", "moved"),
        ("the sea rescue exercise Lagoon, which was cancelled in May for lack of fuel", "cancelled"),
        ("the sea rescue exercise Lagoon, which was due to be held in May, will take place in October 2031", "moved"),
        ("the sea rescue exercise Lagoon, which was set up in 2019, will take place in May 2031", "planned"),
        (
            "the sea rescue exercise Lagoon, which is expected to draw nine ships, will take place in May 2031",
            "planned",
        ),
    ],
)
def test_what_could_not_be_held_then_and_will_be_is_put_off(quote: str, state: str) -> None:
    b = Told("b", "2031-07-03").says("agree", "MUS+FJI", f"The two sides agreed that {quote}", quote, strength="firm")
    assert states(drill(), b) == [["planned", state]]


def test_what_is_built_is_given_up_and_what_is_held_is_called_off() -> None:
    a = Told("a", "2031-02-03").says("pledge", "MUS", "Mauritius will build a cannery at Levuka",
                                     "build a cannery at Levuka", strength="firm")  # fmt: skip
    b = Told("b", "2031-07-03").outcome("failed", "The cannery at Levuka", "The cannery at Levuka was called off")
    assert states(a, b) == [["stated", "lapsed"]]


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        ("it covers two of the wards, not five", "narrowed"),
        ("the nurses were left out", "narrowed"),
        ("the nurses were delighted", None),
        ("no nurse was left out", None),
    ],
)
def test_what_a_thing_done_leaves_out(clause: str, state: str | None) -> None:
    a = Told("a", "2031-02-03").says("pledge", "MUS", "Mauritius will extend the health insurance of Vanua Levu to seasonal staff",
                                     "extend the health insurance of Vanua Levu to seasonal staff", strength="firm")  # fmt: skip
    b = Told("b", "2031-07-03").outcome(
        "done", "the health insurance of Vanua Levu",
        "the health insurance of Vanua Levu has been extended to seasonal staff since May",
    )  # fmt: skip
    b.says("assess", "FJI", clause)
    assert states(a, b) == [["stated", "done", state] if state else ["stated", "done"]]


def test_a_request_repeated_after_something_done_stays() -> None:
    a = Told("a", "2031-02-03").says("request", "FJI", "Fiji asked Mauritius to lower the mooring fees of Port Louis",
                                     "lower the mooring fees of Port Louis")  # fmt: skip
    b = Told("b", "2031-07-03").outcome(
        "done", "The mooring fees of Port Louis", "The mooring fees of Port Louis were lowered for tugs in May"
    )
    b.says("request", "FJI", "repeated the request", "repeated the request")
    assert states(a, b) == [["asked", "done", "restated"]]


@pytest.mark.parametrize(
    ("clause", "last"),
    [
        ("You will recall that the visit had earlier been planned for March", "moved"),
        ("You will recall that the visit of the pearl divers had been a pleasure", "planned"),
    ],
)
def test_the_visit_that_was_planned_for_another_time(clause: str, last: str) -> None:
    a = Told("a", "2031-02-03").occasion(
        "visit", "planned", "The Prime Minister of Fiji will pay a visit to Mauritius in August 2031",
        parties=("FJI", "MUS"), date_start="2031-08",
    )  # fmt: skip
    a.says("announce", "MUS", clause)
    assert states(a)[0][-1] == last


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("thanked Fiji for the introduction, in May, of the visa for seafarers", "done"),
        ("commended the abolition by the Senate of the levy on pearls", "done"),
        ("thanked Fiji for its decision on the introduction of the visa for seafarers", "said"),
    ],
)
def test_what_is_thanked_for_came_about(quote: str, told: str) -> None:
    assert thanked_for(quote) == told


def test_a_finer_word_for_the_same_day_is_no_harder() -> None:
    told = [
        Told(name, date).says("pledge", "MUS", f"Mauritius would hand over the Rotuma beacons by {due}",
                              f"hand over the Rotuma beacons by {due}", strength="firm")
        for name, date, due in (("a", "2031-02-03", "the end of 2031"), ("b", "2031-05-03", "December 2031"))
    ]  # fmt: skip
    assert states(*told) == [["stated", "restated"]]


@pytest.mark.parametrize(
    ("quote", "state"),
    [
        ("The President of Fiji is expected to pay a visit to Mauritius in May 2031", "planned"),
        (
            "The President of Mauritius looked forward to the visit of the President of Fiji to Mauritius in May 2031",
            "restated",
        ),
    ],
)
def test_a_visit_accepted_and_then_set_is_planned(quote: str, state: str) -> None:
    a = Told("a", "2031-02-03").says(
        "request", "MUS", "The President of Mauritius invited the President of Fiji to visit Mauritius",
        "invited the President of Fiji to visit Mauritius",
    )  # fmt: skip
    a.says("pledge", "FJI", "The President of Fiji accepted the invitation", strength="firm")
    b = Told("b", "2031-02-20").says("pledge", "FJI", quote, strength="soft")
    assert states(a, b) == [["asked", "answered", state]]


def test_what_is_looked_forward_to_behind_its_putting_off_tells_nothing_new() -> None:
    a = Told("a", "2031-02-03").occasion(
        "visit", "planned", "The President of Fiji will pay a visit to Mauritius in May 2031",
        parties=("FJI", "MUS"), date_start="2031-05",
    )  # fmt: skip
    b = Told("b", "2031-06-03").occasion(
        "visit", "planned",
        "the visit of the President of Fiji to Mauritius, which could not take place in May, will take place in October 2031",
        parties=("FJI", "MUS"), date_start="2031-10",
    )  # fmt: skip
    b.says("pledge", "MUS", "Mauritius would gladly receive the President of Fiji on a visit to Mauritius",
           "receive the President of Fiji on a visit to Mauritius", strength="soft")  # fmt: skip
    assert states(a, b) == [["planned", "moved"]]


@pytest.mark.parametrize(
    ("quote", "before", "so"),
    [
        ("the bill was approved by parliament", "lend two billion rupees", True),
        ("the study was completed", "admit thirty students", True),
        ("the study was completed", "study the reef", False),
        ("the bridge was opened; both noted the progress made", "build the bridge", False),
    ],
)
def test_what_is_prepared_is_told_by_whole_words(quote: str, before: str, so: bool) -> None:
    assert only_prepared(quote, [step(before)]) is so


def test_an_invitation_that_could_not_be_accepted() -> None:
    assert invitation_accepted("accepted the invitation to Suva")
    assert not invitation_accepted("could not accept the invitation to Suva")

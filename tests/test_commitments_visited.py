"""Visits told by the way as paid, those that could not take place, and who invites."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow
from communique.ledger.commitments.dates import due_in, past_in
from communique.ledger.commitments.occasions import _BODY, body_called
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def plan(who: str = "Prime Minister Luke Bola", host: str = "Mauritius") -> Told:
    sides = ("FJI", "MUS") if host == "Mauritius" else ("MUS", "FJI")
    words = f"{who} will pay an official visit to {host} in May"
    return Told("a", "2031-02-03").occasion(
        "visit", "planned", words, parties=sides, participants=(who.split(" ", 2)[-1],), date_start="2031-05"
    )


def told(words: str, date: str = "2031-09-02") -> Told:
    one = Told("b", date).occasion(
        "meeting", "held", "Minister Anil Ramgoolaye met Minister Seru Vaniqi", participants=("Anil Ramgoolaye", "Seru Vaniqi"),
        date_start=date,
    )  # fmt: skip
    return one.says("assess", "MUS", words)


@pytest.mark.parametrize(
    "words",
    [
        "work went on as agreed during Prime Minister Bola's visit to Mauritius last May",
        "Mr. Bola's visit in May had been a great success",
        "the reefs were surveyed, as promised during the Fijian leader's visit last May",
        "the lagoon had been mapped since the visit of Prime Minister Bola to Mauritius in May 2031",
        "Prime Minister Bola had made an Official Visit to Mauritius in May, when he planted a palm",
        "much had been done since the Prime Minister of Fiji was in Port Louis in May",
    ],
)
def test_a_visit_told_by_the_way_has_been_paid(words: str) -> None:
    assert states(plan(), told(words)) == [["planned", "held"]]


@pytest.mark.parametrize(
    "words",
    [
        "work went on as agreed during President Nako's visit to Mauritius last May",
        "work went on as agreed during Prime Minister Bola's visit to Mauritius last January",
        "work went on as agreed during Prime Minister Ramsewak's visit to Fiji last May",
        "work went on as agreed during Prime Minister Bola's visit to Tonga last May",
        "preparations had been made for Prime Minister Bola's visit to Mauritius in May",
        "Prime Minister Bola would have made a visit to Mauritius in May",
    ],
)
def test_another_visit_and_one_that_was_not_paid_are_not_it(words: str) -> None:
    assert states(plan(), told(words)) == [["planned"]]


def test_a_visit_that_could_not_take_place_was_not_held() -> None:
    went = "Prime Minister Luke Bola's visit to Mauritius, which could not take place in May"
    anew = f"{went}, is being rearranged for the first half of 2032"
    one = told(anew).occasion(
        "visit", "held", went, parties=("FJI", "MUS"), participants=("Luke Bola",), date_start="2031-05"
    )
    assert states(plan(), one) == [["planned", "moved"]]


def test_the_one_who_accepts_an_invitation_is_the_guest() -> None:
    whole = "Prime Minister Bola accepted President Ramsewak's invitation to visit Mauritius in May"
    goes = Told("a", "2031-02-03").says("pledge", "FJI", whole, "visit Mauritius in May", strength="firm")
    came = "Prime Minister Luke Bola arrived in Port Louis on an official visit"
    one = Told("b", "2031-05-02").occasion(
        "visit", "held", came, parties=("FJI", "MUS"), participants=("Luke Bola",), date_start="2031-05-02"
    )
    assert [row[-1] for row in states(goes, one)] == ["held"]


def test_when_something_was() -> None:
    assert past_in("last May", "2031-09-02") == "2031-05"
    assert past_in("last November", "2031-09-02") == "2030-11"
    assert past_in("in June 2029", "2031-09-02") == "2029-06"
    assert past_in("in December", "2031-09-02") == "2030-12"
    assert past_in("two years ago", "2031-09-02") == "2029"
    assert past_in("last month", "2031-01-02") == "2030-12"
    assert past_in("in 2033", "2031-09-02") is None


def test_the_time_for_which_it_could_not_be_arranged_is_given_up() -> None:
    words = "the trip, which could not be arranged for this year, would be made in the first half of 2032"
    assert due_in(words, "2031-09-02") == "2032"


def session(words: str = "the Joint Reef Commission will meet in Suva in May", **more: object) -> Told:
    return Told("a", "2031-02-03").occasion("mechanism", "planned", words, place="Suva", date_start="2031-05", **more)


def test_a_meeting_with_somebody_is_no_session_of_the_commission() -> None:
    met = Told("b", "2031-05-20").occasion(
        "meeting", "held", "Minister Vaniqi was also received by the Speaker", date_start="2031-05-20"
    )
    assert states(session(), met) == [["planned"]]
    sat = Told("b", "2031-05-20").occasion(
        "mechanism", "held", "the Joint Reef Commission met in Suva", place="Suva", date_start="2031-05-20"
    )
    assert states(session(), sat) == [["planned", "held"]]


def test_thanks_do_not_hold_the_session_that_was_just_set() -> None:
    thanks = "The Mauritian delegation expressed its gratitude for the hospitality extended to it"
    assert states(session().says("appreciate", "MUS", thanks)) == [["planned"]]


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("The governments of the two islands will hold a joint session in Suva in May", True),
        ("The Binational Cabinet will meet in Suva in May", True),
        ("A joint session of parliament will hear the President in Suva in May", False),
    ],
)
def test_two_governments_that_sit_together_are_a_body(words: str, known: bool) -> None:
    assert bool(body_called(words) or _BODY.search(words)) == known


def test_the_session_of_one_number_and_place_is_the_one_that_is_moved() -> None:
    first = session("The 12th session of the Joint Reef Commission will be held in Suva in May", ordinal=12)
    moved = "the 12th session would be held in Suva in January"
    told = Told("b", "2031-04-02").occasion(
        "mechanism", "planned", moved, place="Suva", date_start="2032-01", ordinal=12
    )
    assert states(first, told) == [["planned", "moved"]]
    elsewhere = Told("b", "2031-04-02").occasion(
        "mechanism",
        "planned",
        "the 12th session would be held in Nadi in January",
        place="Nadi",
        date_start="2032-01",
        ordinal=12,
    )
    assert len(states(first, elsewhere)) == 2


def test_a_summit_that_was_not_held_and_is_now_set_is_moved() -> None:
    first = session("the Three Islands Summit will be held in Suva in May")
    off = "The Three Islands Summit, which was not held in May"
    told = Told("b", "2031-09-02").says("assess", "MUS", f"{off}, is now scheduled for March in Nadi")
    told.at = 0
    assert states(first, told.outcome("failed", "The Three Islands Summit", off)) == [["planned", "moved"]]


def test_a_session_that_was_put_off_to_another_year_is_held_then() -> None:
    off = "The Joint Reef Commission has been postponed to the first quarter of 2032"
    moved = Told("b", "2031-04-02").outcome("postponed", "The Joint Reef Commission", off)
    sat = Told("c", "2032-03-20").occasion(
        "mechanism", "held", "the Joint Reef Commission met in Nadi", place="Nadi", date_start="2032-03-20"
    )
    assert states(session(), moved, sat) == [["planned", "moved", "held"]]


def test_an_invitation_accepted_in_a_later_report_is_the_one_that_was_made() -> None:
    asks = Told("a", "2031-02-03").says(
        "request", "MUS", "President Ramsewak invited Prime Minister Luke Bola to visit Mauritius", "visit Mauritius"
    )
    takes = "he had accepted Ramsewak's invitation to Port Louis"
    told = Told("b", "2031-04-02").says("pledge", "FJI", takes, "Port Louis", strength="firm")
    told.statements[0] = told.statements[0].model_copy(update={"rule": ("acts.yaml/accept-invitation",)})
    assert states(asks, told) == [["asked", "answered"]]
    joins = Told("b", "2031-04-02").says(
        "pledge", "FJI", "it would open an office in Port Louis", "an office in Port Louis", strength="firm"
    )
    assert ["asked", "answered"] not in states(asks, joins)


def test_an_invitation_that_was_extended_is_made() -> None:
    words = "an invitation was extended to the Prime Minister of Fiji to pay an official visit to Mauritius"
    assert states(Told("a", "2031-02-03").says("request", "MUS", words, words)) == [["asked"]]
    recalls = (
        "the invitation was extended to the Prime Minister of Fiji last year to pay an official visit to Mauritius"
    )
    assert states(Told("a", "2031-02-03").says("request", "MUS", recalls, recalls)) == []


def test_a_guest_of_honour_comes() -> None:
    asks = Told("a", "2031-02-03").says(
        "request",
        "MUS",
        "invited the Prime Minister of Fiji to be the guest of honour on its national day",
        "be the guest of honour on its national day",
    )
    goes = "Prime Minister Luke Bola will pay an official visit to Mauritius in March"
    one = Told("b", "2031-03-02").occasion(
        "visit", "planned", goes, parties=("FJI", "MUS"), participants=("Luke Bola",), date_start="2031-03"
    )
    assert states(asks, one) == [["asked", "planned"]]


def test_he_who_is_invited_is_no_mission() -> None:
    asks = Told("a", "2031-02-03").says(
        "request",
        "MUS",
        "renewed the invitation to him to visit the island, its ports and factories",
        "renewed the invitation to him to visit Mauritius, its ports and factories",
    )
    goes = Told("b", "2031-03-02").says(
        "pledge",
        "FJI",
        "The Prime Minister will visit Mauritius in May",
        "The Prime Minister will visit Mauritius in May",
        strength="firm",
    )
    assert states(asks, goes) == [["asked", "planned"]]

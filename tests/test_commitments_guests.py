"""Who visits: whoever an invitation is addressed to; visits told by talks, called off, accepted in a later report."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def invites(words: str, item: str = "pay an official visit to Mauritius") -> Told:
    told = Told("a", "2031-02-03").occasion(
        "meeting", "held", "Minister Anil Ramgoolaye met Minister Seru Vaniqi", participants=("Anil Ramgoolaye", "Seru Vaniqi"),
        date_start="2031-02-03",
    )  # fmt: skip
    return told.says("request", "MUS", words, item)


def visits(name: str) -> Told:
    words = f"{name} arrived in Port Louis on an official visit"
    return Told("b", "2031-06-02").occasion(
        "visit", "held", words, parties=("FJI", "MUS"), participants=(name.split(" ", 2)[-1],), date_start="2031-06-02"
    )


@pytest.mark.parametrize(
    ("words", "guest", "then"),
    [
        ("handed over an invitation from President Ramsewak to pay an official visit to Mauritius", "Prime Minister Luke Bola", ["asked", "held"]),
        ("conveyed an invitation for Prime Minister Luke Bola to pay an official visit to Mauritius", "Prime Minister Luke Bola", ["asked", "held"]),
        ("conveyed an invitation to Prime Minister Luke Bola to pay an official visit to Mauritius", "Minister Seru Vaniqi", ["asked"]),
        ("President Ramsewak invited his counterpart to pay an official visit to Mauritius", "President Ilai Nako", ["asked", "held"]),
        ("extended to President Ilai Nako an invitation to pay an official visit to Mauritius", "President Ilai Nako", ["asked", "held"]),
        ("extended to the Amir of Fiji an invitation to pay an official visit to Mauritius", "Minister Seru Vaniqi", ["asked"]),
        ("President Ramsewak invited the Secretary to pay an official visit to Mauritius", "Secretary Ilai Nako", ["asked", "held"]),
    ],
)  # fmt: skip
def test_the_guest_is_whoever_is_invited(words: str, guest: str, then: list[str]) -> None:
    assert states(invites(words), visits(guest)) == [then]


def test_an_invitation_to_a_place_or_to_a_feast_is_to_a_visit() -> None:
    for words, item in (
        ("Mr Ramsewak invited President Ilai Nako to Port Louis in 2031", "Port Louis in 2031"),
        ("Mr Ramsewak invited President Ilai Nako to the celebration of the harvest", "the celebration of the harvest"),
    ):
        rows = follow([invites(words, item).entry()], "FJI", "MUS")
        assert [row.history[0].state for row in rows] == ["asked"]
        assert states(invites(words, item), visits("President Ilai Nako")) == [["asked", "held"]]


def test_an_invitation_is_accepted_in_a_later_report() -> None:
    asks = invites("Mauritius invited Prime Minister Luke Bola to visit Mauritius", "visit Mauritius")
    takes = "The Prime Minister of Fiji has accepted the invitation of Prime Minister Ramsewak"
    told = Told("b", "2031-04-02").says("pledge", "FJI", takes, takes, strength="firm")
    assert states(asks, told) == [["asked", "answered"]]


def test_the_reason_for_which_a_visit_was_called_off_is_not_where_it_was_to_go() -> None:
    asks = invites("Mauritius invited the Fijian Prime Minister to visit Mauritius", "visit Mauritius")
    off = "the visit of the Fijian Prime Minister could not take place because of the elections in Fiji"
    assert states(asks, Told("b", "2031-09-02").says("assess", "MUS", off)) == [["asked", "cancelled"]]


def test_a_mission_that_is_put_off_is_no_persons_visit() -> None:
    goes = "a Fijian trade mission will visit Mauritius in November"
    plan = Told("a", "2031-02-03").occasion("visit", "planned", goes, parties=("FJI", "MUS"), date_start="2031-11")
    off = "its trade mission to Mauritius, planned for November, had been postponed to March 2032"
    assert states(plan, Told("b", "2031-10-02").says("announce", "FJI", off)) == [["planned", "moved"]]


def test_a_sitting_has_its_name_where_one_telling_lacks_the_kind() -> None:
    plan = Told("a", "2031-02-03").occasion(
        "mechanism",
        "planned",
        "The Coral Rim Cabinet will be held in Nadi in 2032",
        place="Nadi",
        date_start="2032",
        ordinal=4,
    )
    again = Told("b", "2031-06-03").occasion(
        "meeting", "planned", "the next Coral Rim Cabinet will be held in Nadi in 2032", place="Nadi", date_start="2032"
    )
    assert states(plan, again) == [["planned", "planned"]]


def test_what_was_to_be_set_up_and_has_met_is_set_up() -> None:
    sets = "establish a joint reef council"
    agreed = Told("a", "2031-02-03").says("agree", "MUS+FJI", f"They agreed to {sets}", sets, strength="firm")
    met = Told("b", "2032-02-03").occasion(
        "mechanism", "held", "the joint reef council has met only once", date_start="2032-01"
    )
    assert states(agreed, met) == [["stated", "done"]]


@pytest.mark.parametrize(
    ("who", "then"),
    [
        ("a team of the Development Bank of Mauritius", [["asked"], ["planned"]]),
        ("a delegation of the Mauritian Ministry of Fisheries", [["asked"], ["planned"]]),
        ("the President of Mauritius", [["asked", "planned"]]),
    ],
)
def test_the_visit_of_an_institutions_people_is_not_the_presidents(who: str, then: list[list[str]]) -> None:
    a = Told("a", "2031-02-03").says("request", "FJI", "Fiji invited the President of Mauritius to pay a visit to Fiji",
                                     "the President of Mauritius to pay a visit to Fiji")  # fmt: skip
    words = f"{who} will visit Fiji in June 2031"
    b = Told("b", "2031-04-02").occasion("visit", "planned", words, parties=("MUS", "FJI"), date_start="2031-06")
    assert states(a, b) == then


def test_the_visit_of_others_is_not_the_visit_just_spoken_of() -> None:
    a = Told("a", "2031-02-03").says("request", "FJI", "Fiji invited the President of Mauritius to pay a visit to Fiji",
                                     "the President of Mauritius to pay a visit to Fiji")  # fmt: skip
    a.outcome("postponed", "the visit of the surveyors", "the visit of the surveyors has been put off twice")
    assert ["asked"] in states(a)
    b = Told("b", "2031-02-03").says("request", "FJI", "Fiji invited the President of Mauritius to pay a visit to Fiji",
                                     "the President of Mauritius to pay a visit to Fiji")  # fmt: skip
    b.outcome("postponed", "the visit", "the visit has been put off twice")
    assert states(b) == [["asked", "moved"]]

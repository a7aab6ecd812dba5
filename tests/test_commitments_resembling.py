"""What parts undertakings that resemble each other: nouns that are verbs too, governments, "the next six-year plan", and
what goes on with an answer. Sentences of our own.
"""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow, mentions
from communique.ledger.commitments.cues import of_the_rest
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


@pytest.mark.parametrize(
    ("text", "term", "there"),
    [
        ("will ship six thousand tons of cement", "=vessel", False),
        ("will ship six thousand tons of cement", "!deliver", True),
        ("ship the second load of cement", "=vessel", False),
        ("has shipped the cement", "+vessels", False),
        ("a ship for the outer islands", "=vessel", True),
        ("moved the pipes from ship to shore", "=vessel", True),
        ("would also train nine midwives", "=train-service", False),
        ("the train will run daily", "=train-service", True),
        ("grant ninety passes a year", "=grant-aid", False),
        ("to grant nurses leave", "=grant-aid", False),
        ("will give grant aid", "=grant-aid", True),
        ("the grant to the port", "=grant-aid", True),
    ],
)
def test_what_somebody_will_do_is_no_thing(text: str, term: str, there: bool) -> None:
    assert (term in terms_of(text, vocabulary()).weights) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("the bill is before the Council of State", False),
        ("the Council of Ministers will decide in June", False),
        ("the Federal Council has approved it", False),
        ("a Joint Council will be set up", True),
        ("the Council of the two ports will meet", True),
        ("a council on fisheries", True),
    ],
)
def test_a_government_is_nothing_that_two_states_set_up(text: str, there: bool) -> None:
    assert ("=committee" in terms_of(text, vocabulary()).weights) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("put the costs off to the next six-year plan", False),
        ("load the first 12,500 tons of copra before May", False),
        ("the next two will follow in June", True),
        ("settle the last three", True),
        ("the first 12 came in May", True),
    ],
)
def test_what_is_left_of_something_named_before(text: str, there: bool) -> None:
    assert of_the_rest(text) is there


def test_what_a_side_promises_after_its_answer_goes_on_with_it_where_it_names_no_thing_of_its_own() -> None:
    def told(words: str) -> Told:
        asked = Told("a", "2031-02-03").says(
            "request", "FJI", "Fiji asked for help with the nursery for corals", "help with the nursery for corals"
        )
        asked.says(
            "pledge", "MUS", "Mauritius would receive some divers to look into the question", "receive some divers to look into the question", strength="firm"
        )  # fmt: skip
        return asked.says("pledge", "MUS", f"Mauritius will {words}", words, strength="firm")

    assert states(told("send its agreement to this by June")) == [["asked", "answered", "answered"]]
    assert len(states(told("offer 40 scholarships to pupils each year"))) == 2


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Mauritius does not, however, wish to accept quotas for vanilla", "refused"),
        ("Mauritius was reluctant to accept quotas for vanilla", "refused"),
        ("Mauritius is opposed to quotas for vanilla in principle", None),
    ],
)
def test_what_is_not_wished_is_refused(sentence: str, told: str | None) -> None:
    entry = Told("a", "2031-02-03").says("oppose", "MUS", sentence).entry()
    assert [one.told for one in mentions(entry)] == ([told] if told else [])


def test_a_request_to_which_the_other_side_consents_is_answered() -> None:
    def then(words: str) -> Told:
        asked = Told("a", "2031-02-03").says(
            "request", "FJI", "Fiji asked for nine places for divers, to", "nine places for divers"
        )
        return asked.says("pledge", "MUS", words, words.split()[-1], strength="firm")

    assert states(then("which Mauritius readily consented")) == [["asked", "answered"]]
    assert states(then("which Mauritius consents each year to add a song")) == [["asked"]]


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("Flights between Suva and Plaisance are scheduled to start in April", True),
        ("Flights between Suva and Plaisance are popular with divers", False),
    ],
)
def test_what_is_scheduled_begins_an_undertaking(sentence: str, begins: bool) -> None:
    entry = Told("a", "2031-02-03").says("assess", "FJI", sentence).entry()
    assert any(one.starts for one in mentions(entry)) is begins

"""What makes two tellings one undertaking, and what does not: names, sums, families, tails, who speaks."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow, mentions
from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.cues import core, own_words
from communique.ledger.commitments.likeness import nearness
from communique.ledger.commitments.thread import Thread
from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.lexicon.words import fold, stem_of
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def first(item: str, holder: str = "FJI") -> Told:
    return Told("a", "2031-02-03").says("pledge", holder, f"Fiji would {item}", item, strength="firm")


def test_a_place_of_two_words_is_one_name() -> None:
    item = "provide a loan for the road from Nuku Alofi to Vatia"
    other = "open a consulate general in Nuku Alofi"
    assert states(first(item), Told("b", "2031-06-03").says("pledge", "FJI", other, other, strength="firm")) == [
        ["stated"],
        ["stated"],
    ]


def test_a_place_and_what_is_done_there_are_no_thing() -> None:
    ferry = "open a ferry between Nuku Alofi and Port Louis"
    theatre = "open a theatre in Nuku Alofi"
    later = "open the theatre in Nuku Alofi in May"
    told = [first(ferry), Told("b", "2031-06-03").says("pledge", "FJI", theatre, theatre, strength="firm")]
    assert states(*told) == [["stated"], ["stated"]]
    told.append(Told("c", "2031-09-03").says("pledge", "FJI", later, later, strength="firm"))
    assert sorted(map(len, states(*told))) == [1, 2]


@pytest.mark.parametrize(
    ("item", "session"),
    [
        ("make a survey of the tides, to be presented at the next meeting of the Joint Commission", False),
        ("sign the fishing protocol at the second session of the Joint Commission", False),
        ("submit a report to the next session of the Joint Commission", False),
        ("hold the second session of the Joint Commission in Suva", True),
        ("host the next meeting of the Joint Commission before the end of the year", True),
    ],
)
def test_a_session_at_which_something_else_is_to_be_done_is_not_what_is_promised(item: str, session: bool) -> None:
    (one,) = mentions(first(item).entry())
    assert (one.occasion is not None) is session


def test_the_family_of_a_railway_tells_nothing_beside_it() -> None:
    (land,) = mentions(
        first("buy land for a market and for a car park on both sides of the railway to the north").entry()
    )
    (hailed,) = mentions(
        Told("b", "2032-06-03").says("assess", "FJI", "The railway has been a road to riches since May").entry()
    )
    thread = Thread.begun_by(land)
    thread.learn(land)
    assert not {"-transport"} <= set(nearness(hailed, thread).shared)
    assert nearness(hailed, thread).score == 0


def test_the_only_undertaking_of_a_sum_is_known_by_it() -> None:
    item = "grant Mauritius 45 million dollars for reef nurseries"
    later = "release the first half of the 45 million dollars"
    told = Told("b", "2031-06-03").says("pledge", "FJI", f"Fiji will {later}", later, strength="firm")
    assert len(states(first(item), told)) == 1
    small = "buy 45 dredgers"
    assert len(states(first(item), Told("b", "2031-06-03").says("pledge", "FJI", small, small, strength="firm"))) == 2


def test_what_is_told_by_the_way_may_be_left_out() -> None:
    assert core("build a cold store in Labasa, a dream of the people of the north") == "build a cold store in Labasa"
    assert core("build a cold store, a jetty and a road in Labasa") is None
    item = "create a joint tide observatory in Labasa to warn of storms, cyclones and king tides"
    later = "the joint tide observatory would begin its work in May, with eleven forecasters from the universities"
    told = Told("b", "2031-06-03").says("pledge", "FJI", later, later, strength="firm")
    assert len(states(first(item), told)) == 1


def test_who_speaks_is_not_what_is_spoken_of() -> None:
    known = vocabulary()
    assert own_words("Ms Mere Tavola, Government Spokesperson: The dates are open", known) == "The dates are open"
    one = "Ms Mere Tavola, Government Spokesperson: We support a treaty on whales"
    other = "Ms Mere Tavola, Government Spokesperson: We support the talks on kelp"
    told = Told("b", "2031-06-03").says("support", "FJI", one).says("support", "FJI", other)
    assert states(first("open talks on kelp"), told) == [["stated", "softened"]]


@pytest.mark.parametrize(
    ("one", "other"), [("defence", "defense"), ("programme", "program"), ("tonnes", "tons"), ("offences", "offenses")]
)
def test_spellings_are_one(one: str, other: str) -> None:
    assert stem_of(fold(one)) == stem_of(fold(other))


def test_the_longer_name_of_a_relationship_of_the_same_rank_is_it() -> None:
    def upgrade(name: str, label: str, report: str, day: str) -> Told:
        words = f"decided to raise their relations to {label}"
        return Told(report, day).says("agree", "MUS+FJI", words, words, strength="firm")

    a = upgrade("a", "a reef partnership of the isles", "a", "2031-02-03").says(
        "agree",
        "MUS+FJI",
        "agreed to work towards an ocean alliance",
        "work towards an ocean partnership",
        strength="soft",
    )
    assert states(a)
    one = upgrade("a", "an ocean partnership", "a", "2031-02-03")
    longer = upgrade("b", "an ocean and trade partnership", "b", "2031-06-03")
    higher = upgrade("b", "a comprehensive ocean partnership", "b", "2031-06-03")
    assert len(states(one, longer)) == 1
    assert len(states(one, higher)) == 2


def test_a_matter_is_taken_up_by_its_name() -> None:
    item = "restart the cargo ferry between Suva and Port Louis"
    tells = "As for the ferry, tenders were called twice and nobody came forward"
    told = Told("b", "2032-02-03").says("assess", "FJI", tells)
    assert len(states(first(item), told)[0]) == 2


def test_by_whom_it_is_done_is_no_part_of_what_it_is() -> None:
    known = vocabulary()
    assert (
        own_words("the reef line will be examined by a joint working group in May", known)
        == "the reef line will be examined in May"
    )
    assert own_words("a fishery run by villages", known) == "a fishery run by villages"
    group = Told("b", "2031-06-03").outcome("done", "a joint working group", "a joint working group was set up today")
    words = "the reef line to Rotuma will be examined by a joint working group"
    assert states(first(words), group) == [["stated"]]


def test_sums_have_their_words_in_common_and_are_not_one_for_that() -> None:
    item = "give 12 million euro for schools in Labasa"
    other = "the first 75 million euro for the harbour at Suva had come in"
    assert states(first(item), Told("b", "2031-06-03").outcome("done", "75 million euro", other)) == [["stated"]]


def test_an_amount_may_be_written_in_words() -> None:
    assert amounts_in("raise trade to five billion dollars") == (("usd", 5e9),)
    assert amounts_in("five villages") == ()

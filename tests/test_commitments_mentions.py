"""Which mentions a report makes of undertakings: what is told, what points back, what may begin a thread."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow, mentions
from communique.ledger.commitments.mention import Mention
from tests.commitment_entries import Told


def made(told: Told) -> list[Mention]:
    return list(mentions(told.entry()))


def linked(*told: Told) -> list[list[str]]:
    """The states of the threads that surely span reports."""
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    sure = [[step for step in row.history if step.sure] for row in rows]
    return [[step.state for step in steps] for steps in sure if len({step.report for step in steps}) > 1]


@pytest.mark.parametrize(
    "item",
    [
        "reopen its embassy in Suva",
        "open its market to Fijian kava",
        "lift its ban on Fijian mangoes",
        "repair its ferry terminal",
    ],
)
def test_a_thing_of_ones_own_is_no_reference(item: str) -> None:
    (one,) = made(Told("a", "2031-02-01").says("request", "FJI", f"Fiji asked Mauritius to {item}", item))
    assert (one.told, one.back, one.starts) == ("asked", None, True)


@pytest.mark.parametrize(
    "words", ["The agreement will be signed in May", "A contract to this effect was signed", "Its signing took place"]
)
def test_a_paper_named_by_its_kind_is_one(words: str) -> None:
    (one,) = made(Told("a", "2031-02-01").says("assess", "FJI", words))
    assert one.back == "name"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Fijian inspectors visited four packing houses last month", "progress"),
        ("Three hundred Fijian divers are working in Mauritian yards this year", "progress"),
        ("The laying of the Suva cable has been put back to 2033", "moved"),
        ("Nothing has come of the coral fund", "failed"),
    ],
)
def test_an_event_with_its_time_is_told(words: str, told: str) -> None:
    (one,) = made(Told("a", "2031-02-01").says("assess", "FJI", words))
    assert (one.told, one.starts) == (told, False)


@pytest.mark.parametrize(
    "words",
    [
        "Trade reached 90 million dollars last year",
        "The two islands have been friends",
        "They recalled the visit of the divers in June",
    ],
)
def test_a_measure_or_memory_is_none(words: str) -> None:
    assert made(Told("a", "2031-02-01").says("assess", "FJI", words)) == []


def test_what_is_recalled_to_have_happened_is_told_by_its_tense_alone() -> None:
    (one,) = made(Told("a", "2031-02-01").says("assess", "FJI", "They recalled that Fiji had invited divers in June"))
    assert (one.told, one.faint, one.starts) == ("done", True, False)


def test_what_is_asked_answers_nothing() -> None:
    told = Told("a", "2031-02-01").says(
        "request", "FJI", "President Vula invited Prime Minister Ramgoolam to visit Fiji at a mutually convenient time",
        "visit Fiji at a mutually convenient time",
    )  # fmt: skip
    (one,) = made(told)
    assert (one.back, one.occasion and one.occasion.kind) == (None, "visit")


@pytest.mark.parametrize(
    "words", ["he gladly accepts the invitation", "Prime Minister Ramgoolam accepted", "he had no objection"]
)
def test_an_answer_names_nothing(words: str) -> None:
    act = "assess" if "objection" in words else "pledge"
    strength = "firm" if act == "pledge" else None
    (one,) = made(Told("a", "2031-02-01").says(act, "MUS", words, strength=strength))
    assert (one.told, one.back, one.starts) == ("said", "answer", False)


def test_things_told_one_after_another_are_several() -> None:
    words = "The sides agreed that the Suva wharf would be ready in May, that the first Fijian cadets would sail in June, and that a seed bank would open"
    assert len(made(Told("a", "2031-02-01").says("assess", "FJI", words))) == 3


def test_an_upgrade_told_at_once_begins_a_thread() -> None:
    a = Told("a", "2031-02-01").relation(
        "upgraded", "blue partnership", "The leaders today raised relations to a blue partnership", date="2031-02-01"
    )
    b = Told("b", "2031-09-01").relation(
        "upgraded", "blue partnership", "since the islands became blue partners in February", date="2031-02"
    )
    assert len(linked(a, b)) == 1


def test_an_upgrade_is_known_by_its_words() -> None:
    a = Told("a", "2031-02-01").says(
        "propose", "FJI", "Fiji proposed to move from the present partnership to an “island partnership”",
        "move from the present partnership to an “island partnership”",
    )  # fmt: skip
    b = Told("b", "2031-09-01").says("assess", "FJI", "With this we have lifted our ties to an Island Partnership")
    assert [one.label for one in made(a)] == [one.label for one in made(b)] == [frozenset({"island", "partnership"})]
    assert len(linked(a, b)) == 1


def test_papers_of_no_name_are_no_outcome() -> None:
    assert made(Told("a", "2031-02-01").outcome("done", "twelve documents", "Twelve documents were signed")) == []


def test_a_council_told_by_the_way_is_held() -> None:
    quote = "whose joint coral council held its first meeting in June, adopt a plan for the reefs, and protect turtles"
    (one,) = made(Told("a", "2031-09-01").occasion("mechanism", "held", quote, date_start="2031-06"))
    assert one.evidence.quote == "whose joint coral council held its first meeting in June"


def test_words_whose_stem_another_word_has() -> None:
    (one,) = made(
        Told("a", "2031-02-01").says(
            "request", "MUS", "Mauritius asked Fiji to improve hospitality in Nadi", "improve hospitality in Nadi"
        )
    )
    assert "=hospital" not in one.terms.weights


def test_what_will_be_signed_is_not_done() -> None:
    (one,) = made(Told("a", "2031-02-01").says("assess", "FJI", "The coral treaty will be signed in May"))
    assert (one.told, one.starts) == ("said", True)


def test_a_request_keeps_its_object() -> None:
    told = Told("a", "2031-02-01").says(
        "request", "FJI", "Dr Vula also called for the reef market at Nadi to be opened soon", "opened soon"
    )
    assert [one.evidence.quote for one in made(told)] == ["the reef market at Nadi to be opened soon"]


def test_a_sum_of_trade_is_a_target_in_any_words() -> None:
    words = ("bring annual trade to 3 billion dollars by 2040", "the goal of 3 billion dollars in trade by 2040")
    for item in words:
        (one,) = made(Told("a", "2031-02-01").says("request", "FJI", f"Fiji asked to reach {item}", item))
        assert "=target" in one.terms.weights


def test_no_comment_refuses_nothing() -> None:
    assert made(Told("a", "2031-02-01").says("assess", "FJI", "We are not in a position to share any date")) == []


def test_a_visit_told_after_the_visitors_company() -> None:
    quote = "Prime Minister Ramgoolam, accompanied by Trade Minister Lall, is on an official visit to Fiji from 11 to 13 May"
    (one,) = made(Told("a", "2031-05-12").occasion("visit", "held", quote, date_start="2031-05-11", place="Fiji"))
    assert one.evidence.quote == quote


def test_a_proposed_relationship_is_asked_for() -> None:
    told = Told("a", "2031-02-01").says("assess", "FJI", "Fiji has proposed a strategic reef partnership")
    told.at = 20
    (one,) = made(told.relation("described", "strategic reef partnership", "strategic reef partnership"))
    assert one.told == "asked"


def test_travellers_for_whom_something_is_asked_pay_no_visit() -> None:
    item = "a waiver of the visa fee for Fijian pilgrims travelling to Mauritius"
    (one,) = made(Told("a", "2031-02-01").says("request", "FJI", f"Fiji requested {item}", item))
    assert one.occasion is None

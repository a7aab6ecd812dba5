"""What becomes of undertakings from report to report: states, links, and what is no link."""

from __future__ import annotations

import json
import pickle
from dataclasses import fields

import pytest

from communique.ledger.commitments import Memory, Thread, follow, mentions, standing, with_lapse
from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.dates import due_in
from communique.ledger.commitments.terms import ordinal_in
from communique.ledger.rows import Commitment, Step
from communique.records import Evidence
from tests.commitment_entries import Told


def threads(*told: Told) -> list[Commitment]:
    return list(follow([one.entry() for one in told], "FJI", "MUS"))


def states(*told: Told) -> list[list[str]]:
    """The states of the threads that span reports."""
    return [
        [step.state for step in one.history if step.sure]
        for one in threads(*told)
        if len({step.report for step in one.history}) > 1
    ]


def ferry(name: str = "a", date: str = "2031-02-03") -> Told:
    return Told(name, date).says(
        "request",
        "FJI",
        "Fiji asked Mauritius to remove the cap on Fijian tuna at Port Louis",
        "remove the cap on Fijian tuna at Port Louis",
    )


def test_asked_answered_done() -> None:
    b = Told("b", "2031-05-02").says(
        "pledge", "MUS", "Mauritius will abolish the quota on Fijian tuna at Port Louis by 2032",
        "abolish the quota on Fijian tuna at Port Louis by 2032", strength="firm",
    )  # fmt: skip
    c = Told("c", "2032-03-01").outcome(
        "done", "The limit on tuna at Port Louis", "The limit on tuna at Port Louis was lifted in January"
    )
    assert states(ferry(), b, c) == [["asked", "answered", "done"]]
    (one,) = threads(ferry(), b, c)
    assert (one.state, one.score, one.promisors) == ("done", 1, ("MUS",))


def test_refused() -> None:
    b = Told("b", "2031-05-02").says("oppose", "MUS", "Mauritius ruled out lifting the quota on tuna at Port Louis")
    assert states(ferry(), b) == [["asked", "refused"]]


def test_the_other_sides_same_deed_is_another_undertaking() -> None:
    b = Told("b", "2031-05-02").says(
        "request", "MUS", "Mauritius asked Fiji to remove the cap on Mauritian tuna", "remove the cap on Mauritian tuna"
    )
    assert states(ferry(), b) == []


def test_vague_words_are_no_link() -> None:
    words = ("deepen cooperation in all fields", "strengthen cooperation in various fields")
    told = [Told(n, d).says("agree", "MUS+FJI", f"The two sides agreed to {w}", w, strength="firm")
            for n, d, w in zip("ab", ("2031-01-01", "2031-06-01"), words, strict=True)]  # fmt: skip
    assert states(*told) == []


@pytest.mark.parametrize(
    ("strength", "words", "state"),
    [
        ("firm", "build a hospital in Nadi", "hardened"),
        ("soft", "build a hospital in Nadi", "restated"),
        ("tentative", "build a hospital in Nadi", "softened"),
        ("soft", "build a hospital in Nadi by 2035", "hardened"),
    ],
)
def test_force(strength: str, words: str, state: str) -> None:
    a = Told("a", "2031-01-01").says(
        "pledge", "MUS", "Mauritius is ready to build a hospital in Nadi", "build a hospital in Nadi", strength="soft"
    )
    b = Told("b", "2031-06-01").says("pledge", "MUS", f"Mauritius says it will {words}", words, strength=strength)
    assert states(a, b) == [["stated", state]]


def test_later_date_moves_and_more_broadens() -> None:
    def told(name: str, date: str, words: str) -> Told:
        return Told(name, date).says("pledge", "MUS", f"Mauritius will {words}", words, strength="firm")

    words = (
        "provide 50 scholarships for Nadi students by 2032",
        "provide 80 scholarships for Nadi students by 2032",
        "provide 80 scholarships for Nadi students by 2033",
    )
    assert states(
        *(told(n, d, w) for n, d, w in zip("abc", ("2031-01-01", "2031-05-01", "2031-09-01"), words, strict=True))
    ) == [["stated", "broadened", "moved"]]


def test_study_and_construction_are_two() -> None:
    a = Told("a", "2031-01-01").says(
        "pledge",
        "MUS",
        "Mauritius will complete the feasibility study for the Suva railway",
        "complete the feasibility study for the Suva railway",
        strength="firm",
    )
    b = Told("b", "2031-06-01").says(
        "pledge",
        "MUS",
        "Mauritius will begin laying the Suva railway",
        "begin laying the Suva railway",
        strength="firm",
    )
    assert states(a, b) == []


def test_answers_in_one_report_belong_to_all_that_was_asked() -> None:
    quote = "Fiji requested simplification of the registration of vaccines and the removal of restrictions on mangoes, which the Mauritian side agreed to examine"
    item = quote.removeprefix("Fiji requested ")
    (first, second) = threads(Told("a", "2031-01-01").says("request", "FJI", quote, item))
    assert [[step.state for step in one.history] for one in (first, second)] == [["asked", "answered"]] * 2
    assert first.history[0].evidence[0].quote == "simplification of the registration of vaccines"


def test_evidence_is_the_items_own() -> None:
    quote = "Mauritius will buy more sugar, open a consulate in Suva, and complete the study of a third bridge"
    told = (
        Told("a", "2031-01-01")
        .says("pledge", "MUS", quote, quote.removeprefix("Mauritius will "), strength="firm")
        .entry()
    )
    found = [one.evidence for one in mentions(told)]
    assert [one.quote for one in found] == [
        "buy more sugar",
        "open a consulate in Suva",
        "complete the study of a third bridge",
    ]
    assert all(quote[one.start : one.end] == one.quote for one in found)


def test_visit_asked_answered_planned_held() -> None:
    a = Told("a", "2031-01-01").says(
        "request", "MUS", "Mauritius invited President Cakau to visit Mauritius", "visit Mauritius"
    )
    a.says(
        "pledge",
        "FJI",
        "The invitation was accepted with pleasure",
        "The invitation was accepted with pleasure",
        strength="firm",
    )
    b = Told("b", "2031-03-01").occasion(
        "visit", "planned", "President Cakau will pay a state visit to Mauritius in June", parties=("FJI", "MUS"),
        date_start="2031-06", date_end="2031-06", participants=("Ana Cakau",),
    )  # fmt: skip
    c = Told("c", "2031-06-09").occasion(
        "visit", "held", "President Cakau arrived in Port Louis on a state visit", parties=("FJI", "MUS"), date_start="2031-06-08",
        participants=("Ana Cakau",), main=True,
    )  # fmt: skip
    assert states(a, b, c) == [["asked", "answered", "planned", "held"]]


def test_the_return_visit_is_another() -> None:
    a = Told("a", "2031-01-01").says(
        "request", "MUS", "Mauritius invited President Cakau to visit Mauritius", "visit Mauritius"
    )
    b = Told("b", "2031-03-01").occasion(
        "visit", "held", "a visit to Fiji", parties=("MUS", "FJI"), date_start="2031-03-01"
    )
    assert states(a, b) == []


def test_session_moved_and_held() -> None:
    a = Told("a", "2031-01-01").says("agree", "MUS+FJI", "They agreed to hold the third meeting of the Joint Fisheries Commission in Suva in 2032",
                                     "hold the third meeting of the Joint Fisheries Commission in Suva in 2032", strength="firm")  # fmt: skip
    b = Told("b", "2031-09-01").says(
        "announce",
        "FJI",
        "The third meeting of the Joint Fisheries Commission, once planned for 2032, will now be held in 2033",
    )
    c = Told("c", "2033-04-01").occasion(
        "mechanism", "held", "the third meeting of the Joint Fisheries Commission", ordinal=3, date_start="2033-04-01"
    )
    d = Told("d", "2033-05-01").occasion(
        "mechanism",
        "planned",
        "the fourth meeting of the Joint Fisheries Commission",
        ordinal=4,
        date_start="2034",
        date_end="2034",
    )
    assert states(a, b, c, d) == [["planned", "moved", "held"]]


def test_upgrade_of_relations() -> None:
    a = Told("a", "2031-01-01").relation(
        "upgraded", "strategic partnership", "raised their relations to a strategic partnership", date="2031-01-01"
    )
    b = Told("b", "2031-08-01").relation(
        "upgraded", "strategic partnership", "since relations became a strategic partnership", date="2031-01"
    )
    assert states(a, b) == [["stated", "done"]]


def test_lapsed_and_silent_as_of_a_date() -> None:
    a = Told("a", "2031-01-01").says(
        "request", "FJI", "Fiji asked Mauritius to return the Levuka drums by 2032", "return the Levuka drums by 2032"
    )
    (one,) = threads(a)
    assert not standing(one, "2032-12-31").overdue
    late = standing(one, "2033-01-01", met=["2031-07-01"])
    assert (late.overdue, late.lapsed, late.days, late.silence) == (True, True, 731, "2031-07-01")
    lapsed = with_lapse(one, "2033-01-01")
    assert (lapsed.state, lapsed.score, lapsed.history[-1].evidence) == ("lapsed", -1, ())


def test_a_thread_is_wholly_serialisable() -> None:
    (one,) = _kept(ferry()).all()
    again = Thread.from_json(json.loads(json.dumps(one.to_json())))
    assert again == one
    assert again.keys() == one.keys()


def _kept(*told: Told) -> Memory:
    from communique.ledger.commitments import Linker

    memory = Memory()
    linker = Linker(memory)
    for one in told:
        linker.take(mention for mention in mentions(one.entry()) if mention.bucket == "FJI|MUS")
    return memory


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by the end of 2033", "2033"), ("from 1 January next year", "2032-01-01"), ("in May", "2031-05"), ("on June 1", "2031-06-01"),
        ("in January", "2032-01"), ("once planned for 2033, in August", "2031-08"), ("the plan for 2031-2035", None), ("soon", None),
        ("the visit, which was to have taken place this year, has been rescheduled for March 2032", "2032-03"),
        ("put off the ninth session, scheduled for this month, until February 2032", "2032-02"),
        ("moved from May to June", "2031-06"), ("put off the signing set for 4 March to 8 April", "2031-04-08"),
        ("had been expected this year, and has been moved to the spring of 2033", "2033"), ("was postponed by three weeks", None),
    ],
)  # fmt: skip
def test_dates(words: str, due: str | None) -> None:
    assert due_in(words, "2031-02-03") == due


def test_amounts_and_ordinals() -> None:
    assert dict(amounts_in("a loan of US$ 300 million and 120 beds in 2032")) == {"usd": 3e8, "bed": 120}
    assert ordinal_in("the third railway") == 3
    assert ordinal_in("in the first half of 2030") is None


def test_a_step_of_an_answer_is_as_if_made_with_care() -> None:
    (row,) = threads(Told("a", "2031-01-01").says(
        "request", "FJI", "Fiji asked Mauritius to return the Levuka drums by 2032", "return the Levuka drums by 2032"
    ))  # fmt: skip
    (step,) = row.history
    (words,) = step.evidence
    again = Evidence(start=words.start, end=words.end, quote=words.quote)
    assert (words, hash(words), words.model_dump()) == (again, hash(again), again.model_dump())
    assert pickle.loads(pickle.dumps(words)) == words.model_copy() == again
    made = Step(**{field.name: getattr(step, field.name) for field in fields(Step)})
    assert (step, hash(step), repr(step)) == (made, hash(made), repr(made))

"""Answers in the report that tells of the asking: by what they name, by "both requests", by their place and topic."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow
from communique.ledger.commitments.cues import no_subject
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def asked(*items: str, topics: tuple[str, ...] = ("agriculture",)) -> Told:
    """What Mauritius asks of Fiji, item by item."""
    words = f"Mauritius asked for {', and '.join(items)}"
    return Told("a", "2031-02-03").says("request", "MUS", words, *items, topics=topics)


TWO = ("the return of the two carved masks", "the reopening of the tuna auction at Suva")


def test_an_answer_is_of_what_it_names_and_not_of_what_was_asked_last() -> None:
    told = asked(*TWO).says(
        "pledge", "FJI", "the masks would be looked at with sympathy", "the masks would be looked at with sympathy",
        strength="tentative",
    )  # fmt: skip
    assert states(told) == [["asked"], ["asked", "answered"]]
    rows = {row.what: [step.state for step in row.history] for row in follow([told.entry()], "FJI", "MUS")}
    assert rows[TWO[0]] == ["asked", "answered"]


def test_what_names_a_matter_of_its_own_begins_its_own() -> None:
    words = "the masks of the Vatia dancers will be shown at a fair in Nadi next year"
    assert ["stated"] in states(asked(*TWO).says("pledge", "FJI", words, words, strength="firm"))


def test_both_requests_are_answered_at_once() -> None:
    words = "its ministries would study the two requests"
    assert states(asked(*TWO).says("pledge", "FJI", words, words, strength="tentative")) == [["asked", "answered"]] * 2
    words = "it was willing to help on both counts"
    assert states(asked(*TWO).says("pledge", "FJI", words, words, strength="soft")) == [["asked", "answered"]] * 2


def test_who_undertakes_this_undertakes_what_was_asked() -> None:
    words = "undertake this in Lautoka free of charge"
    told = asked("help in refitting the patrol ship Saku").says(
        "pledge", "FJI", f"Fiji would {words}", words, strength="firm"
    )
    assert states(told) == [["asked", "answered"]]


@pytest.mark.parametrize(
    ("words", "topics", "then"),
    [
        ("inspectors would be sent to the orchards by May", ("agriculture",), [["asked", "answered"]]),
        ("inspectors would be sent to the orchards by May", ("culture",), [["asked"], ["stated"]]),
    ],
)
def test_the_next_word_of_the_asked_side_on_the_topic_is_its_answer(
    words: str, topics: tuple[str, ...], then: list[list[str]]
) -> None:
    told = asked("access for its lychees")
    told.at += 30  # "Minister Vaniqi replied that"
    assert states(told.says("pledge", "FJI", words, words, strength="firm", topics=topics)) == then


def test_without_a_word_between_them_it_is_no_answer() -> None:
    words = "Fiji will open a school on Rotuma"
    told = asked("access for its lychees").says("pledge", "FJI", words, words, strength="firm", topics=("agriculture",))
    assert states(told) == [["asked"], ["stated"]]


def test_an_answer_goes_on() -> None:
    told = (
        asked("the opening of a kava market in Port Louis")
        .says("assess", "FJI", "The Fijian side took note of the proposal")
        .says(
            "pledge", "FJI", "would consult the agencies concerned", "consult the agencies concerned", strength="soft"
        )
    )
    assert states(told)[0][:2] == ["asked", "answered"]
    assert len(states(told)) == 1


def test_a_matter_that_the_other_side_will_examine_is_its_answer() -> None:
    matter = "a matter that Fiji will examine with its growers"
    told = Told("a", "2031-02-03").says(
        "request", "MUS", f"Mauritius asked for access for its lychees, {matter}", "access for its lychees", matter
    )
    assert states(told) == [["asked", "answered"]]


def test_a_request_repeated_by_that_name_is_of_what_was_named_before() -> None:
    told = (
        Told("b", "2032-02-03")
        .outcome("failed", "the tuna auction at Suva", "the tuna auction at Suva has not been reopened")
        .says("assess", "MUS", "Mauritius repeated the request")
    )
    assert states(asked(TWO[1]), told) == [["asked", "lapsed", "restated"]]


def test_a_figure_is_no_item_and_a_fifth_is_no_session() -> None:
    items = ("the building of a second power line", "at 400 kilovolts")
    told = Told("a", "2031-02-03").says("request", "MUS", "Mauritius asked for " + ", ".join(items), *items)
    assert states(told) == [["asked"]]
    more = "raise by one fifth the quota for lychees"
    raised = Told("b", "2031-03-03").says("pledge", "FJI", f"Fiji will {more}", more, strength="firm")
    assert [row.kind for row in follow([raised.entry()], "FJI", "MUS")] == ["pledge"]


def test_a_clause_without_its_subject_is_of_what_was_named_before() -> None:
    told = (
        Told("b", "2031-06-03")
        .outcome("begun", "the tuna auction at Suva", "the tuna auction at Suva is being rebuilt")
        .says("announce", "FJI", "is now expected to be opened in May 2032")
    )
    assert states(asked(TWO[1]), told)[0][:2] == ["asked", "in-progress"]
    assert len(states(asked(TWO[1]), told)) == 1
    assert no_subject("will be signed in June")
    assert no_subject("would work at full speed by May")
    assert not no_subject("would consult its ministries")


def test_the_text_of_a_treaty_is_a_step_to_it() -> None:
    item = "conclude a treaty on the return of fishing boats"
    agreed = Told("a", "2031-02-03").says("agree", "MUS+FJI", f"They agreed to {item}", item, strength="firm")
    words = "the text of the treaty on the return of fishing boats has been agreed"
    told = Told("b", "2031-06-03").outcome("done", "the text of the treaty on the return of fishing boats", words)
    assert states(agreed, told) == [["stated", "in-progress"]]


def test_a_thing_is_one_in_the_name_of_a_bill() -> None:
    known = vocabulary()
    assert "=oil" in terms_of("help to draft the Petroleum Bill", known).weights
    assert "=port" not in terms_of("fly to Port Moresby", known).weights

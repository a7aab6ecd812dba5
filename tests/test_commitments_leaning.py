"""Words that lean on what stands before them, visits told by their meetings, and what only the tense tells."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import follow, mentions
from communique.ledger.commitments.cues import bare, own_words, so_since, telling, thanked_for
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.lexicon import words_in
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def named_then(item: str) -> Told:
    """A report that names the Vatia reactor, and right after it a promise that does not."""
    return (
        Told("a", "2031-02-03")
        .says("assess", "MUS+FJI", "Both sides recalled their wish to build the Vatia reactor together")
        .says("agree", "MUS+FJI", f"They decided to {item}", item, strength="firm")
    )


def test_the_terms_are_those_of_what_was_named_right_before() -> None:
    a = named_then("finalise the technical terms by the end of 2031")
    b = Told("b", "2031-09-03").outcome(
        "begun", "the offer for the Vatia reactor", "the offer for the Vatia reactor is being drawn up"
    )
    assert ["stated", "in-progress"] in states(a, b)


def test_what_names_its_matter_leans_on_nothing() -> None:
    a = named_then("open a lighthouse on Rotuma by the end of 2031")
    b = Told("b", "2031-09-03").outcome(
        "begun", "the offer for the Vatia reactor", "the offer for the Vatia reactor is being drawn up"
    )
    assert ["stated"] in states(a, b)
    assert all(one.before is None for one in mentions(a.entry()))


def test_whoever_was_to_visit_and_met_there_has_visited() -> None:
    a = Told("a", "2031-02-03").says(
        "request", "FJI", "Fiji invited President Ramgoolaye to visit Fiji in 2031", "visit Fiji in 2031"
    )
    met = {"participants": ("Anil Ramgoolaye", "Seru Vaniqi"), "date_start": "2031-06-02"}
    b = Told("b", "2031-06-02").occasion("meeting", "held", "Ramgoolaye and Vaniqi held talks", place="Suva", **met)
    c = Told("c", "2031-06-02").occasion("meeting", "held", "Ramgoolaye and Vaniqi held talks", place="Nairobi", **met)
    assert states(a, b) == [["asked", "held"]]
    assert states(a, c) == [["asked"]]


def test_the_one_who_invites_him_is_not_the_visitor() -> None:
    quote = "a letter from President Ramgoolaye inviting him to visit Port Louis"
    told = Told("a", "2031-02-03").says("request", "MUS", quote, "inviting him to visit Port Louis")
    (one,) = mentions(told.entry())
    assert one.occasion is not None
    assert one.occasion.who == frozenset()


def test_an_invitation_to_a_place_is_one_to_visit() -> None:
    told = Told("a", "2031-02-03").says(
        "request", "MUS", "Mauritius invited Prime Minister Vaniqi to Port Louis", "Port Louis"
    )
    (one,) = mentions(told.entry())
    assert one.occasion is not None
    assert (one.occasion.kind, one.occasion.visitor, one.occasion.host) == ("visit", "FJI", "MUS")


def test_an_accepted_visit_is_known_before_its_invitation() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "FJI", "Prime Minister Vaniqi accepted an invitation to visit Mauritius in 2032",
        "visit Mauritius in 2032", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-02-04").says(
        "request", "MUS", "Mauritius invited Prime Minister Vaniqi to visit Mauritius in 2032",
        "visit Mauritius in 2032",
    )  # fmt: skip
    assert len(states(a, b)) == 1


def test_nobody_is_invited_and_there_in_one_report() -> None:
    a = Told("a", "2031-02-03").says(
        "request", "FJI", "Fiji invited President Ramgoolaye to visit Fiji", "visit Fiji"
    )  # fmt: skip
    a.occasion("visit", "held", "to be signed during the visit of President Ramgoolaye to Fiji", place="Fiji")
    assert "held" not in [state for one in states(a) for state in one]


@pytest.mark.parametrize(("praise", "told"), [
    ("thanked Fiji for the sand that was shipped in May", "done"),
    ("hailed the signing of the pact on wells", "done"),
    ("praised the four rounds of talks that have been held", "progress"),
    ("thanked Fiji for its offer to ship sand", "said"),
    ("thanked Fiji for its friendship", "said"),
])  # fmt: skip
def test_what_thanks_are_for(praise: str, told: str) -> None:
    assert thanked_for(praise) == told


def test_what_has_been_so_since_a_day_is_done_but_talks_go_on() -> None:
    assert so_since("Suva has been receiving sand since May")
    assert not so_since("talks on sand have been going on since May")
    assert not so_since("Suva received sand in May")


@pytest.mark.parametrize("words", [
    "the survey of the reef will not be finished until March 2033",
    "the school at Rotuma would have to wait",
    "the wharf is now expected in 2034",
])  # fmt: skip
def test_not_until_then_is_put_off(words: str) -> None:
    assert telling(words, vocabulary()) == "moved"


def test_what_is_nearly_done_goes_on() -> None:
    assert telling("the wharf has been nearly completed", vocabulary()) == "progress"
    assert telling("the wharf has been completed", vocabulary()) == "done"


def test_an_aside_after_the_bare_subject_does_not_end_the_words() -> None:
    quote = "The minister, who came from Suva by night, thanked his hosts for the dozen boats that they had lent"
    assert own_words(quote, vocabulary()).startswith("thanked his hosts")
    assert (
        own_words("Fiji will open a school, which is long awaited, on the island", vocabulary())
        == "Fiji will open a school"
    )


def test_work_alone_and_the_other_seven_are_of_what_was_named() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("agree", "MUS+FJI", "They agreed to build the wharf of Levuka", "build the wharf of Levuka", strength="firm")
        .says("agree", "MUS+FJI", "Construction is to start in April", "start in April", strength="firm")
    )  # fmt: skip
    assert [one.back for one in mentions(a.entry())] == [None, "name"]
    b = (
        Told("b", "2031-03-03")
        .says("pledge", "MUS", "Mauritius will return five of the twelve drums", "return five of the twelve drums", strength="firm")
        .says("request", "FJI", "Fiji asked that the other seven pieces be sent too", "the other seven pieces be sent too")
    )  # fmt: skip
    assert len(states(b)) == 1


def test_what_is_narrated_as_to_come_begins_and_is_known_again() -> None:
    a = Told("a", "2031-02-03").outcome(
        "planned", "The regatta of Levuka", "The regatta of Levuka will take place in June 2031"
    )
    b = Told("b", "2031-07-03").outcome("failed", "The regatta of Levuka", "The regatta of Levuka was called off")
    assert states(a, b) == [["stated", "cancelled"]]


def faint(name: str, date: str, what: str, quote: str) -> Told:
    """A report with an outcome that only the tense tells."""
    told = Told(name, date).outcome("done", what, quote)
    told.outcomes[-1] = told.outcomes[-1].model_copy(update={"rule": ("outcomes.yaml/by-tense",)})
    return told


def test_what_only_the_tense_tells_is_of_what_it_names_almost_wholly() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will send twelve mares to the stud of Sigatoka", "send twelve mares to the stud of Sigatoka",
        strength="firm",
    )  # fmt: skip
    near = faint("b", "2031-07-03", "Twelve mares", "Twelve mares were flown to the stud of Sigatoka")
    far = faint("b", "2031-07-03", "A priest", "A priest of Sigatoka blessed the ferry to Vanua Levu")
    assert states(a, near) == [["stated", "done"]]
    assert states(a, far) == [["stated"]]


def test_a_doing_is_no_thing_of_the_same_stem() -> None:
    known = vocabulary()
    assert "=factory" not in terms_of("mangrove planting", known).weights
    assert "=factory" in terms_of("a cement plant", known).weights
    assert "=train-service" not in terms_of("training of midwives", known).weights


def test_the_last_word_of_a_text_is_one_word() -> None:
    known = vocabulary()
    words = words_in("a boundary")
    assert known.groups_at(words, 1)[1] == 1


@pytest.mark.parametrize(
    "words",
    [
        "construction would start in January",
        "that building work was expected to begin in May",
        "works will be finished by 2033",
    ],
)
def test_work_to_come_without_its_thing_is_of_what_was_named(words: str) -> None:
    a = (
        Told("a", "2031-02-03")
        .says("pledge", "MUS", "Mauritius will build the Vatia reactor", "build the Vatia reactor", strength="firm")
        .says("assess", "MUS", words)
    )
    found = [one for one in mentions(a.entry()) if words.endswith(one.what)]
    assert [(one.told, one.back) for one in found] == [("said", "name")]


def test_work_that_is_only_described_is_none() -> None:
    a = Told("a", "2031-02-03").says("assess", "MUS", "construction was expensive")
    assert not mentions(a.entry())


def test_a_bare_request_that_it_be_done_is_one() -> None:
    item = "the support be extended beyond that date"
    a = Told("a", "2031-02-03").says("request", "FJI", f"Fiji asked that {item}", item)
    assert [(one.told, one.back) for one in mentions(a.entry())] == [("asked", "name")]
    recalled = Told("b", "2031-02-03").says("request", "FJI", "Fiji had asked for this support", "this support")
    assert not mentions(recalled.entry())


@pytest.mark.parametrize(
    ("item", "leans"),
    [
        ("close the remaining chapters by February", True),
        ("sign in Suva before the end of June", True),
        ("conclude by the end of 2032", True),
        ("sign in Port Louis the protocol on tuna licences", False),
        ("close the fish market in Suva by February", False),
    ],
)
def test_what_is_left_of_a_text_and_what_is_signed_somewhere_was_named_before(item: str, leans: bool) -> None:
    known = vocabulary()
    assert bare(item, terms_of(item, known), known) is leans

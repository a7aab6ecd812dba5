"""What a report points back to, visits told from several ends, and the reasons that are shown."""

from __future__ import annotations

from communique.ledger.commitments import follow
from communique.ledger.rows import Commitment
from tests.commitment_entries import Told


def threads(*told: Told) -> list[Commitment]:
    return list(follow([one.entry() for one in told], "FJI", "MUS"))


def states(*told: Told) -> list[list[str]]:
    return [[step.state for step in one.history if step.sure] for one in threads(*told)]


def test_who_is_invited_to_attend_and_would_be_glad_to_come_is_answered_and_put_off() -> None:
    a = (
        Told("a", "2031-02-03")
        .says(
            "request", "MUS", "Mauritius has invited Prime Minister Ratu Vaniqi to attend the National Day celebrations",
            "attend the National Day celebrations",
        )
        .says("pledge", "FJI", "Mr Vaniqi would be delighted to come", strength="soft")
    )  # fmt: skip
    b = Told("b", "2031-09-01").outcome(
        "postponed", "the visit of Prime Minister Vaniqi to Mauritius",
        "the visit of Prime Minister Vaniqi to Mauritius has been put off to March 2032", date="2032-03",
    )  # fmt: skip
    assert states(a, b) == [["asked", "answered", "moved"]]


def test_a_visit_has_words_of_its_own_and_is_no_answer_to_what_was_asked_before() -> None:
    told = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius to waive the berthing fees", "waive the berthing fees")
        .says(
            "request", "MUS", "Mauritius invited President Tora to visit Port Louis in a further proposal",
            "visit Port Louis in a further proposal",
        )
    )  # fmt: skip
    assert sorted(states(told)) == [["asked"], ["asked"]]


def test_reasons_are_in_words() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will build the second slipway for Fijian trawlers at Suva",
        "build the second slipway for Fijian trawlers at Suva", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "pledge", "MUS", "Mauritius will complete the second slipway at Suva", "complete the second slipway at Suva",
        strength="firm",
    )  # fmt: skip
    (one,) = threads(a, b)
    reason = one.history[1].reason
    assert "slipway" in reason
    assert "no. 2" in reason
    assert not set("^~=!#+") & set(reason)


def test_other_words_for_the_same_matter_are_found_by_all_words() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will teach sailmaking to the apprentices of the Fijian boatyards",
        "teach sailmaking to the apprentices of the Fijian boatyards", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").outcome(
        "done", "The sailmaking apprentices", "The sailmaking apprentices received their papers in July"
    )
    assert states(a, b) == [["stated", "done"]]

"""What a report leaves open belongs to what it is nearest to, where each is the only one for the other. Sentences of our own."""

from __future__ import annotations

import pytest

from communique.ledger.commitments import Linker, Memory, mentions
from communique.ledger.commitments.leftover import left_of, nearest
from communique.ledger.commitments.linker import LEFT
from communique.ledger.commitments.noted import Noted
from tests.commitment_entries import Told

GRANT = "give 20 million dollars for new looms for the weavers of the outer islands"
BERTHS = "berths for its long-line fleet in the harbour of Port Louis"


def threads_of(*reports: Told) -> list[list[tuple[str, str]]]:
    """The sure steps of each thread: their states and reasons."""
    memory = Memory()
    linker = Linker(memory)
    for one in reports:
        linker.take(each for each in mentions(one.entry()) if each.bucket == "FJI|MUS")
    return [[(step.state, step.reason) for step in thread.steps if step.sure] for thread in memory.all()]


def first(*items: str) -> Told:
    told = Told("a", "2031-02-03")
    for item in items:
        told.says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    return told


def then(*items: str, date: str = "2031-08-03") -> Told:
    told = Told("b", date)
    for item in items:
        told.says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    return told


AGAIN = "bring the last of the looms to Lakeba with a patrol boat of the navy before the rains"


def test_what_is_left_belongs_to_the_only_one_that_is_near() -> None:
    found = threads_of(first(GRANT, "open a consulate in Suva"), then(AGAIN))
    ours = next(steps for steps in found if len(steps) > 1)
    assert [state for state, _ in ours] == ["stated", "restated"]
    assert ours[1][1].startswith(LEFT)
    assert len(found) == 2  # what it had begun by itself is gone


def test_what_is_told_of_in_the_report_is_left_alone() -> None:
    """The report says more of the looms elsewhere: what is left is something else."""
    found = threads_of(first(GRANT), then("give 20 million dollars for new looms for the weavers", AGAIN))
    assert not any(reason.startswith(LEFT) for steps in found for _, reason in steps)


@pytest.mark.parametrize(("likenesses", "belongs"), [((0.3, 0.25), False), ((0.3, 0.15), True), ((0.15, 0.0), False)])
def test_what_is_as_near_to_two_stays_apart(likenesses: tuple[float, float], belongs: bool) -> None:
    memory = Memory()
    Linker(memory).take(mentions(first(GRANT, "open a consulate in Suva").entry()))
    threads = memory.all()
    (one,) = (each for each in mentions(then(AGAIN).entry()) if each.bucket == "FJI|MUS")
    by_id = dict(zip((thread.id for thread in threads), likenesses, strict=True))
    found = list(
        nearest(left_of([(one, None)]), lambda one: threads, lambda one, near: (by_id[near.id], "", ("loom",)))
    )
    assert [each.thread.id for each in found] == ([threads[0].id] if belongs else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sign the agreement on double taxation", "submit the agreement on seafarers to parliament"),  # a kind of paper
        ("give 20 million dollars for coastal roads", "lend 20 million dollars to the sugar mills"),  # a sum
        ("resume flights to Port Louis", "buy more of its timber at Port Louis"),  # a place
        ("complete the feasibility study of a cable car", "begin to build the cable car in March"),  # a study of it
    ],
)
def test_what_many_share_is_no_link(before: str, after: str) -> None:
    found = threads_of(first(before), then(after))
    assert not any(reason.startswith(LEFT) for steps in found for _, reason in steps)


def test_a_step_that_was_possible_is_not_told_twice() -> None:
    memory = Memory()
    linker = Linker(memory)
    for one in (first(GRANT), then(AGAIN)):
        linker.take(each for each in mentions(one.entry()) if each.bucket == "FJI|MUS")
    for thread in memory.all():
        told = [(step.report, step.record, step.start) for step in thread.steps]
        assert len(told) == len(set(told))


def test_a_report_that_dropped_what_it_began_can_be_taken_back() -> None:
    noted = Noted(memory := Memory())
    linker = Linker(noted)
    linker.take(mentions(first(GRANT).entry()))
    noted.undo()
    before = [thread.to_json() for thread in memory.all()]
    linker.take(mentions(then(AGAIN).entry()))
    undo = noted.undo()
    kept = {thread.id: thread for thread in memory.all()}
    assert set(undo) <= set(kept)  # nothing is noted of what is gone
    for id_, how in undo.items():
        assert how is not None
        kept[id_].take_back(how)
    assert [thread.to_json() for thread in kept.values()] == before


def test_nothing_is_left_of_nothing() -> None:
    assert list(nearest(left_of([]), lambda one: (), lambda one, thread: (0.0, "", ()))) == []

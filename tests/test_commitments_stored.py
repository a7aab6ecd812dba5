"""A thread from its body is the thread that was put there; its steps are read where they are looked at, and not before."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from communique.ledger.commitments import (
    Linker,
    Memory,
    Stored,
    ThreadStep,
    body_of,
    mentions,
    standings,
    step_body,
)
from communique.ledger.commitments.noted import Noted
from tests.commitment_entries import Told

_PROMISES = (
    "build a hospital in Nadi", "extend a loan for the railway at Suva", "build a hospital in Nadi by 2034",
    "open the museum at Nadi",
)  # fmt: skip


def _entry(at, *promises):
    told = Told(f"r{at}", f"2031-{at + 1:02}-03")
    for words in promises:
        told.says("pledge", "FJI", f"It will {words}", words, strength="firm")
    return told.entry()


def _followed(threads, *entries):
    linker = Linker(threads)
    for entry in entries:
        linker.take(one for one in mentions(entry) if one.bucket == "FJI|MUS")


@pytest.fixture
def threads():
    memory = Memory()
    _followed(memory, _entry(0, *_PROMISES[:2]), _entry(1, *_PROMISES[2:]), _entry(2, _PROMISES[0]))
    assert max(len(one.steps) for one in memory.all()) == 3
    return memory.all()


def _stored(one, read=None):
    """The thread as it is made of what is kept of it; ``read`` hears whose steps were read."""
    kept = [json.loads(step_body(*step))[0] for step in standings(one.steps)]

    def steps():
        if read is not None:
            read.append(one.id)
        return [ThreadStep.made(plain) for plain in kept]

    return Stored.of(body_of(one), steps)


def test_it_is_the_same_thread(threads):
    for one in threads:
        stored = _stored(one)
        assert (stored.order, stored.keys(), stored.course) == (one.order, one.keys(), one.course)
        assert stored.steps == one.steps
        assert stored.to_json() == one.to_json()
        assert body_of(stored) == body_of(one)


def test_no_step_is_read_to_compare_with_it_and_those_of_one_that_is_joined_once(threads):
    read = []
    memory = Memory(_stored(one, read) for one in threads)
    linker = Linker(noted := Noted(memory))
    (said, *_) = (one for one in mentions(_entry(3, _PROMISES[0])) if one.bucket == "FJI|MUS")
    assert linker._ranked(said)
    assert read == []
    (joined,) = linker.take([said])
    noted.undo()
    assert read == [joined.id]
    assert len(joined.steps) > 1


def test_its_course_is_that_of_the_last_sure_step(threads):
    one = max(threads, key=lambda one: len(one.steps))
    before = one.course
    one.tell(replace(one.steps[-1], report="r9", sure=False))
    assert one.course == before
    assert _stored(one).course == before
    assert before.report == "r2"


def test_with_no_step_to_be_sure_of_it_is_refused(threads):
    one = threads[0]
    one.steps = [replace(step, sure=False) for step in one.steps]
    with pytest.raises(ValueError, match="without a sure step"):
        _ = one.course


def test_followed_further_it_becomes_what_the_thread_does_and_can_be_taken_back(threads):
    plain, lazy = Noted(there := Memory(threads)), Noted(read := Memory(_stored(one) for one in threads))
    before = [body_of(one) for one in there.all()]
    _followed(plain, _entry(3, *_PROMISES))
    _followed(lazy, _entry(3, *_PROMISES))
    assert [body_of(one) for one in read.all()] == [body_of(one) for one in there.all()] != before
    undo = lazy.undo()
    assert json.dumps(undo) == json.dumps(plain.undo())
    for one in read.all():
        assert isinstance(one, Stored)
        one.take_back(undo.get(one.id) or {})
        assert one.steps == one.lies
    assert [body_of(one) for one in read.all()] == before


def test_what_was_known_before_stays_as_it_was(threads):
    """A report is taken back by what was known before it: changing a thread must leave that alone."""
    one = max(threads, key=lambda one: len(one.steps))
    known, body = one.known(), body_of(one)
    _followed(Memory([one]), _entry(3, "build a hospital of 200 beds in Nadi", "build a hospital of 200 beds in Nadi"))
    assert body_of(one) != body
    for name, value in known.items():
        setattr(one, name, value)
    assert body_of(one) == body

"""A thread from its body is the thread that was put there; its steps are made where they are looked at, and not before."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from communique.ledger.commitments import Linker, Memory, Stored, body_of, mentions
from communique.ledger.commitments import stored as module
from communique.ledger.commitments.noted import Noted
from tests.commitment_entries import Told

_PROMISES = (
    "build a hospital in Nadi", 'extend a loan for "the ,"steps":[ railway" at Suva', "build a hospital in Nadi by 2034",
    'open the ],"wordings":[ museum, {"report":"x"} at Nadi',
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


@pytest.fixture
def made(monkeypatch):
    """How many steps were made."""
    number = []
    step_of = module.step_of
    monkeypatch.setattr(module, "step_of", lambda plain: number.append(plain) or step_of(plain))
    return number


def test_it_is_the_same_thread(threads):
    for one in threads:
        stored = Stored.of(body_of(one))
        assert (stored.order, stored.keys(), stored.last) == (one.order, one.keys(), one.last)
        assert stored.steps == one.steps
        assert stored.to_json() == one.to_json()
        assert body_of(stored) == body_of(one)


def test_where_a_thread_stands_takes_its_last_step_only(threads, made):
    one = max(threads, key=lambda one: len(one.steps))
    stored = Stored.of(body_of(one))
    assert (stored.order, stored.keys()) == (one.order, one.keys())
    stored.known()
    assert len(made) == 1


def test_the_last_step_is_the_last_sure_one(threads):
    one = max(threads, key=lambda one: len(one.steps))
    one.tell(replace(one.last, report="r9", sure=False))
    assert Stored.of(body_of(one)).last == one.last
    assert one.last.report == "r2"


def test_with_no_step_to_be_sure_of_it_is_refused(threads):
    one = threads[0]
    one.steps = [replace(step, sure=False) for step in one.steps]
    with pytest.raises(ValueError, match="without a sure step"):
        _ = Stored.of(body_of(one)).last


def test_followed_further_it_becomes_what_the_thread_does_and_can_be_taken_back(threads):
    plain, lazy = Noted(there := Memory(threads)), Noted(read := Memory(Stored.of(body_of(one)) for one in threads))
    before = [body_of(one) for one in there.all()]
    _followed(plain, _entry(3, *_PROMISES))
    _followed(lazy, _entry(3, *_PROMISES))
    assert [body_of(one) for one in read.all()] == [body_of(one) for one in there.all()] != before
    undo = lazy.undo()
    assert json.dumps(undo) == json.dumps(plain.undo())
    for one in read.all():
        assert isinstance(one, Stored)
        one.take_back(undo.get(one.id) or {})
        assert one.steps == one.read
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

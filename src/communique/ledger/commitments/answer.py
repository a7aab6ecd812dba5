"""Threads as the rows that the ledger answers with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from communique.ledger.commitments.stood import Stood, standings
from communique.ledger.commitments.stretches import EVER
from communique.ledger.commitments.thread import Thread
from communique.ledger.kept import evidence, made_of
from communique.ledger.rows import Commitment, Step


def commitment(thread: Thread, end: str = EVER) -> Commitment:
    """A thread as a row with its whole history, as it stood when no report dated ``end`` or later was known.

    By then it must have begun. Steps left open ("possibly") count for nothing but are shown.
    """
    known = [(step, now) for step, now in standings(thread.steps) if (step.date or "") < end]
    now = known[-1][1]
    assert now is not None, "it had not begun"
    return row_of(thread.to_json(), now, [step.plain() for step, _ in known], len(known))


def row_of(plain: Mapping[str, Any], now: Stood, steps: Sequence[Sequence[Any]], number: int) -> Commitment:
    """The row of a thread (its ``to_json``, or its body) as it stands ``now``.

    ``steps`` are those of the history that are shown (``ThreadStep.plain``), of ``number`` in all. Who is to do what is
    told as it is known today. Answers are made of hundreds of threads: so no ``Thread`` is made of what is to be shown.
    """
    return Commitment(
        id=plain["id"], kind=plain["kind"], promisors=tuple(plain["doers"]), beneficiaries=tuple(plain["others"]),
        what=plain["what"], state=now.state, score=now.score, strength=now.strength, due=now.due,
        condition=now.condition, named=tuple(plain["named"]), history=steps_of(steps), steps=number,
        only_asked=now.only_asked, outlets=tuple(now.outlets),
    )  # fmt: skip


def steps_of(steps: Iterable[Sequence[Any]]) -> tuple[Step, ...]:
    """The steps of a history, each given as its values (``ThreadStep.plain``)."""
    return tuple(map(_step, steps))


def _step(plain: Sequence[Any]) -> Step:
    """A step, made of what the ledger keeps without looking at it again: an answer may have thousands of them."""
    report, path, date, state, _, sure, reason, likeness, record, start, end, quote = plain[:12]
    return made_of(
        Step,
        {
            "report": report, "path": path, "date": date, "state": state, "sure": sure, "reason": reason,
            "likeness": likeness, "record": record, "evidence": (evidence(start, end, quote),),
        },
    )  # fmt: skip

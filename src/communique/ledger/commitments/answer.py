"""Threads as the rows that the ledger answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.ledger.commitments.states import score_of, standing_state
from communique.ledger.commitments.stretches import EVER
from communique.ledger.commitments.thread import SETTING, Thread
from communique.ledger.kept import evidence, made_of
from communique.ledger.rows import Commitment, Step


def commitment(thread: Thread) -> Commitment:
    """A thread as a row. Steps left open ("possibly") count for nothing but are shown."""
    return row_of(thread.to_json())


def row_of(plain: Mapping[str, Any], end: str = EVER) -> Commitment:
    """The row of a thread (its ``to_json``) as it stood when no report dated ``end`` or later was known.

    By then it must have begun. Who is to do what is told as it is known now. Answers are made of hundreds of threads:
    so no ``Thread`` is made of what is to be shown.
    """
    steps = [step for step in plain["steps"] if (step["date"] or "") < end]
    sure = [step for step in steps if step["sure"]]
    setting = [step for step in sure if step["told"] in SETTING]
    due = next((step["due"] for step in reversed(setting) if step["due"]), None)
    strength = next((step["strength"] for step in reversed(setting) if step["strength"]), None)
    condition = setting[-1]["condition"] if setting else None
    state = standing_state([(step["state"], step["report"]) for step in sure])
    return Commitment(
        id=plain["id"], kind=plain["kind"], promisors=tuple(plain["doers"]), beneficiaries=tuple(plain["others"]),
        what=plain["what"], state=state, score=score_of(state, [step["state"] for step in sure]),
        strength=strength, due=due, condition=condition, named=tuple(plain["named"]), history=tuple(map(_step, steps)),
    )  # fmt: skip


def _step(step: Mapping[str, Any]) -> Step:
    """A step, made of what the ledger keeps without looking at it again: an answer may have thousands of them."""
    return made_of(
        Step,
        {
            "report": step["report"], "path": step["path"], "date": step["date"], "state": step["state"],
            "sure": step["sure"], "reason": step["reason"], "likeness": step["likeness"], "record": step["record"],
            "evidence": (evidence(step["start"], step["end"], step["quote"]),),
        },
    )  # fmt: skip

"""Threads as the rows that the ledger answers with."""

from __future__ import annotations

from typing import cast

from communique.ledger.commitments.states import score_of, standing_state
from communique.ledger.commitments.thread import Thread
from communique.ledger.rows import Commitment, Step


def commitment(thread: Thread) -> Commitment:
    """A thread as a row. Steps left open ("possibly") count for nothing but are shown."""
    sure = [step for step in thread.steps if step.sure]
    kinds = {"pledge", "agreement", "request", "engagement"}
    assert thread.kind in kinds
    state = standing_state([(step.state, step.report) for step in sure])
    return Commitment(
        id=thread.id, kind=cast("Commitment", thread).kind, promisors=thread.doers, beneficiaries=thread.others, what=thread.what,
        state=state, score=score_of(state, [step.state for step in sure]),
        strength=thread.strength, due=thread.due, condition=thread.condition, named=thread.named,
        history=tuple(
            Step(step.report, step.path, step.date, step.state, step.sure, step.reason, step.likeness, step.record, (step.evidence,))
            for step in thread.steps
        ),
    )  # fmt: skip

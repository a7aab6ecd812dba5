"""How a commitment stands by all of its steps, told plainly: each thing by a look over all of them."""

from __future__ import annotations

from dataclasses import replace

from communique.ledger.rows import Commitment, Step

SETTING = ("asked", "said", "planned", "moved")
OVER = ("done", "held", "refused", "cancelled", "overtaken", "lapsed")
AGAIN = ("restated", "hardened", "softened", "broadened", "narrowed")


def standing_state(steps):
    """The state in which steps leave a commitment: what is over stays so, but by another report that tells otherwise."""
    stood = steps[0]
    for step in steps[1:]:
        kept = step.report == stood.report or step.state in (*AGAIN, "in-progress")
        stood = stood if stood.state in OVER and kept else step
    return stood.state


def score_of(state, states):
    """1 done, 0 in progress since it was last given up, -1 refused, called off or lapsed, else None."""
    if state in ("done", "held"):
        return 1
    if state in ("refused", "cancelled", "lapsed"):
        return -1
    given_up = max((at for at, one in enumerate(states) if one in OVER), default=-1)
    return 0 if "in-progress" in states[given_up + 1 :] else None


def plain_row(thread, end="~"):
    """The row of a thread by the reports dated before ``end``, with its whole history."""
    steps = [step for step in thread.steps if (step.date or "") < end]
    sure = [step for step in steps if step.sure]
    setting = [step for step in sure if step.told in SETTING]
    state = standing_state(sure)
    return Commitment(
        id=thread.id, kind=thread.kind, promisors=tuple(thread.doers), beneficiaries=tuple(thread.others),
        what=thread.what, state=state, score=score_of(state, [step.state for step in sure]),
        strength=next((step.strength for step in reversed(setting) if step.strength), None),
        due=next((step.due for step in reversed(setting) if step.due), None),
        condition=setting[-1].condition if setting else None, named=tuple(thread.named),
        history=tuple(
            Step(
                step.report, step.path, step.date, step.state, step.sure, step.reason, step.likeness, step.record,
                (step.evidence,),
            )
            for step in steps
        ),
        steps=len(steps), only_asked=all(step.state in ("asked", *AGAIN) for step in sure) and sure[0].state == "asked",
        outlets=tuple(dict.fromkeys(step.outlet for step in sure)),
    )  # fmt: skip


def cut(row, most):
    """The row as lists have it: the first step and the newest others, the last sure one among them."""
    told = [step for step in row.history if step.evidence]
    if len(told) <= most:
        return row
    left = [told[0], *told[1 - most :]]
    if not any(step.sure for step in left[1:]):
        left[1] = [step for step in told if step.sure][-1]
    return replace(row, history=(*dict.fromkeys(left), *(step for step in row.history if not step.evidence)))

"""How a thread stood from day to day: a stretch for each time between one change and the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from communique.ledger.commitments.states import OVER, after
from communique.ledger.commitments.thread import Thread
from communique.ledger.rows import State

EVER = "~"
"""When a stretch ends that nothing has ended yet: sorts after every date."""


@dataclass(frozen=True)
class Stretch:
    """``state`` and ``due`` of a thread by the reports of ``since`` and before; from ``until`` on it stood otherwise.

    ``last`` is the date of the last sure step by then. Dates are ISO prefixes, '' where there is none.
    """

    since: str
    until: str
    last: str
    state: State
    due: str

    @property
    def open(self) -> bool:
        """Whether something is still to come of it, by what was reported."""
        return self.state not in OVER


def stretches(thread: Thread) -> list[Stretch]:
    """All stretches of a thread, from its first sure step on; the last ends at ``EVER``. ``row_of`` tells the same."""
    found: list[Stretch] = []
    stood: tuple[State, str] | None = None
    last = due = ""
    newest = thread.steps[-1].date or ""
    for date, steps in groupby(thread.steps, key=lambda step: step.date or ""):
        for step in steps:
            if step.sure:
                one = step.state, step.report
                stood = one if stood is None else after(stood, one)
                last, due = date, step.due or due
        if stood is None:
            continue
        now = Stretch(date, EVER, last, stood[0], (thread.due or "") if date == newest else due)
        if found and replace(now, since=found[-1].since) == found[-1]:
            continue
        if found:
            found[-1] = replace(found[-1], until=date)
        found.append(now)
    return found


__all__ = ["EVER", "Stretch", "stretches"]

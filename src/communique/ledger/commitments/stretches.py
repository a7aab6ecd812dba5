"""How a thread stood from day to day: a stretch for each time between one change and the next."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from communique.ledger.commitments.states import OVER, after
from communique.ledger.commitments.thread import SETTING, Thread, ThreadStep
from communique.ledger.rows import State

EVER = "~"
"""When a stretch ends that nothing has ended yet: sorts after every date."""


class Stretch(NamedTuple):
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
    return stretches_of(thread.steps)


def stretches_of(steps: Iterable[ThreadStep]) -> list[Stretch]:
    """The stretches of a thread with these ``steps``."""
    found: list[Stretch] = []
    stood: tuple[State, str] | None = None
    last = said = ""
    for date, same in groupby(steps, key=lambda step: step.date or ""):
        for step in same:
            if step.sure:
                one = step.state, step.report
                stood = one if stood is None else after(stood, one)
                last, said = date, (step.due or said) if step.told in SETTING else said
        if stood is None:
            continue
        now = Stretch(date, EVER, last, stood[0], said)
        if found and now[2:] == found[-1][2:]:
            continue
        if found:
            found[-1] = found[-1]._replace(until=date)
        found.append(now)
    return found


__all__ = ["EVER", "Stretch", "stretches", "stretches_of"]

"""How a thread stood from day to day: a stretch for each time between one change and the next."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.stood import OVER, Stood, standings
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


def stretches(steps: Iterable[ThreadStep]) -> list[Stretch]:
    """All stretches of a thread with these steps, from its first sure step on; the last ends at ``EVER``."""
    return stretches_of(standings(steps))


def stretches_of(told: Iterable[tuple[ThreadStep, Stood | None]]) -> list[Stretch]:
    """The same, of steps with how the thread stands after each."""
    found: list[Stretch] = []
    for date, same in groupby(told, key=lambda one: one[0].date or ""):
        *_, (_, now) = same
        if now is None:
            continue
        one = Stretch(date, EVER, now.last, now.state, now.due or "")
        if found and one[2:] == found[-1][2:]:
            continue
        if found:
            found[-1] = found[-1]._replace(until=date)
        found.append(one)
    return found


__all__ = ["EVER", "Stretch", "stretches", "stretches_of"]

"""The course of a thread: what a mention is compared with of its steps, so that no step is read for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from communique.ledger.commitments.steps import ThreadStep

_OVER = ("held", "cancelled", "done")


class Course(NamedTuple):
    """``date`` ('': none), ``report`` and ``start`` are those of the last sure step; ``tells``: what all steps tell.

    ``over``: when the first sure step says that it was held, done or called off; ``held``: the date of the last step that
    tells it as held. None where there is no such step, or no date is known.
    """

    date: str
    report: str
    start: int
    tells: frozenset[str]
    over: str | None
    held: str | None

    @property
    def place(self) -> tuple[str, str, int]:
        """Where the last sure step stands in the order of the reports."""
        return self[:3]

    def plain(self) -> list[Any]:
        """Plain values, from which ``made`` makes it again."""
        return [self.date, self.report, self.start, sorted(self.tells), self.over, self.held]

    @classmethod
    def made(cls, plain: Iterable[Any]) -> Course:
        """The course that ``plain`` gave."""
        date, report, start, tells, over, held = plain
        return cls(date, report, start, frozenset(tells), over, held)


def course_of(steps: Sequence[ThreadStep]) -> Course:
    """The course of a thread with these steps. Raises ``ValueError`` where none of them is sure."""
    last = next((step for step in reversed(steps) if step.sure), None)
    if last is None:
        raise ValueError("a thread without a sure step")
    return Course(
        last.date or "", last.report, last.start, frozenset(step.told for step in steps),
        over=next((step.due or step.date for step in steps if step.sure and step.told in _OVER), None),
        held=next((step.date for step in reversed(steps) if step.told == "held"), None),
    )  # fmt: skip

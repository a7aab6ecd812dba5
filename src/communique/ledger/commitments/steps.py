"""The steps of a thread as they are kept: each with how the thread stood after it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from communique.ledger.rows import State
from communique.records import Evidence


@dataclass(frozen=True)
class ThreadStep:
    """A step with what the judging of later steps needs. ``outlet``: the country of the outlet that tells it."""

    report: str
    path: str | None
    date: str | None
    state: State
    told: str
    sure: bool
    reason: str
    likeness: float | None
    record: str
    start: int
    end: int
    quote: str
    holders: tuple[str, ...] = ()
    strength: str | None = None
    firm: bool = False
    due: str | None = None
    condition: str | None = None
    outlet: str | None = None

    @property
    def evidence(self) -> Evidence:
        """The words of the step."""
        return Evidence(start=self.start, end=self.end, quote=self.quote)

    def plain(self) -> list[Any]:
        """The values of its fields, from which ``made`` makes it again."""
        return list(vars(self).values())

    @classmethod
    def made(cls, plain: list[Any]) -> ThreadStep:
        """The step that ``plain`` gave, or its JSON read again."""
        values = list(plain)
        values[12] = tuple(values[12])
        return cls(*values)


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def step_body(step: ThreadStep, now: tuple[Any, ...] | None) -> str:
    """A step as it is kept, with how the thread stands after it (``Stood``): the values of the one and of the other."""
    return _written([step.plain(), now])

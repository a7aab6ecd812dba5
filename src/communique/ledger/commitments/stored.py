"""A thread as it lies in the ledger: a body that mentions are compared with, and its steps, each in a row of its own.

A mention is compared with dozens of threads, and added to one: that one's steps are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Self

from communique.ledger.commitments.course import Course
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.thread import CHANGING, Thread

Steps = Callable[[], list[ThreadStep]]
"""Reads the steps of a thread."""


def body_of(thread: Thread) -> str:
    """A thread without its steps as it is kept, from which ``Stored.of`` makes it again."""
    plain = {**thread.to_json(), "course": thread.course.plain()}
    del plain["steps"]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


class Stored(Thread):
    """The thread of a body. ``lies``: its steps as they lie in the ledger, whatever has become of it since."""

    _steps: Steps
    _lain: Course
    _now: list[ThreadStep] | None = None
    _lies: list[ThreadStep] | None = None

    @classmethod
    def of(cls, body: str, steps: Steps) -> Self:
        """The thread that ``body_of`` made a body of; ``steps`` is called once at most, when they are first looked at."""
        plain = json.loads(body)
        course = Course.made(plain.pop("course"))
        made = cls.from_json(plain)
        made._steps, made._lain, made._now = steps, course, None
        return made

    @property
    def lies(self) -> list[ThreadStep]:
        """Its steps as they lie in the ledger: not to be changed."""
        if self._lies is None:
            self._lies = self._steps()
        return self._lies

    @property
    def steps(self) -> list[ThreadStep]:
        """Its steps as they are now."""
        return self.lies if self._now is None else self._now

    @steps.setter
    def steps(self, steps: list[ThreadStep]) -> None:
        self._now = steps

    @property
    def course(self) -> Course:
        """See ``Thread``: of what lies in the ledger no step is read."""
        return self._lain if self._now is None else super().course

    def known(self) -> dict[str, Any]:
        """See ``Thread``; with None for the steps as they lie in the ledger."""
        now = vars(self)
        return {"steps": self._now, **{name: now[name] for name in CHANGING if name != "steps"}}

    def undo(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """See ``Thread``."""
        return super().undo({**before, "steps": self.lies} if before["steps"] is None else before)

"""A thread as it lies in the ledger: its steps are made only where they are looked at.

A mention is compared with dozens of threads by their words, and added to one: that one's steps are read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Self

from communique.ledger.commitments.thread import CHANGING, Thread, ThreadStep, step_of

_STEPS, _AFTER = ',"steps":[', '],"wordings":['
"""What stands around the steps in a body; nowhere else in it, for within a text a quotation mark has a stroke before it."""
_STEP = '{"report":'
"""What each of them begins with."""


def body_of(thread: Thread) -> str:
    """A thread as it is kept, from which ``Stored.of`` makes it again."""
    return json.dumps(thread.to_json(), ensure_ascii=False, separators=(",", ":"))


class Stored(Thread):
    """The thread of a body. ``read``: its steps as they lie there, whatever has become of it since."""

    _told: str = ""
    _now: list[ThreadStep] | None = None
    _read: list[ThreadStep] | None = None
    _last: ThreadStep | None = None

    @classmethod
    def of(cls, body: str) -> Self:
        """The thread that ``body_of`` made a body of."""
        head, _, rest = body.partition(_STEPS)
        told, _, tail = rest.partition(_AFTER)
        made = cls.from_json(json.loads(f"{head}{_STEPS}{_AFTER}{tail}"))
        made._told, made._now = told, None
        return made

    @property
    def read(self) -> list[ThreadStep]:
        """Its steps as they lie in the ledger: not to be changed."""
        if self._read is None:
            self._read = [step_of(one) for one in json.loads(f"[{self._told}]")]
        return self._read

    @property
    def steps(self) -> list[ThreadStep]:
        """Its steps as they are now."""
        return self.read if self._now is None else self._now

    @steps.setter
    def steps(self, steps: list[ThreadStep]) -> None:
        self._now = steps

    @property
    def last(self) -> ThreadStep:
        """See ``Thread``: of what lies in the ledger no other step is read."""
        if self._now is not None:
            return super().last
        if self._last is None:
            self._last = _last(self._told)
        return self._last

    def known(self) -> dict[str, Any]:
        """See ``Thread``; with None for the steps as they lie in the ledger."""
        now = vars(self)
        return {"steps": self._now, **{name: now[name] for name in CHANGING if name != "steps"}}

    def undo(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """See ``Thread``."""
        return super().undo({**before, "steps": self.read} if before["steps"] is None else before)


def _last(told: str) -> ThreadStep:
    """The last sure one of the steps in a body."""
    end = len(told)
    while (start := told.rfind(_STEP, 0, end)) >= 0:
        step = step_of(json.loads(told[start:end].rstrip(",")))
        if step.sure:
            return step
        end = start
    raise ValueError("a thread without a sure step")

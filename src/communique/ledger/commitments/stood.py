"""How a thread stands after each of its steps: as of any day, the last step before it tells that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.ledger.commitments.mention import Told
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.rows import State

SETTING: frozenset[Told] = frozenset(("asked", "said", "planned", "moved"))
"""What sets by when, how firmly and on which condition something is to be done; what became of it does not."""
OVER: frozenset[State] = frozenset(("done", "held", "refused", "cancelled", "overtaken", "lapsed"))
_AGAIN: frozenset[State] = frozenset(("restated", "hardened", "softened", "broadened", "narrowed"))
_ASKED: frozenset[State] = _AGAIN | {"asked"}


class Stood(NamedTuple):
    """How a thread stands after a step, by all sure steps up to it.

    ``at``: the report that says so. ``tried``: it was told as in progress since it was last given up. ``only_asked``:
    nothing is told of it but that it was asked for. ``outlets``: the countries of the outlets that tell of it, in the
    order in which they first did. ``last``: the date of the last sure step, '' where none is known.
    """

    state: State
    at: str
    tried: bool
    due: str | None
    strength: str | None
    condition: str | None
    only_asked: bool
    outlets: tuple[str | None, ...]
    last: str

    @property
    def score(self) -> int | None:
        """The G7 Research Group's score: 1 done, 0 in progress, -1 refused, called off or lapsed; None without evidence.

        What began again after it was given up has none of before.
        """
        if self.state in ("done", "held"):
            return 1
        if self.state in ("refused", "cancelled", "lapsed"):
            return -1
        return 0 if self.tried else None

    def after(self, step: ThreadStep) -> Stood:
        """How it stands after another sure step.

        What is done stays done, whatever the same report says beside it; a later report may say otherwise.
        """
        kept = step.report == self.at or step.state in _AGAIN or step.state == "in-progress"
        state, at = (self.state, self.at) if self.state in OVER and kept else (step.state, step.report)
        setting = step.told in SETTING
        return Stood(
            state, at, step.state == "in-progress" or (self.tried and step.state not in OVER),
            due=(step.due if setting else None) or self.due,
            strength=(step.strength if setting else None) or self.strength,
            condition=step.condition if setting else self.condition,
            only_asked=self.only_asked and step.state in _ASKED,
            outlets=self.outlets if step.outlet in self.outlets else (*self.outlets, step.outlet),
            last=step.date or "",
        )  # fmt: skip

    @classmethod
    def first(cls, step: ThreadStep) -> Stood:
        """How a thread stands after its first sure step."""
        due, strength, condition = (
            (step.due, step.strength, step.condition) if step.told in SETTING else (None, None, None)
        )
        return cls(
            step.state, step.report, step.state == "in-progress", due or None, strength or None, condition,
            only_asked=step.state == "asked", outlets=(step.outlet,), last=step.date or "",
        )  # fmt: skip


def standings(steps: Iterable[ThreadStep]) -> Iterator[tuple[ThreadStep, Stood | None]]:
    """Each step with how the thread stands after it; None as long as it has no sure one."""
    now: Stood | None = None
    for step in steps:
        if step.sure:
            now = now.after(step) if now is not None else Stood.first(step)
        yield step, now


__all__ = ["OVER", "SETTING", "Stood", "standings"]

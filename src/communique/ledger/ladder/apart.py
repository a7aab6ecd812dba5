"""Where two sides name their relationship differently at about the same time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.knowledge import Codebook
from communique.ledger.ladder.labels import canonical, family
from communique.ledger.ladder.tiers import Order, compare_tiers
from communique.ledger.rows import Rows, Rung

_TOGETHER = 31
"""Two reports are of about the same time where they are so many days apart at most."""


@dataclass(frozen=True)
class Apart:
    """Two rungs, ``one`` of ``a``'s mouth and ``other`` of ``b``'s, with different names for the relationship.

    ``differ`` is ``words`` where they are two wordings of one name ("eternal", "permanent"), else ``label``; ``order``
    how ``a``'s own ladder has ``one`` to ``other``, where it has both.
    """

    a: str
    b: str
    one: Rung
    other: Rung
    differ: Literal["words", "label"]
    order: Order | None


def differences(rungs: Sequence[Rung], a: str, b: str, codebook: Codebook | None = None) -> Rows[Apart]:
    """The pairs of rungs in which ``a`` and ``b`` call one thing differently at about the same time.

    ``rungs`` are the ladder of the two. One thing is a relation of one kind ("partnership") that is described by both,
    or that one event brought about. Each pair of names is told once, where it is first met.
    """
    found: list[Apart] = []
    seen: set[tuple[str, str, bool]] = set()
    theirs = [_Told.of(one, codebook) for one in rungs if _voice(one) == b]
    for one in (_Told.of(one, codebook) for one in rungs if _voice(one) == a):
        for other in theirs:
            key = (one.rung.label, other.rung.label, one.described)
            if one.described != other.described or key in seen or not _near(one, other):
                continue
            if one.rung.label == other.rung.label or one.family != other.family:
                continue
            seen.add(key)
            alike = canonical(one.rung.label, codebook) == canonical(other.rung.label, codebook)
            order = compare_tiers(one.rung.label, other.rung.label, a, codebook)
            found.append(Apart(a, b, one.rung, other.rung, "words" if alike else "label", order))
    return Rows(found)


@dataclass(frozen=True)
class _Told:
    """A rung, the kind of its relation, and the number of the day on which it is told, None where that is not known."""

    rung: Rung
    family: str
    described: bool
    day: int | None

    @classmethod
    def of(cls, rung: Rung, codebook: Codebook | None) -> _Told:
        told = rung.told
        day = date.fromisoformat(told).toordinal() if told and len(told) == len("2024-05-20") else None
        return cls(rung, family(rung.label, codebook), rung.event == "described", day)


def _voice(rung: Rung) -> str | None:
    """In whose words it is: of who says it alone, or of the outlet's country where several do, it among them."""
    if len(rung.said_by) == 1:
        return rung.said_by[0]
    return rung.outlet if rung.outlet in rung.said_by else None


def _near(one: _Told, other: _Told) -> bool:
    """Told at about the same time; events: of about the same time too, as far as their dates go."""
    if one.day is None or other.day is None or abs(one.day - other.day) > _TOGETHER:
        return False
    first, second = one.rung.date, other.rung.date
    if one.described or not first or not second:
        return True
    size = min(len(first), len(second))
    return first[:size] == second[:size]

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
    seen: set[tuple[str, str, str]] = set()
    for one in rungs:
        for other in rungs:
            if _voice(one) != a or _voice(other) != b or one.label == other.label:
                continue
            if (one.event == "described") != (other.event == "described") or not _near(one, other):
                continue
            key = (one.label, other.label, "described" if one.event == "described" else "event")
            if family(one.label, codebook) != family(other.label, codebook) or key in seen:
                continue
            seen.add(key)
            alike = canonical(one.label, codebook) == canonical(other.label, codebook)
            order = compare_tiers(one.label, other.label, a, codebook)
            found.append(Apart(a, b, one, other, "words" if alike else "label", order))
    return Rows(found)


def _voice(rung: Rung) -> str | None:
    """In whose words it is: of who says it alone, or of the outlet's country where several do, it among them."""
    if len(rung.said_by) == 1:
        return rung.said_by[0]
    return rung.outlet if rung.outlet in rung.said_by else None


def _near(one: Rung, other: Rung) -> bool:
    """Told at about the same time; events: of about the same time too, as far as their dates go."""
    if one.event != "described" and one.date and other.date:
        size = min(len(one.date), len(other.date))
        if one.date[:size] != other.date[:size]:
            return False
    first, second = (date.fromisoformat(day) if day and len(day) == 10 else None for day in (one.told, other.told))
    return first is not None and second is not None and abs((first - second).days) <= _TOGETHER

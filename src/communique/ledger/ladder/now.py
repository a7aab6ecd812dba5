"""What each side calls the relationship by now, and the last step of it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.ladder.labels import family
from communique.ledger.rows import Rung

STEPS = {"proposed": 1, "agreed": 2, "established": 3, "upgraded": 4}
"""The events that change it, those that count for more later."""


def names(rungs: Sequence[Rung]) -> list[Rung]:
    """Those that name the relationship; that there are diplomatic relations is no name of it."""
    return [rung for rung in rungs if "diplomatic" not in rung.label]


def kinds(rungs: Sequence[Rung]) -> list[str]:
    """The kinds of names (partnership, community), the last said first."""
    return list(dict.fromkeys(family(rung.label) for rung in reversed(rungs)))


def name_now(rungs: Sequence[Rung], side: str) -> Rung | None:
    """What a side calls it: of what it said last, what it came to be called before what it is described as."""
    said = [rung for rung in rungs if _voice(rung) == side and rung.event != "proposed"]
    if not said:
        return None
    newest = max(rung.told or "" for rung in said)
    return max((rung for rung in said if (rung.told or "") == newest), key=lambda rung: STEPS.get(rung.event, 0))


def last_step(rungs: Sequence[Rung]) -> Rung | None:
    """The last event that changed it, by when it happened; of an event told again, the last telling."""
    steps = [rung for rung in rungs if rung.event in STEPS and rung.date]
    return max(steps, key=lambda rung: (rung.date or "", STEPS[rung.event], rung.told or ""), default=None)


def _voice(rung: Rung) -> str | None:
    """In whose words it is: of who says it alone, or of the outlet's country where several do, it among them."""
    if len(rung.said_by) == 1:
        return rung.said_by[0]
    return rung.outlet if rung.outlet in rung.said_by else None

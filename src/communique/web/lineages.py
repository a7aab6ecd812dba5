"""Formulas as their lineages: each after the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.ledger.rows import Wording


@dataclass(frozen=True)
class Lineage:
    """A holder's formulas on an issue, oldest first, each with the words before it towards the same counterpart."""

    holder: str
    issue: str
    steps: tuple[tuple[Wording, str | None], ...]


def lineages(rows: Iterable[Wording]) -> list[Lineage]:
    """The lineages of formulas that stand in the order of their reports."""
    found: dict[tuple[str, str], list[tuple[Wording, str | None]]] = {}
    before: dict[tuple[str, str, str | None], str] = {}
    for row in rows:
        key = row.holder, row.issue, row.counterpart
        found.setdefault(key[:2], []).append((row, before.get(key)))
        if row.formula is not None:
            before[key] = row.formula
    return [Lineage(holder, issue, tuple(steps)) for (holder, issue), steps in found.items()]

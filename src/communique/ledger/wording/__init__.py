"""Wording: the exact formulas in which holders take positions, and how they change."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.entry import Entry
from communique.ledger.rows import Rows, Wording


def lineage(entries: Sequence[Entry], holder: str, issue: str) -> Rows[Wording]:
    """The formulas of ``holder`` on ``issue`` in ``entries``, which stand in their order."""
    return Rows()

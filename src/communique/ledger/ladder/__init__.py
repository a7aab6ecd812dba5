"""The ladder: what two sides call their relationship, by whom, since when."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.entry import Entry
from communique.ledger.rows import Rows, Rung


def rungs(entries: Sequence[Entry], a: str, b: str) -> Rows[Rung]:
    """The steps of the ladder of ``a`` and ``b`` in ``entries``, in order."""
    return Rows()

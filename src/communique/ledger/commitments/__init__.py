"""Commitments: pledges, agreements, requests and planned engagements, followed through the reports."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.entry import Entry
from communique.ledger.rows import Commitment, Rows


def follow(entries: Sequence[Entry], a: str, b: str) -> Rows[Commitment]:
    """The commitments between ``a`` and ``b`` in ``entries``, which stand in their order."""
    return Rows()

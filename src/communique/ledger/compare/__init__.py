"""Comparison of two readouts of one occasion."""

from __future__ import annotations

from communique.ledger.entry import Entry
from communique.ledger.rows import Comparison


def compare(a: Entry, b: Entry) -> Comparison:
    """What both say, what each alone says, and what they say differently."""
    return Comparison(a=a.path or a.report, b=b.path or b.report, only_a=(), only_b=(), both=())

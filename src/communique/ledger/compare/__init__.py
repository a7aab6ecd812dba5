"""Comparison of two readouts of one occasion: what both say, what each alone says, what they say differently."""

from __future__ import annotations

from communique.ledger.compare.comparison import compare
from communique.ledger.compare.occasions import readouts_of_one_meeting, twins

__all__ = ["compare", "readouts_of_one_meeting", "twins"]

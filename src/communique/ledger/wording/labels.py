"""How the name that a holder gives a relation changed."""

from __future__ import annotations

from communique.knowledge import Codebook
from communique.ledger.ladder.tiers import compare_tiers
from communique.ledger.rows import Change


def renamed(before: str, now: str, holder: str, codebook: Codebook | None = None) -> Change:
    """``same``, or ``hardened`` and ``softened`` where the holder's own ladder has it higher or lower."""
    if before == now:
        return "same"
    changes: dict[str | None, Change] = {"higher": "hardened", "lower": "softened"}
    return changes.get(compare_tiers(now, before, holder, codebook), "reworded")

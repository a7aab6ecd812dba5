"""The ladder: what two sides call their relationship, by whom, since when, and how high that stands.

``rungs_of(entry, a, b)`` are the steps that a report tells, ``rungs(entries, a, b)`` those of many; ``tier`` and
``compare_tiers`` place a label in a country's own order, ``differences`` tells where the two name it differently,
``name_now`` and ``last_step`` what it is called by now.
"""

from __future__ import annotations

from communique.ledger.ladder.apart import Apart, differences
from communique.ledger.ladder.labels import canonical, family
from communique.ledger.ladder.now import kinds, last_step, name_now, names
from communique.ledger.ladder.rungs import rungs, rungs_of
from communique.ledger.ladder.tiers import Tier, compare_tiers, tier

__all__ = [
    "Apart", "Tier", "canonical", "compare_tiers", "differences", "family", "kinds", "last_step", "name_now", "names",
    "rungs", "rungs_of", "tier",
]  # fmt: skip

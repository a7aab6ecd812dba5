"""Wording: the exact formulas in which holders take positions and name relations, and how they change.

``formulas(entry)`` are those of a report, ``Lineages`` follows them from report to report, ``differences`` compares
two word by word, ``usages`` finds who uses a phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.entry import Entry
from communique.ledger.rows import Rows, Wording
from communique.ledger.wording.changes import Piece, changed, differences
from communique.ledger.wording.formulas import LABEL, Formula, formulas
from communique.ledger.wording.lexicon import lexicon
from communique.ledger.wording.lineages import Lineages, follow
from communique.ledger.wording.phrases import Usage, saying, says, usages

__all__ = [
    "LABEL", "Formula", "Lineages", "Piece", "Usage", "changed", "differences", "follow", "formulas", "lexicon",
    "lineage", "saying", "says", "usages",
]  # fmt: skip


def lineage(entries: Sequence[Entry], holder: str, issue: str) -> Rows[Wording]:
    """The formulas of ``holder`` on ``issue`` in ``entries``, which stand in their order."""
    return Rows(row for row in follow(entries) if (row.holder, row.issue) == (holder, issue))

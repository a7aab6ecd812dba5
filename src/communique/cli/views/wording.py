"""Wording: the formulas of a holder one after another, what is new in each marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import CHANGES, Sheet
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.rows import Wording
from communique.ledger.wording import differences

_HANG = " " * 12
_ALIKE = 0.4
"""Formulas that have less in common are told by themselves: nothing is learnt from all words being others."""
_MARKED = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
_SAME = frozenset({"first", "same"})


def _text(sheet: Sheet, rows: Sequence[Wording]) -> Iterator[str]:
    lineages: dict[tuple[str, str], list[Wording]] = {}
    for row in rows:
        lineages.setdefault((row.holder, row.issue), []).append(row)
    for (holder, issue), some in lineages.items():
        yield sheet.head(f"{holder}: {one_line(issue, 80)}")
        before: dict[str | None, str] = {}
        for row in some:
            to = f"to {row.counterpart}" if row.counterpart else ""
            yield from sheet.row(((row.date or "", 10), (row.change, 8)), to)
            if row.formula:
                yield from _formula(sheet, row, before.get(row.counterpart))
                before[row.counterpart] = row.formula
            yield from sheet.cite(row.report, row.path, _HANG)
        yield "\n"


def _formula(sheet: Sheet, row: Wording, before: str | None) -> Iterator[str]:
    """The formula; where it changed and is like the one before, with the words that went and came."""
    words = one_line(row.formula or "", 600)
    pieces = differences(one_line(before, 600), words) if before and row.change not in _SAME else []
    kept = sum(len(piece.words) for piece in pieces if piece.op == "same")
    if kept < _ALIKE * len(words):
        yield from sheet.quote(words, _HANG)
        return
    told = " ".join(_MARKED[piece.op].format(piece.words) for piece in pieces)
    yield from sheet.marked(f"“{told}”", _HANG, CHANGES)


VIEW = View(
    text=_text,
    columns={
        **fields("date", "holder", "issue", "counterpart", "stance", "formula", "change", "report", "path"),
        **EVIDENCE,
    },
)

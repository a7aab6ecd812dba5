"""Wording: the formulas of a holder one after another, what is new in each marked."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import STATE_STYLES, Sheet
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.rows import Wording

_HANG = " " * 12
_ALIKE = 0.4
"""Formulas that have less in common are told by themselves: nothing is learnt from all words being others."""
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
    """The formula; beside a change, the words that came and went."""
    words = one_line(row.formula or "", 600)
    yield from sheet.quote(words, _HANG)
    if before is None or row.change in _SAME:
        return
    likeness, gone, come = difference(one_line(before, 600), words)
    if (gone or come) and likeness >= _ALIKE:
        parts = [f"-[{part}]" for part in gone] + [f"+[{part}]" for part in come]
        yield from sheet.wrapped(" ".join(parts), _HANG, *STATE_STYLES.get(row.change, ("yellow",)))


def difference(before: str, after: str) -> tuple[float, list[str], list[str]]:
    """How much the two have in common, from 0 to 1; the stretches of words that went, and those that came."""
    old, new = before.split(), after.split()
    gone, come = [], []
    matcher = difflib.SequenceMatcher(None, _folded(old), _folded(new), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            gone += [" ".join(old[a:b])] if b > a else []
            come += [" ".join(new[c:d])] if d > c else []
    return matcher.ratio(), gone, come


def _folded(words: list[str]) -> list[str]:
    return [word.casefold().strip(",.;:“”\"'") for word in words]


VIEW = View(
    text=_text,
    columns={
        **fields("date", "holder", "issue", "counterpart", "stance", "formula", "change", "report", "path"),
        **EVIDENCE,
    },
)

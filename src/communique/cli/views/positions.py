"""Positions: who stands where, and how that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.ask.rows import Cell, Turn

_HANG = " " * 9


def _text(sheet: Sheet, rows: Sequence[Cell]) -> Iterator[str]:
    for row in rows:
        said = " to ".join(dict.fromkeys(day for day in (row.first_said, row.last_said) if day))
        often = f"{row.times} times" if row.times > 1 else "once"
        silent = f" · silent since {row.silent_since}" if row.silent_since else ""
        about = f"{often}, {said}" if said else often
        yield from sheet.row(((row.holder, 7), (row.issue, 30), (row.stance, 7)), about + silent)
        yield from sheet.quote(row.formula or words_of(row.evidence), _HANG)
        yield from sheet.cite(row.report, row.path, _HANG)


VIEW = View(
    text=_text,
    columns={
        **fields("holder", "issue", "stance", "first_said", "last_said", "silent_since", "times", "formula"),
        **fields("report", "path"),
        **EVIDENCE,
    },
)


def _turns(sheet: Sheet, rows: Sequence[Turn]) -> Iterator[str]:
    for row in rows:
        yield from sheet.row(((row.date or "", 10), (row.holder, 7), (row.event, 8)), row.issue)
        for name, words in (("before", row.before), ("now", row.after)):
            if words:
                yield from sheet.wrapped(f"{name:7}“{one_line(words, 600)}”", " " * 12, hang=" " * 20)
        yield from sheet.cite(row.report, row.path, " " * 12)


TURNS = View(
    text=_turns,
    columns={**fields("date", "holder", "issue", "event", "before", "after", "report", "path"), **EVIDENCE},
)

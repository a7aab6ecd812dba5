"""The timeline: who met whom, where and when, and who tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import View, fields
from communique.ledger.ask.rows import Occasion

_HANG = " " * 12
_CITED = 3


def _text(sheet: Sheet, rows: Sequence[Occasion]) -> Iterator[str]:
    for row in rows:
        yield from sheet.row(((row.date_start or "(no date)", 10),), _summary(row))
        if row.participants:
            yield from sheet.wrapped(one_line(", ".join(row.participants)), _HANG)
        first = row.told[0]
        yield from sheet.quote(words_of(first.evidence), _HANG)
        for told in row.told[:_CITED]:
            yield from sheet.cite(told.source.report, told.source.path, _HANG)
        if len(row.told) > _CITED:
            yield from sheet.wrapped(f"and {len(row.told) - _CITED} more", _HANG, "dim")


def _summary(row: Occasion) -> str:
    kind = " ".join(word for word in (row.level, row.kind) if word)
    until = f" to {row.date_end}" if row.date_end and row.date_end != row.date_start else ""
    ordinal = f"no. {row.ordinal}" if row.ordinal else ""
    parts = [f"{kind}{until}, {row.status}", ", ".join(row.parties), row.place or "", ordinal]
    return " · ".join(part for part in parts if part)


VIEW = View(
    text=_text,
    columns={
        **fields("date_start", "date_end", "kind", "status", "place", "parties", "participants", "level", "ordinal"),
        "reports": lambda row: [told.source.report for told in row.told],
        "paths": lambda row: [told.source.path or "" for told in row.told],
        "outlets": lambda row: [told.source.outlet or "" for told in row.told],
        "quotes": lambda row: [words_of(told.evidence) for told in row.told],
    },
    cites=lambda row: (told.source.report for told in row.told),
)

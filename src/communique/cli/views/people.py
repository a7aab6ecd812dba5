"""People: who is who, with the office as last told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.rows import Person

_HANG = " " * 12


def _text(sheet: Sheet, rows: Sequence[Person]) -> Iterator[str]:
    for row in rows:
        yield from sheet.row(((row.last_seen or "(no date)", 10),), _summary(row))
        yield from sheet.quote(words_of(row.evidence), _HANG)
        yield from sheet.cite(row.report, row.path, _HANG)


def _summary(row: Person) -> str:
    since = f"since {row.first_seen}" if row.first_seen and row.first_seen != row.last_seen else ""
    often = f"in {row.times} reports" if row.times > 1 else "in one report"
    told = f"told in {row.told}" if row.office and row.told and row.told != row.last_seen else ""
    later = f"later {row.later}" if row.later else ""
    also = f"also {', '.join(row.also)}" if row.also else ""
    seen = " ".join(part for part in (often, since) if part)
    parts = (f"{row.name}, {row.office}" if row.office else row.name, told, later, seen, also)
    return " · ".join(one_line(part, 200) for part in parts if part)


VIEW = View(
    text=_text,
    columns={
        **fields("country", "name", "office", "offices", "rank", "also", "first_seen", "last_seen", "times", "told"),
        **fields("later", "report", "path"),
        **EVIDENCE,
    },
)

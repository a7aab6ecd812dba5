"""What a search found, and the list of reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, citation
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.ask.rows import Hit, Source

_IN = "     "
_FOUND = {"‹ ›": ("yellow", "bold")}


def _text(sheet: Sheet, rows: Sequence[Hit]) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        yield from sheet.wrapped(_head(row), f"{number:3}. ", "bold")
        yield from sheet.marked(one_line(row.snippet, 600), _IN, _FOUND, drop=True)
        yield from sheet.wrapped(citation(row.source), _IN, "dim")


def _head(row: Hit) -> str:
    title = one_line(row.source.title or "(no title)", 200)
    if row.kind == "report":
        return title
    act = row.act or row.layer or row.kind
    return f"{', '.join(row.holders)}: {act}" if row.holders else act


VIEW = View(
    text=_text,
    columns={
        **fields("kind", "layer", "date", "act", "holders", "snippet", "rank", "record"),
        "report": lambda row: row.source.report,
        "path": lambda row: row.source.path,
        "title": lambda row: row.source.title,
        "outlet": lambda row: row.source.outlet,
        "published": lambda row: row.source.published,
        **EVIDENCE,
    },
    cites=lambda row: (),
)


def _sources(sheet: Sheet, rows: Sequence[Source]) -> Iterator[str]:
    for row in rows:
        outlet = row.outlet or ""
        if row.outlet_country:
            outlet = f"{outlet} ({row.outlet_country})" if outlet else row.outlet_country
        yield from sheet.row(((row.date or "(no date)", 10),), row.title or "(no title)")
        about = " · ".join(one_line(part, 200) for part in (outlet, row.path, row.report) if part)
        yield from sheet.wrapped(about, " " * 12, "dim")


SOURCES = View(
    text=_sources,
    columns=fields("date", "report", "path", "title", "outlet", "outlet_country", "published"),
    cites=lambda row: (),
)

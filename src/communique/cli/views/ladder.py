"""The ladder: what two sides called their relationship, and where they name it differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import EVIDENCE, View, fields
from communique.ledger.ladder import Apart
from communique.ledger.rows import Rung

_OF_RUNG = ("label", "event", "date", "told", "report", "path")
_HANG = " " * 12


def _text(sheet: Sheet, rows: Sequence[Rung]) -> Iterator[str]:
    for row in rows:
        said = f" · said by {', '.join(row.said_by)}" if row.said_by else ""
        tier = f" · {row.tier}" if row.tier else ""
        yield from sheet.row(((row.date or "", 10), (row.event, 11)), f"{row.label}{tier}{said}")
        yield from sheet.quote(words_of(row.evidence), _HANG)
        yield from sheet.cite(row.report, row.path, _HANG)


VIEW = View(
    text=_text, columns={**fields("date", "label", "event", "said_by", "told", "tier", "report", "path"), **EVIDENCE}
)


def _gaps(sheet: Sheet, rows: Sequence[Apart]) -> Iterator[str]:
    for row in rows:
        for side, rung in ((row.a, row.one), (row.b, row.other)):
            yield from sheet.row(((side, 7), (rung.told or "", 10)), rung.label)
            yield from sheet.quote(words_of(rung.evidence), " " * 21)
            yield from sheet.cite(rung.report, rung.path, " " * 21)
        yield from sheet.wrapped(_meaning(row), " " * 9, "yellow")
        yield "\n"


def _meaning(row: Apart) -> str:
    if row.differ == "words":
        return "two wordings of one name"
    return f"two names; on {row.a}'s own ladder, {row.a}'s is {row.order}" if row.order else "two names"


GAPS = View(
    text=_gaps,
    columns={
        **fields("a", "b", "differ", "order"),
        **{f"{name}_a": attrgetter(f"one.{name}") for name in _OF_RUNG},
        "quote_a": lambda row: words_of(row.one.evidence),
        **{f"{name}_b": attrgetter(f"other.{name}") for name in _OF_RUNG},
        "quote_b": lambda row: words_of(row.other.evidence),
    },
    cites=lambda row: (row.one.report, row.other.report),
)

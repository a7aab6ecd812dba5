"""The calendar: what is overdue and what is coming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import View, fields
from communique.cli.views.commitments import who
from communique.ledger.ask.rows import Due
from communique.ledger.rows import Step

_HANG = " " * 12


def _text(sheet: Sheet, rows: Sequence[Due]) -> Iterator[str]:
    for standing in dict.fromkeys(row.standing for row in rows):
        some = [row for row in rows if row.standing == standing]
        yield sheet.head(f"{one_line(standing).capitalize()} ({len(some)})")
        for row in some:
            one = row.commitment
            kind = f"{one.kind}, {one.strength}" if one.strength else one.kind
            yield from sheet.row(((row.when, 10), (who(one), 15)), f"{kind}: {one.what}")
            last = _last(row)
            yield from sheet.quote(words_of(last.evidence), _HANG)
            yield from sheet.cite(last.report, last.path, _HANG, f" · {last.state}")
        yield "\n"


def _last(row: Due) -> Step:
    """The latest step that a report tells."""
    return next((step for step in reversed(row.commitment.history) if step.evidence), row.commitment.history[-1])


_OF_COMMITMENT = ("id", "kind", "promisors", "beneficiaries", "what", "state", "score", "strength", "due")
VIEW = View(
    text=_text,
    columns={
        **fields("when", "standing"),
        **{name: attrgetter(f"commitment.{name}") for name in _OF_COMMITMENT},
        "last_state": lambda row: _last(row).state,
        "last_date": lambda row: _last(row).date,
        "report": lambda row: _last(row).report,
        "path": lambda row: _last(row).path,
        "quote": lambda row: words_of(_last(row).evidence),
    },
    cites=lambda row: (_last(row).report,),
)

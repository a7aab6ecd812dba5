"""A question to a ledger from the command line: opened, asked, printed in the form asked for, and what to say beside."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.cli import _exits
from communique.cli._output import Output
from communique.cli._screen import Paint, say, wants_colour, width
from communique.cli._sheet import Sheet

if TYPE_CHECKING:
    from communique.cli.views import View
    from communique.ledger._ledger import Ledger
    from communique.ledger.ask.rows import Source
    from communique.ledger.rows import Rows


@dataclass(frozen=True)
class Asked:
    """Where the ledger is, and how the answer is wanted."""

    ledger: str
    format: str = "table"
    limit: int = 200
    output: Path | None = None
    colour: bool | None = None


@dataclass(frozen=True)
class Question:
    """What to ask, how the answer is shown, and what to say where there is none.

    ``single``: the answer is one row, in JSON one object. ``intro`` goes above the text, ``more`` below it. ``cited``
    finds the sources that it cites, where its rows do not name them by id.
    """

    ask: Callable[[Ledger], Rows[Any]]
    view: View
    nothing: str
    single: bool = False
    intro: Callable[[Ledger], str] | None = None
    more: tuple[str, Callable[[Ledger], Rows[Any]], View] | None = None
    cited: Callable[[Ledger, Rows[Any]], dict[str, Source]] | None = None


def answer(asked: Asked, question: Question) -> int:
    """Print the answer and return the exit code. Raises ``CommuniqueError`` where there is none to give."""
    from communique.ledger._ledger import Ledger

    with Ledger.open(asked.ledger) as ledger:
        rows = question.ask(ledger)
        with Output(asked.output) as out:
            for piece in _pieces(ledger, rows, asked, question):
                out.write(piece)
        tell(ledger, rows, question.nothing)
    return _exits.OK


def _pieces(ledger: Ledger, rows: Rows[Any], asked: Asked, question: Question) -> Iterator[str]:
    if asked.format == "json":
        from communique.cli._json import dumps
        from communique.ledger.rows import as_dict

        yield dumps(as_dict(rows[0]) if question.single else as_dict(list(rows)), indent=1) + "\n"
    elif asked.format == "csv":
        from communique.cli.views import as_csv

        yield from as_csv(question.view, rows)
    elif rows:
        yield from _text(ledger, rows, asked, question)


def _text(ledger: Ledger, rows: Rows[Any], asked: Asked, question: Question) -> Iterator[str]:
    sheet = sheet_for(ledger, rows, question.view, asked.colour, asked.output is not None)
    if question.cited is not None:
        sheet.sources = question.cited(ledger, rows)
    if question.intro is not None:
        yield sheet.paint(question.intro(ledger), "dim") + "\n\n"
    yield from question.view.text(sheet, rows)
    if question.more is not None:
        heading, ask, view = question.more
        found = ask(ledger)
        if found:
            yield "\n" + sheet.head(heading)
            yield from view.text(sheet_for(ledger, found, view, asked.colour, asked.output is not None), found)


def sheet_for(ledger: Ledger, rows: Sequence[Any], view: View, colour: bool | None, to_file: bool) -> Sheet:
    """A sheet that knows what the rows cite."""
    sources = ledger.sources({report for row in rows for report in view.cites(row)})
    return Sheet(Paint(wants_colour(colour, to_file)), width(to_file), sources)


def tell(ledger: Ledger, rows: Rows[Any], nothing: str) -> None:
    """What a person should know beside the answer: that it is empty, cut, or not of all reports yet."""
    if not rows:
        say(nothing)
    elif rows.total > len(rows):
        say(f"{len(rows):,} of {rows.total:,} shown; --limit 0 for all.")
    waiting = ledger.unsettled()
    if waiting:
        say(
            f"Some reports are not worked into the answers yet ({waiting} {_of(waiting)}); "
            "`communique rebuild`, or the next `communique add`, does it."
        )
    sys.stderr.flush()


def _of(number: int) -> str:
    return "pair of sides" if number == 1 else "pairs of sides"

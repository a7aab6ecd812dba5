"""What is the same for all answers: the form of a view, and the writing of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from communique.cli._screen import visible
from communique.cli._sheet import Sheet, words_of

Columns = Mapping[str, Callable[[Any], Any]]


def _itself(row: Any) -> Iterable[Any]:
    return (row,)


def _its_report(row: Any) -> Iterable[str]:
    return (row.report,)


@dataclass(frozen=True)
class View:
    """How rows of one type are shown.

    ``text`` makes lines of a sheet; ``columns`` gives the values of a line of CSV by name, ``lines`` the things that
    each get a line of it; ``cites`` the ids of the reports that the text cites.
    """

    text: Callable[[Sheet, Sequence[Any]], Iterator[str]]
    columns: Columns
    lines: Callable[[Any], Iterable[Any]] = _itself
    cites: Callable[[Any], Iterable[str]] = _its_report


def fields(*names: str) -> Columns:
    """Columns that are fields of the row, by name."""
    return {name: attrgetter(name) for name in names}


EVIDENCE: Columns = {
    "quote": lambda row: words_of(row.evidence),
    "offsets": lambda row: [f"{part.start}-{part.end}" for part in row.evidence],
}


def as_csv(view: View, rows: Sequence[Any]) -> Iterator[str]:
    """A line of names, then the lines of each row."""
    yield _line(view.columns)
    for row in rows:
        for thing in view.lines(row):
            yield _line(_cell(value(thing)) for value in view.columns.values())


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """A value on one line. What a spreadsheet would run as a formula is kept from it by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple | list):
        value = "; ".join(str(one) for one in value)
    text = visible(" ".join(str(value).split()))
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text

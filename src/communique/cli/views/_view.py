"""What is the same for all answers: the form of a view, and the writing of CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from communique.cli._sheet import Sheet, words_of
from communique.export.sheet import cell, line

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
    yield line(view.columns)
    for row in rows:
        for thing in view.lines(row):
            yield line(cell(value(thing)) for value in view.columns.values())

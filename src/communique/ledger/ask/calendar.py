"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy import literal_column as literally

from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.commitments import count, first, shown
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.rows import Due
from communique.ledger.rows import Rows
from communique.ledger.store import schema


def calendar(connection: Connection, country: str | None, *, as_of: str | None, limit: int) -> Rows[Due]:
    """See ``Questions.calendar``: what is coming, the next first; then what is overdue, the latest first.

    A time told by month or year is past when all of it is; what is only "2028" is coming until the year is over.
    """
    at = AsOf.of(connection, as_of)
    if not at.day:
        return Rows()
    code = resolve(connection, country) if country is not None else ""
    stood = at.stood(code, "")
    rows: list[Due] = []
    parts: tuple[tuple[str, Any, Callable[[Any], tuple[Any, ...]]], ...] = (
        ("coming", at.coming, lambda c: (c.due, c.thread)),
        ("overdue", at.over, lambda c: (c.due.desc(), c.thread.desc())),
    )
    for standing, when, order in parts:
        found = shown(connection, first([*stood, *at.awaited, *when], order, limit), at)
        rows += (Due(row.due or "", standing, row) for row in found)
    begun = [] if code else [_begun(connection, at)]
    return Rows(rows, count(connection, [*stood, *at.awaited, *begun]))  # what is not past is coming


def _begun(connection: Connection, at: AsOf) -> ColumnElement[bool]:
    """In which years threads came to stand as they stood then: any up to then.

    Said year by year, as an index has it, only what had not ended by then is looked at; else all that ever ended before
    or began after.
    """
    report = schema.report.c.date
    earliest = connection.scalar(select(func.min(report)).where(report > "")) or at.day
    years = range(int(earliest[:4]), int(at.day[:4]) + 1)
    year: ColumnElement[str] = literally("substr(standing.since, 1, 4)")
    return year.in_(["", *(f"{one:04}" for one in years)])

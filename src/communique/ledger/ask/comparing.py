"""Compare: two readouts of one occasion, found or named."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from communique.errors import BadQuery
from communique.ledger import compare as pure
from communique.ledger.ask.reports import number, sources
from communique.ledger.ask.rows import Source
from communique.ledger.entry import Entry
from communique.ledger.rows import Comparison, Rows
from communique.ledger.store import schema
from communique.ledger.store.bodies import entries

_DAYS = 7
"""So many days apart two readouts of one occasion may be published."""


def compare(connection: Connection, a: str, b: str | None) -> Comparison:
    """See ``Questions.compare``. Raises ``BadQuery`` where there is nothing to compare."""
    one = number(connection, a)
    if b is None:
        found = _twins(connection, one)
        if not found:
            raise BadQuery(
                f"no other report in the ledger is of the occasion that {a} is about; name the other yourself"
            )
        other = found[0][0]
    else:
        other = number(connection, b)
    if one == other:
        raise BadQuery("these are one and the same report; name two")
    both = entries(connection, [one, other])
    return pure.compare(both[one], both[other])


def twins(connection: Connection, report: str) -> Rows[Source]:
    """See ``Questions.twins``."""
    found = [no for no, _ in _twins(connection, number(connection, report))]
    cites = sources(connection, found)
    return Rows(cites[no] for no in found)


def _twins(connection: Connection, one: int) -> list[tuple[int, Entry]]:
    """The other readouts of a report's occasion, among those about the same sides of about the same days."""
    entry = entries(connection, [one])[one]
    table = schema.report
    where = [table.c.sides == "|".join(entry.sides), table.c.no != one, table.c.current]
    day = _day(entry.date)
    if day is not None:
        where += [table.c.date >= str(day - timedelta(_DAYS)), table.c.date <= str(day + timedelta(_DAYS))]
    numbers = list(connection.scalars(select(table.c.no).where(*where).order_by(table.c.date, table.c.id).limit(_MOST)))
    others = entries(connection, numbers)
    by_report = {other.report: no for no, other in others.items()}
    return [(by_report[twin.report], twin) for twin in pure.twins(entry, (others[no] for no in numbers))]


_MOST = 50


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None

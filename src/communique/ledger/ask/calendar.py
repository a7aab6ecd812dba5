"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.commitments import count, first, shown
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.rows import Due
from communique.ledger.rows import Rows


def calendar(connection: Connection, country: str | None, *, as_of: str | None, limit: int) -> Rows[Due]:
    """See ``Questions.calendar``: what is coming, the next first; then what is overdue, the latest first.

    A time told by month or year is past when all of it is; what is only "2028" is coming until the year is over.
    """
    at = AsOf.of(connection, as_of)
    if not at.day:
        return Rows()
    stood = at.stood(resolve(connection, country) if country is not None else "", "")
    rows: list[Due] = []
    total = 0
    parts: tuple[tuple[str, Any, Callable[[Any], tuple[Any, ...]]], ...] = (
        ("coming", at.coming, lambda c: (c.due, c.thread)),
        ("overdue", at.over, lambda c: (c.due.desc(), c.thread.desc())),
    )
    for standing, when, order in parts:
        where = [*stood, *at.awaited, *when]
        total += count(connection, where)
        found = shown(connection, first(where, order, limit), at)
        rows += (Due(row.due or "", standing, row) for row in found)
    return Rows(rows, total)

"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from sqlalchemy import Connection

from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.commitments import count, shown, threads
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.rows import Due
from communique.ledger.rows import Rows
from communique.ledger.store.schema import standing as table


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
    for standing, when, order in (
        ("coming", at.coming, (table.c.due, table.c.thread)),
        ("overdue", at.over, (table.c.due.desc(), table.c.thread.desc())),
    ):
        where = [*stood, *at.awaited, *when]
        total += count(connection, where)
        found = shown(connection, threads(where).order_by(*order).limit(limit or None), at)
        rows += (Due(row.due or "", standing, row) for row in found)
    return Rows(rows, total)

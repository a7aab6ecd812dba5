"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from communique.ledger.ask.commitments import read
from communique.ledger.ask.dates import checked
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import newest
from communique.ledger.ask.rows import Due
from communique.ledger.commitments import commitment
from communique.ledger.rows import Rows
from communique.ledger.store import schema

_AFTER = "~"


def calendar(connection: Connection, country: str | None, *, as_of: str | None, limit: int) -> Rows[Due]:
    """See ``Questions.calendar``: what is coming, the next first; then what is overdue, the latest first.

    A time told by month or year is past when all of it is; what is only "2028" is coming until the year is over.
    """
    day = checked(as_of, "as-of") if as_of else newest(connection)
    if day is None:
        return Rows()
    party = schema.thread_party if country is not None else schema.thread
    where: list[Any] = [party.c.open, party.c.due > ""]
    if country is not None:
        where += [party.c.a == resolve(connection, country), party.c.b == ""]
    past = [*where, party.c.due + _AFTER < day, party.c.due < day]
    coming = [*where, party.c.due + _AFTER >= day, party.c.due >= day[:4]]
    rows: list[Due] = []
    total = 0
    for standing, conditions, order in (
        ("coming", coming, party.c.due.asc()),
        ("overdue", past, party.c.due.desc()),
    ):
        total += connection.scalar(select(func.count()).select_from(party).where(*conditions)) or 0
        found = select(schema.thread.c.body).where(*conditions).order_by(order).limit(limit or None)
        if country is not None:
            found = found.join(party, party.c.thread == schema.thread.c.id)
        rows += (_due(standing, body) for body in connection.scalars(found))
    return Rows(rows, total)


def _due(standing: str, body: str) -> Due:
    row = commitment(read(body))
    return Due(when=row.due or "", standing=standing, commitment=row)

"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.ledger.ask.commitments import Judge, before, past_by, read
from communique.ledger.ask.dates import checked, end_of
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import newest
from communique.ledger.ask.rows import Due
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
    end = end_of(day)
    judge = Judge(connection, day)
    party = schema.thread_party if country is not None else schema.thread
    where: list[Any] = [party.c.due > ""]
    if country is not None:
        where += [party.c.a == resolve(connection, country), party.c.b == ""]
    rows: list[Due] = []
    total = 0
    for standing, when, order in (
        ("coming", (party.c.due + _AFTER >= day, party.c.due >= day[:4]), party.c.due.asc()),
        ("overdue", past_by(party, day), party.c.due.desc()),
    ):
        some = [*where, *when, party.c.open, *([party.c.last_date < end] if as_of else [])]
        total += connection.scalar(select(func.count()).select_from(party).where(*some)) or 0
        found = _bodies(party, some, country).order_by(order).limit(limit or None)
        rows += (Due(row.due or "", standing, row) for row in map(judge, map(read, connection.scalars(found))))
    if as_of:
        rows = _with_later(rows, connection, _bodies(party, [*where, party.c.last_date >= end], country), judge, end)
    return Rows(rows, max(total, len(rows)))


def _bodies(party: Any, where: list[Any], country: str | None) -> Select[Any]:
    query = select(schema.thread.c.body).where(*where)
    return query.join(party, party.c.thread == schema.thread.c.id) if country is not None else query


def _with_later(rows: list[Due], connection: Connection, later: Select[Any], judge: Judge, end: str) -> list[Due]:
    """With what reports after that day tell of, taken back to how it stood on the day."""
    for body in connection.scalars(later.where(schema.thread.c.first_date < end)):
        then = before(read(body), end)
        row = judge(then) if then is not None else None
        if row is not None and row.due and (row.overdue or row.score in (None, 0)):
            rows.append(Due(row.due, "overdue" if row.overdue else "coming", row))
    coming = sorted((row for row in rows if row.standing == "coming"), key=lambda row: row.when)
    overdue = sorted((row for row in rows if row.standing == "overdue"), key=lambda row: row.when, reverse=True)
    return coming + overdue

"""Ladder: what two sides called their relationship, and where they name it differently."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, select

from communique.errors import BadQuery
from communique.ledger.ask.dates import end_of
from communique.ledger.ask.parties import resolve
from communique.ledger.ladder import Apart, differences
from communique.ledger.rows import Rows, Rung
from communique.ledger.store.bodies import made
from communique.ledger.store.schema import rung as table


def ladder(connection: Connection, a: str, b: str, *, as_of: str | None, limit: int) -> Rows[Rung]:
    """See ``Questions.ladder``."""
    one, other = two(connection, a, b)
    where = [table.c.a == one, table.c.b == other, *([table.c.date < end_of(as_of)] if as_of else [])]
    total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
    newest = select(table.c.body).where(*where).order_by(table.c.date.desc(), table.c.report.desc(), table.c.n.desc())
    found = [
        replace(made(Rung, body), parties=(one, other)) for body in connection.scalars(newest.limit(limit or None))
    ]
    return Rows(reversed(found), total)


def gaps(connection: Connection, a: str, b: str, *, as_of: str | None) -> Rows[Apart]:
    """See ``Questions.ladder_gaps``."""
    one, other = (resolve(connection, name) for name in (a, b))
    return differences(ladder(connection, one, other, as_of=as_of, limit=_RECENT), one, other)


_RECENT = 500


def two(connection: Connection, a: str, b: str) -> tuple[str, str]:
    """The codes of two sides, in order. Raises ``BadQuery`` where they are one."""
    one, other = sorted((resolve(connection, a), resolve(connection, b)))
    if one == other:
        raise BadQuery(f"{a} and {b} are one and the same; name two sides")
    return one, other

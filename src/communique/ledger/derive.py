"""What is made of the records: brought up to date bucket by bucket, or made anew, in transactions of a second each.

A bucket is two sides (or one, or several) whose undertakings and formulas are followed together, report after report
(``following``). What there is to do is noted in the ledger itself (``dirty``, ``form``): stopped at any instant, the
next ``settle`` goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, func, select, text

from communique.ledger.following import bring_up_to_date
from communique.ledger.store import making, schema
from communique.ledger.store.engine import writing
from communique.ledger.store.write import index_anew

_SECONDS = 1.0
"""So long is one transaction: others want to write too."""
_AT_ONCE = 200
_REPORTS = 50


def settle(engine: Engine, on_piece: Callable[[int, int], None] | None = None) -> int:
    """Derive what is not up to date; returns how many buckets were.

    A ledger whose derived rows are of another form has all of them made anew. ``on_piece`` hears (done, to do): of the
    reports whose rows are made anew, and of the buckets.
    """
    with writing(engine) as connection:
        _take_turns(connection)
        to_index = making.see_to_it(connection).upto is not None
    tell = on_piece or (lambda done, to_do: None)
    done = buckets = 0
    while to_index:
        with writing(engine) as connection:
            _take_turns(connection)
            number, left = _index_some(connection)
            to_index, done = left > 0, done + number
            tell(done, done + left + _dirty(connection))
    while True:
        with writing(engine) as connection:
            _take_turns(connection)
            left, number = _dirty(connection), 0
            for number in _derive_some(connection):
                tell(done + buckets + number, done + buckets + left)
            buckets += number
            if number >= left:
                making.finish(connection)
                return buckets


def rebuild(engine: Engine, on_piece: Callable[[int, int], None] | None = None) -> int:
    """Make all derived rows again from the records; returns how many buckets there are. ``on_piece``: see ``settle``.

    Each piece takes the place of what was there in one transaction, so that the answers are whole all the time.
    """
    with writing(engine) as connection:
        _take_turns(connection)
        making.begin(connection)
    return settle(engine, on_piece)


def _take_turns(connection: Connection) -> None:
    """On PostgreSQL, one derives at a time; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4204)"))


def _dirty(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(schema.dirty)) or 0


def _index_some(connection: Connection) -> tuple[int, int]:
    """Make anew what is kept beside the records of the next reports, for a second; how many, and how many are left."""
    table, begun = schema.report, time.monotonic()
    upto, done = making.making(connection).upto, 0
    numbers: list[int] = []
    while upto is not None and (not done or time.monotonic() - begun < _SECONDS):
        query = select(table.c.no).where(table.c.no > upto).order_by(table.c.no).limit(_REPORTS)
        numbers = list(connection.scalars(query))
        index_anew(connection, numbers)
        upto, done = numbers[-1] if numbers else None, done + len(numbers)
    left = 0 if upto is None else connection.scalar(select(func.count()).where(table.c.no > upto)) or 0
    making.advance(connection, upto if left else None)
    return done, left


def _derive_some(connection: Connection) -> Iterator[int]:
    """Bring buckets up to date, for a second; yields after each how many have been."""
    table, begun = schema.dirty, time.monotonic()
    rows = connection.execute(select(table).order_by(table.c.bucket).limit(_AT_ONCE)).all()
    for number, row in enumerate(rows, 1):
        bring_up_to_date(connection, row)
        yield number
        if time.monotonic() - begun > _SECONDS:
            return

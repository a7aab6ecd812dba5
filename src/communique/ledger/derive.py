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


def settle(engine: Engine, on_bucket: Callable[[int, int], None] | None = None) -> int:
    """Derive what is not up to date; returns how many buckets were. ``on_bucket`` hears (done, to do).

    A ledger whose derived rows are of another form has all of them made anew.
    """
    with writing(engine) as connection:
        _take_turns(connection)
        to_index = making.see_to_it(connection).upto is not None
    while to_index:
        with writing(engine) as connection:
            _take_turns(connection)
            to_index = _index_some(connection)
    done = 0
    while True:
        with writing(engine) as connection:
            _take_turns(connection)
            left = connection.scalar(select(func.count()).select_from(schema.dirty)) or 0
            number = 0
            for number in _derive_some(connection):
                if on_bucket is not None:
                    on_bucket(done + number, done + left)
            done += number
            if number >= left:
                making.finish(connection)
                return done


def rebuild(engine: Engine, on_bucket: Callable[[int, int], None] | None = None) -> int:
    """Make all derived rows again from the records; returns how many buckets there are.

    Each piece takes the place of what was there in one transaction, so that the answers are whole all the time.
    """
    with writing(engine) as connection:
        _take_turns(connection)
        making.begin(connection)
    return settle(engine, on_bucket)


def _take_turns(connection: Connection) -> None:
    """On PostgreSQL, one derives at a time; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4204)"))


def _index_some(connection: Connection) -> bool:
    """Make anew what is kept beside the records of the next reports, for a second; whether there are more."""
    upto, begun = making.making(connection).upto, time.monotonic()
    table = schema.report
    while upto is not None and time.monotonic() - begun < _SECONDS:
        query = select(table.c.no).where(table.c.no > upto).order_by(table.c.no).limit(_REPORTS)
        numbers = list(connection.scalars(query))
        index_anew(connection, numbers)
        upto = numbers[-1] if numbers else None
    making.advance(connection, upto)
    return upto is not None


def _derive_some(connection: Connection) -> Iterator[int]:
    """Bring buckets up to date, for a second; yields after each how many have been."""
    table, begun = schema.dirty, time.monotonic()
    rows = connection.execute(select(table).order_by(table.c.bucket).limit(_AT_ONCE)).all()
    for number, row in enumerate(rows, 1):
        bring_up_to_date(connection, row)
        yield number
        if time.monotonic() - begun > _SECONDS:
            return

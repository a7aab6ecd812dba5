"""Which reports were followed in a bucket, each with what takes it back: the way back to before a late report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, or_, select

from communique.ledger.commitments import Stored
from communique.ledger.commitments.noted import Undo
from communique.ledger.store import schema
from communique.ledger.store.steps import steps_of_all
from communique.ledger.store.thread_rows import Written
from communique.ledger.wording import lineages

Order = tuple[str, str]
"""The date and the rest of ``Entry.order``: where a report stands."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Back:
    """What was taken back: the ``threads`` that are left as they were before, and the ids of those then ``gone``.

    ``written`` is what stands in the tables of them all.
    """

    threads: list[Stored]
    gone: frozenset[str]
    written: dict[str, Written]


def since(table: Table, bucket: str, first: Order, *, itself: bool = True) -> ColumnElement[bool]:
    """The rows of a bucket from a place in the order of reports on; ``itself``: with what stands there."""
    date, id_ = table.c.date, table.c.id
    behind = id_ >= first[1] if itself else id_ > first[1]
    return and_(table.c.bucket == bucket, date >= first[0], or_(date > first[0], behind))


def row(bucket: str, order: Order, report: int, threads: Undo, said: lineages.Undo) -> dict[str, Any] | None:
    """What is kept of a report that was followed; None where it changed nothing."""
    if not threads and not said:
        return None
    undo = json.dumps([threads, said], ensure_ascii=False, separators=(",", ":"))
    return {"bucket": bucket, "date": order[0], "id": order[1], "report": report, "undo": undo}


def keep(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Put rows into their table."""
    if rows:
        connection.execute(insert(schema.followed), list(rows))


def take_back(connection: Connection, bucket: str, first: Order, told: lineages.Lineages) -> Back:
    """Take back all reports from ``first`` on: the lineages ``told`` become what they were, and so do the threads.

    The reports' formulas are deleted, and of the threads that they changed what they are found by: the threads are to
    be written again, and those ``gone`` to be deleted if they do not begin anew (they can be pointed at until then).
    """
    table = schema.followed
    query = select(table.c.report, table.c.undo).where(since(table, bucket, first))
    rows = connection.execute(query.order_by(table.c.date.desc(), table.c.id.desc())).all()
    undoings = [json.loads(row.undo) for row in rows]
    threads = _threads(connection, {id_ for changed, _ in undoings for id_ in changed})
    written, gone = {id_: Written.of(thread, found=False) for id_, thread in threads.items()}, set()
    for changed, said in undoings:
        told.take_back(said)
        for id_, undo in changed.items():
            if undo is None:
                gone.add(id_)
                del threads[id_]
            else:
                threads[id_].take_back(undo)
    connection.execute(delete(table).where(since(table, bucket, first)))
    formula = schema.formula
    for some in _some([row.report for row in rows]):
        connection.execute(delete(formula).where(formula.c.bucket == bucket, formula.c.report.in_(some)))
    _delete(connection, schema.thread_term, "thread", list(written))
    return Back(list(threads.values()), frozenset(gone), written)


def drop_threads(connection: Connection, ids: Iterable[str]) -> None:
    """Delete threads with all that points at them."""
    wanted = sorted(ids)
    for table, column in (
        (schema.thread_term, "thread"),
        (schema.standing, "thread"),
        (schema.step, "thread"),
        (schema.thread, "id"),
    ):
        _delete(connection, table, column, wanted)


def _threads(connection: Connection, ids: Iterable[str]) -> dict[str, Stored]:
    """What is to be taken back; all of their steps are looked at."""
    table, found = schema.thread, {}
    for some in _some(sorted(ids)):
        steps = steps_of_all(connection, some)
        for id_, body in connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some))):
            found[id_] = Stored.of(body, partial(steps.__getitem__, id_))
    return found


def _delete(connection: Connection, table: Table, column: str, values: Sequence[Any]) -> None:
    for some in _some(values):
        connection.execute(delete(table).where(table.c[column].in_(some)))


def _some(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))

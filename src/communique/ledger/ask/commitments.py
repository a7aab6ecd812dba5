"""Commitments: what became of pledges, agreements, requests and planned engagements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, Exists, Select, func, select
from sqlalchemy import literal_column as literally

from communique.errors import BadQuery, UnknownRecord
from communique.ledger.ask.as_of import AsOf, judge
from communique.ledger.ask.dates import Span
from communique.ledger.ask.histories import HISTORY, History, histories, whole
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import mostly_within
from communique.ledger.commitments import row_of, steps_of
from communique.ledger.rows import Commitment, Rows, Step
from communique.ledger.store import schema

KINDS = ("pledge", "agreement", "request", "engagement")
THREAD = (schema.thread.c.id, schema.thread.c.bucket, schema.thread.c.body)
"""What rows are made of."""
_TABLE = schema.standing


def commitments(
    connection: Connection,
    a: str,
    b: str | None,
    *,
    state: str | None,
    kind: str | None,
    as_of: str | None,
    overdue: bool = False,
    limit: int,
    history: int,
) -> Rows[Commitment]:
    """See ``Questions.commitments``."""
    if kind is not None and kind not in KINDS:
        raise BadQuery(f"there is no kind {kind!r} of commitment; there are: {', '.join(KINDS)}")
    one, other = two(connection, a, b) if b is not None else (resolve(connection, a), "")
    at = AsOf.of(connection, as_of)
    where = [_TABLE.c.kind == kind] if kind else []
    where += [at.in_state(state)] if state else []
    where += [*at.awaited, *at.over] if overdue else []
    stood = at.stood(one, other)
    latest = first([*stood, *where, _TABLE.c.last_date < at.end], lambda c: (c.last_date.desc(), c.thread), limit)
    early = as_of is not None and not overdue and not mostly_within(connection, Span(after=at.end))
    total = count(connection, [*(at.begun(one, other) if early else stood), *where])
    return Rows(shown(connection, latest, at, history), total)


def commitment(connection: Connection, name: str, *, as_of: str | None) -> Commitment:
    """See ``Questions.commitment``."""
    at = AsOf.of(connection, as_of)
    thread = schema.thread
    query = select(*THREAD).where(thread.c.id == name.strip(), begun(at))
    found = next(shown(connection, query, at, 0), None)
    if found is None:
        then = f" as of {at.day}" if as_of else ""
        raise UnknownRecord(
            f"no commitment in the ledger is called {name!r}{then}; `communique commitments` lists them"
        )
    return found


def histories_of(
    connection: Connection, names: Collection[str], on: Collection[str] | None, *, as_of: str | None
) -> dict[str, tuple[Step, ...]]:
    """See ``Questions.histories``."""
    found = whole(connection, names, AsOf.of(connection, as_of).end, on) if names else {}
    return {name: steps_of(steps) for name, steps in found.items()}


def first(where: Iterable[ColumnElement[bool]], order: Callable[[Any], tuple[Any, ...]], limit: int) -> Select[Any]:
    """The threads of the first stretches (0: all) in an order of their columns; no others' bodies are read for it."""
    columns = (_TABLE.c.thread, _TABLE.c.last_date, _TABLE.c.due)
    some = select(*columns).where(*where).order_by(*order(_TABLE.c)).limit(limit or None).subquery("some")
    thread = schema.thread
    return select(*THREAD).join(some, some.c.thread == thread.c.id).order_by(*order(some.c))


def count(connection: Connection, where: Iterable[ColumnElement[bool]]) -> int:
    """How many stretches there are."""
    return connection.scalar(select(func.count()).select_from(_TABLE).where(*where)) or 0


def begun(at: AsOf) -> Exists:
    """That a thread had begun by then."""
    return select(literally("1")).where(_TABLE.c.thread == schema.thread.c.id, _TABLE.c.since < at.end).exists()


def shown(connection: Connection, found: Select[Any], at: AsOf, history: int = HISTORY) -> Iterator[Commitment]:
    """The rows of threads (``THREAD``) as they stood, with what is to be said of them then; so many steps of each."""
    rows = connection.execute(found).all()
    told = histories(connection, [row.id for row in rows], at.end, history)
    return judge(connection, [(row.bucket, _row(row.body, told[row.id])) for row in rows], at)


def _row(body: str, history: History) -> Commitment:
    return row_of(from_json(body, cache_strings="keys"), history.now, history.steps, history.number)

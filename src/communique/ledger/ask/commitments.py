"""Commitments: what became of pledges, agreements, requests and planned engagements."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from communique.errors import BadQuery
from communique.ledger.ask.dates import end_of
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import newest
from communique.ledger.commitments import Thread, commitment
from communique.ledger.rows import Commitment, Rows
from communique.ledger.store import schema

KINDS = ("pledge", "agreement", "request", "engagement")
_PARTY = schema.thread_party


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
) -> Rows[Commitment]:
    """See ``Questions.commitments``."""
    if kind is not None and kind not in KINDS:
        raise BadQuery(f"there is no kind {kind!r} of commitment; there are: {', '.join(KINDS)}")
    one, other = two(connection, a, b) if b is not None else (resolve(connection, a), "")
    where = [_PARTY.c.a == one, _PARTY.c.b == other]
    where += [_PARTY.c.kind == kind] if kind else []
    end = end_of(as_of) if as_of else None
    where += [_PARTY.c.state == state] if state and end is None else []
    query = (
        select(schema.thread.c.body)
        .join(_PARTY, _PARTY.c.thread == schema.thread.c.id)
        .where(*where)
        .order_by(_PARTY.c.last_date.desc(), _PARTY.c.thread)
    )
    if overdue:
        return _overdue(connection, query, as_of or newest(connection) or "", state, limit)
    if end is not None:
        return _as_of(connection, query.where(schema.thread.c.first_date < end), end, state, limit)
    total = connection.scalar(select(func.count()).select_from(_PARTY).where(*where)) or 0
    return Rows((commitment(read(body)) for body in connection.scalars(query.limit(limit or None))), total)


def read(body: str) -> Thread:
    """The thread in a body."""
    return Thread.from_json(json.loads(body))


def _as_of(connection: Connection, query: Any, end: str, state: str | None, limit: int) -> Rows[Commitment]:
    found: list[Commitment] = []
    total = 0
    for body in connection.scalars(query):
        then = before(read(body), end)
        if then is None or (state and commitment(then).state != state):
            continue
        total += 1
        if not limit or len(found) < limit:
            found.append(commitment(then))
    return Rows(found, total)


def _overdue(connection: Connection, query: Any, day: str, state: str | None, limit: int) -> Rows[Commitment]:
    """What was still open on a day, with all of its time past."""
    end = end_of(day)
    found: list[Commitment] = []
    for body in connection.scalars(query.where(schema.thread.c.first_date < end)):
        then = before(read(body), end)
        row = commitment(then) if then is not None else None
        if row is None or not row.due or row.score not in (None, 0) or (state and row.state != state):
            continue
        if row.due + "~" < day and row.due < day:
            found.append(row)
    return Rows(found[:limit] if limit else found, len(found))


def before(thread: Thread, end: str) -> Thread | None:
    """The thread as it stood when no report dated ``end`` or later was known; None where it had not begun."""
    steps = [step for step in thread.steps if (step.date or "") < end]
    if not any(step.sure for step in steps):
        return None
    if len(steps) == len(thread.steps):
        return thread
    told = [step for step in steps if step.sure]
    return replace(
        thread, steps=steps, due=next((step.due for step in reversed(told) if step.due), None),
        strength=next((step.strength for step in reversed(told) if step.strength), None),
        condition=told[-1].condition,
    )  # fmt: skip

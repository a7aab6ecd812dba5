"""Commitments: what became of pledges, agreements, requests and planned engagements."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

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
_AFTER = "~"
"""Sorts after all digits: a day is past, and so is a year, when with this it is still before a day."""


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
    now = [*where, *([_PARTY.c.state == state] if state else [])]
    if overdue:
        day = as_of or newest(connection) or ""
        now += [_PARTY.c.open, _PARTY.c.due > "", _PARTY.c.due + _AFTER < day, _PARTY.c.due < day]
        return _as_of(connection, where, now, end_of(day), lambda row: _is_overdue(row, day, state), limit)
    if as_of:
        return _as_of(connection, where, now, end_of(as_of), lambda row: state in (None, row.state), limit)
    found = connection.scalars(_bodies(now).limit(limit or None))
    return Rows((commitment(read(body)) for body in found), _count(connection, now))


def _bodies(where: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """The threads, the latest first."""
    joined = select(schema.thread.c.body).join(_PARTY, _PARTY.c.thread == schema.thread.c.id)
    return joined.where(*where).order_by(_PARTY.c.last_date.desc(), _PARTY.c.thread)


def _count(connection: Connection, where: Sequence[ColumnElement[bool]]) -> int:
    return connection.scalar(select(func.count()).select_from(_PARTY).where(*where)) or 0


def _as_of(
    connection: Connection,
    where: Sequence[ColumnElement[bool]],
    now: Sequence[ColumnElement[bool]],
    end: str,
    wanted: Callable[[Commitment], bool],
    limit: int,
) -> Rows[Commitment]:
    """The threads as they stood before ``end``: ``where`` is whose they are, ``now`` finds those wanted by how they stand.

    Where no report has told of a thread since then, it stands as it stood, and the database finds and counts it. The
    others, the first in order, are read and taken back to that day.
    """
    later = _bodies([*where, _PARTY.c.last_date >= end, schema.thread.c.first_date < end])
    threads = (before(read(body), end) for body in connection.scalars(later))
    found = [row for row in (commitment(then) for then in threads if then is not None) if wanted(row)]
    settled = [*now, _PARTY.c.last_date < end]
    total = len(found) + _count(connection, settled)
    if not limit or len(found) < limit:
        rest = connection.scalars(_bodies(settled).limit(limit - len(found) if limit else None))
        threads = (before(read(body), end) for body in rest)
        found += (commitment(then) for then in threads if then is not None)
    return Rows(found[:limit] if limit else found, total)


def _is_overdue(row: Commitment, day: str, state: str | None) -> bool:
    """Whether it was still open on a day, with all of its time past."""
    past = row.due is not None and row.due + _AFTER < day and row.due < day
    return past and row.score in (None, 0) and state in (None, row.state)


def read(body: str) -> Thread:
    """The thread in a body."""
    return Thread.from_json(json.loads(body))


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

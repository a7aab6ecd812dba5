"""Commitments: what became of pledges, agreements, requests and planned engagements."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select

from communique.errors import BadQuery
from communique.ledger.ask.dates import checked, end_of
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import newest
from communique.ledger.commitments import Thread, commitment
from communique.ledger.commitments.standing import standing, with_lapse
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
    day = checked(as_of, "as-of") if as_of else newest(connection) or ""
    where = [_PARTY.c.a == one, _PARTY.c.b == other, *([_PARTY.c.kind == kind] if kind else [])]
    now = [*where, *([_stands(state, day)] if state else [])]
    now += [_PARTY.c.open, *past_by(_PARTY, day)] if overdue else []
    judge = Judge(connection, day)
    if as_of:
        return _as_of(connection, where, now, end_of(day), judge, lambda row: _wanted(row, state, overdue), limit)
    found = connection.scalars(_bodies(now).limit(limit or None))
    return Rows((judge(read(body)) for body in found), _count(connection, now))


def past_by(table: Any, day: str) -> tuple[ColumnElement[bool], ...]:
    """That the time of a thread (its ``due``, of any precision) is over on ``day``."""
    return table.c.due > "", table.c.due + _AFTER < day, table.c.due < day


def _stands(state: str, day: str) -> ColumnElement[bool]:
    """That a thread stands so on a day: what is still open and whose time passed without a word of it has lapsed."""
    lapsed = and_(_PARTY.c.open, *past_by(_PARTY, day), _PARTY.c.last_date < _PARTY.c.due + _AFTER)
    return or_(lapsed, _PARTY.c.state == state) if state == "lapsed" else and_(_PARTY.c.state == state, not_(lapsed))


def _wanted(row: Commitment, state: str | None, overdue: bool) -> bool:
    return state in (None, row.state) and (row.overdue or not overdue)


class Judge:
    """Makes rows of threads, as of a day: what is overdue, has lapsed, or met with silence."""

    def __init__(self, connection: Connection, day: str) -> None:
        self._connection, self._day = connection, day
        self._met: dict[str, list[str]] = {}

    def __call__(self, thread: Thread) -> Commitment:
        """The row of a thread."""
        row = commitment(thread)
        if not self._day:
            return row
        asked = row.state in _ASKED and all(step.state in _ASKED for step in row.history if step.sure)
        stands = standing(row, self._day, self._met_at(thread.bucket) if asked else ())
        told = with_lapse(row, self._day)
        return replace(told, overdue=stands.overdue, days=stands.days, silence=stands.silence)

    def _met_at(self, bucket: str) -> list[str]:
        """On which days the two sides are told to have met."""
        if bucket not in self._met:
            self._met[bucket] = list(self._connection.scalars(_meetings(bucket, self._day))) if "|" in bucket else []
        return self._met[bucket]


def _meetings(bucket: str, day: str) -> Select[Any]:
    a, b = bucket.split("|")[:2]
    table, record = schema.together, schema.record
    held = (table.c.a == a, table.c.b == b, table.c.layer == "engagement", table.c.date <= day,
            record.c.tags.like("%statusheld%"))  # fmt: skip
    return select(table.c.date).distinct().join(record, record.c.no == table.c.record).where(*held)


_ASKED = frozenset(("asked", "restated", "hardened", "softened", "broadened", "narrowed"))


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
    judge: Judge,
    wanted: Callable[[Commitment], bool],
    limit: int,
) -> Rows[Commitment]:
    """The threads as they stood before ``end``: ``where`` is whose they are, ``now`` finds those wanted by how they stand.

    Where no report has told of a thread since then, it stands as it stood, and the database finds and counts it. The
    others, the first in order, are read and taken back to that day.
    """
    later = _bodies([*where, _PARTY.c.last_date >= end, schema.thread.c.first_date < end])
    threads = (before(read(body), end) for body in connection.scalars(later))
    found = [row for row in (judge(then) for then in threads if then is not None) if wanted(row)]
    settled = [*now, _PARTY.c.last_date < end]
    total = len(found) + _count(connection, settled)
    if not limit or len(found) < limit:
        rest = connection.scalars(_bodies(settled).limit(limit - len(found) if limit else None))
        threads = (before(read(body), end) for body in rest)
        found += (judge(then) for then in threads if then is not None)
    return Rows(found[:limit] if limit else found, total)


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

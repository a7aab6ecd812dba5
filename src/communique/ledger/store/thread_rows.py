"""The rows of threads: what each is, its steps, how it stood over the years, and the terms by which it is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Executable, Table, bindparam, delete, insert, update

from communique.ledger.commitments import (
    Stood,
    Stored,
    Stretch,
    Thread,
    ThreadStep,
    body_of,
    standings,
    step_body,
    stretches,
    stretches_of,
)
from communique.ledger.store import schema

Row = dict[str, Any]
_Told = tuple[ThreadStep, Stood | None]
"""A step, and how its thread stands after it."""
_Stood = tuple[str, Stretch]
"""A stretch of a thread, and its kind."""


@dataclass(frozen=True)
class Written:
    """What stands in the tables of a thread that was read; ``seq`` and the ``terms`` that it is found by.

    What has changed since then is found out without asking the database again.
    """

    thread: Stored
    kind: str
    seq: str
    terms: frozenset[str]

    @classmethod
    def of(cls, thread: Stored, *, found: bool = True) -> Written:
        """Of a thread that was just read; ``found``: whether there are terms that it is found by."""
        return cls(thread, thread.kind, _seq(thread), thread.keys() if found else frozenset())


def write(connection: Connection, threads: Sequence[Thread], written: Mapping[str, Written]) -> None:
    """Put threads into their tables, in the place of what is ``written`` of them there.

    Only rows that change are written: one of how a thread stood lies in five places, and there may be many.
    """
    new: list[Row] = []
    known: list[Row] = []
    told, stood, found = _Changes(schema.step), _Changes(schema.standing), _Changes(schema.thread_term)
    for thread in threads:
        before, steps = written.get(thread.id), list(standings(thread.steps))
        now = stretches_of(steps)
        (known if before else new).append(_row(thread, now[-1]))
        otherwise = _tell(thread, steps, before, told)
        if otherwise or before is None or before.kind != thread.kind:
            _stand(thread, before, now, stood)
        _find(thread, before, found)
    _execute(connection, _CHANGED, [_bound(row, ("id", *_CHANGING)) for row in known])
    _execute(connection, insert(schema.thread), new)
    for changes in (told, stood, found):
        changes.write(connection)


class _Changes:
    """What becomes of rows of a table: some go, some come, some say otherwise by the same key.

    Of most that say otherwise only one column does: an index without it is left alone.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self.gone: list[Row] = []
        self.come: list[Row] = []
        self.other: dict[tuple[str, ...], list[Row]] = {}

    def put(self, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Let ``rows`` say otherwise in ``columns``."""
        self.other.setdefault(tuple(columns), []).extend(rows)

    def write(self, connection: Connection) -> None:
        """Write them."""
        key = [column.name for column in self._table.primary_key.columns]
        this = [self._table.c[name] == bindparam(f"{name}_") for name in key]
        _execute(connection, delete(self._table).where(*this), [_bound(row, key) for row in self.gone])
        for columns, rows in self.other.items():
            values: dict[str, Any] = {name: bindparam(f"{name}_") for name in columns}
            change = update(self._table).where(*this).values(values)
            _execute(connection, change, [_bound(row, [*key, *columns]) for row in rows])
        _execute(connection, insert(self._table), self.come)


def _bound(row: Row, columns: Sequence[str]) -> Row:
    return {f"{name}_": row[name] for name in columns}


_CHANGING = ("kind", "state", "due", "open", "last_date", "body")
"""The columns of a thread that may change: the indices of the others are left alone."""
_CHANGED = (
    update(schema.thread)
    .where(schema.thread.c.id == bindparam("id_"))
    .values({name: bindparam(f"{name}_") for name in _CHANGING})
)


def _execute(connection: Connection, query: Executable, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(query, rows)


def _row(thread: Thread, now: Stretch) -> Row:
    return {
        "id": thread.id, "bucket": thread.bucket, "first_date": thread.born[0], "body": body_of(thread),
        "kind": thread.kind, "state": now.state, "due": now.due, "open": now.open, "last_date": now.last,
    }  # fmt: skip


def _tell(thread: Thread, steps: Sequence[_Told], before: Written | None, changes: _Changes) -> bool:
    """Note which steps are others than those that lie there: mostly, that there is one more. Whether any is."""
    old = before.thread.lies if before else []
    pairs = enumerate(zip(steps, old, strict=False))
    other = next((at for at, ((step, _), lain) in pairs if step is not lain and step != lain), None)
    kept = min(len(steps), len(old)) if other is None else other
    changes.gone += [_key(thread, no, step) for no, step in enumerate(old[kept:], kept)]
    changes.come += [
        {**_key(thread, no, step), "body": step_body(step, now)} for no, (step, now) in enumerate(steps[kept:], kept)
    ]
    return kept < max(len(steps), len(old))


def _key(thread: Thread, no: int, step: ThreadStep) -> Row:
    return {"thread": thread.id, "date": step.date or "", "no": no}


_OTHERWISE = ("until", "kind", "state", "due", "open")


def _stand(thread: Thread, before: Written | None, now: Sequence[Stretch], changes: _Changes) -> None:
    """Note what changes of how a thread stood: of it all, mostly the end of the last stretch, and a new one."""
    old = _by_key(before.kind, stretches(before.thread.lies)) if before else {}
    new = _by_key(thread.kind, now)
    for key, stood in old.items():
        if key not in new:
            changes.gone += _standing(thread, stood)
    for key, stood in new.items():
        if key not in old:
            changes.come += _standing(thread, stood)
        elif old[key] != stood:
            kind, one = stood
            ended = old[key] == (kind, one._replace(until=old[key][1].until))
            changes.put(("until",) if ended else _OTHERWISE, _standing(thread, stood))


def _by_key(kind: str, stood: Sequence[Stretch]) -> dict[tuple[str, str], _Stood]:
    return {(one.last, one.since): (kind, one) for one in stood}


def _standing(thread: Thread, stood: _Stood) -> list[Row]:
    """The rows of a stretch: for every two parties, for each one ('' as the other), and for whomever ('' as both)."""
    kind, one = stood
    codes = sorted(thread.bucket.split("|"))
    sides = [*combinations(codes, 2), *((code, "") for code in codes), ("", "")]
    values = {
        "last_date": one.last, "thread": thread.id, "since": one.since, "until": one.until, "kind": kind,
        "state": one.state, "due": one.due, "open": one.open,
    }  # fmt: skip
    return [{"a": a, "b": b, **values} for a, b in sides]


def _find(thread: Thread, before: Written | None, changes: _Changes) -> None:
    """Note what changes of the terms by which a thread is found: all of them where it has become a newer one."""
    now = _seq(thread)
    known = before.terms if before else frozenset[str]()
    kept = known & thread.keys() if before and before.seq == now else frozenset[str]()
    if before:
        changes.gone += [_term(thread, term, before.seq) for term in sorted(known - kept)]
    changes.come += [_term(thread, term, now) for term in sorted(thread.keys() - kept)]


def _term(thread: Thread, term: str, seq: str) -> Row:
    return {"bucket": thread.bucket, "term": term, "seq": seq, "thread": thread.id}


def _seq(thread: Thread) -> str:
    """By which threads are newer than others: what ``Thread.order`` is, as one text."""
    date, report, start = thread.course.place
    return f"{date} {report} {start:09}"

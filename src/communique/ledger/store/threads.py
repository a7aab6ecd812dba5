"""The threads of a bucket in the database: where the linker finds them again, and where they are kept.

A bucket that is made from its start is followed in memory and written at the end; one that is appended to reads only
the threads that a report's terms lead to. Both see the same candidates (``commitments.store``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text, update

from communique.ledger.commitments import Memory, Stretch, Thread, stretches
from communique.ledger.commitments.store import NEWEST
from communique.ledger.store import schema

_TOGETHER = 16
"""So many terms are looked up in one query."""
_AT_ONCE = 500
"""So many threads."""


def _newest() -> TextClause:
    """The newest threads of some terms. As text: to make sure each time that it is the same query takes as long as it."""
    each = " UNION ".join(
        f"SELECT thread FROM (SELECT thread FROM thread_term WHERE bucket = :bucket AND term = :term{at} "  # noqa: S608
        f"ORDER BY seq DESC, thread DESC LIMIT {NEWEST}) AS term{at}"
        for at in range(_TOGETHER)
    )
    return text(f"SELECT id, body FROM thread WHERE id IN ({each})")  # noqa: S608 - our own names and numbers


_NEWEST = _newest()


class Kept:
    """Threads in the database, each read when a term leads to it and written when all reports are followed."""

    def __init__(self, connection: Connection, bucket: str) -> None:
        self._connection, self._bucket = connection, bucket
        self._read: dict[str, Thread] = {}
        self._known: set[str] = set()
        self._memory = Memory()
        self._changed: dict[str, Thread] = {}

    def candidates(self, terms: Iterable[str]) -> Iterable[Thread]:
        """For each term the newest threads that it leads to, those just changed among them."""
        wanted = sorted(set(terms))
        self.expect(wanted)
        return self._memory.candidates(wanted)

    def expect(self, terms: Iterable[str]) -> None:
        """Read what ``terms`` lead to, so that it is at hand: few queries for many terms."""
        new = sorted(set(terms) - self._known)
        self._known.update(new)
        for start in range(0, len(new), _TOGETHER):
            some = new[start : start + _TOGETHER]
            some += some[-1:] * (_TOGETHER - len(some))
            self._fetch(some)

    def _fetch(self, terms: list[str]) -> None:
        """The newest by what is written; a thread changed since then is in memory already, and newer than all."""
        asked = {f"term{at}": term for at, term in enumerate(terms)}
        for id_, body in self._connection.execute(_NEWEST, {"bucket": self._bucket, **asked}):
            if id_ not in self._read:
                thread = self._read[id_] = Thread.from_json(json.loads(body))
                self._memory.put(thread)

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        self._read.setdefault(thread.id, thread)
        self._changed[thread.id] = thread
        self._memory.put(thread)

    def changed(self) -> list[Thread]:
        """What must be written, in the order of the ids."""
        return [self._changed[id_] for id_ in sorted(self._changed)]


def write(connection: Connection, threads: list[Thread], *, fresh: bool) -> None:
    """Put threads into their tables, in the place of what was there of them; ``fresh``: nothing was.

    Of how a thread stood over the years only what has changed is written: there may be much of it.
    """
    before = {} if fresh else _stretches(connection, [thread.id for thread in threads])
    known = [thread for thread in threads if before.get(thread.id)]
    stood = {thread.id: stretches(thread) for thread in threads}
    gone, come = [], []
    for thread in threads:
        old, new = before.get(thread.id, set()), {(thread.kind, one) for one in stood[thread.id]}
        gone += [row for kind, one in sorted(old - new, key=_since) for row in _standing(thread, kind, one)]
        come += [row for kind, one in sorted(new - old, key=_since) for row in _standing(thread, kind, one)]
    if known:
        ids = [{"id_": thread.id} for thread in known]
        connection.execute(delete(schema.thread_term).where(schema.thread_term.c.thread == bindparam("id_")), ids)
    rows = {thread.id: _row(thread, stood[thread.id][-1]) for thread in threads}
    changed = [{f"{name}_": value for name, value in rows.pop(thread.id).items()} for thread in known]
    for query, values in (
        (_CHANGED, changed), (insert(schema.thread), list(rows.values())), (_GONE, gone),
        (insert(schema.standing), come),
        (insert(schema.thread_term), [row for thread in threads for row in _terms(thread)]),
    ):  # fmt: skip
        if values:
            connection.execute(query, values)


_KEY = tuple(schema.standing.primary_key.columns)
_GONE = delete(schema.standing).where(*(column == bindparam(column.name) for column in _KEY))
_CHANGED = (
    update(schema.thread)
    .where(schema.thread.c.id == bindparam("id_"))
    .values({column.name: bindparam(f"{column.name}_") for column in schema.thread.columns if column.name != "id"})
)


def _stretches(connection: Connection, ids: list[str]) -> dict[str, set[tuple[str, Stretch]]]:
    """How threads stood, as it is written: each stretch with their kind."""
    table, found = schema.standing, dict[str, set[tuple[str, Stretch]]]()
    columns = (table.c.since, table.c.until, table.c.last_date, table.c.state, table.c.due)
    whosever = table.c.a + table.c.b == ""  # so written, SQLite does not look for it first among all that stands
    for start in range(0, len(ids), _AT_ONCE):
        some = table.c.thread.in_(ids[start : start + _AT_ONCE])
        for row in connection.execute(select(table.c.thread, table.c.kind, *columns).where(some, whosever)):
            found.setdefault(row.thread, set()).add((row.kind, Stretch(*row[2:])))
    return found


def _since(stood: tuple[str, Stretch]) -> str:
    return stood[1].since


def _row(thread: Thread, now: Stretch) -> dict[str, Any]:
    body = json.dumps(thread.to_json(), ensure_ascii=False, separators=(",", ":"))
    return {
        "id": thread.id, "bucket": thread.bucket, "first_date": thread.born[0], "body": body, "kind": thread.kind,
        "state": now.state, "due": now.due, "open": now.open, "last_date": now.last,
    }  # fmt: skip


def _standing(thread: Thread, kind: str, one: Stretch) -> list[dict[str, Any]]:
    """The rows of a stretch: for every two parties, for each one ('' as the other), and for whomever ('' as both)."""
    codes = sorted(thread.bucket.split("|"))
    sides = [*combinations(codes, 2), *((code, "") for code in codes), ("", "")]
    values = {
        "last_date": one.last, "thread": thread.id, "since": one.since, "until": one.until, "kind": kind,
        "state": one.state, "due": one.due, "open": one.open,
    }  # fmt: skip
    return [{"a": a, "b": b, **values} for a, b in sides]


def _terms(thread: Thread) -> list[dict[str, Any]]:
    seq = " ".join((thread.last.date or "", thread.last.report, f"{thread.last.start:09}"))
    return [{"bucket": thread.bucket, "term": term, "seq": seq, "thread": thread.id} for term in sorted(thread.keys())]

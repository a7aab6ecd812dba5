"""The threads of a bucket in the database: where the linker finds them again, and where they are kept.

A bucket that is made from its start is followed in memory and written at the end; one that is appended to reads only
the threads that a report's terms lead to. Both see the same candidates (``commitments.store``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, union

from communique.ledger.commitments import Memory, Thread, commitment
from communique.ledger.commitments.store import NEWEST
from communique.ledger.store import schema

_TOGETHER = 16
"""So many terms are looked up in one query."""


def _newest() -> Select[Any]:
    """The newest threads of some terms."""
    term = schema.thread_term
    each = (
        select(term.c.thread)
        .where(term.c.bucket == bindparam("bucket"), term.c.term == bindparam(f"term{at}"))
        .order_by(term.c.seq.desc(), term.c.thread.desc())
        .limit(NEWEST)
        for at in range(_TOGETHER)
    )
    ids = union(*(select(one.subquery().c.thread) for one in each))
    return select(schema.thread.c.id, schema.thread.c.body).where(schema.thread.c.id.in_(ids))


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
    """Put threads into their tables, in the place of what was there of them; ``fresh``: nothing was."""
    if not threads:
        return
    if not fresh:
        ids = [{"id_": thread.id} for thread in threads]
        for table in (schema.thread_party, schema.thread_term):
            connection.execute(delete(table).where(table.c.thread == bindparam("id_")), ids)
        connection.execute(delete(schema.thread).where(schema.thread.c.id == bindparam("id_")), ids)
    standing = [_standing(thread) for thread in threads]
    rows = [_row(thread, now) for thread, now in zip(threads, standing, strict=True)]
    parties = [row for thread, now in zip(threads, standing, strict=True) for row in _parties(thread, now)]
    terms = [row for thread in threads for row in _terms(thread)]
    for table, values in ((schema.thread, rows), (schema.thread_party, parties), (schema.thread_term, terms)):
        if values:
            connection.execute(insert(table), values)


def _row(thread: Thread, standing: dict[str, Any]) -> dict[str, Any]:
    body = json.dumps(thread.to_json(), ensure_ascii=False, separators=(",", ":"))
    return {"id": thread.id, "bucket": thread.bucket, "first_date": thread.born[0], "body": body, **standing}


def _standing(thread: Thread) -> dict[str, Any]:
    row = commitment(thread)
    return {
        "kind": row.kind, "state": row.state, "due": row.due or "", "open": row.score in (None, 0),
        "last_date": thread.last.date or "",
    }  # fmt: skip


def _parties(thread: Thread, standing: dict[str, Any]) -> list[dict[str, Any]]:
    codes = sorted(thread.bucket.split("|"))
    pairs = [*combinations(codes, 2), *((code, "") for code in codes)]
    return [{"a": a, "b": b, "thread": thread.id, **standing} for a, b in pairs]


def _terms(thread: Thread) -> list[dict[str, Any]]:
    seq = " ".join((thread.last.date or "", thread.last.report, f"{thread.last.start:09}"))
    return [{"bucket": thread.bucket, "term": term, "seq": seq, "thread": thread.id} for term in sorted(thread.keys())]

"""The threads of a bucket in the database: where the linker finds them again.

A bucket that is made from its start is followed in memory; one that is appended to reads only the threads that a
report's terms lead to. Both see the same candidates (``commitments.store``), and are written at the end (``thread_rows``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from sqlalchemy import Connection, TextClause, text

from communique.ledger.commitments import Memory, Stored, Thread
from communique.ledger.commitments.store import NEWEST
from communique.ledger.store.steps import steps_of
from communique.ledger.store.thread_rows import Written

_TOGETHER = 16
"""So many terms are looked up in one query."""


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

    def __init__(
        self, connection: Connection, bucket: str, threads: Iterable[Thread], written: Mapping[str, Written]
    ) -> None:
        """``threads`` were taken back; ``written`` is what stands in the tables of them, and of those then gone."""
        self._connection, self._bucket = connection, bucket
        self._read: set[str] = set()
        self._known: set[str] = set()
        self._memory = Memory()
        self._changed: dict[str, Thread] = {}
        self.written = dict(written)
        for thread in threads:
            self.put(thread)

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
                self._read.add(id_)
                thread = Stored.of(body, partial(steps_of, self._connection, id_))
                self.written[id_] = Written.of(thread)
                self._memory.put(thread)

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        self._read.add(thread.id)
        self._changed[thread.id] = thread
        self._memory.put(thread)

    def drop(self, thread: Thread) -> None:
        """Forget a thread that began with the report that is being taken."""
        self._changed.pop(thread.id, None)
        self._memory.drop(thread)

    def changed(self) -> list[Thread]:
        """What must be written, in the order of the ids."""
        return [self._changed[id_] for id_ in sorted(self._changed)]

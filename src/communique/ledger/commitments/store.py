"""Where the linker finds threads again: an interface, and one in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from communique.ledger.commitments.thread import Thread

NEWEST = 50
"""How many threads are looked at for a term: the newest, so that a report costs no more in a full ledger."""


class Threads(Protocol):
    """The threads of one bucket. ``candidates`` must give what ``Memory`` gives: for each term the newest of them."""

    def candidates(self, terms: Iterable[str]) -> Iterable[Thread]:
        """The threads with at least one of ``terms`` among their ``keys``, for each term the newest by ``order``."""
        ...

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        ...


class Memory:
    """Threads kept in memory."""

    def __init__(self, threads: Iterable[Thread] = ()) -> None:
        self._threads: dict[str, Thread] = {}
        self._by_term: dict[str, set[str]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        for thread in threads:
            self.put(thread)

    def candidates(self, terms: Iterable[str]) -> list[Thread]:
        """See ``Threads``; without repetition, in the order of their ids."""
        found: set[str] = set()
        for term in terms:
            ids = self._by_term.get(term, set())
            found.update(sorted(ids, key=lambda id_: self._threads[id_].order, reverse=True)[:NEWEST])
        return [self._threads[id_] for id_ in sorted(found)]

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        keys = thread.keys()
        for term in self._keys.get(thread.id, frozenset()) - keys:
            self._by_term[term].discard(thread.id)
        for term in keys:
            self._by_term.setdefault(term, set()).add(thread.id)
        self._threads[thread.id], self._keys[thread.id] = thread, keys

    def all(self) -> list[Thread]:
        """All threads in the order in which they began."""
        return sorted(self._threads.values(), key=lambda thread: (thread.born, thread.id))

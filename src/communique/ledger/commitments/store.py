"""Where the linker finds threads again: an interface, and one in memory."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Protocol

from communique.ledger.commitments.thread import Thread

NEWEST = 20
"""How many threads are looked at for a term: the newest, so that a report costs no more in a full ledger."""


class Threads(Protocol):
    """The threads of one bucket. ``candidates`` must give what ``Memory`` gives: for each term the newest of them."""

    def candidates(self, terms: Iterable[str]) -> Iterable[Thread]:
        """The threads with at least one of ``terms`` among their ``keys``, for each term the newest by ``order``."""
        ...

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        ...

    def drop(self, thread: Thread) -> None:
        """Forget a thread that began with the report that is being taken."""
        ...


Order = tuple[str, str, int, str]


class Memory:
    """Threads kept in memory. Each term's are in their order, so that the newest are at hand in a bucket of any size."""

    def __init__(self, threads: Iterable[Thread] = ()) -> None:
        self._threads: dict[str, Thread] = {}
        self._by_term: dict[str, list[Order]] = {}
        self._kept: dict[str, tuple[Order, frozenset[str]]] = {}
        for thread in threads:
            self.put(thread)

    def candidates(self, terms: Iterable[str]) -> list[Thread]:
        """See ``Threads``; without repetition, in the order of their ids."""
        found = {order[-1] for term in terms for order in self._by_term.get(term, ())[-NEWEST:]}
        return [self._threads[id_] for id_ in sorted(found)]

    def put(self, thread: Thread) -> None:
        """Keep a thread, new or changed."""
        order, keys = thread.order, thread.keys()
        before, known = self._kept.get(thread.id, (order, frozenset()))
        moved = before != order
        for term in known if moved else known - keys:
            orders = self._by_term[term]
            del orders[bisect_left(orders, before)]
        for term in keys if moved else keys - known:
            insort(self._by_term.setdefault(term, []), order)
        self._threads[thread.id], self._kept[thread.id] = thread, (order, keys)

    def drop(self, thread: Thread) -> None:
        """See ``Threads``."""
        order, keys = self._kept.pop(thread.id)
        for term in keys:
            orders = self._by_term[term]
            del orders[bisect_left(orders, order)]
        del self._threads[thread.id]

    def all(self) -> list[Thread]:
        """All threads in the order in which they began."""
        return sorted(self._threads.values(), key=lambda thread: (thread.born, thread.id))

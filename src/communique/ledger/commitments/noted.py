"""Threads that note how each was before a report, so that the report can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communique.ledger.commitments.store import Threads
from communique.ledger.commitments.thread import Thread

Undo = dict[str, dict[str, Any] | None]
"""What takes a report back: of each thread that it changed, by id, what ``Thread.take_back`` needs; None where the
thread began with it.
"""


class Noted:
    """Stands before other ``threads``. Whatever a linker changes it was given as a candidate, or began itself."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._before: dict[str, dict[str, Any]] = {}
        self._changed: dict[str, Thread] = {}

    def candidates(self, terms: Iterable[str]) -> Iterable[Thread]:
        """See ``Threads``."""
        found = list(self._threads.candidates(terms))
        for thread in found:
            if thread.id not in self._before and thread.id not in self._changed:
                self._before[thread.id] = thread.known()
        return found

    def put(self, thread: Thread) -> None:
        """See ``Threads``."""
        self._changed[thread.id] = thread
        self._threads.put(thread)

    def drop(self, thread: Thread) -> None:
        """See ``Threads``. It began with this report: there is nothing to go back to."""
        self._changed.pop(thread.id, None)
        self._before.pop(thread.id, None)
        self._threads.drop(thread)

    def undo(self) -> Undo:
        """What takes back all since the last asking, in the order of the ids."""
        found = {
            id_: self._changed[id_].undo(self._before[id_]) if id_ in self._before else None
            for id_ in sorted(self._changed)
        }
        self._before, self._changed = {}, {}
        return found

"""Deriving after a correction: behind the answer, one at a time, for all that came meanwhile."""

from __future__ import annotations

import logging
import threading

from communique.errors import CommuniqueError
from communique.ledger._ledger import Ledger

_LOG = logging.getLogger("communique.web")


class Settler:
    """Settles a ledger when told; who comes while it is at it is worked in right after."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._busy = threading.Lock()
        self._wanted = threading.Event()

    def __call__(self) -> None:
        """Settle. What fails stays noted in the ledger, and is done the next time."""
        self._wanted.set()
        while self._wanted.is_set() and self._busy.acquire(blocking=False):
            try:
                self._wanted.clear()
                self._ledger.settle()
            except CommuniqueError as error:
                _LOG.warning("not settled yet: %s", error)
            finally:
                self._busy.release()

"""The ledger: readings in, answers out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from communique.errors import LedgerError
from communique.ledger.accounts import Accounts
from communique.ledger.ask import Questions
from communique.ledger.ask.dates import end_at
from communique.ledger.corrections.desk import Corrections
from communique.ledger.corrections.store import note_since
from communique.ledger.derive import rebuild, settle
from communique.ledger.store import engine as engines
from communique.ledger.store import schema
from communique.ledger.store.migrate import make_ready
from communique.ledger.store.write import Kept, keep, stands_beside
from communique.records import Reading

BATCH_REPORTS = 40
BATCH_SECONDS = 2.0
"""Readings are committed together, up to so many or so long: a kill loses at most these, and they are read again."""


@dataclass
class Added:
    """What `add` did, a ``Kept`` for each reading."""

    kept: list[Kept] = field(default_factory=list)

    def count(self, fate: str) -> int:
        """How many readings had this fate."""
        return sum(one.fate == fate for one in self.kept)


class Ledger(Questions, Corrections, Accounts):
    """A ledger in a database. Open it with ``Ledger.open``; it is a context manager."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, where: str | Path = engines.DEFAULT, *, create: bool = False) -> Self:
        """The ledger at ``where``: a path of an SQLite file, or a URL (``postgresql://user@host/name``).

        With ``create`` it is made where there is none. An older one is brought up to date. Raises ``LedgerError``
        and its kin: ``NoLedger``, ``LedgerUnusable``, ``LedgerTooNew``, ``LedgerReadOnly``.
        """
        engine = engines.connect(engines.address(where), create=create)
        try:
            make_ready(engine, create=create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @property
    def where(self) -> str:
        """The path or address of the ledger, without a password."""
        return engines.shown(self.engine.url)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, report: str, read_by: str, path: str | None = None) -> bool:
        """Whether adding the report of this id, read by this reader, from this path, would change nothing.

        So it is when the ledger holds it as the newest version of its page, or as an older one that still lies in a
        file of its own, ``path``.
        """
        table = schema.report
        query = select(table.c.reading, table.c.current, table.c.page, table.c.path).where(table.c.id == report)
        with engines.reading(self.engine) as connection:
            there = connection.execute(query).first()
            if there is None:
                return False
            return there.reading == read_by if there.current else stands_beside(connection, there, path)

    def add(
        self,
        readings: Iterable[Reading],
        on_kept: Callable[[Kept], None] | None = None,
        *,
        again: bool = False,
        clock: Callable[[], str] | None = None,
    ) -> Added:
        """Keep readings, each wholly or not at all, and bring what is derived from them up to date.

        Adding the same reading again changes nothing; with ``again``, its records are compared even where the same
        reader and codebook made them. A report that was read by another reader or codebook gets the
        new records in the place of the old; another text of the same page becomes its new version. ``on_kept`` hears
        of each as it is committed. ``clock`` tells the moment (2026-11-22T01:40:00Z) from which something else comes of
        corrections, where it does; without, that is not known. May be stopped at any instant: what was committed
        stays, and the next ``add`` or ``settle`` goes on.
        """
        added = Added()
        commit = partial(self._commit, added=added, on_kept=on_kept, again=again, clock=clock)
        batch: list[Reading] = []
        begun = time.monotonic()
        try:
            for reading in readings:
                batch.append(reading)
                if len(batch) >= BATCH_REPORTS or time.monotonic() - begun > BATCH_SECONDS:
                    commit(batch)
                    begun = time.monotonic()
        except LedgerError:  # the database takes no more
            raise
        except BaseException:  # what has been read is kept, whatever stopped the reading
            commit(batch)
            self.settle()
            raise
        commit(batch)
        self.settle()
        return added

    def _commit(
        self,
        batch: list[Reading],
        *,
        added: Added,
        on_kept: Callable[[Kept], None] | None,
        again: bool,
        clock: Callable[[], str] | None,
    ) -> None:
        if not batch:
            return
        taken, batch[:] = list(batch), []
        with engines.writing(self.engine) as connection:
            kept = [keep(connection, reading, again=again) for reading in taken]
            note_since(connection, [one.report for one in kept], end_at(clock()) if clock is not None else None)
        for one in kept:
            added.kept.append(one)
            if on_kept is not None:
                on_kept(one)

    def settle(self) -> int:
        """Derive what the reports added since the last time change; returns the number of pairs of sides touched."""
        return settle(self.engine)

    def rebuild(self, on_piece: Callable[[int, int], None] | None = None) -> int:
        """Derive all anew from the records, in the place of what was derived; returns the number of pairs of sides.

        The result is the same. ``on_piece`` hears (done, to do) of the pieces: reports, then pairs. It may be stopped at
        any instant: the next ``add`` or ``settle`` goes on.
        """
        return rebuild(self.engine, on_piece)

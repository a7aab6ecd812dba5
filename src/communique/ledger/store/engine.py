"""Opening a database, and how it is read and written.

Readers see one state of the ledger for as long as they look. Writers come one after the other, on SQLite because it
has it so, on PostgreSQL by a lock of ours: a report is read for a hundred times as long as it is written, and of two
who write at once neither can be in the other's way.
"""

from __future__ import annotations

import functools
import gc
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import NullPool

from communique.errors import LedgerError, LedgerUnusable
from communique.ledger.store import files
from communique.ledger.store.addresses import DEFAULT, MEMORY, address, shown
from communique.ledger.store.troubles import BUSY_SECONDS, troubles

__all__ = ["BUSY_SECONDS", "DEFAULT", "address", "connect", "reading", "shown", "troubles", "use_log", "writing"]

_WRITES = "communique_writes"
_LOCK = 4203
"""PostgreSQL's number for our lock of writers: any, but always the same."""

_PATIENCE: dict[str, Any] = {
    "connect_timeout": 10,
    # A machine that vanished in the middle is noticed in minutes, not hours: by the server too, which frees our lock.
    "keepalives_idle": 60, "keepalives_interval": 15, "keepalives_count": 4,
    "options": "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=15 -c tcp_keepalives_count=4",
}  # fmt: skip


def connect(url: URL, *, create: bool) -> Engine:
    """An engine for the database at ``url``.

    Raises ``NoLedger`` where there is no such file and ``create`` is False, ``LedgerUnusable`` where it is no
    database, ``LedgerReadOnly`` where it is to be written and cannot be, ``LedgerError`` where its driver is missing.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    patience = {key: value for key, value in _PATIENCE.items() if key not in url.query}
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=patience)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise LedgerError(shown(url), "PostgreSQL needs its driver: pip install 'communique[postgres]'") from None
    except (TypeError, ValueError):
        raise LedgerUnusable(shown(url), "this is no address of a database") from None


def _sqlite(url: URL, *, create: bool) -> Engine:
    options: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None}  # we begin ourselves
    name = url.database or MEMORY
    file = Path(name)
    if name == MEMORY or "uri" in url.query:
        engine = create_engine(url, connect_args=options)
    else:
        files.check(file, create=create)
        if files.writable(file) or not file.exists():
            engine = create_engine(url, connect_args=options)
        else:  # each time it is looked at anew whether somebody else is writing
            opener = functools.partial(files.open_to_read, file, check_same_thread=False, **options)
            engine = create_engine(url, creator=opener, poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut at most the last seconds
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the ledger for as long as it is open."""
    server = engine.dialect.name == "postgresql"
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if server else {}
    with unswept(), troubles(engine), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def unswept() -> Iterator[None]:
    """Meanwhile Python looks for no circles to free: an answer, or what is written in a transaction, is made of thousands
    of things, none of them in one, and looking through all that the codebook holds, again and again, takes longer.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing. It waits for the writer before it.

    Raises ``LedgerBusy`` where that takes more than ``BUSY_SECONDS``.
    """
    server = engine.dialect.name == "postgresql"
    options: dict[str, Any] = {"isolation_level": "READ COMMITTED"} if server else {_WRITES: True}
    with unswept(), troubles(engine), engine.connect().execution_options(**options) as connection, connection.begin():
        if server:
            connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield connection


def use_log(engine: Engine) -> None:
    """Make an SQLite file keep its changes in a log of its own (WAL), so that readers need not wait for the writer."""
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + BUSY_SECONDS
    with troubles(engine):
        raw = engine.raw_connection()
        try:
            while True:  # SQLite itself waits for nobody here
                try:
                    raw.cursor().execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                        raise
                    time.sleep(0.05)
                else:
                    return
        finally:
            raw.close()

"""Opening a database: where it is, how it is asked, and what its troubles are called."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from communique.errors import LedgerBusy, LedgerError, LedgerLost, LedgerReadOnly, LedgerUnusable, NoLedger

DEFAULT = "communique.db"
BUSY_SECONDS = 60
"""How long a writer waits for another."""

_MAGIC = b"SQLite format 3\x00"
_WRITES = "communique_writes"


def address(where: str | Path) -> URL:
    """The URL of a ledger given as a path or a URL. Raises ``LedgerUnusable`` where it is neither."""
    given = str(where)
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except ArgumentError:
        raise LedgerUnusable(_shown(given), "this is no address of a database") from None
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise LedgerUnusable(_shown(given), "a ledger is an SQLite file or a PostgreSQL database (postgresql://...)")
    return url


def _shown(given: str) -> str:
    """An address as it may be shown: without its password."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", given)


def shown(url: URL) -> str:
    """How a ledger is called in messages."""
    return url.database or ":memory:" if url.get_backend_name() == "sqlite" else url.render_as_string()


def connect(url: URL, *, create: bool) -> Engine:
    """An engine for the database at ``url``.

    Raises ``NoLedger`` where there is no such file and ``create`` is False, ``LedgerUnusable`` where it is no
    database, ``LedgerError`` where its driver is not installed.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except (ModuleNotFoundError, NoSuchModuleError):
        raise LedgerError(shown(url), "PostgreSQL needs its driver: pip install 'communique[postgres]'") from None


def _sqlite(url: URL, *, create: bool) -> Engine:
    name = url.database or ":memory:"
    arguments: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None}  # we begin ourselves
    if name != ":memory:" and not name.startswith("file:"):
        _check_file(Path(name), create=create)
        if not create and not _writable(Path(name)):
            arguments["uri"] = True
            url = url.set(database=f"file:{_escaped(name)}", query={"immutable": "1", "mode": "ro", "uri": "true"})
    engine = create_engine(url, connect_args=arguments)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _escaped(name: str) -> str:
    from urllib.parse import quote

    return quote(os.path.abspath(name))


def _check_file(file: Path, *, create: bool) -> None:
    if file.is_dir():
        raise LedgerUnusable(str(file), "this is a folder; name the ledger's file in it")
    if not file.exists():
        if not create:
            raise NoLedger(str(file), "there is no ledger here; make one with: communique add PATH")
        if not file.absolute().parent.is_dir():
            raise NoLedger(str(file), f"there is no folder {file.parent}")
        if not os.access(file.absolute().parent, os.W_OK):
            raise LedgerReadOnly(str(file), "the folder cannot be written to")
        return
    try:
        with file.open("rb") as opened:
            head = opened.read(len(_MAGIC))
    except OSError as error:
        raise LedgerUnusable(str(file), f"it cannot be opened ({error.strerror})") from None
    if head and head != _MAGIC:
        raise LedgerUnusable(str(file), "this file is no ledger (it is no SQLite database); nothing was changed")


def _writable(file: Path) -> bool:
    """Whether SQLite may put its log beside the file; if not, nobody writes, and it may be read as it is."""
    return os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK)


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
    with troubles(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it or nothing. On SQLite it waits for the writer before it."""
    with troubles(engine), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def use_log(engine: Engine) -> None:
    """Make an SQLite file keep its changes in a log of its own (WAL), so that readers need not wait for the writer."""
    if engine.dialect.name != "sqlite":
        return
    with troubles(engine):
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()


_TROUBLES: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("database or disk is full", LedgerError,
     "the disk is full; what was added before is safe, the last reports are not in it: free some space and run it again"),
    ("no space left", LedgerError,
     "the server's disk is full; what was added before is safe: free some space and run it again"),
    ("readonly database", LedgerReadOnly, "the ledger cannot be written to (its file or folder is read-only)"),
    ("read-only", LedgerReadOnly, "the ledger cannot be written to"),
    ("unable to open database file", LedgerUnusable, "the file cannot be opened, or its folder cannot be written to"),
    ("database is locked", LedgerBusy, f"another program has been writing for over {BUSY_SECONDS} seconds; try again"),
    ("file is not a database", LedgerUnusable, "this file is no ledger; nothing was changed"),
    ("disk image is malformed", LedgerUnusable,
     "the file is damaged; restore it from a copy, or add its reports to a new ledger"),
    ("disk i/o error", LedgerError, "the disk failed in the middle; what was added before is safe"),
    ("password authentication failed", LedgerUnusable, "the server refuses this user or password"),
    ("does not exist", LedgerUnusable, "the server has no such database or user; make it first (createdb)"),
    ("permission denied", LedgerReadOnly, "this user may not do that in the database"),
    ("connection", LedgerLost,
     "the connection to the database failed; what was added before is safe: run it again when the server is back"),
    ("terminating", LedgerLost,
     "the server ended the connection; what was added before is safe: run it again when the server is back"),
)  # fmt: skip


@contextmanager
def troubles(engine: Engine) -> Iterator[None]:
    """Turn what the driver says into one sentence of ours: ``LedgerError`` and its kin."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        for part, kind, sentence in _TROUBLES:
            if part in said:
                raise kind(shown(engine.url), sentence) from error
        if error.connection_invalidated:
            raise LedgerLost(shown(engine.url), _TROUBLES[-2][2]) from error
        raise


def is_empty(connection: Connection) -> bool:
    """Whether the database holds no table at all."""
    if connection.dialect.name == "sqlite":
        return connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    found = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
    return connection.execute(text(found)).scalar() == 0

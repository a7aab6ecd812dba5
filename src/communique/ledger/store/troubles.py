"""What a database says when it cannot go on, each as one sentence of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from communique.errors import LedgerBusy, LedgerError, LedgerLost, LedgerReadOnly, LedgerUnusable
from communique.ledger.store.addresses import shown

BUSY_SECONDS = 60
"""How long a writer waits for another."""

_Trouble = tuple[type[LedgerError], str]
_SAFE = "what was added before is safe"

_BUSY: _Trouble = (LedgerBusy, f"another program has been writing for over {BUSY_SECONDS} seconds; try again")
_FULL: _Trouble = (LedgerError, f"the disk is full; {_SAFE}: free some space and run it again")
_READ_ONLY: _Trouble = (LedgerReadOnly, "the ledger cannot be written to (its file or folder is read-only)")
_DAMAGED: _Trouble = (
    LedgerUnusable,
    "the file is damaged; restore it from a copy, or add its reports to a new ledger",
)
_LOST: _Trouble = (
    LedgerLost, f"the connection to the server broke; {_SAFE}: run it again when the server is back",
)  # fmt: skip
_UNREACHABLE: _Trouble = (
    LedgerLost, f"the server cannot be reached (is it running, and is the address right?); {_SAFE}",
)  # fmt: skip

_SQLITE: dict[int, _Trouble] = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: (LedgerUnusable, "this file is no ledger (it is no SQLite database); nothing was changed"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: (LedgerUnusable, "the file cannot be opened, or its folder cannot be written to"),
    sqlite3.SQLITE_PERM: (LedgerUnusable, "you may not open this file"),
    sqlite3.SQLITE_IOERR: (LedgerError, f"the disk has failed or is full; {_SAFE}: mend it and run it again"),
    sqlite3.SQLITE_TOOBIG: (LedgerError, "a text is too long for the database (it takes up to a billion letters)"),
    sqlite3.SQLITE_NOMEM: (LedgerError, f"there is not enough memory; {_SAFE}"),
}
"""By SQLite's primary result code."""

_POSTGRES: tuple[tuple[str, _Trouble], ...] = (
    ("53300", (LedgerBusy, "the server takes no more connections; try again later")),
    ("53100", (LedgerError, f"the server's disk is full; {_SAFE}: free some space and run it again")),
    ("53", (LedgerError, f"the server is short of something it needs; {_SAFE}: run it again later")),
    ("55P03", _BUSY),
    ("57014", (LedgerLost, f"the server ended what was asked of it; {_SAFE}: run it again")),
    ("57P03", (LedgerBusy, "the server is starting or stopping; try again later")),
    ("57P", _LOST),
    ("58", (LedgerError, f"the server's disk has failed; {_SAFE}")),
    ("XX001", _DAMAGED),
    ("XX002", _DAMAGED),
    ("08", _LOST),
    ("28", (LedgerUnusable, "the server refuses this user or password")),
    ("3D000", (LedgerUnusable, "the server has no such database; make it first (createdb)")),
    ("42501", (LedgerReadOnly, "this user may not do that in the database")),
    ("25006", (LedgerReadOnly, "the database can only be read (it is a copy, or set so)")),
    ("40", (LedgerBusy, f"another program wrote at the same time; {_SAFE}: run it again")),
)
"""By how PostgreSQL's code of five letters (SQLSTATE) begins; the first that fits."""

_UNCONNECTED: tuple[tuple[str, _Trouble], ...] = (
    ("starting up", (LedgerBusy, "the server is starting; try again later")),
    ("shutting down", (LedgerBusy, "the server is stopping; try again later")),
    ("password", (LedgerUnusable, "the server refuses this user or password")),
    ("authentication", (LedgerUnusable, "the server refuses this user or password")),
    ("role", (LedgerUnusable, "the server has no such user")),
    ("database", (LedgerUnusable, "the server has no such database; make it first (createdb)")),
    ("permission denied", (LedgerUnusable, "this user may not connect to the database")),
    ("too many", (LedgerBusy, "the server takes no more connections; try again later")),
    ("invalid connection option", (LedgerUnusable, "the address has a part that the server's driver does not know")),
)
"""A connection that was never made has no code: what its message says."""


@contextmanager
def troubles(engine: Engine) -> Iterator[None]:
    """Turn what the driver says into one sentence of ours: ``LedgerError`` and its kin."""
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(error.orig, broken=error.connection_invalidated)
        if trouble is None:
            raise
        raise trouble[0](shown(engine.url), trouble[1]) from error
    except sqlite3.Error as error:
        trouble = _trouble(error, broken=False)
        if trouble is None:
            raise
        raise trouble[0](shown(engine.url), trouble[1]) from error


def _trouble(said: BaseException | None, *, broken: bool) -> _Trouble | None:
    """What the driver's error is to us; None for what would be a fault of our own."""
    if isinstance(said, sqlite3.Error):
        code: int | None = getattr(said, "sqlite_errorcode", None)
        return _SQLITE.get(code & 0xFF) if code is not None else None
    state: str | None = getattr(said, "sqlstate", None)
    if state is not None:
        return next((trouble for begins, trouble in _POSTGRES if state.startswith(begins)), None)
    if getattr(said, "pgconn", None) is not None:  # psycopg: no connection was made
        message = str(said).lower()
        return next((trouble for words, trouble in _UNCONNECTED if words in message), _UNREACHABLE)
    return _LOST if broken or type(said).__name__ in {"OperationalError", "InterfaceError"} else None

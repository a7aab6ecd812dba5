"""The file of an SQLite ledger: whether it can be one, and opening one that may only be read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from communique.errors import LedgerReadOnly, LedgerUnusable, NoLedger

_MAGIC = b"SQLite format 3\x00"


def check(file: Path, *, create: bool) -> None:
    """See whether there may be a ledger in ``file``, or, with ``create``, whether one can be made and written there.

    Raises ``NoLedger``, ``LedgerUnusable`` and ``LedgerReadOnly``.
    """
    try:
        kind_fits = file.is_file() if file.exists() else None
    except OSError as error:
        raise LedgerUnusable(str(file), f"it cannot be opened ({error.strerror})") from None
    if kind_fits is None:
        _check_place(file, create=create)
        return
    if not kind_fits:
        problem = "this is a folder; name the ledger's file in it" if file.is_dir() else "this is no file"
        raise LedgerUnusable(str(file), problem)
    try:
        with file.open("rb") as opened:
            head = opened.read(len(_MAGIC))
    except OSError as error:
        raise LedgerUnusable(str(file), f"it cannot be opened ({error.strerror})") from None
    if head and head != _MAGIC:
        raise LedgerUnusable(str(file), "this file is no ledger (it is no SQLite database); nothing was changed")
    if create and not writable(file):
        raise LedgerReadOnly(str(file), "the ledger cannot be written to (its file or folder is read-only)")


def _check_place(file: Path, *, create: bool) -> None:
    folder = file.absolute().parent
    if not folder.is_dir():
        raise NoLedger(str(file), f"there is no folder {file.parent}")
    if not create:
        raise NoLedger(str(file), "there is no ledger here; make one with: communique add PATH")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise LedgerReadOnly(str(file), "the folder cannot be written to")


def writable(file: Path) -> bool:
    """Whether we may write to the file, and SQLite may put its log beside it."""
    return os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK)


def open_to_read(file: Path, **options: Any) -> sqlite3.Connection:
    """A connection to a ledger that we may not write to.

    Its log (FILE-wal) is read where there is one: another user may be writing just now. Where there is none, nobody
    is, and the file is read as it lies. Raises ``LedgerReadOnly`` where changes are left in a log that cannot be read
    without writing.
    """
    try:
        return _open(file, "mode=ro", options)
    except sqlite3.OperationalError as error:
        # SQLite can make no index of the log here (FILE-shm), and so reads no ledger that has, or may have, a log.
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            raise
    log = Path(f"{file}-wal")
    try:
        left = log.stat().st_size
    except OSError:
        left = 0
    if left:
        problem = f"its last changes lie in {log.name}, which needs a folder that can be written to: copy both to one"
        raise LedgerReadOnly(str(file), problem)
    return _open(file, "mode=ro&immutable=1", options)


def _open(file: Path, mode: str, options: dict[str, Any]) -> sqlite3.Connection:
    connection: sqlite3.Connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?{mode}", uri=True, **options)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # SQLite opens the file when first asked
    except BaseException:
        connection.close()
        raise
    return connection

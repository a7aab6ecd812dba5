"""Where a ledger is: a path or a URL, and how it is called in messages."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from communique.errors import LedgerUnusable

DEFAULT = "communique.db"
MEMORY = ":memory:"
_SECRET = ("password", "sslpassword", "passfile")


def address(where: str | Path) -> URL:
    """The URL of a ledger given as a path or a URL. Raises ``LedgerUnusable`` where it is neither."""
    given = str(where)
    if "\0" in given:
        raise LedgerUnusable(given.replace("\0", "\ufffd"), "a path holds no NUL character")
    if not given.strip():
        raise LedgerUnusable(
            repr(given), "this is no place for a ledger: name a file, or an address (postgresql://...)"
        )
    if "://" not in given:
        return URL.create("sqlite", database=given)
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise LedgerUnusable(_without_password(given), "this is no address of a database") from None
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        problem = "a ledger is an SQLite file or a PostgreSQL database (postgresql://...)"
        raise LedgerUnusable(_without_password(given), problem)
    return url


def shown(url: URL) -> str:
    """How a ledger is called in messages: its path, or its address without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or MEMORY
    return url.set(drivername="postgresql").difference_update_query(_SECRET).render_as_string()


def _without_password(given: str) -> str:
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", given)

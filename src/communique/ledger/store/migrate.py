"""Making the tables and bringing an older ledger up to date. Alembic is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from communique.errors import LedgerTooNew, LedgerUnusable, NoLedger
from communique.ledger.store.engine import reading, shown, use_log, writing
from communique.ledger.store.schema import metadata

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0017"
"""The newest revision: that of ``schema``."""

_MARK = "bucket_report"
"""A table that no other program has: a database with it, and a revision, is a ledger."""

_FOLDER = Path(__file__).resolve().parent / "migrations"


def make_ready(engine: Engine, *, create: bool) -> None:
    """See to it that the database holds a ledger of this version.

    Raises ``NoLedger`` where it is empty and ``create`` is False, ``LedgerUnusable`` where it holds something else,
    ``LedgerTooNew`` where a newer communique made it, ``LedgerReadOnly`` where it is older and cannot be written to.
    """
    with reading(engine) as connection:
        revision = _revision(connection, shown(engine.url), create=create)
    if revision == HEAD:
        return
    if revision is not None and revision not in _revisions():
        problem = f"this ledger was made by a newer communique (its form is {revision}); update communique"
        raise LedgerTooNew(shown(engine.url), problem)
    use_log(engine)
    with writing(engine) as connection:
        # Another program may have made something of it while we waited: look again. Alembic takes what is there.
        _revision(connection, shown(engine.url), create=True)
        _upgrade(connection)


def _revision(connection: Connection, where: str, *, create: bool) -> str | None:
    """The form of the ledger in the database, None where the database is empty."""
    tables = set(inspect(connection).get_table_names())
    versioned = "alembic_version" in tables
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version")) if versioned else None
    if found is not None and _MARK in tables:
        return found
    others = tables if connection.dialect.name == "sqlite" else tables & {*metadata.tables, "alembic_version"}
    if others:
        raise LedgerUnusable(where, "this is a database of another program, no ledger; nothing was changed")
    if not create:
        raise NoLedger(where, "there is no ledger in it yet; make one with: communique add PATH")
    return None


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def _revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {one.revision for one in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

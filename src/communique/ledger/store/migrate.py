"""Making the tables and bringing an older ledger up to date. Alembic is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from communique.errors import LedgerTooNew, LedgerUnusable, NoLedger
from communique.ledger.store.engine import is_empty, reading, shown, use_log, writing

HEAD = "0001"
"""The newest revision: that of ``schema``."""

_FOLDER = Path(__file__).resolve().parent / "migrations"


def make_ready(engine: Engine, *, create: bool) -> None:
    """See to it that the database holds a ledger of this version.

    Raises ``NoLedger`` where it is empty and ``create`` is False, ``LedgerUnusable`` where it holds something else,
    ``LedgerTooNew`` where a newer communique made it.
    """
    with reading(engine) as connection:
        revision = _revision(connection, shown(engine.url), create=create)
    if revision == HEAD:
        return
    known = _revisions()
    if revision is not None and revision not in known:
        raise LedgerTooNew(
            shown(engine.url), f"this ledger was made by a newer communique (its form is {revision}); update communique"
        )
    use_log(engine)
    with writing(engine) as connection:  # another program may have done it while we waited: Alembic looks again
        _upgrade(connection)


def _revision(connection: Connection, where: str, *, create: bool) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if connection.dialect.name == "sqlite" and not is_empty(connection):
            raise LedgerUnusable(where, "this is a database of another program, no ledger; nothing was changed")
        if tables & {"report", "record"}:
            raise LedgerUnusable(
                where, "this database has tables of another program by our names; give us one of our own"
            )
        if not create:
            raise NoLedger(where, "there is no ledger in it yet; make one with: communique add PATH")
        return None
    if "bucket_report" not in tables and tables != {"alembic_version"}:
        raise LedgerUnusable(where, "this is a database of another program, no ledger; nothing was changed")
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _config() -> object:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    return config


def _revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {one.revision for one in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_FOLDER))
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4203)"))

    def upgrade(revision: object, _: object) -> object:
        return script._upgrade_revs("head", revision)  # type: ignore[arg-type]

    with EnvironmentContext(_config(), script, fn=upgrade) as environment:  # type: ignore[arg-type]
        environment.configure(connection=connection, fn=upgrade)
        environment.run_migrations()

"""Alembic's way in, on the connection that ``store/migrate.py`` gives it (or, for ``alembic revision``, on a URL)."""

from alembic import context
from sqlalchemy import Connection, create_engine

from communique.ledger.store.schema import metadata


def _run(connection: Connection) -> None:
    # No transaction of Alembic's: the ledger's own is around it, and all of a migration is made or nothing.
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True, render_as_batch=True)
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with create_engine(context.config.get_main_option("sqlalchemy.url") or "sqlite://").begin() as own:
        _run(own)

"""Alembic's way in. Ledgers are brought up to date by ``store/migrate.py``; this file serves ``alembic revision``."""

from alembic import context
from sqlalchemy import create_engine

from communique.ledger.store.schema import metadata

if not context.is_offline_mode():
    url = context.config.get_main_option("sqlalchemy.url") or "sqlite://"
    with create_engine(url).connect() as connection:
        context.configure(connection=connection, target_metadata=metadata)
        with context.begin_transaction():
            context.run_migrations()

"""Draft a migration: what makes the ledger of the newest form into what `schema` says now.

    python -m tools.migration            the next one
    python -m tools.migration --first    the first one anew: only while no ledger of it is anywhere

Prints a file for `store/migrations/versions/`; read it before it goes there. The indices of words (`store/words.py`) are
not looked at: SQLAlchemy knows nothing of them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any

from alembic.autogenerate import api, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import MigrateOperation, UpgradeOps
from sqlalchemy import Connection, create_engine

from communique.ledger._ledger import Ledger
from communique.ledger.store import schema
from communique.ledger.store.migrate import HEAD
from communique.ledger.store.words import POSTGRES, SQLITE

_SHORT = (
    ("sa.Text().with_variant(sa.Text(collation='C'), 'postgresql')", "TEXT"),
    ("sa.BigInteger().with_variant(sa.Integer(), 'sqlite')", "NUMBER"),
)
_HEAD = '''"""{what}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before}
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
'''


def next_one() -> str:
    """The text of the next migration."""
    with Ledger.open(":memory:", create=True) as ledger, ledger.engine.connect() as connection:
        made = _written(_difference(connection), batch=True)
    head = _HEAD.format(what="What changes", revision=f"{int(HEAD) + 1:04}", before=f'"{HEAD}"')
    return f'{head}\n\ndef upgrade() -> None:\n    """Make the change."""\n{made}\n'


def first_one() -> str:
    """The text of the first migration: a function for each table, and the indices of words."""
    with create_engine("sqlite://").connect() as connection:
        made = _difference(connection)
    tables: dict[str, list[MigrateOperation]] = {}
    for one in made:
        tables.setdefault(getattr(one, "table_name", ""), []).append(one)
    words = "".join(
        f"{name} = (\n" + "".join(f'    """{one}""",\n' for one in some) + ")\n"
        for name, some in (("SQLITE", SQLITE), ("POSTGRES", POSTGRES))
    )
    upgrade = "".join(f"    _{name}()\n" for name in tables)
    makers = "".join(f"\n\ndef _{name}() -> None:\n{_written(some, batch=False)}\n" for name, some in tables.items())
    return (
        _HEAD.format(what="The first form of the ledger", revision=HEAD, before=None)
        + f'{words}\n\ndef upgrade() -> None:\n    """Make all tables and the indices of words."""\n{upgrade}'
        + '    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:\n'
        + f"        op.execute(statement)\n{makers}"
    )


def _difference(connection: Connection) -> list[MigrateOperation]:
    options = {"target_metadata": schema.metadata, "include_object": _ours, "render_as_batch": True}
    context = MigrationContext.configure(connection, opts=options)
    made = api.produce_migrations(context, schema.metadata).upgrade_ops
    assert isinstance(made, UpgradeOps)
    return list(made.ops)


def _written(operations: Sequence[MigrateOperation], *, batch: bool) -> str:
    made = render_python_code(UpgradeOps(operations), render_as_batch=batch)
    for long, short in _SHORT:
        made = made.replace(long, short)
    made = re.sub(
        r"(?:batch_)?op\.f\(('[^']*')\)", r"\1", made
    )  # names are as they are: no convention goes over them again
    return "\n".join(line for line in f"    {made}".splitlines() if not line.strip().startswith("# ###"))


def _ours(_thing: Any, name: str | None, _kind: str, _reflected: bool, _counterpart: Any) -> bool:
    return not (name and name.startswith(("report_words", "record_words")))


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tools.migration", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", action="store_true", help="the first one anew")
    print(first_one() if parser.parse_args(argv).first else next_one(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())

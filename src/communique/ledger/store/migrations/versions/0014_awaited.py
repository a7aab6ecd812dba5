"""How threads stood: what is awaited counted year by year, what was done before found by its thread, all by state in order."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

WHOLE = "a = '' AND b = ''"


def upgrade() -> None:
    """Make the indices."""
    year = sa.text("substr(since, 1, 4)")
    _of("ix_standing_awaited", ["a", "b", year, "until", "due", "open"], "open = 1 AND due != ''", "open AND due != ''")
    _of("ix_standing_done", ["thread", "a", "b", "since", "state"], "state = 'done'", "state = 'done'")
    op.drop_index("ix_standing_stood", table_name="standing")
    op.create_index("ix_standing_stood", "standing", ["a", "b", "until", "kind", "state", "open", "due", "since"])


def _of(name: str, columns: list[str | sa.TextClause], where: str, on_postgres: str) -> None:
    wheres = [sa.text(f"{WHOLE} AND {one}") for one in (where, on_postgres)]
    op.create_index(name, "standing", columns, sqlite_where=wheres[0], postgresql_where=wheres[1])

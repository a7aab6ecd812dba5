"""What is new: indices of occasions by when they were told as held, of turns of positions, and of what is open."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indices."""
    op.drop_index("ix_occasion_told", table_name="occasion")
    _of("ix_occasion_held", "occasion", ["a", "held", "date"], "a = ''")
    _of("ix_formula_turn", "formula", ["date", "report", "n"], "change != 'same' AND issue NOT LIKE 'label:%'")
    _of("ix_standing_open", "standing", ["a", "b", "until", "since"], "open = 1", "open")


def _of(name: str, table: str, columns: list[str], where: str, on_postgres: str | None = None) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(on_postgres or where))

"""Indices that serve what they are for, and no other question: SQLite took that of all current reports to find one page."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indices anew."""
    _anew("ix_report_newest", "report", ["page"], "current", unique=True)
    _anew("ix_report_current", "report", ["date", "id", "current"], "current")
    _anew("ix_standing_open", "standing", ["a", "b", "until", "since", "open"], "open")


def _anew(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.drop_index(name, table_name=table)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=sa.text(f"{where} = 1"), postgresql_where=sa.text(where)
    )

"""How often each party engaged, and every two, counted as the occasions come and go."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, and count what is there."""
    op.create_table(
        "met",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name="pk_met"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_met_b_a_times", "met", ["b", "a", "times"])
    op.execute(
        "INSERT INTO met (a, b, times) SELECT a, b, count(*) FROM occasion WHERE a > '' AND held IS NOT NULL GROUP BY a, b"
    )

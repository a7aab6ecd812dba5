"""How many reports there are of each day, counted as they come."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, and count what is there."""
    op.create_table(
        "filed",
        sa.Column("date", TEXT, nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("date", name="pk_filed"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO filed (date, reports) SELECT date, count(*) FROM report WHERE current GROUP BY date")

"""The steps of threads in a table of their own, each with how the thread stood after it.

What is derived is made anew by the next command that writes: it is of another form.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "step",
        sa.Column("thread", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_step_thread"),
        sa.PrimaryKeyConstraint("thread", "date", "no", name="pk_step"),
        sqlite_with_rowid=False,
    )

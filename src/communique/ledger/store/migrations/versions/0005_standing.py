"""How threads stood from one change to the next, in the place of how they stand now.

It is empty: what is derived is made anew after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, and drop what it replaces."""
    op.create_table(
        "standing",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("last_date", TEXT, nullable=False),
        sa.Column("thread", TEXT, nullable=False),
        sa.Column("since", TEXT, nullable=False),
        sa.Column("until", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("due", TEXT, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_standing_thread"),
        sa.PrimaryKeyConstraint("a", "b", "last_date", "thread", "since", name="pk_standing"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_standing_due", "standing", ["a", "b", "due", "thread", "until", "open"],
        sqlite_where=sa.text("open = 1 AND due > ''"), postgresql_where=sa.text("open AND due > ''"),
    )  # fmt: skip
    op.create_index("ix_standing_thread", "standing", ["thread", "a", "b"])
    op.drop_table("thread_party")
    op.drop_index("ix_thread_open_due_id", table_name="thread")

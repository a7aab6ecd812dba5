"""What people say of the records, and which names they say are one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, and a place for what was said of a record beside it."""
    op.create_table(
        "correction",
        sa.Column("no", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("target", TEXT, nullable=True),
        sa.Column("before", TEXT, nullable=True),
        sa.Column("made", TEXT, nullable=True),
        sa.Column("after", TEXT, nullable=True),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("effect", TEXT, nullable=False),
        sa.Column("undone_by", TEXT, nullable=True),
        sa.Column("undone_at", TEXT, nullable=True),
        sa.Column("undone_why", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_correction_report"),
        sa.PrimaryKeyConstraint("no", name="pk_correction"),
        sa.UniqueConstraint("id", name="uq_correction_id"),
    )
    for column in ("at", "made", "report", "target"):
        op.create_index(f"ix_correction_{column}", "correction", [column])
    op.create_table(
        "merging",
        sa.Column("no", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("meant", TEXT, nullable=False),
        sa.Column("country", TEXT, nullable=True),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("undone_by", TEXT, nullable=True),
        sa.Column("undone_at", TEXT, nullable=True),
        sa.Column("undone_why", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("no", name="pk_merging"),
        sa.UniqueConstraint("id", name="uq_merging_id"),
    )
    op.add_column("record", sa.Column("standing", TEXT, nullable=True))

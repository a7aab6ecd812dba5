"""What takes a report back, what it has to say, and in which form the derived rows are.

What is derived is made anew by the next command that writes: what each report says to its buckets is not known yet.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; where there are reports, what is derived of them is of no form that is known."""
    _bucket_report()
    op.create_table(
        "followed",
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("undo", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_followed_report"),
        sa.PrimaryKeyConstraint("bucket", "date", "id", name="pk_followed"),
    )
    op.create_table(
        "form",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("form", TEXT, nullable=False),
        sa.Column("made_to", TEXT, nullable=True),
        sa.Column("upto", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("no", name="pk_form"),
    )
    op.execute("INSERT INTO form (no, form) SELECT 1, '' FROM report LIMIT 1")


def _bucket_report() -> None:
    """Made anew, and empty."""
    op.drop_table("bucket_report")
    op.create_table(
        "bucket_report",
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_bucket_report_report"),
        sa.PrimaryKeyConstraint("bucket", "date", "id", name="pk_bucket_report"),
    )
    op.create_index("ix_bucket_report_report", "bucket_report", ["report"])

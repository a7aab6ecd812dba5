"""Since when that comes of each correction which does: how it stood at a moment.

Of those that are there it is not known when that came of them: they are given it from the start, but for the undone ones.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, with what is known."""
    op.create_table(
        "effect",
        sa.Column("correction", NUMBER, nullable=False),
        sa.Column("since", TEXT, nullable=False),
        sa.Column("effect", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["correction"], ["correction.no"], name="fk_effect_correction"),
        sa.PrimaryKeyConstraint("correction", "since", name="pk_effect"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_effect_since", "effect", ["since"])
    op.execute(
        "INSERT INTO effect (correction, since, effect) SELECT no, rtrim(at, 'Z'), "
        "CASE WHEN undone_at IS NULL THEN effect ELSE 'in-force' END FROM correction "
        "WHERE undone_at IS NULL OR rtrim(undone_at, 'Z') > rtrim(at, 'Z')"
    )
    op.execute(
        "INSERT INTO effect (correction, since, effect) SELECT no, rtrim(undone_at, 'Z'), 'undone' FROM correction "
        "WHERE undone_at IS NOT NULL"
    )

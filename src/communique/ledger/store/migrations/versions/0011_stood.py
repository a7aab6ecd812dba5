"""How threads stood, counted from an index of its own; what is due, found from a day on."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indices."""
    op.drop_index("ix_standing_open", table_name="standing")
    op.drop_index("ix_standing_due", table_name="standing")
    op.create_index("ix_standing_stood", "standing", ["a", "b", "until", "since", "kind", "state", "open", "due"])
    op.create_index(
        "ix_standing_due", "standing", ["a", "b", "due", "thread", "until", "open"],
        sqlite_where=sa.text("open = 1 AND due != ''"), postgresql_where=sa.text("open AND due != ''"),
    )  # fmt: skip

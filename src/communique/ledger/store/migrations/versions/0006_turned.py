"""What came to stand so, and since when: an index of how threads stood, whosever they are."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    whole = sa.text("a = '' AND b = ''")
    op.create_index("ix_standing_turned", "standing", ["state", "since"], sqlite_where=whole, postgresql_where=whole)

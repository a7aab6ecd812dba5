"""Turns of positions counted from their index alone: it has what it is bound to, else SQLite reads each row for that."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indices anew."""
    turn = sa.text("change != 'same' AND issue NOT LIKE 'label:%'")
    for name, first in (("ix_formula_turn_of", ["holder"]), ("ix_formula_turn", [])):
        op.drop_index(name, table_name="formula")
        columns = [*first, "date", "report", "n", "change", "issue"]
        op.create_index(name, "formula", columns, sqlite_where=turn, postgresql_where=turn)

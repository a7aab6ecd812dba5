"""Years among the words that search filters by; indices of formulas by holder, issue and lineage."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DATED = """
    UPDATE {0} SET tags = ltrim(tags || CASE WHEN date = '' THEN ' undated' ELSE
        ' in' || substr(date, 1, 2) || ' in' || substr(date, 1, 3) || ' in' || substr(date, 1, 4) END)
"""


def upgrade() -> None:
    """Put the years in, and make the indices."""
    for table in ("report", "record"):
        op.execute(DATED.format(table))
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')")  # noqa: S608
    op.drop_index("ix_formula_bucket", table_name="formula")
    op.drop_index("ix_formula_issue", table_name="formula")
    op.create_index("ix_formula_lineage", "formula", ["bucket", "holder", "issue", "date", "report", "n"])
    op.create_index("ix_formula_issue", "formula", ["issue", "date", "report", "n"])
    op.create_index("ix_formula_held", "formula", ["issue", "holder", "date", "change", "stance"])
    turn = sa.text("change != 'same' AND issue NOT LIKE 'label:%'")
    columns = ["holder", "date", "report", "n"]
    op.create_index("ix_formula_turn_of", "formula", columns, sqlite_where=turn, postgresql_where=turn)

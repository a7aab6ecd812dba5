"""The first form of the ledger."""

from alembic import op

from communique.ledger.store.schema import metadata
from communique.ledger.store.words import POSTGRES, SQLITE

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables and the indices of words."""
    bind = op.get_bind()
    metadata.create_all(bind)
    for statement in SQLITE if bind.dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)

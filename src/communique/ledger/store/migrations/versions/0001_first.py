"""The first form of the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SQLITE = (
    """CREATE VIRTUAL TABLE report_words USING fts5(title, text, tags, content='report', content_rowid='no', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE record_words USING fts5(words, tags, content='record', content_rowid='no', tokenize='porter unicode61 remove_diacritics 2')""",
)
POSTGRES = (
    """ALTER TABLE report ADD COLUMN searched tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', left(coalesce(title, ''), 2000)), 'A') || to_tsvector('english', left(text, 200000)) || to_tsvector('simple', left(tags, 20000))) STORED""",
    """CREATE INDEX ix_report_searched ON report USING gin (searched)""",
    """ALTER TABLE record ADD COLUMN searched tsvector GENERATED ALWAYS AS (to_tsvector('english', left(words, 200000)) || to_tsvector('simple', left(tags, 20000))) STORED""",
    """CREATE INDEX ix_record_searched ON record USING gin (searched)""",
)


def upgrade() -> None:
    """Make all tables and the indices of words."""
    _bucket()
    _dirty()
    _report()
    _thread()
    _bucket_report()
    _record()
    _rung()
    _thread_party()
    _thread_term()
    _formula()
    _involved()
    _together()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)


def _bucket() -> None:
    op.create_table(
        "bucket",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("last_date", TEXT, nullable=False),
        sa.Column("last_report", TEXT, nullable=False),
        sa.Column("lineages", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_bucket"),
    )


def _dirty() -> None:
    op.create_table(
        "dirty",
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("first_date", TEXT, nullable=False),
        sa.Column("first_report", TEXT, nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name="pk_dirty"),
    )


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("no", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("page", TEXT, nullable=False),
        sa.Column("path", TEXT, nullable=True),
        sa.Column("title", TEXT, nullable=True),
        sa.Column("outlet", TEXT, nullable=True),
        sa.Column("outlet_country", TEXT, nullable=True),
        sa.Column("published", TEXT, nullable=True),
        sa.Column("url", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=True),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("dateline", TEXT, nullable=True),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("reading", TEXT, nullable=False),
        sa.Column("open_count", sa.Integer(), nullable=False),
        sa.Column("faults", TEXT, nullable=False),
        sa.Column("sides", TEXT, nullable=False),
        sa.Column("tags", TEXT, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("supersedes", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("no", name="pk_report"),
        sa.UniqueConstraint("id", name="uq_report_id"),
    )
    op.create_index("ix_report_date_id", "report", ["date", "id"], unique=False)
    op.create_index("ix_report_listed", "report", ["outlet_country", "current", "date", "id"], unique=False)
    op.create_index(
        "ix_report_newest",
        "report",
        ["page"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_index("ix_report_page", "report", ["page"], unique=False)
    op.create_index("ix_report_path", "report", ["path"], unique=False, postgresql_using="hash")
    op.create_index("ix_report_sides_date", "report", ["sides", "date"], unique=False)


def _thread() -> None:
    op.create_table(
        "thread",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("due", TEXT, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("first_date", TEXT, nullable=False),
        sa.Column("last_date", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
    )
    op.create_index("ix_thread_bucket", "thread", ["bucket"], unique=False)
    op.create_index("ix_thread_open_due_id", "thread", ["open", "due", "id"], unique=False)


def _bucket_report() -> None:
    op.create_table(
        "bucket_report",
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_bucket_report_report"),
        sa.PrimaryKeyConstraint("bucket", "date", "id", name="pk_bucket_report"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bucket_report_report", "bucket_report", ["report"], unique=False)


def _record() -> None:
    op.create_table(
        "record",
        sa.Column("no", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("tags", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_record_report"),
        sa.PrimaryKeyConstraint("no", name="pk_record"),
        sa.UniqueConstraint("id", name="uq_record_id"),
    )
    op.create_index("ix_record_report", "record", ["report"], unique=False)


def _rung() -> None:
    op.create_table(
        "rung",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_rung_report"),
        sa.PrimaryKeyConstraint("a", "b", "date", "report", "n", name="pk_rung"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rung_report", "rung", ["report"], unique=False)


def _thread_party() -> None:
    op.create_table(
        "thread_party",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("last_date", TEXT, nullable=False),
        sa.Column("thread", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("due", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_thread_party_thread"),
        sa.PrimaryKeyConstraint("a", "b", "last_date", "thread", name="pk_thread_party"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_thread_party_a_b_open_due", "thread_party", ["a", "b", "open", "due"], unique=False)
    op.create_index("ix_thread_party_thread", "thread_party", ["thread"], unique=False)


def _thread_term() -> None:
    op.create_table(
        "thread_term",
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("term", TEXT, nullable=False),
        sa.Column("seq", TEXT, nullable=False),
        sa.Column("thread", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_thread_term_thread"),
        sa.PrimaryKeyConstraint("bucket", "term", "seq", "thread", name="pk_thread_term"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_thread_term_thread", "thread_term", ["thread"], unique=False)


def _formula() -> None:
    op.create_table(
        "formula",
        sa.Column("holder", TEXT, nullable=False),
        sa.Column("issue", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("bucket", TEXT, nullable=False),
        sa.Column("counterpart", TEXT, nullable=False),
        sa.Column("stance", TEXT, nullable=True),
        sa.Column("change", TEXT, nullable=False),
        sa.Column("record", NUMBER, nullable=True),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.no"], name="fk_formula_record", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_formula_report"),
        sa.PrimaryKeyConstraint("holder", "issue", "date", "report", "n", name="pk_formula"),
    )
    op.create_index("ix_formula_bucket", "formula", ["bucket"], unique=False)
    op.create_index("ix_formula_change", "formula", ["change", "date"], unique=False)
    op.create_index("ix_formula_course", "formula", ["holder", "issue", "date", "change", "stance"], unique=False)
    op.create_index("ix_formula_issue", "formula", ["issue", "date"], unique=False)
    op.create_index("ix_formula_record", "formula", ["record"], unique=False)
    op.create_index("ix_formula_report", "formula", ["report"], unique=False)


def _involved() -> None:
    op.create_table(
        "involved",
        sa.Column("code", TEXT, nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("record", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.no"], name="fk_involved_record"),
        sa.PrimaryKeyConstraint("code", "layer", "date", "record", name="pk_involved"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_involved_record", "involved", ["record"], unique=False)


def _together() -> None:
    op.create_table(
        "together",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("record", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.no"], name="fk_together_record"),
        sa.PrimaryKeyConstraint("a", "b", "layer", "date", "record", name="pk_together"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_together_record", "together", ["record"], unique=False)

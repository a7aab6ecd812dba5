"""What is counted: occasions, the parties that a report is about, and the steps of ladders by their events."""

import hashlib
import json
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOST_TOGETHER = 20
CHUNK = 2000


def upgrade() -> None:
    """Make the tables and count what is there."""
    _occasion()
    _about()
    _rung()
    op.create_index("ix_report_current", "report", ["current", "date", "id"])
    op.create_index("ix_thread_first_date", "thread", ["first_date"])


def _occasion() -> None:
    op.create_table(
        "occasion",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("told", TEXT, nullable=False),
        sa.Column("held", TEXT, nullable=True),
        sa.Column("parties", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "date", "id", name="pk_occasion"),
        sqlite_with_rowid=False,
    )
    put = sa.text("""
        INSERT INTO occasion (a, b, date, id, told, held, parties) VALUES (:a, :b, :date, :id, :told, :held, :parties)
        ON CONFLICT (a, b, date, id) DO UPDATE SET
            told = CASE WHEN excluded.told < occasion.told THEN excluded.told ELSE occasion.told END,
            held = CASE WHEN occasion.held IS NULL OR excluded.held < occasion.held
                        THEN excluded.held ELSE occasion.held END
    """)
    engagements = sa.text("""
        SELECT record.no, record.body, record.date, report.id, report.date AS told
        FROM record JOIN report ON report.no = record.report
        WHERE record.layer = 'engagement' AND record.current AND record.no > :last ORDER BY record.no LIMIT :most
    """)
    connection, last = op.get_bind(), -1
    while some := connection.execute(engagements, {"last": last, "most": CHUNK}).all():
        last = some[-1].no
        rows = [row for one in some for row in _rows(one)]
        if rows:
            connection.execute(put, rows)
    op.create_index("ix_occasion_b_a_date_held", "occasion", ["b", "a", "date", "held"])
    whole = sa.text("a = ''")
    op.create_index("ix_occasion_told", "occasion", ["told"], sqlite_where=whole, postgresql_where=whole)


def _rows(row: sa.Row[Any]) -> list[dict[str, str | None]]:
    one = json.loads(row.body)
    codes = sorted({*one.get("parties", ())})
    if not codes:
        return []
    start, status = one.get("date_start"), one["status"]
    key = [one["kind"], sorted(one["parties"]), start]
    key += [one.get("place"), one.get("ordinal"), status] if start is None or len(start) < len("2024-05-20") else []
    key += [one.get("date_end"), row.id] if start is None else []
    made = hashlib.sha256(json.dumps(key, ensure_ascii=False).encode()).hexdigest()[:16]
    common = {"date": row.date, "id": made, "told": row.told, "held": row.told if status == "held" else None}
    pairs = combinations(codes, 2) if len(codes) <= MOST_TOGETHER else ()
    sides = [("", ""), *((code, "") for code in codes), *pairs]
    return [{"a": a, "b": b, "parties": "" if a else "|".join(codes), **common} for a, b in sides]


def _about() -> None:
    op.create_table(
        "about",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_about_report"),
        sa.PrimaryKeyConstraint("a", "b", "date", "report", name="pk_about"),
        sqlite_with_rowid=False,
    )
    for table, sides, by in (("involved", "code, ''", "code"), ("together", "a, b", "a, b")):
        op.execute(f"""
            INSERT INTO about (a, b, date, report, statements)
            SELECT {sides}, report.date, report.no, sum(CASE WHEN record.layer = 'statement' THEN 1 ELSE 0 END)
            FROM {table} JOIN record ON record.no = {table}.record JOIN report ON report.no = record.report
            GROUP BY {by}, report.date, report.no
        """)  # noqa: S608 - our own names
    op.create_index("ix_about_b_a_date_statements", "about", ["b", "a", "date", "statements"])
    op.create_index("ix_about_report", "about", ["report"])


def _rung() -> None:
    """Made anew with two columns more, filled from its rows' bodies."""
    columns = ("a", "b", "date", "report", "n", "body")
    connection = op.get_bind()
    old = sa.table("rung", *(sa.column(name) for name in columns))
    rows = [dict(row._mapping) for row in connection.execute(sa.select(old))]
    op.drop_table("rung")
    made = op.create_table(
        "rung",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("date", TEXT, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("happened", TEXT, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.no"], name="fk_rung_report"),
        sa.PrimaryKeyConstraint("a", "b", "date", "report", "n", name="pk_rung"),
        sqlite_with_rowid=False,
    )
    for row in rows:
        body = json.loads(row["body"])
        row |= {"event": body["event"], "happened": body["date"] or ""}
    if rows:
        connection.execute(sa.insert(made), rows)
    op.create_index("ix_rung_report", "rung", ["report"])
    op.create_index("ix_rung_event_date", "rung", ["event", "date"])

"""How threads stood from one change to the next, in the place of how they stand now."""

import json
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
OVER = {"done", "held", "refused", "cancelled", "overtaken", "lapsed"}
NO_END = {"restated", "hardened", "softened", "broadened", "narrowed", "in-progress"}
CHUNK = 500


def upgrade() -> None:
    """Make the table, fill it from the threads, and drop what it replaces."""
    table = op.create_table(
        "standing",
        sa.Column("a", TEXT, nullable=False),
        sa.Column("b", TEXT, nullable=False),
        sa.Column("last_date", TEXT, nullable=False),
        sa.Column("thread", TEXT, nullable=False),
        sa.Column("since", TEXT, nullable=False),
        sa.Column("until", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("due", TEXT, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["thread"], ["thread.id"], name="fk_standing_thread"),
        sa.PrimaryKeyConstraint("a", "b", "last_date", "thread", "since", name="pk_standing"),
        sqlite_with_rowid=False,
    )
    _fill(table)
    op.create_index(
        "ix_standing_due", "standing", ["a", "b", "due", "thread", "until", "open"],
        sqlite_where=sa.text("open = 1 AND due > ''"), postgresql_where=sa.text("open AND due > ''"),
    )  # fmt: skip
    op.create_index("ix_standing_thread", "standing", ["thread", "a", "b"])
    op.drop_table("thread_party")
    op.drop_index("ix_thread_open_due_id", table_name="thread")


def _fill(table: sa.Table) -> None:
    connection, last = op.get_bind(), ""
    query = sa.text("SELECT id, body FROM thread WHERE id > :last ORDER BY id LIMIT :most")
    over = sa.text("UPDATE thread SET open = :no WHERE state = 'overtaken'").bindparams(no=False)
    connection.execute(over)
    while some := connection.execute(query, {"last": last, "most": CHUNK}).all():
        last = some[-1].id
        op.bulk_insert(table, [row for one in some for row in _rows(json.loads(one.body))])


def _rows(thread: dict[str, Any]) -> Iterator[dict[str, Any]]:
    codes = sorted(thread["bucket"].split("|"))
    sides = [*combinations(codes, 2), *((code, "") for code in codes), ("", "")]
    for stretch in _stretches(thread):
        for a, b in sides:
            yield {"a": a, "b": b, "thread": thread["id"], "kind": thread["kind"], **stretch}


def _stretches(thread: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    state, report, last, due = "", None, "", ""
    newest = thread["steps"][-1]["date"] or ""
    for date, steps in groupby(thread["steps"], key=lambda step: step["date"] or ""):
        for step in steps:
            if not step["sure"]:
                continue
            if state not in OVER or not (step["report"] == report or step["state"] in NO_END):
                state, report = step["state"], step["report"]
            last, due = date, step["due"] or due
        if not state:
            continue
        now = {
            "last_date": last, "state": state, "due": (thread["due"] or "") if date == newest else due,
            "open": state not in OVER, "until": "~",
        }  # fmt: skip
        if found and {**now, "since": found[-1]["since"]} == found[-1]:
            continue
        if found:
            found[-1]["until"] = date
        found.append({"since": date, **now})
    return found

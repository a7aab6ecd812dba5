"""Full text: FTS5 on SQLite, tsvector on PostgreSQL (its columns are generated, so there is nothing to keep)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

_TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"
SQLITE = (
    f"CREATE VIRTUAL TABLE report_words USING fts5(title, text, tags, content='report', content_rowid='no', {_TOKENS})",
    f"CREATE VIRTUAL TABLE record_words USING fts5(words, tags, content='record', content_rowid='no', {_TOKENS})",
)
_OF_REPORT = (
    "setweight(to_tsvector('english', left(coalesce(title, ''), 2000)), 'A') || to_tsvector('english', left(text, 200000)) "
    "|| to_tsvector('simple', left(tags, 20000))"
)
_OF_RECORD = "to_tsvector('english', left(words, 200000)) || to_tsvector('simple', left(tags, 20000))"
POSTGRES = (
    f"ALTER TABLE report ADD COLUMN searched tsvector GENERATED ALWAYS AS ({_OF_REPORT}) STORED",
    "CREATE INDEX ix_report_searched ON report USING gin (searched)",
    f"ALTER TABLE record ADD COLUMN searched tsvector GENERATED ALWAYS AS ({_OF_RECORD}) STORED",
    "CREATE INDEX ix_record_searched ON record USING gin (searched)",
)
"""What makes the indices. PostgreSQL takes a million bytes of words, so long texts are found by their beginning there."""


def add_report(connection: Connection, number: int) -> None:
    """Index a report that is in its table."""
    if connection.dialect.name == "sqlite":
        connection.execute(_ADD_REPORT, {"no": number})


def drop_report(connection: Connection, number: int) -> None:
    """Take a report out of the index, before its row is changed."""
    if connection.dialect.name == "sqlite":
        connection.execute(_DROP_REPORT, {"no": number})


def add_records(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Index records, given as rows of their table."""
    if connection.dialect.name == "sqlite":
        connection.execute(_ADD_RECORD, [{key: row[key] for key in ("no", "words", "tags")} for row in rows])


def drop_records(connection: Connection, numbers: Sequence[int]) -> None:
    """Take records out of the index, before their rows are deleted."""
    if connection.dialect.name == "sqlite" and numbers:
        connection.execute(_DROP_RECORD, [{"no": number} for number in numbers])


_ADD_REPORT = text(
    "INSERT INTO report_words (rowid, title, text, tags) SELECT no, title, text, tags FROM report WHERE no = :no"
)
_DROP_REPORT = text(
    "INSERT INTO report_words (report_words, rowid, title, text, tags) "
    "SELECT 'delete', no, title, text, tags FROM report WHERE no = :no"
)
_ADD_RECORD = text("INSERT INTO record_words (rowid, words, tags) VALUES (:no, :words, :tags)")
_DROP_RECORD = text(
    "INSERT INTO record_words (record_words, rowid, words, tags) "
    "SELECT 'delete', no, words, tags FROM record WHERE no = :no"
)

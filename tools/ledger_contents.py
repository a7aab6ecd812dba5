"""All that a ledger holds, row for row, and whether it is sound: for tests and benchmarks."""

from __future__ import annotations

import warnings
from typing import Any

from sqlalchemy import Connection, MetaData, select, text
from sqlalchemy.exc import SAWarning

from communique.ledger._ledger import Ledger
from communique.ledger.store.engine import reading

Contents = dict[str, list[tuple[Any, ...]]]
_INDICES = ("report_words", "record_words")


def contents(ledger: Ledger) -> Contents:
    """The rows of each table, sorted; of SQLite's word indices what they hold, not how."""
    with reading(ledger.engine) as connection:
        kept = MetaData()
        with warnings.catch_warnings():  # an index by year is no column's: what it holds stands in its table
            warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index", SAWarning)
            kept.reflect(connection, only=lambda name, _: not name.startswith(_INDICES))
        rows = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in kept.sorted_tables
        }
        if connection.dialect.name == "sqlite":
            rows |= {index: _terms(connection, index) for index in _INDICES}
        return rows


def _terms(connection: Connection, index: str) -> list[tuple[Any, ...]]:
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.{index}_terms USING fts5vocab(main, {index}, instance)")
    try:
        found = connection.exec_driver_sql(f"SELECT term, doc, col, offset FROM temp.{index}_terms")  # noqa: S608
        return sorted((tuple(row) for row in found), key=repr)
    finally:
        connection.exec_driver_sql(f"DROP TABLE temp.{index}_terms")


def differences(one: Contents, other: Contents) -> list[str]:
    """What the two do not share, a line for each row."""
    told = []
    for table in sorted({*one, *other}):
        mine, yours = set(map(repr, one.get(table, ()))), set(map(repr, other.get(table, ())))
        told += [f"- {table}: {row}" for row in sorted(mine - yours)]
        told += [f"+ {table}: {row}" for row in sorted(yours - mine)]
        if mine == yours and len(one.get(table, ())) != len(other.get(table, ())):
            told.append(f"{table}: {len(one[table])} rows and {len(other[table])}")
    return told


def unsound(ledger: Ledger) -> list[str]:
    """What is wrong with the database itself: nothing, as it should be."""
    with ledger.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            return []  # a foreign key holds there at all times, and the server sees to the rest
        told = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        told += [f"points at nothing: {tuple(row)}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        for index in _INDICES:
            try:
                connection.execute(text(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"))  # noqa: S608
            except Exception as error:  # noqa: BLE001 - told
                told.append(f"{index}: {error}")
        connection.rollback()
        return told

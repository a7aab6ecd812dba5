"""Putting readings into the database: each report with its records wholly or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, text, update

from communique.ledger.entry import Entry
from communique.ledger.store import schema, words
from communique.ledger.store.bodies import encode, pairs, parties, report_tags, tags, when
from communique.ledger.store.bodies import words as words_of
from communique.records import Reading, Record, Report

Fate = Literal["added", "unchanged", "new version", "read again"]


@dataclass(frozen=True)
class Kept:
    """What became of a reading: ``gained`` and ``lost`` count records against what was there before."""

    report: str
    fate: Fate
    gained: int = 0
    lost: int = 0


def page_of(report: Report) -> str:
    """What a report is a version of: its address, else the place of its file, else itself."""
    if report.url:
        return report.url
    return f"file:{os.path.abspath(report.path)}" if report.path and report.path != "-" else f"report:{report.id}"


def keep(connection: Connection, reading: Reading, buckets: Callable[[Entry], Collection[str]]) -> Kept:
    """Put a reading into the ledger, or its records in the place of those of an earlier reading of the same report."""
    report = reading.report
    there = connection.execute(
        select(schema.report.c.no, schema.report.c.reading, schema.report.c.current).where(
            schema.report.c.id == report.id
        )
    ).first()
    if there is None:
        return _add(connection, reading, buckets)
    if not there.current:
        _make_current(connection, report, there.no, buckets)
        return Kept(report.id, "new version")
    if reading.read_by in {"", there.reading}:
        return Kept(report.id, "unchanged")
    return _replace(connection, reading, there.no, buckets)


def _add(connection: Connection, reading: Reading, buckets: Callable[[Entry], Collection[str]]) -> Kept:
    report, entry = reading.report, Entry.of(reading)
    page = page_of(report)
    before = connection.execute(
        select(schema.report.c.no, schema.report.c.id).where(schema.report.c.page == page, schema.report.c.current)
    ).first()
    if before is not None:
        _retire(connection, before.no)
    number = _numbers(connection, schema.report, 1)[0]
    row = {
        **report.model_dump(include={"id", "path", "title", "outlet", "outlet_country", "published", "url", "language"}),
        "no": number, "page": page, "text": report.text,
        "current": True, "supersedes": before.id if before else None, **_read_by(reading), **_about(entry),
    }  # fmt: skip
    connection.execute(insert(schema.report), row)
    words.add_report(connection, number)
    _add_records(connection, number, list(reading.records()), entry)
    _touch(connection, number, entry, buckets, whole=False)
    return Kept(report.id, "new version" if before else "added", gained=sum(1 for _ in reading.records()))


def _read_by(reading: Reading) -> dict[str, Any]:
    faults = json.dumps([fault.model_dump() for fault in reading.faults], ensure_ascii=False)
    return {
        "reading": reading.read_by, "open_count": reading.open_count, "faults": faults, "dateline": reading.dateline,
    }  # fmt: skip


def _about(entry: Entry) -> dict[str, Any]:
    return {"date": entry.date or "", "sides": "|".join(entry.sides), "tags": report_tags(entry)}


def _replace(
    connection: Connection, reading: Reading, number: int, buckets: Callable[[Entry], Collection[str]]
) -> Kept:
    """The records of a newer reading in the place of the old; rows that stay the same are left as they are."""
    record = schema.record
    old = {
        row.id: (row.no, row.body)
        for row in connection.execute(select(record.c.id, record.c.no, record.c.body).where(record.c.report == number))
    }
    new = {one.id: one for one in reading.records()}
    lost = [no for key, (no, _) in old.items() if key not in new]
    gained = [one for key, one in new.items() if key not in old]
    changed = [(old[key][0], one) for key, one in new.items() if key in old and old[key][1] != encode(one)]
    entry = Entry.of(reading)
    words.drop_report(connection, number)
    connection.execute(
        update(schema.report).where(schema.report.c.no == number), {**_read_by(reading), **_about(entry)}
    )
    words.add_report(connection, number)
    if lost or gained or changed:
        _drop_records(connection, [*lost, *(no for no, _ in changed)])
        _add_records(connection, number, [*gained, *(one for _, one in changed)], entry)
        _touch(connection, number, entry, buckets, whole=True)
    return Kept(reading.report.id, "read again", gained=len(gained), lost=len(lost))


def _retire(connection: Connection, number: int) -> None:
    """A newer version has come: its records stay with it, and count no longer."""
    connection.execute(update(schema.report).where(schema.report.c.no == number), {"current": False})
    connection.execute(update(schema.record).where(schema.record.c.report == number), {"current": False})
    _dirty_all(connection, number)
    connection.execute(delete(schema.bucket_report).where(schema.bucket_report.c.report == number))
    numbers = list(connection.scalars(select(schema.record.c.no).where(schema.record.c.report == number)))
    _forget(connection, numbers)


def _make_current(
    connection: Connection, report: Report, number: int, buckets: Callable[[Entry], Collection[str]]
) -> None:
    """A page has gone back to words that it had before: that version counts again."""
    from communique.ledger.store.bodies import entries

    before = connection.execute(
        select(schema.report.c.no, schema.report.c.id).where(
            schema.report.c.page == page_of(report), schema.report.c.current
        )
    ).first()
    if before is not None:
        _retire(connection, before.no)
    values = {"current": True, **({"supersedes": before.id} if before else {})}
    connection.execute(update(schema.report).where(schema.report.c.no == number), values)
    connection.execute(update(schema.record).where(schema.record.c.report == number), {"current": True})
    entry = entries(connection, [number])[number]
    rows = connection.execute(select(schema.record.c.id, schema.record.c.no).where(schema.record.c.report == number))
    by_id = {row.id: row.no for row in rows}
    _index(connection, [(by_id[one.id], one) for one in entry.records()], entry)
    _touch(connection, number, entry, buckets, whole=True)


def _add_records(connection: Connection, report: int, records: list[Record], entry: Entry) -> None:
    if not records:
        return
    numbered = list(zip(_numbers(connection, schema.record, len(records)), records, strict=True))
    rows = [
        {
            "no": no, "id": one.id, "report": report, "layer": one.record, "date": when(one, entry),
            "words": words_of(one), "tags": tags(one, parties(one, entry)), "body": encode(one), "current": True,
        }
        for no, one in numbered
    ]  # fmt: skip
    connection.execute(insert(schema.record), rows)
    words.add_records(connection, rows)
    _index(connection, numbered, entry)


def _index(connection: Connection, numbered: Iterable[tuple[int, Record]], entry: Entry) -> None:
    involved, together = [], []
    for no, one in numbered:
        codes, date = parties(one, entry), when(one, entry)
        involved += [{"code": code, "layer": one.record, "date": date, "record": no} for code in codes]
        together += [{"a": a, "b": b, "layer": one.record, "date": date, "record": no} for a, b in pairs(codes)]
    for table, rows in ((schema.involved, involved), (schema.together, together)):
        if rows:
            connection.execute(insert(table), rows)


def _drop_records(connection: Connection, numbers: list[int]) -> None:
    if not numbers:
        return
    _forget(connection, numbers)
    words.drop_records(connection, numbers)
    _delete(connection, schema.record, "no", numbers)


def _forget(connection: Connection, numbers: list[int]) -> None:
    for table in (schema.involved, schema.together):
        _delete(connection, table, "record", numbers)


def _delete(connection: Connection, table: Table, column: str, values: list[int]) -> None:
    if values:
        query = delete(table).where(table.c[column] == bindparam("value"))
        connection.execute(query, [{"value": value} for value in values])


def _touch(
    connection: Connection, report: int, entry: Entry, buckets: Callable[[Entry], Collection[str]], *, whole: bool
) -> None:
    """Note what must be derived anew because of a report."""
    if whole:
        _dirty_all(connection, report)
        connection.execute(delete(schema.bucket_report).where(schema.bucket_report.c.report == report))
    date, id = entry.order  # noqa: A001 - the field's name
    keys = sorted(buckets(entry))
    if keys:
        rows = [{"bucket": key, "date": date, "id": id, "report": report} for key in keys]
        connection.execute(insert(schema.bucket_report), rows)
    for key in keys:
        _dirty(connection, key, date, id, whole=whole)


def _dirty_all(connection: Connection, report: int) -> None:
    query = select(schema.bucket_report).where(schema.bucket_report.c.report == report)
    for row in connection.execute(query).all():
        _dirty(connection, row.bucket, row.date, row.id, whole=True)


def _dirty(connection: Connection, bucket: str, date: str, id: str, *, whole: bool) -> None:  # noqa: A002
    table = schema.dirty
    there = connection.execute(select(table).where(table.c.bucket == bucket)).first()
    if there is None:
        values = {"bucket": bucket, "first_date": date, "first_report": id, "whole": whole}
        connection.execute(insert(table), values)
        return
    first = min((there.first_date, there.first_report), (date, id))
    values = {"first_date": first[0], "first_report": first[1], "whole": whole or there.whole}
    connection.execute(update(table).where(table.c.bucket == bucket), values)


def _numbers(connection: Connection, table: Table, count: int) -> list[int]:
    """The next ``count`` numbers of a table: on SQLite we are the only writer, PostgreSQL has a sequence."""
    if connection.dialect.name == "sqlite":
        last = connection.scalar(select(func.max(table.c.no))) or 0
        return list(range(last + 1, last + 1 + count))
    query = text("SELECT nextval(pg_get_serial_sequence(:table, 'no')) FROM generate_series(1, :count)")
    return [int(number) for number in connection.scalars(query, {"table": table.name, "count": count})]

"""What is made of the records: brought up to date bucket by bucket, or made anew.

A bucket is two sides (or one, or several) whose undertakings and formulas are followed together, report after report.
Reports that come in order are appended to it; one that is older than its last, or was read anew, has it made from its
start. Both give the same rows: each step depends on the reports before it and on nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, func, insert, or_, select, text, update

from communique.ledger.commitments import Linker, Memory, Mention, mentions
from communique.ledger.commitments.thread import mention_keys
from communique.ledger.entry import Entry
from communique.ledger.rows import Wording
from communique.ledger.store import schema, threads
from communique.ledger.store.bodies import entries, row_body
from communique.ledger.store.engine import writing
from communique.ledger.store.write import index_all
from communique.ledger.wording import Lineages

_SECONDS = 1.0
"""So long are buckets derived in one transaction: others want to write too."""
_CHUNK = 200
_REMEMBERED = 2000
_mentions: dict[tuple[str, ...], tuple[Mention, ...]] = {}


def mentions_of(entry: Entry) -> tuple[Mention, ...]:
    """The mentions of a report; those of the last reports are remembered, as adding and deriving both ask."""
    key = (entry.report, entry.path or "", entry.merged or "", *(one.id for one in entry.records()))
    if key not in _mentions:
        if len(_mentions) >= _REMEMBERED:
            _mentions.clear()
        _mentions[key] = mentions(entry)
    return _mentions[key]


def buckets_of(entry: Entry) -> frozenset[str]:
    """The buckets that a report has something to say to."""
    found = {one.bucket for one in mentions_of(entry)}
    return frozenset(found | ({"|".join(entry.sides)} if entry.sides else set()))


def settle(engine: Engine, on_bucket: Callable[[int, int], None] | None = None) -> int:
    """Derive what is not up to date; returns how many buckets were. ``on_bucket`` hears (done, to do)."""
    done = 0
    while True:
        with writing(engine) as connection:
            _take_turns(connection)
            left = connection.scalar(select(func.count()).select_from(schema.dirty)) or 0
            rows = connection.execute(select(schema.dirty).order_by(schema.dirty.c.bucket).limit(200)).all()
            begun = time.monotonic()
            for number, row in enumerate(rows, 1):
                _derive(connection, row)
                if on_bucket is not None:
                    on_bucket(done + number, done + left)
                if time.monotonic() - begun > _SECONDS:
                    break
            else:
                number = len(rows)
            done += number
        if number >= left:
            return done


def rebuild(engine: Engine, on_bucket: Callable[[int, int], None] | None = None) -> int:
    """Drop all derived rows and make them again from the records; returns how many buckets there are.

    Stopped in the middle, the next ``settle`` goes on: what is not yet made is noted in the same transaction.
    """
    with writing(engine) as connection:
        _take_turns(connection)
        for table in (
            schema.formula, schema.thread_term, schema.standing, schema.thread, schema.bucket, schema.rung,
            schema.dirty, schema.bucket_report, schema.together, schema.involved, schema.occasion, schema.about,
        ):  # fmt: skip
            connection.execute(delete(table))
        index_all(connection, buckets_of)
    return settle(engine, on_bucket)


def _take_turns(connection: Connection) -> None:
    """On PostgreSQL, one derives at a time; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(4204)"))


def _derive(connection: Connection, dirty: Any) -> None:
    table = schema.bucket
    state = connection.execute(select(table).where(table.c.key == dirty.bucket)).first()
    last = (state.last_date, state.last_report) if state is not None else None
    appended = last is not None and not dirty.whole and (dirty.first_date, dirty.first_report) > last
    if not appended:
        _clear(connection, dirty.bucket)
        state = last = None
    lineages = Lineages.from_json(state.lineages) if state is not None else Lineages()
    kept = threads.Kept(connection, dirty.bucket) if appended else Memory()
    linker = Linker(kept)
    after = _after(last)
    reports = schema.bucket_report
    query = select(reports.c.report).where(reports.c.bucket == dirty.bucket, *after)
    numbers = list(connection.scalars(query.order_by(reports.c.date, reports.c.id)))
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        for number, entry in sorted(entries(connection, some).items(), key=lambda pair: pair[1].order):
            _follow(connection, dirty.bucket, number, entry, lineages, linker)
            last = entry.order
    threads.write(connection, kept.changed() if isinstance(kept, threads.Kept) else kept.all(), fresh=not appended)
    if last is not None:
        values = {"last_date": last[0], "last_report": last[1], "lineages": lineages.to_json()}
        if state is None:
            connection.execute(insert(table), {"key": dirty.bucket, **values})
        else:
            connection.execute(update(table).where(table.c.key == dirty.bucket), values)
    connection.execute(delete(schema.dirty).where(schema.dirty.c.bucket == dirty.bucket))


def _after(last: tuple[str, str] | None) -> Sequence[Any]:
    if last is None:
        return ()
    date, id = schema.bucket_report.c.date, schema.bucket_report.c.id  # noqa: A001 - the column's name
    return (or_(date > last[0], and_(date == last[0], id > last[1])),)


def _follow(connection: Connection, bucket: str, number: int, entry: Entry, lineages: Lineages, linker: Linker) -> None:
    own = [one for one in mentions_of(entry) if one.bucket == bucket]
    if isinstance(linker.threads, threads.Kept):
        linker.threads.expect(term for one in own for term in mention_keys(one))
    linker.take(own)
    if "|".join(entry.sides) != bucket:
        return
    rows = lineages.add(entry)
    if rows:
        records = _numbers_of(connection, rows)
        values = [_formula(bucket, number, n, row, records) for n, row in enumerate(rows)]
        connection.execute(insert(schema.formula), values)


def _formula(bucket: str, report: int, n: int, row: Wording, records: dict[str, int]) -> dict[str, Any]:
    return {
        "holder": row.holder, "issue": row.issue, "date": row.date or "", "report": report, "n": n, "bucket": bucket,
        "counterpart": row.counterpart or "", "stance": row.stance, "change": row.change,
        "record": records.get(row.record or ""), "body": row_body(row),
    }  # fmt: skip


def _numbers_of(connection: Connection, rows: Sequence[Wording]) -> dict[str, int]:
    ids = [row.record for row in rows if row.record]
    query = select(schema.record.c.id, schema.record.c.no).where(schema.record.c.id.in_(ids))
    return {row.id: row.no for row in connection.execute(query)}


def _clear(connection: Connection, bucket: str) -> None:
    """Take away all derived rows of a bucket."""
    own = select(schema.thread.c.id).where(schema.thread.c.bucket == bucket)
    connection.execute(delete(schema.standing).where(schema.standing.c.thread.in_(own)))
    connection.execute(delete(schema.thread_term).where(schema.thread_term.c.bucket == bucket))
    connection.execute(delete(schema.thread).where(schema.thread.c.bucket == bucket))
    connection.execute(delete(schema.formula).where(schema.formula.c.bucket == bucket))
    connection.execute(delete(schema.bucket).where(schema.bucket.c.key == bucket))

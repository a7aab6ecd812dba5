"""Brings a bucket up to date: follows its reports from the first that is new, older ones having been taken back.

Reports that come in order are appended. One that is older than the bucket's last, was read anew or taken away: all from
its place on are taken back, in the reverse order, and followed again. Either way the rows are those of following all
from the start: each step depends on the reports before it and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from communique.ledger.commitments import Linker, Memory
from communique.ledger.commitments.noted import Noted
from communique.ledger.commitments.thread import mention_keys
from communique.ledger.rows import Wording
from communique.ledger.shares import Share, unpack
from communique.ledger.store import followed, schema, thread_rows, threads
from communique.ledger.store.bodies import row_body
from communique.ledger.store.followed import Back, Order
from communique.ledger.wording import Lineages

_CHUNK = 200
_START: Order = ("", "")
_NOTHING = Back([], frozenset(), {})


def bring_up_to_date(connection: Connection, dirty: Any) -> None:
    """Derive what is not up to date in the bucket of a row of ``dirty``."""
    bucket, first = dirty.bucket, (dirty.first_date, dirty.first_report)
    state = connection.execute(select(schema.bucket).where(schema.bucket.c.key == bucket)).first()
    late = state is not None and first <= (state.last_date, state.last_report)
    fresh = state is None or dirty.whole or (late and not _followed_before(connection, bucket, first))
    if fresh:
        _clear(connection, bucket)
    lineages = Lineages() if state is None or fresh else Lineages.from_json(state.lineages)
    back = followed.take_back(connection, bucket, first, lineages) if late and not fresh else _NOTHING
    kept = Memory() if fresh else threads.Kept(connection, bucket, back.threads, back.written)
    _follow(connection, bucket, _START if fresh else first, kept, lineages)
    changed, written = (kept.all(), {}) if isinstance(kept, Memory) else (kept.changed(), kept.written)
    thread_rows.write(connection, changed, written)
    followed.drop_threads(connection, back.gone - {thread.id for thread in changed})
    _note(connection, bucket, lineages, new=fresh)
    connection.execute(delete(schema.dirty).where(schema.dirty.c.bucket == bucket))


def _followed_before(connection: Connection, bucket: str, first: Order) -> bool:
    """Whether anything was derived from a report that stands before ``first``."""
    table = schema.followed
    query = select(table.c.date, table.c.id).where(table.c.bucket == bucket)
    earliest = connection.execute(query.order_by(table.c.date, table.c.id).limit(1)).first()
    return earliest is not None and (earliest.date, earliest.id) < first


def _follow(connection: Connection, bucket: str, first: Order, kept: Memory | threads.Kept, lineages: Lineages) -> None:
    """Follow the reports of a bucket from ``first`` on."""
    noted = Noted(kept)
    linker = Linker(noted)
    for some in _reports(connection, bucket, first):
        rows: list[dict[str, Any]] = []
        for report, order, share in some:
            if isinstance(kept, threads.Kept):
                kept.expect(term for one in share.mentions for term in mention_keys(one))
            linker.take(share.mentions)
            said = lineages.take(share.said) if share.said is not None else []
            _put_formulas(connection, bucket, report, said)
            row = followed.row(bucket, order, report, noted.undo(), lineages.undo())
            rows += [row] if row is not None else []
        followed.keep(connection, rows)


def _reports(connection: Connection, bucket: str, first: Order) -> Iterator[list[tuple[int, Order, Share]]]:
    """The number, place and share of each report of a bucket, from ``first`` on, in their order, some at a time."""
    table = schema.bucket_report
    query = select(table).where(followed.since(table, bucket, first)).order_by(table.c.date, table.c.id).limit(_CHUNK)
    while rows := connection.execute(query).all():
        yield [(row.report, (row.date, row.id), unpack(row.body)) for row in rows]
        after = followed.since(table, bucket, (rows[-1].date, rows[-1].id), itself=False)
        query = select(table).where(after).order_by(table.c.date, table.c.id).limit(_CHUNK)


def _put_formulas(connection: Connection, bucket: str, report: int, rows: Sequence[Wording]) -> None:
    if rows:
        records = _numbers_of(connection, rows)
        values = [_formula(bucket, report, n, row, records) for n, row in enumerate(rows)]
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


def _note(connection: Connection, bucket: str, lineages: Lineages, *, new: bool) -> None:
    """Note up to which report the bucket is derived, and what later ones need of it."""
    table, reports = schema.bucket, schema.bucket_report
    query = select(reports.c.date, reports.c.id).where(reports.c.bucket == bucket)
    last = connection.execute(query.order_by(reports.c.date.desc(), reports.c.id.desc()).limit(1)).first()
    if last is None:
        connection.execute(delete(table).where(table.c.key == bucket))
        return
    values = {"last_date": last.date, "last_report": last.id, "lineages": lineages.to_json()}
    if new:
        connection.execute(insert(table), {"key": bucket, **values})
    else:
        connection.execute(update(table).where(table.c.key == bucket), values)


def _clear(connection: Connection, bucket: str) -> None:
    """Take away all derived rows of a bucket."""
    own = select(schema.thread.c.id).where(schema.thread.c.bucket == bucket)
    for table in (schema.standing, schema.step):
        connection.execute(delete(table).where(table.c.thread.in_(own)))
    for table in (schema.thread_term, schema.thread, schema.formula, schema.followed):
        connection.execute(delete(table).where(table.c.bucket == bucket))
    connection.execute(delete(schema.bucket).where(schema.bucket.c.key == bucket))

"""Timeline: the engagements of a country or of two, an occasion told by several reports once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.ledger.ask.dates import Span, end_of, span
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import sources
from communique.ledger.ask.rows import Occasion, Source, Told
from communique.ledger.corrections.names import names_of
from communique.ledger.occasion import occasion_key
from communique.ledger.rows import Rows
from communique.ledger.store import schema
from communique.ledger.store.bodies import decode
from communique.records import Engagement

_SPARE = 3
"""So many records are read for each occasion shown at most: several reports tell of one."""


def timeline(
    connection: Connection,
    a: str,
    b: str | None,
    *,
    since: str | None,
    until: str | None,
    limit: int,
    as_of: str | None = None,
) -> Rows[Occasion]:
    """See ``Questions.timeline``."""
    dates = span(since, until)
    codes = list(two(connection, a, b)) if b is not None else [resolve(connection, a)]
    end = end_of(as_of) if as_of else None
    every = _records(codes, dates, end)
    if limit:
        last = connection.scalar(_dates(codes, dates, end).offset(limit - 1).limit(1))
        every = _records(codes, Span(last, dates.after), end) if last else every
        every = every.limit(limit * _SPARE)
    found = connection.execute(every).all()
    cites = sources(connection, (row.report for row in found))
    names = names_of(connection)
    told = [(names.record(_engagement(row, cites)), cites[row.report]) for row in found]
    occasions = merged(told)
    return Rows(occasions[:limit] if limit else occasions, connection.scalar(_number(codes, dates, end)) or 0)


def _records(codes: list[str], dates: Span, end: str | None) -> Select[Any]:
    """The records of engagements, the newest first; of reports before ``end`` where that is given."""
    table, record, report = schema.together if len(codes) == 2 else schema.involved, schema.record, schema.report
    pairs = zip((table.c.a, table.c.b) if len(codes) == 2 else (table.c.code,), codes, strict=True)
    where = [*(column == code for column, code in pairs), table.c.layer == "engagement", *dates.within(table.c.date)]
    query = (
        select(record.c.no, record.c.id, record.c.report, record.c.layer, record.c.body)
        .join(table, table.c.record == record.c.no)
        .order_by(table.c.date.desc(), table.c.record.desc())
    )
    if end is not None:
        query = query.join(report, report.c.no == record.c.report).where(report.c.date < end)
    return query.where(*where)


def _number(codes: list[str], dates: Span, end: str | None) -> Select[Any]:
    """How many occasions these are, each counted once."""
    return select(func.count()).select_from(schema.occasion).where(*_occasions(codes, dates, end))


def _dates(codes: list[str], dates: Span, end: str | None) -> Select[Any]:
    """The dates of the occasions, the newest first."""
    date = schema.occasion.c.date
    return select(date).where(*_occasions(codes, dates, end)).order_by(date.desc())


def _occasions(codes: list[str], dates: Span, end: str | None) -> list[Any]:
    table = schema.occasion
    where = [table.c.a == codes[0], table.c.b == (codes[1] if len(codes) == 2 else ""), *dates.within(table.c.date)]
    return [*where, table.c.told < end] if end is not None else where


def _engagement(row: Any, cites: dict[int, Source]) -> Engagement:
    record = decode(row.layer, row.id, cites[row.report].report, row.body)
    assert isinstance(record, Engagement)
    return record


def merged(found: list[tuple[Engagement, Source]]) -> list[Occasion]:
    """Occasions, newest first: what several records tell of is one."""
    groups: dict[str, list[tuple[Engagement, Source]]] = {}
    for one, source in found:
        groups.setdefault(occasion_key(one, source.report), []).append((one, source))
    return [_occasion(group) for group in groups.values()]


def _occasion(group: list[tuple[Engagement, Source]]) -> Occasion:
    group = sorted(group, key=lambda pair: (pair[1].date or "", pair[1].report))
    best = max((one for one, _ in group), key=lambda one: (one.status == "held", one.main, len(one.participants)))
    names = dict.fromkeys(name for one, _ in group for name in one.participants)
    return Occasion(
        date_start=best.date_start,
        date_end=best.date_end,
        kind=best.kind,
        status=best.status,
        place=best.place or next((one.place for one, _ in group if one.place), None),
        parties=best.parties,
        participants=tuple(names),
        level=best.level or next((one.level for one, _ in group if one.level), None),
        ordinal=best.ordinal or next((one.ordinal for one, _ in group if one.ordinal), None),
        told=tuple(Told(source, one.id, one.evidence) for one, source in group),
    )

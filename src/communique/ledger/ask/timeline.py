"""Timeline: the engagements of a country or of two, an occasion told by several reports once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, FromClause, Select, func, select

from communique.ledger.ask.dates import Span, end_of, span
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
"""Records read for each occasion shown: several reports tell of one."""


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
    codes = sorted({resolve(connection, name) for name in (a, b) if name is not None})
    query, total = _matching(codes, dates, end_of(as_of) if as_of else None)
    query = query.limit(limit * _SPARE if limit else None)
    found = connection.execute(query).all()
    cites = sources(connection, (row.report for row in found))
    names = names_of(connection)
    told = [(names.record(_engagement(row, cites)), cites[row.report]) for row in found]
    occasions = merged(told)
    number = connection.scalar(total) or 0
    complete = len(found) == number
    shown = occasions[:limit] if limit else occasions
    return Rows(shown, len(occasions) if complete else number)


def _matching(codes: list[str], dates: Span, end: str | None) -> tuple[Select[Any], Select[Any]]:
    """The records of engagements, the newest first, and their number; of reports before ``end`` where that is given."""
    table = schema.together if len(codes) == 2 else schema.involved
    pairs = zip((table.c.a, table.c.b) if len(codes) == 2 else (table.c.code,), codes, strict=True)
    where = [column == code for column, code in pairs]
    where.append(table.c.layer == "engagement")
    if dates.first:
        where.append(table.c.date >= dates.first)
    if dates.after:
        where.append(table.c.date < dates.after)
    record, source = schema.record, table.join(schema.record, table.c.record == schema.record.c.no)
    counted: FromClause = table
    if end is not None:
        counted = source = source.join(schema.report, record.c.report == schema.report.c.no)
        where.append(schema.report.c.date < end)
    query = (
        select(record.c.no, record.c.id, record.c.report, record.c.layer, record.c.body)
        .select_from(source)
        .where(*where)
        .order_by(table.c.date.desc(), table.c.record.desc())
    )
    return query, select(func.count()).select_from(counted).where(*where)


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

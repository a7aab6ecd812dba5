"""Dealings: who is in the ledger, who deals with whom and how often, and which reports tell of it.

An occasion is counted once, however many reports tell of it, from the first report that says it was held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Table, func, select, union_all

from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.dates import Span, span
from communique.ledger.ask.given import of_each
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import called, resolve
from communique.ledger.ask.reports import SOURCE, source
from communique.ledger.ask.rows import Coverage, Dyad, Party, Presence, Source
from communique.ledger.rows import Rows
from communique.ledger.store import schema

_HELD, _ABOUT = schema.occasion, schema.about


def parties(connection: Connection, *, as_of: str | None) -> Rows[Party]:
    """See ``Questions.parties``."""
    return Rows(_parties(connection, None, as_of))


def names(connection: Connection, *, as_of: str | None) -> dict[str, str]:
    """See ``Questions.names``: from each to the next in the index, so that no more is read than there are parties."""
    first = select(func.min(_ABOUT.c.a).label("a")).where(_ABOUT.c.b == "").cte("code", recursive=True)
    behind = select(func.min(_ABOUT.c.a)).where(_ABOUT.c.b == "", _ABOUT.c.a > first.c.a).scalar_subquery()
    codes = first.union_all(select(behind).where(first.c.a.is_not(None)))
    told = select(_ABOUT.c.a).where(_ABOUT.c.a == codes.c.a, _ABOUT.c.b == "", *_known(connection, as_of)).exists()
    found = connection.scalars(select(codes.c.a).where(codes.c.a.is_not(None), told).order_by(codes.c.a))
    return {code: called(code) for code in found}


def _known(connection: Connection, as_of: str | None) -> list[ColumnElement[bool]]:
    return [_ABOUT.c.date < AsOf.of(connection, as_of).end] if as_of else []


def party(connection: Connection, code: str, *, as_of: str | None) -> Party:
    """The line of one party; with nothing to count where no report was about it yet."""
    found = _parties(connection, code, as_of)
    return found[0] if found else Party(code, called(code), 0, 0, None)


def _parties(connection: Connection, code: str | None, as_of: str | None) -> list[Party]:
    end = AsOf.of(connection, as_of).end if as_of else None

    def known(table: Any) -> list[ColumnElement[bool]]:
        return [table.c.b == "", *([table.c.date < end] if end is not None else [])]

    columns = (_ABOUT.c.a, func.count().label("reports"), func.sum(_ABOUT.c.statements).label("statements"))
    where = [*known(_ABOUT), *([_ABOUT.c.a == code] if code is not None else [])]
    each = select(*columns).where(*where).group_by(_ABOUT.c.a).subquery("each")
    query = select(each, _last(_ABOUT, known, each, "a")).order_by(each.c.a)
    return [
        Party(row.a, called(row.a), row.reports, int(row.statements), row.last or None)
        for row in connection.execute(query)
    ]


def _last(table: Table, where: Callable[[Any], list[ColumnElement[bool]]], each: Any, *by: str) -> Label[str]:
    """The newest date of each group: one look into the index. To compare those of all takes as long as to count all."""
    own = table.alias("own")
    same = [own.c[name] == each.c[name] for name in by]
    return select(func.max(own.c.date)).where(*where(own), *same).scalar_subquery().label("last")


def presence(connection: Connection, *, since: str | None, until: str | None, as_of: str | None) -> Rows[Presence]:
    """See ``Questions.presence``."""
    dates, at = span(since, until), AsOf.of(connection, as_of)

    def alone(table: Any) -> list[ColumnElement[bool]]:
        return [table.c.b == "", table.c.a > "", *_held(table, dates, at)]

    times = func.count().label("engagements")
    each = select(_HELD.c.a, times).where(*alone(_HELD)).group_by(_HELD.c.a).subquery("each")
    counted = connection.execute(select(each, _last(_HELD, alone, each, "a"))).all()
    pair = select(_HELD.c.a, _HELD.c.b).distinct().where(_HELD.c.b > "", *_held(_HELD, dates, at)).cte("pair")
    both = union_all(select(pair.c.a.label("code")), select(pair.c.b)).subquery("both")
    met = connection.execute(select(both.c.code, func.count().label("number")).group_by(both.c.code))
    partners = {row.code: row.number for row in met}
    found = [
        Presence(row.a, called(row.a), row.engagements, partners.get(row.a, 0), row.last or None) for row in counted
    ]
    return Rows(sorted(found, key=lambda row: (-row.engagements, row.code)))


def busiest(
    connection: Connection, *, since: str | None, until: str | None, as_of: str | None, limit: int
) -> Rows[Dyad]:
    """See ``Questions.busiest``."""
    dates, at = span(since, until), AsOf.of(connection, as_of)

    def two_sided(table: Any) -> list[ColumnElement[bool]]:
        return [table.c.b > "", *_held(table, dates, at)]

    by, times = (_HELD.c.b, _HELD.c.a), func.count().label("engagements")  # as its narrowest index has them
    each = select(*by, times).where(*two_sided(_HELD)).group_by(*by).subquery("each")
    place, total = func.rank().over(order_by=each.c.engagements.desc()), func.count().over()
    ranked = select(each, place.label("place"), total.label("total")).subquery("ranked")
    query = select(ranked, _last(_HELD, two_sided, ranked, "b", "a"))
    found = list(connection.execute(query.where(ranked.c.place <= limit) if limit else query))
    number = found[0].total if found else 0
    found.sort(key=lambda row: row.b)
    found.sort(key=lambda row: (row.engagements, row.last, row.a), reverse=True)
    shown = found[:limit] if limit else found
    return Rows(_dyads(connection, [(row.a, row.b, row.engagements, row.last) for row in shown], at), number)


def partners(
    connection: Connection, country: str, *, since: str | None, until: str | None, as_of: str | None, limit: int
) -> Rows[Dyad]:
    """See ``Questions.partners``."""
    code, at = resolve(connection, country), AsOf.of(connection, as_of)
    held = _held(_HELD, span(since, until), at)
    met = {
        row.b: (row.engagements, row.last) for row in _engaged(connection, [_HELD.c.a == code, _HELD.c.b > "", *held])
    }
    met |= {row.a: (row.engagements, row.last) for row in _engaged(connection, [_HELD.c.b == code, *held])}
    for own, other in ((_ABOUT.c.a, _ABOUT.c.b), (_ABOUT.c.b, _ABOUT.c.a)):
        told = select(other).distinct().where(own == code, other > "", _ABOUT.c.date < at.end)
        met |= {other: (0, "") for other in connection.scalars(told) if other not in met}
    ranked = sorted(met, key=lambda other: (-met[other][0], other))
    shown = ranked[:limit] if limit else ranked
    return Rows(_dyads(connection, [(code, other, *met[other]) for other in shown], at), len(ranked))


def reports_about(
    connection: Connection, a: str, b: str | None, *, since: str | None, until: str | None, limit: int
) -> Rows[Source]:
    """See ``Questions.reports_about``."""
    where = _about(connection, a, b, span(since, until))
    total = connection.scalar(select(func.count()).select_from(_ABOUT).where(*where)) or 0
    query = select(*SOURCE).join(_ABOUT, _ABOUT.c.report == schema.report.c.no).where(*where)
    latest = query.order_by(_ABOUT.c.date.desc(), _ABOUT.c.report.desc()).limit(limit or None)
    return Rows((source(row) for row in connection.execute(latest).all()), total)


def outlets(
    connection: Connection, a: str, b: str | None, *, since: str | None, until: str | None
) -> dict[str, str | None]:
    """See ``Questions.outlets``."""
    query = select(schema.report.c.id, schema.report.c.outlet_country)
    about = query.join(_ABOUT, _ABOUT.c.report == schema.report.c.no).where(
        *_about(connection, a, b, span(since, until))
    )
    return {row.id: row.outlet_country for row in connection.execute(about)}


def coverage(connection: Connection, a: str, b: str | None, *, since: str | None, until: str | None) -> Rows[Coverage]:
    """See ``Questions.coverage``."""
    country, date, number = schema.report.c.outlet_country, schema.report.c.date, func.count().label("reports")
    columns = (country, number, func.min(func.nullif(date, "")).label("first"), func.max(date).label("last"))
    query = select(*columns).join(_ABOUT, _ABOUT.c.report == schema.report.c.no)
    found = connection.execute(query.where(*_about(connection, a, b, span(since, until))).group_by(country))
    rows = [Coverage(row.outlet_country, row.reports, row.first, row.last or None) for row in found]
    return Rows(sorted(rows, key=lambda row: (-row.reports, row.outlet_country or "")))


def _about(connection: Connection, a: str, b: str | None, dates: Span) -> list[ColumnElement[bool]]:
    one, other = two(connection, a, b) if b is not None else (resolve(connection, a), "")
    return [_ABOUT.c.a == one, _ABOUT.c.b == other, *dates.within(_ABOUT.c.date)]


def _held(table: Any, dates: Span, at: AsOf) -> list[ColumnElement[bool]]:
    """Occasions that were told as held by then; with a day given, only those of a known date are within it."""
    return [table.c.held < at.end, *dates.within(table.c.date)]


def _engaged(connection: Connection, where: Sequence[ColumnElement[bool]]) -> list[Any]:
    query = select(_HELD.c.a, _HELD.c.b, func.count().label("engagements"), func.max(_HELD.c.date).label("last"))
    return list(connection.execute(query.where(*where).group_by(_HELD.c.a, _HELD.c.b)))


def _dyads(connection: Connection, found: Sequence[tuple[str, str, int, str]], at: AsOf) -> list[Dyad]:
    """Rows of two sides, with how many reports are about both and how much is open between them."""
    between = _BETWEEN.format(true="1" if connection.dialect.name == "sqlite" else "true")
    counts = of_each(connection, between, [sorted((a, b)) for a, b, _, _ in found], end=at.end)
    return [
        Dyad(a, b, engagements, last or None, row.reports, row.told or None, row.open)
        for (a, b, engagements, last), row in zip(found, counts, strict=True)
    ]


_BETWEEN = """
    (SELECT count(*) FROM about WHERE a = given.v0 AND b = given.v1 AND date < :end) AS reports,
    (SELECT max(date) FROM about WHERE a = given.v0 AND b = given.v1 AND date < :end) AS told,
    (SELECT count(*) FROM standing
     WHERE a = given.v0 AND b = given.v1 AND until >= :end AND since < :end AND open = {true}) AS open
"""

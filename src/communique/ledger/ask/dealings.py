"""Dealings: who is in the ledger, who deals with whom and how often, and which reports tell of it.

An occasion is counted once, however many reports tell of it, from the first report that says it was held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Select, Table, func, select, union_all
from sqlalchemy import literal_column as literally

from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.dates import Span, span
from communique.ledger.ask.given import of_each
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import called, resolve
from communique.ledger.ask.reports import SOURCE, mostly_within, source
from communique.ledger.ask.rows import Coverage, Dyad, Party, Presence, Source
from communique.ledger.commitments import EVER
from communique.ledger.rows import Rows
from communique.ledger.store import schema

_HELD, _ABOUT, _MET = schema.occasion, schema.about, schema.met


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
    engaged = _Engaged(connection, span(since, until), AsOf.of(connection, as_of))
    counted = connection.execute(engaged.with_last(lambda table: [table.c.b == "", table.c.a > ""])).all()
    pair = engaged.pairs().cte("pair")
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
    at = AsOf.of(connection, as_of)
    engaged = _Engaged(connection, span(since, until), at)
    each = engaged.each(lambda table: [table.c.b > ""]).subquery("each")
    place, total = func.rank().over(order_by=each.c.engagements.desc()), func.count().over()
    ranked = select(each, place.label("place"), total.label("total")).subquery("ranked")
    query = select(ranked, engaged.last(ranked))
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
    engaged = _Engaged(connection, span(since, until), at)
    first = connection.execute(engaged.with_last(lambda table: [table.c.a == code, table.c.b > ""]))
    met = {row.b: (row.engagements, row.last) for row in first}
    second = connection.execute(engaged.with_last(lambda table: [table.c.b == code]))
    met |= {row.a: (row.engagements, row.last) for row in second}
    met |= {other: (0, "") for other in _told_of(connection, code, at) if other not in met}
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


_Where = Callable[[Any], list[ColumnElement[bool]]]
"""That rows are of some parties: of a table with ``a`` and ``b``."""


class _Engaged:
    """How often parties engaged, by what is told as held; with a day given, only occasions of a known date are within it.

    What is known of all time is kept (``met``): as of a day it is counted, and so is what is not within the dates asked
    for, or what is, whichever is less.
    """

    def __init__(self, connection: Connection, dates: Span, at: AsOf) -> None:
        self._dates, self._at, self._kept = dates, at, at.end == EVER
        self._mostly = self._kept and mostly_within(connection, dates)

    def _held(self, table: Any, dates: Span) -> list[ColumnElement[bool]]:
        return [table.c.held < self._at.end, *dates.within(table.c.date)]

    def each(self, where: _Where) -> Select[Any]:
        """Of those parties that engaged: ``a``, ``b``, how many ``engagements``."""
        if not self._kept:
            by = (_HELD.c.b, _HELD.c.a)  # as its narrowest index has them
            held = [*where(_HELD), *self._held(_HELD, self._dates)]
            return select(*by, func.count().label("engagements")).where(*held).group_by(*by)
        every = select(_MET.c.a, _MET.c.b, self._times().label("engagements")).where(*where(_MET))
        counted = every.offset(0).subquery(
            "counted"
        )  # else it is put into what asks for it, and counted there once more
        return select(counted).where(counted.c.engagements > 0)

    def _times(self) -> ColumnElement[int]:
        first, after = self._dates.first, self._dates.after
        if not self._mostly:
            return self._number(self._dates)
        outside = [Span(after=first)] if first else []
        times: ColumnElement[int] = _MET.c.times
        for dates in [*outside, *([Span(first=after)] if after else [])]:
            times = times - self._number(dates)
        return times

    def _number(self, dates: Span) -> ColumnElement[int]:
        return select(func.count()).where(*self._of(_MET, dates)(_HELD)).correlate(_MET).scalar_subquery()

    def _of(self, each: Any, dates: Span) -> _Where:
        return lambda table: [table.c.b == each.c.b, table.c.a == each.c.a, *self._held(table, dates)]

    def last(self, each: Any) -> Label[str]:
        """The date of the last time: one look into the index. To compare those of all takes as long as to count all."""
        own = _HELD.alias("own")
        return select(func.max(own.c.date)).where(*self._of(each, self._dates)(own)).scalar_subquery().label("last")

    def with_last(self, where: _Where) -> Select[Any]:
        """The same as ``each``, with the ``last`` time."""
        each = self.each(where).subquery("each")
        return select(each, self.last(each))

    def pairs(self) -> Select[Any]:
        """Every two that engaged."""
        if not self._kept:
            held = self._held(_HELD, self._dates)
            return select(_HELD.c.a, _HELD.c.b).distinct().where(_HELD.c.b > "", *held)
        pairs = select(_MET.c.a, _MET.c.b).where(_MET.c.b > "")
        if self._dates == Span():
            return pairs
        return pairs.where(select(literally("1")).where(*self._of(_MET, self._dates)(_HELD)).correlate(_MET).exists())


def _told_of(connection: Connection, code: str, at: AsOf) -> list[str]:
    """All that reports are about together with a party: from each to the next in the index, not through all reports."""
    found: list[str] = []
    for own, other in ((_ABOUT.c.a, _ABOUT.c.b), (_ABOUT.c.b, _ABOUT.c.a)):
        least = select(func.min(other).label("other"))
        each = least.where(own == code, other > "").cte("other", recursive=True)
        behind = least.where(own == code, other > each.c.other).scalar_subquery()
        others = each.union_all(select(behind).where(each.c.other.is_not(None)))
        known = select(literally("1")).where(own == code, other == others.c.other, _ABOUT.c.date < at.end).exists()
        found += connection.scalars(select(others.c.other).where(others.c.other.is_not(None), known))
    return found


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

"""Overview: what is new since a day; a country at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select
from sqlalchemy import literal_column as literally

from communique.ledger.ask import dealings, positions, reports, timeline
from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.commitments import THREAD, begun, count, shown
from communique.ledger.ask.commitments import first as first_of
from communique.ledger.ask.dates import checked
from communique.ledger.ask.ladder import two
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.rows import Country, Fresh, Occasion, Tally
from communique.ledger.commitments import EVER
from communique.ledger.rows import Commitment, Rows, Rung
from communique.ledger.store import schema
from communique.ledger.store.bodies import made
from communique.ledger.store.counts import tellings

_DAYS = 30
"""What is new by default: the reports of so many days before the newest."""
_NEWS = 31
"""What a report tells of is news where it happened so many days before the time asked for at most; else it looks back."""
_AFTER = "~"
_STANDING, _THREAD, _OCCASION, _RUNG = schema.standing, schema.thread, schema.occasion, schema.rung


def fresh(connection: Connection, *, since: str | None, as_of: str | None, limit: int) -> Fresh:
    """See ``Questions.fresh``."""
    at = AsOf.of(connection, as_of)
    if not at.day:
        return Fresh(None, None, Rows(), Rows(), Rows(), Rows(), Rows(), Rows(), Rows())
    first = checked(since, "since") if since else _before(at.day, _DAYS)
    return Fresh(
        since=first, until=at.day,
        reports=reports.listed(connection, None, since=first, until=at.day, limit=limit),
        engagements=_engagements(connection, first, at, limit),
        stated=_stated(connection, first, at, limit),
        done=_done(connection, first, at, limit),
        lapsed=_lapsed(connection, first, at, limit),
        turns=positions.turns(connection, holder=None, issue=None, since=first, until=at.day, limit=limit),
        rungs=_rungs(connection, first, at, limit),
    )  # fmt: skip


def _before(day: str, days: int) -> str:
    return str(_first(day) - timedelta(days)) if _first(day) > date.min + timedelta(days) else day


def _first(day: str) -> date:
    year, month, of_month = (*day.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(of_month))


def _engagements(connection: Connection, first: str, at: AsOf, limit: int) -> Rows[Occasion]:
    """Occasions that are first told as held in this time, and took place in it or shortly before."""
    recent = _OCCASION.c.date + _AFTER >= _before(first, _NEWS)
    where = [_OCCASION.c.a == literally("''"), _OCCASION.c.held >= first, _OCCASION.c.held < at.end, recent]
    total = connection.scalar(select(func.count()).select_from(_OCCASION).where(*where)) or 0
    columns = (_OCCASION.c.date, _OCCASION.c.id, _OCCASION.c.parties)
    latest = (
        select(*columns)
        .where(*where)
        .order_by(_OCCASION.c.held.desc(), _OCCASION.c.date.desc(), _OCCASION.c.id)
        .limit(limit or None)
    )
    found = [_occasion(connection, row, at) for row in connection.execute(latest).all()]
    return Rows((one for some in found for one in some), total)


def _occasion(connection: Connection, row: Any, at: AsOf) -> list[Occasion]:
    """The occasion as the timeline has it."""
    every = tellings(connection, row.date, row.parties.split("|"), row.id)
    known = [(told, one) for told, one in every if told.told < at.end]
    cites = reports.sources(connection, (told.source for told, _ in known))
    return timeline.merged([(one, cites[told.source]) for told, one in known])


def _stated(connection: Connection, first: str, at: AsOf, limit: int) -> Rows[Commitment]:
    known = [begun(at)] if at.end != EVER else ()
    began = (_THREAD.c.first_date >= first, _THREAD.c.first_date < at.end, *known)
    total = connection.scalar(select(func.count()).select_from(_THREAD).where(*began)) or 0
    newest = select(*THREAD).where(*began)
    latest = newest.order_by(_THREAD.c.first_date.desc(), _THREAD.c.id).limit(limit or None)
    return Rows(shown(connection, latest, at), total)


def _done(connection: Connection, first: str, at: AsOf, limit: int) -> Rows[Commitment]:
    """What is told as done since then and was not before."""

    def done(table: Any) -> tuple[ColumnElement[bool], ...]:  # as the indices have it
        return table.c.a == literally("''"), table.c.b == literally("''"), table.c.state == literally("'done'")

    since, earlier = _STANDING.c.since, _STANDING.alias("earlier")
    same = (earlier.c.thread == _STANDING.c.thread, earlier.c.since < first)
    before: Select[Any] = select(literally("1")).where(*done(earlier), *same)
    stood = select(_STANDING.c.thread, func.min(since).label("since")).where(
        *done(_STANDING), since >= first, since < at.end, ~before.exists()
    )
    turned = stood.group_by(_STANDING.c.thread).subquery("turned")
    newest = select(turned.c.thread, func.count().over().label("total"))
    rows = connection.execute(newest.order_by(turned.c.since.desc(), turned.c.thread).limit(limit or None)).all()
    place = {row.thread: number for number, row in enumerate(rows)}
    found = select(*THREAD).where(_THREAD.c.id.in_(place))
    in_order = found.order_by(case(place, value=_THREAD.c.id)) if place else found
    return Rows(shown(connection, in_order, at), rows[0].total if rows else 0)


def _lapsed(connection: Connection, first: str, at: AsOf, limit: int) -> Rows[Commitment]:
    """What fell due in this time, of which nothing was told since; what was due in a month or year, when that ended."""
    due = _STANDING.c.due
    silent = (*at.stood("", ""), *at.awaited, _STANDING.c.last_date < due + _AFTER)
    whens = [(due >= first[:7], due + _AFTER >= first, *at.over)]
    year = first[:4]
    if first > year and year < at.day[:4]:
        whens.append((due >= year, due < f"{year}-"))
    rows: list[Commitment] = []
    total = 0
    for when in whens:
        where = [*when, *silent]
        total += count(connection, where)
        if not limit or len(rows) < limit:
            rows += shown(connection, first_of(where, lambda c: (c.due.desc(), c.thread), limit), at)
    return Rows(rows[:limit] if limit else rows, total)


_EVENTS = ("established", "upgraded", "agreed", "proposed")


def _rungs(connection: Connection, first: str, at: AsOf, limit: int) -> Rows[Rung]:
    """Steps that are told in this time and happened in it, each in the words of the first report of it."""
    recent = or_(_RUNG.c.happened == "", _RUNG.c.happened + _AFTER >= _before(first, _NEWS))
    where = (_RUNG.c.event.in_(_EVENTS), _RUNG.c.date >= first, _RUNG.c.date < at.end, recent)
    columns = (_RUNG.c.a, _RUNG.c.b, _RUNG.c.event, _RUNG.c.happened, _RUNG.c.body)
    query = select(*columns).where(*where).order_by(_RUNG.c.date, _RUNG.c.report, _RUNG.c.n)
    steps: dict[tuple[str, ...], str] = {}
    for row in connection.execute(query):
        steps.setdefault((row.a, row.b, row.event, row.happened), row.body)
    latest = list(reversed(steps.items()))
    shown = latest[:limit] if limit else latest
    return Rows((replace(made(Rung, body), parties=(a, b)) for (a, b, *_), body in shown), len(latest))


def tally(connection: Connection, a: str, b: str | None, *, as_of: str | None) -> Rows[Tally]:
    """See ``Questions.tally``."""
    one, other = two(connection, a, b) if b is not None else (resolve(connection, a), "")
    return _tally(connection, one, other, AsOf.of(connection, as_of))


def _tally(connection: Connection, one: str, other: str, at: AsOf) -> Rows[Tally]:
    by = (_STANDING.c.kind, _STANDING.c.state)
    silent = (_STANDING.c.last_date < _STANDING.c.due + _AFTER).label("silent")
    every = select(*by, func.count().label("number")).where(*at.stand(one, other)).group_by(*by)
    late = select(*by, silent, func.count().label("number")).where(*at.stood(one, other), *at.awaited, *at.over)
    late = late.group_by(*by, silent)
    found: dict[tuple[str, str], list[int]] = {
        (row.kind, row.state): [row.number, 0] for row in connection.execute(every)
    }
    for row in connection.execute(late):  # few of all: what is to be asked of each is asked of these alone
        found[row.kind, row.state][0] -= row.number
        counts = found.setdefault((row.kind, "lapsed" if row.silent else row.state), [0, 0])
        counts[0] += row.number
        counts[1] += row.number
    return Rows(Tally(kind, state, *counts) for (kind, state), counts in sorted(found.items()) if counts[0])


def country(connection: Connection, name: str, *, as_of: str | None, limit: int) -> Country:
    """See ``Questions.country``."""
    code, at = resolve(connection, name), AsOf.of(connection, as_of)
    until = at.day or None
    return Country(
        party=dealings.party(connection, code, as_of=as_of),
        reports=dealings.reports_about(connection, code, None, since=None, until=as_of, limit=limit),
        engagements=timeline.timeline(connection, code, None, since=None, until=until, limit=limit),
        positions=positions.matrix(connection, holder=code, issue=None, as_of=as_of, limit=0),
        commitments=_tally(connection, code, "", at),
        partners=dealings.partners(connection, code, since=None, until=until, as_of=as_of, limit=limit),
    )  # fmt: skip

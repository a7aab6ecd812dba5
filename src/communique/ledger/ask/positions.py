"""Positions: holder by issue, as of any day; and how they changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, Label, Subquery, and_, func, select, tuple_
from sqlalchemy import literal_column as literally

from communique.ledger.ask.dates import end_of, span
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import sources
from communique.ledger.ask.rows import Cell, Turn
from communique.ledger.kept import evidence_of
from communique.ledger.rows import Holder, Rows, Wording
from communique.ledger.store.bodies import made
from communique.ledger.store.schema import formula as table


def matrix(
    connection: Connection,
    *,
    holder: str | Sequence[str] | None,
    issue: str | None,
    as_of: str | None,
    limit: int,
) -> Rows[Cell]:
    """See ``Questions.positions``."""
    where = _where(connection, holder, issue)
    if as_of:
        where.append(table.c.date < end_of(as_of))
    taken = [*where, table.c.stance.is_not(None)]
    course = (
        select(
            table.c.holder, table.c.issue, func.min(table.c.date).label("first"), func.max(table.c.date).label("last"),
            func.count().label("times"),
        ).where(*taken).group_by(table.c.holder, table.c.issue).subquery()
    )  # fmt: skip
    query = (
        select(course.c.first, course.c.times, table.c.holder, table.c.issue, table.c.stance, table.c.report,
               table.c.n, table.c.date, table.c.body, _silent_since(course, as_of))
        .join(course, and_(course.c.holder == table.c.holder, course.c.issue == table.c.issue,
                           course.c.last == table.c.date))
        .where(table.c.stance.is_not(None))
    )  # fmt: skip
    latest: dict[tuple[str, str], Any] = {}
    for row in connection.execute(query):
        before = latest.get((row.holder, row.issue))
        if before is None or (row.report, row.n) > (before.report, before.n):
            latest[row.holder, row.issue] = row
    shown = sorted(latest)[:limit] if limit else sorted(latest)
    return Rows((_cell(latest[key]) for key in shown), len(latest))


def holders(connection: Connection, *, issue: str | None, as_of: str | None, limit: int) -> Rows[Holder]:
    """See ``Questions.holders``."""
    where = [*_where(connection, None, issue), table.c.stance.is_not(None)]
    if as_of:
        where.append(table.c.date < end_of(as_of))
    times = func.count().label("times")
    query = select(table.c.holder, times, func.max(table.c.date).label("last")).where(*where).group_by(table.c.holder)
    found = connection.execute(query.order_by(times.desc(), table.c.holder)).all()
    shown = found[:limit] if limit else found
    return Rows((Holder(row.holder, row.times, row.last or None) for row in shown), len(found))


def _where(connection: Connection, holder: str | Sequence[str] | None, issue: str | None) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if isinstance(holder, str) and holder:
        where.append(table.c.holder == resolve(connection, holder))
    elif holder:
        where.append(table.c.holder.in_([resolve(connection, one) for one in holder]))
    if issue:
        where.append(table.c.issue == issue)
    return where


def _silent_since(course: Subquery, as_of: str | None) -> Label[str]:
    """The first time after its last telling that a holder's own side could have said it and did not."""
    after = table.alias("after")
    where = [after.c.holder == course.c.holder, after.c.issue == course.c.issue, after.c.date > course.c.last]
    if as_of:
        where.append(after.c.date < end_of(as_of))
    query = select(func.min(after.c.date)).where(*where, after.c.change == "dropped")
    return query.scalar_subquery().label("silent_since")


def _cell(row: Any) -> Cell:
    body = from_json(row.body)
    return Cell(
        holder=row.holder, issue=row.issue, stance=row.stance, first_said=row.first or None, last_said=row.date or None,
        silent_since=row.silent_since, times=row.times, report=body["report"], path=body["path"], formula=body["formula"],
        evidence=evidence_of(body["evidence"]),
    )  # fmt: skip


_EVENTS = {
    "first": "taken",
    "dropped": "dropped",
    "hardened": "reworded",
    "softened": "reworded",
    "reworded": "reworded",
}


def turns(
    connection: Connection, *, holder: str | None, issue: str | None, since: str | None, until: str | None, limit: int
) -> Rows[Turn]:
    """See ``Questions.turns``."""
    dates = span(since, until)
    turned = (
        table.c.change != literally("'same'"),
        table.c.issue.not_like(literally("'label:%'")),
    )  # as its index has it
    where = [*_where(connection, holder, issue), *turned, *dates.within(table.c.date)]
    order = (table.c.date.desc(), table.c.report.desc(), table.c.n.desc())
    columns = (table.c.date, table.c.report, table.c.n, table.c.holder, table.c.issue, table.c.bucket, table.c.stance,
               table.c.change, table.c.body)  # fmt: skip
    shown = select(*columns).where(*where).order_by(*order).limit(limit or None).subquery("shown")
    latest = (shown.c.date.desc(), shown.c.report.desc(), shown.c.n.desc())
    rows = connection.execute(select(shown, _before(shown)).order_by(*latest)).all()
    total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
    cites = sources(connection, (row.report for row in rows))
    return Rows((_turn(row, cites[row.report].report) for row in rows), total)


def _before(shown: Subquery) -> Label[str]:
    """The body of the last formula of the same lineage before each step."""
    own = table.alias("earlier")
    earlier = tuple_(own.c.date, own.c.report, own.c.n) < tuple_(shown.c.date, shown.c.report, shown.c.n)
    same = (own.c.holder == shown.c.holder, own.c.issue == shown.c.issue, own.c.bucket == shown.c.bucket)
    query = select(own.c.body).where(*same, own.c.change != "dropped", earlier)
    last = query.order_by(own.c.date.desc(), own.c.report.desc(), own.c.n.desc()).limit(1)
    return last.scalar_subquery().label("before")


def _turn(row: Any, report: str) -> Turn:
    now = made(Wording, row.body)
    before = made(Wording, row.before) if row.before is not None else None
    event = _EVENTS.get(row.change, row.change)
    if before is not None and row.stance and before.stance and before.stance != row.stance:
        event = "reversed"
    return Turn(
        date=row.date or None, holder=row.holder, issue=row.issue, event=event,
        before=before.formula if before is not None else None, after=now.formula,
        report=report, path=now.path, evidence=now.evidence,
    )  # fmt: skip

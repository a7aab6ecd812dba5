"""Corrections in the database. Nothing is deleted: an undoing is noted, and since when what comes of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from communique.ledger import moments
from communique.ledger.corrections.rows import Correction
from communique.ledger.store import schema
from communique.ledger.store.bodies import decode, encode

_TABLE, _REPORT, _EFFECT = schema.correction, schema.report, schema.effect
_COLUMNS = (*_TABLE.c, _REPORT.c.id.label("report_id"))
_FROM = _TABLE.join(_REPORT, _TABLE.c.report == _REPORT.c.no)


def of_page(connection: Connection, page: str) -> list[Correction]:
    """All corrections of a page, whichever version they were made on, oldest first; the undone ones too."""
    query = select(*_COLUMNS).select_from(_FROM).where(_REPORT.c.page == page).order_by(_TABLE.c.no)
    return [_made(row) for row in connection.execute(query)]


def found(
    connection: Connection, where: Iterable[ColumnElement[bool]], limit: int | None, *, end: str | None = None
) -> Iterator[Correction]:
    """Those that fulfil ``where``, newest first; with ``end`` (``dates.end_at``) as each stood then."""
    query = select(*_COLUMNS).select_from(_FROM).where(*where).order_by(_TABLE.c.no.desc()).limit(limit)
    if end is None:
        return (_made(row) for row in connection.execute(query))
    rows = connection.execute(query.add_columns(_effect_then(end).label("effect_then")))
    return (_as_then(_made(row), row.effect_then, end) for row in rows)


def _effect_then(end: str) -> Any:
    then = select(_EFFECT.c.effect).where(_EFFECT.c.correction == _TABLE.c.no, _EFFECT.c.since <= end)
    return then.order_by(_EFFECT.c.since.desc()).limit(1).scalar_subquery()


def _as_then(one: Correction, effect: Any, end: str) -> Correction:
    if one.undone_at is not None and moments.sorting(one.undone_at) > end:
        one = replace(one, undone_by=None, undone_at=None, undone_why=None)
    return replace(one, effect=effect)


def made_by(end: str) -> ColumnElement[bool]:
    """That it was made up to then (``dates.end_at``)."""
    return moments.kept(_TABLE.c.at) <= end


def newest(connection: Connection) -> str | None:
    """The moment of the last correction or undoing, or of the last change of what comes of one."""
    last = connection.scalar(select(func.max(_EFFECT.c.since)))
    return f"{last}Z" if last else None


def count(connection: Connection, where: Iterable[ColumnElement[bool]]) -> int:
    """How many fulfil ``where``."""
    return connection.scalar(select(func.count()).select_from(_FROM).where(*where)) or 0


def put(connection: Connection, report: int, one: Correction) -> None:
    """Keep a correction of the report of this number."""
    last = connection.scalar(select(func.max(_TABLE.c.no))) or 0
    row = {
        "no": last + 1, "id": one.id, "report": report, "kind": one.kind, "layer": one.layer, "target": one.target,
        "before": encode(one.before) if one.before is not None else None,
        "made": one.after.id if one.after is not None else None,
        "after": encode(one.after) if one.after is not None else None,
        "who": one.who, "at": one.at, "why": one.why, "effect": one.effect,
    }  # fmt: skip
    connection.execute(insert(_TABLE), row)
    _note(connection, last + 1, moments.sorting(one.at), one.effect)


def note_undone(connection: Connection, id: str, who: str, at: str, why: str) -> None:  # noqa: A002 - the field's name
    """Note that a correction was undone."""
    values = {"undone_by": who, "undone_at": at, "undone_why": why, "effect": "undone"}
    connection.execute(update(_TABLE).where(_TABLE.c.id == id), values)
    number = connection.scalar(select(_TABLE.c.no).where(_TABLE.c.id == id))
    _note(connection, number or 0, moments.sorting(at), "undone")


def note_effects(connection: Connection, some: Iterable[Correction], before: Iterable[Correction]) -> None:
    """Keep what comes of each, where that has changed; ``note_since`` then says since when."""
    known = {one.id: one.effect for one in before}
    for one in some:
        if known.get(one.id) != one.effect:
            connection.execute(update(_TABLE).where(_TABLE.c.id == one.id), {"effect": one.effect})


def note_since(connection: Connection, reports: Iterable[str], moment: str | None) -> None:
    """Keep since when that comes of the corrections of these reports' pages which does, where it has changed.

    Without a moment (as it sorts) nobody says when: then since the last change that is known of the page.
    """
    pages = select(_REPORT.c.page).where(_REPORT.c.id.in_(list(reports)))
    columns = (_TABLE.c.no, _TABLE.c.effect, _REPORT.c.page, _EFFECT.c.since, _EFFECT.c.effect.label("was"))
    known = _FROM.join(_EFFECT, _EFFECT.c.correction == _TABLE.c.no)
    query = select(*columns).select_from(known).where(_REPORT.c.page.in_(pages)).order_by(_EFFECT.c.since)
    rows = connection.execute(query).all()
    latest = {row.page: row.since for row in rows}
    for row in {row.no: row for row in rows}.values():
        if row.was != row.effect:
            since = max(moment, row.since) if moment is not None else latest[row.page]
            _note(connection, row.no, since, row.effect)


def _note(connection: Connection, number: int, since: str, effect: str) -> None:
    """Note that this comes of a correction from then on."""
    own = _EFFECT.c.correction == number
    connection.execute(delete(_EFFECT).where(own, _EFFECT.c.since >= since))
    connection.execute(insert(_EFFECT), {"correction": number, "since": since, "effect": effect})


def _made(row: Any) -> Correction:
    before = decode(row.layer, row.target, row.report_id, row.before) if row.before is not None else None
    after = decode(row.layer, row.made, row.report_id, row.after) if row.after is not None else None
    return Correction(
        id=row.id, report=row.report_id, kind=row.kind, layer=row.layer, target=row.target, before=before, after=after,
        who=row.who, at=row.at, why=row.why, effect=row.effect, undone_by=row.undone_by, undone_at=row.undone_at,
        undone_why=row.undone_why,
    )  # fmt: skip

"""Corrections in the database. Nothing is deleted: an undoing is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from communique.ledger.corrections.rows import Correction
from communique.ledger.store import schema
from communique.ledger.store.bodies import decode, encode

_TABLE, _REPORT = schema.correction, schema.report
_COLUMNS = (*_TABLE.c, _REPORT.c.id.label("report_id"))
_FROM = _TABLE.join(_REPORT, _TABLE.c.report == _REPORT.c.no)


def of_page(connection: Connection, page: str) -> list[Correction]:
    """All corrections of a page, whichever version they were made on, oldest first; the undone ones too."""
    query = select(*_COLUMNS).select_from(_FROM).where(_REPORT.c.page == page).order_by(_TABLE.c.no)
    return [_made(row) for row in connection.execute(query)]


def found(connection: Connection, where: Iterable[ColumnElement[bool]], limit: int | None) -> Iterator[Correction]:
    """Those that fulfil ``where``, newest first."""
    query = select(*_COLUMNS).select_from(_FROM).where(*where).order_by(_TABLE.c.no.desc()).limit(limit)
    return (_made(row) for row in connection.execute(query))


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


def note_undone(connection: Connection, id: str, who: str, at: str, why: str) -> None:  # noqa: A002 - the field's name
    """Note that a correction was undone."""
    values = {"undone_by": who, "undone_at": at, "undone_why": why, "effect": "undone"}
    connection.execute(update(_TABLE).where(_TABLE.c.id == id), values)


def note_effects(connection: Connection, some: Iterable[Correction], before: Iterable[Correction]) -> None:
    """Keep what comes of each, where that has changed."""
    known = {one.id: one.effect for one in before}
    for one in some:
        if known.get(one.id) != one.effect:
            connection.execute(update(_TABLE).where(_TABLE.c.id == one.id), {"effect": one.effect})


def _made(row: Any) -> Correction:
    before = decode(row.layer, row.target, row.report_id, row.before) if row.before is not None else None
    after = decode(row.layer, row.made, row.report_id, row.after) if row.after is not None else None
    return Correction(
        id=row.id, report=row.report_id, kind=row.kind, layer=row.layer, target=row.target, before=before, after=after,
        who=row.who, at=row.at, why=row.why, effect=row.effect, undone_by=row.undone_by, undone_at=row.undone_at,
        undone_why=row.undone_why,
    )  # fmt: skip

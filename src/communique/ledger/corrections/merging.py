"""Merging names and taking a merge back, within one transaction; the reports that name them are noted for deriving."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, column, func, insert, or_, select, text, true, update

from communique.errors import BadCorrection, UnknownRecord
from communique.ledger import moments
from communique.ledger.ask.dates import end_at
from communique.ledger.ask.parties import resolve
from communique.ledger.corrections import checked
from communique.ledger.corrections.names import Names, merges_of, names_of
from communique.ledger.corrections.rows import Merging
from communique.ledger.rows import Rows
from communique.ledger.store import schema
from communique.ledger.store.bodies import mended
from communique.ledger.store.write import derive_again
from communique.records._base import content_id

KINDS = {"person": "a person", "named": "a named thing"}
_MIN_ID = 4


def merge(
    connection: Connection, kind: Any, name: str, into: str, country: str | None, who: str, why: str, at: str
) -> Merging:
    """See ``Corrections.merge``."""
    judge, time, reason = checked.who_said(who), checked.when_said(at), checked.why_said(why, needed=True)
    one, other = (" ".join(mended(given).split()) for given in (name, into))
    code = resolve(connection, country) if country is not None else None
    _check(kind, one, other, code)
    before = names_of(connection)
    _check_new(before, kind, one, other, code)
    content = {"kind": kind, "name": one, "into": other, "country": code, "who": judge, "at": time, "why": reason}
    made = Merging(
        id=content_id(content), kind=kind, name=one, into=other, country=code, who=judge, at=time, why=reason
    )
    touched = _naming(connection, kind, [one])
    if not touched:
        raise BadCorrection(f"no record in the ledger names {KINDS[kind]} {one!r}")
    table = schema.merging
    last = connection.scalar(select(func.max(table.c.no))) or 0
    row = {
        "no": last + 1, "id": made.id, "kind": kind, "name": one, "meant": other, "country": code, "who": judge,
        "at": time, "why": reason,
    }  # fmt: skip
    connection.execute(insert(table), row)
    _derive(connection, kind, before)
    return made


def _check(kind: str, one: str, other: str, country: str | None) -> None:
    if kind not in KINDS:
        raise BadCorrection(f"there is nothing of kind {kind!r} to merge; there are: {', '.join(KINDS)}")
    if not one or not other:
        raise BadCorrection("say both names: the one that is used no longer, and the one in its place")
    if one == other:
        raise BadCorrection(f"{one!r} is the same name")
    if country is not None and kind != "person":
        raise BadCorrection("only the names of persons are merged for one country")


def _check_new(names: Names, kind: str, one: str, other: str, country: str | None) -> None:
    parties = [country] if country is not None else []
    known = names.person(other, parties) if kind == "person" else names.thing(other)
    if known == one:
        raise BadCorrection(f"{other!r} is merged into {one!r} already; undo that merge first")
    there = names.persons.get((one, country)) if kind == "person" else names.things.get(one)
    if there == other:
        raise BadCorrection(f"{one!r} is merged into {other!r} already")


def unmerge(connection: Connection, id: str, who: str, why: str, at: str) -> Merging:  # noqa: A002
    """See ``Corrections.unmerge``."""
    judge, time, reason = checked.who_said(who), checked.when_said(at), checked.why_said(why, needed=False)
    every = merges_of(connection)
    found = [one for one in every if one.id == id]
    found = found or [one for one in every if len(id) >= _MIN_ID and one.id.startswith(id)]
    if len(found) != 1:
        problem = "more than one merge begins with" if found else "there is no merge"
        raise UnknownRecord(f"{problem} {id!r} in the ledger; `communique merge --list` lists them")
    one = found[0]
    if one.undone_at is not None:
        raise BadCorrection(f"merge {one.id} was undone by {one.undone_by}, {checked.minute(one.undone_at)}")
    before = names_of(connection)
    values = {"undone_by": judge, "undone_at": time, "undone_why": reason}
    connection.execute(update(schema.merging).where(schema.merging.c.id == one.id), values)
    _derive(connection, one.kind, before)
    return replace(one, undone_by=judge, undone_at=time, undone_why=reason)


def listed(connection: Connection, kind: str | None, as_of: str | None, limit: int) -> Rows[Merging]:
    """See ``Corrections.merges``."""
    every = merges_of(connection)[::-1]
    if as_of is not None:
        end = end_at(as_of)
        every = [_as_then(one, end) for one in every if moments.sorting(one.at) <= end]
    found = [one for one in every if kind is None or one.kind == kind]
    return Rows(found[:limit] if limit else found, len(found))


def _as_then(one: Merging, end: str) -> Merging:
    if one.undone_at is None or moments.sorting(one.undone_at) <= end:
        return one
    return replace(one, undone_by=None, undone_at=None, undone_why=None)


def newest(connection: Connection) -> str | None:
    """The moment of the last merge or undoing."""
    return moments.newest(moment for one in merges_of(connection) for moment in (one.at, one.undone_at))


def _derive(connection: Connection, kind: str, before: Names) -> None:
    """Note the reports that have a name which now stands for another."""
    after = names_of(connection)
    if kind == "person":
        both = {**before.persons, **after.persons}
        other = [
            name
            for name, code in both
            if before.person(name, [code] if code else []) != after.person(name, [code] if code else [])
        ]
    else:
        other = [name for name in {**before.things, **after.things} if before.thing(name) != after.thing(name)]
    for number in _naming(connection, kind, sorted(set(other))):
        derive_again(connection, number)


def _naming(connection: Connection, kind: str, names: Iterable[str]) -> list[int]:
    """The newest versions of reports whose records have one of these names.

    A thing may stand within longer words, and is looked for in all records; a person's name is looked for in those of
    the reports that may have it.
    """
    table = schema.record
    has = func.instr if connection.dialect.name == "sqlite" else func.strpos
    found: set[int] = set()
    for name in names:
        as_value = has(table.c.body, json.dumps(name, ensure_ascii=False)) > 0
        query = select(table.c.report).where(table.c.current).distinct()
        if kind == "person":
            query = query.where(table.c.layer.in_(("engagement", "statement")), as_value)
            found.update(connection.scalars(query.where(_may_have(connection, name))))
        else:
            found.update(connection.scalars(query.where(or_(has(table.c.words, name) > 0, as_value))))
    return sorted(found)


def _may_have(connection: Connection, name: str) -> ColumnElement[bool]:
    """That a record's report has all words of a name, in whatever order, or is one of which people have said something:
    only they name persons otherwise than the report.
    """
    words = [word for word in name.split() if any(letter.isalnum() for letter in word)]
    if connection.dialect.name != "sqlite" or not words:
        return true()  # PostgreSQL does not index the end of a very long report
    report, correction = schema.record.c.report, schema.correction
    quoted = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    told = text("SELECT rowid FROM report_words WHERE report_words MATCH :words").bindparams(words=quoted)
    pages = select(schema.report.c.page).join(correction, correction.c.report == schema.report.c.no)
    said = select(schema.report.c.no).where(schema.report.c.page.in_(pages))
    return or_(report.in_(told.columns(column("rowid", Integer))), report.in_(said))

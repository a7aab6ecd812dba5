"""Putting readings into the database: each report with its records wholly or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from communique.ledger.corrections import store as corrections
from communique.ledger.corrections.lay import SET_ASIDE, Laid, lay
from communique.ledger.corrections.names import names_of
from communique.ledger.entry import Entry
from communique.ledger.ladder import rungs_of
from communique.ledger.shares import packed
from communique.ledger.store import schema, words
from communique.ledger.store.bodies import (
    counts,
    dated,
    encode,
    entries,
    made_by_reader,
    pairs,
    parties,
    plain_entries,
    report_tags,
    row_body,
    storable,
    tags,
    when,
    with_records,
)
from communique.ledger.store.bodies import words as words_of
from communique.ledger.store.counts import count_report, file_report, forget_occasions, put_occasions, take_out_report
from communique.records import Reading, Record, Report

_LONGEST_PAGE = 1000
"""Letters of an address up to which it is kept as it is: an index takes no entry of any length."""

Fate = Literal["added", "unchanged", "new version", "read again"]


@dataclass(frozen=True)
class Kept:
    """What became of a reading: ``gained`` and ``lost`` count records against what was there before."""

    report: str
    fate: Fate
    gained: int = 0
    lost: int = 0


def page_of(report: Report) -> str:
    """What a report is a version of: its address, else the place of its file, else itself."""
    page = f"report:{report.id}"
    if report.url:
        page = report.url
    elif report.path and report.path != "-":
        page = f"file:{os.path.abspath(report.path)}"
    return page if len(page) <= _LONGEST_PAGE else f"long:{hashlib.sha256(page.encode()).hexdigest()}"


def keep(connection: Connection, reading: Reading, *, again: bool = False) -> Kept:
    """Put a reading into the ledger, or its records in the place of those of an earlier reading of the same report.

    With ``again``, records are compared even where the same reader and codebook made both.
    """
    reading = storable(reading)
    report, table = reading.report, schema.report
    columns = (table.c.no, table.c.reading, table.c.current, table.c.page, table.c.path)
    there = connection.execute(select(*columns).where(table.c.id == report.id)).first()
    if there is None:
        return _add(connection, reading)
    same_reader = reading.read_by in {"", there.reading}
    if not there.current:
        if stands_beside(connection, there, report.path):
            return Kept(report.id, "unchanged")
        _make_current(connection, report, there.no)
    elif there.page == page_of(report) or not _retire_page(connection, report):
        if same_reader and not again:
            return Kept(report.id, "unchanged")
        read_again = _replace(connection, reading, there.no)
        unchanged = same_reader and not (read_again.gained or read_again.lost)
        return replace(read_again, fate="unchanged") if unchanged else read_again
    if same_reader and not again:
        return Kept(report.id, "new version")
    return replace(_replace(connection, reading, there.no), fate="new version")


def stands_beside(connection: Connection, there: Any, path: str | None) -> bool:
    """Whether an older version still lies in its own file, and the newest in another: nothing has gone back to it.

    ``there`` is its row, with ``page`` and ``path``; ``path`` is where it was found now.
    """
    if path is None or path != there.path:
        return False
    newest = select(schema.report.c.path).where(schema.report.c.page == there.page, schema.report.c.current)
    row = connection.execute(newest).first()
    return row is not None and row.path != path


def _add(connection: Connection, reading: Reading) -> Kept:
    report, made = reading.report, Entry.of(reading)
    before = _retire_page(connection, report)
    entry, laid = _laid_over(connection, page_of(report), report.id, report.text, made) if before else (made, None)
    number = _numbers(connection, schema.report, 1)[0]
    row = {
        **report.model_dump(include={"id", "path", "title", "outlet", "outlet_country", "published", "url", "language"}),
        "no": number, "page": page_of(report), "text": report.text,
        "current": True, "supersedes": before, **_read_by(reading), **_about(entry),
    }  # fmt: skip
    connection.execute(insert(schema.report), row)
    words.add_report(connection, number)
    file_report(connection, row["date"])
    _add_records(connection, number, list(_rows(entry, laid).values()), entry)
    count_report(connection, number, entry.date or "")
    index_rungs(connection, number, entry)
    _share_out(connection, number, entry)
    return Kept(report.id, "new version" if before else "added", gained=len(_by_id(made)))


def _by_id(entry: Entry) -> dict[str, Record]:
    return {one.id: one for one in entry.records()}


def _read_by(reading: Reading) -> dict[str, Any]:
    faults = json.dumps([fault.model_dump() for fault in reading.faults], ensure_ascii=False)
    return {
        "reading": reading.read_by, "open_count": reading.open_count, "faults": faults, "dateline": reading.dateline,
    }  # fmt: skip


def _about(entry: Entry) -> dict[str, Any]:
    return {"date": entry.date or "", "sides": "|".join(entry.sides), "tags": report_tags(entry)}


def _replace(connection: Connection, reading: Reading, number: int) -> Kept:
    """The records of a newer reading in the place of the old; rows that stay the same are left as they are."""
    report, made = reading.report, Entry.of(reading)
    page = str(connection.scalar(select(schema.report.c.page).where(schema.report.c.no == number)))
    before = {one.id for one in made_by_reader(connection, number, report.id)}
    entry, laid = _laid_over(connection, page, report.id, report.text, made)
    _put(connection, number, entry, laid, _read_by(reading))
    now = _by_id(made).keys()
    return Kept(report.id, "read again", gained=len(now - before), lost=len(before - now))


def lay_again(connection: Connection, number: int) -> None:
    """Lay the corrections of its page over a report's records anew, as one was made or undone."""
    table = schema.report
    row = connection.execute(
        select(table.c.id, table.c.page, table.c.text, table.c.current).where(table.c.no == number)
    ).one()
    made = with_records(plain_entries(connection, [number])[number], made_by_reader(connection, number, row.id))
    entry, laid = _laid_over(connection, row.page, row.id, row.text, made, newest=row.current)
    _put(connection, number, entry, laid, {}, newest=row.current)


def derive_again(connection: Connection, number: int) -> None:
    """Note that what follows from a report is to be derived anew, as names in it were merged or no longer are."""
    _touch(connection, number, entries(connection, [number])[number])


def _laid_over(
    connection: Connection, page: str, report: str, text: str, made: Entry, *, newest: bool = True
) -> tuple[Entry, Laid | None]:
    """A report as it stands after what people said of its page, and how; None where nobody said anything.

    ``newest``: this is the newest version, so what comes of each correction is kept with it.
    """
    said = corrections.of_page(connection, page)
    if not said:
        return made, None
    laid = lay(made.records(), said, report, text)
    if newest:
        corrections.note_effects(connection, laid.corrections(), said)
    return with_records(made, laid.records()), laid


def _put(
    connection: Connection,
    number: int,
    entry: Entry,
    laid: Laid | None,
    read_by: dict[str, Any],
    *,
    newest: bool = True,
) -> None:
    """Make the rows of a report what ``entry`` and ``laid`` say; those that stay the same are left as they are."""
    new, old = _rows(entry, laid, newest=newest), _rows_of(connection, number)
    lost = [row.no for id, row in old.items() if id not in new]  # noqa: A001 - what the column is called
    changed = [id for id in new if id in old and _differs(old[id], new[id].row)]  # noqa: A001
    date_before, moved = _describe(connection, number, {**read_by, **_about(entry)})
    if date_before != (entry.date or ""):  # since when an occasion is known, its records do not say
        if newest:
            take_out_report(connection, date_before)
            file_report(connection, entry.date or "")
        changed += [one.id for one in entry.engagements if one.id in old and one.id not in changed]
    again = [*(id for id in new if id not in old), *changed]  # noqa: A001
    _note_standings(connection, [new[id].row for id in new if id in old and id not in changed], old)  # noqa: A001
    if not (lost or again or moved):
        return
    if newest:
        _drop_formulas(connection, number)
    _drop_records(connection, [*lost, *(old[id].no for id in changed)])  # noqa: A001
    _add_records(connection, number, [new[id] for id in again], entry)  # noqa: A001
    if newest:
        count_report(connection, number, entry.date or "")
        connection.execute(delete(schema.rung).where(schema.rung.c.report == number))
        index_rungs(connection, number, entry)
        _touch(connection, number, entry)


def _describe(connection: Connection, number: int, values: dict[str, Any]) -> tuple[str, bool]:
    """Write what a report's row says of it; returns the date it had, and whether its date or sides are others."""
    table = schema.report
    before = connection.execute(select(*(table.c[name] for name in values)).where(table.c.no == number)).one()
    if before.tags != values["tags"]:
        words.drop_report(connection, number)
    connection.execute(update(table).where(table.c.no == number), values)
    if before.tags != values["tags"]:
        words.add_report(connection, number)
    return before.date, (before.date, before.sides) != (values["date"], values["sides"])


@dataclass(frozen=True)
class _Line:
    """A record and the row that it has."""

    record: Record
    row: dict[str, Any]


def _rows(entry: Entry, laid: Laid | None, *, newest: bool = True) -> dict[str, _Line]:
    """The rows of a report by their ids: the records that count, and those that people have set aside."""
    kept = laid.rows() if laid is not None else ((one, None) for one in entry.records())
    return {
        one.id: _Line(one, {**_row(one, entry), "standing": how, "current": newest and how not in SET_ASIDE})
        for one, how in kept
    }


def _note_standings(connection: Connection, rows: list[dict[str, Any]], old: dict[str, Any]) -> None:
    table = schema.record
    for row in rows:
        if old[row["id"]].standing != row["standing"]:
            connection.execute(update(table).where(table.c.no == old[row["id"]].no), {"standing": row["standing"]})


def _rows_of(connection: Connection, number: int) -> dict[str, Any]:
    record = schema.record
    columns = (
        record.c.id, record.c.no, record.c.date, record.c.words, record.c.tags, record.c.body, record.c.current,
        record.c.standing,
    )  # fmt: skip
    return {row.id: row for row in connection.execute(select(*columns).where(record.c.report == number))}


def _differs(old: Any, new: dict[str, Any]) -> bool:
    """Whether a record of the same id is another row: its rules, or what its report as a whole says of its parties."""
    return any(getattr(old, column) != new[column] for column in ("date", "words", "tags", "body", "current"))


def _retire_page(connection: Connection, report: Report) -> str | None:
    """Make room for a newer version of a page; returns the id of the version that was its newest."""
    table = schema.report
    query = select(table.c.no, table.c.id).where(table.c.page == page_of(report), table.c.current)
    before = connection.execute(query.where(table.c.id != report.id)).first()
    if before is None:
        return None
    _retire(connection, before.no)
    return str(before.id)


def _retire(connection: Connection, number: int) -> None:
    """A newer version has come: its records stay with it, and count no longer."""
    date = connection.scalar(select(schema.report.c.date).where(schema.report.c.no == number))
    take_out_report(connection, str(date))
    connection.execute(update(schema.report).where(schema.report.c.no == number), {"current": False})
    connection.execute(update(schema.record).where(schema.record.c.report == number), {"current": False})
    _take_away(connection, number)
    connection.execute(delete(schema.about).where(schema.about.c.report == number))
    numbers = list(connection.scalars(select(schema.record.c.no).where(schema.record.c.report == number)))
    _forget(connection, numbers)
    connection.execute(delete(schema.rung).where(schema.rung.c.report == number))


def _make_current(connection: Connection, report: Report, number: int) -> None:
    """A page has gone back to words that it had before: that version counts again, and supersedes the one between."""
    before = _retire_page(connection, report)
    values = {"current": True, "page": page_of(report), "path": report.path}
    values |= {"supersedes": before} if before else {}
    connection.execute(update(schema.report).where(schema.report.c.no == number), values)
    connection.execute(update(schema.record).where(schema.record.c.report == number, counts()), {"current": True})
    entry = plain_entries(connection, [number])[number]
    file_report(connection, entry.date or "")
    rows = connection.execute(select(schema.record.c.id, schema.record.c.no).where(schema.record.c.report == number))
    by_id = {row.id: row.no for row in rows}
    _index(connection, [(by_id[one.id], one) for one in entry.records()], entry)
    count_report(connection, number, entry.date or "")
    index_rungs(connection, number, entry)
    _touch(connection, number, entry)
    lay_again(connection, number)  # of the versions between, people may have said something


def _add_records(connection: Connection, report: int, some: list[_Line], entry: Entry) -> None:
    if not some:
        return
    numbers = _numbers(connection, schema.record, len(some))
    rows = [{"no": no, "report": report, **one.row} for no, one in zip(numbers, some, strict=True)]
    numbered = [(no, one.record) for no, one in zip(numbers, some, strict=True) if one.row["current"]]
    connection.execute(insert(schema.record), rows)
    words.add_records(connection, rows)
    _index(connection, numbered, entry)


def _row(one: Record, entry: Entry) -> dict[str, Any]:
    return {
        "id": one.id, "layer": one.record, "date": when(one, entry), "words": words_of(one),
        "tags": f"{tags(one, parties(one, entry))} {dated(when(one, entry))}", "body": encode(one),
    }  # fmt: skip


def _index(connection: Connection, numbered: Sequence[tuple[int, Record]], entry: Entry) -> None:
    put_occasions(connection, (one for _, one in numbered), entry)
    involved, together = [], []
    for no, one in numbered:
        codes, date = parties(one, entry), when(one, entry)
        involved += [{"code": code, "layer": one.record, "date": date, "record": no} for code in codes]
        together += [{"a": a, "b": b, "layer": one.record, "date": date, "record": no} for a, b in pairs(codes)]
    for table, rows in ((schema.involved, involved), (schema.together, together)):
        if rows:
            connection.execute(insert(table), rows)


def index_rungs(connection: Connection, report: int, entry: Entry) -> None:
    """What the report says that two sides call their relationship."""
    for a, b in sorted({(min(one.parties), max(one.parties)) for one in entry.relations}):
        rows = [
            {
                "a": a,
                "b": b,
                "date": entry.date or "",
                "report": report,
                "n": n,
                "event": rung.event,
                "happened": rung.date or "",
                "body": row_body(rung),
            }
            for n, rung in enumerate(rungs_of(entry, a, b))
        ]
        if rows:
            connection.execute(insert(schema.rung), rows)


def index_anew(connection: Connection, numbers: Sequence[int]) -> None:
    """Make anew all that is kept beside the records of these reports, whatever is there."""
    report, record = schema.report, schema.record
    owned = connection.execute(select(record.c.id, record.c.no).where(record.c.report.in_(numbers)))
    by_id = {row.id: row.no for row in owned}
    _forget(connection, sorted(by_id.values()))
    for table in (schema.rung, schema.about, schema.bucket_report):
        connection.execute(delete(table).where(table.c.report.in_(numbers)))
    current = connection.scalars(select(report.c.no).where(report.c.no.in_(numbers), report.c.current))
    for number, entry in entries(connection, sorted(current)).items():
        _index(connection, [(by_id[one.id], one) for one in entry.records()], entry)
        count_report(connection, number, entry.date or "")
        index_rungs(connection, number, entry)
        _share_out(connection, number, entry)


def _drop_formulas(connection: Connection, report: int) -> None:
    """Formulas point at records: they go first, and come again when their bucket is derived."""
    connection.execute(delete(schema.formula).where(schema.formula.c.report == report))


def _drop_records(connection: Connection, numbers: list[int]) -> None:
    if not numbers:
        return
    _forget(connection, numbers)
    words.drop_records(connection, numbers)
    _delete(connection, schema.record, "no", numbers)


def _forget(connection: Connection, numbers: list[int]) -> None:
    forget_occasions(connection, numbers)
    for table in (schema.involved, schema.together):
        _delete(connection, table, "record", numbers)


def _delete(connection: Connection, table: Table, column: str, values: list[int]) -> None:
    if values:
        query = delete(table).where(table.c[column] == bindparam("value"))
        connection.execute(query, [{"value": value} for value in values])


def _touch(connection: Connection, report: int, entry: Entry) -> None:
    """Give its buckets what a report has to say now, in the place of what it had."""
    _take_away(connection, report)
    _share_out(connection, report, entry)


def _share_out(connection: Connection, report: int, entry: Entry) -> None:
    """Keep what a report has to say to its buckets, and note that they are to be derived from its place on."""
    date, id = entry.order  # noqa: A001 - the field's name
    shares = packed(entry if entry.merged is not None else names_of(connection).entry(entry))
    rows = [{"bucket": key, "date": date, "id": id, "report": report, "body": body} for key, body in shares.items()]
    if rows:
        connection.execute(insert(schema.bucket_report), rows)
    for key in shares:
        _dirty(connection, key, date, id)


def _take_away(connection: Connection, report: int) -> None:
    """Take a report out of its buckets, and note that they are to be derived from its place on."""
    table = schema.bucket_report
    query = select(table.c.bucket, table.c.date, table.c.id).where(table.c.report == report)
    rows = connection.execute(query).all()
    for row in rows:
        _dirty(connection, row.bucket, row.date, row.id)
    if rows:
        connection.execute(delete(table).where(table.c.report == report))


def _dirty(connection: Connection, bucket: str, date: str, id: str) -> None:  # noqa: A002
    table = schema.dirty
    there = connection.execute(select(table).where(table.c.bucket == bucket)).first()
    if there is None:
        values = {"bucket": bucket, "first_date": date, "first_report": id, "whole": False}
        connection.execute(insert(table), values)
        return
    first = min((there.first_date, there.first_report), (date, id))
    if first != (there.first_date, there.first_report):
        values = {"first_date": first[0], "first_report": first[1]}
        connection.execute(update(table).where(table.c.bucket == bucket), values)


def _numbers(connection: Connection, table: Table, count: int) -> list[int]:
    """The next ``count`` numbers of a table; we are the only writer. Of a table's last rows, when deleted, they come
    again: so nothing may point at a row by its number once that is gone (foreign keys see to it).
    """
    last = connection.scalar(select(func.max(table.c.no))) or 0
    return list(range(last + 1, last + 1 + count))

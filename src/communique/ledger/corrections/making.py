"""Making and undoing corrections, within one transaction: kept, laid over the records, and noted for deriving anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, or_, select

from communique.errors import BadCorrection, UnknownRecord
from communique.ledger import moments
from communique.ledger.ask import reports
from communique.ledger.ask.dates import end_at, span
from communique.ledger.corrections import checked, store
from communique.ledger.corrections.lay import Laid, lay
from communique.ledger.corrections.likeness import same_content
from communique.ledger.corrections.rows import Corrected, Correction
from communique.ledger.rows import Rows
from communique.ledger.store import schema
from communique.ledger.store.bodies import made_by_reader
from communique.ledger.store.write import lay_again
from communique.records import Record

_MIN_ID = 4


def correct(
    connection: Connection,
    report: str | None,
    kind: str,
    target: str | None,
    record: Mapping[str, Any] | Record | None,
    who: str,
    why: str,
    at: str,
) -> Correction:
    """See ``Corrections.correct``."""
    _check_shape(kind, target, record)
    judge, time = checked.who_said(who), checked.when_said(at)
    reason = checked.why_said(why, needed=kind != "accept")
    number = reports.number(connection, report) if report is not None else report_of(connection, str(target))
    row = connection.execute(select(schema.report).where(schema.report.c.no == number)).one()
    if not row.current:
        raise BadCorrection(f"there is a newer version of report {row.id}; correct that one")
    laid = _laid(connection, row)
    before = _target(laid, target, row.id) if target is not None else None
    after = None
    if kind == "edit":
        assert before is not None
        assert record is not None
        after = checked.edited(before, record, row.text, judge)
    elif kind == "add":
        assert record is not None
        after = checked.added(record, row.id, row.text, judge)
    made = checked.correction(row.id, kind, before, after, judge, time, reason)
    there = _again(laid, made) or next(iter(store.found(connection, [schema.correction.c.id == made.id], 1)), None)
    if there is not None:  # the same one sent twice
        return there
    if after is not None:
        _check_new(laid, after)
    store.put(connection, number, made)
    lay_again(connection, number)
    store.note_since(connection, [row.id], moments.sorting(time))
    return next(iter(store.found(connection, [schema.correction.c.id == made.id], 1)))


def _check_shape(kind: str, target: str | None, record: Any) -> None:
    if kind not in checked.KINDS:
        raise BadCorrection(f"there is no correction of kind {kind!r}; there are: {', '.join(checked.KINDS)}")
    if (target is None) != (kind == "add"):
        raise BadCorrection("to add a record, name none that is there" if target else f"say which record to {kind}")
    if (record is None) != (kind in ("accept", "reject")):
        raise BadCorrection(f"to {kind} a record, say no other" if record is not None else f"say what to {kind}")


def _laid(connection: Connection, row: Any) -> Laid:
    said = store.of_page(connection, row.page)
    return lay(made_by_reader(connection, row.no, row.id), said, row.id, row.text)


def _target(laid: Laid, name: str, report: str) -> Record:
    """The record of a report that a correction is about, by its id or the beginning of it; rejected ones too."""
    known = {}
    for slot in laid.slots:
        for one in (slot.base, slot.last, slot.active):
            if one is not None:
                known[one.id] = one
        for said in slot.said:
            for one in (said.before, said.after):
                if one is not None and one.report == report:
                    known.setdefault(one.id, one)
    found = [one for id_, one in known.items() if id_ == name]
    found = found or [one for id_, one in known.items() if len(name) >= _MIN_ID and id_.startswith(name)]
    if not found:
        raise UnknownRecord(f"report {report} has no record {name!r}; `communique show {report}` lists them")
    if len(found) > 1:
        raise UnknownRecord(f"more than one record of report {report} begins with {name!r}; use the id of one")
    return found[0]


def _again(laid: Laid, made: Correction) -> Correction | None:
    """The same word of the same person, where it is the last on its record and stands: a button was pressed twice."""
    for slot in laid.slots:
        last = next((one for one in reversed(slot.corrections()) if one.undone_at is None), None)
        if last is not None and replace(made, id=last.id, at=last.at, effect=last.effect) == last:
            return last
    return None


def _check_new(laid: Laid, record: Record) -> None:
    for there in laid.records():
        if same_content(there, record):
            raise BadCorrection(f"the report has this {record.record} already, as record {there.id}; accept that one")


def undo(connection: Connection, id: str, who: str, why: str, at: str) -> Correction:  # noqa: A002
    """See ``Corrections.undo``."""
    judge, time, reason = checked.who_said(who), checked.when_said(at), checked.why_said(why, needed=False)
    one = by_id(connection, id)
    if one.undone_at is not None:
        raise BadCorrection(f"correction {one.id} was undone by {one.undone_by}, {checked.minute(one.undone_at)}")
    store.note_undone(connection, one.id, judge, time, reason)
    page = connection.scalar(select(schema.report.c.page).where(schema.report.c.id == one.report))
    for number in connection.scalars(select(schema.report.c.no).where(schema.report.c.page == page)).all():
        lay_again(connection, number)
    store.note_since(connection, [one.report], moments.sorting(time))
    return replace(one, undone_by=judge, undone_at=time, undone_why=reason, effect="undone")


def by_id(connection: Connection, id: str) -> Correction:  # noqa: A002 - the field's name
    """The correction of this id, or of the only one that begins so. Raises ``UnknownRecord``."""
    column = schema.correction.c.id
    found = list(store.found(connection, [column == id], 2))
    if not found and len(id) >= _MIN_ID:
        found = list(store.found(connection, [column >= id, column < id + "g"], 2))
    if not found:
        raise UnknownRecord(f"there is no correction {id!r} in the ledger; `communique correct --list` lists them")
    if len(found) > 1:
        raise UnknownRecord(f"more than one correction begins with {id!r}; use the id of the one you mean")
    return found[0]


def report_of(connection: Connection, record: str) -> int:
    """The number of the report that has a record, by the record's id or its beginning; one that a person made too.

    Raises ``UnknownRecord``.
    """
    table, said = schema.record, schema.correction
    found = _reports_of(connection, [table.c.id == record], [or_(said.c.target == record, said.c.made == record)])
    if not found and len(record) >= _MIN_ID and all(letter in "0123456789abcdef" for letter in record):
        end = record + "g"
        own = or_((said.c.target >= record) & (said.c.target < end), (said.c.made >= record) & (said.c.made < end))
        found = _reports_of(connection, [table.c.id >= record, table.c.id < end], [own])
    if not found:
        raise UnknownRecord(f"no record in the ledger is called {record!r}; `communique show REPORT` lists a report's")
    if len(found) > 1:
        raise UnknownRecord(
            f"more than one record in the ledger begins with {record!r}; use the id of the one you mean"
        )
    return found.pop()


def report_with(connection: Connection, record: str) -> str:
    """See ``Corrections.report_of``."""
    number = report_of(connection, record)
    return str(connection.scalar(select(schema.report.c.id).where(schema.report.c.no == number)))


def _reports_of(connection: Connection, of_records: list[Any], of_corrections: list[Any]) -> set[int]:
    """Reports that have such records; a correction made on an older version is of the newest."""
    records = select(schema.record.c.report, schema.record.c.id).where(*of_records).limit(2)
    rows = connection.execute(records).all()
    if rows:
        return {int(row.report) for row in rows} if len(rows) == 1 else {*range(2)}
    query = (
        select(schema.report.c.page)
        .join(schema.correction, schema.correction.c.report == schema.report.c.no)
        .where(*of_corrections)
    )
    pages = set(connection.scalars(query))
    newest = select(schema.report.c.no).where(schema.report.c.page.in_(pages), schema.report.c.current)
    return {int(no) for no in connection.scalars(newest)}


def corrected(connection: Connection, names: Sequence[str], who: str | None) -> Rows[Corrected]:
    """See ``Corrections.corrected``."""
    table = schema.report
    if names:
        numbers = list(dict.fromkeys(reports.number(connection, name) for name in names))
    else:
        said = schema.correction
        own = select(table.c.page).join(said, said.c.report == table.c.no).where(said.c.undone_at.is_(None))
        if who is not None:
            own = own.where(said.c.who == who)
        query = select(table.c.no).where(table.c.current, table.c.page.in_(own)).order_by(table.c.date, table.c.id)
        numbers = list(connection.scalars(query))
    return Rows(_corrected(connection, number, who) for number in numbers)


def _corrected(connection: Connection, number: int, who: str | None) -> Corrected:
    row = connection.execute(select(schema.report).where(schema.report.c.no == number)).one()
    said = [one for one in store.of_page(connection, row.page) if who is None or one.who == who]
    made = made_by_reader(connection, number, row.id)
    laid = lay(made, said, row.id, row.text)
    return Corrected(reports.report_of(row), tuple(made), tuple(laid.records()), laid.judged(), tuple(laid.loose))


def listed(
    connection: Connection,
    report: str | None,
    *,
    who: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    limit: int,
) -> Rows[Correction]:
    """See ``Corrections.corrections``."""
    dates = span(since, until)
    end = end_at(as_of) if as_of is not None else None
    table = schema.correction
    where: list[Any] = []
    if report is not None:
        number = reports.number(connection, report)
        page = connection.scalar(select(schema.report.c.page).where(schema.report.c.no == number))
        where.append(schema.report.c.page == page)
    where += [table.c.who == who] if who is not None else []
    where += [table.c.at >= dates.first] if dates.first else []
    where += [table.c.at < dates.after] if dates.after else []
    where += [store.made_by(end)] if end is not None else []
    return Rows(store.found(connection, where, limit or None, end=end), store.count(connection, where))

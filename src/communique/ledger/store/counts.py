"""What is counted: occasions, however many reports tell of each, and the reports that are about a party or two.

Kept beside the records as these come and go, so that a page that counts them all need not read them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, case, delete, insert, literal, select, text
from sqlalchemy import func as sql

from communique.ledger.entry import Entry
from communique.ledger.occasion import occasion_key
from communique.ledger.store import schema
from communique.ledger.store.bodies import decode, pairs, parties, when
from communique.records import Engagement, Record

_PUT = text("""
    INSERT INTO occasion (a, b, date, id, told, held, parties) VALUES (:a, :b, :date, :id, :told, :held, :parties)
    ON CONFLICT (a, b, date, id) DO UPDATE SET
        told = CASE WHEN excluded.told < occasion.told THEN excluded.told ELSE occasion.told END,
        held = CASE WHEN occasion.held IS NULL OR excluded.held < occasion.held THEN excluded.held ELSE occasion.held END
""")


def put_occasions(connection: Connection, records: Iterable[Record], entry: Entry) -> None:
    """Count the engagements among new records of a report."""
    rows: list[dict[str, Any]] = []
    held: dict[tuple[str, str], list[str]] = {}
    for one in records:
        if isinstance(one, Engagement) and one.parties:
            codes, occasion = parties(one, entry), (when(one, entry), occasion_key(one, entry.report))
            rows += _rows(*occasion, codes, _told(one, entry.date or ""))
            if one.status == "held":
                held[occasion] = codes
    if rows:
        known = _held(connection, held)
        connection.execute(_PUT, rows)
        for occasion in held.keys() - known:
            connection.execute(_MEET, _sides(held[occasion]))


_MEET = text("INSERT INTO met (a, b, times) VALUES (:a, :b, 1) ON CONFLICT (a, b) DO UPDATE SET times = met.times + 1")
_MEET_LESS = text("UPDATE met SET times = times - 1 WHERE a = :a AND b = :b")
_NEVER_MET = text("DELETE FROM met WHERE a = :a AND b = :b AND times = 0")
"""How often the parties of an occasion engaged, each and every two, as it comes to be held or is so no longer."""


def _held(connection: Connection, occasions: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the occasions, each a date and a key, that are counted as held."""
    table, wanted = schema.occasion, sorted(occasions)
    query = select(table.c.date, table.c.id).where(table.c.a == "", table.c.b == "", table.c.held.is_not(None))
    these = query.where(table.c.date.in_({date for date, _ in wanted}), table.c.id.in_({key for _, key in wanted}))
    return {(row.date, row.id) for row in connection.execute(these)} if wanted else set()


def _sides(codes: Sequence[str]) -> list[dict[str, str]]:
    """Each party of an occasion, and every two."""
    return [{"a": a, "b": b} for a, b in [*((code, "") for code in codes), *pairs(codes)]]


def _told(one: Engagement, date: str) -> tuple[str, str | None]:
    return date, date if one.status == "held" else None


def _rows(
    date: str, key: str, codes: Sequence[str], told: tuple[str, str | None]
) -> list[dict[str, Any]]:  # one for the occasion as a whole, for each party, and for every two
    common = {"date": date, "id": key, "told": told[0], "held": told[1]}
    whole = {"a": "", "b": "", "parties": "|".join(codes), **common}
    return [whole, *({**sides, "parties": "", **common} for sides in _sides(codes))]


def forget_occasions(connection: Connection, gone: Sequence[int]) -> None:
    """Count the records of these numbers no longer: to be asked before ``involved`` lets go of them."""
    record, report, table, numbers = schema.record, schema.report, schema.occasion, set(gone)
    columns = (record.c.id, record.c.body, record.c.date, report.c.id.label("report"))
    for start in range(0, len(gone), 500):
        query = select(*columns).join(report, report.c.no == record.c.report)
        some = query.where(record.c.no.in_(gone[start : start + 500]), record.c.layer == "engagement")
        for row in connection.execute(some).all():
            one = _engagement(row)
            key, codes = occasion_key(one, row.report), sorted({*one.parties})
            held = _held(connection, [(row.date, key)])
            connection.execute(delete(table).where(*_all_of(row.date, key, codes)))
            left = [told for told in tellings(connection, row.date, codes, key) if told[0].no not in numbers]
            if left:
                put = [_rows(row.date, key, codes, _told(other, told.told)) for told, other in left]
                connection.execute(_PUT, [one for some in put for one in some])
            if held and not any(other.status == "held" for _, other in left):
                connection.execute(_MEET_LESS, _sides(codes))
                connection.execute(_NEVER_MET, _sides(codes))


def _all_of(date: str, key: str, codes: Sequence[str]) -> tuple[Any, ...]:
    table = schema.occasion
    return table.c.a.in_(["", *codes]), table.c.b.in_(["", *codes]), table.c.date == date, table.c.id == key


def tellings(connection: Connection, date: str, codes: Sequence[str], key: str) -> list[tuple[Any, Engagement]]:
    """All engagements that are one occasion: its date, its parties, its key. Each with its row: ``no``, ``source``
    (the number of its report), and ``told``, its report's date.
    """
    record, report, involved = schema.record, schema.report, schema.involved
    query = (
        select(record.c.no, record.c.id, record.c.body, report.c.id.label("report"), report.c.no.label("source"),
               report.c.date.label("told"))
        .select_from(involved).join(record, record.c.no == involved.c.record)
        .join(report, report.c.no == record.c.report)
        .where(involved.c.code == codes[0], involved.c.layer == "engagement", involved.c.date == date)
        .order_by(record.c.no)
    )  # fmt: skip
    found = ((row, _engagement(row)) for row in connection.execute(query).all()) if codes else ()
    return [(row, one) for row, one in found if occasion_key(one, row.report) == key]


def _engagement(row: Any) -> Engagement:
    record = decode("engagement", row.id, row.report, row.body)
    assert isinstance(record, Engagement)
    return record


_FILE = text(
    "INSERT INTO filed (date, reports) VALUES (:date, 1) ON CONFLICT (date) DO UPDATE SET reports = filed.reports + 1"
)
_TAKE_OUT = text("UPDATE filed SET reports = reports - 1 WHERE date = :date")
_NO_MORE = text("DELETE FROM filed WHERE date = :date AND reports = 0")


def file_report(connection: Connection, date: str) -> None:
    """Count a report that came, or counts again, on its day."""
    connection.execute(_FILE, {"date": date})


def take_out_report(connection: Connection, date: str) -> None:
    """Count a report on its day no longer."""
    connection.execute(_TAKE_OUT, {"date": date})
    connection.execute(_NO_MORE, {"date": date})


def count_report(connection: Connection, number: int, date: str) -> None:
    """Note anew whom a report is about, by what ``involved`` and ``together`` have of it."""
    table, record = schema.about, schema.record
    connection.execute(delete(table).where(table.c.report == number))
    statements = sql.sum(case((record.c.layer == "statement", 1), else_=0))
    for of, sides in (
        (schema.involved, (schema.involved.c.code,)),
        (schema.together, (schema.together.c.a, schema.together.c.b)),
    ):
        named = sides if len(sides) == 2 else (*sides, literal(""))
        values = select(*named, literal(date), literal(number), statements).join(of, of.c.record == record.c.no)
        grouped = values.where(record.c.report == number).group_by(*sides)
        connection.execute(insert(table).from_select(["a", "b", "date", "report", "statements"], grouped))

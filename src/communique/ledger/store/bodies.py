"""Records to rows and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, TypeVar

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, or_, select

from communique.ledger.corrections.lay import MADE_BY_READER, SET_ASIDE
from communique.ledger.corrections.names import names_of
from communique.ledger.entry import Entry, in_order, parties_of
from communique.ledger.kept import evidence_of
from communique.ledger.rows import Rung, Wording, as_dict
from communique.ledger.store.schema import record as record_table
from communique.ledger.store.schema import report as report_table
from communique.records import (
    Engagement,
    Outcome,
    Position,
    Reading,
    Record,
    Reference,
    Relation,
    Statement,
)

TYPES: dict[str, type[Record]] = {
    "engagement": Engagement,
    "statement": Statement,
    "position": Position,
    "relation": Relation,
    "reference": Reference,
    "outcome": Outcome,
}
MOST_TOGETHER = 20
"""Parties of an occasion up to which every two of them are kept as a pair; of larger ones each is found by itself."""

Derived = TypeVar("Derived", Wording, Rung)

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_IN_COLUMNS = {"id", "record", "report"}


def storable(reading: Reading) -> Reading:
    """The reading with U+FFFD for what a database keeps no text with: NUL, and halves of letters. Offsets stay."""
    own = reading.report.model_dump(exclude={"id", "record"})
    if not any(value and _UNSTORABLE.search(value) for value in own.values()):
        return reading  # what records say, they have from the report
    return Reading.model_validate(mended(reading.model_dump()))


def mended(value: Any) -> Any:
    """A value, and all text in it, as a database keeps it."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: mended(one) for key, one in value.items()}
    return tuple(mended(one) for one in value) if isinstance(value, list | tuple) else value


def encode(record: Record) -> str:
    """The body of a record: what its row's other columns do not say."""
    return json.dumps(record.model_dump(exclude=_IN_COLUMNS, exclude_defaults=True), ensure_ascii=False)


def decode(layer: str, id: str, report: str, body: str) -> Record:  # noqa: A002 - the field's name
    """The record of a row."""
    return TYPES[layer].model_validate({**from_json(body), "id": id, "report": report, "record": layer})


def words(record: Record) -> str:
    """What search looks in: the evidence's quotes."""
    return " … ".join(one.quote for one in record.evidence)


def tags(record: Record, parties: Iterable[str]) -> str:
    """What search filters by, each a word of its own: ``lystatement holderKAZ partyCHN actpledge tptrade``."""
    found = [f"ly{record.record}", *(f"party{plain(code)}" for code in sorted(parties))]
    if isinstance(record, Engagement):
        found += [f"status{record.status}", f"kind{record.kind}"]
    if isinstance(record, Statement):
        found += [f"act{record.act}", *(f"holder{plain(code)}" for code in record.holders)]
        found += [f"tp{plain(topic)}" for topic in record.topics]
    if isinstance(record, Position):
        found += [f"holder{plain(record.holder)}", f"issue{plain(record.issue)}"]
    return " ".join(found)


def report_tags(entry: Entry) -> str:
    """The parties that a report's records name and its date, as words."""
    named = {code for one in entry.records() for code in parties_of(one)} | set(entry.sides)
    own = [f"outlet{plain(entry.outlet_country)}"] if entry.outlet_country else []
    return " ".join([*(f"party{plain(code)}" for code in sorted(named)), *own, dated(entry.date or "")])


def dated(date: str) -> str:
    """A date as words, so that search finds the years of a span among the tags: ``in19 in199 in1992``."""
    return f"in{date[:2]} in{date[:3]} in{date[:4]}" if date else "undated"


def plain(value: str) -> str:
    """A code as one word that no tokenizer splits."""
    return "".join(letter for letter in value if letter.isalnum())


def when(record: Record, entry: Entry) -> str:
    """The date that a record stands under: an engagement's or outcome's own, else the report's."""
    if isinstance(record, Engagement):
        return record.date_start or record.date_end or entry.date or ""
    return entry.date or ""


def parties(record: Record, entry: Entry) -> list[str]:
    """The parties of a record; one side's word in a report of two is between the two."""
    own = parties_of(record)
    if len(entry.sides) == 2 and own and own <= set(entry.sides) and isinstance(record, Statement | Position):
        own = frozenset(entry.sides)
    return sorted(own)


def pairs(codes: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Every two of them, in order; none of a gathering of more than ``MOST_TOGETHER``."""
    return combinations(codes, 2) if len(codes) <= MOST_TOGETHER else ()


def row_body(row: Any) -> str:
    """A derived row as JSON; ``made`` is the way back."""
    return json.dumps(as_dict(row), ensure_ascii=False, separators=(",", ":"))


def made(kind: type[Derived], body: str) -> Derived:
    """The derived row in a body."""
    values: dict[str, Any] = from_json(body)
    for name, one in values.items():
        if isinstance(one, list):
            values[name] = evidence_of(one) if name == "evidence" else tuple(one)
    return kind(**values)


def entries(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    """The entries of reports by their number: the records that count, those of people among them, with names merged."""
    names = names_of(connection)
    return {number: names.entry(one) for number, one in plain_entries(connection, numbers).items()}


def plain_entries(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    """The same, with names as the reports have them."""
    found: dict[int, Entry] = {}
    for start in range(0, len(numbers), 500):
        some = numbers[start : start + 500]
        heads = connection.execute(select(*_HEAD).where(report_table.c.no.in_(some))).all()
        layers: dict[int, dict[str, list[Record]]] = {}
        ids = {head.no: head.id for head in heads}
        query = (
            select(record_table.c.report, record_table.c.layer, record_table.c.id, record_table.c.body)
            .where(record_table.c.report.in_(some), counts())
            .order_by(record_table.c.no)
        )
        for row in connection.execute(query):
            of_report = layers.setdefault(row.report, {})
            of_report.setdefault(row.layer, []).append(decode(row.layer, row.id, ids[row.report], row.body))
        found.update((head.no, _entry(head, layers.get(head.no, {}))) for head in heads)
    return found


def made_by_reader(connection: Connection, number: int, report: str) -> list[Record]:
    """The records that the newest reading of a report made, what people said of them left out."""
    table = record_table
    query = select(table.c.layer, table.c.id, table.c.body, table.c.standing).where(table.c.report == number)
    rows = connection.execute(query.order_by(table.c.no))
    return [decode(row.layer, row.id, report, row.body) for row in rows if row.standing in MADE_BY_READER]


def counts() -> ColumnElement[bool]:
    """That a row of ``record`` is none that people have set aside."""
    standing = record_table.c.standing
    return or_(standing.is_(None), standing.not_in(SET_ASIDE))


def with_records(entry: Entry, records: Iterable[Record]) -> Entry:
    """An entry with other records."""
    layers: dict[str, list[Record]] = {layer: [] for layer in TYPES}
    for one in records:
        layers[one.record].append(one)
    fields: dict[str, Any] = {f"{layer}s": in_order(some) for layer, some in layers.items()}
    return replace(entry, **fields)


_HEAD = (
    report_table.c.no, report_table.c.id, report_table.c.path, report_table.c.title, report_table.c.outlet,
    report_table.c.outlet_country, report_table.c.published, report_table.c.date,
)  # fmt: skip


def _entry(head: Any, layers: dict[str, list[Record]]) -> Entry:
    fields: dict[str, Any] = {f"{layer}s": in_order(some) for layer, some in layers.items()}
    return Entry(
        report=head.id, path=head.path, title=head.title, outlet=head.outlet, outlet_country=head.outlet_country,
        published=head.published, date=head.date or None, **fields,
    )  # fmt: skip

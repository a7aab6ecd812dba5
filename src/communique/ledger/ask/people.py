"""People: who is who in a country, by the participants and speakers whom the newest records name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pydantic_core import from_json
from sqlalchemy import Connection, select

from communique.ledger.ask.dates import checked, end_of
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import newest
from communique.ledger.corrections.names import Names, names_of
from communique.ledger.people import Named, Quotes, Words, roll, titles, words_of_body
from communique.ledger.rows import Person, Rows
from communique.ledger.store import schema

_WINDOW = {"engagement": 400, "statement": 600, "outcome": 100}
"""So many records of a country, the newest of each layer, are looked through: who held office long ago is nobody's
who is who, and what is asked of a ledger of a million statements is answered at once."""

_LATELY = {"engagement": 130, "statement": 200, "outcome": 40}
"""So many where the few who are seen most are enough."""

_PLANNED = 60


def people(
    connection: Connection, country: str, *, as_of: str | None, limit: int, lately: bool = False
) -> Rows[Person]:
    """See ``Questions.people``."""
    code = resolve(connection, country)
    day = checked(as_of, "as-of") if as_of else newest(connection)
    windows = _LATELY if lately else _WINDOW
    rows = [row for layer, most in windows.items() for row in _records(connection, code, layer, most, day)]
    rows += _announced(connection, code, day) if day else []
    cites = _cites(connection, {row[0] for row in rows})
    if as_of:
        rows = [row for row in rows if cites[row[0]].date < end_of(as_of)]
    names = names_of(connection)
    seen = _sightings(code, rows, cites)
    if names.persons:
        seen = [_called(one, names, code) for one in seen]
    found = roll(seen, code, titles())
    return Rows(found[:limit] if limit else found, len(found))


def _called(one: Named, names: Names, code: str) -> Named:
    name = names.person(one.name, [code])
    return one if name == one.name else replace(one, called=name)


class _Cite(NamedTuple):
    """What is to be known of a report."""

    no: int
    id: str
    path: str | None
    date: str


def _cites(connection: Connection, numbers: Collection[int]) -> dict[int, _Cite]:
    report = schema.report
    query = select(report.c.no, report.c.id, report.c.path, report.c.date).where(report.c.no.in_(numbers))
    return {row[0]: _Cite._make(row) for row in connection.execute(query).all()}


_TABLE, _RECORD = schema.involved, schema.record
_ROWS = select(_RECORD.c.report, _RECORD.c.layer, _TABLE.c.date, _RECORD.c.body).join(
    _TABLE, _TABLE.c.record == _RECORD.c.no
)


def _records(connection: Connection, code: str, layer: str, most: int, day: str | None) -> Sequence[Any]:
    """The newest records of a layer, up to a day."""
    where = [_TABLE.c.code == code, _TABLE.c.layer == layer, *([_TABLE.c.date < end_of(day)] if day else [])]
    return connection.execute(
        _ROWS.where(*where).order_by(_TABLE.c.date.desc(), _TABLE.c.record.desc()).limit(most)
    ).all()


def _announced(connection: Connection, code: str, day: str) -> Sequence[Any]:
    """What is planned for the year after a day, by what was known then: who will come has an office already."""
    end = end_of(day)
    where = (
        _TABLE.c.code == code, _TABLE.c.layer == "engagement", _TABLE.c.date >= end,
        _TABLE.c.date < f"{int(day[:4]) + 1:04}{day[4:]}~", schema.report.c.date < end,
    )  # fmt: skip
    query = _ROWS.join(schema.report, schema.report.c.no == _RECORD.c.report).where(*where)
    return connection.execute(query.order_by(_TABLE.c.date, _TABLE.c.record).limit(_PLANNED)).all()


@dataclass
class _Seen:
    """What the records of one report say of a person: by whose speaker, in what occasion and when, in which words."""

    words: Words
    holders: set[str]
    when: str | None = None
    alone: bool = False


_SPEAKER = re.compile(r'"speaker": "(?:[^"\\]|\\.)+"')
_HOLDERS = re.compile(r'"holders": \[[^\]]*\]')
"""Fields of a statement's body. Within a text a quotation mark has a stroke before it, so no text looks like one of them."""


@dataclass
class _Page:
    """The people of one report by name, all words of its records, and who ``spoke`` for whom, as the bodies have it."""

    people: dict[str, _Seen] = field(default_factory=dict)
    quotes: Quotes = field(default_factory=Quotes)
    spoke: set[tuple[str, str]] = field(default_factory=set)

    def seen(self, name: str, body: dict[str, Any]) -> _Seen:
        """What is known of a person whom a record names."""
        found = self.people.get(name)
        if found is None:
            found = self.people[name] = _Seen(words_of_body(body)[0], set())
        return found


def _sightings(code: str, rows: Sequence[Any], cites: dict[int, _Cite]) -> list[Named]:
    pages: dict[int, _Page] = {}
    for report, layer, date, body in rows:
        page = pages.get(report)
        if page is None:
            page = pages[report] = _Page()
        page.quotes.add(body)
        if layer == "engagement":
            _met(page, date, from_json(body), code)
        elif layer == "statement":  # an outcome names nobody, but may give somebody's office
            _spoke(page, body)
    return [one for number, page in pages.items() for one in _named(page, cites[number], code)]


def _spoke(page: _Page, body: str) -> None:
    """Note whose words a statement has, and for whom; of most that is known by another statement of the report."""
    named = _SPEAKER.search(body)
    if named is None:
        return
    holders = _HOLDERS.search(body)
    said = named[0], holders[0] if holders else ""
    if said not in page.spoke:
        page.spoke.add(said)
        plain = from_json(body)
        page.seen(plain["speaker"], plain).holders.update(plain["holders"])


def _met(page: _Page, date: str, body: dict[str, Any], code: str) -> None:
    alone = body["parties"] == [code] or (body["kind"] == "visit" and body["parties"][0] == code)
    for name in body.get("participants", ()):
        seen = page.seen(name, body)
        seen.when, seen.alone = max(date, seen.when or ""), alone or seen.alone


def _named(page: _Page, source: _Cite, code: str) -> list[Named]:
    """The people of a report who may be of the country: not those who speak for another only."""
    told = source.date
    every = frozenset(page.people)
    return [
        Named(
            name, told if seen.holders else min(seen.when or told, told), source.id, source.path, seen.words,
            page.quotes, own=seen.holders == {code} or (not seen.holders and seen.alone),
            others=every - {name},
        )
        for name, seen in sorted(page.people.items())
        if not seen.holders or code in seen.holders
    ]  # fmt: skip

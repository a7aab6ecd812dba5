"""Reports: one by its name, the list of them, the newest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, or_, select

from communique.errors import UnknownReport
from communique.ledger.ask.dates import Span, span
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.rows import Page, Source
from communique.ledger.corrections.lay import lay
from communique.ledger.corrections.store import of_page
from communique.ledger.rows import Rows
from communique.ledger.store import schema
from communique.ledger.store.bodies import made_by_reader, plain_entries
from communique.records import Fault, Reading, Report

_TABLE = schema.report
SOURCE = (
    _TABLE.c.no, _TABLE.c.id, _TABLE.c.path, _TABLE.c.title, _TABLE.c.outlet, _TABLE.c.outlet_country,
    _TABLE.c.published, _TABLE.c.date,
)  # fmt: skip
_MIN_ID = 4


def newest(connection: Connection) -> str | None:
    """The date of the newest report, None where no report has one."""
    query = select(_TABLE.c.date).where(_TABLE.c.current).order_by(_TABLE.c.date.desc(), _TABLE.c.id.desc()).limit(1)
    return connection.scalar(query) or None


def mostly_within(connection: Connection, dates: Span) -> bool:
    """Whether most years of the ledger are within these dates."""
    report = _TABLE.c.date
    every = [connection.scalar(select(one(report)).where(report > "")) or "" for one in (func.min, func.max)]
    first, last = (int(date[:4] or 0) for date in every)
    begin = max(first, int(dates.first[:4])) if dates.first else first
    end = min(last, int(dates.after[:4])) if dates.after else last
    return 2 * (end - begin) >= last - first


def unsettled(connection: Connection) -> int:
    """How many buckets have reports that are not in the derived rows yet."""
    return connection.scalar(select(func.count()).select_from(schema.dirty)) or 0


def source(row: Any) -> Source:
    """The line of a report's row (columns of ``SOURCE``, in their order: an answer may have thousands of them)."""
    _, report, path, title, outlet, outlet_country, published, date = row
    return Source(report, path, title, outlet, outlet_country, published, date or None)


def sources(connection: Connection, numbers: Iterable[int]) -> dict[int, Source]:
    """Reports by number."""
    wanted = sorted(set(numbers))
    found: dict[int, Source] = {}
    for start in range(0, len(wanted), 500):
        query = select(*SOURCE).where(_TABLE.c.no.in_(wanted[start : start + 500]))
        found.update((row[0], source(row)) for row in connection.execute(query).all())
    return found


def by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Source]:
    """See ``Questions.sources``."""
    wanted = sorted(set(ids))
    found: dict[str, Source] = {}
    for start in range(0, len(wanted), 500):
        query = select(*SOURCE).where(_TABLE.c.id.in_(wanted[start : start + 500]))
        found.update((row[1], source(row)) for row in connection.execute(query).all())
    return found


def listed(
    connection: Connection, country: str | None, *, since: str | None, until: str | None, limit: int
) -> Rows[Source]:
    """See ``Questions.reports``."""
    dates, filed = span(since, until), schema.filed
    query = select(*SOURCE).where(_TABLE.c.current, *dates.within(_TABLE.c.date))
    number = select(func.sum(filed.c.reports)).where(*dates.within(filed.c.date))
    if country is not None:
        query = query.where(_TABLE.c.outlet_country == resolve(connection, country))
        number = select(func.count()).select_from(query.subquery())
    total = int(connection.scalar(number) or 0)
    query = query.order_by(_TABLE.c.date.desc(), _TABLE.c.id.desc()).limit(limit or None)
    return Rows((source(row) for row in connection.execute(query).all()), total)


def number(connection: Connection, name: str) -> int:
    """The number of the report called ``name``: its id or the beginning of it, its path or its address.

    Of several versions of one page the newest is meant. Raises ``UnknownReport``.
    """
    given = name.strip()
    exact = select(_TABLE.c.no).where(_TABLE.c.id == given)
    found = list(connection.scalars(exact))
    if not found:
        pages = [given, f"file:{os.path.abspath(given)}"]
        by_page = select(_TABLE.c.no).where(or_(_TABLE.c.page.in_(pages), _TABLE.c.path == given), _TABLE.c.current)
        found = list(connection.scalars(by_page))
    if not found and len(given) >= _MIN_ID and all(letter in "0123456789abcdef" for letter in given):
        beginning = (_TABLE.c.id >= given, _TABLE.c.id < given + "g")
        found = list(connection.scalars(select(_TABLE.c.no).where(*beginning).limit(2)))
    if not found:
        raise UnknownReport(f"no report in the ledger is called {given!r}; `communique reports` lists them")
    if len(found) > 1:
        raise UnknownReport(f"more than one report in the ledger is called {given!r}; use the id of the one you mean")
    return int(found[0])


def page(connection: Connection, name: str) -> Page:
    """See ``Questions.report``."""
    wanted = number(connection, name)
    row = connection.execute(select(_TABLE).where(_TABLE.c.no == wanted)).one()
    entry = plain_entries(connection, [wanted])[wanted]
    reading = Reading(
        report=report_of(row), dateline=row.dateline, engagements=entry.engagements, statements=entry.statements,
        positions=entry.positions, relations=entry.relations, references=entry.references, outcomes=entry.outcomes,
        open_count=row.open_count, read_by=row.reading,
        faults=tuple(Fault.model_validate(fault) for fault in json.loads(row.faults)),
    )  # fmt: skip
    laid = lay(made_by_reader(connection, wanted, row.id), of_page(connection, row.page), row.id, row.text)
    newer = connection.scalar(select(_TABLE.c.id).where(_TABLE.c.page == row.page, _TABLE.c.current))
    versions = _versions(connection, row.supersedes)
    return Page(reading, versions, newer if newer != row.id else None, laid.judged(), tuple(laid.loose))


def report_of(row: Any) -> Report:
    """The report of its row."""
    return Report(
        id=row.id, path=row.path, title=row.title, outlet=row.outlet, outlet_country=row.outlet_country,
        published=row.published, url=row.url, language=row.language, text=row.text,
    )  # fmt: skip


def _versions(connection: Connection, before: str | None) -> tuple[str, ...]:
    found: list[str] = []
    while before is not None and before not in found:
        found.append(before)
        before = connection.scalar(select(_TABLE.c.supersedes).where(_TABLE.c.id == before))
    return tuple(reversed(found))

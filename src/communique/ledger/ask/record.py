"""One record by itself: where it stands, what people said of it, and what the ledger makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_core import from_json
from sqlalchemy import Connection, and_, select

from communique.errors import UnknownRecord
from communique.ledger.ask import commitments, reports
from communique.ledger.ask.as_of import AsOf
from communique.ledger.ask.rows import Page
from communique.ledger.corrections.making import report_with
from communique.ledger.corrections.rows import Judged
from communique.ledger.rows import Commitment, Rows, Rung, Wording
from communique.ledger.store import schema
from communique.ledger.store.bodies import made
from communique.records import Record, Relation


@dataclass(frozen=True)
class RecordPage:
    """A record with its report, and what is made of it: the commitments, formulas and rungs that it is a step of.

    ``judged`` is what people said of it, None where they said nothing. ``record`` is what counts: a person's, where it
    stands in the place of the one that was asked for.
    """

    record: Record
    page: Page
    judged: Judged | None
    commitments: Rows[Commitment]
    formulas: Rows[Wording]
    rungs: Rows[Rung]


def record(connection: Connection, name: str) -> RecordPage:
    """See ``Questions.record``."""
    page = reports.page(connection, report_with(connection, name))
    judged = next((one for one in page.judged if any(id_.startswith(name) for id_ in _ids(one))), None)
    own = judged.record if judged else next((one for one in page.reading.records() if one.id.startswith(name)), None)
    if own is None:
        raise UnknownRecord(f"no record in the ledger is called {name!r}; `communique show REPORT` lists a report's")
    return RecordPage(
        own, page, judged, _commitments(connection, own), _formulas(connection, own), _rungs(connection, own)
    )


def _ids(judged: Judged) -> Iterator[str]:
    """All that it was called."""
    said = [one for correction in judged.corrections for one in (correction.before, correction.after)]
    yield from (one.id for one in (judged.record, judged.before, *said) if one is not None)
    yield from (one.target for one in judged.corrections if one.target is not None)


def _commitments(connection: Connection, own: Record) -> Rows[Commitment]:
    """Those with a step of this record, the latest first, with their whole histories.

    Of a report that tells of many, only those with such a step on its day are read whole.
    """
    report, of_report, followed, thread = schema.report, schema.bucket_report, schema.followed, schema.thread
    number, date = connection.execute(select(report.c.no, report.c.date).where(report.c.id == own.report)).one()
    same = [followed.c[name] == of_report.c[name] for name in ("bucket", "date", "id")]
    query = select(followed.c.undo).join(of_report, and_(*same)).where(of_report.c.report == number)
    changed = {id_ for undo in connection.scalars(query) for id_ in from_json(undo)[0]}  # by the report that it is of
    step = schema.step
    of_record = (step.c.thread.in_(changed), step.c.date == date, step.c.body.contains(own.id, autoescape=True))
    told = connection.scalars(select(step.c.thread).where(*of_record)).all()
    found = select(*commitments.THREAD).where(thread.c.id.in_(told))
    latest = found.order_by(thread.c.last_date.desc(), thread.c.id)
    rows = commitments.shown(connection, latest, AsOf.of(connection, None), 0)
    return Rows(row for row in rows if any(step.record == own.id for step in row.history))


def _formulas(connection: Connection, own: Record) -> Rows[Wording]:
    """The steps that it is in the lineages of formulas."""
    table = schema.formula
    query = select(table.c.body).join(schema.record, schema.record.c.no == table.c.record)
    found = connection.scalars(query.where(schema.record.c.id == own.id).order_by(table.c.bucket, table.c.n))
    return Rows(made(Wording, body) for body in found)


def _rungs(connection: Connection, own: Record) -> Rows[Rung]:
    """The steps of ladders with its words."""
    if not isinstance(own, Relation):
        return Rows()
    table, report = schema.rung, schema.report
    query = select(table.c.body).join(report, report.c.no == table.c.report).where(report.c.id == own.report)
    found = (made(Rung, body) for body in connection.scalars(query.order_by(table.c.a, table.c.b, table.c.n)))
    return Rows(rung for rung in found if rung.evidence == own.evidence)

"""Reports: the list, one with its records, reading a text, adding one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from communique.ledger.ask.rows import Source
from communique.load import load_text
from communique.records import (
    Engagement,
    Outcome,
    Position,
    Reading,
    Reference,
    Relation,
    Report,
    Statement,
)
from communique.web.api.answering import listed, told
from communique.web.api.shapes import FAULTS, NOT_MODIFIED, AnyParty, Cursor, Date, Limit, Page
from communique.web.asked import TheLedger
from communique.web.people import Visitor, needs, now
from communique.web.reading import LONGEST, TheReader
from communique.web.safety.forms import check_origin

router = APIRouter(responses=FAULTS, tags=["reports"])
AnyRecord = Annotated[Engagement | Statement | Position | Relation | Reference | Outcome, Field(discriminator="record")]
Name = Annotated[str, Path(min_length=1, max_length=1000, description="an id, or its first letters")]


class WholeReport(BaseModel):
    """A report with its records, in the order of the text."""

    report: Report
    dateline: str | None
    read_by: str
    open_count: int = Field(description="places left open: it was not plain who speaks or is meant")
    records: list[AnyRecord]
    versions: list[str] = Field(description="earlier versions of the page, oldest first")
    newer: str | None = Field(description="the newest version of the page, where this is not it")


class Text(BaseModel):
    """A text to read, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=LONGEST)
    title: str | None = Field(default=None, max_length=2000)
    outlet: str | None = Field(default=None, max_length=2000)
    outlet_country: str | None = Field(default=None, max_length=100)
    published: str | None = Field(default=None, max_length=40)
    url: str | None = Field(default=None, max_length=2000)
    language: str | None = Field(default=None, max_length=40)


class Added(BaseModel):
    """What became of a report."""

    report: str
    fate: str = Field(description="added, unchanged, new version, or read again")
    gained: int
    lost: int


@router.get("/reports", response_model=Page[Source], responses=NOT_MODIFIED)
def reports(
    request: Request, ledger: TheLedger, country: AnyParty = None, since: Date = None, until: Date = None,
    limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """The reports, newest first; of one outlet's country where one is given."""
    return listed(request, lambda n: ledger.reports(country, since=since, until=until, limit=n), limit, cursor)


@router.get("/reports/{name}", response_model=WholeReport, responses=NOT_MODIFIED)
def report(request: Request, ledger: TheLedger, name: Name) -> Response:
    """One report with its text and records."""
    page = ledger.report(name)
    return told(request, _whole(page.reading, page.versions, page.newer))


@router.get("/reports/{name}/twins", response_model=Page[Source], responses=NOT_MODIFIED)
def twins(request: Request, ledger: TheLedger, name: Name, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Other reports of the same occasion, the likeliest first."""
    return listed(request, lambda n: ledger.twins(name), limit, cursor)


@router.post("/read", response_model=WholeReport)
def read(request: Request, given: Text, who: Annotated[Visitor, Depends(needs("reader"))]) -> Response:
    """The records of a text; nothing is kept."""
    check_origin(request)
    return told(request, _whole(_read(request, given), (), None))


@router.post("/reports", response_model=Added, status_code=201)
def add(
    request: Request, ledger: TheLedger, given: Text, who: Annotated[Visitor, Depends(needs("editor"))]
) -> Response:
    """Read a text into the ledger."""
    check_origin(request)
    kept = ledger.add([_read(request, given)], clock=now).kept[0]
    ledger.note(now(), who.name or "", "add report", f"{kept.report} {given.title or ''}".strip(), who.origin)
    return told(request, {"report": kept.report, "fate": kept.fate, "gained": kept.gained, "lost": kept.lost}, 201)


def _read(request: Request, given: Text) -> Reading:
    reader: TheReader = request.app.state.reader
    return reader.read(load_text(given.text, **given.model_dump(exclude={"text"})))


def _whole(reading: Reading, versions: tuple[str, ...], newer: str | None) -> dict[str, Any]:
    records = sorted(reading.records(), key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.id))
    return {
        "report": reading.report.model_dump(mode="json"), "dateline": reading.dateline, "read_by": reading.read_by,
        "open_count": reading.open_count, "records": [one.model_dump(mode="json") for one in records],
        "versions": list(versions), "newer": newer,
    }  # fmt: skip

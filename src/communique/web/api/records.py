"""One record with what is made of it, and what people say of records."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.background import BackgroundTask
from starlette.responses import Response

from communique.ledger.rows import Commitment, Rung, Wording
from communique.web.answers import plain
from communique.web.api.answering import listed, told
from communique.web.api.reports import AnyRecord
from communique.web.api.shapes import FAULTS, NOT_MODIFIED, Cursor, Date, Limit, Moment, Page
from communique.web.asked import TheLedger
from communique.web.moments import checked
from communique.web.people import Visitor, needs, now
from communique.web.safety.forms import check_origin

router = APIRouter(responses=FAULTS, tags=["records"])
Id = Annotated[str, Path(min_length=1, max_length=64)]
Editor = Annotated[Visitor, Depends(needs("editor"))]


class Said(BaseModel):
    """A person's word on a record."""

    id: str
    report: str
    kind: Literal["accept", "reject", "edit", "add"]
    layer: str
    target: str | None
    before: AnyRecord | None
    after: AnyRecord | None
    who: str
    at: str
    why: str
    effect: Literal["in-force", "overruled", "words-gone", "moot", "undone"]
    undone_by: str | None
    undone_at: str | None
    undone_why: str | None


class WholeRecord(BaseModel):
    """A record, what people said of it, and what the ledger makes of it."""

    record: AnyRecord
    report: str
    standing: str = Field(description="read, accepted, edited, added, or rejected")
    corrections: list[Said]
    commitments: list[Commitment]
    formulas: list[Wording]
    rungs: list[Rung]


class Say(BaseModel):
    """What to say of a record. ``record``: of an edit the fields that change, of an addition all, with its words."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["accept", "reject", "edit", "add"]
    target: str | None = Field(default=None, max_length=64, description="the record; none for an addition")
    report: str | None = Field(default=None, max_length=64, description="for an addition: to which report")
    record: dict[str, Any] | None = None
    why: str = Field(default="", max_length=1000)


class Why(BaseModel):
    """Why something is undone."""

    model_config = ConfigDict(extra="forbid")

    why: str = Field(default="", max_length=1000)


@router.get("/records/{id}", response_model=WholeRecord, responses=NOT_MODIFIED)
def record(request: Request, ledger: TheLedger, id: Id) -> Response:  # noqa: A002 - the name in the address
    """One record with its words, and the commitments, formulas and steps that it is part of."""
    found = ledger.record(id)
    judged = found.judged
    whole = {
        "record": plain(found.record), "report": found.page.reading.report.id,
        "standing": judged.standing if judged else "read",
        "corrections": plain(judged.corrections) if judged else [],
        "commitments": plain(found.commitments), "formulas": plain(found.formulas), "rungs": plain(found.rungs),
    }  # fmt: skip
    return told(request, whole)


@router.get("/corrections", response_model=Page[Said], responses=NOT_MODIFIED)
def corrections(
    request: Request, ledger: TheLedger, report: Annotated[str | None, Query(min_length=1, max_length=64)] = None,
    who: Annotated[str | None, Query(min_length=1, max_length=100)] = None, since: Date = None, until: Date = None,
    as_of: Moment = None, limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What people said of records, newest first; with `as_of` as it was then."""
    then = checked(as_of, ledger.last_said)
    return listed(
        request,
        lambda n: ledger.corrections(report, who=who, since=since, until=until, as_of=then, limit=n),
        limit,
        cursor,
    )


@router.post("/corrections", response_model=Said, status_code=201)
def correct(request: Request, ledger: TheLedger, who: Editor, given: Say) -> Response:
    """Accept, reject, edit or add a record, in the name of the account."""
    check_origin(request)
    made = ledger.correct(
        given.report, given.kind, target=given.target, record=given.record, who=who.name or "", why=given.why, at=now(),
        derive=False,
    )  # fmt: skip
    ledger.note(now(), who.name or "", f"correct: {given.kind}", f"{made.id} in report {made.report}", who.origin)
    return _with_settling(request, plain(made), 201)


@router.post("/corrections/{id}/undo", response_model=Said)
def undo(request: Request, ledger: TheLedger, who: Editor, id: Id, given: Why) -> Response:  # noqa: A002
    """Undo a correction: it stays, noted as undone."""
    check_origin(request)
    undone = ledger.undo(id, who=who.name or "", why=given.why, at=now(), derive=False)
    ledger.note(now(), who.name or "", "undo correction", f"{undone.id} in report {undone.report}", who.origin)
    return _with_settling(request, plain(undone), 200)


def _with_settling(request: Request, value: Any, status: int) -> Response:
    answer = told(request, value, status)
    answer.background = BackgroundTask(request.app.state.settle)
    return answer

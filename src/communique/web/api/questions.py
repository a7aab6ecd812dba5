"""What spans reports: timeline, calendar, commitments, ladder, positions, wording, comparison, search."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from communique.ledger.ask.histories import HISTORY
from communique.ledger.ask.rows import Cell, Due, Hit, Occasion, Turn
from communique.ledger.ladder import Apart
from communique.ledger.rows import Commitment, Comparison, Rung, State, Wording
from communique.records._base import Act, Topic
from communique.web.answers import plain
from communique.web.api.answering import listed, newest_first, told
from communique.web.api.shapes import FAULTS, NOT_MODIFIED, AnyParty, Cursor, Date, Limit, Page, Party, Word
from communique.web.asked import TheLedger

router = APIRouter(responses={**FAULTS, **NOT_MODIFIED}, tags=["questions"])
Kind = Literal["pledge", "agreement", "request", "engagement"]
Steps = Annotated[
    int, Query(ge=0, le=10_000, description="steps of each at most, the first and the newest; 0: all of them")
]
Layer = Literal["engagement", "statement", "position", "relation", "reference", "outcome"]


@router.get("/timeline", response_model=Page[Occasion])
def timeline(
    request: Request, ledger: TheLedger, a: Party, b: AnyParty = None, since: Date = None, until: Date = None,
    limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """The engagements of a party, or of two with each other, newest first, each with all reports of it."""
    return listed(request, lambda n: ledger.timeline(a, b, since=since, until=until, limit=n), limit, cursor)


@router.get("/calendar", response_model=Page[Due])
def calendar(
    request: Request, ledger: TheLedger, country: AnyParty = None, as_of: Date = None, limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What is coming and what is overdue, as of a day (by default that of the newest report)."""
    return listed(request, lambda n: ledger.calendar(country, as_of=as_of, limit=n), limit, cursor)


@router.get("/commitments", response_model=Page[Commitment])
def commitments(
    request: Request, ledger: TheLedger, a: Party, b: AnyParty = None, state: State | None = None,
    kind: Kind | None = None, overdue: bool = False, as_of: Date = None, history: Steps = HISTORY, limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Pledges, agreements, requests and planned engagements, followed through the reports; the latest first."""
    return listed(
        request,
        lambda n: ledger.commitments(
            a, b, state=state, kind=kind, as_of=as_of, overdue=overdue, limit=n, history=history
        ),
        limit, cursor,
    )  # fmt: skip


@router.get("/commitments/{id}", response_model=Commitment)
def commitment(
    request: Request,
    ledger: TheLedger,
    id: Annotated[str, Path(min_length=1, max_length=64)],  # noqa: A002 - the name in the address
    as_of: Date = None,
) -> Response:
    """One, with its whole history step by step."""
    return told(request, plain(ledger.commitment(id, as_of=as_of)))


@router.get("/ladder", response_model=Page[Rung])
def ladder(
    request: Request, ledger: TheLedger, a: Party, b: Party, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """What two sides called their relationship, by whom and when, the latest first."""
    return listed(request, lambda n: newest_first(ledger.ladder(a, b, limit=n)), limit, cursor)


@router.get("/ladder/gaps", response_model=Page[Apart])
def gaps(
    request: Request, ledger: TheLedger, a: Party, b: Party, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """Where the two sides name it differently at about the same time."""
    return listed(request, lambda n: ledger.ladder_gaps(a, b), limit, cursor)


@router.get("/positions", response_model=Page[Cell])
def positions(
    request: Request, ledger: TheLedger, holder: AnyParty = None, issue: Word = None, as_of: Date = None,
    limit: Limit = 500, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Holder by issue: the latest stance, first said, last said, silent since; as of a day."""
    return listed(request, lambda n: ledger.positions(holder=holder, issue=issue, as_of=as_of, limit=n), limit, cursor)


@router.get("/turns", response_model=Page[Turn])
def turns(
    request: Request, ledger: TheLedger, holder: AnyParty = None, issue: Word = None, since: Date = None,
    until: Date = None, limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Changes of position: newly taken, dropped, reversed, reworded; newest first."""
    return listed(
        request, lambda n: ledger.turns(holder=holder, issue=issue, since=since, until=until, limit=n), limit, cursor
    )


@router.get("/wording", response_model=Page[Wording])
def wording(
    request: Request, ledger: TheLedger, phrase: Annotated[str | None, Query(min_length=1, max_length=200)] = None,
    holder: AnyParty = None, issue: Word = None, counterpart: AnyParty = None, limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """The exact formulas on an issue, or with a phrase in them, the latest first, each with how it changed."""
    return listed(
        request,
        lambda n: newest_first(ledger.wording(phrase, holder=holder, issue=issue, counterpart=counterpart, limit=n)),
        limit, cursor,
    )  # fmt: skip


@router.get("/compare", response_model=Comparison)
def compare(
    request: Request, ledger: TheLedger, a: Annotated[str, Query(min_length=1, max_length=1000, description="a report")],
    b: Annotated[str | None, Query(min_length=1, max_length=1000, description="another of the same occasion")] = None,
) -> Response:  # fmt: skip
    """Two readouts of one occasion; without ``b`` the likeliest other readout of ``a``'s."""
    return told(request, plain(ledger.compare(a, b)))


@router.get("/search", response_model=Page[Hit])
def search(
    request: Request, ledger: TheLedger, q: Annotated[str, Query(min_length=1, max_length=500)], country: AnyParty = None,
    holder: AnyParty = None, act: Act | None = None, topic: Topic | None = None, layer: Layer | None = None,
    since: Date = None, until: Date = None, limit: Limit = 20, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Full text, the best first: reports; records where a holder, act, topic or layer is asked for."""
    return listed(
        request,
        lambda n: ledger.search(
            q, country=country, holder=holder, act=act, topic=topic, layer=layer, since=since, until=until, limit=n
        ),
        limit, cursor, counted=False,
    )  # fmt: skip

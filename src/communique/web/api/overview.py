"""What is where: parties, partners, what is new."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Generic

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel
from starlette.responses import Response

from communique import __version__
from communique.ledger.ask.rows import Cell, Dyad, Occasion, Party, Presence, Source, Tally, Turn
from communique.ledger.rows import Commitment, Person, Rows, Rung
from communique.web.answers import plain
from communique.web.api.answering import listed, told
from communique.web.api.shapes import FAULTS, NOT_MODIFIED, AnyParty, Cursor, Date, Limit, Page, Row
from communique.web.api.shapes import Party as PartyName
from communique.web.asked import TheLedger

Name = Annotated[str, Path(min_length=1, max_length=100, description="a country or organisation: KAZ, or Kazakhstan")]
router = APIRouter(responses={**FAULTS, **NOT_MODIFIED}, tags=["overview"])


class Counted(BaseModel, Generic[Row]):
    """The newest few of a list, and how many there are in all."""

    total: int
    rows: list[Row]


class News(BaseModel):
    """What is new: engagements held, commitments first stated, done or lapsed, turns of positions, steps of ladders."""

    since: str | None
    until: str | None
    reports: Counted[Source]
    engagements: Counted[Occasion]
    stated: Counted[Commitment]
    done: Counted[Commitment]
    lapsed: Counted[Commitment]
    turns: Counted[Turn]
    rungs: Counted[Rung]


class Glance(BaseModel):
    """A country or organisation at a glance."""

    party: Party
    reports: Counted[Source]
    engagements: Counted[Occasion]
    positions: Counted[Cell]
    commitments: Counted[Tally]
    partners: Counted[Dyad]


class About(BaseModel):
    """What answers here, and how far it is."""

    version: str
    newest: str | None
    unsettled: int


@router.get("/about", response_model=About)
def about(request: Request, ledger: TheLedger) -> Response:
    """The version, the date of the newest report, and how many pairs of sides are not worked in yet."""
    return told(request, {"version": __version__, "newest": ledger.newest(), "unsettled": ledger.unsettled()})


@router.get("/parties", response_model=Page[Party])
def parties(
    request: Request, ledger: TheLedger, as_of: Date = None, limit: Limit = 500, cursor: Cursor = None
) -> Response:
    """All countries and organisations that the ledger knows, by code, with how much there is of each."""
    return listed(request, lambda n: _cut(ledger.parties(as_of=as_of), n), limit, cursor)


@router.get("/parties/{name}", response_model=Glance)
def party(request: Request, ledger: TheLedger, name: Name, as_of: Date = None) -> Response:
    """One at a glance: last reports and engagements, positions, commitments by state, partners."""
    return told(request, _counted(ledger.country(name, as_of=as_of)))


@router.get("/parties/{name}/partners", response_model=Page[Dyad])
def partners(
    request: Request, ledger: TheLedger, name: Name, since: Date = None, until: Date = None, as_of: Date = None,
    limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """With whom it deals, the most engaged first."""
    return listed(
        request, lambda n: ledger.partners(name, since=since, until=until, as_of=as_of, limit=n), limit, cursor
    )


@router.get("/busiest", response_model=Page[Dyad])
def busiest(
    request: Request, ledger: TheLedger, since: Date = None, until: Date = None, as_of: Date = None, limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """The two sides with the most engagements."""
    return listed(request, lambda n: ledger.busiest(since=since, until=until, as_of=as_of, limit=n), limit, cursor)


@router.get("/presence", response_model=Page[Presence])
def presence(
    request: Request, ledger: TheLedger, since: Date = None, until: Date = None, as_of: Date = None, limit: Limit = 500,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Engagements of each country."""
    return listed(request, lambda n: _cut(ledger.presence(since=since, until=until, as_of=as_of), n), limit, cursor)


@router.get("/fresh", response_model=News)
def fresh(request: Request, ledger: TheLedger, since: Date = None, as_of: Date = None) -> Response:
    """What is new since a date (by default the thirty days up to the newest report): counts and the newest few."""
    return told(request, _counted(ledger.fresh(since, as_of=as_of)))


@router.get("/tally", response_model=Page[Tally])
def tally(
    request: Request, ledger: TheLedger, a: PartyName, b: AnyParty = None, as_of: Date = None, limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """How many commitments of a party, or of two with each other, stand how."""
    return listed(request, lambda n: _cut(ledger.tally(a, b, as_of=as_of), n), limit, cursor)


def _counted(row: Any) -> dict[str, Any]:
    return {
        field.name: {"total": one.total, "rows": [plain(each) for each in one]}
        if isinstance(one := getattr(row, field.name), Rows)
        else plain(one)
        for field in fields(row)
    }


def _cut(rows: Rows[Any], most: int) -> Rows[Any]:
    return Rows(rows[:most], rows.total)


@router.get("/people", response_model=Page[Person])
def people(
    request: Request,
    ledger: TheLedger,
    country: PartyName,
    as_of: Date = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Who is who: the people who speak for a country, those of the highest office first, with its last holders."""
    return listed(request, lambda n: ledger.people(country, as_of=as_of, limit=n), limit, cursor)

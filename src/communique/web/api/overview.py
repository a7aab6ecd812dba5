"""What is where: parties, partners, what is new."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import Response

from communique import __version__
from communique.ledger.rows import Person
from communique.web.api.answering import listed, told
from communique.web.api.shapes import FAULTS, NOT_MODIFIED, Cursor, Date, Limit, Page, Party
from communique.web.asked import TheLedger

router = APIRouter(responses={**FAULTS, **NOT_MODIFIED}, tags=["overview"])


class About(BaseModel):
    """What answers here, and how far it is."""

    version: str
    newest: str | None
    unsettled: int


@router.get("/about", response_model=About)
def about(request: Request, ledger: TheLedger) -> Response:
    """The version, the date of the newest report, and how many pairs of sides are not worked in yet."""
    return told(request, {"version": __version__, "newest": ledger.newest(), "unsettled": ledger.unsettled()})


@router.get("/people", response_model=Page[Person])
def people(
    request: Request, ledger: TheLedger, country: Party, as_of: Date = None, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """Who is who: the people who speak for a country, those of the highest office first, with its last holders."""
    return listed(request, lambda n: ledger.people(country, as_of=as_of, limit=n), limit, cursor)

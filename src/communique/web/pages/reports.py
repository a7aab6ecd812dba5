"""The reports of the ledger, newest first."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.web.answers import answer
from communique.web.asked import Date, Limit, Party, TheLedger, blank
from communique.web.view import View

router = APIRouter()


@router.get("/reports")
def reports(
    request: Request,
    ledger: TheLedger,
    country: Party = None,
    since: Date = None,
    until: Date = None,
    limit: Limit = 100,
) -> Response:
    """The list, of one outlet's country or of a time where asked."""
    rows = ledger.reports(blank(country), since=blank(since), until=blank(until), limit=limit)
    context = {"rows": rows, "country": country, "since": since, "until": until}
    pinned = {"until": blank(until) or ledger.newest()}
    return answer(request, View("reports.html", "Reports", {"reports": rows}, context, pinned))

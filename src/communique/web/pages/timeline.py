"""Timeline: the engagements of a country, or of two with each other."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.ledger.ask.rows import Occasion
from communique.ledger.rows import Rows
from communique.web.addresses import here
from communique.web.answers import answer
from communique.web.asked import Date, Limit, Party, TheLedger, blank
from communique.web.charts import engagements_chart
from communique.web.sides import codes
from communique.web.view import View
from communique.web.words import parties

router = APIRouter()


@router.get("/timeline")
def timeline(
    request: Request,
    ledger: TheLedger,
    a: Party = None,
    b: Party = None,
    since: Date = None,
    until: Date = None,
    as_of: Date = None,
    limit: Limit = 100,
) -> Response:
    """The engagements, newest first; without a party, the form."""
    named = codes(ledger, *(one for one in (blank(a), blank(b)) if one))
    rows: Rows[Occasion] = Rows()
    if named:
        rows = ledger.timeline(
            named[0], named[1] if len(named) > 1 else None, since=blank(since), until=blank(until), as_of=blank(as_of),
            limit=limit,
        )  # fmt: skip
    context = {
        "rows": rows,
        "named": named,
        "since": since,
        "until": until,
        "as_of": as_of,
        "picture": engagements_chart(rows, lambda period: here(request, since=period, until=period)),
    }
    pinned = {"as_of": blank(as_of) or ledger.newest()} if named else {}
    title = f"Timeline: {parties(named)}" if named else "Timeline"
    return answer(request, View("timeline.html", title, {"engagements": rows}, context, pinned))

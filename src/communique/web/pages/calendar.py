"""Calendar: what is coming and what is overdue, as of a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.web.answers import answer
from communique.web.asked import Date, Party, TheLedger, blank
from communique.web.sides import codes, tellers
from communique.web.view import View
from communique.web.words import party

router = APIRouter()


@router.get("/calendar")
def calendar(
    request: Request,
    ledger: TheLedger,
    country: Party = None,
    as_of: Date = None,
    limit: Annotated[int, Query(ge=1, le=2000, description="so many coming, and as many overdue")] = 60,
) -> Response:
    """What is coming, the next first; then what is overdue, the latest first."""
    code = next(iter(codes(ledger, *filter(None, [blank(country)]))), None)
    rows = ledger.calendar(code, as_of=blank(as_of), limit=limit)
    day = blank(as_of) or ledger.newest()
    context = {
        "rows": rows, "code": code, "as_of": as_of, "day": day, "limit": limit,
        "sources": ledger.sources(tellers(row.commitment for row in rows)),
    }  # fmt: skip
    title = f"Calendar: {party(code)}" if code else "Calendar"
    return answer(request, View("calendar.html", title, {"calendar": rows}, context, {"as_of": day}))

"""Ladder: what two sides called their relationship, step by step."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.web.answers import answer
from communique.web.asked import Date, Limit, TheLedger, blank
from communique.web.charts import ladder_chart
from communique.web.sides import codes, elsewhere
from communique.web.view import View
from communique.web.words import parties

router = APIRouter()


@router.get("/ladder/{a}/{b}")
def ladder(request: Request, ledger: TheLedger, a: str, b: str, as_of: Date = None, limit: Limit = 200) -> Response:
    """All steps, oldest first, and where the two name it differently."""
    found = codes(ledger, a, b)
    on = elsewhere(request, "ladder", (a, b), found)
    if on is not None:
        return on
    rungs = ledger.ladder(*found, as_of=blank(as_of), limit=limit)
    gaps = ledger.ladder_gaps(*found, as_of=blank(as_of))
    reports = {one.report for one in rungs} | {one.report for gap in gaps for one in (gap.one, gap.other)}
    context = {
        "rungs": rungs, "gaps": gaps, "a": found[0], "b": found[1], "as_of": as_of, "sources": ledger.sources(reports), "picture": ladder_chart(rungs, *found),
    }  # fmt: skip
    pinned = {"as_of": blank(as_of) or ledger.newest()}
    title = f"{parties(found)}: what they call their relationship"
    return answer(request, View("ladder.html", title, {"ladder": rungs, "differences": gaps}, context, pinned))

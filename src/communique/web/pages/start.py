"""The start page: what is new, what is coming, who deals with whom most, and where in the world."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.ledger.rows import Rows
from communique.web.addresses import to
from communique.web.answers import answer
from communique.web.asked import Date, TheLedger, blank
from communique.web.charts import source, world_map
from communique.web.sides import tellers
from communique.web.view import View

router = APIRouter()
NEWS, DUE, DYADS = 5, 5, 10
"""So many of each are shown."""


@router.get("/")
def start(request: Request, ledger: TheLedger, since: Date = None, as_of: Date = None) -> Response:
    """The page; on an empty ledger, what to do."""
    fresh = ledger.fresh(blank(since), as_of=blank(as_of), limit=NEWS)
    dues = ledger.calendar(as_of=blank(as_of), limit=DUE)
    sheets: dict[str, Rows[Any]] = {
        "reports": fresh.reports, "engagements": fresh.engagements, "stated": fresh.stated, "done": fresh.done,
        "lapsed": fresh.lapsed, "positions": fresh.turns, "ladders": fresh.rungs, "calendar": dues,
        "dyads": ledger.busiest(as_of=blank(as_of), limit=DYADS), "countries": ledger.presence(as_of=blank(as_of)),
    }  # fmt: skip
    cited = {row.report for rows in (fresh.turns, fresh.rungs) for row in rows}
    cited |= tellers([*fresh.stated, *fresh.done, *fresh.lapsed, *(row.commitment for row in dues)])
    context = {
        "fresh": fresh, "since": since, "as_of": as_of, "dues": dues, "dyads": sheets["dyads"],
        "countries": sheets["countries"],
        "sources": ledger.sources(cited), "any": ledger.reports(limit=1).total, "where": ledger.where, "shapes": source(),
        "map": world_map(sheets["countries"], lambda code: to("country", code, as_of=blank(as_of))),
    }  # fmt: skip
    pinned = {"since": fresh.since, "as_of": blank(as_of) or fresh.until}
    return answer(request, View("start.html", "Start", sheets, context, pinned))

"""Search: full text over reports and records, with filters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.ledger.ask.rows import Hit
from communique.ledger.rows import Rows
from communique.records import ACTS, LAYERS, TOPICS
from communique.web.answers import answer
from communique.web.asked import Date, Party, TheLedger, blank
from communique.web.view import View

router = APIRouter()
_Word = Annotated[str | None, Query(max_length=60)]


@router.get("/search")
def search(
    request: Request,
    ledger: TheLedger,
    q: Annotated[str, Query(max_length=500)] = "",
    country: Party = None,
    holder: Party = None,
    act: _Word = None,
    topic: _Word = None,
    layer: _Word = None,
    since: Date = None,
    until: Date = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 30,
) -> Response:
    """What is found; without words, the form and how to ask."""
    rows: Rows[Hit] = Rows()
    if q.strip():
        rows = ledger.search(
            q, country=blank(country), holder=blank(holder), act=blank(act), topic=blank(topic), layer=blank(layer),
            since=blank(since), until=blank(until), limit=limit + 1,
        )  # fmt: skip
    more = len(rows) > limit
    rows = Rows(rows[:limit])
    context = {
        "q": q, "rows": rows, "more": more, "country": country, "holder": holder, "act": act, "topic": topic, "layer": layer,
        "since": since, "until": until, "acts": ACTS, "topics": TOPICS, "layers": LAYERS,
    }  # fmt: skip
    pinned = {"until": blank(until) or ledger.newest()} if q.strip() else {}
    title = f"Search: {q}" if q.strip() else "Search"
    return answer(request, View("search.html", title, {"found": rows}, context, pinned))

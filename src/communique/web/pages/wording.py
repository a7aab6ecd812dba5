"""Wording: the exact formulas of a holder or on an issue, or with a phrase in them, over time."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.ledger._ledger import Ledger
from communique.ledger.rows import Rows, Use, Wording
from communique.web import charts, words
from communique.web.answers import answer
from communique.web.asked import Date, Party, TheLedger, blank
from communique.web.lineages import lineages
from communique.web.view import View

router = APIRouter()
_Text = Annotated[str | None, Query(max_length=300)]


@router.get("/wording")
def wording(
    request: Request,
    ledger: TheLedger,
    phrase: _Text = None,
    holder: Party = None,
    issue: Annotated[str | None, Query(max_length=100)] = None,
    counterpart: Party = None,
    as_of: Date = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """The formulas, by lineage, with who uses them; without anything asked, the form and the issues."""
    said, who, what, towards, day = map(blank, (phrase, holder, issue, counterpart, as_of))
    context: dict[str, Any] = {
        "phrase": said, "holder": who, "issue": what, "counterpart": towards, "as_of": as_of, "known": words.issues(),
        "rows": None, "picture": None, "users": Rows[Use](),
    }  # fmt: skip
    if not (said or who or what):
        return answer(request, View("wording.html", "Wording", context=context))
    rows = ledger.wording(said, holder=who, issue=what, counterpart=towards, as_of=day, limit=limit)
    users, used = _users(ledger, said, who, what, day, rows)
    today = day or ledger.newest()
    context |= {
        "rows": rows, "picture": charts.wording_chart(rows), "lineages": lineages(rows), "users": users, "used": used, "day": today,
        "sources": ledger.sources(row.report for row in rows),
    }  # fmt: skip
    sheets: dict[str, Rows[Any]] = {"wording": rows, **({"users": users} if used else {})}
    return answer(request, View("wording.html", _title(said, who, what), sheets, context, {"as_of": today}))


def _users(
    ledger: Ledger, phrase: str | None, holder: str | None, issue: str | None, as_of: str | None, rows: Rows[Wording]
) -> tuple[Rows[Use], str | None]:
    """Who uses the phrase; without one, the latest words of one holder on one issue."""
    latest = next((row.formula for row in reversed(rows) if row.formula), None) if holder and issue else None
    used = phrase or latest
    return (ledger.uses(used, issue=issue, as_of=as_of), used) if used else (Rows(), None)


def _title(phrase: str | None, holder: str | None, issue: str | None) -> str:
    parts = [f"“{phrase}”" if phrase else "", f"on {words.issue(issue)}" if issue else ""]
    return " ".join(["Wording", *(["of", words.party(holder)] if holder else []), *filter(None, parts)])

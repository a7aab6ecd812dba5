"""Countries and organisations: all of the ledger, one, and the way to two."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from communique.errors import BadQuery
from communique.ledger.ask.rows import Party as Listed
from communique.ledger.rows import Rows
from communique.web.addresses import to
from communique.web.answers import answer
from communique.web.asked import Date, Party, TheLedger, blank
from communique.web.charts import engagements_chart, partners_chart, tally_chart
from communique.web.sides import codes, elsewhere, tellers
from communique.web.view import View
from communique.web.words import party

router = APIRouter()
REPORTS, ENGAGEMENTS, PARTNERS, PEOPLE, ISSUES, DUE = 8, 60, 15, 12, 30, 6
"""So many of each are shown on a country's page."""
_ORDERS = {
    "name": lambda one: one.name.casefold(),
    "reports": lambda one: (-one.reports, one.name),
    "statements": lambda one: (-one.statements, one.name),
    "last": lambda one: ([-ord(letter) for letter in one.last or ""] or [0], one.name),
}


@router.get("/countries")
def countries(
    request: Request,
    ledger: TheLedger,
    a: Party = None,
    b: Party = None,
    as_of: Date = None,
    order: Annotated[str, Query(max_length=20)] = "name",
) -> Response:
    """All parties; where one or two are named, on to them."""
    named = codes(ledger, *(one for one in (blank(a), blank(b)) if one))
    if named:
        page = "dyad" if len(named) == 2 else "country"
        return RedirectResponse(to(page, *named, as_of=blank(as_of)), status_code=303)
    order = order.strip() or "name"
    if order not in _ORDERS:
        raise BadQuery(f"there is no order {order!r}; there are: {', '.join(_ORDERS)}")
    found = ledger.parties(as_of=blank(as_of))
    rows: Rows[Listed] = Rows(sorted(found, key=_ORDERS[order]), found.total)
    engaged = ledger.presence(as_of=blank(as_of))
    context = {
        "rows": rows, "engaged": {one.code: one for one in engaged}, "order": order, "orders": tuple(_ORDERS),
        "as_of": as_of,
    }  # fmt: skip
    pinned = {"as_of": blank(as_of) or ledger.newest()}
    sheets: dict[str, Rows[Any]] = {"countries": rows, "engagements": engaged}
    return answer(request, View("countries.html", "Countries and organisations", sheets, context, pinned))


@router.get("/country/{code}")
def country(request: Request, ledger: TheLedger, code: str, as_of: Date = None) -> Response:
    """One country or organisation at a glance."""
    found = codes(ledger, code)
    on = elsewhere(request, "country", (code,), found)
    if on is not None:
        return on
    own, when = found[0], blank(as_of)
    seen = ledger.country(own, as_of=when, limit=PARTNERS)
    dues = ledger.calendar(own, as_of=when, limit=DUE)
    sheets: dict[str, Rows[Any]] = {
        "engagements": ledger.timeline(own, as_of=when, limit=ENGAGEMENTS), "partners": seen.partners,
        "tally": seen.commitments, "calendar": dues, "people": ledger.people(own, as_of=when, limit=PEOPLE),
        "positions": _first(seen.positions, ISSUES), "reports": _first(seen.reports, REPORTS),
    }  # fmt: skip
    cited = {row.report for name in ("people", "positions") for row in sheets[name]}
    day = when or ledger.newest()
    context: dict[str, Any] = {
        "own": seen.party, "as_of": as_of, "day": day,
        "pictures": {
            "engagements": engagements_chart(
                sheets["engagements"], lambda period: to("timeline", a=own, since=period, until=period, as_of=when)
            ),
            "partners": partners_chart(seen.partners),
            "commitments": tally_chart(
                seen.commitments, lambda kind, _: to("commitments", a=own, kind=kind, as_of=when)
            ),
        },
        "sources": ledger.sources(cited | tellers(row.commitment for row in dues)), **sheets,
    }  # fmt: skip
    return answer(request, View("country.html", party(own), sheets, context, {"as_of": day}))


def _first(rows: Rows[Any], number: int) -> Rows[Any]:
    return Rows(rows[:number], rows.total)

"""Commitments: of a country, or of two; one by itself."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.errors import BadQuery
from communique.ledger.ask.commitments import KINDS
from communique.ledger.ask.rows import Tally
from communique.ledger.rows import Rows, State
from communique.web.answers import answer
from communique.web.asked import Date, Party, TheLedger, blank, ticked
from communique.web.sides import codes
from communique.web.view import View
from communique.web.words import party

router = APIRouter()
STATES: tuple[str, ...] = get_args(State)
_Word = Annotated[str | None, Query(max_length=60)]


@router.get("/commitments")
def commitments(
    request: Request,
    ledger: TheLedger,
    a: Party = None,
    b: Party = None,
    state: _Word = None,
    kind: _Word = None,
    overdue: _Word = None,
    as_of: Date = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    """Those of a country, or of two; without one, the form and whose there are."""
    one, other, day = blank(a) or blank(b), blank(b) if blank(a) else None, blank(as_of)
    wanted, of_kind, late = blank(state), blank(kind), ticked(overdue, "overdue")
    if wanted is not None and wanted not in STATES:
        raise BadQuery(f"there is no state {wanted!r} of a commitment; there are: {', '.join(STATES)}")
    context: dict[str, Any] = {
        "a": one, "b": other, "state": wanted, "kind": of_kind, "overdue": late, "as_of": as_of, "states": STATES,
        "kinds": KINDS, "names": sorted(ledger.names(as_of=day).items(), key=lambda pair: pair[1].casefold()),
        "parties": (), "rows": None, "sides": (),
    }  # fmt: skip
    if one is None:
        parties = Rows(sorted(ledger.parties(as_of=day), key=lambda row: row.name.casefold()))
        return answer(
            request, View("commitments.html", "Commitments", {"parties": parties}, {**context, "parties": parties})
        )
    sides = codes(ledger, one, other) if other else codes(ledger, one)
    rows = ledger.commitments(
        *sides, state=wanted, kind=of_kind, overdue=late, as_of=day, limit=limit
    )  # fmt: skip
    today = day or ledger.newest()
    context |= {
        "rows": rows, "sides": sides, "day": today, "states_told": _by_state(ledger.tally(*sides, as_of=day), of_kind),
        "sources": ledger.sources(step.report for row in rows for step in row.history),
    }  # fmt: skip
    title = f"Commitments {'between' if other else 'of'} {' and '.join(map(party, sides))}"
    return answer(request, View("commitments.html", title, {"commitments": rows}, context, {"as_of": today}))


def _by_state(tally: Rows[Tally], kind: str | None) -> list[tuple[str, int]]:
    """How many of the kind stand in each state, in the order of the states."""
    number: Counter[str] = Counter()
    for row in tally:
        if kind in (None, row.kind):
            number[row.state] += row.count
    return [(state, number[state]) for state in STATES if number[state]]


@router.get("/commitment/{name}")
def commitment(request: Request, ledger: TheLedger, name: str, as_of: Date = None) -> Response:
    """One, with its whole history."""
    day = blank(as_of)
    row = ledger.commitment(name, as_of=day)
    today = day or ledger.newest()
    context = {"row": row, "as_of": as_of, "day": today, "sources": ledger.sources(step.report for step in row.history)}
    return answer(
        request, View("one_commitment.html", row.what, {"commitment": Rows([row])}, context, {"as_of": today})
    )

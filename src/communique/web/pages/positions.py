"""Positions: holder by issue; the course of one; changes as events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.errors import BadQuery
from communique.ledger._ledger import Ledger
from communique.ledger.ask.rows import Cell
from communique.ledger.rows import Holder, Rows
from communique.web import charts, words
from communique.web.addresses import to
from communique.web.answers import answer
from communique.web.asked import Date, Limit, Party, TheLedger, blank, ticked
from communique.web.lineages import lineages
from communique.web.sides import codes, elsewhere
from communique.web.view import View

router = APIRouter()
HOLDERS, ISSUES, CELLS, STEPS = 25, 24, 200, 100
"""So many are shown at once: rows and columns of the matrix, positions of a list, steps of a course."""
ORDERS = ("busiest", "name")
_Issue = Annotated[str | None, Query(max_length=100)]


@dataclass(frozen=True)
class Matrix:
    """A page of the matrix: ``cells`` by (holder, issue); ``issues`` are its columns, ``left_out`` how many more have cells."""

    holders: tuple[str, ...]
    issues: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    left_out: int
    page: int
    pages: int
    day: str

    def heat(self, cell: Cell) -> int:
        """How lately it was said: 3 in the last year, 2 in the last three, 1 before."""
        last = cell.last_said or ""
        if not self.day[:4].isdigit():
            return 1
        for heat, years in ((3, 1), (2, 3)):
            if last >= f"{int(self.day[:4]) - years:04}{self.day[4:]}":
                return heat
        return 1


@router.get("/positions")
def positions(
    request: Request,
    ledger: TheLedger,
    holder: Party = None,
    issue: _Issue = None,
    as_of: Date = None,
    by: Annotated[str | None, Query(max_length=20, description="order of the holders")] = None,
    page: Annotated[int, Query(ge=1, le=1000)] = 1,
    issues: Annotated[str | None, Query(max_length=10, description="all: every column")] = None,
    picture: Annotated[str | None, Query(max_length=10, description="true: the matrix as a picture")] = None,
    limit: Limit = CELLS,
) -> Response:
    """The matrix; the list of one holder's positions, or of all on one issue."""
    who, what, day, order = blank(holder), blank(issue), blank(as_of), blank(by) or "busiest"
    if order not in ORDERS:
        raise BadQuery(f"there is no order {order!r}; there are: {', '.join(ORDERS)}")
    today = day or ledger.newest()
    context: dict[str, Any] = {
        "holder": who, "issue": what, "as_of": as_of, "day": today, "by": order, "orders": ORDERS,
        "known": words.issues(), "matrix": None, "rows": None, "sources": {}, "picture": None,
    }  # fmt: skip
    if who is None and what is None:
        held = ledger.holders(as_of=day)
        context["matrix"] = matrix = _matrix(ledger, held, order, page, day, today or "", blank(issues) == "all")
        shown = Rows(matrix.cells.values()) if matrix else Rows[Cell]()
        context["holders"] = held
        if ticked(picture, "picture"):
            context["picture"] = charts.positions_heatmap(
                shown, as_of=today, link=lambda *cell: to("position", *cell, as_of=as_of)
            )
        return answer(request, View("positions.html", "Positions", {"positions": shown}, context, {"as_of": today}))
    rows = ledger.positions(holder=who, issue=what, as_of=day, limit=limit)
    context["holder"] = ledger.code(who) if who is not None else None
    context |= {"rows": rows, "sources": ledger.sources(row.report for row in rows)}
    about = [words.party(context["holder"]) if who else "", f"on {words.issue(what)}" if what else ""]
    title = " ".join(["Positions", *(["of"] if who else []), *(one for one in about if one)])
    return answer(request, View("positions.html", title, {"positions": rows}, context, {"as_of": today}))


def _matrix(
    ledger: Ledger, held: Sequence[Holder], order: str, page: int, as_of: str | None, today: str, whole: bool
) -> Matrix | None:
    """The page; None where nobody holds a position."""
    every = [one.code for one in held]
    if order == "name":
        every.sort(key=words.party)
    pages = -(-len(every) // HOLDERS)
    page = min(page, pages)
    shown = every[(page - 1) * HOLDERS : page * HOLDERS]
    if not shown:
        return None
    cells = ledger.positions(holder=shown, as_of=as_of)
    number = Counter(one.issue for one in cells)
    issues = sorted(number, key=lambda issue: (-number[issue], issue))
    columns = sorted(issues if whole else issues[:ISSUES])
    by = {(one.holder, one.issue): one for one in cells}
    kept = {(who, what): by[who, what] for who in shown for what in columns if (who, what) in by}
    return Matrix(tuple(shown), tuple(columns), kept, len(issues) - len(columns), page, pages, today)


@router.get("/position/{holder}/{issue}")
def position(request: Request, ledger: TheLedger, holder: str, issue: str, as_of: Date = None) -> Response:
    """The course of one: its latest words, its changes, the formulas over time."""
    found = codes(ledger, holder)
    on = elsewhere(request, "position", (holder, issue), (*found, issue))
    if on is not None:
        return on
    who, day = found[0], blank(as_of)
    cells = ledger.positions(holder=who, issue=issue, as_of=day)
    formulas = ledger.wording(holder=who, issue=issue, as_of=day, limit=STEPS)
    turns = ledger.turns(holder=who, issue=issue, until=day, limit=STEPS)
    today = day or ledger.newest()
    cited = {row.report for rows in (cells, formulas, turns) for row in rows}
    context = {
        "holder": who, "issue": issue, "cell": cells[0] if cells else None, "turns": turns, "formulas": formulas,
        "course": lineages(formulas), "picture": charts.wording_chart(formulas) if len(formulas) > 1 else None,
        "as_of": as_of, "day": today, "sources": ledger.sources(cited),
    }  # fmt: skip
    sheets: dict[str, Rows[Any]] = {"position": cells, "changes": turns, "wording": formulas}
    title = f"{words.party(who)} on {words.issue(issue)}"
    status = 200 if formulas else 404
    return answer(request, View("position.html", title, sheets, context, {"as_of": today}, status))


@router.get("/turns")
def turns(
    request: Request,
    ledger: TheLedger,
    holder: Party = None,
    issue: _Issue = None,
    since: Date = None,
    until: Date = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    """Changes of position, newest first."""
    rows = ledger.turns(
        holder=blank(holder), issue=blank(issue), since=blank(since), until=blank(until), limit=limit
    )  # fmt: skip
    context = {
        "rows": rows, "holder": holder, "issue": issue, "since": since, "until": until, "known": words.issues(),
        "sources": ledger.sources(row.report for row in rows),
    }  # fmt: skip
    pinned = {"until": blank(until) or ledger.newest()}
    return answer(request, View("turns.html", "Changes of position", {"changes": rows}, context, pinned))

"""A dyad: all that the ledger holds of what is between two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from communique.ledger._ledger import Ledger
from communique.ledger.ask.rows import Cell
from communique.ledger.ladder import family, kinds, last_step, name_now, names
from communique.ledger.rows import Commitment, Rows, Rung, Wording
from communique.web.addresses import to
from communique.web.answers import answer
from communique.web.asked import Date, TheLedger, blank
from communique.web.charts import engagements_chart, ladder_chart, wording_chart
from communique.web.sides import codes, elsewhere, tellers
from communique.web.view import View
from communique.web.words import parties

router = APIRouter()
ENGAGEMENTS, COMMITMENTS, ISSUES, FORMULAS, RUNGS, REPORTS = 60, 30, 20, 60, 60, 8
"""So many of each are shown; their own pages have all."""
PICTURED = 6
"""So many lineages of words are in one picture."""


@router.get("/dyad/{a}/{b}")
def dyad(request: Request, ledger: TheLedger, a: str, b: str, as_of: Date = None) -> Response:
    """The page; what it finds does not hang on which of the two is named first."""
    found = codes(ledger, a, b)
    on = elsewhere(request, "dyad", (a, b), found)
    if on is not None:
        return on
    one, other = found
    when = blank(as_of)
    rungs = ledger.ladder(one, other, as_of=when, limit=RUNGS)
    owed = ledger.commitments(one, other, as_of=when, limit=COMMITMENTS)
    cells = _cells(ledger, found, when)
    formulas = _formulas(ledger, found, when)
    sheets: dict[str, Rows[Any]] = {
        "ladder": rungs, "engagements": ledger.timeline(one, other, as_of=when, limit=ENGAGEMENTS),
        "tally": ledger.tally(one, other, as_of=when), "commitments": owed, "positions": cells, "wording": formulas,
        "reports": ledger.reports_about(one, other, until=when, limit=REPORTS),
    }  # fmt: skip
    cited = {row.report for rows in (rungs, cells, formulas) for row in rows}
    day, named = when or ledger.newest(), names(rungs)
    context: dict[str, Any] = {
        "a": one, "b": other, "as_of": as_of, "day": day, "names": {side: _named(named, side) for side in found},
        "step": last_step(named), "owing": _owing(owed, found), "issues": _side_by_side(cells, found),
        "lineages": _lineages(formulas), "pictures": _pictures(sheets, one, other, when),
        "sources": ledger.sources(cited | tellers(owed)), **sheets,
    }  # fmt: skip
    return answer(request, View("dyad.html", parties(found), sheets, context, {"as_of": day}))


def _pictures(sheets: dict[str, Rows[Any]], a: str, b: str, as_of: str | None) -> dict[str, Markup | None]:
    return {
        "ladder": ladder_chart(sheets["ladder"], a, b),
        "engagements": engagements_chart(
            sheets["engagements"], lambda period: to("timeline", a=a, b=b, since=period, until=period, as_of=as_of)
        ),
        "wording": wording_chart(_turning(_lineages(sheets["wording"]))),
    }


def _cells(ledger: Ledger, sides: Sequence[str], as_of: str | None) -> Rows[Cell]:
    """Where each stands, those issues first on which both have spoken."""
    found = ledger.positions(holder=sorted(sides), as_of=as_of)
    number: dict[str, int] = {}
    for one in found:
        number[one.issue] = number.get(one.issue, 0) + 1
    shown = sorted(number, key=lambda issue: (-number[issue], issue))[:ISSUES]
    rows = [one for issue in shown for one in found if one.issue == issue]
    return Rows(rows, len(found))


def _formulas(ledger: Ledger, sides: Sequence[str], as_of: str | None) -> Rows[Wording]:
    """The words in which each takes positions in dealings with the other."""
    one, other = sorted(sides)
    both = [
        ledger.wording(holder=holder, counterpart=counterpart, as_of=as_of, limit=FORMULAS)
        for holder, counterpart in ((one, other), (other, one))
    ]
    return Rows((row for rows in both for row in rows), sum(rows.total for rows in both))


def _named(rungs: Sequence[Rung], side: str) -> list[Rung]:
    """What a side calls the relationship by now: a name of each kind that it uses, the last said first."""
    own = [(kind, [one for one in rungs if family(one.label) == kind]) for kind in kinds(rungs)]
    return [name for _, some in own if (name := name_now(some, side)) is not None]


@dataclass(frozen=True)
class Owing:
    """The commitments of one side to the other (``by`` and ``to``), or of both (None), by how they stand."""

    by: str | None
    to: str | None
    number: int
    standing: tuple[tuple[str, tuple[Commitment, ...]], ...]


_STANDING = {None: "Open", 0: "Open", 1: "Done", -1: "Not done"}


def _owing(rows: Sequence[Commitment], sides: Sequence[str]) -> list[Owing]:
    one, other = sides
    found = []
    for by, other_side in ((one, other), (other, one), (None, None)):
        some = [row for row in rows if _by(row, sides) == by]
        parts = {
            name: tuple(row for row in some if _STANDING[row.score] == name) for name in ("Open", "Not done", "Done")
        }
        found.append(Owing(by, other_side, len(some), tuple((name, part) for name, part in parts.items() if part)))
    return [one for one in found if one.number or one.by is not None]


def _by(row: Commitment, sides: Sequence[str]) -> str | None:
    owing = [side for side in sides if side in row.promisors]
    return owing[0] if len(owing) == 1 else None


def _side_by_side(cells: Sequence[Cell], sides: Sequence[str]) -> list[tuple[str, list[Cell | None]]]:
    """Each issue with the cells of both, in their order."""
    found: dict[str, dict[str, Cell]] = {}
    for one in cells:
        found.setdefault(one.issue, {})[one.holder] = one
    return [(issue, [by.get(side) for side in sides]) for issue, by in found.items()]


def _turning(lineages: Sequence[Sequence[Wording]]) -> list[Wording]:
    """The lineages whose words changed most often, for the picture; names of the relationship have the ladder."""
    changed = [(sum(one.change in _CHANGES for one in some), some) for some in lineages]
    most = sorted((pair for pair in changed if pair[0]), key=lambda pair: -pair[0])
    return [one for _, some in most[:PICTURED] if not some[0].issue.startswith("label:") for one in some]


_CHANGES = {"hardened", "softened", "reworded"}


def _lineages(rows: Sequence[Wording]) -> list[list[Wording]]:
    """The formulas of a holder on an issue, oldest first, together."""
    ordered = sorted(rows, key=lambda row: (row.holder, row.issue))
    return [list(some) for _, some in groupby(ordered, key=lambda row: (row.holder, row.issue))]

"""Two readouts of one occasion side by side: what both say and what each alone says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.ledger._ledger import Ledger
from communique.ledger.ask.rows import Source
from communique.ledger.rows import Rows
from communique.web.answers import answer
from communique.web.asked import TheLedger, blank
from communique.web.view import View

router = APIRouter()
_Name = Annotated[str | None, Query(max_length=2000, description="a report: its id, path or address")]


@dataclass(frozen=True)
class Readout:
    """One of the two: the report, whom it names first, and in which order it comes to its topics."""

    side: str
    source: Source
    first_named: str | None
    topics: tuple[str, ...]


@router.get("/compare")
def choose(request: Request, ledger: TheLedger, a: _Name = None, b: _Name = None) -> Response:
    """Two reports by their names; without the second, the likeliest other readout; without both, the form."""
    one, other = blank(a), blank(b)
    if one is None:
        context = {"a": other, "b": None, "readouts": (), "others": ()}
        return answer(request, View("compare.html", "Compare two readouts", context=context))
    return _compared(request, ledger, one, other)


@router.get("/compare/{a}/{b}")
def compare(request: Request, ledger: TheLedger, a: str, b: str) -> Response:
    """Two reports by their ids."""
    return _compared(request, ledger, a, b)


def _compared(request: Request, ledger: Ledger, a: str, b: str | None) -> Response:
    first = ledger.report(a).reading.report.id
    twins = ledger.twins(first)
    second = ledger.report(b).reading.report.id if b is not None else twins[0].report if twins else None
    if second is None:
        context: dict[str, Any] = {"a": first, "b": None, "readouts": (), "others": twins}
        context["alone_source"] = ledger.sources([first])[first]
        return answer(request, View("compare.html", "Compare two readouts", context=context))
    found = ledger.compare(first, second)
    sources = ledger.sources([first, second])
    readouts = Rows(
        Readout(side, sources[report], named, topics)
        for side, report, named, topics in zip("AB", (first, second), found.first_named, found.topics, strict=True)
    )
    context = {
        "a": first, "b": second, "readouts": readouts, "found": found,
        "others": [one for one in twins if one.report != second][:5],
    }  # fmt: skip
    sheets: dict[str, Rows[Any]] = {
        "both": Rows(found.both), "only_a": Rows(found.only_a), "only_b": Rows(found.only_b), "readouts": readouts,
    }  # fmt: skip
    return answer(request, View("compare.html", _title(readouts), sheets, context))


def _title(readouts: Rows[Readout]) -> str:
    names = [one.source.outlet or one.source.title or one.source.path or one.source.report for one in readouts]
    return f"{names[0]} and {names[1]}, side by side"

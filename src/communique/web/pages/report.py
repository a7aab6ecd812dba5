"""A report: its text with the evidence marked, its records beside it, each pointing at the other."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.errors import BadQuery
from communique.ledger.rows import Rows
from communique.records import LAYERS, Record
from communique.web.answers import answer
from communique.web.asked import TheLedger
from communique.web.marks import pieces
from communique.web.view import View

router = APIRouter()
SHOWN = 120_000
"""Letters of a text that a page shows at once."""


@router.get("/report/{name}")
def report(
    request: Request,
    ledger: TheLedger,
    name: str,
    layers: Annotated[str | None, Query(max_length=200, description="layers to mark, with commas")] = None,
    whole: bool = False,
) -> Response:
    """One report."""
    page = ledger.report(name)
    wanted = _layers(layers)
    judgements = {one.record.id: one for one in page.judged}
    rejected = [one.record for one in page.judged if one.standing == "rejected"]
    records = [one for one in (*page.reading.records(), *rejected) if one.record in wanted]
    records.sort(key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.id))
    own = page.reading.report
    end = len(own.text) if whole else min(len(own.text), SHOWN)
    context: dict[str, Any] = {
        "page": page, "judgements": judgements, "report": own, "records": records, "pieces": pieces(own.text, [one for one in records if one not in rejected], end), "end": end,
        "gone": sum(one in rejected for one in records), "layers": LAYERS, "wanted": wanted, "counts": _counts(page.reading.records()),
        "twins": ledger.twins(own.id)[:5], "toggled": {one: _toggled(wanted, one) for one in LAYERS},
    }  # fmt: skip
    sheets = {layer: Rows(one for one in records if one.record == layer) for layer in LAYERS if layer in wanted}
    title = own.title or own.outlet or own.path or own.id
    return answer(request, View("report.html", title, sheets, context))


def _layers(given: str | None) -> tuple[str, ...]:
    if given is None:
        return LAYERS
    asked = {one.strip() for one in given.split(",") if one.strip()}
    for one in sorted(asked - set(LAYERS) - {"none"}):
        raise BadQuery(f"there is no layer {one!r}; there are: {', '.join(LAYERS)}")
    return tuple(one for one in LAYERS if one in asked)


def _toggled(wanted: tuple[str, ...], layer: str) -> str | None:
    """What ``layers`` is when one is switched; None where all are shown."""
    new = [one for one in LAYERS if (one in wanted) != (one == layer)]
    return None if len(new) == len(LAYERS) else ",".join(new) or "none"


def _counts(records: Any) -> dict[str, int]:
    found = dict.fromkeys(LAYERS, 0)
    one: Record
    for one in records:
        found[one.record] += 1
    return found

"""One record by itself: its fields, its words in their surroundings, why it is there, what is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from communique.errors import CommuniqueError
from communique.ledger.ask.record import RecordPage
from communique.ledger.rows import Rows
from communique.records import Record
from communique.web.answers import answer
from communique.web.asked import TheLedger, ticked
from communique.web.marks import Piece, pieces
from communique.web.reading import TheReader
from communique.web.rules import entries
from communique.web.settings import Settings
from communique.web.view import View

router = APIRouter()
AROUND = 400
"""So many letters before and after its words are shown."""
_PARTIES = frozenset({"parties", "holders", "addressees"})
_ASIDE = frozenset({"id", "record", "report", "evidence", "rule"})


@router.get("/record/{name}")
def record(
    request: Request,
    ledger: TheLedger,
    name: str,
    explain: Annotated[str | None, Query(max_length=10, description="read the report again for the trigger")] = None,
) -> Response:
    """The record of this id."""
    found = ledger.record(name)
    own, report = found.record, found.page.reading.report
    settings: Settings = request.app.state.settings
    cited = {step.report for row in found.commitments for step in row.history if step.record == own.id}
    cited.update(row.report for rows in (found.formulas, found.rungs) for row in rows)
    context: dict[str, Any] = {
        "found": found, "record": own, "report": report, "pieces": around(report.text, own), "fields": list(_fields(own)),
        "rules": entries(own.rule, settings.codebooks), "sources": ledger.sources({*cited, report.id}),
        "explained": None, "beside": _beside(found),
    }  # fmt: skip
    if ticked(explain, "explain"):
        context["explained"] = _trigger(request.app.state.reader, found)
    sheets: dict[str, Rows[Any]] = {
        "record": Rows([own]), "commitments": found.commitments, "wording": found.formulas, "ladder": found.rungs,
    }  # fmt: skip
    title = f"{own.record.capitalize()} in {report.title or report.outlet or report.path or report.id}"
    kept = {key: rows for key, rows in sheets.items() if rows}
    return answer(request, View("record_page.html", title, kept, context))


def around(text: str, own: Record) -> list[Piece]:
    """The record's words with some of the text before, between and after them."""
    made = pieces(text, [own])
    last = len(made) - 1
    return [one if one.layer else _cut(one, before=place == 0, after=place == last) for place, one in enumerate(made)]


def _cut(one: Piece, *, before: bool, after: bool) -> Piece:
    text = one.text
    if len(text) <= AROUND or (not (before or after) and len(text) <= 2 * AROUND):
        return one
    head = "" if before else text[:AROUND].rsplit(None, 1)[0]
    tail = "" if after else text[-AROUND:].split(None, 1)[-1]
    return replace(one, text=f"{head} […] {tail}")


def _beside(found: RecordPage) -> list[Record]:
    """The other records of the same words, or of some of them."""
    own = found.record
    spans = [(part.start, part.end) for part in own.evidence]
    return [
        one
        for one in found.page.reading.records()
        if one.id != own.id
        and any(part.start < end and start < part.end for part in one.evidence for start, end in spans)
    ]


def _fields(own: Record) -> Iterator[tuple[str, str, Any]]:
    """What it says, field by field: its name, what it is, its value; what is not told is left out."""
    values = own.model_dump(mode="json", exclude=set(_ASIDE))
    due = values.pop("due", None)
    for name, value in values.items():
        if value in (None, [], ""):
            continue
        label = name.replace("_", " ")
        if name in _PARTIES or name == "holder":
            yield label, "parties", value if isinstance(value, list) else [value]
        elif name == "items":
            yield label, "items", list(zip(value, due or [None] * len(value), strict=True))
        elif name == "about":
            yield label, "text", value["quote"]
        elif name.startswith("date"):
            yield label.removeprefix("date ") if name != "date" else label, "day", value
        elif name == "issue":
            yield label, "issue", value
        else:
            yield label, "text", _told(value)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _trigger(reader: TheReader, found: RecordPage) -> tuple[str, ...] | str:
    """The words that made the rule apply; a sentence where they cannot be told."""
    text = found.page.reading.report.text
    try:
        spans = reader.triggers(found.page.reading).get(found.record.id)
    except CommuniqueError as error:
        return str(error)
    if spans is None:
        return "the reader of today, with its codebook, does not make this record"
    return tuple(text[start:end] for start, end in spans)

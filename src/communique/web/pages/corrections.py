"""Corrections: what people say of records, and undoing it."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.background import BackgroundTask
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from communique.errors import BadCorrection, BadQuery, UnknownRecord
from communique.ledger.ask.rows import Page
from communique.records import LAYERS, Record
from communique.web import fields
from communique.web.addresses import to
from communique.web.answers import answer, page
from communique.web.asked import Date, Limit, Moment, TheLedger, blank
from communique.web.marks import pieces
from communique.web.moments import fixed
from communique.web.people import Visitor, needs, now
from communique.web.safety import forms
from communique.web.view import View

router = APIRouter()
Editor = Annotated[Visitor, Depends(needs("editor"))]
_Word = Annotated[str | None, Query(max_length=100)]


@router.get("/corrections")
def corrections(
    request: Request, ledger: TheLedger, who: _Word = None, report: _Word = None, since: Date = None, until: Date = None,
    as_of: Moment = None, limit: Limit = 100,
) -> Response:  # fmt: skip
    """What people said of records, newest first."""
    moment = fixed(blank(as_of), ledger.last_said)
    rows = ledger.corrections(
        blank(report), who=blank(who), since=blank(since), until=blank(until), as_of=moment, limit=limit
    )
    context = {
        "rows": rows, "who": who, "report": report, "since": since, "until": until, "as_of": blank(as_of),
        "sources": ledger.sources({row.report for row in rows}),
    }  # fmt: skip
    return answer(request, View("corrections.html", "Corrections", {"corrections": rows}, context, {"as_of": moment}))


@router.get("/report/{name}/correct/{record}")
def form(request: Request, ledger: TheLedger, who: Editor, name: str, record: str) -> Response:
    """The form that corrects one record."""
    shown = ledger.report(name)
    return _form(request, shown, _named(shown, record))


@router.get("/report/{name}/add")
def new(
    request: Request,
    ledger: TheLedger,
    who: Editor,
    name: str,
    layer: Annotated[str, Query(max_length=20)] = "statement",
) -> Response:
    """The form that adds one."""
    return _form(request, ledger.report(name), None, layer)


async def _sent(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=200)


@router.post("/report/{name}/correct")
def correct(
    request: Request, ledger: TheLedger, who: Editor, name: str, sent: Annotated[FormData, Depends(_sent)]
) -> Response:
    """Accept, reject, edit or add (``deed``; ``kind`` is a field of records). The answer to a fault is the form, with what was written in it."""
    forms.check(request, _text(sent, "csrf"), request.app.state.settings.secure)
    kind, target, layer = _text(sent, "deed"), _text(sent, "target") or None, _text(sent, "layer")
    shown = ledger.report(name)
    try:
        record = _record(sent, layer, shown.reading.report.text) if kind in {"edit", "add"} else None
        made = ledger.correct(
            shown.reading.report.id, kind, target=target, record=record, who=who.name or "", why=_text(sent, "why"),
            at=now(), derive=False,
        )  # fmt: skip
    except (BadCorrection, UnknownRecord) as error:
        return _form(request, shown, _perhaps(shown, target), layer, str(error), sent)
    ledger.note(now(), who.name or "", f"correct: {kind}", f"{made.id} in report {made.report}", who.origin)
    place = made.after.id if made.after is not None else made.target
    return RedirectResponse(
        f"{to('report', made.report, message=kind)}#r-{place}", 303, background=BackgroundTask(request.app.state.settle)
    )


@router.post("/corrections/{id}/undo")
def undo(
    request: Request,
    ledger: TheLedger,
    who: Editor,
    id: str,  # noqa: A002 - the name in the address
    sent: Annotated[FormData, Depends(_sent)],
) -> Response:
    """Undo a correction: it stays, noted as undone."""
    forms.check(request, _text(sent, "csrf"), request.app.state.settings.secure)
    undone = ledger.undo(id, who=who.name or "", why=_text(sent, "why"), at=now(), derive=False)
    ledger.note(now(), who.name or "", "undo correction", f"{undone.id} in report {undone.report}", who.origin)
    address = f"{to('report', undone.report, message='undo')}#r-{undone.target}"
    return RedirectResponse(address, 303, background=BackgroundTask(request.app.state.settle))


def _text(sent: FormData, name: str) -> str:
    value = sent.get(name, "")
    if isinstance(value, UploadFile):
        raise BadQuery(f"{name} is no file")
    return value.strip()


def _record(sent: FormData, layer: str, text: str) -> dict[str, Any]:
    form = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
    several = {name: [one for one in sent.getlist(name) if isinstance(one, str)] for name in form}
    return {"record": layer, **fields.given(layer, form, several), **_words(form, text)}


def _words(form: dict[str, str], text: str) -> dict[str, Any]:
    """The evidence: stretches that were marked with the mouse where they still fit the words, else the words."""
    words = [one.strip() for one in form.get("words", "").replace("\r\n", "\n").split("\n") if one.strip()]
    try:
        marked = json.loads(form.get("spans") or "[]")
        spans = [(int(start), int(end)) for start, end in marked]
    except (ValueError, TypeError):
        spans = []
    quotes = [" ".join(text[start:end].split()) for start, end in spans if 0 <= start < end <= len(text)]
    if spans and quotes == [" ".join(one.split()) for one in words]:
        return {"evidence": [{"start": start, "end": end, "quote": text[start:end]} for start, end in spans]}
    return {"quotes": words} if words else {}


def _named(shown: Page, id_: str) -> Record:
    found = _perhaps(shown, id_)
    if found is None:
        raise UnknownRecord(f"the report {shown.reading.report.id} has no record {id_!r}")
    return found


def _perhaps(shown: Page, id_: str | None) -> Record | None:
    every = [*shown.reading.records(), *(one.record for one in shown.judged)]
    return next((one for one in every if one.id == id_), None)


def _form(
    request: Request, shown: Page, record: Record | None, layer: str = "", problem: str | None = None,
    sent: FormData | None = None,
) -> Response:  # fmt: skip
    layer = record.record if record is not None else layer
    own = shown.reading.report
    told = {one.name: _shown(one, record, sent) for one in fields.fields_of(layer)}
    evidence = record.evidence if record is not None else ()
    context: dict[str, Any] = {
        "report": own, "record": record, "layer": layer, "layers": LAYERS, "fields": fields.fields_of(layer), "told": told,
        "pieces": pieces(own.text, [record] if record is not None else []), "problem": problem,
        "words": sent.get("words") if sent else "\n".join(" ".join(one.quote.split()) for one in evidence),
        "spans": sent.get("spans") if sent else json.dumps([[one.start, one.end] for one in evidence]),
        "why": sent.get("why") if sent else "",
    }  # fmt: skip
    title = "Correct a record" if record is not None else f"Add a record: {layer}"
    return page(request, View("correct.html", title, context=context, status=400 if problem else 200))


def _shown(field: fields.Field, record: Record | None, sent: FormData | None) -> Any:
    if sent is None:
        return field.shown(record)
    return sent.getlist(field.name) if field.kind == "many" else sent.get(field.name, "")

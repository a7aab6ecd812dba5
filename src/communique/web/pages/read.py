"""Reading a text in the browser: its records at once, and into the ledger if one wants."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from communique.errors import BadQuery, InputError
from communique.ledger.rows import Rows
from communique.records import LAYERS, Reading, Report
from communique.web.addresses import to
from communique.web.answers import page
from communique.web.asked import TheLedger
from communique.web.marks import pieces
from communique.web.people import Visitor, needs, now
from communique.web.reading import LONGEST, TheReader, pasted, uploaded
from communique.web.safety import forms
from communique.web.view import View

router = APIRouter()
FIELDS = ("title", "outlet", "outlet_country", "published", "url")
_Short = Annotated[str, Form(max_length=2000)]


class Told:
    """What a form says of a report beside its text."""

    def __init__(
        self,
        title: _Short = "",
        outlet: _Short = "",
        outlet_country: _Short = "",
        published: _Short = "",
        url: _Short = "",
    ) -> None:
        self.values: dict[str, str | None] = {
            "title": title, "outlet": outlet, "outlet_country": outlet_country, "published": published, "url": url
        }  # fmt: skip


@router.get("/read")
def form(request: Request) -> Response:
    """The form."""
    return _form(request, "", dict.fromkeys(FIELDS), None)


@router.post("/read")
def read(
    request: Request,
    ledger: TheLedger,
    told: Annotated[Told, Depends()],
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """The records of a text or file; nothing is kept."""
    forms.check(request, csrf, request.app.state.settings.secure)
    try:
        report = _report(text, file, told.values)
        reading = _reader(request).read(report)
    except InputError as error:
        return _form(request, text, told.values, _told_so(error), 400)
    records = sorted(reading.records(), key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.id))
    context: dict[str, Any] = {
        "reading": reading, "report": report, "records": records, "pieces": pieces(report.text, records),
        "there": ledger.has(report.id, reading.read_by), "packed": base64.b64encode(report.text.encode()).decode(),
        "told": {name: getattr(report, name) or "" for name in FIELDS},
    }  # fmt: skip
    sheets = {layer: Rows(one for one in records if one.record == layer) for layer in LAYERS}
    view = View("reading.html", report.title or "The text that you gave", sheets, context)
    return page(request, view)


@router.post("/read/add")
def add(
    request: Request,
    ledger: TheLedger,
    told: Annotated[Told, Depends()],
    who: Annotated[Visitor, Depends(needs("editor"))],
    packed: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Into the ledger: read again (the same text gives the same records), so that no form can bring records of its own."""
    forms.check(request, csrf, request.app.state.settings.secure)
    try:
        text = base64.b64decode(packed, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        raise BadQuery("the text did not come whole; go back and read it again") from None
    reading: Reading = _reader(request).read(load(text, told.values))
    kept = ledger.add([reading], clock=now).kept[0]
    ledger.note(now(), who.name or "", "add report", f"{reading.report.id} {reading.report.title or ''}", who.origin)
    return RedirectResponse(to("report", reading.report.id, message=kept.fate), status_code=303)


def load(text: str, values: dict[str, str | None]) -> Report:
    """The report of a text that came back from the page, letter by letter as it was read."""
    from communique.load import load_text

    return load_text(text, **{key: value for key, value in values.items() if value})


def _reader(request: Request) -> TheReader:
    reader: TheReader = request.app.state.reader
    return reader


def _report(text: str, file: UploadFile | None, values: dict[str, str | None]) -> Report:
    if file is not None and file.filename:
        if text.strip():
            raise InputError("", "there is a text and a file; give one of them")
        return uploaded(file.file.read(), file.filename, values)
    if not text.strip():
        raise InputError("", "there is nothing to read yet: paste a text, or choose a file")
    return pasted(text, values)


def _told_so(error: InputError) -> str:
    """The sentence; a file's name at its beginning stays as it is."""
    told = str(error) if error.where else f"{error.problem[:1].upper()}{error.problem[1:]}"
    return told if told.endswith((".", "?", "!")) else f"{told}."


def _form(request: Request, text: str, told: dict[str, str | None], problem: str | None, status: int = 200) -> Response:
    context = {"text": text, "told": told, "problem": problem, "longest": LONGEST}
    return page(request, View("read.html", "Read a text", context=context, status=status))

"""The brief on two sides: on a page, and as Markdown, HTML, Word or PDF to take along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from communique.brief import Brief, make_brief
from communique.brief.html import as_fragment, style
from communique.ledger.rows import Rows, as_dict
from communique.web.addresses import to
from communique.web.answers import answer, page
from communique.web.api.answering import told
from communique.web.asked import Date, TheLedger, blank
from communique.web.view import View

router = APIRouter()
FORMS = {
    "md": ("Markdown", "text/markdown; charset=utf-8"), "html": ("HTML", "text/html; charset=utf-8"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("PDF", "application/pdf"),
}  # fmt: skip


@dataclass(frozen=True)
class ToldLine:
    """A line of a brief, where it stands and what it cites, for a table."""

    section: str
    group: str | None
    line: str
    cites: tuple[str, ...]
    outlets: tuple[str, ...]
    dates: tuple[str, ...]
    quotes: tuple[str, ...]
    reports: tuple[str, ...]


@router.get("/brief")
def choose(
    request: Request,
    ledger: TheLedger,
    a: Annotated[str, Query(max_length=100)] = "",
    b: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """The form that asks on whom; with both sides it leads to their brief."""
    if a.strip() and b.strip():
        return RedirectResponse(to("brief", ledger.code(a), ledger.code(b)), 303)
    return page(request, View("brief_form.html", "A brief", context={"a": a, "b": b, "parties": ledger.names()}))


@router.get("/brief/{a}/{b}")
def brief(
    request: Request, ledger: TheLedger, a: str, b: str, since: Date = None, as_of: Date = None,
    form: Annotated[str, Query(alias="as", pattern="^(md|html|docx|pdf|page)$")] = "page",
) -> Response:  # fmt: skip
    """The brief; ``as`` says in which form it is to be had."""
    made = make_brief(ledger, a, b, since=blank(since), as_of=blank(as_of))
    if request.query_params.get("format") == "json":
        return told(request, as_dict(made))
    if form != "page":
        written = {"md": made.to_markdown, "html": made.to_html, "docx": made.to_word, "pdf": made.to_pdf}[form]()
        name = f"brief-{made.a}-{made.b}-{made.as_of or 'empty'}.{form}"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(written, media_type=FORMS[form][1], headers=headers)
    fragment = as_fragment(made, href=lambda report: to("report", report))
    context = {
        "fragment": Markup(fragment), "a": made.a, "b": made.b, "since": since, "as_of": as_of,  # noqa: S704 - escaped by its template
        "forms": FORMS,
    }  # fmt: skip
    sheets = {"lines": _lines(made)}
    return answer(request, View("brief.html", made.title, sheets, context, {"as_of": blank(as_of) or made.as_of}))


def _lines(brief: Brief) -> Rows[ToldLine]:
    """The lines in their order."""
    return Rows(
        ToldLine(
            section.title, group.title, line.text,
            cites=tuple(one.key for one in line.citations), outlets=tuple(one.outlet or "" for one in line.citations),
            dates=tuple(one.date or "" for one in line.citations), quotes=tuple(one.quote for one in line.citations),
            reports=tuple(one.report for one in line.citations),
        )
        for section in brief.sections for group in section.groups for line in group.lines
    )  # fmt: skip


@router.get("/brief.css")
def rules() -> Response:
    """How the brief looks: its own rules, in the colours of these pages."""
    return Response(style(), media_type="text/css", headers={"cache-control": "public, max-age=3600"})

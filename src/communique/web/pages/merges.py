"""Names of one person or thing brought together by a person's word, and undone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from communique.errors import BadCorrection
from communique.ledger._ledger import Ledger
from communique.web.answers import answer
from communique.web.asked import Limit, Moment, TheLedger, blank
from communique.web.moments import fixed
from communique.web.people import Visitor, needs, now
from communique.web.safety import forms
from communique.web.view import View

router = APIRouter()
Editor = Annotated[Visitor, Depends(needs("editor"))]
KINDS = ("person", "named")
_Name = Annotated[str, Form(max_length=300)]


@router.get("/merges")
def merges(
    request: Request, ledger: TheLedger, kind: Annotated[str | None, Query(pattern="^(person|named)?$")] = None,
    as_of: Moment = None, limit: Limit = 100,
) -> Response:  # fmt: skip
    """What was brought together, newest first."""
    return _page(request, ledger, kind, blank(as_of), limit, None, {})


@router.post("/merges")
def merge(
    request: Request, ledger: TheLedger, who: Editor, kind: _Name, name: _Name, into: _Name, why: _Name, country: _Name = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Bring two names together."""
    forms.check(request, csrf, request.app.state.settings.secure)
    given = {"kind": kind, "name": name, "into": into, "country": country, "why": why}
    try:
        made = ledger.merge(
            kind,
            name.strip(),
            into.strip(),
            country=blank(country),
            who=who.name or "",
            why=why,
            at=now(),
            derive=False,
        )
    except BadCorrection as error:
        return _page(request, ledger, None, None, 100, str(error), given)
    ledger.note(now(), who.name or "", "merge", f"{made.id}: {name} into {into}", who.origin)
    return RedirectResponse("/merges", 303, background=BackgroundTask(request.app.state.settle))


@router.post("/merges/{id}/undo")
def undo(
    request: Request,
    ledger: TheLedger,
    who: Editor,
    id: str,  # noqa: A002 - the name in the address
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Undo it: it stays, noted as undone."""
    forms.check(request, csrf, request.app.state.settings.secure)
    undone = ledger.unmerge(id, who=who.name or "", at=now(), derive=False)
    ledger.note(now(), who.name or "", "undo merge", f"{undone.id}: {undone.name} into {undone.into}", who.origin)
    return RedirectResponse("/merges", 303, background=BackgroundTask(request.app.state.settle))


def _page(
    request: Request, ledger: Ledger, kind: str | None, as_of: str | None, limit: int, problem: str | None,
    given: dict[str, str],
) -> Response:  # fmt: skip
    moment = fixed(as_of, ledger.last_said)
    rows = ledger.merges(kind or None, as_of=moment, limit=limit)
    context = {"rows": rows, "kind": kind, "kinds": KINDS, "as_of": as_of, "problem": problem, "given": given}
    status = 400 if problem else 200
    return answer(
        request, View("merges.html", "Merged names", {"merges": rows}, context, {"as_of": moment}, status=status)
    )

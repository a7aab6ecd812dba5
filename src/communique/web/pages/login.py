"""Logging in and out; one's own account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from communique.web import faults
from communique.web.addresses import ours
from communique.web.answers import page
from communique.web.asked import TheLedger
from communique.web.people import now, visitor
from communique.web.safety import forms
from communique.web.safety.guard import session_cookie
from communique.web.safety.login import TOO_MANY, WRONG, TooManyTries, open_session
from communique.web.settings import Settings
from communique.web.view import View

router = APIRouter()


@router.get("/login")
def form(request: Request, next: str = "/") -> Response:  # noqa: A002 - the name in the address
    """The form."""
    return page(request, View("login.html", "Log in", context={"next": ours(next), "name": "", "problem": None}))


@router.post("/login")
def log_in(
    request: Request,
    ledger: TheLedger,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=1000)],
    csrf: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the field's name
) -> Response:
    """Open a session. Each try is noted; after too many none is looked at for a while."""
    settings: Settings = request.app.state.settings
    forms.check(request, csrf, settings.secure)
    origin = visitor(request).origin
    try:
        token = open_session(ledger, name, password, origin, settings.session_hours)
    except TooManyTries:
        return faults.told(request, 429, TOO_MANY, {"retry-after": "300"})
    if token is None:
        context = {"next": ours(next), "name": name, "problem": WRONG}
        return page(request, View("login.html", "Log in", context=context, status=401))
    answer = RedirectResponse(ours(next), status_code=303)
    answer.set_cookie(
        session_cookie(settings.secure), token, max_age=settings.session_hours * 3600, httponly=True, samesite="lax",
        secure=settings.secure, path="/",
    )  # fmt: skip
    return answer


@router.post("/logout")
def log_out(request: Request, ledger: TheLedger, csrf: Annotated[str, Form()] = "") -> Response:
    """Close the session."""
    settings: Settings = request.app.state.settings
    forms.check(request, csrf, settings.secure)
    token = request.cookies.get(session_cookie(settings.secure))
    if token:
        ledger.close_session(token)
        ledger.note(now(), visitor(request).name or "", "logout", "", visitor(request).origin)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(session_cookie(settings.secure), path="/", secure=settings.secure, httponly=True)
    return answer

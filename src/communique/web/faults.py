"""What a browser or program is told when something cannot be: one clear sentence, in the form that it asked for."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from communique.errors import (
    CommuniqueError,
    LedgerBusy,
    LedgerError,
    LedgerLost,
    LedgerReadOnly,
    UnknownAccount,
    UnknownParty,
    UnknownRecord,
    UnknownReport,
)
from communique.web import addresses
from communique.web.people import NotAllowed, NotLoggedIn
from communique.web.safety.forms import NotOurForm
from communique.web.safety.headers import HEADERS
from communique.web.templating import render

_LOG = logging.getLogger("communique.web")
_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (UnknownReport, 404), (UnknownRecord, 404), (UnknownParty, 404), (UnknownAccount, 404), (LedgerBusy, 503), (LedgerLost, 503),
    (LedgerReadOnly, 409), (LedgerError, 500), (CommuniqueError, 400),
)  # fmt: skip
_CODES = {
    400: "bad_request", 401: "not_logged_in", 403: "not_allowed", 404: "not_found", 405: "method_not_allowed",
    409: "read_only", 413: "too_long", 422: "bad_request", 429: "too_many", 500: "fault", 503: "busy",
}  # fmt: skip
_HEADINGS = {400: "That cannot be asked", 403: "Not allowed", 404: "Not found", 413: "Too long", 429: "Too many tries"}


def install(app: FastAPI) -> None:
    """See to it that each fault is told so."""
    app.add_exception_handler(NotLoggedIn, _not_logged_in)
    app.add_exception_handler(NotAllowed, _not_allowed)
    app.add_exception_handler(NotOurForm, _not_ours)
    app.add_exception_handler(CommuniqueError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def told(request: Request, status: int, sentence: str, headers: dict[str, str] | None = None) -> Response:
    """The sentence as a page, or as JSON to programs: ``{"error": {"code": …, "message": …}}``."""
    if for_programs(request):
        body = {"error": {"code": _CODES.get(status, "fault"), "message": sentence}}
        return JSONResponse(body, status_code=status, headers=headers)
    heading = _HEADINGS.get(status, "Something went wrong" if status >= 500 else "That did not work")
    text = render(
        request,
        "fault.html",
        request.app.state.settings,
        title=heading,
        sentence=sentence,
        missing=status == 404,
        pinned=None,
        sheets={},
    )
    return HTMLResponse(text, status_code=status, headers=headers)


def for_programs(request: Request) -> bool:
    """Whether a program is asking."""
    return request.url.path.startswith("/api/") or request.query_params.get("format") == "json"


def status_of(error: Exception) -> int:
    """The HTTP status for an error of ours."""
    return next(status for kind, status in _STATUS if isinstance(error, kind))


async def _not_logged_in(request: Request, error: Exception) -> Response:
    if for_programs(request):
        return told(request, 401, "Log in first.", {"www-authenticate": "Cookie"})
    asked = addresses.here(request) if request.method == "GET" else "/"
    return RedirectResponse(addresses.to("login", next=asked), status_code=303)


async def _not_allowed(request: Request, error: Exception) -> Response:
    return told(request, 403, _sentence(str(error)))


async def _not_ours(request: Request, error: Exception) -> Response:
    return told(
        request,
        403,
        "This form is too old, or did not come from here. Go back, load the page again and send it once more.",
    )


async def _ours(request: Request, error: Exception) -> Response:
    status = status_of(error)
    return told(request, status, _sentence(str(error)), {"retry-after": "5"} if status == 503 else None)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return told(request, 422 if for_programs(request) else 400, _sentence("; ".join(map(_problem, error.errors()))))


def _problem(one: Any) -> str:
    if one["type"] == "json_invalid":
        return "what was sent is no JSON"
    return f"{one['loc'][-1]}: {one['msg'][:1].lower()}{one['msg'][1:]}"


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    path = request.url.path
    plain = {
        "Not Found": f"There is nothing at {path}.",
        "Method Not Allowed": f"{request.method} cannot be asked of {path}.",
    }
    sentence = plain.get(error.detail, error.detail)
    return told(request, error.status_code, sentence, dict(error.headers) if error.headers else None)


async def _unforeseen(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    # this answer is made outside of all else, so it brings its own headers
    return told(request, 500, "Something went wrong here; the server's log says what.", dict(HEADERS))


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."

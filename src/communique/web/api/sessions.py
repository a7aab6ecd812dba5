"""Logging in for programs: a token for the ``Authorization: Bearer`` header. Needed only where people log in too."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from communique.web import faults
from communique.web.api.answering import told
from communique.web.api.shapes import FAULTS
from communique.web.asked import TheLedger
from communique.web.people import visitor
from communique.web.safety.forms import check_origin
from communique.web.safety.login import TOO_MANY, WRONG, TooManyTries, open_session
from communique.web.settings import Settings

router = APIRouter(responses=FAULTS, tags=["sessions"])


class Credentials(BaseModel):
    """Who one is."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=64)
    password: str = Field(max_length=1000)


class Token(BaseModel):
    """What to send as ``Authorization: Bearer TOKEN``; good for so many hours."""

    token: str
    hours: int


@router.post("/session", response_model=Token, status_code=201)
def log_in(request: Request, ledger: TheLedger, given: Credentials) -> Response:
    """Open a session."""
    check_origin(request)
    settings: Settings = request.app.state.settings
    origin = visitor(request).origin
    try:
        token = open_session(ledger, given.name, given.password, origin, settings.session_hours)
    except TooManyTries:
        return faults.told(request, 429, TOO_MANY, {"retry-after": "300"})
    if token is None:
        return faults.told(request, 401, WRONG)
    return told(request, {"token": token, "hours": settings.session_hours}, 201)

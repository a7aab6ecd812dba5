"""Who is asking: found out for each request before a page sees it."""

from __future__ import annotations

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from communique.ledger._ledger import Ledger
from communique.web.people import NotLoggedIn, Visitor, now
from communique.web.settings import Settings

_OPEN = ("/static/", "/login", "/api/v1/session", "/api/v1/openapi.json")
"""What can be had without logging in."""


def session_cookie(secure: bool) -> str:
    """The name of the cookie that says who is logged in."""
    return "__Host-communique" if secure else "communique-session"


class Guard:
    """Puts a ``Visitor`` on each request; where a login is needed, it lets nobody else through."""

    def __init__(self, app: ASGIApp, ledger: Ledger, settings: Settings) -> None:
        self.app, self.ledger, self.settings = app, ledger, settings
        self._local = settings.local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request. ``scope`` gets its visitor."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        request.state.visitor = await self._visitor(request)
        await self.app(scope, receive, send)

    async def _visitor(self, request: Request) -> Visitor:
        origin = request.client.host if request.client else ""
        if not self.settings.login:
            return Visitor(self._local, "admin", origin)
        token = _bearer(request) or request.cookies.get(session_cookie(self.settings.secure))
        if not token or request.url.path.startswith("/static/"):
            return Visitor(None, None, origin)
        account = await run_in_threadpool(self.ledger.logged_in, token, now())
        return Visitor(account.name, account.role, origin) if account else Visitor(None, None, origin)


def _bearer(request: Request) -> str | None:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or None if kind.lower() == "bearer" else None


def logged_in(request: Request) -> None:
    """A dependency of all pages but the open ones. Raises ``NotLoggedIn``."""
    if request.state.visitor.name is None and not request.url.path.startswith(_OPEN):
        raise NotLoggedIn

"""While a page is made Python looks for no circles to free: what is made for it is freed without, when it is sent."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from communique.ledger.store.engine import unswept


class Unswept:
    """Around all else that a request passes through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with unswept():
            await self._app(scope, receive, send)

"""How much of a request is read."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class TooLong(HTTPException):
    """The request is longer than what is read."""

    def __init__(self, most: int) -> None:
        super().__init__(413, f"That is more than {most / 1_000_000:g} MB; use `communique add` for long files.")


class MostBytes:
    """Reads at most so many bytes of a request, whatever it says of its length."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.most:
                raise TooLong(self.most)
            return message

        await self.app(scope, counted, send)

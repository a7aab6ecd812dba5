"""Forms are answered only when they come from our own pages (cross-site request forgery).

The browser holds a secret in a cookie that no script and no other site can read; each form of ours carries a code made of
it, which another site cannot know. What browsers say of where a request comes from (``Origin``, ``Sec-Fetch-Site``) must
fit too.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import Request
from starlette.responses import Response

FIELD = "csrf"
_PURPOSE = b"communique: a form of ours"


class NotOurForm(Exception):
    """A form that did not come from a page of ours, or from one that is too old."""


def cookie_name(secure: bool) -> str:
    """The cookie's name: behind TLS one that no neighbour on the same domain can set."""
    return "__Host-communique-form" if secure else "communique-form"


def code_for(secret: str) -> str:
    """What a form carries to show that it is ours."""
    return hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).hexdigest()


def secret_of(request: Request, secure: bool) -> str:
    """The browser's secret; a new one where it has none, which ``remember`` then sends."""
    found = request.cookies.get(cookie_name(secure))
    if found:
        return found
    if not hasattr(request.state, "new_secret"):
        request.state.new_secret = secrets.token_urlsafe(32)
    return str(request.state.new_secret)


def remember(request: Request, response: Response, secure: bool) -> None:
    """Send a secret that was made for this answer."""
    new = getattr(request.state, "new_secret", None)
    if new is not None:
        response.set_cookie(cookie_name(secure), new, httponly=True, samesite="strict", secure=secure, path="/")


def check(request: Request, given: str | None, secure: bool) -> None:
    """Raises ``NotOurForm`` where a request did not come from a form of ours."""
    secret = request.cookies.get(cookie_name(secure))
    if not secret or not given or not hmac.compare_digest(code_for(secret), given):
        raise NotOurForm
    check_origin(request)


def check_origin(request: Request) -> None:
    """Raises ``NotOurForm`` where the browser says that the request comes from another site."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise NotOurForm
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotOurForm

"""Addresses: filters live in them, so that a view can be sent to somebody, kept, and asked for as JSON or CSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request

OURS = ("format", "sheet", "message")
"""What is not part of what a view shows."""


def here(request: Request, /, **changes: Any) -> str:
    """The address of this view with some values changed; None takes one out."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in {*changes, *OURS} and value]
    new = [(key, str(value)) for key, value in changes.items() if value is not None and value != ""]
    return _with(request.url.path, [*kept, *new])


def to(*path: str, **values: Any) -> str:
    """An address of ours: ``to("dyad", "CHN", "KAZ", since="2024")``."""
    whole = "/" + "/".join([part if part.isalnum() and part.isascii() else quote(part, safe="") for part in path])
    return _with(whole, _given(values)) if values else whole


def _given(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(key, str(value)) for key, value in values.items() if value not in (None, "", False)]


def _with(path: str, values: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(values)}" if values else path


def ours(address: str | None) -> str:
    """Where to go after logging in: an address on this server, never another."""
    safe = address is not None and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if safe and address is not None and address.isprintable() and "\\" not in address else "/"

"""Making answers: pages by cursor, ETags."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable
from typing import Any

from fastapi import Request
from starlette.responses import Response

from communique.errors import BadQuery
from communique.ledger.rows import Rows
from communique.web.answers import plain

DEEPEST = 10_000
"""So far down a list a cursor goes; who wants more asks by dates."""


def listed(
    request: Request, ask: Callable[[int], Rows[Any]], limit: int, cursor: str | None, *, counted: bool = True
) -> Response:
    """A page of what ``ask`` (given how many rows) answers; fewer rows must be the beginning of more.

    ``counted`` is False where an answer does not know how many rows there are in all. Raises ``BadQuery`` where the
    cursor is of another list.
    """
    asked = _fingerprint(request)
    start = _start(cursor, asked)
    if start + limit > DEEPEST:
        raise BadQuery(f"a cursor goes {DEEPEST:,} rows down a list; ask for less at once, by dates or parties")
    rows = ask(start + limit + 1)
    some = rows[start : start + limit]
    after = _cursor(start + limit, asked) if len(rows) > start + limit else None
    total = rows.total if counted else None
    return told(request, {"rows": [plain(row) for row in some], "total": total, "next": after})


def newest_first(rows: Rows[Any]) -> Rows[Any]:
    """Rows that come oldest first but are cut at the old end, the other way round."""
    return Rows(reversed(rows), rows.total)


def told(request: Request, value: Any, status: int = 200) -> Response:
    """The answer as JSON with its ETag; 304 to one who has it."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    if status == 200 and request.method == "GET" and _has(request, tag):
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, status_code=status, media_type="application/json", headers={"etag": tag})


def _has(request: Request, tag: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    return tag in known or "*" in known


def _fingerprint(request: Request) -> str:
    """What is asked, without how much of it: a cursor fits one question only."""
    asked = sorted((key, value) for key, value in request.query_params.multi_items() if key not in {"cursor", "limit"})
    return hashlib.blake2b(json.dumps([request.url.path, asked]).encode(), digest_size=6).hexdigest()


def _cursor(start: int, asked: str) -> str:
    return base64.urlsafe_b64encode(f"{start}.{asked}".encode()).decode().rstrip("=")


def _start(cursor: str | None, asked: str) -> int:
    if cursor is None:
        return 0
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        told = ""
    start, _, question = told.partition(".")
    if question != asked or not start.isascii() or not start.isdecimal() or len(start) > 6:
        raise BadQuery("this cursor belongs to another question; begin without one")
    return int(start)

"""What pages ask for again and again: the ledger of the request, values from the address."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from communique.errors import BadQuery
from communique.ledger._ledger import Ledger


def _ledger(request: Request) -> Ledger:
    return cast(Ledger, request.app.state.ledger)


def blank(value: str | None) -> str | None:
    """None for what a form sends of a field that was left empty."""
    return (value.strip() or None) if value else None


def ticked(value: str | None, name: str) -> bool:
    """Whether a box was ticked. Raises ``BadQuery`` where the address has another word for it."""
    given = blank(value)
    if given is not None and given not in {"true", "false", "1", "0", "on"}:
        raise BadQuery(f"{name}={given!r} is neither true nor false")
    return given in {"true", "1", "on"}


TheLedger = Annotated[Ledger, Depends(_ledger)]
Date = Annotated[str | None, Query(max_length=10)]
Moment = Annotated[str | None, Query(max_length=40, description="as of then: 2026-11-22T01:40:00Z, or a day")]
Party = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=5000)]

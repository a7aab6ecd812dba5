"""What pages ask for again and again: the ledger of the request, values from the address."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from communique.ledger._ledger import Ledger


def _ledger(request: Request) -> Ledger:
    return cast(Ledger, request.app.state.ledger)


def blank(value: str | None) -> str | None:
    """None for what a form sends of a field that was left empty."""
    return (value.strip() or None) if value else None


TheLedger = Annotated[Ledger, Depends(_ledger)]
Date = Annotated[str | None, Query(max_length=10)]
Party = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=5000)]

"""The parties in an address: a name in it is as good as a code, and is sent on to the address with the code."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from communique.ledger._ledger import Ledger
from communique.ledger.rows import Commitment
from communique.web import addresses


def codes(ledger: Ledger, *names: str) -> tuple[str, ...]:
    """The codes of parties given by code or name. Raises ``UnknownParty``."""
    return tuple(ledger.code(name) for name in names)


def elsewhere(request: Request, page: str, given: tuple[str, ...], found: tuple[str, ...]) -> Response | None:
    """On to the page of the codes, where they were given by name; the filters go along."""
    if given == found:
        return None
    kept = dict(request.query_params)
    return RedirectResponse(addresses.to(page, *found, **kept), status_code=303)


def tellers(rows: Iterable[Commitment]) -> set[str]:
    """The reports in which commitments were last told of in words."""
    last = (next((step for step in reversed(row.history) if step.evidence), None) for row in rows)
    return {step.report for step in last if step is not None}

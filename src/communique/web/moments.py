"""The moment as of which pages tell what people did: in the address, so that a link says the same tomorrow."""

from __future__ import annotations

from collections.abc import Callable

from communique.errors import BadDate
from communique.ledger.ask.dates import end_at
from communique.web.people import now

Last = Callable[[], str | None]
"""Asks the ledger for the moment of the last deed; None where nothing was done yet."""


def fixed(given: str | None, last: Last) -> str:
    """The moment that was asked for; by default that of the last deed, so that the page is what its link says later.

    Raises ``BadDate``, as ``checked``.
    """
    return checked(given, last) or last() or now()


def checked(given: str | None, last: Last) -> str | None:
    """The moment that was asked for. Raises ``BadDate`` where it cannot be read, or more may be done by then.

    A deed may have been noted by a clock that is ahead of this one: its moment can be asked for.
    """
    if given is not None and end_at(given) > end_at(now()) and end_at(given) > end_at(last() or now()):
        raise BadDate(f"as-of {given!r} is not over yet, more may be done by then; ask for a time that is past")
    return given

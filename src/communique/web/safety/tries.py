"""How often somebody may try a password: from one address, and for one name. The audit log counts, for all who serve it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from communique.ledger.accounts import Accounts
from communique.web.people import stamp

_WINDOW = timedelta(minutes=5)
_PER_NAME = 5
_PER_ORIGIN = 20


def too_many(ledger: Accounts, name: str, origin: str) -> bool:
    """Whether so many failed in the last five minutes, for this name or from this address, that this one is not even
    looked at. Failed ones count as they are noted in the audit log: ``login failed``, ``wrong password``.
    """
    since = stamp(datetime.now(UTC) - _WINDOW)
    return ledger.failed(since, who=name) >= _PER_NAME or ledger.failed(since, origin=origin) >= _PER_ORIGIN

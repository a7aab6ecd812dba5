"""Opening a session: the same for people and programs."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from communique.ledger._ledger import Ledger
from communique.web.people import now, stamp
from communique.web.safety.passwords import fits
from communique.web.safety.tries import too_many

TOO_MANY = "Too many tries; wait five minutes and try again."
WRONG = "The name or the password is wrong."


class TooManyTries(Exception):
    """So many wrong tries that this one is not looked at."""


def open_session(ledger: Ledger, name: str, password: str, origin: str, hours: int) -> str | None:
    """The token of a new session, None where the name or password is wrong. Each try is noted in the audit log.

    Raises ``TooManyTries``.
    """
    if too_many(ledger, name, origin):
        ledger.note(now(), name, "login refused", "too many tries", origin)
        raise TooManyTries
    account = ledger.account(name)
    if not fits(password, account.password if account is not None and not account.disabled else None):
        ledger.note(now(), name, "login failed", "", origin)
        return None
    token = secrets.token_urlsafe(32)
    until = datetime.now(UTC) + timedelta(hours=hours)
    ledger.open_session(token, name, now(), stamp(until))
    ledger.note(now(), name, "login", "", origin)
    return token

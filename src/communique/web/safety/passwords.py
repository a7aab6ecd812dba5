"""Passwords: kept as Argon2id hashes (RFC 9106), compared in the same time whether the account is there or not."""

from __future__ import annotations

import functools

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from communique.errors import BadQuery

SHORTEST, LONGEST = 12, 200
_hasher = PasswordHasher()


def hashed(password: str) -> str:
    """The hash of a password. Raises ``BadQuery`` where it is too short to be one, or absurdly long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadQuery(f"a password has {SHORTEST} to {LONGEST} letters")
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether it is the password of this hash. With ``kept`` None the same work is done, and the answer is no."""
    try:
        return _hasher.verify(kept if kept is not None else _nobodys(), password[: LONGEST + 1]) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


@functools.cache
def _nobodys() -> str:
    return _hasher.hash("no account has this password")

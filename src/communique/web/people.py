"""Who is asking, and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from fastapi import Request

from communique.ledger.accounts import ROLES, Role


@dataclass(frozen=True)
class Visitor:
    """Who is asking. ``name`` is None for one who has not logged in."""

    name: str | None
    role: Role | None
    origin: str = ""

    def may(self, role: Role) -> bool:
        """Whether they have this role, or one that includes it."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(role)


class NotLoggedIn(Exception):
    """The page needs somebody who has logged in."""


class NotAllowed(Exception):
    """They have logged in, and may not do this. ``needed`` is the role that may."""

    def __init__(self, needed: Role) -> None:
        self.needed = needed
        super().__init__(f"this is for accounts with the role {needed}")


def visitor(request: Request) -> Visitor:
    """Who is asking, as the guard found out."""
    return cast(Visitor, request.state.visitor)


def needs(role: Role) -> Callable[[Request], Visitor]:
    """A dependency: the visitor, where they have this role. Raises ``NotLoggedIn`` or ``NotAllowed``."""

    def allowed(request: Request) -> Visitor:
        one = visitor(request)
        if one.name is None:
            raise NotLoggedIn
        if not one.may(role):
            raise NotAllowed(role)
        return one

    return allowed


def now() -> str:
    """This instant, as the ledger wants it: ISO 8601 in UTC, so fine that no two deeds are of one."""
    return stamp(datetime.now(UTC))


def stamp(when: datetime) -> str:
    """An instant in UTC as text; all of one length, so that they sort."""
    return f"{when:%Y-%m-%dT%H:%M:%S.%fZ}"

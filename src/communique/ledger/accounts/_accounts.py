"""Accounts, sessions and the audit log, as methods of a ledger."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from communique.errors import BadQuery, UnknownAccount
from communique.ledger import moments
from communique.ledger.ask.dates import end_at, start_at
from communique.ledger.rows import Rows
from communique.ledger.store import schema
from communique.ledger.store.engine import reading, writing

Role = Literal["reader", "editor", "admin"]
"""A reader looks; an editor adds reports and corrects records; an admin also sees to accounts and reads the audit log."""
ROLES: tuple[Role, ...] = get_args(Role)

_NAME = re.compile(r"[\w.@-]{1,64}")
FAILED = ("login failed", "wrong password")
"""The deeds by which the audit log notes that a password was wrong."""
_SECOND = "2026-05-01T09:30:00"
_LONGEST = 500
"""Letters of what the audit log keeps of one deed."""


@dataclass(frozen=True)
class Account:
    """Somebody who may log in. ``password`` is a hash (Argon2, in its own notation)."""

    name: str
    role: Role
    created: str
    disabled: bool
    password: str


@dataclass(frozen=True)
class Deed:
    """A line of the audit log: when, who, what (``login``, ``correct`` …), about what, from which address."""

    at: str
    who: str
    act: str
    about: str
    origin: str


class Accounts:
    """What a ledger keeps of people."""

    engine: Engine

    def accounts(self) -> Rows[Account]:
        """All accounts, by name."""
        table = schema.account
        with reading(self.engine) as connection:
            return Rows(_account(row) for row in connection.execute(select(table).order_by(table.c.name)))

    def account(self, name: str) -> Account | None:
        """The account of this name."""
        with reading(self.engine) as connection:
            return _of(connection, name)

    def add_account(self, name: str, role: Role, password: str, at: str) -> Account:
        """Make an account; ``password`` is the hash. Raises ``BadQuery`` where the name is none, or taken."""
        if not _NAME.fullmatch(name):
            raise BadQuery(f"{name!r} is no name for an account: letters, digits and . _ @ - only, up to 64 of them")
        _check(role)
        with writing(self.engine) as connection:
            if _of(connection, name) is not None:
                raise BadQuery(f"there is an account called {name!r} already")
            values = {"name": name, "role": role, "password": password, "created": at, "disabled": False}
            connection.execute(insert(schema.account), values)
        return Account(name, role, at, False, password)

    def change_account(
        self, name: str, *, role: Role | None = None, password: str | None = None, disabled: bool | None = None
    ) -> Account:
        """Give an account another role or password, close it or open it again.

        All its sessions end where anything but the role changes. Raises ``UnknownAccount``, and ``BadQuery`` where no
        admin would be left who can log in.
        """
        values = {
            key: one for key, one in (("role", role), ("password", password), ("disabled", disabled)) if one is not None
        }
        if role is not None:
            _check(role)
        with writing(self.engine) as connection:
            if _of(connection, name) is None:
                raise UnknownAccount(f"there is no account called {name!r}")
            if values:
                connection.execute(update(schema.account).where(schema.account.c.name == name), values)
            if password is not None or disabled:
                connection.execute(delete(schema.session).where(schema.session.c.account == name))
            if (role not in {None, "admin"} or disabled) and not _admins(connection):
                raise BadQuery(f"{name!r} is the only admin who can log in; make another one first")
            changed = _of(connection, name)
        assert changed is not None
        return changed

    def open_session(self, token: str, account: str, at: str, expires: str) -> None:
        """Note that the holder of ``token`` is logged in until ``expires``; the ledger keeps the token's hash."""
        values = {"token": _digest(token), "account": account, "created": at, "expires": expires}
        with writing(self.engine) as connection:
            connection.execute(delete(schema.session).where(schema.session.c.expires <= at))
            connection.execute(insert(schema.session), values)

    def logged_in(self, token: str, at: str) -> Account | None:
        """Whose session ``token`` is at that instant, None where it is nobody's or the account is closed."""
        session = schema.session
        query = select(session.c.account).where(session.c.token == _digest(token), session.c.expires > at)
        with reading(self.engine) as connection:
            name = connection.scalar(query)
            account = _of(connection, name) if name is not None else None
        return account if account is not None and not account.disabled else None

    def close_session(self, token: str) -> None:
        """End a session; nothing happens where there is none."""
        with writing(self.engine) as connection:
            connection.execute(delete(schema.session).where(schema.session.c.token == _digest(token)))

    def note(self, at: str, who: str, act: str, about: str, origin: str = "") -> None:
        """Write a line into the audit log."""
        with writing(self.engine) as connection:
            note(connection, at, who, act, about, origin)

    def audit(
        self, *, who: str | None = None, before: str | None = None, as_of: str | None = None, limit: int = 200
    ) -> Rows[Deed]:
        """The audit log, newest first: what is older than ``before``, what was there at ``as_of``, where they are given.

        Either is a moment (2026-05-01T09:30:00Z) or a day; ``as_of`` with its end. Raises ``BadDate``.
        """
        table = schema.audit
        where = [table.c.who == who] if who else []
        where += [moments.kept(table.c.at) < start_at(before)] if before else []
        where += [moments.kept(table.c.at) <= end_at(as_of)] if as_of else []
        query = select(table).where(*where).order_by(table.c.no.desc()).limit(limit or None)
        with reading(self.engine) as connection:
            total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
            rows = [Deed(row.at, row.who, row.act, row.about, row.origin) for row in connection.execute(query)]
        return Rows(rows, total)

    def failed(self, since: str, *, who: str | None = None, origin: str | None = None) -> int:
        """How many passwords that were tried after the moment ``since`` were wrong, for a name or from an address."""
        table = schema.audit
        where = [table.c.act.in_(FAILED), moments.kept(table.c.at) > moments.sorting(since)]
        where += [table.c.at >= since[: len(_SECOND)]]  # what the index knows
        where += [table.c.who == who] if who is not None else []
        where += [table.c.origin == origin] if origin is not None else []
        with reading(self.engine) as connection:
            return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0

    def last_noted(self) -> str | None:
        """The moment of the last line of the audit log."""
        at = schema.audit.c.at
        with reading(self.engine) as connection:
            last = connection.scalar(select(func.max(at))) or ""
            second = last[: len(_SECOND)]  # with its Z it sorts after those with parts of it
            return moments.newest(connection.scalars(select(at).where(at >= second).distinct()))


def note(connection: Connection, at: str, who: str, act: str, about: str, origin: str = "") -> None:
    """Write a line into the audit log, in the transaction of what it tells of."""
    last = connection.scalar(select(func.max(schema.audit.c.no))) or 0
    values = {"no": last + 1, "at": at, "who": who, "act": act, "about": about[:_LONGEST], "origin": origin}
    connection.execute(insert(schema.audit), values)


def _check(role: str) -> None:
    if role not in ROLES:
        raise BadQuery(f"there is no role {role!r}; there are: {', '.join(ROLES)}")


def _of(connection: Connection, name: str) -> Account | None:
    row = connection.execute(select(schema.account).where(schema.account.c.name == name)).first()
    return _account(row) if row is not None else None


def _account(row: object) -> Account:
    return Account(**{name: getattr(row, name) for name in Account.__dataclass_fields__})


def _admins(connection: Connection) -> int:
    table = schema.account
    query = select(func.count()).select_from(table).where(table.c.role == "admin", table.c.disabled.is_(False))
    return connection.scalar(query) or 0


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

"""``communique user``: accounts of a ledger."""

from __future__ import annotations

import sys
from typing import cast

import typer

from communique.cli import _exits
from communique.cli._screen import is_terminal, say, visible
from communique.errors import BadQuery


def add(ledger: str, name: str, role: str, from_stdin: bool) -> int:
    """Make an account. Raises ``BadQuery`` for a name, role or password that cannot be, ``LedgerError``."""
    from communique.ledger._ledger import Ledger
    from communique.ledger.accounts import Role

    with Ledger.open(ledger) as one:
        if one.account(name) is not None:
            raise BadQuery(f"there is an account called {name!r} already; communique user change {name} --password")
        one.add_account(name, cast(Role, role), _hashed(from_stdin), _now())
        one.note(_now(), _who(), "add account", f"{name} as {role}", "command line")
    say(f"{name} may log in as {role}.")
    return _exits.OK


def change(ledger: str, name: str, role: str | None, password: bool, from_stdin: bool, close: bool | None) -> int:
    """Change an account. Raises ``UnknownAccount``, ``BadQuery``, ``LedgerError``."""
    from communique.ledger._ledger import Ledger
    from communique.ledger.accounts import Role

    if role is None and not password and close is None:
        raise typer.BadParameter("say what to change: --role, --password, --close or --reopen")
    with Ledger.open(ledger) as one:
        new = _hashed(from_stdin) if password else None
        changed = one.change_account(name, role=cast(Role | None, role), password=new, disabled=close)
        what = [*([f"role {role}"] if role else []), *(["password"] if password else [])]
        what += ["closed" if close else "opened"] if close is not None else []
        one.note(_now(), _who(), "change account", f"{name}: {', '.join(what)}", "command line")
    say(f"{name}: {changed.role}{', closed' if changed.disabled else ''}.")
    return _exits.OK


def listed(ledger: str) -> int:
    """Print the accounts. Raises ``LedgerError``."""
    from communique.ledger._ledger import Ledger

    with Ledger.open(ledger) as one:
        rows = one.accounts()
    for row in rows:
        print(f"{visible(row.name):24} {row.role:8} since {row.created[:10]}{'  closed' if row.disabled else ''}")
    if not rows:
        say("There are no accounts; make one with: communique user add NAME --role admin")
    return _exits.OK


def _hashed(from_stdin: bool) -> str:
    from communique.cli._extras import needs

    needs("argon2", "web")
    from communique.web.safety.passwords import hashed

    if from_stdin or not is_terminal(sys.stdin):
        return hashed(sys.stdin.readline().rstrip("\r\n"))
    return hashed(typer.prompt("Password", hide_input=True, confirmation_prompt="The same again"))


def _who() -> str:
    from communique.cli._extras import login_name

    return login_name()


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

"""Accounts and the audit log: one's own password; for admins, who may do what, and what was done."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from communique.errors import BadQuery
from communique.ledger._ledger import Ledger
from communique.ledger.accounts import ROLES, Account, Role
from communique.ledger.rows import Rows
from communique.web.answers import answer, page
from communique.web.asked import Moment, TheLedger, blank
from communique.web.moments import fixed
from communique.web.people import Visitor, needs, now
from communique.web.safety import forms
from communique.web.safety.login import TOO_MANY
from communique.web.safety.passwords import SHORTEST, fits, hashed
from communique.web.safety.tries import too_many
from communique.web.view import View

router = APIRouter()
Admin = Annotated[Visitor, Depends(needs("admin"))]
Anybody = Annotated[Visitor, Depends(needs("reader"))]
_Code = Annotated[str, Form()]


@router.get("/account")
def own(request: Request, who: Anybody) -> Response:
    """One's own account."""
    return _own(request, None)


@router.post("/account")
def new_password(
    request: Request,
    ledger: TheLedger,
    who: Anybody,
    old: Annotated[str, Form(max_length=1000)],
    new: Annotated[str, Form(max_length=1000)],
    again: Annotated[str, Form(max_length=1000)],
    csrf: _Code = "",
) -> Response:
    """Another password: all sessions of the account end."""
    forms.check(request, csrf, request.app.state.settings.secure)
    account, name = ledger.account(who.name or ""), who.name or ""
    if too_many(ledger, name, who.origin):
        return _own(request, TOO_MANY, 429)
    if account is None or not fits(old, account.password):
        ledger.note(now(), name, "wrong password", "for a new one", who.origin)
        return _own(request, "The present password is wrong.", 400)
    if new != again:
        return _own(request, "The two new passwords are not the same.", 400)
    try:
        ledger.change_account(account.name, password=hashed(new))
    except BadQuery as error:
        return _own(request, f"{str(error).capitalize()}.", 400)
    ledger.note(now(), account.name, "change account", "own password", who.origin)
    return RedirectResponse("/login", status_code=303)


@router.get("/accounts")
def accounts(request: Request, ledger: TheLedger, who: Admin) -> Response:
    """Who may do what."""
    return _accounts(request, ledger, None)


@router.post("/accounts")
def add(
    request: Request,
    ledger: TheLedger,
    who: Admin,
    name: Annotated[str, Form(max_length=200)],
    role: Annotated[str, Form(max_length=20)],
    password: Annotated[str, Form(max_length=1000)],
    csrf: _Code = "",
) -> Response:
    """Make an account."""
    forms.check(request, csrf, request.app.state.settings.secure)
    try:
        ledger.add_account(name, cast(Role, role), hashed(password), now())
    except BadQuery as error:
        return _accounts(request, ledger, str(error), 400)
    ledger.note(now(), who.name or "", "add account", f"{name} as {role}", who.origin)
    return RedirectResponse("/accounts", status_code=303)


@router.post("/accounts/{name}")
def change(
    request: Request,
    ledger: TheLedger,
    who: Admin,
    name: str,
    role: Annotated[str, Form(max_length=20)] = "",
    state: Annotated[str, Form(max_length=20)] = "",
    csrf: _Code = "",
) -> Response:
    """Give an account another role, close it or open it again."""
    forms.check(request, csrf, request.app.state.settings.secure)
    disabled = {"closed": True, "open": False}.get(state)
    try:
        ledger.change_account(name, role=cast(Role, role) if role else None, disabled=disabled)
    except BadQuery as error:
        return _accounts(request, ledger, str(error), 400)
    ledger.note(now(), who.name or "", "change account", f"{name}: {role} {state}".strip(), who.origin)
    return RedirectResponse("/accounts", status_code=303)


@router.get("/audit")
def audit(
    request: Request,
    ledger: TheLedger,
    who: Admin,
    name: Annotated[str, Query(max_length=64)] = "",
    before: Annotated[str, Query(max_length=40)] = "",
    as_of: Moment = None,
    limit: Annotated[int, Query(ge=1, le=5000)] = 200,
) -> Response:
    """What was done, newest first."""
    moment = fixed(blank(as_of), ledger.last_noted)
    rows = ledger.audit(who=blank(name), before=blank(before), as_of=moment, limit=limit)
    context = {"rows": rows, "name": name, "before": before, "as_of": blank(as_of)}
    return answer(request, View("audit.html", "Audit log", {"audit": rows}, context, {"as_of": moment}))


def _own(request: Request, problem: str | None, status: int = 200) -> Response:
    context = {"problem": problem, "shortest": SHORTEST}
    return page(request, View("account.html", "Your account", context=context, status=status))


def _accounts(request: Request, ledger: Ledger, problem: str | None, status: int = 200) -> Response:
    rows: Rows[Account] = ledger.accounts()
    context = {"rows": rows, "roles": ROLES, "problem": problem, "shortest": SHORTEST}
    return page(request, View("accounts.html", "Accounts", context=context, status=status))

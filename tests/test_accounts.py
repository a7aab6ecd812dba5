"""Accounts, sessions and the audit log."""

from __future__ import annotations

import pytest

from communique import BadQuery, Ledger, UnknownAccount

NOON, LATER = "2026-05-01T12:00:00Z", "2026-05-01T13:00:00Z"


@pytest.fixture
def ledger():
    with Ledger.open(":memory:", create=True) as one:
        one.add_account("ada", "admin", "hash-a", NOON)
        one.add_account("ben", "editor", "hash-b", NOON)
        yield one


def test_accounts_are_told_by_name(ledger):
    assert [(one.name, one.role) for one in ledger.accounts()] == [("ada", "admin"), ("ben", "editor")]
    assert ledger.account("ben").password == "hash-b"
    assert ledger.account("eve") is None


@pytest.mark.parametrize(
    ("name", "role"), [("", "reader"), ("a b", "reader"), ("x" * 65, "reader"), ("ada", "reader"), ("eve", "owner")]
)
def test_no_account_without_a_name_and_role_of_its_own(ledger, name, role):
    with pytest.raises(BadQuery):
        ledger.add_account(name, role, "h", NOON)
    assert len(ledger.accounts()) == 2


def test_a_session_ends_when_its_time_is_over(ledger):
    ledger.open_session("secret", "ben", NOON, LATER)
    assert ledger.logged_in("secret", NOON).name == "ben"
    assert ledger.logged_in("secret", LATER) is None
    assert ledger.logged_in("another", NOON) is None


def test_the_ledger_does_not_hold_what_the_browser_holds(ledger):
    ledger.open_session("secret", "ben", NOON, LATER)
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM session").all()
    assert "secret" not in str(rows)


def test_a_session_can_be_closed(ledger):
    ledger.open_session("secret", "ben", NOON, LATER)
    ledger.close_session("secret")
    assert ledger.logged_in("secret", NOON) is None


@pytest.mark.parametrize("change", [{"password": "new"}, {"disabled": True}])
def test_a_new_password_or_a_closed_account_ends_its_sessions(ledger, change):
    ledger.open_session("secret", "ben", NOON, LATER)
    ledger.change_account("ben", **change)
    ledger.change_account("ben", disabled=False)
    assert ledger.logged_in("secret", NOON) is None


def test_the_last_admin_stays(ledger):
    for change in ({"role": "reader"}, {"disabled": True}):
        with pytest.raises(BadQuery, match="only admin"):
            ledger.change_account("ada", **change)
    assert ledger.account("ada").role == "admin"
    ledger.change_account("ben", role="admin")
    assert ledger.change_account("ada", role="reader").role == "reader"


def test_an_account_that_is_not_there_is_not_changed(ledger):
    with pytest.raises(UnknownAccount, match="eve"):
        ledger.change_account("eve", role="reader")


def test_wrong_passwords_are_counted_since_a_moment_by_name_and_by_address(ledger):
    for at, who, act, origin in (
        (NOON, "ada", "login failed", "192.0.2.1"),
        ("2026-05-01T12:00:00.500000Z", "ben", "wrong password", "192.0.2.1"),
        (LATER, "ben", "login failed", "192.0.2.2"),
        (LATER, "ben", "login", "192.0.2.1"),
    ):
        ledger.note(at, who, act, "", origin)
    before = "2026-05-01T11:59:59.999999Z"
    assert [ledger.failed(before, who=name) for name in ("ada", "ben", "eve")] == [1, 2, 0]
    assert [ledger.failed(before, origin=f"192.0.2.{n}") for n in (1, 2, 3)] == [2, 1, 0]
    assert ledger.failed(NOON, origin="192.0.2.1") == 1
    assert ledger.failed("2026-05-01T12:00:00.500000Z", who="ben") == 1
    assert ledger.failed(LATER) == 0


def test_the_audit_log_keeps_the_order_of_deeds(ledger):
    for who, act in (("ada", "login"), ("ben", "login"), ("ben", "correct")):
        ledger.note(NOON, who, act, "report 1", "127.0.0.1")
    assert [(one.who, one.act) for one in ledger.audit()] == [("ben", "correct"), ("ben", "login"), ("ada", "login")]
    assert [one.act for one in ledger.audit(who="ada")] == ["login"]
    cut = ledger.audit(limit=1)
    assert (len(cut), cut.total) == (1, 3)

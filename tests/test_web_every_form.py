"""What holds of every form and of every question that writes, those to come too; and that nothing is fetched."""

from __future__ import annotations

import re
import socket

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from communique.web.api import ROOT as API
from communique.web.api import ROUTERS as API_ROUTERS
from communique.web.pages import ROUTERS
from communique.web.people import now
from communique.web.safety.passwords import hashed
from communique.web.safety.tries import too_many
from ledger_readings import first
from stub_reader import install
from web_app import client, form_code, post, shared_memory

PASSWORD = "correct horse battery"
ADDRESS = "http://169.254.169.254/latest/meta-data"
FORMS = sorted({route.path for router in ROUTERS for route in router.routes if "POST" in route.methods})
WRITES = sorted({route.path for router in API_ROUTERS for route in router.routes if "POST" in route.methods})
OPEN_TO_READERS = {"/account", "/login", "/logout", "/read"}
"""Forms that change nothing but one's own account."""
FOR_ADMINS = {"/accounts", "/accounts/{name}"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("forms")) as one:
        one.add([first()])
        for name, role in (("ada", "admin"), ("ed", "editor"), ("rae", "reader")):
            one.add_account(name, role, hashed(PASSWORD), "2026-01-01T00:00:00Z")
        yield one


def logged_in(ledger, name):
    browser = client(ledger, login=True)
    assert post(browser, "/login", name=name, password=PASSWORD).status_code == 303
    return browser


@pytest.fixture(scope="module")
def people(ledger):
    return {name: logged_in(ledger, name) for name in ("ada", "ed", "rae")}


def filled(path):
    """An address of a form, about something that is there."""
    return re.sub(r"\{\w+\}", first().report.id, path)


def fields(path):
    """Something in each field that a form asks for, so that it is refused for what is wrong with it and no other reason."""
    route = next(one for router in ROUTERS for one in router.routes if one.path == path and "POST" in one.methods)
    return {one.name: "x" for one in route.dependant.body_params if one.name not in {"csrf", "file"}}


def kept(ledger):
    """All that a form could change."""
    return (
        ledger.reports(limit=0).total, ledger.corrections().total, ledger.merges().total,
        [(one.name, one.role, one.disabled, one.password) for one in ledger.accounts()],
    )  # fmt: skip


@pytest.mark.parametrize("path", FORMS)
def test_no_form_is_taken_without_its_code_nor_from_another_site(ledger, people, path):
    before, browser = kept(ledger), people["ada"]
    given = fields(path)
    code = form_code(browser.get("/account").text)
    sent = [
        browser.post(filled(path), data=given),
        browser.post(filled(path), data={**given, "csrf": "0" * 64}),
        browser.post(filled(path), data={**given, "csrf": code}, headers={"origin": "https://evil.example"}),
        browser.post(filled(path), data={**given, "csrf": code}, headers={"sec-fetch-site": "cross-site"}),
    ]
    assert [one.status_code for one in sent] == [403] * 4
    assert all("did not come from here" in one.text for one in sent)
    assert kept(ledger) == before


@pytest.mark.parametrize("path", [one for one in FORMS if one not in OPEN_TO_READERS])
def test_a_reader_changes_nothing(ledger, people, path):
    before = kept(ledger)
    for name in ("rae", "ed") if path in FOR_ADMINS else ("rae",):
        code = form_code(people[name].get("/account").text)
        answer = people[name].post(filled(path), data={**fields(path), "csrf": code})
        assert answer.status_code == 403
        assert "This is for accounts with the role" in answer.text
    assert kept(ledger) == before


@pytest.mark.parametrize("path", [one for one in WRITES if one not in {"/read", "/session"}])
def test_a_program_of_a_reader_or_of_another_site_changes_nothing(ledger, people, path):
    before = kept(ledger)
    body = {"/reports": {"text": "They met."}, "/corrections": {"kind": "accept", "target": "x"}}.get(path, {})
    by_reader = people["rae"].post(API + filled(path), json=body)
    foreign = people["ed"].post(API + filled(path), json=body, headers={"origin": "https://evil.example"})
    nobody = client(ledger, login=True).post(API + filled(path), json=body)
    assert [one.status_code for one in (by_reader, foreign, nobody)] == [403, 403, 401]
    assert kept(ledger) == before


def test_an_address_in_a_text_or_form_is_never_visited(tmp_path, monkeypatch):
    install(monkeypatch)
    asked = []

    def refuse(*arguments, **_more):
        asked.append(arguments)
        raise OSError("nothing goes out")

    with shared_memory(tmp_path) as one:
        browser = client(one)
        code = form_code(browser.get("/read").text)
        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        monkeypatch.setattr(socket.socket, "connect", refuse)
        monkeypatch.setattr(socket, "create_connection", refuse)
        text = f'The ministers met in Hanoi on Monday. <img src="{ADDRESS}"> See {ADDRESS} and file:///etc/passwd.'
        told = {"text": text, "url": ADDRESS, "outlet": ADDRESS, "title": ADDRESS}
        page = browser.post("/read", data={"csrf": code, **told})
        assert page.status_code == 200
        assert f'src="{ADDRESS}' not in page.text
        assert "root:" not in page.text
        upload = {
            "file": ("page.html", f'<html><head><link rel="canonical" href="{ADDRESS}"></head><body>{text}</body>')
        }
        assert browser.post("/read", data={"csrf": code}, files=upload).status_code == 200
        assert browser.post(f"{API}/reports", json=told).status_code == 201
        report = one.reports()[0].report
        assert browser.get(f"/report/{report}").status_code == 200
    assert asked == []


def test_from_one_address_no_more_than_twenty_wrong_tries_are_looked_at(tmp_path):
    with shared_memory(tmp_path) as one:
        for number in range(20):
            assert not too_many(one, f"name-{number}", "192.0.2.1")
            one.note(now(), f"name-{number}", "login failed", "", "192.0.2.1")
        assert too_many(one, "another", "192.0.2.1")
        assert not too_many(one, "another", "192.0.2.2")

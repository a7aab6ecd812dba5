"""What stands between a browser and the ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from communique import Ledger
from communique.web.addresses import ours
from communique.web.marks import pieces
from communique.web.people import stamp
from communique.web.safety.passwords import fits, hashed
from communique.web.words import differences, snippet
from ledger_readings import first
from web_app import client, form_code, post, shared_memory

PASSWORD = "correct horse battery"


@pytest.fixture
def ledger(tmp_path):
    with shared_memory(tmp_path) as one:
        one.add([first()])
        yield one


@pytest.fixture
def guarded(ledger):
    for name, role in (("ada", "admin"), ("ed", "editor"), ("rae", "reader")):
        ledger.add_account(name, role, hashed(PASSWORD), "2026-01-01T00:00:00Z")
    return ledger


def logged_in(ledger, name, **settings):
    browser = client(ledger, login=True, **settings)
    answer = post(browser, "/login", name=name, password=PASSWORD)
    assert answer.status_code == 303, answer.text
    return browser


def test_every_answer_forbids_what_is_not_ours(ledger):
    browser = client(ledger)
    for address in ("/reports", "/nothing", "/static/communique.css", "/search?limit=x"):
        headers = browser.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in policy


def test_no_page_needs_what_its_policy_forbids(ledger):
    browser = client(ledger)
    for address in ("/reports", "/search", "/read", "/login", f"/report/{first().report.id}"):
        page = browser.get(address).text
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick" not in page


def test_other_names_for_this_machine_are_not_answered(ledger):
    browser = client(ledger)
    assert browser.get("/reports", headers={"host": "evil.example"}).status_code == 400


def test_a_form_of_another_site_is_refused(ledger):
    browser = client(ledger)
    page = browser.get("/read").text
    given = {"csrf": form_code(page), "text": " "}
    assert browser.post("/read", data={"text": "x"}).status_code == 403
    assert browser.post("/read", data={**given, "csrf": "0" * 64}).status_code == 403
    assert browser.post("/read", data=given, headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.post("/read", data=given, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    own = browser.post("/read", data=given, headers={"origin": "http://testserver", "sec-fetch-site": "same-origin"})
    assert own.status_code == 400  # it was looked at: there is no text


def test_a_form_code_is_worth_nothing_in_another_browser(ledger):
    code = form_code(client(ledger).get("/read").text)
    other = client(ledger)
    other.get("/read")
    assert other.post("/read", data={"csrf": code, "text": "x"}).status_code == 403


def test_without_a_session_nothing_is_shown(guarded):
    browser = client(guarded, login=True)
    answer = browser.get("/reports?country=LAO")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Freports%3Fcountry%3DLAO")
    assert browser.get("/reports?format=json").status_code == 401
    assert browser.get(f"/report/{first().report.id}").status_code == 303
    assert browser.get("/login").status_code == 200
    assert browser.post("/read", data={"text": "x"}).status_code == 303


def test_logging_in_and_out(guarded):
    browser = logged_in(guarded, "rae")
    assert browser.get("/reports").status_code == 200
    answer = post(browser, "/logout", "/account")
    assert answer.status_code == 303
    assert browser.get("/reports").status_code == 303
    assert [one.act for one in guarded.audit()] == ["logout", "login"]


def test_a_session_cookie_is_kept_from_scripts_and_other_sites(guarded):
    browser = client(guarded, login=True, secure=True)
    browser.base_url = "https://testserver"
    answer = post(browser, "/login", name="rae", password=PASSWORD)
    cookies = answer.headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith("__Host-communique="))
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= {part.strip() for part in session.split(";")}
    assert "max-age" in answer.headers["strict-transport-security"]


@pytest.mark.parametrize(("name", "password"), [("rae", "wrong password"), ("nobody", PASSWORD), ("rae", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(guarded, name, password):
    browser = client(guarded, login=True)
    answer = post(browser, "/login", name=name, password=password)
    assert answer.status_code in {400, 401}
    assert "logged in" not in answer.text
    assert browser.get("/reports").status_code == 303
    if password:
        assert "The name or the password is wrong." in answer.text
        assert guarded.audit()[0].act == "login failed"


def test_after_five_wrong_tries_the_right_password_waits(guarded):
    browser = client(guarded, login=True)
    for _ in range(5):
        assert post(browser, "/login", name="rae", password="not this one").status_code == 401
    assert post(browser, "/login", name="rae", password=PASSWORD).status_code == 429
    assert post(browser, "/login", name="ed", password=PASSWORD).status_code == 303


def test_several_who_serve_one_ledger_count_together(guarded, tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as again:
        browsers = [client(guarded, login=True), client(again, login=True)]
        tries = [post(browsers[n % 2], "/login", name="rae", password="not this one").status_code for n in range(6)]
        assert tries == [401] * 5 + [429]
        other = again.audit(limit=2)
        assert [deed.act for deed in other] == ["login refused", "login failed"]


def test_wrong_tries_of_long_ago_and_refused_ones_do_not_count(guarded):
    long_ago = datetime.now(UTC) - timedelta(minutes=5, seconds=1)
    for act, when in (("login failed", long_ago), ("login refused", datetime.now(UTC))):
        for _ in range(25):
            guarded.note(stamp(when), "rae", act, "", "testclient")
    assert post(client(guarded, login=True), "/login", name="rae", password=PASSWORD).status_code == 303


def test_a_closed_account_is_out_at_once(guarded):
    browser = logged_in(guarded, "rae")
    guarded.change_account("rae", disabled=True)
    assert browser.get("/reports").status_code == 303
    assert post(client(guarded, login=True), "/login", name="rae", password=PASSWORD).status_code == 401


def test_roles(guarded):
    reader, editor, admin = (logged_in(guarded, name) for name in ("rae", "ed", "ada"))
    assert [one.get("/audit").status_code for one in (reader, editor, admin)] == [403, 403, 200]
    assert [one.get("/accounts").status_code for one in (reader, editor, admin)] == [403, 403, 200]
    assert post(reader, "/read/add", "/read", packed="eA==").status_code == 403
    assert post(editor, "/accounts", "/read", name="x", role="admin", password=PASSWORD).status_code == 403


def test_an_admin_makes_and_changes_accounts(guarded):
    admin = logged_in(guarded, "ada")
    assert post(admin, "/accounts", name="new", role="editor", password=PASSWORD).status_code == 303
    assert guarded.account("new").role == "editor"
    assert post(admin, "/accounts", name="bad", role="editor", password="short").status_code == 400
    assert post(admin, "/accounts/new", "/accounts", role="reader").status_code == 303
    assert post(admin, "/accounts/new", "/accounts", state="closed").status_code == 303
    assert (guarded.account("new").role, guarded.account("new").disabled) == ("reader", True)
    assert post(admin, "/accounts/ada", "/accounts", role="reader").status_code == 400
    assert [one.act for one in guarded.audit(limit=3)] == ["change account", "change account", "add account"]


def test_a_new_password_of_ones_own(guarded):
    browser = logged_in(guarded, "rae")
    new = {"old": PASSWORD, "new": "a longer new one", "again": "a longer new one"}
    assert post(browser, "/account", **{**new, "old": "wrong"}).status_code == 400
    assert post(browser, "/account", **{**new, "again": "another one here"}).status_code == 400
    assert post(browser, "/account", **new).status_code == 303
    assert browser.get("/reports").status_code == 303
    assert fits("a longer new one", guarded.account("rae").password)


def test_the_present_password_is_not_guessed_from_an_open_session(guarded):
    browser = logged_in(guarded, "rae")
    new = {"new": "a longer new one", "again": "a longer new one"}
    tries = [post(browser, "/account", old=f"guess {number}", **new).status_code for number in range(6)]
    assert tries == [400] * 5 + [429]
    assert post(browser, "/account", old=PASSWORD, **new).status_code == 429
    assert fits(PASSWORD, guarded.account("rae").password)


def test_too_long_a_request_is_not_read(ledger):
    browser = client(ledger, most_bytes=2000)
    code = form_code(browser.get("/read").text)
    answer = browser.post("/read", data={"csrf": code, "text": "x" * 3000})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "address", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/report/../../etc/passwd"]
)
def test_no_way_out_of_the_folder(ledger, address):
    assert client(ledger).get(address).status_code in {303, 404}


@pytest.mark.parametrize(
    ("given", "goes"),
    [("/reports?x=1", "/reports?x=1"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"),
     ("javascript:alert(1)", "/"), ("/\r\nset-cookie: a=b", "/"), (None, "/")],
)  # fmt: skip
def test_after_logging_in_one_stays_here(given, goes):
    assert ours(given) == goes


def test_marks_join_to_the_text_and_know_their_records():
    reading = first()
    made = pieces(reading.report.text, reading.records())
    assert "".join(one.text for one in made) == reading.report.text
    for record in reading.records():
        told = "".join(one.text for one in made if record.id in one.records)
        assert told == record.evidence[0].quote
        assert sum(record.id in one.first_of for one in made) == 1


def test_differences_and_snippets_are_escaped():
    assert str(differences("<b>old</b> words", "new words")) == (
        "<del>&lt;b&gt;old&lt;/b&gt;</del> <ins>new</ins> words"
    )
    assert str(snippet("a \u2039<i>\u203a b \u2039open")) == "a <mark>&lt;i&gt;</mark> b \u2039open"


def test_a_snippet_of_one_endless_word_is_cut():
    made = str(snippet("a" * 100_000 + " \u2039found\u203a " + "b" * 100_000))
    assert len(made) < 700
    assert "<mark>found</mark>" in made


def test_a_page_shows_hostile_text_as_text(tmp_path):
    evil = "<script>alert(1)</script>\u202egnp"
    with shared_memory(tmp_path) as ledger:
        ledger.add([first(title=evil)])
        browser = client(ledger)
        for address in ("/reports", "/search?q=bridge", f"/report/{first(title=evil).report.id}"):
            page = browser.get(address).text
            assert "<script>alert" not in page
            assert "\u202e" not in page
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page

"""What people do, in a real browser: read, add, search, compare, correct, undo, the brief, logging in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from communique import Ledger
from conftest import ROOT, Server

TEXT = """Minister of Foreign Affairs of Ghana Kofi Mensah met with Minister of Foreign Affairs of Norway Kari Nordmann in Accra on 4 March 2031.

Nordmann said that Norway will build a school in Tamale by the end of 2033. Mensah thanked Norway for its support."""


def test_read_a_text_and_add_it(page):
    page.goto("/read")
    page.get_by_label("The text", exact=True).fill(TEXT)
    page.get_by_label("Outlet", exact=True).fill("Accra Gazette")
    page.get_by_label("Its country").fill("GHA")
    page.get_by_role("button", name="Read it").click()
    assert page.locator(".record").count() >= 2
    page.get_by_role("button", name="Add it to the ledger").click()
    page.wait_for_url("**/report/**")
    assert page.get_by_role("status").inner_text() == "Added to the ledger."
    assert page.locator(".text").inner_text() == TEXT


def test_upload_a_file(page, tmp_path):
    file = tmp_path / "readout.txt"
    file.write_text(TEXT.replace("school", "clinic"), encoding="utf-8")
    page.goto("/read")
    page.get_by_label("Or a file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    assert "clinic" in page.locator(".record").last.inner_text() or page.locator(".record", has_text="clinic").count()
    scan = tmp_path / "scan.txt"
    scan.write_bytes(b"%PDF-1.7\n1 0 obj")
    page.goto("/read")
    page.get_by_label("Or a file").set_input_files(scan)
    page.get_by_role("button", name="Read it").click()
    assert "it is a PDF" in page.get_by_role("alert").inner_text()
    page.troubles.clear()  # the browser logs the status 400


def test_search_leads_to_the_words(page):
    page.goto("/")
    page.get_by_role("searchbox").first.fill("cooperation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=cooperation")
    page.locator("main").get_by_label("Records").select_option("statement")
    page.locator("main").get_by_role("button", name="Search").click()
    first = page.locator("main ol > li").first
    assert first.locator("mark").count() >= 1
    first.locator("a").first.click()
    page.wait_for_url("**/report/*#r-*")
    assert page.locator(".record:target").is_visible()


def test_text_and_records_point_at_each_other(page):
    page.goto("/reports")
    page.locator("main tbody a").first.click()
    record = page.locator(".record").first
    words = page.locator(f"[data-records~='{record.get_attribute('id')[2:]}']").first
    record.hover()
    assert "lit" in words.get_attribute("class")
    words.hover()
    assert "lit" in record.get_attribute("class")
    before = page.locator(".text a.layer-statement").count()
    page.get_by_role("link", name=re.compile("statement: shown")).click()
    assert page.locator(".text a.layer-statement").count() == 0 < before


def test_mark_words_correct_and_undo(page, server):
    page.goto("/reports")
    page.locator("main tbody a").first.click()
    address = page.url
    page.get_by_role("link", name="Add a record").click()
    page.get_by_label("What kind of record").select_option("reference")
    page.get_by_role("button", name="Choose").click()
    words = page.locator(".text span[data-start]").filter(has_text=re.compile(r"\w+ \w+ \w+")).first
    box = words.bounding_box()
    page.mouse.dblclick(box["x"] + 40, box["y"] + box["height"] / 2 if box["height"] < 40 else box["y"] + 15)
    marked = page.get_by_label("Its words").input_value()
    assert marked
    page.get_by_label("Kind", exact=True).select_option("project")
    page.get_by_label("Name", exact=True).fill("A project that the reader missed")
    page.get_by_label("Why").fill("missed")
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url(address + "*")
    added = page.locator(".record", has_text="A project that the reader missed")
    assert added.locator("blockquote").inner_text() == marked
    added.get_by_role("button", name=re.compile("Undo this correction")).click()
    page.wait_for_url("**message=undo*")
    assert page.locator(".record", has_text="A project that the reader missed").count() == 0
    with Ledger.open(server.ledger) as ledger:
        made = ledger.corrections()[0]
    assert (made.kind, made.effect, made.after.evidence[0].quote) == ("add", "undone", marked)


def test_reject_with_a_reason(page):
    page.goto("/reports")
    page.locator("main tbody a").nth(1).click()
    number = page.locator(".record:not(.rejected)").count()
    page.locator(".record").first.get_by_role("link", name="Reject or edit").click()
    page.get_by_label("Why (needed to reject)").fill("not said so")
    page.get_by_role("button", name="It is wrong: reject").click()
    page.wait_for_url("**message=reject*")
    assert page.locator(".record:not(.rejected)").count() == number - 1
    assert "not said so" in page.locator(".record.rejected").inner_text()


def test_compare_two_readouts(page, server):
    with Ledger.open(server.ledger) as ledger:
        one = next(row.report for row in ledger.reports() if ledger.twins(row.report))
    page.goto(f"/report/{one}")
    page.get_by_role("link", name=re.compile("^compare with")).first.click()
    page.wait_for_url("**/compare/**")
    assert page.locator("main h2").count() >= 3


def test_the_brief(page):
    page.goto("/dyad/CHN/KAZ")
    page.get_by_role("link", name=re.compile("brief", re.IGNORECASE)).first.click()
    page.wait_for_url("**/brief/**")
    assert page.get_by_role("heading", level=1).is_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile("PDF")).click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF-")


def test_light_and_dark_are_kept(page):
    page.goto("/reports")
    switch = page.get_by_role("button", name="Dark")
    switch.click()
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.get_by_role("button", name="Light").is_visible()


def test_all_works_without_javascript(chromium, server):
    context = chromium.new_context(base_url=server.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search?q=cooperation")
    page.locator("main ol > li a").first.click()
    page.get_by_role("link", name="Reject or edit").first.click()
    page.get_by_label("Why (needed to reject)").fill("without a script")
    page.get_by_role("button", name="It is right: accept").click()
    page.wait_for_url("**message=accept*")
    assert "without a script" in page.locator("main").inner_text()
    context.close()


@pytest.fixture
def guarded(samples, tmp_path):
    own = tmp_path / "ledger.db"
    shutil.copy(samples, own)
    command = [
        sys.executable,
        "-m",
        "communique",
        "user",
        "add",
        "ada",
        "--role",
        "admin",
        "--password-stdin",
        "--ledger",
        str(own),
    ]
    environment = {**__import__("os").environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(
        command, input="correct horse battery\n", text=True, check=True, cwd=ROOT, env=environment, capture_output=True
    )
    started = Server(own, "--login")
    yield started
    started.stop()


def test_log_in_and_out(chromium, guarded):
    context = chromium.new_context(base_url=guarded.address)
    page = context.new_page()
    page.goto("/reports?country=KAZ")
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill("wrong password")
    page.get_by_role("button", name="Log in").click()
    assert page.get_by_role("alert").inner_text() == "The name or the password is wrong."
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/reports?country=KAZ")
    assert context.cookies()[0]["httpOnly"]
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("link", name="Account", exact=True).click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login")
    page.goto("/reports")
    assert "/login" in page.url
    context.close()

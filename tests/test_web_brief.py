"""The brief in the browser: on a page, as rows, and in the forms that one takes along."""

from __future__ import annotations

import re

import pytest

from ledger_readings import first, second, third
from web_app import client, shared_memory
from web_rows import as_csv, as_json

BRIEF = "/brief/LAO/VNM"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("brief")) as made:
        made.add([first(), second(), third()])
        yield client(made)


def test_the_page_says_each_line_with_a_link_to_its_report(browser):
    page = browser.get(BRIEF)
    assert page.status_code == 200
    assert "<h1>Laos – Vietnam</h1>" in re.sub(r"<h1[^>]*>", "<h1>", page.text)
    assert f'href="/report/{first().report.id}"' in page.text
    assert 'href="/brief/LAO/VNM?as_of=2031-06-20"' in page.text


def test_the_lines_are_the_same_in_each_form(browser):
    whole = as_json(browser, BRIEF)
    told = [
        "".join(run["text"] for run in line["runs"])
        for section in whole["sections"]
        for group in section["groups"]
        for line in group["lines"]
    ]
    rows = as_csv(browser, BRIEF, "lines")
    assert len(told) > 3
    assert [row["line"] for row in rows] == [" ".join(line.split()) for line in told]
    assert all(row["cites"] and row["quotes"] and row["reports"] for row in rows)
    page = " ".join(re.sub(r"<[^>]+>", "", browser.get(BRIEF).text).split())
    assert all(row["cites"].split("; ")[0] in page for row in rows)


@pytest.mark.parametrize(
    ("form", "begins", "kind"),
    [("md", b"# Laos", "text/markdown"), ("html", b"<!doctype html>", "text/html"), ("docx", b"PK", "application/vnd.openxml"),
     ("pdf", b"%PDF-", "application/pdf")],
)  # fmt: skip
def test_it_is_taken_along_in_four_forms(browser, form, begins, kind):
    got = browser.get(f"{BRIEF}?as={form}")
    assert got.status_code == 200
    assert got.content.startswith(begins)
    assert got.headers["content-type"].startswith(kind)
    assert got.headers["content-disposition"] == f'attachment; filename="brief-LAO-VNM-2031-06-20.{form}"'


def test_the_form_leads_to_the_brief_of_two_names(browser):
    assert 'name="a"' in browser.get("/brief").text
    assert browser.get("/brief?a=Laos&b=Vietnam").headers["location"] == BRIEF


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/brief/LAO/Atlantis", 404, "Atlantis"), ("/brief/LAO/LAO", 400, "one and the same"),
        ("/brief/LAO/TUV", 404, "No report in the ledger is about"), (f"{BRIEF}?as_of=soon", 400, "is no date"),
        (f"{BRIEF}?since=2031&as_of=2030", 400, "turn them round"), (f"{BRIEF}?as=exe", 400, "As:"), (f"{BRIEF}?format=exe", 400, "no format"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_a_sentence(browser, address, status, sentence):
    page = browser.get(address)
    assert page.status_code == status
    assert sentence in page.text

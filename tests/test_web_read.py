"""Reading a text in the browser, and the pages of reports."""

from __future__ import annotations

import json

import pytest

from ledger_readings import FIRST, first, second
from web_app import client, form_code, post, shared_memory

TEXT = (
    "On 4 March 2031, Foreign Minister of Norway Kari Nordmann met with Foreign Minister of Ghana Kofi Mensah in Accra. "
    "Norway will build a school in Tamale by 2033."
)


@pytest.fixture
def ledger(tmp_path):
    with shared_memory(tmp_path) as one:
        yield one


@pytest.mark.slow
def test_a_pasted_text_is_read_and_kept_only_when_one_says_so(ledger):
    browser = client(ledger)
    page = post(browser, "/read", text=TEXT.replace(". ", ".\r\n"), outlet="Norway Today", outlet_country="NOR")
    assert page.status_code == 200
    assert "will build a school in Tamale" in page.text
    assert "Add it to the ledger" in page.text
    assert len(ledger.reports()) == 0
    fields = {name: _hidden(page.text, name) for name in ("packed", "outlet", "outlet_country", "published", "title")}
    kept = browser.post("/read/add", data={"csrf": form_code(page.text), **fields})
    assert kept.status_code == 303
    assert ledger.reports()[0].outlet == "Norway Today"
    shown = browser.get(kept.headers["location"])
    assert "Added to the ledger." in shown.text
    again = browser.post("/read/add", data={"csrf": form_code(page.text), **fields})
    assert again.headers["location"].endswith("message=unchanged")
    assert [one.act for one in ledger.audit()] == ["add report", "add report"]


@pytest.mark.slow
def test_an_upload_is_the_same_report_as_the_file(ledger, tmp_path):
    from communique import load_path

    file = tmp_path / "crlf.txt"
    file.write_bytes(TEXT.replace(". ", ".\r\n").encode("utf-16"))
    browser = client(ledger)
    code = form_code(browser.get("/read").text)
    page = browser.post("/read", data={"csrf": code}, files={"file": ("C:\\texts\\crlf.txt", file.read_bytes())})
    assert page.status_code == 200
    kept = browser.post("/read/add", data={"csrf": code, "packed": _hidden(page.text, "packed")})
    assert ledger.reports()[0].report == load_path(file).id
    assert kept.status_code == 303


def _hidden(page, name):
    import html
    import re

    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return html.unescape(found[1])


@pytest.mark.parametrize(
    ("fields", "name", "data", "sentence"),
    [
        ({}, None, None, "There is nothing to read yet"),
        ({"text": "   "}, None, None, "There is nothing to read yet"),
        ({"text": "One."}, "a.txt", b"Two.", "a text and a file"),
        ({}, "scan.txt", b"%PDF-1.7 ...", "scan.txt: it is a PDF"),
        ({}, "empty.txt", b"  \n", "nothing but spaces"),
        ({"text": "La ministre a rencontr\xe9 son homologue et ils ont parl\xe9 de leurs relations bilat\xe9rales. " * 5}, None, None, "French"),
        ({"text": "A met B on Monday in Paris.", "published": "soon"}, None, None, "soon"),
        ({"text": "A met B on Monday. " * 20_000}, None, None, "communique add"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_the_form(ledger, fields, name, data, sentence):
    browser = client(ledger)
    code = form_code(browser.get("/read").text)
    files = {"file": (name, data)} if name else None
    answer = browser.post("/read", data={"csrf": code, **fields}, files=files)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert "What you know of it" in answer.text


def test_the_form_cannot_bring_what_is_no_text(ledger):
    browser = client(ledger)
    assert post(browser, "/read/add", "/read", packed="%%%").status_code == 400
    assert post(browser, "/read/add", "/read", packed="/w==").status_code == 400


def test_a_report_and_its_records_point_at_each_other(ledger):
    ledger.add([first()])
    reading = first()
    page = client(ledger).get(f"/report/{reading.report.id}").text
    for record in reading.records():
        assert f'id="r-{record.id}"' in page
        assert f'id="w-{record.id}"' in page
        assert f'href="#w-{record.id}"' in page
    assert "acts.yaml/x" in page


def test_layers_are_switched_in_the_address(ledger):
    ledger.add([first()])
    browser, id_ = client(ledger), first().report.id
    page = browser.get(f"/report/{id_}?layers=position").text
    assert 'class="layer-position" href="#r-' in page
    assert 'class="layer-statement" href="#r-' not in page
    assert browser.get(f"/report/{id_}?layers=none").status_code == 200
    wrong = browser.get(f"/report/{id_}?layers=positions")
    assert wrong.status_code == 400
    assert "There is no layer" in wrong.text


def test_json_and_csv_hold_what_the_page_shows(ledger):
    ledger.add([first(), second()])
    browser = client(ledger)
    rows = json.loads(browser.get("/reports?format=json").text)["reports"]
    assert rows["total"] == 2
    page, table = browser.get("/reports").text, browser.get("/reports?format=csv").text
    for row in rows["rows"]:
        assert row["report"] in page
        assert row["report"] in table
    assert table.splitlines()[0].startswith("report,path,title")
    assert browser.get("/reports?format=xml").status_code == 400
    assert browser.get("/reports?format=csv&sheet=nothing").status_code == 400


def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it(ledger):
    ledger.add([first(title="=HYPERLINK(1)")])
    assert "'=HYPERLINK(1)" in client(ledger).get("/reports?format=csv").text


def test_a_long_text_is_cut_and_can_be_had_whole(ledger, monkeypatch):
    from communique.web.pages import report

    monkeypatch.setattr(report, "SHOWN", 50)
    ledger.add([first()])
    browser, id_ = client(ledger), first().report.id
    assert "Show the other" in browser.get(f"/report/{id_}").text
    assert "Show the other" not in browser.get(f"/report/{id_}?whole=true").text
    assert len(FIRST) > 50


def test_search_and_its_filters(ledger):
    ledger.add([first(), second()])
    browser = client(ledger)
    assert "Talks in Hanoi" in browser.get("/search?q=Pakse").text
    found = json.loads(browser.get("/search?q=tariffs&act=request&format=json").text)["found"]["rows"]
    assert [one["act"] for one in found] == ["request"]
    assert "Nothing in the ledger" in browser.get("/search?q=submarine").text
    assert browser.get("/search?q=rice&country=Atlantis").status_code == 404
    assert browser.get("/search?q=rice&since=2031&until=2030").status_code == 400
    assert browser.get("/search?limit=many").status_code == 400


def test_an_empty_ledger_says_what_to_do(ledger):
    assert "communique add" in client(ledger).get("/reports").text

"""What is listed of all pages, in tests, benchmarks and docs, has them all; and no page offers what it does not give."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from urllib.parse import quote

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from benchmarks.web.pages import PAGES, of
from communique.web.pages import ROUTERS
from communique.web.templating import FOLDER
from ledger_readings import first, second, third
from web_app import client, shared_memory

ROOT = Path(__file__).resolve().parents[1]


ASKS = {"/wording", "/compare", "/search", "/read", "/brief", "/login", "/account", "/accounts", "/about", "/api/v1/",
        "/report/{report}/add", "/report/{report}/correct/{record}"}  # fmt: skip
"""Pages that ask or explain: they show no rows."""
AS_IT_IS_NOW = {"/commitments"}
"""A page whose rows have no day: whose commitments there are."""


def routes():
    """The pages that are there to be looked at."""
    for router in ROUTERS:
        yield from (route for route in router.routes if "GET" in (route.methods or ()))


def shape(address):
    """An address without what is asked, and without what it is asked about."""
    return re.sub(r"\{\w+\}", "{}", address.split("?")[0])


def test_no_page_is_forgotten():
    listed = {shape(page) for page in PAGES}
    there = {shape(route.path) for route in routes()}
    assert there - {"/brief.css"} <= listed, there - listed


def test_the_page_on_the_web_view_lists_them_all():
    table = (ROOT / "docs" / "web.md").read_text(encoding="utf-8").split("| page | shows |")[1].split("\n\n")[0]
    told = re.findall(r"`(/[^`]*)`", table)
    there = {shape(route.path) for route in routes()} - {"/brief.css", "/login"}
    unknown = [one for one in told if not any(fits(one, page) for page in there)]
    assert not unknown, "no such page"
    # a form that asks on what leads to a page that is told of
    forms = {"/brief", "/compare", "/report/{}/add", "/report/{}/correct/{}"}
    missing = [page for page in there - forms if not any(fits(one, page) for one in told)]
    assert not missing, "docs/web.md does not tell of them"


def fits(example, page):
    """Whether an example of the docs, as ``/country/KAZ``, is of this page."""
    pattern = "/".join("[^/]+" if part == "{}" else re.escape(part) for part in page.split("/"))
    return re.fullmatch(pattern, example) is not None


def test_show_more_leads_no_further_than_a_page_goes():
    seen = set()
    for route in routes():
        template = FOLDER / "templates" / f"{route.path.split('/')[1]}.html"
        limits = [one for one in route.dependant.query_params if one.name == "limit"]
        if not limits:
            continue
        offered = re.search(r"parts\.cut\(\w+, here(?:, (\d+))?\)", template.read_text(encoding="utf-8"))
        if offered is None:
            continue
        (most,) = [one.le for one in limits[0].field_info.metadata if hasattr(one, "le")]
        assert int(offered[1] or 5000) == most, route.path
        seen.add(route.path)
    assert {"/commitments", "/turns", "/wording", "/reports", "/timeline"} <= seen


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with shared_memory(tmp_path_factory.mktemp("pages")) as made:
        made.add([first(), second(), third()])
        yield made


@pytest.mark.parametrize("page", sorted(set(PAGES) - ASKS))
def test_each_page_is_had_as_rows_and_by_a_link_that_says_the_same(ledger, page):
    browser = client(ledger)
    shown = browser.get(of(page, ledger, "LAO", "VNM")).text
    links = {
        re.search(r"format=(\w+)", one)[1]: html.unescape(one)
        for one in re.findall(r'href="([^"]*format=[^"]*)"', shown)
    }
    assert set(links) == {"csv", "json"}
    table, whole = browser.get(links["csv"]), browser.get(links["json"])
    assert (table.status_code, whole.status_code) == (200, 200)
    assert table.headers["content-type"].startswith("text/csv")
    assert whole.headers["content-type"] == "application/json"
    sheet = re.search(r"sheet=([\w-]+)", links["csv"])
    if sheet:  # of a page with several, that of the last link
        assert len(list(csv.DictReader(io.StringIO(table.text)))) == len(whole.json()[sheet[1]]["rows"])
    same = re.findall(r'href="([^"]*)">Link that says the same tomorrow', shown)
    assert len(same) == (page not in AS_IT_IS_NOW)
    for link in same:
        assert browser.get(html.unescape(link)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_no_page_loads_anything_from_elsewhere_and_each_has_a_print_style(ledger, page):
    shown = client(ledger).get(of(page, ledger, "LAO", "VNM")).text
    loaded = re.findall(r'<(?:script|link|img|iframe|image|use)\b[^>]*?(?:src|href)="([^"]*)"', shown)
    assert loaded
    assert all(one.startswith(("/", "#", "data:")) and not one.startswith("//") for one in loaded), loaded
    assert 'href="/static/communique.css"' in shown
    style = client(ledger).get("/static/communique.css").text
    assert re.search(r"\.screen\b[^{]*\{[^}]*display: none", style[style.index("@media print") :])


ODD = ("\x00", "\n", "%", "../..", "<script>", '"', "NEAR(", "-1", "0000", "2024-02-30", "1e9", "a" * 120)


@pytest.mark.parametrize("route", list(routes()), ids=lambda route: route.path)
def test_whatever_is_in_an_address_no_page_falls_over(ledger, route):
    browser = client(ledger)
    own = {"a": "LAO", "b": "VNM", "holder": "LAO", "issue": "one-china", "code": "LAO"}
    asked = {"a": "LAO", "q": "bridge"}
    for value in ODD:
        told = quote(value, safe="")
        for name in route.param_convertors:
            parts = {one: quote(own.get(one, "x")) for one in route.param_convertors}
            assert browser.get(route.path.format(**{**parts, name: told})).status_code < 500, (name, value)
        path = route.path.format(**{one: quote(own.get(one, "x")) for one in route.param_convertors})
        for one in route.dependant.query_params:
            answer = browser.get(path, params={**asked, one.alias: value})
            assert answer.status_code < 500, (one.alias, value)

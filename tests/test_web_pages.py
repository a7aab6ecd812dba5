"""What is listed of all pages, in tests, benchmarks and docs, has them all; and no page offers what it does not give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from benchmarks.web.pages import PAGES
from communique.web.pages import ROUTERS
from communique.web.templating import FOLDER

ROOT = Path(__file__).resolve().parents[1]


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

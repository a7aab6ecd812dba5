"""Hostile reports through every page: nothing runs, nothing breaks the layout."""

from __future__ import annotations

import pytest
from hostile import NASTY, readings

from benchmarks.web.pages import PAGES, of
from communique import Ledger
from conftest import Server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def besieged(tmp_path_factory):
    file = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger.open(file, create=True) as ledger:
        ledger.add(readings())
    started = Server(file)
    yield started
    started.stop()


@pytest.fixture
def watched(chromium, besieged):
    context = chromium.new_context(base_url=besieged.address, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.troubles, page.asked = [], []
    page.on("dialog", lambda dialog: (page.troubles.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda said: page.troubles.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()


def safe(page, besieged, where):
    assert page.evaluate("window.pwned") is None, where
    assert not page.troubles, where
    assert all(one.startswith((besieged.address, "data:")) for one in page.asked), where
    seen = page.evaluate(
        """() => ({
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            heading: document.querySelectorAll("main h1").length,
            foot: !!document.querySelector("footer"),
            strange: document.querySelectorAll("main script, iframe, object, embed, base, main style, main [style], main img[src^=x]").length,
        })"""
    )
    assert seen["strange"] == 0, where
    assert seen["heading"] == 1, where
    assert seen["foot"], where
    assert seen["wide"] <= 0, f"{where}: {seen['wide']} pixels too wide"


def test_there_are_sixty():
    assert len(NASTY) >= 60


def test_every_report_on_its_own_page(watched, besieged):
    with Ledger.open(besieged.ledger) as ledger:
        ids = [one.report for one in ledger.reports(limit=0)]
    assert len(ids) == len(NASTY)
    for id_ in ids:
        watched.goto(f"/report/{id_}")
        safe(watched, besieged, id_)


@pytest.mark.parametrize("page", PAGES)
def test_every_other_page_with_all_of_them(watched, besieged, page):
    with Ledger.open(besieged.ledger) as ledger:
        address = of(page, ledger, "TCD", "TGO")
    answer = watched.goto(address)
    assert answer.status in {200, 404}, address
    safe(watched, besieged, address)


def test_the_text_is_there_as_text(watched, besieged):
    watched.goto("/search?q=mill&layer=statement&limit=100")
    told = watched.locator("main").inner_text()
    assert "<script>window.pwned=1</script>" in told
    assert "onerror=window.pwned=1" in told

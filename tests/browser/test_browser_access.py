"""Every page with a screen reader's eyes (axe-core), wide and narrow, light and dark; none wider than its window."""

from __future__ import annotations

import pytest

from benchmarks.web.pages import PAGES, of
from communique import Ledger

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
LOOKS = {"wide-light": (1280, "light"), "narrow-dark": (390, "dark")}


def findings(page):
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in {"serious", "critical"}
    ]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("address", PAGES)
def test_nothing_serious(chromium, server, address, look):
    width, scheme = LOOKS[look]
    with Ledger.open(server.ledger) as ledger:
        address = of(address, ledger, "CHN", "KAZ")
    context = chromium.new_context(
        base_url=server.address, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    answer = page.goto(address)
    assert answer.status == 200, address
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.locator("h1").count() == 1
    context.close()

"""The list of pages that tests and benchmarks go through has them all."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from benchmarks.web.pages import PAGES
from communique.web.pages import ROUTERS


def test_no_page_is_forgotten():
    listed = {re.sub(r"\{\w+\}", "{}", page.split("?")[0]) for page in PAGES}
    there = {
        re.sub(r"\{\w+\}", "{}", route.path)
        for router in ROUTERS
        for route in router.routes
        if "GET" in (route.methods or ())
    }
    assert there - {"/brief.css"} <= listed, there - listed

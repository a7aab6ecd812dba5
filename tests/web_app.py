"""The web view over a ledger in memory, asked without a server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="needs communique[web]")

from starlette.testclient import TestClient

from communique import Ledger
from communique.web.app import create_app
from communique.web.settings import Settings

HOSTS = ("testserver",)


def client(ledger: Ledger, **settings) -> TestClient:
    """A browser without JavaScript."""
    return TestClient(create_app(ledger, Settings(**{"hosts": HOSTS, **settings})), follow_redirects=False)


def form_code(page: str) -> str:
    """What the forms of a page carry."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found, "the page has no form of ours"
    return found[1]


def post(browser: TestClient, address: str, form_page: str | None = None, **fields):
    """Send a form as a browser does that has loaded the page with it."""
    code = form_code(browser.get(form_page or address).text)
    return browser.post(address, data={"csrf": code, **fields})


def shared_memory(tmp_path: Path, name: str = "ledger.db") -> Ledger:
    """A small ledger in a file: requests come on several threads."""
    return Ledger.open(tmp_path / name, create=True)

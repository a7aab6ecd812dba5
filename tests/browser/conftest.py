"""A real browser against a real server: Debian's Chromium, driven by Playwright; skipped where there is none."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Server:
    """`communique serve` on a free port, over a ledger of its own."""

    def __init__(self, ledger: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.ledger = ledger
        self.address = f"http://127.0.0.1:{self.port}"
        command = [
            sys.executable,
            "-m",
            "communique",
            "serve",
            "--ledger",
            str(ledger),
            "--port",
            str(self.port),
            *options,
        ]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**__import__("os").environ, "PYTHONPATH": str(ROOT / "src")},
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(300):
            if self.process.poll() is not None:
                raise RuntimeError(self.process.stderr.read())
            try:
                urllib.request.urlopen(f"{self.address}/static/icon.svg", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        self.process.stderr.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    """A ledger of some samples, made once by the command."""
    folder = tmp_path_factory.mktemp("samples")
    names = sorted((ROOT / "samples").glob("0[1-8]_*.txt"))
    command = [sys.executable, "-m", "communique", "add", *map(str, names), "--ledger", str(folder / "ledger.db")]
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        env={**__import__("os").environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
    )
    return folder / "ledger.db"


@pytest.fixture(scope="module")
def server(samples, tmp_path_factory):
    """A server over a copy of the samples' ledger, for one module."""
    own = tmp_path_factory.mktemp("served") / "ledger.db"
    shutil.copy(samples, own)
    started = Server(own)
    yield started
    started.stop()


@pytest.fixture
def page(chromium, server):
    """A page that fails the test where it runs a script that fails, or opens a dialog."""
    context = chromium.new_context(base_url=server.address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    one = context.new_page()
    one.troubles = []
    one.on("pageerror", lambda error: one.troubles.append(str(error)))
    one.on("console", lambda said: one.troubles.append(said.text) if said.type == "error" else None)
    one.on("dialog", lambda dialog: (one.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield one
    context.close()
    assert not one.troubles

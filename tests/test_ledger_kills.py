"""Killed (-9) while it adds, or makes, or rebuilds a ledger: the next run goes on, and the end is the same."""

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.kills import run
from communique.ledger._ledger import Ledger
from ledger_pages import some, whole_page
from tools.ledger_contents import contents, differences, unsound

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here"),
]


def test_killed_again_and_again(ledger_url):
    reports, kills = ("20", "6") if "://" in ledger_url else ("40", "12")
    options = ["--made-up", "--reports", reports, "--kills", kills, "--ledger", ledger_url]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kills", *options],
        capture_output=True, text=True, cwd=ROOT, env=environment, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"{kills} kills in " in done.stdout
    assert done.stdout.endswith("the same, row for row\n")


def test_killed_while_it_rebuilds(tmp_path):
    """What is derived may be gone then; the next `settle` makes it again."""
    url = str(tmp_path / "a.db")
    with Ledger.open(url, create=True) as ledger:
        ledger.add(some(20))
        ledger.add(whole_page(url=f"https://mfa.example/{number}").read() for number in range(5))
        before = contents(ledger)

    def rebuild():
        with Ledger.open(url) as ledger:
            ledger.rebuild()

    chance = random.Random(7)
    for _ in range(6):
        run(rebuild, chance.uniform(0, 0.4))
    with Ledger.open(url) as ledger:
        ledger.settle()
        assert unsound(ledger) == []
        assert differences(before, contents(ledger)) == []


def test_the_benchmark_tells_what_differs(tmp_path):
    """A measure that never finds anything measures nothing."""
    one, other = (Ledger.open(tmp_path / name, create=True) for name in ("a.db", "b.db"))
    one.add(some(2))
    other.add(some(3))
    told = differences(contents(one), contents(other))
    derived = (" bucket: ", " thread", " standing: ", " filed: ", " met: ")
    assert all(line.startswith("+ ") or any(name in line for name in derived) for line in told)
    assert any(line.startswith("+ report: ") for line in told)
    other.close()
    with sqlite3.connect(tmp_path / "b.db") as raw:  # it minds no foreign keys
        raw.execute("DELETE FROM record WHERE no = 3")
    assert any("points at nothing" in line for line in unsound(other))
    assert any(line.startswith("record_words") for line in unsound(other))
    one.close()
    other.close()

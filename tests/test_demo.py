"""What a newcomer sees first: short, plain where nobody looks, nothing of the held-out reports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_demo_is_three_screens_of_plain_lines_without_held_out_reports():
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "tools.demo"], cwd=ROOT, env=environment, capture_output=True, timeout=300, check=False
    )
    out = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    lines = out.splitlines()
    assert len(lines) <= 125
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in out
    for heading in (
        "Who met whom",
        "Who said what",
        "promised, asked and agreed",
        "A promise, followed",
        "each in its own words",
        "how they changed",
        "Two readouts of one meeting",
        "Try next",
    ):
        assert any(heading in line for line in lines)
    assert {line.split()[0] for line in lines if line.startswith("  ")} >= {"Promised", "Asked", "Agreed"}
    assert "done (+1)" in out
    assert (ROOT / "build" / "demo.db").exists()
    for name in (ROOT / "benchmarks" / "heldout.txt").read_text(encoding="utf-8").split():
        assert name not in out

"""What a user waits for: `communique --help`, and the first record of a cold `communique read FILE`.

Cold means a new process; the files of Python and the model are in the system's cache, as on any second use. The parent
must be small: Linux counts its memory into the child's peak.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import ROOT, environment

COMMAND = (sys.executable, "-m", "communique.cli")


@dataclass
class Run:
    """One process: when its first record came, when it ended, what memory it took at most."""

    first_record: float | None
    seconds: float
    peak_mb: float
    code: int


def run(arguments: Sequence[str], command: Sequence[str] = COMMAND) -> Run:
    """Run the command line with ``arguments`` and watch it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), cwd=ROOT
    )
    assert process.stdout is not None
    first = None
    for line in process.stdout:
        if first is None and _is_record(line):
            first = time.perf_counter() - start
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it again
    return Run(first, seconds, _megabytes(usage.ru_maxrss), process.returncode)


def _is_record(line: bytes) -> bool:
    try:
        told = json.loads(line)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("record", "report") != "report"


def _megabytes(peak: int) -> float:
    """Peak memory: Linux tells kilobytes, macOS bytes."""
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(path: Path, all_paths: Sequence[Path], times: int) -> dict[str, Any]:
    """Medians over ``times`` runs, one run before them not counted."""
    helps = [run(["--help"]) for _ in range(times + 1)][1:]
    reads = [run(["read", str(path), "--format", "jsonl"]) for _ in range(times + 1)][1:]
    whole = run(["read", *map(str, all_paths), "--format", "jsonl"])
    firsts = [one.first_record for one in reads if one.first_record is not None]
    return {
        "times": times,
        "help_seconds": statistics.median(one.seconds for one in helps),
        "first_record_seconds": statistics.median(firsts) if firsts else None,
        "read_seconds": statistics.median(one.seconds for one in reads),
        "read_peak_mb": max(one.peak_mb for one in reads),
        "all_texts_peak_mb": whole.peak_mb,
        "exit_codes": sorted({one.code for one in (*helps, *reads)}),
    }

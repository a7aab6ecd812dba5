"""Measure what the reader costs, on one core, and hold it against what it may cost.

    python -m benchmarks [--rounds N] [--json] [--check] [FOLDER ...]

Texts: samples/, ../shared where it is there, and the folders given. Ratios are of one run on one machine; absolute
figures are only good for that machine. ``--check`` ends with exit code 1 where a floor is not met.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import cold
from benchmarks.machine import ROOT, describe, environment, pin
from tools.corpus import all_texts

FLOORS: tuple[tuple[str, str, float, str], ...] = (
    ("speed against bare spaCy", "at least", 1.0, "times"),
    ("communique --help", "at most", 0.3, "s"),
    ("first record of a cold read", "at most", 3.0, "s"),
    ("peak memory of a cold read", "at most", 700.0, "MB"),
)


def measure(paths: Sequence[Path], rounds: int) -> dict[str, Any]:
    """All figures. The cold ones first, while nothing is loaded here."""
    middle = sorted(paths, key=lambda path: path.stat().st_size)[len(paths) // 2]
    result: dict[str, Any] = {"machine": {**describe(), "core": pin()}, "cold": cold.measure(middle, paths, rounds)}
    asked = json.dumps({"paths": [str(path) for path in paths], "rounds": rounds})
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.throughput"],
        input=asked, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment(), check=True,
    )  # fmt: skip
    result["throughput"] = json.loads(child.stdout.splitlines()[-1])
    result["floors"] = _against_floors(result)
    return result


def _against_floors(result: dict[str, Any]) -> list[dict[str, Any]]:
    values = (
        result["throughput"]["ratio"]["median"],
        result["cold"]["help_seconds"],
        result["cold"]["first_record_seconds"],
        result["cold"]["read_peak_mb"],
    )
    rows = []
    for (name, sense, floor, unit), value in zip(FLOORS, values, strict=True):
        met = value is not None and (value >= floor if sense == "at least" else value <= floor)
        rows.append({"name": name, "value": value, "floor": f"{sense} {floor:g}", "unit": unit, "met": met})
    return rows


def lines(result: dict[str, Any]) -> list[str]:
    """The figures as text."""
    machine, through, cold_runs = result["machine"], result["throughput"], result["cold"]
    ratio, ner = through["ratio"], through["ner"]
    told = [
        (
            f"{machine['processor']}, {machine['cores']} cores (one used), Python {machine['python']}, "
            f"load before {machine['load_before']}"
        ),
        f"{through['documents']} texts, {through['words']} words, {through['rounds']} rounds, medians",
        "",
        f"{'':22}{'documents/s':>12}{'words/s':>10}{'seconds':>9}",
    ]
    for name, speed in through["speed"].items():
        documents, words = speed["documents_per_second"], speed["words_per_second"]
        told.append(f"{name:22}{documents:12.1f}{words:10.0f}{speed['seconds']:9.3f}")
    told += [
        "",
        (
            f"reader against bare spaCy: {ratio['median']:.2f} times as fast (rounds: {ratio['worst']:.2f} to "
            f"{ratio['best']:.2f})"
        ),
        (
            f"statistical NER: {ner['share_of_stock']:.0%} of the bare pipeline's time; "
            f"in the reader it would add {ner['slows_reader_by']:.0%}"
        ),
        "the reader's time: " + ", ".join(f"{stage} {share:.0%}" for stage, share in through["stages"].items()),
        (
            f"a cold read of one text: {cold_runs['read_seconds']:.2f} s; peak memory over all texts: "
            f"{cold_runs['all_texts_peak_mb']:.0f} MB; exit codes {cold_runs['exit_codes']}"
        ),
        "",
    ]
    for row in result["floors"]:
        value = "none" if row["value"] is None else f"{row['value']:.2f}"
        met = "met" if row["met"] else "NOT MET"
        told.append(f"{row['name']:30}{value:>8} {row['unit']:6}{row['floor']:>14}  {met}")
    return told


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each measurement (default: 5)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit code 1 where a floor is not met")
    options = parser.parse_args(argv)
    paths = [text.path.resolve() for text in all_texts(options.folders)]
    if not paths:
        print("benchmarks: there are no texts to read", file=sys.stderr)
        return 2
    result = measure(paths, max(1, options.rounds))
    print(json.dumps(result, indent=1) if options.json else "\n".join(lines(result)))
    return 1 if options.check and not all(row["met"] for row in result["floors"]) else 0


if __name__ == "__main__":
    sys.exit(main())

"""What adding costs: as a process of its own, so that nothing is remembered from another ledger.

    python -m benchmarks.ledger.adding FILE KIND COUNT SEED REPORTS CLOCK

KIND is ``new`` (dates after the ledger's last), ``late`` (dates of its last thirty days, added ten at a time, as one adds
what came in today), ``any`` (dates anywhere in its forty years) or ``read`` (real texts, read and added, as if they
came out after the ledger's last day). Prints the seconds per report, until all is written back to the ledger's file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Literal, cast

from benchmarks.machine import ROOT, environment, pin
from benchmarks.world import LAST, World
from communique.ledger._ledger import Ledger
from communique.records import Reading

Kind = Literal["new", "late", "any", "read"]
KINDS: tuple[Kind, ...] = ("new", "late", "any", "read")
Clock = Callable[[], float]
CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "processor": time.process_time}
_OTHER_SEED = 100
_A_DAY = 10


def measure(full: Path, count: int, seed: int, reports: int, clock: str, rounds: int) -> dict[str, dict[str, float]]:
    """Seconds per report added to a copy of the full ledger and to an empty one, and their ratio.

    Of ``rounds``, empty and full in turn, the median counts. What another version derived is derived anew first, which
    is no cost of adding.
    """
    with Ledger.open(full) as ledger:
        if ledger.outdated():
            ledger.settle()
    found: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        each = [_round(full, kind, count, seed, reports, clock) for _ in range(rounds)]
        empty, filled = (median(times) for times in zip(*each, strict=True))
        found[kind] = {"empty": empty, "full": filled, "ratio": filled / empty}
    return found


def _round(full: Path, kind: Kind, count: int, seed: int, reports: int, clock: str) -> tuple[float, float]:
    """Seconds per report to an empty ledger, and to a full one."""
    with tempfile.TemporaryDirectory(dir=full.parent) as folder:
        copy = Path(folder) / "full.db"
        shutil.copy(full, copy)
        empty = _child(Path(folder) / "empty.db", kind, count, seed, reports, clock)
        return empty, _child(copy, kind, count, seed, reports, clock)


def _child(file: Path, kind: Kind, count: int, seed: int, reports: int, clock: str) -> float:
    command = [sys.executable, "-m", "benchmarks.ledger.adding", *map(str, (file, kind, count, seed, reports, clock))]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment(), check=True)
    return float(done.stdout.split()[-1])


def _made(kind: Kind, count: int, seed: int, reports: int) -> tuple[Iterable[Reading], int]:
    """Readings of the world, after those that are in the full ledger."""
    world = World(seed, reports)
    world.skip()
    made = list(world.fresh(count, "new" if kind == "read" else kind))
    return made, len(made)


def _read(count: int) -> tuple[Iterable[Reading], int]:
    """Real texts, read while they are added; of new dates, as all that is in the full ledger is dated."""
    from communique import Reader
    from communique.load import load_path

    reader = Reader()
    loaded = [load_path(path) for path in sorted((ROOT / "samples").glob("*.txt"))[:count]]
    list(reader.read_many(loaded[:2]))
    days = [(LAST + timedelta(days=1 + at // _A_DAY)).isoformat() for at in range(len(loaded))]
    read = reader.read_many(one.model_copy(update={"published": day}) for one, day in zip(loaded, days, strict=True))
    return (one.model_copy(update={"dateline": day}) for one, day in zip(read, days, strict=True)), len(loaded)


def _days(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """What is added in one go, as one adds what came in today."""
    left = iter(readings)
    while some := list(islice(left, _A_DAY)):
        yield some


def _warm_up() -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "warm.db", create=True) as ledger:
        ledger.add(World(_OTHER_SEED, 30).readings())


def main(argv: list[str]) -> None:
    """Add once, and print the seconds per report."""
    file, kind = Path(argv[0]), cast(Kind, argv[1])
    count, seed, reports = map(int, argv[2:5])
    clock = CLOCKS[argv[5]]
    pin()
    _warm_up()
    readings, number = _read(count) if kind == "read" else _made(kind, count, seed, reports)
    with Ledger.open(file, create=True) as ledger:
        start = clock()
        for some in _days(readings) if kind == "late" else [readings]:
            ledger.add(some)
    print((clock() - start) / number)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Kill (-9) a process that adds reports to a ledger at random instants, until it has come to the end; what then?

    python -m benchmarks.kills [--reports N] [--kills N] [--seed N] [--made-up] [--ledger URL]

Each round adds the reports to a new ledger, then the same pages again: read by a newer reader, some of them changed.
The process is killed, started again, killed again, until it ends by itself. Then each table must hold the same rows as
after an undisturbed run, and the database must be sound. Rounds go on until there were so many kills; a fifth of them
hit a process that makes an empty ledger. Texts: samples/, read by the reader, as often as needed under other titles;
with ``--made-up`` reports of a synthetic world. Exit code 1 where anything is not as it should be.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from communique.ledger._ledger import Ledger
from communique.ledger.store.engine import writing
from communique.records import Reading, Report
from tools import ROOT
from tools.ledger_contents import Contents, contents, differences, unsound

LATEST = 0.3
"""A process is killed after at most this share of the time that an undisturbed run takes: several kills a round."""


def made_up(count: int) -> list[Reading]:
    """Readings of a synthetic world, of the sides that have most to do with each other."""
    from benchmarks.world import World
    from communique.ledger.entry import Entry

    by_sides: dict[tuple[str, ...], list[Reading]] = {}
    for one in World(seed=3, reports=count * 5).readings():
        by_sides.setdefault(Entry.of(one).sides, []).append(one)
    most = sorted(by_sides, key=lambda sides: (-len(by_sides[sides]), sides))
    some = [one for sides in most for one in by_sides[sides]][:count]
    return random.Random(count).sample(some, len(some))


def read(count: int) -> list[Reading]:
    """Readings of samples/, again and again under other titles, until there are enough."""
    from communique.load import load_path
    from communique.read import Reader

    reports = [load_path(path) for path in sorted((ROOT / "samples").glob("*.txt"))]
    titled = [_titled(reports[number % len(reports)], number // len(reports)) for number in range(count)]
    return list(Reader().read_many(titled))


def _titled(report: Report, again: int) -> Report:
    if not again:
        return report
    fields = report.model_dump(exclude={"id", "record"})
    changed = {"title": f"{report.title or 'Untitled'} ({again})", "path": f"{report.path}.{again}"}
    return Report(**{**fields, **changed, "url": f"{report.url}?{again}" if report.url else None})


def newer(readings: Sequence[Reading]) -> list[Reading]:
    """The same pages as a newer reader finds them: every third with fewer records, every fourth with another text."""
    return [_newer(reading, number) for number, reading in enumerate(readings)]


def _newer(reading: Reading, number: int) -> Reading:
    report, fields = reading.report, {name: getattr(reading, name) for name in Reading.model_fields}
    fields["read_by"] = f"{reading.read_by}, newer"
    if number % 3 == 0:
        fields |= {"statements": reading.statements[1:], "engagements": reading.engagements[:1]}
    if number % 4 == 0:
        report = Report(**{**report.model_dump(exclude={"id", "record"}), "text": f"{report.text}\nUpdated.\n"})
        layers = ("engagements", "statements", "positions", "relations", "references", "outcomes")
        fields |= {name: tuple(_moved(one, report.id) for one in fields[name]) for name in layers}
    return Reading(**{**fields, "report": report})


def _moved(record: object, report: str) -> object:
    return type(record)(**{**record.model_dump(exclude={"id"}), "report": report})  # type: ignore[attr-defined]


def add(where: str, readings: Sequence[Reading]) -> None:
    """What the killed process does: the same as ``communique add``, with readings in the place of a reader."""
    with Ledger.open(where, create=True) as ledger:
        ledger.add(one for one in readings if not ledger.has(one.report.id, one.read_by, one.report.path))


def clear(where: str) -> None:
    """As if there had never been a ledger."""
    if "://" not in where:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(where + end).unlink(missing_ok=True)
        return
    with Ledger.open(where, create=True) as ledger, writing(ledger.engine) as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def run(work: Callable[[], None], kill_after: float | None = None) -> bool:
    """Do ``work`` in a process of its own; False where it was killed before its end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if status:
        raise RuntimeError("the process that adds failed of itself; what it said stands above")
    return True


@dataclass
class Killing:
    """Rounds of kills on the ledger at ``where``."""

    where: str
    stages: list[list[Reading]]
    chance: random.Random
    kills: int = 0
    ends: int = 0
    wrong: list[str] = field(default_factory=list)
    undisturbed: list[Contents] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def rehearse(self) -> None:
        """The undisturbed run: what each stage comes to, and how long it takes."""
        clear(self.where)
        for stage in ([], *self.stages):
            add(":memory:", stage)  # what is loaded once is loaded now, not in each process
            begun = time.monotonic()
            run(lambda stage=stage: add(self.where, stage))  # type: ignore[misc]
            self.seconds.append(time.monotonic() - begun)
            with Ledger.open(self.where) as ledger:
                self.undisturbed.append(contents(ledger))
                self.wrong += unsound(ledger)

    def round(self, most: int) -> None:
        """All stages on a new ledger, with at most so many kills."""
        clear(self.where)
        for number, stage in enumerate(([], *self.stages)):
            upto = most if number else min(most, self.kills + 1)
            longest = self.seconds[number] * (LATEST if number else 1.0)
            while not run(lambda stage=stage: add(self.where, stage), self._instant(upto, longest)):  # type: ignore[misc]
                self.kills += 1
            self._compare(number)

    def _instant(self, most: int, longest: float) -> float | None:
        return self.chance.uniform(0, longest) if self.kills < most else None

    def _compare(self, number: int) -> None:
        self.ends += 1
        with Ledger.open(self.where) as ledger:
            self.wrong += unsound(ledger)
            self.wrong += differences(self.undisturbed[number], contents(ledger))


def main(argv: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--made-up", action="store_true", help="reports of a synthetic world; no text is read")
    parser.add_argument("--ledger", help="where the ledger is made: its contents are lost (default: a temporary file)")
    options = parser.parse_args(argv)
    first = (made_up if options.made_up else read)(options.reports)
    with tempfile.TemporaryDirectory() as folder:
        where = options.ledger or str(Path(folder) / "ledger.db")
        killing = Killing(where, [first, newer(first)], random.Random(options.seed))
        begun = time.monotonic()
        killing.rehearse()
        rounds = 0
        while killing.kills < options.kills and not killing.wrong:
            killing.round(options.kills)
            rounds += 1
            if sys.stderr.isatty():
                print(f"{killing.kills} of {options.kills} kills", file=sys.stderr)
        clear(where)
    return _tell(killing, rounds, time.monotonic() - begun)


def _tell(killing: Killing, rounds: int, seconds: float) -> int:
    rows = {name: len(some) for name, some in killing.undisturbed[-1].items()}
    print(", ".join(f"{count} {name}" for name, count in rows.items()))
    print("undisturbed: " + ", ".join(f"{one:.2f} s" for one in killing.seconds) + " (empty, added, read again)")
    print(f"{killing.kills} kills in {rounds} rounds, {killing.ends} runs to the end, {seconds:.0f} s in all")
    for line in killing.wrong[:40]:
        print(line[:400])
    print(f"{len(killing.wrong)} rows differ" if killing.wrong else "the same, row for row")
    return 1 if killing.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

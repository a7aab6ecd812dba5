"""`make demo`: one sample with its evidence marked, a few tables of all, a ledger of all, and what to try next.

Shows a choice: one record of each kind, from as many reports as there are lines. Held-out reports are read and counted,
and not shown (HELDOUT.md).
"""

from __future__ import annotations

import os
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.cli._marked import STYLES, marked
from communique.cli._screen import Paint, is_terminal, one_line, wants_colour, width
from communique.records import LAYERS, Reading
from tools import ROOT
from tools.corpus import held_out_names
from tools.demo_ledger import LedgerDemo, kept

SHOWN = "10_usa-nor_phone-call.txt"
SAMPLES = Path(os.path.relpath(ROOT / "samples"))
LEDGER = ROOT / "build" / "demo.db"
DOES = {
    "support": "supports", "oppose": "rejects", "complain": "complains", "propose": "proposes", "assess": "notes",
}  # fmt: skip
DONE = (("pledge", "Promised"), ("request", "Asked"), ("agree", "Agreed"))

Found = tuple[Reading, Any]
"""A record with the reading it is of."""


class Demo:
    """Prints the demonstration to standard output, ``columns`` letters wide, in colour or plain."""

    def __init__(self, paint: Paint, columns: int) -> None:
        self.paint, self.columns = paint, columns
        self.used = {SHOWN}

    def report(self, reading: Reading) -> None:
        """One report as it stands, its evidence marked."""
        self._head("One report, with the words marked that records were taken from", first=True)
        print("".join(marked(reading, LAYERS, self.paint, self.columns)).rstrip("# \n"))

    def occasions(self, readings: Sequence[Reading]) -> None:
        """Who met whom: of each kind of occasion, one that a report is about."""
        self._head("Who met whom, when and where")
        kinds = "meeting visit call mechanism signing".split()
        found = [(reading, record) for reading in readings for record in reading.engagements]
        for _, record in self._one_of_each(found, kinds, lambda r: r.kind, lambda r: (not r.main, not r.participants)):
            parties = " ".join(record.parties)
            people = ", ".join(record.participants)
            about = ("planned" if record.status == "planned" else "", record.place or "", people)
            columns = ((10, record.date_start or ""), (12, record.kind), (11, parties))
            self._row("engagement", columns, " · ".join(part for part in about if part))

    def sayings(self, readings: Sequence[Reading]) -> None:
        """Who said what, on whose behalf: one statement of each act that is not in the next table."""
        self._head("Who said what, on whose behalf")
        found = self._statements(readings)
        room = self.columns - 30

        def worse(record: Any) -> tuple[bool, ...]:
            quote, speaker = _quote(record), record.speaker or ""
            return (
                not speaker,
                len(quote) + len(speaker) > room,
                len(quote) < 30,
                not record.addressees,
                _quoting(quote),
            )

        for _, record in self._one_of_each(found, list(DOES), lambda r: r.act, worse):
            who = f"{' '.join(record.holders)}{' → ' + ' '.join(record.addressees) if record.addressees else ''}"
            said = f"{record.speaker or ''}: “{_quote(record)}”".removeprefix(": ")
            self._row("statement", ((13, who), (9, DOES[record.act])), said)

    def undertakings(self, readings: Sequence[Reading]) -> None:
        """What was promised, asked and agreed, each with its sentence."""
        self._head("What was promised, asked and agreed")
        found = [one for one in self._statements(readings) if one[1].items and len(_quote(one[1])) < 180]
        acts = [act for act, _ in DONE]
        for reading, record in self._one_of_each(found, acts, lambda r: r.act, _readable):
            to = f" → {' '.join(record.addressees)}" if record.addressees else ""
            sample = _name(reading).removesuffix(".txt")
            about = [f"{' '.join(record.holders)}{to}", record.strength or "", record.speaker or "", sample]
            line = one_line(" · ".join(part for part in about if part), self.columns - 12)
            print(f"  {self.paint(dict(DONE)[record.act].ljust(9), 'bold')} {line}")
            quote = one_line(f"“{_quote(record)}”")
            for line in textwrap.wrap(quote, self.columns - 12, break_on_hyphens=False):
                print(" " * 12 + self.paint(line, *STYLES["statement"]))

    def _head(self, title: str, *, first: bool = False) -> None:
        print(("" if first else "\n") + self.paint(title, "bold", "cyan") + ("\n" if first else ""))

    def _row(self, layer: str, columns: Sequence[tuple[int, str]], rest: str) -> None:
        """A line: fields of fixed breadth, the first in the layer's colour, and as much of the rest as has room."""
        fields = [one_line(value, breadth).ljust(breadth) for breadth, value in columns]
        room = self.columns - sum(breadth + 1 for breadth, _ in columns) - 2
        painted = [self.paint(fields[0], *STYLES[layer]), *fields[1:], one_line(rest, room)]
        print("  " + " ".join(painted).rstrip())

    def _statements(self, readings: Sequence[Reading]) -> list[Found]:
        return [(reading, record) for reading in readings for record in reading.statements]

    def _one_of_each(
        self,
        found: Sequence[Found],
        wanted: Sequence[str],
        kind: Callable[[Any], str],
        worse: Callable[[Any], tuple[bool, ...]],
    ) -> Iterator[Found]:
        """For each of ``wanted`` the least ``worse`` record of that kind, if possible from a report not shown yet."""
        taken: set[str] = set()
        for want in wanted:
            ranked = sorted(
                (worse(record)[0], _name(reading) in self.used, worse(record), number)
                for number, (reading, record) in enumerate(found)
                if kind(record) == want and record.id not in taken
            )
            if ranked:
                reading, record = found[ranked[0][-1]]
                taken.add(record.id)
                self.used.add(_name(reading))
                yield reading, record


def _readable(record: Any) -> tuple[bool, ...]:
    quote = _quote(record)
    return not 40 <= len(quote) <= 110, not record.speaker, not record.addressees, _quoting(quote)


def _quoting(quote: str) -> bool:
    return "“" in quote or '"' in quote


def _quote(record: Any) -> str:
    return " … ".join(part.quote for part in record.evidence)


def _name(reading: Reading) -> str:
    return Path(reading.report.path or "").name


def _try_next(program: str, plain: Callable[..., str]) -> None:
    ledger = LEDGER.relative_to(ROOT)
    lines = (
        (
            f"{program} commitments CHN KAZ --ledger {ledger}",
            "all that the two promised; also ladder, positions, wording, ...",
        ),
        (f"{program} serve --ledger {ledger}", "all of it in a browser, at http://127.0.0.1:8300/; Ctrl-C ends it"),
        (f"{program} brief CHN KAZ -o brief.pdf --ledger {ledger}", "two pages for the room"),
        (f"{program} search railway --act pledge --ledger {ledger}", "where it is said"),
        (f"{program} read samples/{SHOWN} --explain", "the rule and the words behind each record"),
        (f"{program} add YOUR-FOLDER", "your own reports: .txt, .md, .html; into communique.db"),
        (f"{program} --help", "all that can be asked; and README.md"),
    )
    print("\n" + plain("Try next", "bold", "cyan"))
    for command, meaning in lines:
        print(f"  {plain(command, 'bold')}\n      {meaning}")


@contextmanager
def _waiting(number: int) -> Iterator[Callable[[], None]]:
    """Says on a terminal how many are read, and wipes it away when all are."""
    read = 0
    seen = is_terminal(sys.stderr)

    def step() -> None:
        nonlocal read
        read += 1
        if seen:
            print(f"\r({read} of {number} reports read)", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        if seen:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


def main() -> int:
    """Show it."""
    from communique import Reader, load_paths

    colour = wants_colour(None, to_file=False)
    demo = Demo(Paint(colour), width(to_file=False))
    started = time.perf_counter()
    reader = Reader()
    reports = sorted(
        load_paths([str(SAMPLES)], on_fault=print), key=lambda report: Path(report.path or "").name != SHOWN
    )
    everything = []
    with _waiting(len(reports)) as step:
        for report in reports:
            everything.append(reader.read_report(report))
            if len(everything) == 1:
                demo.report(everything[0])
            step()
    seconds = time.perf_counter() - started
    held_out = held_out_names()
    readings = [reading for reading in everything if _name(reading).removesuffix(".txt") not in held_out]
    demo.occasions(readings)
    demo.sayings(readings)
    demo.undertakings(readings)
    with kept(everything, LEDGER) as ledger:
        LedgerDemo(ledger, demo.paint, demo.columns, SAMPLES).show()
    records = sum(1 for reading in everything for _ in reading.records())
    print(f"\n{len(everything)} invented reports, {records} records, read in {seconds:.0f} seconds, kept in a ledger.")
    bin_folder = os.environ.get("BIN", "")
    _try_next(os.path.join(bin_folder, "communique"), demo.paint)
    return 0


if __name__ == "__main__":
    sys.exit(main())

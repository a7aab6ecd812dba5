"""``communique add``: from paths to readings in a ledger. What is there already is not read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.cli import _exits
from communique.cli._correct import now
from communique.cli._progress import progress
from communique.cli._screen import say
from communique.cli._tally import Tally
from communique.errors import CommuniqueError, InputError
from communique.load import find_sources, load_source

if TYPE_CHECKING:
    from communique.ledger._ledger import Ledger
    from communique.ledger.store.write import Kept
    from communique.read import Reader
    from communique.records import Reading, Report

_EACH = 8
"""Reports for which another process is worth its start."""


@dataclass(frozen=True)
class Wanted:
    """What the user asked for. ``jobs`` 0: as many as there are cores."""

    paths: list[str]
    ledger: str
    jobs: int = 1
    codebooks: tuple[Path, ...] = ()
    again: bool = False
    max_size: int = 5_000_000


def add(wanted: Wanted) -> int:
    """Add and return the exit code. Raises what concerns all reports: ``CodebookError``, ``LedgerError``."""
    tally = Added()
    sources = find_sources(wanted.paths, tally.fault)
    if not sources:
        tally.tell()
        return tally.exit_code
    from communique.ledger._ledger import Ledger
    from communique.read import Reader

    reader = Reader(codebook_files=list(wanted.codebooks))
    with Ledger.open(wanted.ledger, create=True) as ledger:
        tally.where = ledger.where
        if ledger.outdated():
            say(
                f"{ledger.where}: derived by another version of communique; it is derived anew at the end, which may take a while."
            )
        try:
            with progress(len(sources), output_is_seen=False) as step:
                Adding(ledger, reader, wanted, tally, step).run(sources)
        except KeyboardInterrupt:
            tally.tell_stopped()
            return _exits.INTERRUPTED
        except CommuniqueError:
            tally.tell()
            raise
    tally.tell()
    return tally.exit_code


class Adding:
    """One run of ``add``: loads, leaves out what is there, reads, hands on; ``step`` hears of each report."""

    def __init__(self, ledger: Ledger, reader: Reader, wanted: Wanted, tally: Added, step: Callable[[], None]) -> None:
        self.ledger, self.reader, self.wanted, self.tally, self.step = ledger, reader, wanted, tally, step

    def run(self, sources: list[str]) -> None:
        """Add all ``sources``."""
        jobs = self.wanted.jobs or os.cpu_count() or 1
        jobs = min(jobs, -(-len(sources) // _EACH))
        readings = self.reader.read_many(self._new(sources), jobs, self._lost)
        self.ledger.add(map(self._noted, readings), self._kept, again=self.wanted.again, clock=now)

    def _new(self, sources: list[str]) -> Iterator[Report]:
        for source in sources:
            try:
                report = load_source(source, on_fault=self.tally.fault, max_size=self.wanted.max_size)
            except InputError as fault:
                self.tally.fault(fault)
                self.step()
                continue
            if not self.wanted.again and self.ledger.has(report.id, self.reader.name, report.path):
                self.tally.there += 1
                self.step()
            else:
                yield report

    def _lost(self, report: Report, error: Exception) -> None:
        if isinstance(error, InputError):
            self.tally.fault(error)
        else:
            self.tally.lost_report(report.path or report.id, error)
        self.step()

    def _noted(self, reading: Reading) -> Reading:
        for place in reading.faults:
            self.tally.lost_place(reading.report.path or reading.report.id, place.start, place.end, place.problem)
        return reading

    def _kept(self, kept: Kept) -> None:
        self.tally.keep(kept.fate, kept.gained, kept.lost)
        self.step()


class Added(Tally):
    """What became of each report that was to be added."""

    def __init__(self) -> None:
        super().__init__()
        self.where = ""
        self.added = self.there = self.versions = self.again = self.records = self.gained = self.lost = 0

    def keep(self, fate: str, gained: int, lost: int) -> None:
        """Count a reading that the ledger took."""
        if fate == "added":
            self.added += 1
            self.records += gained
        elif fate == "new version":
            self.versions += 1
        elif fate == "read again":
            self.again += 1
            self.gained += gained
            self.lost += lost
        else:
            self.there += 1

    def counts(self) -> list[str]:
        """The parts of the summary."""
        parts = [f"{self.added:,} added ({self.records:,} records)"] if self.added else []
        if self.versions:
            parts.append(
                f"{self.versions:,} new versions of known pages"
                if self.versions > 1
                else "1 new version of a known page"
            )
        parts += [f"{self.again:,} read again (+{self.gained:,} -{self.lost:,} records)"] if self.again else []
        parts += [f"{self.there:,} already there"] if self.there else []
        return [*(parts or ["nothing added"]), *self.troubles()]

    def tell(self) -> None:
        """The summary, always: what changes a file should say so."""
        changed = self.added or self.versions or self.again
        tail = "" if changed or not self.where else "; nothing changed"
        say((f"{self.where}: " if self.where else "") + ", ".join(self.counts()) + tail + (":" if self.lines else "."))
        self.list_lines()

    def tell_stopped(self) -> None:
        """The summary where Ctrl-C ended it."""
        self.tell()
        say("Stopped by Ctrl-C: what was added is safe, and the same command goes on from there.")

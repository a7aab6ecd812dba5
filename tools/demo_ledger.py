"""The second half of `make demo`: the same readings in a ledger, and what no single report tells.

Shows the dealings of two sides of whose reports none is held out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from communique.cli._screen import Paint, one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views import commitments, ladder, wording
from communique.ledger._ledger import Ledger
from communique.ledger.rows import Commitment, Said
from communique.records import Reading

SIDES = ("CHN", "KAZ")
HOLDER, ISSUE = "KAZ", "one-china"
READOUTS = ("02_chn-kaz_state-visit-talks-wire.txt", "03_kaz-chn_state-visit-talks-presidency.txt")


def kept(readings: Iterable[Reading], where: Path) -> Ledger:
    """A new ledger with the readings, in the place of the one that an earlier demonstration made."""
    where.parent.mkdir(exist_ok=True)
    for file in (where, *(where.with_name(where.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)
    ledger = Ledger.open(where, create=True)
    ledger.add(readings)
    return ledger


class LedgerDemo:
    """Prints what the ledger answers, ``columns`` letters wide, in colour or plain."""

    def __init__(self, ledger: Ledger, paint: Paint, columns: int, folder: Path) -> None:
        self.ledger, self.folder = ledger, folder
        sources = {source.report: source for source in ledger.reports(limit=0)}
        self.sheet = Sheet(paint, columns, sources)

    def show(self) -> None:
        """Print all of it."""
        self._tell("A promise, followed from report to report", self._promise())
        self._tell("What is overdue, by the day of the newest report on the two", self._overdue())
        self._tell("What two sides call their relationship, each in its own words", self._names())
        self._tell("The words of a position, and how they changed", self._words())
        self._tell("Two readouts of one meeting", self._readouts())

    def _tell(self, title: str, lines: Iterator[str]) -> None:
        told = "".join(lines).rstrip("\n")
        if told:
            print("\n" + self.sheet.head(title) + told)

    def _promise(self) -> Iterator[str]:
        """Of what was done, one that several reports tell of."""
        done = [row for row in self.ledger.commitments(*SIDES, state="done", limit=0) if row.kind != "engagement"]
        if done:
            yield from commitments.VIEW.text(self.sheet, [max(done, key=_telling)])

    def _overdue(self) -> Iterator[str]:
        newest = max((source.date or "" for source in self.sheet.sources.values() if _on_both(source.path)), default="")
        for row in self.ledger.commitments(*SIDES, overdue=True, as_of=newest or None, limit=2):
            yield from self.sheet.row(((row.due or "", 10), (row.kind, 10), (commitments.who(row), 11)), row.what)

    def _names(self) -> Iterator[str]:
        yield from ladder.GAPS.text(self.sheet, self.ledger.ladder_gaps(*SIDES)[:1])

    def _words(self) -> Iterator[str]:
        yield from wording.VIEW.text(self.sheet, self.ledger.wording(holder=HOLDER, issue=ISSUE)[:3])

    def _readouts(self) -> Iterator[str]:
        both = self.ledger.compare(*(str(self.folder / name) for name in READOUTS))
        cited = [next(s for s in self.sheet.sources.values() if s.path == path) for path in (both.a, both.b)]
        for source, alone in zip(cited, (both.only_a, both.only_b), strict=True):
            yield from self.sheet.row(((source.outlet or "", 30),), f"says {len(alone)} things alone, as:")
            yield from self.sheet.quote(_shortest(alone), "    ")
        yield from self.sheet.row((("Both", 30),), f"say {len(both.both)} things, and differ in this, for one:")
        pair = next((pair for pair in both.both if "strength" in pair.differs), None) or next(iter(both.both), None)
        for said in (pair.a, pair.b) if pair else ():
            yield from self.sheet.quote(words_of(said.evidence), "    ")


def _on_both(path: str | None) -> bool:
    return all(side.lower() in Path(path or "").name for side in SIDES)


def _telling(row: Commitment) -> tuple[int, bool, int]:
    """Told by several reports, to a plain end, in few words."""
    told = [step for step in row.history if step.evidence]
    reports = len({step.report for step in told})
    return min(reports, 3), row.score == 1, -sum(len(words_of(step.evidence)) for step in told)


def _shortest(some: Sequence[Said]) -> str:
    """The words of the shortest that is a sentence's worth."""
    words = [one_line(words_of(said.evidence)) for said in some]
    return min((word for word in words if len(word) > 50), key=len, default="")

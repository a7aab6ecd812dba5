"""Positions: where each holder stands on each issue, as its formulas and others' accounts of them tell it.

``Standings`` follows them report by report: fed in the order of the reports, kept as JSON between two of them.
``matrix(entries, as_of)`` gives the cells as of a day, ``shifts(entries)`` the changes as events.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from communique.knowledge import Codebook
from communique.ledger.entry import Entry
from communique.ledger.rows import Rows, Wording
from communique.ledger.wording.formulas import is_own
from communique.ledger.wording.lineages import Lineages
from communique.records import Evidence, Position

Happened = Literal["taken", "dropped", "reversed", "reworded"]


@dataclass(frozen=True)
class Standing:
    """Where a holder stands on an issue: a cell of the matrix.

    ``first_said`` and ``last_said`` are of its own words, in ``times`` reports; ``accounts`` counts the reports in which
    only another side tells it. ``silent_since`` is the day of the first report by the holder's own side, after it was last
    said, on a meeting with those it was said to, that leaves it out. ``records`` are the first and the last record that tell
    it, ``formula`` and ``evidence`` the words of the last.
    """

    holder: str
    issue: str
    stance: str
    first_said: str | None
    last_said: str | None
    silent_since: str | None
    times: int
    accounts: int
    formula: str
    report: str
    path: str | None
    records: tuple[str, str]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Shift:
    """A change of position in a report: ``taken``, ``dropped``, ``reversed`` or ``reworded``."""

    date: str | None
    holder: str
    issue: str
    happened: Happened
    before: str | None
    now: str | None
    counterpart: str | None
    report: str
    path: str | None
    evidence: tuple[Evidence, ...]


class Standings:
    """The cells as the reports so far tell them."""

    def __init__(self) -> None:
        self.cells: dict[tuple[str, str], Standing] = {}

    def add(self, entry: Entry, rows: Sequence[Wording]) -> list[Shift]:
        """What a report adds, given the ``rows`` that its lineages made of it; the changes that it tells."""
        found: list[Shift] = []
        for row in rows:
            old = self.cells.get((row.holder, row.issue))
            if row.change == "dropped":
                found += self._dropped(row, old)
            elif row.stance is not None:
                found += _shift(row, old)
                self.cells[row.holder, row.issue] = _said(row, old)
        for position in entry.positions:
            if not is_own(entry, position):
                self._accounted(entry, position)
        return found

    def _dropped(self, row: Wording, old: Standing | None) -> list[Shift]:
        if old is None:
            return []
        if old.silent_since is None:
            self.cells[row.holder, row.issue] = replace(old, silent_since=row.date)
        return [
            Shift(
                row.date, row.holder, row.issue, "dropped", old.formula, None, row.counterpart, row.report, row.path, ()
            )
        ]

    def _accounted(self, entry: Entry, position: Position) -> None:
        """Another side's account: it counts, and is a stand of its own only where there is nothing better."""
        key = (position.holder, position.issue)
        old = self.cells.get(key)
        if old is not None and old.times:
            self.cells[key] = replace(old, accounts=old.accounts + 1)
            return
        first = old.records[0] if old else position.id
        self.cells[key] = Standing(
            position.holder, position.issue, position.stance, None, None, None, 0, (old.accounts if old else 0) + 1,
            position.evidence[0].quote, entry.report, entry.path, (first, position.id), position.evidence,
        )  # fmt: skip

    def rows(self) -> Rows[Standing]:
        """The cells by holder and issue."""
        return Rows(self.cells[key] for key in sorted(self.cells))

    def to_json(self) -> str:
        """The state, from which ``from_json`` goes on as if nothing had been between."""
        cells = [
            {**asdict(one), "evidence": [e.model_dump() for e in one.evidence]}
            for _, one in sorted(self.cells.items())
        ]  # fmt: skip
        return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, state: str) -> Standings:
        """The cells as they stood when ``to_json`` gave ``state``."""
        made = cls()
        for one in json.loads(state):
            evidence = tuple(Evidence(**words) for words in one["evidence"])
            cell = Standing(**{**one, "records": tuple(one["records"]), "evidence": evidence})
            made.cells[cell.holder, cell.issue] = cell
        return made


def _said(row: Wording, old: Standing | None) -> Standing:
    own = old if old is not None and old.times else None
    record = row.record or ""
    return Standing(
        row.holder, row.issue, str(row.stance), own.first_said if own else row.date, row.date, None,
        (own.times if own else 0) + 1, old.accounts if old else 0, row.formula or "", row.report, row.path,
        (own.records[0] if own else record, record), row.evidence,
    )  # fmt: skip


def _shift(row: Wording, old: Standing | None) -> list[Shift]:
    """The change that a formula makes: to the holder's stand as a whole, or to its words towards one counterpart."""
    happened: Happened | None = None
    if old is None or not old.times:
        happened = "taken"
    elif old.stance != row.stance:
        happened = "reversed"
    elif row.change not in ("first", "same"):
        happened = "reworded"
    if happened is None:
        return []
    before = old.formula if old is not None and happened != "taken" else None
    return [
        Shift(row.date, row.holder, row.issue, happened, before, row.formula, row.counterpart, row.report, row.path,
              row.evidence)
    ]  # fmt: skip


def matrix(
    entries: Iterable[Entry],
    *,
    holder: str | None = None,
    issue: str | None = None,
    as_of: str | None = None,
    codebook: Codebook | None = None,
) -> Rows[Standing]:
    """The cells that ``entries``, which stand in their order, give up to the day ``as_of`` (all of a month or year)."""
    standings, _ = _followed(entries, as_of, codebook)
    return Rows(
        one for one in standings.rows() if holder in (None, one.holder) and issue in (None, one.issue)
    )  # fmt: skip


def shifts(entries: Iterable[Entry], *, as_of: str | None = None, codebook: Codebook | None = None) -> Rows[Shift]:
    """The changes of position that ``entries``, which stand in their order, tell."""
    return Rows(_followed(entries, as_of, codebook)[1])


def _followed(entries: Iterable[Entry], as_of: str | None, codebook: Codebook | None) -> tuple[Standings, list[Shift]]:
    standings, found = Standings(), list[Shift]()
    buckets: dict[tuple[str, ...], Lineages] = {}
    for entry in entries:
        if as_of and (entry.date or "")[: len(as_of)] > as_of:
            continue
        if entry.sides not in buckets:
            buckets[entry.sides] = Lineages(codebook)
        found += standings.add(entry, buckets[entry.sides].add(entry))
    return standings, found

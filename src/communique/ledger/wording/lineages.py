"""Lineages: each holder's formulas on each issue, followed from report to report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from communique.knowledge import Codebook
from communique.ledger.entry import Entry
from communique.ledger.meetings import met
from communique.ledger.rows import Change, Wording
from communique.ledger.wording.changes import changed
from communique.ledger.wording.formulas import LABEL, Formula, formulas
from communique.ledger.wording.labels import renamed
from communique.ledger.wording.lexicon import Lexicon, lexicon


@dataclass(frozen=True)
class Last:
    """What a holder last said on an issue: its words and stance, on which ``day``, in its ``own`` side's report or not.

    Of several reports of one day none comes before the other: each is measured by the words from ``before`` that day, and
    those of the holder's own side are carried on. What one of them leaves out and another says is left out by the first,
    which is told once: ``dropped`` is the day on which it was told last, if nothing was said since that day.
    """

    text: str
    stance: str | None
    day: str | None
    own: bool
    before: str | None
    dropped: str | None = None


Key = tuple[str, str, str | None]
"""Holder, issue, counterpart."""
Undo = list[list[Any]]
"""What takes a report back: of each lineage that it changed its key, and the ``Last`` before (None: it began)."""


@dataclass(frozen=True)
class Said:
    """What a report says of positions and names, and with whom it tells that the side of its outlet met."""

    report: str
    path: str | None
    date: str | None
    outlet_country: str | None
    met: tuple[str, ...]
    formulas: tuple[Formula, ...]


def said_in(entry: Entry, words: Lexicon | None = None) -> Said:
    """What a report says. Pure: the same entry gives the same."""
    own = entry.outlet_country
    others = [side for side in entry.sides if side != own] if own in entry.sides else []
    return Said(
        entry.report, entry.path, entry.date, own, tuple(side for side in others if own and met(entry, own, side)),
        formulas(entry, words or lexicon()),
    )  # fmt: skip


class Lineages:
    """The lineages of one bucket of reports (those of one pair of sides), fed in the reports' order."""

    def __init__(self, codebook: Codebook | None = None) -> None:
        self._codebook = codebook
        self._words = lexicon(codebook)
        self.last: dict[Key, Last] = {}
        self._before: dict[Key, Last | None] = {}

    def add(self, entry: Entry) -> list[Wording]:
        """The steps that a report adds: what it says in its order, then what it leaves out."""
        return self.take(said_in(entry, self._words))

    def take(self, told: Said) -> list[Wording]:
        """The same, of what a report says."""
        rows: list[Wording] = []
        said: set[Key] = set()
        for one in told.formulas:
            key = (one.holder, one.issue, one.counterpart)
            before = self.last.get(key)
            if before is None and one.stance is None and not one.issue.startswith(LABEL):
                continue  # to take note of what one never stood for is no step
            if key in said:
                continue
            said.add(key)
            rows.append(self._step(one, before))
            self._put(key, _carried(one, before, told.outlet_country == one.holder))
        for key in sorted(self.last, key=str):
            if key not in said and self.last[key].dropped is None and _silent(told, key):
                self._put(key, replace(self.last[key], dropped=told.date or ""))
                rows.append(_dropped(told, key))
        return rows

    def _put(self, key: Key, last: Last) -> None:
        self._before.setdefault(key, self.last.get(key))
        self.last[key] = last

    def undo(self) -> Undo:
        """What takes back all since the last asking: plain values for ``take_back``."""
        found = [[*key, last and list(vars(last).values())] for key, last in sorted(self._before.items(), key=str)]
        self._before = {}
        return found

    def take_back(self, undo: Undo) -> None:
        """Become what they were before the report that ``undo`` is of; those after it must have been taken back."""
        for holder, issue, counterpart, last in undo:
            key = (holder, issue, counterpart)
            if last is None:
                del self.last[key]
            else:
                self.last[key] = Last(*last)

    def _step(self, one: Formula, before: Last | None) -> Wording:
        change: Change = "first"
        if before is not None:
            same_day = one.date is not None and one.date == before.day
            words = before.before or before.text if same_day else before.text
            if one.issue.startswith(LABEL):
                change = renamed(words, one.text, one.holder, self._codebook)
            elif one.stance and before.stance and one.stance != before.stance:
                change = "reworded"
            else:
                change = changed(words, one.text, one.holder, self._words)
        return Wording(
            one.date, one.report, one.path, one.holder, one.issue, one.counterpart, one.stance, one.text, change,
            one.evidence, one.record,
        )  # fmt: skip

    def to_json(self) -> str:
        """The state, from which ``from_json`` goes on as if nothing had been between."""
        rows = [[*key, *vars(last).values()] for key, last in sorted(self.last.items(), key=str)]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, state: str, codebook: Codebook | None = None) -> Lineages:
        """The lineages as they stood when ``to_json`` gave ``state``."""
        made = cls(codebook)
        for holder, issue, counterpart, *last in json.loads(state):
            made.last[holder, issue, counterpart] = Last(*last)
        return made


def follow(entries: Iterable[Entry], codebook: Codebook | None = None) -> list[Wording]:
    """The steps of all lineages in ``entries``, which stand in their order: each pair of sides for itself."""
    buckets: dict[tuple[str, ...], Lineages] = {}
    rows: list[Wording] = []
    for entry in entries:
        if entry.sides not in buckets:
            buckets[entry.sides] = Lineages(codebook)
        rows += buckets[entry.sides].add(entry)
    return rows


def _carried(one: Formula, before: Last | None, own: bool) -> Last:
    """What the next report is measured by."""
    if before is None or one.date is None or one.date != before.day:
        dropped = before.dropped if before is not None and one.date is not None and before.dropped == one.date else None
        return Last(one.text, one.stance, one.date, own, before.text if before else None, dropped)
    if before.own and not own:
        return before
    return Last(one.text, one.stance, one.date, own, before.before, before.dropped)


def _silent(told: Said, key: Key) -> bool:
    """Whether a report that does not say it leaves it out: the holder's own side on a meeting of the two."""
    holder, _, counterpart = key
    return counterpart is not None and told.outlet_country == holder and counterpart in told.met


def _dropped(told: Said, key: Key) -> Wording:
    holder, issue, counterpart = key
    return Wording(
        told.date, told.report, told.path, holder, issue, counterpart, None, None, "dropped", ()
    )  # fmt: skip

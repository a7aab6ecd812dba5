"""What the ledger works on: one report's records, without its text (DESIGN: the ledger never reads text)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import PurePath
from typing import TypeVar

from communique.records import (
    Engagement,
    Outcome,
    Position,
    Reading,
    Record,
    Reference,
    Relation,
    Statement,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)

_NAME = 100
"""So many letters of a file's name order it: an index holds no more of a long one."""


@dataclass(frozen=True)
class Entry:
    """One report as the ledger keeps it.

    ``date`` is the day of its dateline, or of publication (an ISO prefix), or None where neither is known. ``called``
    are named things with the name that people said is used for each; ``merged`` tells one use of names from another,
    None where none has been applied.
    """

    report: str
    path: str | None
    title: str | None
    outlet: str | None
    outlet_country: str | None
    published: str | None
    date: str | None
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    references: tuple[Reference, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    merged: str | None = None

    @classmethod
    def of(cls, reading: Reading) -> Entry:
        """The entry of a reading."""
        report = reading.report
        return cls(
            report=report.id, path=report.path, title=report.title, outlet=report.outlet,
            outlet_country=report.outlet_country, published=report.published,
            date=reading.dateline or report.published,
            engagements=in_order(reading.engagements), statements=in_order(reading.statements),
            positions=in_order(reading.positions), relations=in_order(reading.relations),
            references=in_order(reading.references), outcomes=in_order(reading.outcomes),
        )  # fmt: skip

    @property
    def order(self) -> tuple[str, str]:
        """The ledger's order of reports: by date, those of one day by the names of their files; undated ones first.

        Archives name their files in the order of publication, as far as they have one.
        """
        return self.date or "", f"{PurePath(self.path or '').name[:_NAME]} {self.report}"

    def records(self) -> Iterator[Record]:
        """All records, layer by layer."""
        for layer in (
            self.engagements, self.statements, self.positions, self.relations, self.references, self.outcomes,
        ):  # fmt: skip
            yield from layer

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The parties whose dealings the report is about, sorted: of its main occasion, else those most often together.

        Three and more are a multilateral report; one is a country speaking alone; none where no record names a party.
        """
        main = Counter(
            tuple(sorted({*one.parties})) for one in self.engagements if one.main and len({*one.parties}) > 1
        )
        if main:
            return max(main, key=lambda some: (main[some], -len(some), some))
        together: Counter[tuple[str, str]] = Counter()
        alone: Counter[str] = Counter()
        for record in self.records():
            parties = parties_of(record)
            alone.update(parties)
            together.update(combinations(sorted(parties), 2))
        if together:
            return max(together, key=lambda pair: (together[pair], self.outlet_country in pair, pair))
        return (max(alone, key=lambda one: (alone[one], one)),) if alone else ()


def in_order(records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Records of a layer in the order of the text, whenever they came into the ledger; those of one place by id."""
    return tuple(sorted(records, key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.id)))


def parties_of(record: Record) -> frozenset[str]:
    """The countries and organisations that a record is about."""
    if isinstance(record, Statement):
        return frozenset((*record.holders, *record.addressees))
    if isinstance(record, Position):
        return frozenset((record.holder,))
    if isinstance(record, Engagement | Relation | Outcome):
        return frozenset(record.parties)
    return frozenset()

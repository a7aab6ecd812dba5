"""Entries for the tests of commitments: records made by hand, sentences of our own."""

from __future__ import annotations

from typing import Any

from communique.ledger.entry import Entry
from communique.records import Engagement, Evidence, Outcome, Reference, Relation, Statement

RULE = ("test.yaml/test",)


class Told:
    """One report between two sides, built record by record; each quote stands after the one before."""

    def __init__(self, name: str, date: str, sides: tuple[str, str] = ("MUS", "FJI")) -> None:
        self.name, self.date, self.sides, self.at = name, date, sides, 0
        self.engagements: list[Engagement] = []
        self.statements: list[Statement] = []
        self.outcomes: list[Outcome] = []
        self.relations: list[Relation] = []
        self.references: list[Reference] = []

    def _span(self, quote: str) -> tuple[Evidence, ...]:
        start, self.at = self.at, self.at + len(quote) + 2
        return (Evidence(start=start, end=start + len(quote), quote=quote),)

    def says(self, act: str, holder: str, quote: str, *items: str, strength: str | None = None, **more: Any) -> Told:
        """``holder`` "MUS+FJI" speaks for both."""
        holders = tuple(holder.split("+"))
        others = tuple(side for side in self.sides if side not in holders)
        self.statements.append(
            Statement(report=self.name, rule=RULE, evidence=self._span(quote), act=act, holders=holders,  # type: ignore[arg-type]
                      addressees=others if len(holders) == 1 else (), strength=strength, items=items, **more)  # type: ignore[arg-type]
        )  # fmt: skip
        return self

    def occasion(self, kind: str, status: str, quote: str, **more: Any) -> Told:
        parties = more.pop("parties", self.sides)
        self.engagements.append(
            Engagement(
                report=self.name,
                rule=RULE,
                evidence=self._span(quote),
                kind=kind,
                status=status,
                parties=parties,
                **more,
            )  # type: ignore[arg-type]
        )
        return self

    def outcome(self, state: str, what: str, quote: str, **more: Any) -> Told:
        self.outcomes.append(
            Outcome(
                report=self.name,
                rule=RULE,
                evidence=self._span(quote),
                what=what,
                state=state,
                parties=self.sides,
                **more,
            )  # type: ignore[arg-type]
        )
        return self

    def relation(self, event: str, label: str, quote: str, **more: Any) -> Told:
        self.relations.append(
            Relation(
                report=self.name,
                rule=RULE,
                evidence=self._span(quote),
                event=event,
                label=label,
                parties=self.sides,
                **more,
            )  # type: ignore[arg-type]
        )
        return self

    def names(self, kind: str, name: str) -> Told:
        self.references.append(Reference(report=self.name, rule=RULE, evidence=self._span(name), kind=kind, name=name))  # type: ignore[arg-type]
        return self

    def entry(self) -> Entry:
        return Entry(
            report=self.name, path=f"{self.name}.txt", title=None, outlet=None, outlet_country=None, published=self.date, date=self.date,
            engagements=tuple(self.engagements), statements=tuple(self.statements), relations=tuple(self.relations),
            references=tuple(self.references), outcomes=tuple(self.outcomes),
        )  # fmt: skip

"""Entries of invented reports, for tests of the ledger: built of records, without a reader."""

from __future__ import annotations

from communique.ledger.entry import Entry
from communique.records import Engagement, Evidence, Position, Relation, Statement


class Page:
    """A report in the making; each line of text that is added stands behind the one before."""

    def __init__(self, report: str, date: str | None, outlet: str | None = None, sides: tuple[str, ...] = ()) -> None:
        self.report, self.date, self.outlet = report, date, outlet
        self.end = 0
        self.statements: list[Statement] = []
        self.positions: list[Position] = []
        self.relations: list[Relation] = []
        self.engagements: list[Engagement] = []
        if len(sides) > 1:
            self.engagements.append(
                Engagement(report=report, evidence=(self.words("They met."),), rule=("t",), kind="meeting",
                           status="held", date_start=date, date_end=date, parties=sides, main=True)
            )  # fmt: skip

    def words(self, quote: str) -> Evidence:
        """The next words of the report."""
        start, self.end = self.end, self.end + len(quote) + 1
        return Evidence(start=start, end=start + len(quote), quote=quote)

    def says(self, holders: str, quote: str, *issues: str, act: str = "support", about: str = "") -> Page:
        """A statement of ``KAZ/CHN``; each issue, ``-`` before it for opposition, is told by all its words.

        ``about`` are the words of the position where they are fewer than the statement's.
        """
        span = self.words(quote)
        strength = "firm" if act in ("pledge", "agree") else None
        parties = tuple(holders.split("/"))
        self.statements.append(
            Statement(report=self.report, evidence=(span,), rule=("t",), act=act, holders=parties, strength=strength)
        )
        at = quote.index(about) if about else 0
        words = about or quote
        part = Evidence(start=span.start + at, end=span.start + at + len(words), quote=words)
        for issue in issues:
            holder, _, key = issue.rpartition("=")
            for one in (holder,) if holder else parties:
                self.positions.append(
                    Position(report=self.report, evidence=(part,), rule=("t",), holder=one, issue=key.lstrip("-"),
                             stance="oppose" if key.startswith("-") else "support")
                )  # fmt: skip
        return self

    def calls(self, pair: str, label: str, event: str = "described", date: str | None = None, by: str = "") -> Page:
        """A relation of ``KAZ-CHN``, in a statement of ``by`` where that is given."""
        span = self.words(label)
        if by:
            self.statements.append(
                Statement(report=self.report, evidence=(span,), rule=("t",), act="assess", holders=tuple(by.split("/")))
            )
        self.relations.append(
            Relation(report=self.report, evidence=(span,), rule=("t",), parties=tuple(pair.split("-")), label=label,
                     event=event, date=date)
        )  # fmt: skip
        return self

    def entry(self) -> Entry:
        """The entry."""
        return Entry(
            report=self.report, path=f"{self.report}.txt", title=None, outlet=None, outlet_country=self.outlet,
            published=self.date, date=self.date, engagements=tuple(self.engagements),
            statements=tuple(self.statements), positions=tuple(self.positions), relations=tuple(self.relations),
        )  # fmt: skip

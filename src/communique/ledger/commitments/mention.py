"""A mention: what one report tells of one undertaking."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from communique.ledger.commitments.profile import Profile
from communique.ledger.commitments.terms import Terms
from communique.records import Evidence

Told = Literal[
    "asked", "said", "planned", "held", "moved", "cancelled", "progress", "done", "refused", "failed", "overtaken"
]
"""What a mention tells: ``said`` is promised or agreed, ``moved`` put off or brought forward."""
Kind = Literal["pledge", "agreement", "request", "engagement"]


@dataclass(frozen=True)
class Occasion:
    """A visit, session or other meeting. ``kind``: visit, session (of ``body``) or meeting; ``who``: the visitor's names.

    ``body`` are the stems of a standing body's name; ``next`` whether it is only called the next one.
    """

    kind: Literal["visit", "session", "meeting"]
    visitor: str | None = None
    host: str | None = None
    who: frozenset[str] = frozenset()
    rank: str | None = None
    body: frozenset[str] = frozenset()
    ordinal: int | None = None
    next: bool = False
    date: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Mention:
    """What a report tells of one undertaking.

    ``bucket`` names the two sides; ``doers`` are to do it, ``others`` gain by it, ``askers`` asked for it. ``starts``:
    whether a thread may begin with it (a thing merely told as done is no commitment). ``back``: it names nothing of its
    own and means what was asked or named before it. ``faint``: only the tense tells what became of it. ``recalls``: it only names what was asked before. ``group``: mentions of one statement share it. ``before``: the terms of the words that it leans on. ``beside``: those of the goods named beside it, which are others.
    ``topics`` are the statement's, ``by`` whose statement it is. ``reply``: "no" or "yes" where the words
    would decline or grant what was asked right before them; ``replies``: it is told as a reply; ``again``: as asked once more. ``core``: the terms of the words before what is told by the way, where something is. ``outlet``: the country of the outlet that tells it.
    """

    bucket: str
    report: str
    path: str | None
    date: str | None
    record: str
    group: str
    kind: Kind
    told: Told
    doers: tuple[str, ...]
    others: tuple[str, ...]
    askers: tuple[str, ...]
    what: str
    evidence: Evidence
    terms: Terms
    strength: str | None = None
    due: str | None = None
    amounts: tuple[tuple[str, float], ...] = ()
    ordinal: int | None = None
    condition: str | None = None
    firm: bool = False
    named: tuple[str, ...] = ()
    back: Literal["answer", "name"] | None = None
    starts: bool = True
    occasion: Occasion | None = None
    label: frozenset[str] = field(default_factory=frozenset)
    faint: bool = False
    recalls: bool = False
    before: Terms | None = None
    beside: frozenset[str] = frozenset()
    outlet: str | None = None
    core: Terms | None = None
    topics: frozenset[str] = frozenset()
    by: tuple[str, ...] = ()
    reply: str = ""
    replies: bool = False
    again: bool = False

    @cached_property
    def profile(self) -> Profile:
        """What it is compared by."""
        return Profile(self.terms.weights, self.terms.names, self.terms.head, self.evidence.quote)

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands in its report: the order in which mentions are taken. Of the same words what they ask comes first."""
        return self.evidence.start, self.evidence.end, ("" if self.told == "asked" else "~") + self.record

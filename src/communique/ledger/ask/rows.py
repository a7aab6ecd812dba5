"""What the questions over many reports answer with, beside the derived rows of ``ledger.rows``."""

from __future__ import annotations

from dataclasses import dataclass

from communique.ledger.corrections.rows import Correction, Judged
from communique.ledger.rows import Commitment, Rows, Rung
from communique.records import Evidence, Reading


@dataclass(frozen=True)
class Source:
    """A report in a line: what an answer cites."""

    report: str
    path: str | None
    title: str | None
    outlet: str | None
    outlet_country: str | None
    published: str | None
    date: str | None


@dataclass(frozen=True)
class Page:
    """A report with its records, its earlier versions (oldest first) and the newer one, where there is one.

    ``reading`` has the records that count. ``judged`` are those of which people have said something, the rejected ones
    too; ``loose`` the corrections that apply to nothing in it, as their words are no longer there.
    """

    reading: Reading
    versions: tuple[str, ...]
    newer: str | None
    judged: tuple[Judged, ...] = ()
    loose: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Told:
    """One report's word of an occasion."""

    source: Source
    record: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Occasion:
    """An engagement, with each report that tells of it. ``date_start`` is None where no report has its day."""

    date_start: str | None
    date_end: str | None
    kind: str
    status: str
    place: str | None
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    level: str | None
    ordinal: int | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Due:
    """A commitment or planned engagement with what is to be said of it on a day: ``coming`` or ``overdue``."""

    when: str
    standing: str
    commitment: Commitment


@dataclass(frozen=True)
class Cell:
    """A holder's stance on an issue, as of a day, and the words of its latest telling.

    ``silent_since`` is the day of the first report by the holder's own side that could have said it again and did not.
    """

    holder: str
    issue: str
    stance: str
    first_said: str | None
    last_said: str | None
    silent_since: str | None
    times: int
    report: str
    path: str | None
    formula: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Turn:
    """A change of position as an event: ``taken``, ``dropped``, ``reversed`` or ``reworded``."""

    date: str | None
    holder: str
    issue: str
    event: str
    before: str | None
    after: str | None
    report: str
    path: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Party:
    """A country or organisation that reports are about: how many, with how many statements, when last."""

    code: str
    name: str
    reports: int
    statements: int
    last: str | None


@dataclass(frozen=True)
class Dyad:
    """Two sides: how often they engaged and when last, how many reports are about both, how much is open.

    ``engagements`` were told as held; an occasion told by several reports is one. ``open`` counts the commitments,
    planned engagements among them, that are neither done nor refused nor given up.
    """

    a: str
    b: str
    engagements: int
    last_engaged: str | None
    reports: int
    last: str | None
    open: int


@dataclass(frozen=True)
class Presence:
    """How often a party engaged with others, with how many of them, and when last."""

    code: str
    name: str
    engagements: int
    partners: int
    last: str | None


@dataclass(frozen=True)
class Tally:
    """How many commitments of a kind stand in a state, ``overdue`` of them past their time."""

    kind: str
    state: str
    count: int
    overdue: int


@dataclass(frozen=True)
class Coverage:
    """How many reports the outlets of a country have (None: of none that is known), the first and the last of them."""

    outlet_country: str | None
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Fresh:
    """What the reports since a day tell that is new, the newest of each; ``total`` of each says how many there are.

    ``engagements`` that were held, commitments first ``stated``, ``done`` or ``lapsed``, ``turns`` of positions, and
    ``rungs`` of ladders that were climbed. ``until`` is the day of the newest report, or the one given.
    """

    since: str | None
    until: str | None
    reports: Rows[Source]
    engagements: Rows[Occasion]
    stated: Rows[Commitment]
    done: Rows[Commitment]
    lapsed: Rows[Commitment]
    turns: Rows[Turn]
    rungs: Rows[Rung]


@dataclass(frozen=True)
class Country:
    """A country or organisation at a glance: the newest reports about it and engagements, and how things stand."""

    party: Party
    reports: Rows[Source]
    engagements: Rows[Occasion]
    positions: Rows[Cell]
    commitments: Rows[Tally]
    partners: Rows[Dyad]


@dataclass(frozen=True)
class Hit:
    """What a search found: a report, or a record in one. ``snippet`` has the words found between two marks each.

    ``rank`` orders hits of one search; the smaller the better.
    """

    kind: str
    source: Source
    record: str | None
    layer: str | None
    date: str | None
    act: str | None
    holders: tuple[str, ...]
    snippet: str
    rank: float
    evidence: tuple[Evidence, ...]


__all__ = [
    "Cell", "Country", "Due", "Dyad", "Fresh", "Hit", "Occasion", "Page", "Party", "Presence", "Rows", "Source", "Tally",
    "Told", "Turn",
]  # fmt: skip

"""What the ledger tells of corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.records import Record, Report


@dataclass(frozen=True)
class Correction:
    """A person's word on a record: who said it, when (UTC) and why.

    ``before`` is the record that it is about, as it then was (None of one that was added); ``after`` the person's own
    (of ``edit`` and ``add``). ``report`` is the version of the page that it was made on. ``effect`` is what comes of it on
    the newest version: ``in-force``; ``overruled`` by a later one on the same record; ``words-gone``: the words are no
    longer there, so it is kept and not applied; ``moot``: what was rejected is no longer made; ``undone``.
    """

    id: str
    report: str
    kind: Literal["accept", "reject", "edit", "add"]
    layer: str
    target: str | None
    before: Record | None
    after: Record | None
    who: str
    at: str
    why: str
    effect: Literal["in-force", "overruled", "words-gone", "moot", "undone"] = "in-force"
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


@dataclass(frozen=True)
class Judged:
    """A record that people have said something of: how it stands now, and all that was said, oldest first.

    ``record`` is what counts, or, where it was rejected, what was. ``before`` is what the reader has instead, where a
    person's record stands in its place. ``standing`` is ``read`` where all that was said has been undone.
    """

    record: Record
    standing: Literal["read", "accepted", "edited", "added", "rejected"]
    before: Record | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Corrected:
    """A report as people left it: what the reader made of it, what counts, and what was said of which record.

    ``loose`` are the corrections that apply to nothing in it.
    """

    report: Report
    made: tuple[Record, ...]
    counts: tuple[Record, ...]
    judged: tuple[Judged, ...]
    loose: tuple[Correction, ...]


@dataclass(frozen=True)
class Merging:
    """Two names of one person or named thing, by a person's word: ``into`` is used in the place of ``name``.

    ``country``: only where the name is of a record in which this country takes part (None: everywhere).
    """

    id: str
    kind: Literal["person", "named"]
    name: str
    into: str
    country: str | None
    who: str
    at: str
    why: str
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None

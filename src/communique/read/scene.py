"""What the layers share about one report: its blocks, its sentences, who is in it, when and where it was written.

The layers (engagements, statements, ...) take a ``Scene`` and nothing else, and give records. All offsets are code
points into ``Scene.text``, the report's text exactly as stored, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from communique.records import Report

BODY_KINDS = frozenset({"body", "item", "intro"})


@dataclass(slots=True)
class Block:
    """A paragraph, line or list item of the report.

    ``kind``: ``title``, ``dateline`` (a line that only says place and date), ``byline``, ``caption``, ``heading``,
    ``body``, ``intro`` (a paragraph that ends in a colon and opens a list), ``item`` (of a list; ``intro`` is its
    opening), ``question`` (of a journalist), ``boilerplate`` (source, contacts, notes, marks of the end).
    ``start``/``end`` leave out a dateline, bullet, number or speaker's label before the words.
    ``turn`` is the speaker's label of a transcript ("Lena Falk") or the name in a "Quotes attributable to X"
    heading above it. ``date`` is the date of a chronicle entry's label ("April 13.") where it has one.
    """

    start: int
    end: int
    kind: str
    para: int
    turn: str | None = None
    intro: Block | None = None
    label: str | None = None
    date: str | None = None


@dataclass(slots=True)
class Unit:
    """A sentence (or list item) that is parsed by itself: ``doc`` is the parse of ``text[start:end]``.

    Where a sentence ends in an attribution ("..., Falk said."), the attribution is cut off into a unit of its own
    (``kind`` ``attribution``) and linked by ``attribution``; likewise a leading "According to X,".
    ``mask`` are offsets blanked out of the parsed words (an attribution in the middle of its content).
    Token ``t`` of the unit is at ``start + t.idx`` of the report.
    """

    start: int
    end: int
    block: Block
    index: int = 0
    kind: str = "sentence"
    attribution: Unit | None = None
    quoted: bool = False
    mask: tuple[int, int] | None = None
    doc: Doc = field(default=None, repr=False)  # type: ignore[assignment]

    def span(self, piece: Token | Span) -> tuple[int, int]:
        """Absolute offsets of a token or span of ``doc``."""
        whole: Any = piece
        first = whole[0] if hasattr(whole, "root") else whole
        last = whole[-1] if hasattr(whole, "root") else whole
        return self.start + first.idx, self.start + last.idx + len(last)


@dataclass(slots=True)
class Person:
    """Somebody in the report: ``name`` as complete as it is given anywhere, without honorifics or titles."""

    name: str
    country: str | None = None
    offices: list[str] = field(default_factory=list)
    gender: str | None = None
    first: int = 0
    mentions: int = 0


@dataclass(slots=True)
class Mention:
    """A stretch of text that means somebody or some state.

    ``kind``: ``country`` ("Chad", "the Chadian side", a capital for its government), ``adjective`` ("Chadian"),
    ``city``, ``organisation``, ``person`` (by name), ``office`` ("the President", "his Chadian counterpart"),
    ``joint`` ("the two sides", "both presidents"), ``pronoun``.
    ``parties`` are the countries or organisations meant; ``()`` where it is not plain. ``persons`` the people.
    """

    start: int
    end: int
    kind: str
    parties: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    name: str = ""


@dataclass(slots=True)
class Scene:
    """One report, taken apart. ``mentions`` are sorted by start and do not overlap.

    ``anchor`` is the date (ISO, whole day where known) that "Monday" and "last month" are resolved against: the
    dateline's, else the day of publication. ``place`` is the dateline's city. ``home`` is the outlet's country.
    ``sides`` are the parties that the report is mainly about, home first where it is one of them.
    ``author`` are the parties whose own words a communiqué is, where they are not the outlet's country (G7, EU).
    ``open_count`` counts what was left open, ``faults`` are (start, end, what) of sentences that could not be read.
    ``genre``: ``report``, ``joint`` (a joint statement: its sentences are the sides' own), ``first-person``,
    ``transcript``, ``chronicle``, ``communique``.
    """

    report: Report
    text: str
    blocks: list[Block] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    cast: list[Person] = field(default_factory=list)
    anchor: str | None = None
    place: str | None = None
    home: str | None = None
    sides: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    genre: str = "report"
    open_count: int = 0
    faults: list[tuple[int, int, str]] = field(default_factory=list)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie within the offsets, in order."""
        low = bisect_left(self.mentions, start, key=lambda m: m.start)
        out = []
        for mention in self.mentions[low:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                out.append(mention)
        return out

"""A unit with its mentions by token, and the dates in it: what the readers of occasions look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.read.dates import Dated, find_dates
from communique.read.dates.dated import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.engagements.lexicon import Lexicon
    from communique.read.scene import Mention, Scene, Unit

ACTORS = frozenset({"person", "office", "joint", "pronoun", "country", "organisation"})
_HAS_DATE = re.compile(
    r"\d|day\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:last|next|this|same|earlier|later|ago|month|year|week|[Tt]omorrow|[Tt]onight"
    r"|Last|Next|This|Same|Earlier|Later|quarter|afternoon|morning|evening|spring|summer|autumn|fall|winter)\b"
)


@dataclass(slots=True)
class View:
    """``anchor`` is the day that dates of this unit count from (a chronicle's entry has its own), ``point`` the day of
    what was told last, for "on the same day"."""

    scene: Scene
    unit: Unit
    lex: Lexicon
    anchor: str | None
    mentions: list[Mention] = field(default_factory=list)
    point: str | None = None
    _dates: dict[Tense | None, list[Dated]] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.unit.doc

    def at(self, index: int) -> int:
        """Absolute offset of token ``index`` (of the end of the unit, past the last)."""
        doc = self.doc
        return self.unit.start + doc[index].idx if index < len(doc) else self.unit.end

    def end_of(self, index: int) -> int:
        """Absolute offset of the end of token ``index``."""
        token = self.doc[index]
        return self.unit.start + token.idx + len(token)

    def between(self, first: int, last: int) -> list[Mention]:
        """Mentions that begin in tokens ``first`` up to ``last`` (exclusive)."""
        low, high = self.at(first), self.at(last)
        return [m for m in self.mentions if low <= m.start < high or m.start < low < m.end]

    def over(self, token: Token) -> Mention | None:
        """The mention that covers a token."""
        offset = self.unit.start + token.idx
        for mention in self.mentions:
            if mention.start <= offset < mention.end:
                return mention
        return None

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``first`` up to ``last`` (exclusive)."""
        return self.scene.text[self.at(first) : self.end_of(last - 1)] if last > first else ""

    def dates(self, tense: Tense | None) -> list[Dated]:
        """All dates of the unit, offsets absolute; anniversaries and counted spans ("mark 40 years since") left out."""
        key = tense
        if key not in self._dates:
            text = self.scene.text[self.unit.start : self.unit.end]
            found = find_dates(text, self.anchor, tense, self.point) if _HAS_DATE.search(text) else []
            self._dates[key] = [
                d for d in found if d.kind != "span" or text[d.start : d.end].endswith(("ago", "earlier"))
            ]
        return self._dates[key]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Absolute offsets of tokens ``first`` up to ``last`` (exclusive), no punctuation or "and" at the edges."""
        doc = self.doc
        while first < last - 1 and (
            (doc[first].is_punct and doc[first].text not in '"“(')
            or doc[first].lower_ in ("and", "but", "that", "which", "where")
        ):
            first += 1
        while last - 1 > first and (
            doc[last - 1].text in (",", ";", ":", ".", "--", "—", "–") or doc[last - 1].lower_ in ("and", "but")
        ):
            last -= 1
        return self.at(first), self.end_of(last - 1)

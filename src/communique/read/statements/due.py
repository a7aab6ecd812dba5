"""By when each item is to be done: the dates in its own words, or in those of its statement before the first item.

A date counts for what is to be done where it hangs from it, not from something told beside it ("implement the accord
signed in May"), and where it is not over. Its precision is the codebook's: "before July" is the year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.dates import Dated, find_dates
from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from communique.read.scene import Unit
    from communique.read.statements.items import Span
    from communique.read.statements.told import Told

_HAS_DATE = re.compile(
    r"\d{4}|\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\w+day\b|\b(?:next|this|coming|within|end|half|tomorrow"
    r"|quarter|spring|summer|autumn|winter|fall|year|month|week)\b"
)
_DUE_WORDS = frozenset("scheduled planned due slated set expected".split())
_BEFORE_A_YEAR = frozenset("in during of by to before from late early throughout than mid".split())
_FINENESS = {"day": 0, "month": 1, "year": 2}


def due_of(text: str, unit: Unit, told: Told, items: Sequence[Span], anchor: str | None) -> tuple[str | None, ...]:
    """An ISO prefix for each of ``items``, ``None`` where no date is told; ``anchor``: the day that dates count from."""
    words = text[unit.start : unit.end]
    if not items or not _HAS_DATE.search(words):
        return (None,) * len(items)
    dates = [
        (unit.start + dated.start, key, day)
        for dated in find_dates(words, anchor, "future")
        if (day := _to_come(dated, anchor)) is not None and (key := _rank(words, unit, told, dated)) is not None
    ]
    whole = _of_all(unit, told, items[0][0], dates)
    return tuple(min(((k, d) for at, k, d in dates if s <= at < e), default=(None, whole))[1] for s, e in items)


_Key = tuple[int, int, int, int]


def _of_all(unit: Unit, told: Told, first: int, dates: Sequence[tuple[int, _Key, str]]) -> str | None:
    """The date before the first item, where it is one of what is to be done ("By June, X will ...")."""
    begin = unit.start + unit.doc[told.first].idx
    found = []
    for at, key, day in dates:
        if not begin <= at < first:
            continue
        verb = _verb_above(_token_at(unit, at - unit.start))
        deadline = key[1] == 0
        if verb is not None and (verb == told.head or (deadline and verb == told.trigger)):
            found.append((key, day))
    return min(found)[1] if found else None


def _to_come(dated: Dated, anchor: str | None) -> str | None:
    """The day, month or year by which it is; ``None`` where it is over, open or only counted back."""
    day = dated.date_end or dated.date_start
    if day is None or dated.kind == "span" or dated.relation == "after":
        return None
    if anchor is not None:
        width = min(len(day), len(anchor))
        if day[:width] < anchor[:width] or day == anchor:
            return None  # over, or of the saying ("today we raise ...")
    return day


def _rank(words: str, unit: Unit, told: Told, dated: Dated) -> _Key | None:
    """Which of several dates of an item it is due by: the least; ``None`` for a date that is none of its doing.

    A date that something is moved to comes first, then a deadline, then the finer one.
    """
    before = words[max(0, dated.start - 40) : dated.start].lower().replace(",", " ").split()
    last = before[-1] if before else ""
    if last in ("until", "till", "earlier") or (last == "of" and dated.precision == "day"):
        return None  # how long it lasts, what was said earlier, "the agreement of 8 April"
    if dated.kind == "absolute" and dated.precision == "year" and last not in _BEFORE_A_YEAR and last != "the":
        return None  # "the Plan 2030"
    beside = _told_beside(_token_at(unit, dated.start), told)
    if beside is None:
        return None
    moved = 0 if last == "to" else 1
    deadline = 0 if dated.relation == "before" or "within" in before[-3:] else 1
    return (beside + moved, deadline, _FINENESS[dated.precision], dated.start)


def _told_beside(token: Token, told: Told) -> int | None:
    """0 for a date of what is to be done, 3 for one of a thing planned, ``None`` for one of what happened or is."""
    found = 0
    for above in token.ancestors:
        if above == told.head or above == told.trigger:
            return found
        if above.dep_ == "relcl":
            return None
        if above.dep_ == "acl" and above.tag_ in ("VBN", "VBD"):
            if above.lower_ not in _DUE_WORDS:
                return None
            found = 3
    return found


def _verb_above(token: Token) -> Token | None:
    return next((t for t in token.ancestors if verbal(t)), None)


def _token_at(unit: Unit, offset: int) -> Token:
    doc = unit.doc
    return next((t for t in doc if t.idx + len(t) > offset), doc[len(doc) - 1])


__all__ = ["due_of"]

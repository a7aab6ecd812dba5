"""Finding again what a correction was about: in a newer reading of a report, and in a newer version of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from communique.records import Evidence, Record

_SHARED = 0.5
"""Two records are of the same words when they share half of the shorter's."""
_ALIKE = 0.5
"""The share of what makes a record the same that a newer reading may not have changed."""

_TELLING: dict[str, tuple[str, ...]] = {
    "engagement": ("kind", "status", "parties"),
    "statement": ("act", "holders"),
    "position": ("holder", "issue", "stance"),
    "relation": ("parties", "label"),
    "reference": ("kind", "name"),
    "outcome": ("what", "state"),
}
"""By layer, the fields that make two records of the same words the same."""


def overlap(a: Sequence[Evidence], b: Sequence[Evidence]) -> float:
    """Shared letters over the shorter span, best over the pairs of spans (0 to 1)."""
    best = 0.0
    for one in a:
        for other in b:
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > 0:
                best = max(best, shared / min(one.end - one.start, other.end - other.start))
    return best


def likeness(one: Record, other: Record) -> float:
    """How near two records of a report come: 0 where they are of other words, layers or facts; 2 is the same."""
    if one.record != other.record:
        return 0.0
    words = overlap(one.evidence, other.evidence)
    fields = _TELLING[one.record]
    alike = sum(_plain(getattr(one, name)) == _plain(getattr(other, name)) for name in fields) / len(fields)
    return words + alike if words >= _SHARED and alike >= _ALIKE else 0.0


def tells_the_same(one: Record, other: Record) -> bool:
    """Whether two records of about the same words say the same of them, as far as makes them the same record."""
    fields = _TELLING[one.record]
    return bool(likeness(one, other)) and all(_plain(getattr(one, f)) == _plain(getattr(other, f)) for f in fields)


def same_content(one: Record, other: Record) -> bool:
    """Whether two records are the same but for who made them."""
    return one.record == other.record and content(one) == content(other)


def content(record: Record) -> dict[str, Any]:
    """The fields of a record without its id and what made it."""
    return record.model_dump(exclude={"id", "rule"})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return frozenset(value)
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def found_again(evidence: Sequence[Evidence], text: str) -> tuple[Evidence, ...] | None:
    """The same words in another text, each where it stands nearest to its old place; None where one is not there.

    Line ends and spaces may differ: the quote is then that of the text.
    """
    found = []
    for one in evidence:
        words = r"\s+".join(map(re.escape, one.quote.split())) or re.escape(one.quote)
        places = [match.span() for match in re.finditer(words, text)]
        if not places:
            return None
        start, end = min(places, key=lambda place: (abs(place[0] - one.start), place[0]))
        found.append(Evidence(start=start, end=end, quote=text[start:end]))
    return tuple(found)

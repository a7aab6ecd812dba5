"""How likely two matters of two readouts are the same one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.ledger.compare.matters import Matter
from communique.ledger.lexicon import lexicon
from communique.ledger.lexicon.lexicon import alike

THRESHOLD = 0.5
"""From here on two matters are one."""
POINTING = re.compile(r"\b(?:its?|this|that|these|those|such|them|the matter|the issue|the question)\b", re.IGNORECASE)
"""Words by which a matter points to what was said before it."""
POINTED, BESIDE = 0.5, 0.2
"""How much of the weight of the words before it counts for a matter: where it points to them, and where not."""

FAMILIES = {
    "pledge": "do", "agree": "do", "request": "do", "propose": "do", "announce": "do",
    "support": "stand", "oppose": "stand", "assess": "tell", "appreciate": "feel", "complain": "feel",
}  # fmt: skip
"""Acts that tell one matter from two sides are of one family: what one asks the other pledges."""


@dataclass(frozen=True)
class _Seen:
    """A matter with what is compared of it."""

    matter: Matter
    terms: Mapping[str, float]
    own: Mapping[str, float]
    named: frozenset[str]
    numbers: frozenset[str]
    family: str | None


def affinities(ours: Sequence[Matter], theirs: Sequence[Matter], persons: frozenset[str]) -> list[list[float]]:
    """For each of ``ours`` its affinity to each of ``theirs``: 0 and up, the same matter from ``THRESHOLD`` on.

    ``persons`` are the stems of the participants' names: in every sentence, they tell nothing.
    """
    common = _common(ours, theirs)
    a = [_seen(one, common, persons) for one in ours]
    b = [_seen(one, common, persons) for one in theirs]
    topics = Counter(topic for one in (*ours, *theirs) for topic in one.topics)
    return [[_affinity(x, y, topics) for y in b] for x in a]


def _common(ours: Sequence[Matter], theirs: Sequence[Matter]) -> Counter[str]:
    """In how many matters of the readout that has it more often a term is."""
    known = lexicon()
    return Counter(term for one in ours for term in known.terms(one.words)) | Counter(
        term for one in theirs for term in known.terms(one.words)
    )


def _seen(matter: Matter, common: Counter[str], persons: frozenset[str]) -> _Seen:
    known = lexicon()

    def weighted(words: str, share: float) -> dict[str, float]:
        return {
            term: share * weight / (1 + 0.35 * math.log(max(1, common[term])))
            for term, weight in known.terms(words).items()
            if term not in persons
        }

    own = weighted(matter.words, 1.0)
    context = weighted(matter.before, POINTED if POINTING.search(matter.words) else BESIDE)
    return _Seen(
        matter=matter, terms={**context, **own}, own=own, named=known.named(matter.words) - persons,
        numbers=known.numbers(matter.words), family=FAMILIES.get(matter.act or ""),
    )  # fmt: skip


def _affinity(a: _Seen, b: _Seen, topics: Counter[str]) -> float:
    words = max(alike(a.own, b.own), alike(a.terms, b.terms))
    stand = _stand(a.matter, b.matter)
    if not words and not stand:
        return 0.0
    named = len(a.named & b.named)
    numbers = len(a.numbers & b.numbers)
    score = words + stand + 0.12 * min(named, 2) + 0.08 * min(numbers, 2)
    score += 0.2 * _topics(a.matter, b.matter, topics)
    score += _acts(a, b) + _holders(a.matter, b.matter)
    return max(0.0, score)


def _stand(a: Matter, b: Matter) -> float:
    """A position on one issue, or one relation told in both."""
    if a.issues & b.issues:
        return 0.5
    if {issue for _, issue in a.issues} & {issue for _, issue in b.issues}:
        return 0.25
    return max((_relation(x.event, y.event, x.label, y.label) for x in a.relations for y in b.relations), default=0.0)


def _relation(event: str, other: str, label: str, another: str) -> float:
    near = lexicon().likeness(label, another)
    return near * (0.6 if event == other else 0.2)


def _topics(a: Matter, b: Matter, topics: Counter[str]) -> float:
    """How much of their topics they share; a topic in many matters counts less."""

    def weight(some: set[str]) -> float:
        return sum(1 / math.sqrt(topics[one]) for one in sorted(some))

    shared, every = set(a.topics) & set(b.topics), set(a.topics) | set(b.topics)
    return weight(shared) / weight(every) if shared else 0.0


def _acts(a: _Seen, b: _Seen) -> float:
    if a.matter.act is None or b.matter.act is None:
        return 0.0
    if {a.matter.act, b.matter.act} in ({"support", "oppose"}, {"appreciate", "complain"}):
        return -0.15
    if a.matter.act == b.matter.act:
        return 0.1
    return 0.05 if a.family == b.family else -0.05


def _holders(a: Matter, b: Matter) -> float:
    """Whose word: of overlapping holders, of the other side as told by this one, or of neither."""
    ours, theirs = set(a.holders), set(b.holders)
    if ours == theirs:
        return 0.08
    return 0.0 if ours & theirs else -0.1

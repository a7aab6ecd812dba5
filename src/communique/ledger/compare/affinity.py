"""How likely two matters of two readouts are the same one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.ledger.compare.matters import Matter
from communique.ledger.lexicon import lexicon, words_in
from communique.ledger.lexicon.lexicon import alike

POINTING = re.compile(
    r"\b(?:its?|this|these|those|such|them|th(?:e|at) (?:matter|issue|question|proposal|agreement|document|text|project|plan|idea|"
    r"initiative|fund|line|measure|decision|request|invitation|subject|negotiations|process))\b",
    re.IGNORECASE,
)
"""Words by which a matter points to what was said before it."""
POINTED, BESIDE = 0.7, 0.2
"""How much of the weight of the words before it counts for a matter: where it points to them, and where not."""

FAMILIES = {
    "pledge": "do", "agree": "do", "request": "do", "propose": "do", "announce": "do",
    "support": "stand", "oppose": "stand", "assess": "tell", "appreciate": "feel", "complain": "feel",
}  # fmt: skip
"""Acts that tell one matter from two sides are of one family: what one asks the other pledges."""
RETELLING = frozenset({"assess", "announce", "appreciate", "complain"})
"""Acts by which a side may tell the other's word ("announced that India would")."""


class Signs(NamedTuple):
    """What speaks for two matters being one: each 0 to 1 (``named`` and ``numbers`` are counts, two at most)."""

    words: float
    context: float
    rarest: float
    named: float
    numbers: float
    issue: float
    relation: float
    topics: float
    act: float
    family: float
    voice: float
    against: float


WEIGHTS = Signs(
    words=0.8, context=0.5, rarest=0.1, named=0.05, numbers=0.08, issue=0.5, relation=0.6, topics=0.4, act=0.05,
    family=0.22, voice=0.08, against=-0.2,
)  # fmt: skip
"""How much each sign counts: fitted on storylines, each left out in turn, and rounded towards what one would guess."""
THRESHOLD = 0.69
"""From this sum on two matters are one."""
LEAST = 0.1
"""So much must their words be alike: one topic and one act alone make no matter."""


@dataclass(frozen=True)
class _Seen:
    """A matter with what is compared of it."""

    matter: Matter
    own: Mapping[str, float]
    terms: Mapping[str, float]
    named: frozenset[str]
    numbers: frozenset[str]
    voices: frozenset[str]


def affinities(ours: Sequence[Matter], theirs: Sequence[Matter], people: Mapping[str, str]) -> list[list[float]]:
    """For each of ``ours`` its affinity to each of ``theirs``: the same matter from 0 on.

    ``people`` are the stems of the names of those who speak, with their countries: in every sentence, they tell
    nothing of the matter, but whose it is.
    """
    return [
        [sum(x * y for x, y in zip(WEIGHTS, one, strict=True)) - THRESHOLD if one else -THRESHOLD for one in row]
        for row in signs(ours, theirs, people)
    ]


def signs(ours: Sequence[Matter], theirs: Sequence[Matter], people: Mapping[str, str]) -> list[list[Signs | None]]:
    """What speaks for each of ``ours`` being each of ``theirs``; None where nothing does."""
    common = _common(ours, theirs)
    a = [_seen(one, common, people) for one in ours]
    b = [_seen(one, common, people) for one in theirs]
    topics = Counter(topic for one in ours for topic in one.topics) | Counter(t for one in theirs for t in one.topics)
    return [[_signs(x, y, topics) for y in b] for x in a]


def _common(ours: Sequence[Matter], theirs: Sequence[Matter]) -> Counter[str]:
    """In how many matters of the readout that has it more often a term is."""
    known = lexicon()
    return Counter(term for one in ours for term in known.terms(one.words)) | Counter(
        term for one in theirs for term in known.terms(one.words)
    )


def _seen(matter: Matter, common: Counter[str], people: Mapping[str, str]) -> _Seen:
    known = lexicon()

    def weighted(words: str, share: float) -> dict[str, float]:
        return {
            term: share * weight / (1 + 0.35 * math.log(max(1, common[term])))
            for term, weight in known.terms(words).items()
            if term not in people
        }

    own = weighted(matter.words, 1.0)
    context = weighted(matter.before, POINTED if POINTING.search(matter.words) else BESIDE)
    return _Seen(
        matter=matter, own=own, terms={**context, **own}, named=known.named(matter.words) - people.keys(),
        numbers=known.numbers(matter.words), voices=_voices(matter, people),
    )  # fmt: skip


def _voices(matter: Matter, people: Mapping[str, str]) -> frozenset[str]:
    """Whose word it may be: its holders', and that of the other whom a holder's account is about."""
    if matter.act not in RETELLING:
        return frozenset(matter.holders)
    told = {people[word.stem] for word in words_in(matter.words) if word.stem in people}
    return frozenset((*matter.holders, *told, *lexicon().countries(matter.words)))


def _signs(a: _Seen, b: _Seen, topics: Counter[str]) -> Signs | None:
    if not a.voices & b.voices:
        return None
    issue, relation = _issue(a.matter, b.matter), _relation(a.matter, b.matter)
    shared = [min(weight, b.terms[term]) for term, weight in a.terms.items() if term in b.terms and term[0] != "@"]
    if not shared and not issue and not relation:
        return None
    words, context = alike(a.own, b.own), alike(a.terms, b.terms)
    if words < LEAST and context < 1.5 * LEAST and not issue and not relation:
        return None
    both = {a.matter.act, b.matter.act}
    return Signs(
        words=words,
        context=context,
        rarest=max(shared, default=0.0),
        named=min(len(a.named & b.named), 2),
        numbers=min(len(a.numbers & b.numbers), 2),
        issue=issue,
        relation=relation,
        topics=_topics(a.matter, b.matter, topics),
        act=float(len(both) == 1 or None in both),
        family=float(len({FAMILIES.get(one or "", "do") for one in both}) == 1),
        voice=_voice(a, b),
        against=float(both in ({"support", "oppose"}, {"appreciate", "complain"})),
    )


def _voice(a: _Seen, b: _Seen) -> float:
    """The same holders; half where one readout has it of both sides and the other of one; 0 where it is retold."""
    ours, theirs = set(a.matter.holders), set(b.matter.holders)
    return 1.0 if ours == theirs else 0.5 if ours & theirs else 0.0


def _issue(a: Matter, b: Matter) -> float:
    """A position on one issue: of one holder, or of two."""
    if a.issues & b.issues:
        return 1.0
    return 0.5 if {issue for _, issue in a.issues} & {issue for _, issue in b.issues} else 0.0


def _relation(a: Matter, b: Matter) -> float:
    """One relation told in both: of one event, or of two."""
    near = lexicon().likeness
    return max(
        (near(x.label, y.label) * (1.0 if x.event == y.event else 0.3) for x in a.relations for y in b.relations),
        default=0.0,
    )


def _topics(a: Matter, b: Matter, topics: Counter[str]) -> float:
    """How much of their topics they share; a topic in many matters counts less."""

    def weight(some: set[str]) -> float:
        return sum(1 / math.sqrt(topics[one]) for one in sorted(some))

    shared, every = set(a.topics) & set(b.topics), set(a.topics) | set(b.topics)
    return weight(shared) / math.sqrt(weight(every)) if shared else 0.0

"""How likely two matters of two readouts are the same one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.compare.matters import Matter
from communique.ledger.compare.voices import Speakers
from communique.ledger.lexicon import lexicon
from communique.ledger.lexicon.lexicon import alike

POINTING = re.compile(
    r"\b(?:its|it(?! (?:was|is|has been) \w+ (?:that|to)\b)"
    r"|th(?:is|ese)(?! (?:year|month|week|season|spring|summer|autumn|fall|winter|morning|afternoon|evening|time|days)\b)"
    r"|those(?! (?:who|which|that|of|in)\b)|such(?! as\b)|them|th(?:e|at) (?:matter|issue|question|proposal|agreement|document|text|project|plan|idea|"
    r"initiative|fund|line|measure|decision|request|invitation|subject|negotiations|process)|ones|the remaining|the others?)\b",
    re.IGNORECASE,
)
"""Words by which a matter points to what was said before it."""
POINTED, BESIDE = 0.7, 0.2
"""How much of the weight of the words before it counts for a matter: where it points to them, and where not."""
THIRD = 0.7
"""The weight of a third country's name: two readouts of two sides seldom have it in two matters."""
ONCE, TOWN, MUCH = 0.3, 0.5, 1.5
"""What a word told once in both readouts counts at least, what a town counts at most, and what all such words do."""
OF_EACH = 0.3
"""How alike the words of two promises must be that each side makes as its own."""
LEAST = 0.05
"""So much must two matters' words be alike: one topic, one act and one place in the text alone make no matter."""

FAMILIES = {
    "pledge": "do", "agree": "do", "request": "do", "propose": "do", "announce": "do",
    "support": "stand", "oppose": "stand", "assess": "tell", "appreciate": "feel", "complain": "feel",
}  # fmt: skip
"""Acts that tell one matter from two sides are of one family: what one asks the other pledges."""
COURTESIES = (
    ("request", "=invite"), ("pledge", "=accept", "=invite"), ("appreciate", "=condole"), ("appreciate", "=hospitality"),
    ("appreciate", "=congratulate"),
)  # fmt: skip
"""Acts with the words that make them a courtesy."""
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|going to)\b"
    r"|\b(?:agreed|decided|promised|pledged|undertook|undertaken|committed|determined|resolved|vowed|plans?|planned|intends?|offered) to\b",
    re.IGNORECASE,
)
"""A thing to come, or that it was promised: as told by a report that only assesses."""


class Signs(NamedTuple):
    """What speaks for two matters being one, each from 0 to about 1.

    ``words`` alike, with those ``before`` them alike, words told ``once`` in each readout and in both matters, the same
    ``issue`` or relation, ``topics``, ``family`` of acts, ``holders``, ``place`` in the order of the texts; the same day
    or year set for it (``due``), the same ``amount``, the same ``courtesy`` of one side to the other. Against it: that
    each side promises it as its own (``apart``).
    """

    words: float
    before: float
    once: float
    issue: float
    topics: float
    family: float
    holders: float
    place: float
    due: float
    amount: float
    courtesy: float
    apart: float


WEIGHTS = Signs(
    words=0.48, before=0.28, once=0.28, issue=0.35, topics=0.45, family=0.27, holders=0.1, place=0.3, due=0.1, amount=0.2,
    courtesy=0.3, apart=-0.35,
)  # fmt: skip
"""How much each sign counts: near what a logistic regression over twenty-eight comparisons gave (each left out in turn
gave nearly the same), up to its scale; words told once and the issue raised to what they ought to tell."""
THRESHOLD = 0.94
"""From this sum on two matters are one."""


@dataclass(frozen=True)
class _Seen:
    """A matter with what is compared of it; ``plain`` are its terms and those to which it points."""

    matter: Matter
    plain: Mapping[str, float]
    own: Mapping[str, float]
    groups: Mapping[str, float]
    terms: Mapping[str, float]
    voices: frozenset[str]
    place: float
    family: str
    amounts: frozenset[float]
    courtesies: frozenset[tuple[str, ...]]


class _Both(NamedTuple):
    """What two matters are weighed against: the two readouts as wholes."""

    once: frozenset[str]
    topics: Counter[str]


def affinities(ours: Sequence[Matter], theirs: Sequence[Matter], speakers: Speakers) -> list[list[float]]:
    """For each of ``ours`` its affinity to each of ``theirs``: the same matter from 0 on."""
    return [
        [sum(x * y for x, y in zip(WEIGHTS, one, strict=True)) - THRESHOLD if one else -THRESHOLD for one in row]
        for row in signs(ours, theirs, speakers)
    ]


def signs(ours: Sequence[Matter], theirs: Sequence[Matter], speakers: Speakers) -> list[list[Signs | None]]:
    """What speaks for each of ``ours`` being each of ``theirs``; None where nothing does."""
    a_terms, b_terms = _counted(ours, speakers), _counted(theirs, speakers)
    common = a_terms | b_terms
    a, b = (
        [_seen(one, at / max(1, len(some) - 1), common, speakers) for at, one in enumerate(some)]
        for some in (ours, theirs)
    )
    readouts = _Both(
        once=frozenset(term for term in a_terms if a_terms[term] == b_terms[term] == 1),
        topics=Counter(topic for one in ours for topic in one.topics)
        | Counter(t for one in theirs for t in one.topics),
    )
    return [[_signs(x, y, readouts) for y in b] for x in a]


def _plain(words: str, speakers: Speakers) -> dict[str, float]:
    """The terms of some words; the names of the sides and of those who speak for them tell nothing."""
    return {
        term: THIRD if term[0] == "@" else weight
        for term, weight in lexicon().terms(words).items()
        if not speakers.names(term)
    }


def _counted(some: Sequence[Matter], speakers: Speakers) -> Counter[str]:
    """In how many matters of a readout a term is."""
    return Counter(term for one in some for term in _plain(one.words, speakers))


def _seen(matter: Matter, place: float, common: Counter[str], speakers: Speakers) -> _Seen:
    def weighted(words: str, share: float) -> dict[str, float]:
        return {
            term: share * weight / (1 + 0.35 * math.log(max(1, common[term])))
            for term, weight in _plain(words, speakers).items()
        }

    own, plain = weighted(matter.words, 1.0), _plain(matter.words, speakers)
    points = POINTING.search(matter.words) is not None
    pointed = {term: POINTED * weight for term, weight in _plain(matter.before, speakers).items()} if points else {}
    groups = terms_of(matter.words, vocabulary(), leave_out=speakers.people).weights
    return _Seen(
        matter=matter,
        plain={**pointed, **plain},
        own=own,
        groups={term: weight for term, weight in groups.items() if term[0] != "^"},
        terms={**weighted(matter.before, POINTED if points else BESIDE), **own},
        voices=speakers.voices(matter),
        place=place,
        family=_family(matter),
        amounts=frozenset(value for _, value in amounts_in(matter.words)),
        courtesies=_courtesies(matter),
    )


def _courtesies(matter: Matter) -> frozenset[tuple[str, ...]]:
    """The courtesies that it tells, of which a meeting has one each way: an invitation, its acceptance, condolences."""
    told = lexicon().terms(matter.words)
    return frozenset(one for one in COURTESIES if matter.act == one[0] and all(word in told for word in one[1:]))


def _family(matter: Matter) -> str:
    """The family of its act; what is told of things to come is told as done."""
    if matter.act == "assess" and _TO_COME.search(matter.words):
        return "do"
    return FAMILIES.get(matter.act or "", "do")


def _signs(a: _Seen, b: _Seen, readouts: _Both) -> Signs | None:
    apart = not a.voices & b.voices
    words = (alike(a.own, b.own) + alike(a.groups, b.groups)) / 2
    if apart and not (a.matter.act == b.matter.act == "pledge" and words >= OF_EACH):
        return None
    before, once = alike(a.terms, b.terms), _once(a, b, readouts.once)
    issue = max(_issue(a.matter, b.matter), _relation(a.matter, b.matter))
    if words + before + once + issue < LEAST:
        return None
    return Signs(
        words=words,
        before=before,
        once=once,
        issue=issue,
        topics=_topics(a.matter, b.matter, readouts.topics),
        family=float(a.family == b.family),
        holders=float(set(a.matter.holders) == set(b.matter.holders)),
        place=1 - abs(a.place - b.place),
        due=_due(a.matter, b.matter),
        amount=float(bool(a.amounts & b.amounts)),
        courtesy=float(bool(a.courtesies & b.courtesies)),
        apart=float(apart),
    )


def _once(a: _Seen, b: _Seen, once: frozenset[str]) -> float:
    """What the words tell that are in one matter of each readout: in these two, or in those to which they point."""
    seats = vocabulary().seats
    shared = sorted(term for term in a.plain if term in b.plain and term in once)
    told = (min(TOWN if term in seats else 2.0, max(ONCE, min(a.plain[term], b.plain[term]))) for term in shared)
    return min(MUCH, sum(told))


def _due(a: Matter, b: Matter) -> float:
    """Whether both set one day, month or year, as far as their dates go; less for a year only."""
    if not a.due or not b.due:
        return 0.0
    size = min(len(a.due), len(b.due))
    return (1.0 if size > 4 else 0.5) if a.due[:size] == b.due[:size] else 0.0


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
    return min(1.2, weight(shared) / math.sqrt(weight(every))) if shared else 0.0

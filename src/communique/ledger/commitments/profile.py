"""What a telling of an undertaking is compared by, weighed once: its terms, and beside them all of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.lexicon import terms as words_of
from communique.ledger.lexicon import words_in

_PLACED = re.compile(
    r"\b(?:in|at|near|from|between|around|outside)\s+(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w’']*(?:[\s-]+[A-ZÀ-Þ][\w’']*)+)"
)
"""A place with a name of several words."""
TELLING = 0.6
"""From which weight in the genre a word may lead to an undertaking that shares no more with it."""


@dataclass(frozen=True)
class Profile:
    """``weights`` of the terms, the ``names`` among them and the ``head``; ``words``: the text itself."""

    weights: Mapping[str, float]
    names: frozenset[str]
    head: str | None
    words: str = ""

    @cached_property
    def stems(self) -> dict[str, float]:
        """The stems and likenesses of all words, with the genre's weights; countries left out."""
        return {term: weight for term, weight in sorted(words_of(self.words).items()) if term[0] != "@"}

    @cached_property
    def things(self) -> dict[str, float]:
        """The terms, and the likenesses beside them (marked ``~``)."""
        alike = {f"~{term[1:]}": weight for term, weight in self.stems.items() if term[0] == "="}
        return {**alike, **{term: self.weights[term] for term in sorted(self.weights)}}

    @cached_property
    def spelt(self) -> dict[str, tuple[str, ...]]:
        """In which words each thing is named, by its term: ``=vessel`` as "patrol boat"."""
        found: dict[str, set[str]] = {}
        words, at, known = words_in(self.words), 0, vocabulary()
        while at < len(words):
            groups, length = known.groups_at(words, at)
            for term in groups:
                if term[0] == "=" and term in self.weights:
                    found.setdefault(term, set()).add(" ".join(word.stem for word in words[at : at + length]))
            at += length
        return {term: tuple(sorted(found[term])) for term in sorted(found)}

    @cached_property
    def long_places(self) -> tuple[frozenset[str], ...]:
        """The stems of each place that has a name of several words: they are one name, not several."""
        return tuple(frozenset(word.stem for word in words_in(found["name"])) for found in _PLACED.finditer(self.words))

    @cached_property
    def masses(self) -> tuple[float, float]:
        """What all ``stems`` and all ``things`` tell together."""
        return sum(self.stems.values()), sum(self.things.values())

    @cached_property
    def stages(self) -> frozenset[str]:
        """The stages that are named, as a feasibility study."""
        return frozenset(term for term in self.weights if term[0] == "#")

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families that are named, as a whole or by a member."""
        return tuple(term for term in sorted(self.weights) if term[0] in "+-")

    @cached_property
    def keys(self) -> frozenset[str]:
        """The terms, and the stems and likenesses of rarer words, that are worth finding threads by."""
        named = {term for term, weight in self.weights.items() if term[0] != "!" and weight >= 0.4}
        return frozenset(named.union(f"~{stem}" for stem, weight in self.stems.items() if weight >= TELLING))

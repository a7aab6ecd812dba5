"""An event of a relation, and the words around it that its tellers look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES

if TYPE_CHECKING:
    from communique.read.references.sentence import Sentence
    from communique.read.relations.lexicon import Lexicon

_SKIPPED = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "NNP", "NNPS", "HYPH", "RB", "CD", "VBN"))
LEVEL = frozenset("level levels status rank height stage character nature form of the a an new".split())
"""Words between the relation and its name where it is raised or given a rank."""
THEMSELVES = frozenset(("themselves", "ourselves", "itself"))
QUOTES = frozenset("\"'“”‘’`")
REACH = 14
"""So many tokens before a label or a verb are looked at."""
YEAR = re.compile(r"(?:19|20)\d\d")
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))


@dataclass(slots=True)
class Event:
    """``kind`` as in the record; ``at``: the token that tells it; ``strong``: said outright, not in passing.

    ``fresh``: decided on the occasion that the report is about; ``deadline``: for a later day. ``rule``: the
    codebook's entry.
    """

    kind: str
    at: int
    rule: str
    strong: bool = False
    fresh: bool = False
    deadline: bool = False


def noun_phrase_start(sentence: Sentence, first: int) -> int:
    """The first token of the noun phrase that the label at ``first`` ends: "the | China-Laos", "their", "a new"."""
    start = first
    while (
        start > 0
        and first - start < 9
        and (
            sentence.tag[start - 1] in _SKIPPED
            or sentence.text[start - 1] in DASHES
            or sentence.text[start - 1] in QUOTES
        )
    ):
        if sentence.tag[start - 1] in ("VBN", "RB") and sentence.low[start - 1] not in (
            "new",
            "more",
            "newly",
            "enhanced",
            "shared",
            "long",
            "well",
        ):
            break
        start -= 1
    return start


def before_verb(sentence: Sentence, verb: int) -> list[str]:
    """The words of the clause before the verb, the nearest last; at most fourteen."""
    words: list[str] = []
    for index in range(verb - 1, max(-1, verb - 1 - REACH), -1):
        if sentence.low[index] in (";", ":", '"', "”", "“"):
            break
        words.insert(0, sentence.low[index])
    return words


def nearest(words: list[str], wanted: frozenset[str]) -> int:
    """How far before the verb the nearest of the wanted words is (1: right before it), 0 for none."""
    return next((distance for distance, word in enumerate(reversed(words), 1) if word in wanted), 0)


def perfect(before: list[str]) -> bool:
    """Whether "has" or "had" stands near before the verb."""
    return any(word in _PERFECT for word in before[-4:])


def fresh(before: list[str], lexicon: Lexicon) -> bool:
    """Told as of this occasion: no perfect, no clause about the past."""
    return not any(word in _PERFECT for word in before[-6:]) and not any(
        word in lexicon.lists["after"] for word in before
    )

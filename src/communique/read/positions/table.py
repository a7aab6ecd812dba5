"""What the codebook says of issues and attitudes, compiled once, and where its words are in a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from communique.knowledge.phrases import SENTENCE, Phrases, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.knowledge import Codebook
    from communique.knowledge.models.issues import Issue


class Wording(NamedTuple):
    """Words ``first`` up to ``last`` mean ``issue``; ``role``: ``names``, ``against`` or ``claims``."""

    first: int
    last: int
    issue: str
    role: str


class Cue(NamedTuple):
    """Words that govern a thing: ``entry`` of attitudes.yaml, its ``kind``, and whether it is ``weak``."""

    first: int
    last: int
    entry: str
    kind: str
    weak: bool


class Place(NamedTuple):
    """Words that name a conflict, whose country is ``code``."""

    first: int
    last: int
    code: str


@dataclass(slots=True)
class Found:
    """All that the tables know in one text, each list in the order of the text. ``contexts`` are (word, issue,
    role) of what stands beside, ``needing`` the issues that need something beside."""

    wordings: list[Wording] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    afters: list[Cue] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    contexts: list[tuple[int, str, str]] = field(default_factory=list)
    needing: frozenset[str] = frozenset()


_ROLES = ("names", "against", "claims", "except_", "needs", "unless")


class Table:
    """The sections ``issues``, ``attitudes`` and ``conflicts`` as one trie; made by ``codebook.memo``."""

    def __init__(self, codebook: Codebook) -> None:
        self.issues: Mapping[str, Issue] = codebook.section("issues")
        attitudes = codebook.section("attitudes")
        entries: list[tuple[str, tuple[str, str, str]]] = []
        for key, issue in self.issues.items():
            entries += [(phrase, ("issue", key, role)) for role in _ROLES for phrase in getattr(issue, role)]
        for key, attitude in attitudes.items():
            entries += [(phrase, ("before", key, attitude.kind)) for phrase in attitude.before]
            entries += [(phrase, ("after", key, attitude.kind)) for phrase in attitude.after]
        for conflict in codebook.section("conflicts").values():
            entries += [(phrase, ("place", conflict.code, "")) for phrase in (*conflict.names, *conflict.places)]
        self._phrases = Phrases(entries)
        self._weak = frozenset(key for key, attitude in attitudes.items() if attitude.weak)
        self._needing = frozenset(key for key, issue in self.issues.items() if issue.needs)

    def find(self, words: Words) -> Found:
        """What there is in a text. Of overlapping words of one issue the longest count, of cues likewise."""
        found = Found(needing=self._needing)
        excepted: dict[str, list[tuple[int, int]]] = {}
        wordings: list[Wording] = []
        cues: list[Cue] = []
        for first, last, (sort, key, detail) in self._phrases.find(words):
            if sort == "place":
                found.places.append(Place(first, last, key))
            elif sort != "issue":
                (cues if sort == "before" else found.afters).append(Cue(first, last, key, detail, key in self._weak))
            elif detail == "except_":
                excepted.setdefault(key, []).append((first, last))
            elif detail in ("needs", "unless"):
                found.contexts.append((first, key, detail))
            else:
                wordings.append(Wording(first, last, key, detail))
        if not wordings:
            return Found()
        for wording in _longest(wordings):
            inside = excepted.get(wording.issue, ())
            if not any(first <= wording.first and wording.last <= last for first, last in inside):
                found.wordings.append(wording)
        found.cues = _longest_cues(cues)
        return found


def _longest(wordings: list[Wording]) -> list[Wording]:
    """Without those that lie within or overlap a longer one of the same issue; claims go before names."""
    best: list[Wording] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for one in sorted(wordings, key=lambda w: (w.role != "claims", w.first - w.last, w.first, w.role)):
        spans = taken.setdefault(one.issue, [])
        if not any(one.first < last and first < one.last for first, last in spans):
            spans.append((one.first, one.last))
            best.append(one)
    return sorted(best)


def _longest_cues(cues: list[Cue]) -> list[Cue]:
    """Without those that overlap a longer one."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (c.first, -c.last)):
        if not kept or cue.first >= kept[-1].last:
            kept.append(cue)
        elif cue.last - cue.first > kept[-1].last - kept[-1].first:
            kept[-1] = cue
    return kept


def sentence_numbers(words: Words) -> list[int]:
    """The number of the sentence of each word."""
    number, numbers = 0, []
    for level in words.breaks:
        number += level == SENTENCE
        numbers.append(number)
    return numbers

"""Whether a text is about states' dealings with each other at all (codebook, 5: one that is not has no records).

Metaphors do not make diplomacy: a coach who is "ready to face Algeria" or a merger with a "treaty". What counts is
officials of state: their titles, governments, sides, delegations. Where they are few, the words of other domains
(sport, business, schools, stage, courts) are weighed against them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from communique.knowledge import Codebook
from communique.read.scene import Mention, Scene

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MEETING = re.compile(r"\b(?:met|meets?|talks|received|audience|called on)\b")
_STATE_RANKS = frozenset(
    {"monarch", "head-of-state", "head-of-government", "foreign-minister", "ambassador", "org-head"}
)
_SHORT = 1200
"""Characters: a text that is no longer has too few words to weigh; of a longer one more is asked, as it is longer."""
_NAMED = 0.6
"""The weight of a country that is named twice."""
_SOME_RANKS = frozenset({"minister", "deputy", "official", "spokesperson", "parliament", "military", "party"})


@lru_cache(maxsize=4)
def _tables(codebook: Codebook) -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    lists = codebook.section("wordlists")
    ranks = {key: office.rank for key, office in codebook.section("offices").items()}
    speaking = frozenset(key for key, body in codebook.section("organisations").items() if body.party)
    return ranks, frozenset(lists["other-domains"].words), frozenset(lists["diplomacy"].words), speaking


def is_diplomatic(scene: Scene, codebook: Codebook) -> bool:
    """Whether ``scene`` is a text of diplomacy; a report about one state alone, or about none, is not."""
    weights, foreign, own = weigh(scene, codebook)
    ranked = sorted(weights.values(), reverse=True)
    if ranked and not foreign and len(scene.text) <= _SHORT and _meet(scene):
        return True
    if len(ranked) < 2:
        return False
    if ranked[1] >= 0.85 and sum(ranked) + 0.5 * own >= max(3.0, 1.2 * foreign):
        return True
    return _of_officials(scene, codebook, ranked, foreign, own)


def _of_officials(scene: Scene, codebook: Codebook, ranked: list[float], foreign: int, own: int) -> bool:
    """Whether a text has officials of two parties, or of one and words that only diplomacy has."""
    ranks, _, _, speaking = _tables(codebook)
    length, weight = max(1.0, len(scene.text) / _SHORT), sum(ranked) + 0.5 * own
    official = {
        p for m in scene.mentions if m.kind in ("person", "office") and _weight(m, ranks, speaking) for p in m.parties
    }
    if len(official) > 1:
        return weight >= max(0.8 * length, min(1.2, 0.5 + 0.35 * (length - 1)) * foreign)
    formal = scene.genre in ("joint", "communique")
    if length > 1 and (ranked[1] < _NAMED or own + formal < 2 * length):
        return False
    return bool(official or formal) and own + formal >= 1 and weight >= max(1.0, 1.2 * foreign)


def _meet(scene: Scene) -> bool:
    """Whether people of two parties are told to meet."""
    named = (m for m in scene.mentions if m.kind == "person" or (m.kind == "office" and m.name == "leader"))
    parties = {party for m in named for party in m.parties}
    return len(parties) > 1 and bool(_MEETING.search(scene.text))


def weigh(scene: Scene, codebook: Codebook) -> tuple[dict[str, float], int, int]:
    """The weight of officials and sides by party, the words of other domains, the words of diplomacy."""
    ranks, others, diplomacy, speaking = _tables(codebook)
    weights: dict[str, float] = {}
    for mention in scene.mentions:
        weight = _weight(mention, ranks, speaking)
        for party in mention.parties if weight else ():
            weights[party] = weights.get(party, 0.0) + weight
    words = [w.lower() for w in _WORD.findall(scene.text)]
    return weights, sum(1 for w in words if w in others), sum(1 for w in words if w in diplomacy)


def _weight(mention: Mention, ranks: dict[str, str], speaking: frozenset[str]) -> float:
    if mention.kind in ("person", "office"):
        offices = [o for p in mention.persons for o in p.offices] or [mention.name]
        held = {ranks.get(o) for o in offices}
        if mention.kind == "office" and mention.name == "leader" and mention.parties:
            return 1.0  # "the Cuban leader"
        return 1.0 if held & _STATE_RANKS else 0.4 if held & _SOME_RANKS else 0.0
    if mention.kind == "country":
        return 0.6 if mention.name in ("own", "realm") else 0.3
    if mention.kind == "organisation" and set(mention.parties) & speaking:
        return 0.5
    return 0.0

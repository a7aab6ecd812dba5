"""What is only foretold: "Peru will need 40 trams", "the fair will be attended by 40 firms", "lives will be lost".

"Will" promises where it lies with the side to do it. What befalls it, what others do, and what a calendar brings it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.deeds import a_time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.words import Words

_IN_TURN = frozenset({"presidency", "chairmanship", "chair", "election", "elections", "referendum", "vote", "seat"})
_HELD = frozenset({"hold", "have", "assume", "take"})
_TIMES = frozenset({"end", "beginning", "middle", "then", "now", "half", "date", "deadline", "time"})


def only_foretold(words: Words, verb: Token) -> bool:
    """Whether what ``verb`` tells under "will" comes about by itself or by others."""
    base = words.base(verb)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if words.among(base, "befalling-it" if passive else "befalling"):
        return True
    if passive:
        return not words.joint and words.relation == "none" and _by_others(words, verb)
    if not words.own or words.relation == "both":
        return False
    obliged = base == "have" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.rights)
    in_turn = base in _HELD and any(c.dep_ == "dobj" and c.lower_ in _IN_TURN for c in verb.rights)
    return obliged or in_turn


def _by_others(words: Words, verb: Token) -> bool:
    """ "will be decided by the voters": neither the side nor a body or people of its own."""
    agents = [g for c in verb.rights if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    return bool(agents) and not any(_when(g) or _ours(words, g) for g in agents)


def _when(noun: Token) -> bool:
    """ "by May", "by the end of the year", which the parser takes for who does it."""
    return noun.tag_ == "CD" or noun.lower_ in _TIMES or a_time(noun)


def _ours(words: Words, noun: Token) -> bool:
    who = words.reader.cases.who(noun)
    if who is not None and who.parties:
        return bool(set(who.parties) & set(words.voice.parties))
    low = noun.lower_
    if noun.tag_ in ("NNP", "NNPS") or any(words.among(low, g) for g in ("institutions", "servants", "joint-bodies")):
        return True
    start = words.reader.unit.start
    inside = words.reader.scene.mentions_in(start + noun.left_edge.idx, start + noun.idx + len(noun))
    return any(set(m.parties) & set(words.voice.parties) for m in inside)


__all__ = ["only_foretold"]

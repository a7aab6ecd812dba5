"""Whose turn it is: "it fell to Mexico to furnish the maps", "it behoves the bank to", "it was left to the envoys to".

What somebody is to do is told of "it", and the one who is to do it stands behind the verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause

_FALLS = frozenset({"fall", "fell", "falls", "fallen", "devolve", "devolves", "devolved", "rests", "rested", "rest"})
_LEFT = frozenset({"left", "reserved"})
_BEHOVES = frozenset({"behoves", "behooves", "behoved", "behooved", "behove", "behoove"})
_CALLED_FOR = frozenset({"need", "case", "scope", "room", "necessity", "urgency"})
_SOME_TIME = frozenset({"some", "long", "any", "first", "last", "second", "third", "the", "this", "a"})
_BE = frozenset({"is", "was", "be", "remains", "remained", "'s"})
_UPON = frozenset({"to", "on", "upon", "with"})


@dataclass(frozen=True, slots=True)
class Duty:
    """``doer`` heads the words of who is to act; ``act`` is the verb of what is to be done."""

    doer: Token
    act: Token


def duty(clause: Clause) -> Duty | None:
    """The duty that a clause about "it" lays on somebody; ``None`` where it lays none."""
    verb, subject = clause.verb, clause.subject
    if subject is None or subject.lower_ != "it" or clause.negated:
        return None
    act = next((t for t in verb.subtree if t.i > verb.i and _to_act(t)), None)
    doer = _doer(verb) if act is not None else None
    return Duty(doer, act) if doer is not None and act is not None and doer.i < act.i else None


def time_or_need(clause: Clause) -> Token | None:
    """ "it was time the countries had an accord", "the time had come to", "there was a case for", what is called for."""
    verb, subject = clause.verb, clause.subject
    if subject is None or clause.negated or verb.lower_ not in _BE | {"come", "came"}:
        return None
    if subject.lower_ == "time" and verb.lower_ in ("come", "came"):
        return next((t for t in verb.subtree if t.i > verb.i and (_to_act(t) or t.tag_ == "VBG")), None)
    noun = next((c for c in verb.rights if c.dep_ == "attr"), None)
    noun = noun or (subject if subject.i > verb.i else None)  # "there was a case": the parser's subject is behind
    expletive = subject.lower_ == "it" or any(c.lower_ == "there" and c.dep_ == "expl" for c in verb.lefts)
    if noun is None or not expletive or any(c.lower_ in ("no", "little") for c in noun.lefts):
        return None
    if noun.lower_ == "time" and subject.lower_ == "it" and not any(c.lower_ in _SOME_TIME for c in noun.lefts):
        return next(
            (t for t in verb.subtree if t.i > noun.i and (_to_act(t) or t.dep_ in ("ccomp", "acl", "relcl"))), None
        )
    if noun.lower_ not in _CALLED_FOR or subject.lower_ == "it":
        return None
    return next((t for t in noun.subtree if t.i > noun.i + 1), None)


def _to_act(token: Token) -> bool:
    return token.tag_ == "VB" and token.i > 0 and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.lefts)


def _doer(verb: Token) -> Token | None:
    low = verb.lower_
    if low in _BEHOVES:
        return next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj", "dative")), None)
    if low in _FALLS or (low in _LEFT and any(c.dep_ == "auxpass" for c in verb.lefts)):
        return _behind(verb, _UPON)
    if low not in _BE:
        return None
    for child in verb.rights:
        if child.lower_ in ("up", "incumbent", "down"):
            return _behind(child, _UPON) or _behind(verb, _UPON)
    return _behind(verb, frozenset({"for"})) if any(c.lower_ == "for" for c in verb.rights) else None


def _behind(head: Token, words: frozenset[str]) -> Token | None:
    """The noun behind the preposition next to ``head``."""
    near = (c for c in head.rights if c.lower_ in words and c.i - head.i < 3)
    return next((g for c in near for g in c.children if g.dep_ == "pobj"), None)


__all__ = ["Duty", "duty", "time_or_need"]

"""What is wished, answered or meant, told of it: "What the islands would like is for X to sign", "the answer was that".

The verb in "what ...", or the noun that is the subject, says what kind of saying it is; what stands behind "is" is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause

_WISHES = frozenset({"like", "want", "need", "wish", "ask", "expect", "seek", "hope", "request", "require", "urge"})
_BOTH = frozenset({"propose", "suggest", "recommend", "advocate"})
_OFFERS = frozenset({"offer", "promise", "undertake", "pledge"})
_SAYINGS = frozenset(
    "answer reply response message position view line standpoint contention argument point assurance promise pledge "
    "undertaking".split()
)
_PROMISES = frozenset({"assurance", "promise", "pledge", "undertaking"})
_WILLS = frozenset("intention intent aim wish desire hope ambition plan resolve purpose preference goal".split())
_FIRM = frozenset({"plan", "resolve", "purpose"})
_IT = frozenset({"it", "this", "that"})
_ANSWERS = frozenset({"answer", "reply", "response"})


@dataclass(frozen=True, slots=True)
class Cleft:
    """``act``, its ``strength`` if promised, and who says it (``teller``); ``said``: the verb of what is to be done."""

    act: str
    strength: str | None
    teller: Token | None
    said: Token


def cleft(clause: Clause, base: Callable[[str], str]) -> Cleft | None:
    """ "What X would like is for Y to do": what ``clause`` asks or offers; ``base`` gives a verb's base form."""
    verb = clause.verb
    wish = (
        next((c for c in verb.lefts if c.dep_ in ("csubj", "nsubj") and _what(c)), None)
        if base(verb.lower_) == "be"
        else None
    )
    if wish is None:
        return None
    act = _act(base(wish.lower_))
    teller = next((c for c in wish.lefts if c.dep_ == "nsubj"), None)
    said = next((c for c in verb.rights if c.tag_ in ("VB", "VBN", "VBP", "VBZ") and c.dep_ != "aux"), None)
    if act is None or teller is None or said is None:
        return None
    others = any(c.dep_ in ("nsubj", "nsubjpass") for c in said.lefts)
    if act == "request" and not others:
        return Cleft("pledge", "soft", teller, said)
    return Cleft(act, "firm" if act == "pledge" else None, teller, said)


def _what(token: Token) -> bool:
    return any(c.lower_ == "what" and c.tag_ == "WP" for c in token.lefts)


def _act(word: str) -> str | None:
    for words, act in ((_WISHES, "request"), (_BOTH, "propose"), (_OFFERS, "pledge")):
        if word in words:
            return act
    return None


def saying(clause: Clause, base: str) -> Token | None:
    """The noun of "the answer was that ...", where it is the subject of a clause that has content."""
    subject = clause.subject
    if base != "be" or subject is None or not clause.own_subject or not clause.contents:
        return None
    return subject if subject.lower_ in _SAYINGS else None


def intention(clause: Clause, base: str) -> tuple[Token, Token, Token] | None:
    """ "It is Norway's wish to", "our aim is to": the noun, whose it is, and the verb of what is to be done."""
    verb = clause.verb
    if base != "be" or clause.negated or clause.subject is None:
        return None
    noun = next((c for c in verb.rights if c.dep_ == "attr"), None) if clause.subject.lower_ in _IT else clause.subject
    if noun is None or noun.lower_ not in _WILLS:
        return None
    done = next((c for t in (noun, verb) for c in t.rights if c.i > verb.i and _to_be_done(c)), None)
    whose = owner(noun) or next((c for c in noun.lefts if c.tag_ == "PRP$"), None)
    return (noun, whose, done) if whose is not None and done is not None else None


def _to_be_done(token: Token) -> bool:
    if token.dep_ not in ("acl", "xcomp", "ccomp", "relcl", "advcl"):
        return False
    infinitive = token.tag_ == "VB" and any(c.lower_ == "to" for c in token.lefts)
    return infinitive or any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts)


def firm(noun: Token) -> bool:
    """Whether the will is a firm one: a plan or resolve, not a wish."""
    return noun.lower_ in _FIRM


def owner(noun: Token) -> Token | None:
    """Whose answer or message it is: "Chile's reply", "the answer of the hosts"."""
    behind = (g for c in noun.rights if c.lower_ in ("of", "from") for g in c.children if g.dep_ == "pobj")
    return next((c for c in noun.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"), None) or next(behind, None)


def promises(noun: Token) -> bool:
    """Whether the noun tells of a promise."""
    return noun.lower_ in _PROMISES


def answers_of_other(noun: Token) -> bool:
    """Whether the noun tells of an answer, which the other side gives."""
    return noun.lower_ in _ANSWERS


__all__ = ["Cleft", "answers_of_other", "cleft", "firm", "intention", "owner", "promises", "saying"]

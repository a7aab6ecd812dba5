"""What an adjective does: "is ready to", "were united in their condemnation of", "it is vital that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.read.statements.clauses import Clause
from communique.read.statements.complements import it_that, to_do
from communique.read.statements.decision import Decision
from communique.read.statements.frames import FrameBook
from communique.read.statements.nouns import noun_outcome
from communique.read.statements.verbs import by_verb
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_COPULAS = frozenset({"be", "remain", "feel", "become", "stay", "stand", "appear", "seem"})
_WOULD = ("would", "should", "'d", "’d")
_PREDICATES = ("acomp", "attr", "oprd", "advmod", "xcomp", "ccomp")


def by_adjective(book: FrameBook, clause: Clause, verb: Token, cases: Cases, who: Who | None) -> Decision | None:
    """What the adjectives of ``clause`` make of it; ``None`` where the codebook has none of them."""
    for token in _candidates(book, clause, verb):
        found = book.adjectives.get(token.lower_)
        decision = of_adjective(book, *found, token, clause, verb, cases, who) if found is not None else None
        if decision is not None:
            return decision
    return None


def _candidates(book: FrameBook, clause: Clause, verb: Token) -> list[Token]:
    out: list[Token] = []
    helped = clause.passive or any(c.dep_ in ("aux", "auxpass", "cop") for c in verb.children)
    if verb.lower_ in book.adjectives and verb.tag_ != "VB" and helped:
        out.append(verb)
    if book.base(verb.lower_) in _COPULAS:
        out.extend(c for c in verb.rights if c.dep_ in _PREDICATES and c.tag_ != "VB")
    return out


def of_adjective(
    book: FrameBook, key: str, entry: Any, token: Token, clause: Clause, verb: Token, cases: Cases, who: Who | None
) -> Decision | None:
    """What an adjective of the entry ``key`` does behind ``verb``; ``None`` where it does nothing that counts."""
    rule = f"acts.yaml/{key}"
    outcome = noun_outcome(entry, token, who)
    if (special := _by_key(book, key, rule, token, clause, verb, who)) is not None:
        return special
    if key == "obliged" or (key == "useful" and clause.modal not in (*_WOULD, "might", "may")):
        return None
    done = to_do(token)
    if outcome is not None and outcome.act == "appreciate" and done is not None:
        base = book.base(done.lower_)
        if base in ("note", "recall", "observe"):
            return Decision("assess", None, rule, token)
        courtesy = base in ("accept", "announce", "offer", "confirm")  # "was pleased to accept the invitation"
        if courtesy and (accepted := by_verb(book, clause, done, cases, who)) is not None:
            return accepted
    if outcome is None and entry.wants is None:
        return None
    if clause.negated and outcome is not None and (denied := _denied(entry, outcome, rule, token)) is not None:
        return denied
    if entry.wants == "importance":
        if it_that(verb, token):
            return Decision("propose", None, rule, token, saying=False)
        return Decision("propose" if done is not None else "assess", None, rule, token, head=done, saying=False)
    if entry.wants == "hope" and outcome is None and done is not None:
        joint = who is not None and who.joint
        return Decision("agree" if joint else "pledge", "soft", rule, token, head=done, saying=False)
    content = "hope" if entry.wants == "hope" else "inner" if outcome and outcome.act == "assess" else None
    act, strength = (outcome.act, outcome.strength) if outcome else (None, None)
    return Decision(act, strength, rule, token, content=content, head=done or token, saying=False)


def _by_key(
    book: FrameBook, key: str, rule: str, token: Token, clause: Clause, verb: Token, who: Who | None
) -> Decision | None:
    """What is particular to one entry: thanks in advance, what others are eager to see done, being united in."""
    if key in ("grateful", "obliged") and clause.modal in _WOULD:
        return _would_be(book, rule, clause, token, who)
    if key == "unanimous":
        return _united_in(book, rule, token, verb, who)
    done = to_do(token)
    if key == "ready" and not clause.negated and _of_others(token, verb, done):
        return Decision("propose" if who is not None and who.joint else "request", None, rule, token, head=done)
    return None


def _of_others(token: Token, verb: Token, done: Token | None) -> bool:
    """ "keen for Peru to lift it", "eager that Peru lift it": another is to do it."""
    if done is not None:
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in done.lefts)
    inside = (c for t in (token, verb) for c in t.rights if c.dep_ == "ccomp" and c.i > token.i)
    return any(g.dep_ == "mark" and g.lower_ == "that" for c in inside for g in c.lefts)


def _would_be(book: FrameBook, rule: str, clause: Clause, token: Token, who: Who | None) -> Decision:
    """ "would be grateful for help", "should be obliged if" ask; "would be happy to look at it" promises."""
    done = to_do(token)
    joint = who is not None and who.joint
    if done is None or any(c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.lefts) for c in clause.verb.rights):
        return Decision("propose" if joint else "request", None, rule, token, head=_asked_for(token), extra=["polite"])
    weak = book.base(done.lower_) in book.groups["tentative"] or done.lower_ == "look"
    strength = "tentative" if weak else "soft"
    return Decision("agree" if joint else "pledge", strength, rule, token, head=done, extra=["polite"])


def _asked_for(token: Token) -> Token | None:
    """ "grateful for help with X": the help."""
    behind = (c for c in token.rights if c.lower_ == "for")
    return next((g for c in behind for g in c.children if g.dep_ in ("pobj", "pcomp")), None)


def _united_in(book: FrameBook, rule: str, token: Token, verb: Token, who: Who | None) -> Decision | None:
    """ "were united in their condemnation of": the noun decides."""
    behind = [c for c in (*token.children, *verb.children) if c.lower_ == "in"]
    inner = next((g for c in behind for g in c.children if g.lower_ in book.nouns), None)
    felt = noun_outcome(book.nouns[inner.lower_][1], inner, who) if inner is not None else None
    if inner is None or felt is None:
        return None
    return Decision(felt.act, felt.strength, rule, inner, head=to_do(inner) or inner)


def _denied(entry: Any, outcome: Any, rule: str, token: Token) -> Decision | None:
    """ "is not ready to", "is not concerned"."""
    if entry.negated is not None:
        return Decision(entry.negated.act, entry.negated.strength, rule, token, extra=["negated"])
    if outcome.act in ("appreciate", "complain"):
        return Decision("assess", None, rule, token)
    return Decision("oppose", None, rule, token) if outcome.act in ("pledge", "support") else None

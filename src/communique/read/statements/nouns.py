"""The noun that a verb expresses decides: "voiced concern", "reaffirmed its commitment to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.read.statements.clauses import Clause
from communique.read.statements.complements import called_upon, complement, of_doing, sees_others, tells, to_do
from communique.read.statements.decision import Decision
from communique.read.statements.frames import FrameBook
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOON = frozenset(
    {"early", "earliest", "speedy", "prompt", "swift", "expeditious", "timely", "immediate", "rapid", "quick"}
)
_TO_NEED = ("draw-attention", "point-to", "speak-of", "remind")
"""Verbs that tell a need behind a preposition: "drew attention to the need for"."""
_NEEDS = "need necessity urgency imperative desirability advisability expediency convenience usefulness".split()
_AGAIN = ("repeat", "reiterat", "renew", "restat")
_WANTING = frozenset({"for", "that", "to", "on", "upon"})


def noun_outcome(entry: Any, token: Token, who: Who | None) -> Any:
    """The outcome of a noun or adjective: by what is to be done, else by whether both sides say it."""
    joint = who is not None and who.joint
    if entry.infinitive is not None and to_do(token) is not None:
        return entry.joint_infinitive if joint and entry.joint_infinitive is not None else entry.infinitive
    return entry.joint if joint and entry.joint is not None else entry.does


def by_noun(book: FrameBook, key: str, verb: Token, clause: Clause, who: Who | None) -> Decision | None:
    """What the noun behind ``verb`` (an entry ``key`` of the codebook's verbs) makes of the clause."""
    heads = _objects(verb, clause)
    if key == "concur":
        heads += [g for c in verb.rights if c.lower_ == "in" for g in c.children if g.dep_ == "pobj"]
    if key == "make-clear":  # "made known the decision to"
        heads += [g for c in verb.rights if c.dep_ in ("oprd", "ccomp", "acomp") for g in c.rights if g.dep_ == "dobj"]
    if key == "inform-of":
        told = [c for t in (verb, *verb.rights) for c in t.rights if c.lower_ in ("of", "about") and c.dep_ == "prep"]
        named = [g for c in told for g in c.children if g.dep_ == "pobj"]
        heads = [h for h in named if to_do(h) is not None and _willed(book, h)]
    if key in _TO_NEED:
        named = [g for c in verb.subtree if c.lower_ in ("to", "of") and c.dep_ == "prep" for g in c.children][:2]
        heads = [h for h in named if _needed(book, h)]
    if key == "attach-importance":
        near = [c for t in (verb, *verb.rights) for c in t.rights if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
        soon = next((g for c in near for g in c.children if any(h.lower_ in _SOON for h in g.lefts)), None)
        return Decision("propose", None, f"acts.yaml/{key}", verb, head=soon) if soon is not None else None
    if key == "stress" and not clause.contents:
        soon = next((h for h in heads if h.i > verb.i and any(c.lower_ in _SOON for c in h.lefts)), None)
        if soon is not None and soon.lower_ not in book.nouns:
            return Decision("propose", None, f"acts.yaml/{key}", verb, head=soon)  # "stressed the early signing of"
    owned = [t for h in heads if h.lower_ not in book.nouns for t in h.subtree if t.lower_ in book.nouns and _owned(t)]
    for head in (*heads, *owned):
        for token in (head, *head.conjuncts):
            found = book.nouns.get(token.lower_)
            decision = _of_noun(book, key, *found, token, verb, clause, who) if found is not None else None
            if decision is not None:
                return decision
    return None


def _needed(book: FrameBook, noun: Token) -> bool:
    """Whether the noun is a need or importance, or a will that has an infinitive behind it."""
    found = book.nouns.get(noun.lower_)
    if found is None:
        return False
    return found[1].wants == "importance" or (found[0] in ("readiness", "determination") and to_do(noun) is not None)


def _willed(book: FrameBook, noun: Token) -> bool:
    """Whether the noun is a decision, a plan or a will: "told him of the decision to", not "of the support for"."""
    return book.nouns.get(noun.lower_, ("",))[0] in ("plans", "readiness", "determination", "offer")


def _objects(verb: Token, clause: Clause) -> list[Token]:
    heads = [c for c in verb.children if c.dep_ in ("dobj", "obj", "attr", "oprd")]
    if clause.passive:
        heads += [c for c in verb.children if c.dep_ == "nsubjpass"]
    if not clause.contents:
        on = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" and c.i - verb.i < 3]
        heads += [g for c in on for g in c.children if g.dep_ == "pobj"]
    return heads


def _owned(token: Token) -> bool:
    return any(c.dep_ == "poss" for c in token.children)


def _of_noun(
    book: FrameBook, key: str, name: str, noun: Any, token: Token, verb: Token, clause: Clause, who: Who | None
) -> Decision | None:
    rule = f"acts.yaml/{name}"
    if (
        (name == "money" and key != "announce")
        or (name == "policy" and key != "stress")
        or (key == "note" and noun.wants != "importance")
    ):
        return None
    if not _made(key, name, token, verb):
        return None
    if any(c.lower_ == "no" for c in token.lefts):
        against = noun.does is not None and noun.does.act in ("oppose", "complain")
        return Decision("support" if against else "assess", None, rule, token)
    if name == "readiness" and to_do(token) is None and any(c.lower_ == "on" for c in token.children):
        return Decision("support", None, rule, token, head=token)
    joint = who is not None and who.joint
    if (wanted := _of_others(name, rule, token, joint=joint)) is not None:
        return wanted
    if noun.wants == "importance":
        return _important(book, rule, token)
    if noun.wants == "call" and not joint and (asked := called_upon(token)) is not None:
        return Decision("request", None, rule, token, head=asked)
    if noun.wants == "hope":
        if (act := to_do(token)) is not None:
            return Decision("agree" if joint else "pledge", "soft", rule, token, head=act)
        return Decision("propose", None, rule, token, content="hope", head=complement(token))
    outcome = noun_outcome(noun, token, who)
    if key == "pledge" and outcome is not None and outcome.act == "support":  # "assured continued support"
        promise = next(entry for known, entry in book.verbs["pledge"] if known == "pledge")
        outcome = promise.joint if joint else promise.does
    if outcome is None or (_has(key, verb) and outcome.act == "pledge" and to_do(token) is None):
        return None
    content = "inner" if outcome.act == "assess" and (clause.contents or tells(token)) else None
    default = "assess" if content else None
    head = to_do(token) or token
    return Decision(outcome.act, outcome.strength, rule, token, content, default, head, extra=[key])


def _made(key: str, name: str, token: Token, verb: Token) -> bool:
    """Whether a request is made, not only named ("would convey the request"), and nothing is only recalled."""
    if name == "request":
        again = verb.lower_.startswith(_AGAIN) and any(c.tag_ in ("DT", "PRP$") for c in token.lefts)
        if again and key in ("stress", "express"):
            return True  # "repeated the request"
        beside = any(c.lower_ in ("for", "that") and c.i > token.i for c in verb.rights)
        beside = beside or _that_one_do(token) is not None
        return beside or to_do(token) is not None or any(c.lower_ in _WANTING for c in token.rights)
    return key != "recall" or name not in ("consensus", "proposal", "invitation", "grant", "plans")


def _that_one_do(token: Token) -> Token | None:
    """ "the desire that engineers take charge": the verb of the clause behind the noun, where it has a subject."""
    behind = (c for c in token.rights if c.dep_ in ("acl", "ccomp", "relcl") and c.i - token.i < 30)
    for verb in behind:
        marked = any(
            c.lower_ == "that" and c.i < verb.i and c.dep_ not in ("nsubj", "nsubjpass", "dobj") for c in verb.lefts
        )
        if marked and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.lefts):
            return verb
    return None


def _of_others(name: str, rule: str, token: Token, *, joint: bool) -> Decision | None:
    """What somebody else is to do: "the wish that X stay", "the hope of seeing X sign"."""
    if (
        name in ("readiness", "wish", "determination", "proposal", "call", "request")
        and (told := _that_one_do(token)) is not None
    ):
        return _told_by_noun(name, rule, token, told)
    if token.lower_ in ("commitment", "commitments") and (told := _that_one_do(token)) is not None:
        act = "agree" if joint else "pledge"  # "gave its commitment that the nets would be handed back"
        return Decision(act, "firm", rule, token, content="act", head=told)
    done = to_do(token) if name in ("readiness", "wish", "hope") else None
    if done is None or not sees_others(done):
        return None
    return Decision("propose" if joint else "request", None, rule, token, head=done)


def _told_by_noun(name: str, rule: str, token: Token, verb: Token) -> Decision:
    """What a clause behind a noun of wishing, promising or proposing makes: its subject decides of a wish."""
    if name == "determination":
        return Decision("pledge", "firm", rule, token, content="act", head=verb)
    if name == "proposal":
        return Decision("propose", None, rule, token, content="act", head=verb)
    return Decision(None, None, rule, token, content="hope", head=verb)


def _has(key: str, verb: Token) -> bool:
    """ "had an interest in": to have a wish is not to voice it."""
    return key == "express" and verb.lower_ in ("has", "have", "had")


def _important(book: FrameBook, rule: str, token: Token) -> Decision:
    """The need to do something is a proposal, to keep a principle support (codebook, 2)."""
    act = to_do(token) or of_doing(token)
    if act is not None:
        kind = "support" if _keeps_rule(book, act) else "propose"
    else:
        kind = "propose" if token.lower_ in _NEEDS else _of_what(book, token)
    return Decision(kind, None, rule, token, head=act or complement(token), extra=["importance"])


def _keeps_rule(book: FrameBook, verb: Token) -> bool:
    """ "the need to respect the sovereignty": keeping a rule or principle is support (codebook, 2)."""
    if book.base(verb.lower_) not in book.groups["keeping"]:
        return False
    return bool({t.lower_ for t in verb.subtree} & book.groups["principles"])


def _of_what(book: FrameBook, token: Token) -> str:
    """The importance of a tie or project that exists is an assessment, that of a principle support (codebook, 2)."""
    heads = [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    words = {w.lower_ for h in heads for w in (h, *h.conjuncts)}
    return "assess" if words & book.groups["ties"] or not words else "support"

"""Deeds: what a side will do or does in return, told without a verb of saying, and what is only an occasion to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.statements.clauses import Clause, verbal
from communique.read.statements.decision import WILL, Decision

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.frames import FrameBook

_OFTEN = frozenset(
    {
        "every",
        "each",
        "twice",
        "once",
        "thrice",
        "regularly",
        "periodically",
        "annually",
        "yearly",
        "monthly",
        "quarterly",
        "weekly",
    }
)
_COMING = frozenset(
    {"visit", "travel", "arrive", "come", "go", "tour", "fly", "depart", "meet", "convene", "gather", "reconvene"}
)
_PEOPLE = frozenset(
    {
        "delegation",
        "delegations",
        "mission",
        "group",
        "team",
        "ministers",
        "experts",
        "presidents",
        "leaders",
        "officials",
        "commissioners",
    }
)
_DECIDED = frozenset({"decided", "agreed", "resolved", "arranged", "settled", "ordered"})
_A_TIME = re.compile(
    r"(?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|year|month|week|spring|summer|autumn|winter|quarter|tomorrow)(?:'s)?"
)
_GOES_ON = frozenset(
    "already currently since still every each annually yearly regularly continually continuously always".split()
)
_MORE = frozenset({"further", "additional", "extra", "fresh", "million", "billion"})
_BOTH = frozenset(
    {"joint", "mixed", "bilateral", "binational", "intergovernmental", "two", "both", "inter-governmental"}
)
_RETURN = ("for its part", "for their part", "on its side", "on its part", "in return", "in exchange", "in turn")


def same_hands(clause: Clause) -> bool:
    """ "A team will be sent by Tokyo, and a loan will be considered": by whom it was told of the clause before."""
    verb, before = clause.verb, clause.verb.head
    if verb.dep_ != "conj" or not clause.passive or clause.modal not in WILL or not verbal(before):
        return False
    helps = {c.dep_ for c in before.children}
    return "agent" in helps and "auxpass" in helps and all(c.dep_ != "agent" for c in verb.children)


def does(clause: Clause, decision: Decision, modal: str) -> bool:
    """ "will submit it to parliament", "will hold back the rest": a verb of saying that here says nothing.

    Nor does "agreed to the following", or "the agreement was reached on Friday".
    """
    if _tells_nothing(clause, decision):
        return True
    if decision.act is not None or decision.content != "inner" or clause.contents or modal not in ("will", "is"):
        return False
    verb = clause.verb
    return decision.trigger == verb and any(c.dep_ in ("dobj", "prt", "dative") for c in verb.rights)


def _tells_nothing(clause: Clause, decision: Decision) -> bool:
    head = decision.head
    if decision.act != "agree" or head is None or head.i < clause.verb.i or head.tag_.startswith("V"):
        return False
    return head.lower_ == "following" or (a_time(head) and head.dep_ in ("pobj", "npadvmod"))


def pays(verb: Token) -> bool:
    """ "is to pay with medicines", "is to deliver the trucks": no visit is paid, no speech delivered."""
    behind = {c.lower_ for c in verb.rights if c.dep_ == "dobj"}
    return verb.lower_ in ("pay", "deliver") and not behind & {
        "visit",
        "visits",
        "call",
        "speech",
        "address",
        "lecture",
    }


def often(verb: Token) -> bool:
    """ "meet every six months", "twice a year"."""
    behind = (t for t in verb.subtree if t.i > verb.i)
    return any(t.lower_ in _OFTEN for t in behind)


def to_come(clause: Clause, base: str) -> bool:
    """ "The two ministers will meet there on 3 September": an occasion that is told, not a promise."""
    if clause.modal not in ("will", "shall") or clause.passive or base not in _COMING or often(clause.verb):
        return False
    people = clause.subject is not None and clause.subject.lower_ in _PEOPLE
    return people and dated(clause.verb)


def dated(verb: Token) -> bool:
    """Whether a day, month or year is told of what is done."""
    return any(a_time(t) for c in verb.rights if c.dep_ not in ("relcl", "advcl") for t in c.subtree)


def a_time(word: Token) -> bool:
    """Whether the word names a day, month, season or year."""
    return _A_TIME.fullmatch(word.text) is not None


def gives_now(clause: Clause, book: FrameBook) -> bool:
    """ "is making a further 12 million available", "is raising its contribution to 3 million": given by saying it.

    Not what goes on ("is providing training", "is still sending experts every year").
    """
    verb = clause.verb
    if not clause.progressive or clause.negated or clause.modal or clause.passive:
        return False
    now = any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.lefts) or clause.role == "content"
    if not now or any(t.lower_ in _GOES_ON for t in verb.subtree):
        return False
    base = book.base(verb.lower_)
    given = next((c for c in verb.rights if c.dep_ in ("dobj", "dep", "ccomp")), None)
    if given is None:
        return False
    words = list(given.subtree)
    if base in book.groups["raising"]:
        own = any(t.tag_ == "PRP$" and t.lower_ in ("its", "their", "our") for t in words)
        much = any(t.tag_ in ("CD", "$") for t in verb.subtree if t.i > verb.i) or base in ("double", "triple")
        return own and much and any(t.lower_ in book.groups["given"] for t in words)
    available = base != "make" or any(t.lower_ == "available" for t in verb.subtree)
    more = any(t.lower_ in _MORE or t.tag_ == "$" for t in words)
    return base in book.groups["giving-now"] and available and more


def bodies_of_both(noun: Token | None, book: FrameBook) -> bool:
    """ "the joint commission", "a mixed group", "the ministries of the two countries": bodies that act for both sides."""
    if noun is None or noun.lower_ not in book.groups["joint-bodies"]:
        return False
    if any(c.lower_ in _BOTH for c in noun.lefts):
        return True
    behind = [t for t in noun.subtree if t.i > noun.i]
    of_both = any(t.lower_ in ("two", "both") for t in behind)
    return of_both and any(t.lower_ in ("countries", "sides", "states", "parties", "governments") for t in behind)


def so_decided(clause: Clause) -> bool:
    """ "It was so decided", "and so it was agreed"."""
    verb, subject = clause.verb, clause.subject
    if subject is None or subject.lower_ not in ("it", "this", "that") or clause.negated or clause.modal:
        return False
    said = verb if clause.passive else next((c for c in verb.rights if c.dep_ in ("acomp", "attr")), None)
    if said is None or said.lower_ not in _DECIDED or any(c.dep_ in ("ccomp", "xcomp") for c in said.rights):
        return False
    return any(c.lower_ == "so" for t in (said, verb) for c in t.lefts)


def in_turn(clause: Clause, book: FrameBook) -> bool:
    """ "Latvia for its part takes over the training": what a side does in return is undertaken, not told."""
    verb = clause.verb
    if verb.tag_ not in ("VBZ", "VBP") or clause.negated or book.base(verb.lower_) not in book.groups["giving"]:
        return False
    near = " ".join(t.lower_ for t in verb.doc[max(0, clause.first - 5) : clause.last + 1])
    return any(words in near for words in _RETURN)


def not_done(clause: Clause, decision: Decision) -> bool:
    """ "did not offer", "has not agreed to": what is told as not done."""
    before = clause.verb.doc[clause.verb.i - 1].lower_ if clause.verb.i else ""
    if (
        before in ("neither", "nor")
        and clause.verb.tag_ in ("VBD", "VBZ", "VBP")
        and decision.act not in (None, "assess")
    ):
        return True
    if not clause.negated or "negated" in decision.extra or decision.act in (None, "assess", "complain"):
        return False
    aux = {c.lower_ for c in clause.verb.children if c.dep_ == "aux"}
    return any(c.dep_ == "neg" for c in clause.verb.children) and bool(
        aux & {"did", "do", "does", "has", "have", "had"}
    )


__all__ = [
    "a_time",
    "bodies_of_both",
    "dated",
    "does",
    "gives_now",
    "in_turn",
    "not_done",
    "often",
    "pays",
    "same_hands",
    "so_decided",
    "to_come",
]

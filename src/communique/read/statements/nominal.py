"""Requests and undertakings told as a noun in the passive: "a request for ten trams was made", "the agreement to meet was reaffirmed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.answers import other_side
from communique.read.statements.complements import to_do
from communique.read.statements.decision import Decision
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause
    from communique.read.statements.told import Sentence

_ASKED = frozenset({"request", "requests", "appeal", "plea", "demand", "invitation", "call"})
_PROPOSED = frozenset({"proposal", "proposals", "suggestion", "suggestions", "idea", "possibility"})
_RAISED = frozenset({"question", "issue", "matter", "need", "subject"})
_WISHED = frozenset({"interest", "wish", "desire", "hope", "expectation"})
_PUT = frozenset(
    """made put submitted presented conveyed raised extended addressed tabled transmitted advanced renewed repeated reiterated
    lodged directed handed brought floated launched aired mooted broached placed laid""".split()
)
_VOICED = frozenset({"expressed", "voiced", "conveyed", "raised", "reiterated", "renewed", "repeated", "transmitted"})
_AGREED = frozenset(
    {"agreement", "understanding", "commitment", "pledge", "promise", "undertaking", "resolve", "determination"}
)
_INTENDED = frozenset({"intention", "readiness", "willingness", "wish", "desire", "hope"})
_SAID_AGAIN = frozenset(
    {"reaffirmed", "reiterated", "renewed", "confirmed", "repeated", "restated", "re-affirmed", "recalled"}
)
_DISCUSSED = frozenset({"discussed", "considered", "examined", "reviewed", "studied", "noted"})
_ANSWERED = frozenset(
    "accepted granted approved met agreed welcomed endorsed supported refused rejected declined turned taken fulfilled".split()
)
_FAVOUR = frozenset(
    {"favour", "favor", "approval", "agreement", "acceptance", "support", "understanding", "assent", "consent"}
)
_REFUSAL = frozenset({"refusal", "rejection", "opposition", "objections", "reservations", "resistance"})
_FOR = {"question": ("of", "about"), "issue": ("of",), "matter": ("of",), "subject": ("of",), "interest": ("in",)}
_THAT_WHICH = frozenset({"that", "whether"})


def put_as_noun(reader: Sentence, clause: Clause) -> bool:
    """Tell what one side asks or both hold to, where a noun says so in the passive; ``False`` where the clause is another."""
    noun = clause.subject
    if noun is not None and not clause.passive and noun.lower_ in _ASKED | _PROPOSED:
        return _met_with(reader, clause)
    if not clause.passive or clause.modal or noun is None or noun.dep_ != "nsubjpass":
        return False
    if noun.lower_ in _ASKED | _PROPOSED and clause.verb.lower_ in _DISCUSSED | _ANSWERED:
        return _with_its_answer(reader, clause, noun)
    if clause.negated:
        return False
    return _asked(reader, clause, noun) or _held_to(reader, clause, noun) or _pointed(reader, clause, noun)


def _with_its_answer(reader: Sentence, clause: Clause, noun: Token) -> bool:
    """ "Kenya's request for two tugs was discussed"; "... was granted by Fiji": what was asked, then what is answered."""
    who, what = _named(reader, noun, noun), _wanted(noun, noun)
    if who is None or what is None or len(who.parties) != 1 or clause.role != "main":
        return False
    proposed = noun.lower_ in _PROPOSED
    rule = Decision(None, None, f"acts.yaml/{'proposal' if proposed else 'request'}", noun, head=noun)
    reader.tell(clause, rule, who.parties, who.person, "propose" if proposed else "request", None, saying=True)
    reader.told[-1].last = noun.right_edge.i
    return clause.verb.lower_ in _DISCUSSED


def _met_with(reader: Sentence, clause: Clause) -> bool:
    """ "The proposal did not find favour with the Peruvian side", "met with the approval of Peru": how it was taken."""
    verb = clause.verb
    if (
        verb.lower_ not in ("find", "found", "met", "meet", "encountered", "received", "won", "win", "receive")
        or clause.modal
    ):
        return False
    behind = [t for t in verb.subtree if t.i > verb.i]
    taken = next((t.lower_ for t in behind if t.lower_ in _FAVOUR | _REFUSAL), None)
    whose = (reader.cases.who(t) for t in behind if t.dep_ in ("pobj", "poss"))
    who = next((w for w in whose if w is not None and len(w.parties) == 1), None)
    if taken is None or who is None:
        return False
    no = clause.negated or taken in _REFUSAL or any(t.lower_ == "no" for t in behind)
    act, strength = ("oppose", None) if no else ("pledge", "soft")
    rule = Decision(
        act, strength, "acts.yaml/opposition" if no else "acts.yaml/accede", verb, head=None if no else clause.subject
    )
    reader.tell(clause, rule, who.parties, who.person, act, strength, saying=True)
    return True


def _pointed(reader: Sentence, clause: Clause, noun: Token) -> bool:
    """ "The attention of the Peruvian side was drawn to": by the other side."""
    if noun.lower_ != "attention" or clause.verb.lower_ not in ("drawn", "called", "directed"):
        return False
    beside = [c for c in noun.lefts if c.dep_ == "poss"] + [
        g for c in noun.rights if c.lower_ == "of" for g in c.children
    ]
    whose = next((who for who in map(reader.cases.who, beside) if who is not None and len(who.parties) == 1), None)
    who = other_side(reader.scene, whose.parties, reader.unit.start) if whose is not None else None
    if who is None:
        return False
    rule = Decision("complain", None, "acts.yaml/draw-attention", clause.verb)
    reader.tell(clause, rule, who.parties, None, "complain", None, saying=True)
    return True


def _asked(reader: Sentence, clause: Clause, noun: Token) -> bool:
    word, verb = noun.lower_, clause.verb
    put = word in _ASKED | _PROPOSED | _RAISED and verb.lower_ in _PUT
    if not put and not (word in _WISHED and verb.lower_ in _VOICED):
        return False
    if any(c.lower_ == "no" for c in noun.lefts) or any(c.lower_ in ("had", "has", "have") for c in verb.lefts):
        return False  # told of an earlier day
    what, who = _wanted(noun, verb), _asker(reader, noun, verb)
    if what is None or who is None or len(who.parties) != 1:
        return False
    act = "propose" if word in _PROPOSED else "request"
    entry = reader.book.nouns.get(word)
    rule = Decision(act, None, f"acts.yaml/{entry[0] if entry else 'raise-issue'}", noun, head=what)
    reader.tell(clause, rule, who.parties, who.person, act, None, saying=True)
    return True


def _held_to(reader: Sentence, clause: Clause, noun: Token) -> bool:
    """ "The agreement to exchange films was reaffirmed": by both, unless it is told by whom."""
    word = noun.lower_
    act = to_do(noun)
    if word not in _AGREED | _INTENDED or clause.verb.lower_ not in _SAID_AGAIN or act is None:
        return False
    who = _named(reader, noun, clause.verb)
    pair = reader.pair()
    parties = who.parties if who is not None else pair
    if not parties or (who is None and (len(pair) < 2 or reader.scene.genre == "communique")):
        return False
    strength = "soft" if word in _INTENDED else "firm"
    told = "agree" if len(parties) > 1 else "pledge"
    rule = Decision(told, strength, "acts.yaml/consensus", noun, head=act)
    reader.tell(clause, rule, parties, who.person if who is not None else None, told, strength, saying=True)
    return True


def _wanted(noun: Token, verb: Token) -> Token | None:
    """What is asked for: behind the noun, else behind the verb ("a request was made for")."""
    for word in (noun, verb):
        for child in word.rights:
            if (
                child.dep_ in ("acl", "xcomp", "advcl")
                and child.tag_ == "VB"
                and any(c.lower_ == "to" for c in child.lefts)
            ):
                return child
            if child.dep_ in ("acl", "ccomp", "relcl") and any(
                c.lower_ in _THAT_WHICH and c.dep_ == "mark" for c in child.lefts
            ):
                return child
            wanted = _FOR.get(noun.lower_, ("for", "of", "to")) if word is noun else ("for",)
            if child.dep_ == "prep" and child.lower_ in wanted:
                found = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if found is not None and (child.lower_ != "to" or found.tag_ == "VBG"):
                    return found
    return None


def _asker(reader: Sentence, noun: Token, verb: Token) -> Who | None:
    """By whom, whose, or from whom; else the other side than the one it is put to."""
    who = _named(reader, noun, verb)
    if who is not None:
        return who
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with"):
            to = next((reader.cases.who(c) for c in child.children if c.dep_ == "pobj"), None)
            if to is not None and len(to.parties) == 1 and to.parties[0] in reader.scene.sides:
                return other_side(reader.scene, to.parties, reader.unit.start)
    return None


def _named(reader: Sentence, noun: Token, verb: Token) -> Who | None:
    """The side that is told of beside the noun or the verb: "Peru's request", "from Peru", "by the Peruvian side"."""
    beside = [c for c in noun.lefts if c.dep_ == "poss" and c.tag_ != "PRP$"]
    for above, words in ((verb, ("by",)), (noun, ("from", "by"))):
        beside += [g for c in above.rights if c.lower_ in words for g in c.children if g.dep_ == "pobj"]
    found = (reader.cases.who(token) for token in beside)
    return next((who for who in found if who is not None and who.parties), None)


__all__ = ["put_as_noun"]

"""Refusals told without a verb of refusing: "this was not possible", "there will be no exemption", "the request could not be met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.clauses import seen_to
from communique.read.statements.decision import WILL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause
    from communique.read.statements.frames import FrameBook
    from communique.read.statements.words import Words

_BE = frozenset({"is", "was", "be", "are", "were", "'s", "’s"})
_POSSIBLE = frozenset({"possible", "feasible", "practicable", "doable"})
_IMPOSSIBLE = frozenset({"impossible", "unthinkable", "infeasible", "impracticable"})
_ABLE = frozenset({"able"}) | _POSSIBLE
_FINDS = frozenset(
    {
        "find",
        "found",
        "see",
        "saw",
        "consider",
        "considered",
        "think",
        "thought",
        "deem",
        "deemed",
        "believe",
        "believed",
    }
)
_PLACES = frozenset({"agenda", "table", "cards", "consideration"})
_WHAT_WAS_ASKED = frozenset({"this", "that", "it", "so"})
_UNLESS = frozenset({"without", "unless", "until", "if", "alone", "only", "except"})
_REPLIES = frozenset({"replied", "answered", "responded", "countered", "retorted", "replies", "answers", "responds"})


def refuses(words: Words) -> bool:
    """Whether a side's own clause refuses what it was asked, or a thing that one may ask of it."""
    clause, voice = words.clause, words.voice
    if (
        words.joint
        or voice.mode
        or clause.subject is None
        or not (voice.kind == "reported" or voice.spokesperson or words.framed is not None)
    ):
        return False
    if any(t.lower_ in _UNLESS for t in clause.verb.subtree if t.i > clause.verb.i):
        return False
    if words.relation == "self" and unwilling(clause, words.reader.book) is not None:
        return True
    return _nothing_of_it(words) or _not_to_be(words) or _cannot_be(words) or _unable(words)


def _nothing_of_it(words: Words) -> bool:
    """ "There will be no exemption for trawlers"."""
    clause = words.clause
    there = any(c.lower_ == "there" and c.dep_ == "expl" for c in clause.verb.lefts)
    if not there or clause.verb.lower_ != "be" or clause.modal not in WILL | {"can", "could"}:
        return False
    nouns = [c for c in clause.verb.rights if c.dep_ in ("attr", "nsubj", "dobj")]
    return any(words.among(n.lower_, "concessions") and any(c.lower_ == "no" for c in n.lefts) for n in nouns)


def _not_to_be(words: Words) -> bool:
    """ "This was not possible", "it is out of the question", "a waiver was not on the agenda"."""
    clause = words.clause
    verb, subject = clause.verb, clause.subject
    if clause.passive and verb.lower_ == "ruled" and not clause.negated and any(c.lower_ == "out" for c in verb.rights):
        return _asked_for(words, subject)
    if verb.lower_ not in _BE or any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have") for c in verb.lefts):
        return False
    if not _asked_for(words, subject):
        return False
    said = {c.lower_ for c in verb.rights if c.dep_ in ("acomp", "attr")}
    behind = {t.lower_ for t in verb.subtree if t.i > verb.i}
    out = {"out", "question"} <= behind or {"off", "table"} <= behind or "excluded" in behind
    if clause.negated:
        on = any(c.lower_ in ("on", "under", "in") and _behind(c) & _PLACES for c in verb.rights)
        return bool(said & _POSSIBLE) or on
    return bool(said & _IMPOSSIBLE) or out


def _asked_for(words: Words, subject: Token | None) -> bool:
    """Whether the subject is what was asked, or a concession that one asks for."""
    if subject is None:
        return False
    if words.among(subject.lower_, "concessions") or words.among(subject.lower_, "asked"):
        return True
    if subject.lower_ not in _WHAT_WAS_ASKED:
        return False
    to_do = next((t for t in words.clause.verb.subtree if t.i > words.clause.verb.i and _to_act(t)), None)
    if to_do is not None:
        return subject.lower_ == "it" and words.among(words.base(to_do), "refusable")
    asked, voice = words.reader.asked, words.voice
    framed = words.framed.trigger if words.framed is not None else None
    replied = framed is not None and framed.lower_ in _REPLIES
    return replied or (bool(asked) and not set(asked) & set(voice.parties))


def _cannot_be(words: Words) -> bool:
    """ "The request could not be met", "the levy cannot be lifted"."""
    clause = words.clause
    if not clause.negated or not clause.passive or clause.modal not in ("can", "could", "ca"):
        return False
    market = clause.subject is not None and clause.subject.lower_ == "demand"
    return words.among(words.base(clause.verb), "granting") and not market


def _unable(words: Words) -> bool:
    """ "Peru was unable to lower the fee"."""
    if words.relation != "self":
        return False
    verb = words.clause.verb
    word = next((c for c in verb.rights if c.lower_ in ("unable", "able") and c.dep_ == "acomp"), None)
    if word is None or words.clause.negated == (word.lower_ == "unable"):
        return False
    done = next((c for c in word.rights if c.dep_ == "xcomp"), None)
    return done is not None and not seen_to(done) and words.among(words.base(done), "refusable")


def unable_to(clause: Clause) -> Token | None:
    """ "was unable to agree", "did not find it possible to accept", "felt unable to": the verb behind."""
    wanted = _ABLE if clause.negated else _IMPOSSIBLE | {"unable"}
    behind = [c for c in clause.verb.rights if c.dep_ in ("acomp", "ccomp", "oprd", "xcomp") and c.tag_ == "JJ"]
    word = next((c for c in behind if c.lower_ in wanted), None)
    if word is None or (word.lower_ not in ("able", "unable") and clause.verb.lower_ not in _FINDS):
        return None
    return next((c for c in word.rights if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"), None)


def unwilling(clause: Clause, book: FrameBook) -> Token | None:
    """ "does not wish to accept quotas", "did not intend to reopen the talks": the verb behind; who "does not wish to comment"
    or "to interfere" refuses nothing.
    """
    if not clause.negated or clause.passive or clause.modal not in ("", None):
        return None
    if book.base(clause.verb.lower_) not in book.groups["willing"]:
        return None
    done = next((c for c in clause.verb.rights if c.dep_ == "xcomp" and _to_act(c)), None)
    return None if done is None or book.base(done.lower_) in book.groups["left-alone"] else done


def plain_no(clause: Clause, base: str) -> Token | None:
    """ "The Minister said no", "Peru's answer was no": who says it, else whose answer; ``None`` where nobody does."""
    verb, subject = clause.verb, clause.subject
    no = any(c.lower_ == "no" and c.tag_ == "UH" and c.i == verb.i + 1 for c in verb.rights)
    if not no or subject is None or clause.modal or clause.negated:
        return None
    if base in ("say", "answer", "reply"):
        return subject
    if verb.lower_ in _BE and subject.lower_ in ("answer", "reply", "response"):
        of = (g for c in subject.rights if c.lower_ in ("of", "from") for g in c.children if g.dep_ == "pobj")
        return next((c for c in subject.lefts if c.dep_ == "poss"), None) or next(of, None)
    return None


def _to_act(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.lefts)


def _behind(prep: Token) -> set[str]:
    return {g.lower_ for g in prep.children}


__all__ = ["plain_no", "refuses", "unable_to", "unwilling"]

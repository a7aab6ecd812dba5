"""Outcomes of visits that no engagement tells: one that is still to come, with no word of whose, and one not paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import bounds
from communique.read.outcomes.table import Found, Table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.engagements.view import View

_VISITS = frozenset({"visit", "trip", "tour"})
_KNOWN = frozenset({"the", "this", "that", "his", "her", "their"})
_GOES = frozenset(
    "visit visiting attend attending come coming travel travelling traveling go going participate".split()
)
_PAYS = {
    "pay": _VISITS,
    "paying": _VISITS,
    "make": _VISITS,
    "making": _VISITS,
    "undertake": _VISITS,
    "take": frozenset({"part"}),
}
_WOULD = frozenset({"will", "would", "wo", "could", "can", "ca", "'ll"})
_AS_PLANNED = frozenset({"planned", "scheduled", "announced", "expected", "foreseen", "intended", "originally"})
_OF_WHAT = frozenset(
    "film cinema culture cultural business trade fashion food book language music innovation tourism education".split()
)
_PERSONS = frozenset({"person", "office", "pronoun"})
_TO_DAY = frozenset({"for", "in", "on", "before", "during", "next", "early", "late", "later"})


def visit_spoken_of(noun: Token) -> bool:
    """Whether a noun is a visit spoken of before: "the visit", "his trip"."""
    return noun.lower_ in _VISITS and any(c.lower_ in _KNOWN for c in noun.children)


def to_a_place(noun: Token, view: View) -> bool:
    """Whether the sentence names a place behind a visit: then an engagement tells it."""
    return any(m.kind in ("city", "country") for m in view.between(noun.i + 1, len(noun.doc)))


def days_of(noun: Token) -> bool:
    """ "The Days of Norwegian Culture", "the Week of French Cinema": an event of that name."""
    if noun.lower_ not in ("days", "week", "weeks"):
        return False
    if any(c.dep_ in ("compound", "amod") and c.lower_ in _OF_WHAT for c in noun.children):
        return True  # "a film week", "the Culture Days"
    return noun.text[:1].isupper() and any(
        c.lower_ == "of" and any(g.text[:1].isupper() for g in c.children) for c in noun.children
    )


def set_for(verb: Token, table: Table) -> bool:
    """ "The visit is planned for November": told with its day, and no verb behind."""
    subject = clause.subject(verb)
    if subject is None or not visit_spoken_of(subject) or verb.lower_ not in table.awaited:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return helpers <= {"is", "now", "being"} and "is" in helpers and any(c.lower_ in _TO_DAY for c in verb.rights)


def stays_away(verb: Token, view: View, table: Table) -> Found | None:
    """ "The President will not visit Peru as planned", "she was unable to attend the ceremony"."""
    subject = clause.subject(verb)
    if table.stays_away is None or subject is None:
        return None
    mention = view.over(subject)
    if mention is None or mention.kind not in _PERSONS:
        return None
    goes = _not_going(verb)
    if goes is None:
        return None
    objects = [c for c in goes.rights if c.dep_ == "dobj"]
    wanted = _PAYS.get(goes.lower_)
    if wanted is not None and not any(c.lower_ in wanted for c in objects):
        return None
    behind = (t for t in goes.subtree if t.i > goes.i and t.dep_ == "pobj" and t.head.lower_ in ("to", "in", "for"))
    thing = next(iter(objects), None) or next(behind, None) or subject
    begin, end = bounds(verb, thing, goes.i + 1)
    end = max(end, clause.reach(view.doc, goes.i))
    return Found(*table.stays_away, "failed", thing, goes.i, goes.i + 1, begin, end)


def _not_going(verb: Token) -> Token | None:
    """The verb of going that a verb denies, or that somebody is said to be unable to do."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.lower_ in _GOES or verb.lower_ in _PAYS:
        if not clause.negated(verb) or (clause.conditional(verb) and not words & {"could"}):
            return None
        as_planned = any(t.lower_ in _AS_PLANNED for t in verb.doc[verb.i :])
        return verb if words & _WOULD or (words & {"did", "do"} and as_planned) else None
    unable = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("unable", "able")), None)
    if unable is None or (unable.lower_ == "able") != clause.negated(verb):
        return None
    return next((c for c in unable.children if c.lower_ in _GOES or c.lower_ in _PAYS), None)

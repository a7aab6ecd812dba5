"""What any verb tells of an occasion: when, where, in which tense, by whom, and whether it was real."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.nouns import told_by
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.view import View
from communique.read.engagements.when import pick_date, set_date, status_of, tense_for
from communique.read.engagements.where import find_place, there_then
from communique.read.engagements.who import Side, object_side

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_PARTICIPLE = frozenset({"amod", "compound", "nmod"})

_LEAVING = ("depart", "leave", "travel", "head", "fly", "flies", "embark", "go")


def unreal(view: View, verb: Token) -> bool:
    """Denied, conditional, wished, asked for or offered."""
    carrier = clause.finite(verb)
    if clause.negated(verb) or clause.negated(carrier) or clause.conditional(verb) or clause.never_was(verb):
        return True
    token = verb
    for _ in range(3):
        if (
            token.dep_ not in ("xcomp", "ccomp", "conj", "pcomp", "prep", "acl", "advcl", "relcl")
            or token.head == token
        ):
            return False
        above = token.head
        if token.dep_ == "conj":
            token = above
            continue
        if token.tag_ == "VB" and above.lower_ == "unable":
            return True
        bare = token.tag_ == "VB" or (token.tag_ == "VBG" and token.dep_ in ("pcomp", "xcomp"))
        if bare and above.lower_ in view.lex.wishing and above.lower_ not in view.lex.planning:
            return True
        token = above
    return False


def base(view: View, hit: Hit, verb: Token, stop: int) -> Occasion:
    """An occasion with what the clause tells of time, place and tense; who takes part is not filled in."""
    first = clause.clause_start(view.doc, verb.i)
    occasion = Occasion(
        hit.entry.kind, view.unit, view.span(first, stop), view.span(hit.first, hit.last + 1), [hit.rule], told_by(verb)
    )
    if hit.first == 0 and verb.tag_ == "VBG" and hit.entry.kind == "meeting":
        occasion.told = "back"  # "Receiving the Ambassador, he recalled ..."
    leaving = hit.entry.kind == "visit" and verb.tag_ in ("VBP", "VBZ") and verb.lower_.startswith(_LEAVING)
    tense = "future" if leaving else tense_for(view, verb, frozenset())
    dated = pick_date(view, tense, first, stop, verb.i)
    if dated is None and first > 0 and _goes_on(verb):
        dated = pick_date(view, tense, 0, min(8, first), 0)
    if dated is None and beside_gathering(view, stop):
        dated = pick_date(view, tense, first, clause.reach(view.doc, stop + 1), verb.i)
    occasion.earlier = any(
        child.lower_ in ("had", "last", "previously") for child in verb.children if child.dep_ in ("aux", "advmod")
    )
    present = verb.tag_ in ("VBP", "VBZ") and verb.dep_ in ("ROOT", "conj", "relcl")
    occasion.status = status_of(view, verb, frozenset(), view.anchor, dated if present else None)
    set_date(occasion, dated)
    place = find_place(view, first, stop)
    occasion.place, occasion.place_country, occasion.venue = place.name, place.country, place.venue
    there_then(view, occasion, first, tense)
    if occasion.told == "back" and (occasion.first or occasion.place):
        occasion.told = "side"
    if leaving:
        occasion.status = "planned"
    return occasion


def _goes_on(verb: Token) -> bool:
    """Whether the verb is joined to the main one: a date at the head of the sentence is its too."""
    return verb.dep_ == "conj" and verb.head.dep_ == "ROOT"


def beside_gathering(view: View, stop: int) -> bool:
    """Whether the clause goes on with "on the sidelines of"."""
    doc = view.doc
    return (
        stop + 2 < len(doc)
        and doc[stop].lower_ in ("on", "in")
        and doc[stop + 2].lower_.startswith(("sideline", "margin"))
    )


def follows(view: View, hit: Hit, first: int, stop: int) -> bool:
    """Whether one of the entry's ``then`` words is in the tokens, and none of its ``never`` words."""
    lowers = [token.lower_.replace("’", "'") for token in view.doc[first:stop]]
    if any(word.lower() in lowers for word in hit.entry.never):
        return False
    wanted = view.lex.then.get(hit.rule)
    if not wanted:
        return True
    return any(tuple(lowers[at : at + len(words)]) == words for words in wanted for at in range(len(lowers)))


def agent_side(view: View, verb: Token, stop: int) -> Side:
    """Who does it in the passive: behind "by"."""
    for at in range(verb.i + 1, stop):
        if view.doc[at].lower_ == "by":
            return object_side(view, at + 1, clause.reach(view.doc, at))
    return Side()

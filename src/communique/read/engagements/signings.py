"""Agreements and treaties signed: "signed an agreement", "the Treaty signed in May", "it will be signed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.telling import agent_side, base, follows
from communique.read.engagements.view import View
from communique.read.engagements.where import find_place, there_then
from communique.read.engagements.who import Side, subject_side, with_side

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER_SIGNED = frozenset("in on at by between with last this earlier during here there today yesterday".split())

_PEOPLE = frozenset({"person", "office", "joint", "pronoun"})


def signing(view: View, hit: Hit, verb: Token) -> list[Occasion]:
    """The signing that a verb tells; none where nothing that is signed is named, or nobody signs."""
    doc, instruments = view.doc, view.lex.lists["instruments"]
    stop = clause.reach(doc, hit.last)
    if verb.lower_.startswith("conclud") and verb.tag_ in ("VB", "VBG"):
        return []
    passive = clause.passive(verb) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "ROOT", "ccomp", "conj") and not _has_aux(verb)
    )
    if passive or _after_thing(view, verb):
        head = clause.subject(verb) or (verb.head if verb.dep_ == "acl" else None)
        start = head.left_edge.i if head is not None else clause.clause_start(doc, verb.i)
        words = {token.lower_ for token in doc[start : verb.i]}
        if not words & instruments and not _after_thing(view, verb) and not _named_before(view, verb, head):
            return []
        side = agent_side(view, verb, stop)
        if not side:
            side = _with_us(view, verb, with_side(view, verb.i, stop))
        if not side and head is not None:
            side = with_side(view, head.i, verb.i)
    else:
        which = verb.dep_ == "relcl" and verb.head.lower_ in instruments
        if not which and not {token.lower_ for token in doc[verb.i + 1 : stop + 12]} & instruments:
            return []
        if not which and not follows(view, hit, hit.last + 1, stop):
            return []
        side = subject_side(view, verb)
        side.add(with_side(view, hit.last + 1, stop))
        if not side and verb.i == 0 and view.scene.genre == "joint":
            side = Side(list(view.scene.sides))  # an item of a list: "Signed an agreement on ..."
        if not side:
            return []
    occasion = base(view, hit, verb, stop)
    if verb.dep_ == "acl" and occasion.told == "main":
        occasion.told = "side"
    if not passive:
        _without_contents(view, occasion, hit, stop)
    low, high = (max(0, verb.i - 16), verb.i) if passive else (hit.last + 1, min(len(doc), stop + 12))
    occasion.words = frozenset(
        t.lower_ for t in doc[low:high] if t.i > 0 and t.text[:1].isupper() and view.over(t) is None
    )
    occasion.add_party(*side.parties)
    occasion.add_people(side.people)
    return [occasion]


def _named_before(view: View, verb: Token, head: Token | None) -> bool:
    """ "The treaty has had to wait. It will now be signed on 2 May": what will be was named in the sentence before."""
    if (
        head is None
        or head.lower_ not in ("it", "they", "both")
        or clause.tense(verb) != "future"
        or view.unit.index < 1
    ):
        return False
    before = view.scene.units[max(0, view.unit.index - 1)]
    if before.block is not view.unit.block or before.doc is None:
        return False
    return any(token.lower_ in view.lex.lists["instruments"] for token in before.doc)


def _without_contents(view: View, occasion: Occasion, hit: Hit, stop: int) -> None:
    """Places in what was signed ("an agreement on water supply in Tigray") are not where."""
    doc, instruments = view.doc, view.lex.lists["instruments"]
    thing = next((at for at in range(hit.last + 1, stop) if doc[at].lower_ in instruments), None)
    if thing is None:
        return
    end = next((at for at in range(thing, stop) if doc[at].lower_ in ("on", "concerning", "for", "of", "about")), stop)
    first = clause.clause_start(doc, hit.first)
    if end < stop and (doc[end].lower_ != "on" or not _day_follows(view, end)):
        place = find_place(view, first, end)
        occasion.place, occasion.place_country, occasion.venue = place.name, place.country, place.venue
        there_then(view, occasion, first, None)


def _day_follows(view: View, at: int) -> bool:
    return any(view.unit.start + d.start - view.end_of(at) in (0, 1) for d in view.dates(None))


def _after_thing(view: View, verb: Token) -> bool:
    """ "the Treaty on the border of the two states signed in May": what was signed stands in front, nothing behind."""
    doc = view.doc
    if verb.tag_ not in ("VBN", "VBD") or verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ not in _AFTER_SIGNED:
        return False
    for at in range(verb.i - 1, max(-1, verb.i - 16), -1):
        token = doc[at]
        if token.lower_ in view.lex.lists["instruments"]:
            return True
        mention = view.over(token)
        if token.pos_ in ("VERB", "AUX", "PRON") or token.is_punct or (mention and mention.kind in _PEOPLE):
            return False
    return False


def _with_us(view: View, verb: Token, side: Side) -> Side:
    """ "X spoke of the protocol signed with Y": X's and Y's."""
    root = next((token for token in view.doc if token.dep_ == "ROOT"), verb)
    if len(side.parties) == 1 and verb.dep_ == "acl" and root.i < verb.i:
        own = subject_side(view, root)
        if len(own.parties) == 1:
            side.parties = [*own.parties, *(p for p in side.parties if p not in own.parties)]
    return side


def _has_aux(verb: Token) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)

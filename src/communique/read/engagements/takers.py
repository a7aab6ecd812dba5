"""Who takes part in an occasion that a noun names: subject, "with X", "between X and Y", its own name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.phrase import Phrase
from communique.read.engagements.view import View
from communique.read.engagements.who import Side, collect, object_side, possessor, subject_side, with_side

if TYPE_CHECKING:
    from spacy.tokens import Token


_PREPARING = frozenset("preparations preparing prepare preparation ahead before towards outcomes".split())


def presence(phrase: Phrase) -> bool:
    """ "The meeting was attended by X" tells who else was there."""
    verb = phrase.verb
    return (
        verb is not None
        and phrase.happens
        and verb.lower_ in ("attended", "chaired", "led", "headed")
        and clause.passive(verb)
    )


def took_part(phrase: Phrase) -> bool:
    """ "The Ambassador took part in the talks", "X also attended the meeting": the same."""
    verb = phrase.verb
    if verb is None or phrase.head.lower_ not in ("talks", "meeting", "discussions", "audience", "negotiations"):
        return False
    joined = verb.lower_ in ("took", "taken", "participated", "joined") and phrase.role == "pobj:in"
    return joined or (verb.lower_ in ("attended", "joined") and phrase.role == "dobj")


def fill_people(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """Parties and people of a named occasion, by kind."""
    after = phrase.hits[-1].last + 1
    partners = _partners(view, phrase, occasion, after)
    side = _doers(view, phrase, occasion, partners) or possessor(view, phrase.head, None, after)
    if occasion.kind == "message":
        _correspondents(view, phrase, side, occasion)
        return
    if occasion.kind == "briefing":
        if phrase.verb is not None and not side:
            side = subject_side(view, phrase.verb)
        occasion.add_party(*side.parties[: 2 if "joint" in phrase.words else 1])
        occasion.add_people(side.people)
        return
    if occasion.place is None:
        _host_of(view, phrase, occasion)
    if occasion.kind == "multilateral":
        side = _of_gathering(view, phrase, occasion, side, after)
    if not side and occasion.kind in ("meeting", "call") and occasion.told == "named" and partners.people:
        side = _who_tells(view, phrase, partners)
        occasion.told = "side" if side else occasion.told
    if {p.name for p in side.people} & {p.name for p in partners.people}:
        side = Side()  # a pronoun that was settled on the partner
    for each in (side, partners):
        occasion.add_party(*each.parties)
        occasion.add_people(each.people)
    if occasion.kind in ("mechanism", "meeting", "call", "multilateral") and len(occasion.parties) < 2:
        occasion.add_party(*dict.fromkeys(_named_parties(view, phrase.first, after)))


def _who_tells(view: View, phrase: Phrase, partners: Side) -> Side:
    """ "X said after talks with Y": X's talks."""
    root = next((token for token in view.doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in ("VERB", "AUX") or phrase.first == 0:
        return Side()
    if view.doc[phrase.first - 1].lower_ not in ("after", "following", "during", "before", "in", "at", "since"):
        return Side()
    side = subject_side(view, root)
    return side if len(side.people) == 1 and not set(side.parties) & set(partners.parties) else Side()


def _partners(view: View, phrase: Phrase, occasion: Occasion, after: int) -> Side:
    """Those "with" whom, "between" whom, "from" whom; the occasion is closed where "with" names no state's people."""
    partners = with_side(view, after, phrase.stop)
    occasion.closed = not partners and any(t.lower_ == "with" for t in view.doc[after : min(phrase.stop, after + 3)])
    if not partners and phrase.shared is not None:
        partners = with_side(view, phrase.shared, phrase.first)
    received = phrase.verb is not None and phrase.verb.lower_.startswith("receiv")
    if not partners and received and phrase.hits[0].entry.kind in ("call", "meeting"):
        partners = _after_word(view, "from", after, phrase.stop)
    return partners


def _doers(view: View, phrase: Phrase, occasion: Occasion, partners: Side) -> Side:
    """The subject of the verb that tells the occasion, or its agent; what "with" adds goes to ``partners``."""
    side, verb = Side(), phrase.verb
    if verb is None or occasion.told == "named":
        return side
    passive = clause.passive(verb)
    if not passive and phrase.performed:
        side.add(_chairs(view, verb) or subject_side(view, verb))
        subject = clause.subject(verb)
        nobody = not side and subject is not None and subject.lower_ not in ("it", "there")
        if nobody and occasion.kind == "mechanism" and subject is not None:
            nobody = subject.lower_ not in view.lex.lists["body-nouns"]  # "the commission will hold its next session"
        occasion.closed = occasion.closed or nobody
    if passive or phrase.happens:
        for at in range(verb.i + 1, phrase.stop if phrase.stop > verb.i else clause.reach(view.doc, verb.i)):
            if view.doc[at].lower_ == "by":
                side.add(object_side(view, at + 1, clause.reach(view.doc, at)))
                break
        if not partners:
            partners.add(with_side(view, verb.i, clause.reach(view.doc, verb.i)))
    return side


def _of_gathering(view: View, phrase: Phrase, occasion: Occasion, side: Side, after: int) -> Side:
    """A gathering of many states: its organisation first, and who attends or hosts it."""
    verb = phrase.verb
    near = view.between(phrase.first, min(phrase.stop, after + 12))
    bodies = [m.parties[0] for m in near if m.kind == "organisation" and m.parties]
    occasion.org = bool(bodies)
    occasion.add_party(*(view.lex.owners.get(body, body) for body in bodies[:1]))
    ahead = bool({t.lower_ for t in view.doc[max(0, phrase.first - 3) : phrase.first]} & _PREPARING)
    if not side and not ahead and (verb is None or phrase.role.startswith("pobj") or phrase.role == "dobj"):
        root = verb or next((t for t in view.doc if t.dep_ == "ROOT"), None)
        side = _attending(view, root) if root is not None and root.pos_ in ("VERB", "AUX") else side
        if side and verb is not None and phrase.role == "pobj:at" and verb.lower_.startswith(("see", "meet", "met")):
            side.add(object_side(view, verb.i + 1, phrase.first))
    hosted = phrase.performed and verb is not None and verb.lower_.startswith("host")
    if hosted and occasion.place is None and len(side.parties) == 1:
        occasion.place, occasion.place_country = view.lex.country_name(side.parties[0]), side.parties[0]
    return side


def _chairs(view: View, verb: Token) -> Side:
    """Those before "co-chaired": it takes two."""
    if verb.i < 2 or not verb.lower_.startswith("chair") or view.doc[verb.i - 2].lower_ != "co":
        return Side()
    start = clause.clause_start(view.doc, verb.i)
    side = collect(m for m in view.between(start, verb.i) if m.kind in ("person", "office", "joint", "pronoun"))
    return side if len(side.parties) > 1 else Side()


def names_partner(view: View, phrase: Phrase, occasion: Occasion) -> bool:
    """ "made the remarks during his talks with X": the talks are told here, though by the way."""
    partners = with_side(view, phrase.hits[-1].last + 1, phrase.stop)
    return bool(partners.people) and len(occasion.parties) == 2 and occasion.kind in ("meeting", "call", "mechanism")


def _host_of(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """ "The 13th session will be hosted by Malawi" is in Malawi."""
    doc = view.doc
    for at in range(phrase.head.i, min(len(doc), phrase.head.i + 25) - 2):
        if doc[at].lower_ == "hosted" and doc[at + 1].lower_ == "by":
            host = object_side(view, at + 2, clause.reach(doc, at + 1))
            if len(host.parties) == 1 and not host.people:
                town = next(
                    (m.name for m in view.between(at + 2, at + 4) if m.name in view.lex.capitals.values()), None
                )
                occasion.place, occasion.place_country = town or view.lex.country_name(host.parties[0]), host.parties[0]
            return


def _attending(view: View, verb: Token) -> Side:
    """Those who see each other "at the summit", or work for its success: the sides or people that are the subject."""
    side = subject_side(view, verb)
    return side if side.plural or side.people else Side()


def _named_parties(view: View, first: int, stop: int) -> list[str]:
    """The parties in the name itself: the two of "India-Ghana Foreign Office Consultations", else all."""
    named = [m for m in view.between(first, stop) if m.kind in ("adjective", "country", "organisation")]
    if len(named) == 1 and named[0].kind == "country" and not set(named[0].parties) & set(view.scene.sides):
        return []  # "Foreign Office Consultations" are not London's
    for left, right in pairwise(named):
        if view.scene.text[left.end : right.start].strip() in ("-", "–", "—", "/", "and", "‑"):
            return [*left.parties, *right.parties]
    return [p for m in named for p in m.parties]


def _after_word(view: View, word: str, start: int, stop: int) -> Side:
    for at in range(start, stop):
        if view.doc[at].lower_ == word:
            return object_side(view, at + 1, stop)
    return Side()


def _correspondents(view: View, phrase: Phrase, side: Side, occasion: Occasion) -> None:
    """Sender and addressee of a letter, a cable, a note."""
    doc, verb = view.doc, phrase.verb
    received = verb is not None and verb.lower_.startswith(("receiv", "got"))
    sender, addressee = (Side(), side) if received else (side, Side())
    for at in range(phrase.head.i + 1, phrase.stop):
        if doc[at].lower_ == "from":
            sender = object_side(view, at + 1, _until(doc, at + 1, phrase.stop, ("to", "on", "in")))
        elif doc[at].lower_ == "with" and verb is not None and verb.lower_.startswith(("lodg", "made", "mak", "rais")):
            addressee = object_side(view, at + 1, phrase.stop)
        elif doc[at].lower_ == "to" and at + 1 < phrase.stop and doc[at + 1].tag_ != "VB":
            addressee = object_side(view, at + 1, _until(doc, at + 1, phrase.stop, ("on", "from")))
            break
    if verb is not None and not addressee and not received:
        addressee = _to_whom(view, verb)
    if verb is not None and not addressee and not received:
        for child in verb.children:
            if child.dep_ in ("dative", "iobj"):
                addressee = object_side(view, child.left_edge.i, child.right_edge.i + 1)
    for each in (sender, addressee):
        occasion.add_party(*each.parties)
        occasion.add_people(each.people)


def _to_whom(view: View, verb: Token) -> Side:
    """ "the President, to whom she delivered a letter": the one named before."""
    doc = view.doc
    for at in range(verb.i - 1, max(0, verb.i - 8), -1):
        if doc[at].lower_ == "whom" and doc[at - 1].lower_ == "to":
            before = [m for m in view.between(0, at - 1) if m.kind in ("person", "office") and m.parties]
            return collect(before[-1:])
    return Side()


def _until(doc: object, start: int, stop: int, words: tuple[str, ...]) -> int:
    for at in range(start, stop):
        if doc[at].lower_ in words:  # type: ignore[index]
            return at
    return stop

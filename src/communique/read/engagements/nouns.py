"""Occasions that a noun names: "held talks with", "his visit to Beijing", "the 16th meeting of the Committee"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.read.dates import duration_days
from communique.read.dates.words import ordinal_of
from communique.read.engagements import clause
from communique.read.engagements.classify import kind_of
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.view import View
from communique.read.engagements.when import due, looks_ahead, looks_back, pick_date, set_date, status_of, tense_for
from communique.read.engagements.where import find_place
from communique.read.engagements.who import Side, collect, object_side, possessor, subject_side, with_side

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK_ROLES = frozenset(f"pobj:{word}" for word in "during at after following before in on of throughout for to prior through by upon since from".split())
_OBJECT_ROLES = frozenset({"dobj", "attr", "oprd", "pobj:in", "pobj:at", "pobj:over", "pobj:on", "pobj:for", "npadvmod", "dative", "conj"})
_LEVELS = ("state", "official", "working", "private")
_MANY = frozenset({"trilateral", "quadrilateral", "multilateral", "three", "four", "five", "joint"})
_WEEK_OR_MONTH = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names an occasion: its ``head``, the hits in it, where it begins, the words in it."""

    head: Token
    hits: list[Hit]
    first: int
    words: frozenset[str]
    verb: Token | None
    role: str
    stop: int
    shared: int | None = None

    @property
    def performed(self) -> bool:
        """Whether the verb above takes the occasion as its object."""
        return self.verb is not None and self.role in _OBJECT_ROLES

    @property
    def happens(self) -> bool:
        """Whether the occasion is the subject of the verb above."""
        return self.verb is not None and self.role in ("nsubj", "nsubjpass")


def phrases(view: View, hits: list[Hit]) -> Iterator[Phrase]:
    """The noun phrases that the hits stand in; hits in one phrase ("meeting of the Committee") go together."""
    doc = view.doc
    heads: dict[int, list[Hit]] = {}
    by_token = {at: hit for hit in hits for at in range(hit.first, hit.last + 1)}
    for hit in hits:
        head = _head(doc[hit.last], by_token)
        if head is not None:
            heads.setdefault(head.i, []).append(hit)
    for index in sorted(heads):
        head = doc[index]
        verb, role = clause.governor(head)
        relative = _relative_verb(view, head)
        if relative is not None:
            verb, role = relative, "nsubj"
        first = _phrase_start(view, min(index, *(hit.first for hit in heads[index])))
        last = max(index, *(h.last for h in heads[index]))
        words = frozenset(token.lower_ for token in doc[first : last + 1])
        stop = clause.reach(doc, last) if relative is None else clause.reach(doc, relative.i)
        fronted = first > 0 and first < 7 and doc[first - 1].pos_ in ("ADP", "PART", "SCONJ", "ADV") and (verb is None or head.i < verb.i)
        if fronted and relative is None:
            stop = next((at for at in range(last + 1, stop) if doc[at].text == ","), stop)  # "Prior to the summit, on 8 August, ..."
        yield Phrase(head, heads[index], first, words, verb, role, _past_relative(view, stop))


def _relative_verb(view: View, head: Token) -> Token | None:
    """ "negotiations on which began in May": the verb of what happens to the occasion."""
    doc, at = view.doc, head.i + 1
    if at + 1 < len(doc) and doc[at].lower_ == "that" and doc[at + 1].lower_ in view.lex.occur and doc[at + 1].tag_ in ("VBD", "VBZ", "VBP"):
        return doc[at + 1]
    if at + 2 < len(doc) and doc[at].tag_ == "IN" and doc[at + 1].lower_ == "which":
        return next((token for token in doc[at + 2 : at + 9] if token.lower_ in view.lex.occur and token.tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB")), None)
    return None


def _past_relative(view: View, stop: int) -> int:
    """ "the visit to Warsaw, which is being arranged for October": such a clause belongs to the phrase."""
    doc = view.doc
    at = stop + 1 if stop < len(doc) and doc[stop].text in (",", "(") else stop
    if at + 2 < len(doc) and doc[at].lower_ == "to" and (doc[at + 1].lower_ == "take" or (doc[at + 1].lower_ == "be" and doc[at + 2].lower_ in view.lex.occur)):
        return clause.reach(doc, at + 2)
    if at < len(doc) and doc[at].lower_ == "which":
        verb = next((token for token in doc[at + 1 : at + 6] if token.pos_ == "VERB"), None)
        if verb is not None and verb.lower_ in view.lex.occur and verb.lower_ not in ("followed", "set", "marked"):
            return clause.reach(doc, verb.i)
    return stop


def _phrase_start(view: View, at: int) -> int:
    """Where the noun phrase begins whose noun is at ``at``: articles, adjectives, numbers, names, genitives before it."""
    doc = view.doc
    while at > 0:
        before = doc[at - 1]
        if before.lower_ == "following" and (at < 2 or doc[at - 2].lower_ != "the"):
            break
        covered = view.over(before)
        joined = before.text in ("-", "–", "/", "'", "’") or before.tag_ in ("POS", "PRP$", "HYPH", "VBN", "WP$") or before.dep_ in ("amod", "poss", "compound", "nummod")
        listed = before.text == "," and doc[at].dep_ == "amod" and at > 1 and doc[at - 2].pos_ == "ADJ"
        named = covered is not None and covered.kind in ("adjective", "country", "organisation", "person") and before.lower_ != "the" and before.pos_ != "VERB"
        if before.pos_ not in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and not joined and not listed and not named:
            break
        at -= 1
    return at


def _head(token: Token, by_token: dict[int, Hit]) -> Token | None:
    """The head of the phrase that a hit is in; ``None`` where the hit only qualifies another noun ("summit declaration")."""
    for _ in range(4):
        if token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN"):
            above = token.head
            if above.i not in by_token and not _WEEK_OR_MONTH.match(above.text):
                if above.dep_ in ("compound",) and above.head.i in by_token:
                    token = above
                    continue
                return None
            if above.i not in by_token:
                return token
            token = above
            continue
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "under") and token.head.head.i in by_token and token.head.head.i < token.i:
            token = token.head.head
            continue
        if token.dep_ == "poss" and token.head.i in by_token:
            token = token.head
            continue
        return token
    return token


def noun_occasions(view: View, hits: list[Hit]) -> list[Occasion]:
    """All occasions named by nouns in the unit."""
    out: list[Occasion] = []
    for phrase in phrases(view, hits):
        if _inside_a_name(view, phrase):
            continue
        kind, rules = kind_of(view, phrase)
        if kind is None:
            continue
        if kind == "visit":
            from communique.read.engagements.visits import noun_visits

            out += noun_visits(view, phrase, rules)
            continue
        occasion = _build(view, phrase, kind, rules)
        if occasion is not None:
            out += split(view, phrase, occasion)
    return out


def _inside_a_name(view: View, phrase: Phrase) -> bool:
    """Whether the noun is part of a title or of an organisation's name ("the Central Military Commission")."""
    mention = view.over(phrase.head)
    if mention is not None and mention.kind in ("person", "office", "joint"):
        return True
    text = view.text(phrase.first, max(phrase.stop, phrase.head.i + 1)).lower()
    return any(name in text for name in ("central committee", "european commission", "military commission", "party congress", "central foreign affairs commission"))


def skipped(view: View, phrase: Phrase) -> bool:
    """Whether the phrase is wished, refused, denied or general."""
    verb = phrase.verb
    if any(child.lower_ in ("no", "any") and child.dep_ == "det" for child in phrase.head.children):
        return True
    if verb is None:
        return False
    carrier = clause.finite(verb)
    arranged = any(child.dep_ == "acl" and child.lower_ in view.lex.planning for child in phrase.head.children)
    if (clause.negated(verb) or clause.negated(carrier) or clause.conditional(verb)) and not arranged:
        return True
    if phrase.role.startswith("pobj") and phrase.role not in ("pobj:in", "pobj:at", "pobj:on", "pobj:to", "pobj:of", "pobj:for"):
        return False
    token = verb
    if token.lower_ in view.lex.wishing and phrase.performed and not token.lower_.startswith(("call", "welcom", "discuss", "prepar")):
        return True
    for _ in range(3):
        if token.dep_ not in ("xcomp", "ccomp", "conj", "advcl", "pcomp", "prep") or token.head == token:
            break
        above = token.head
        if token.dep_ == "conj":
            token = above
            continue
        if token.tag_ == "VB" and above.lower_ in view.lex.wishing and above.lower_ not in view.lex.planning:
            return True
        if token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children) and above.pos_ in ("NOUN", "ADJ") and above.lower_ in view.lex.wishing:
            return True
        token = above
    return False


def split(view: View, phrase: Phrase, occasion: Occasion) -> list[Occasion]:
    """Somebody's exchanges with people of several countries are as many meetings."""
    if occasion.kind not in ("meeting", "call") or occasion.told == "named" or len(occasion.parties) < 3:
        return [occasion]
    if phrase.words & {"trilateral", "joint", "quadrilateral", "group"} or phrase.verb is None:
        return [occasion]
    own = subject_side(view, phrase.verb)
    if len(own.parties) != 1:
        return [occasion]
    out = []
    for code in occasion.parties:
        if code in own.parties:
            continue
        copy = replace(occasion, parties=[], people=[])
        copy.add_party(*own.parties, code)
        copy.add_people([p for p in occasion.people if p.country in (own.parties[0], code)])
        out.append(copy)
    return out


def ordinal_before(view: View, first: int, last: int) -> int | None:
    """ "the third Joint Committee meeting" is 3; "its maiden session" 1; none for "the first half"."""
    doc = view.doc
    for at in range(last, first - 1, -1):
        lower = doc[at].lower_
        if lower in ("maiden", "inaugural", "first-ever"):
            return 1
        if doc[at].pos_ in ("ADJ", "NUM", "ADV", "NOUN", "PROPN", "X") or doc[at].tag_ == "JJ":
            number = ordinal_of(lower)
            if number is not None and lower not in ("a", "an") and (lower[0].isdigit() is False or lower[-2:] in ("st", "nd", "rd", "th")):
                if at >= 2 and doc[at - 1].text == "-" and ordinal_of(f"{doc[at - 2].lower_}-{lower}"):
                    return ordinal_of(f"{doc[at - 2].lower_}-{lower}")
                return number
    return None


def bounds(view: View, phrase: Phrase) -> tuple[int, int]:
    """The tokens in which date and place of the occasion are looked for."""
    verb = phrase.verb
    if verb is not None and (phrase.shared or phrase.performed and verb.lower_ in view.lex.light or phrase.happens and verb.lower_ in view.lex.occur):
        first = min(clause.clause_start(view.doc, verb.i), phrase.first)
        return first, max(phrase.stop, clause.reach(view.doc, max(verb.i, phrase.head.i)))
    return phrase.first, phrase.stop


def told(view: View, phrase: Phrase) -> str:
    """How the phrase tells its occasion (see ``Occasion``)."""
    verb = phrase.verb
    if phrase.shared is not None:
        return "main"
    if verb is not None and (phrase.performed and verb.lower_ in view.lex.light or phrase.happens and verb.lower_ in view.lex.occur):
        return told_by(verb)
    return "named"


def told_by(verb: Token) -> str:
    """``main`` where the verb is of the main clause, or of what was announced ("it was revealed when ...")."""
    token = verb
    for _ in range(4):
        if token.dep_ == "ROOT":
            return "main"
        if token.dep_ in ("conj", "xcomp") or (token.dep_ == "ccomp" and token.head.dep_ == "ROOT"):
            token = token.head
            continue
        break
    return "side"


def _build(view: View, phrase: Phrase, kind: str, rules: list[str]) -> Occasion | None:
    if skipped(view, phrase):
        return None
    _co_chaired(view, phrase)
    how = told(view, phrase)
    first, stop = bounds(view, phrase)
    occasion = Occasion(kind, view.unit, view.span(first, stop), view.span(phrase.hits[0].first, phrase.hits[-1].last + 1), rules, how)
    occasion.words = phrase.words
    occasion.definite = _definite(phrase)
    verb = phrase.verb if how != "named" else None
    ahead = (how == "named" and looks_ahead(view, phrase.first)) or due(view, phrase.head.i, stop)
    tense = "past" if how == "named" and looks_back(view, phrase.first) else tense_for(view, verb, phrase.words, ahead)
    dated = pick_date(view, tense, first, stop, phrase.head.i)
    if dated is not None and dated.precision == "day" and _day_of_journey(view, phrase, dated.start):
        dated = None
    occasion.status = status_of(view, verb, phrase.words, view.anchor, dated, ahead)
    if how == "named" and occasion.status == "held" and phrase.verb is not None and not phrase.role.startswith("pobj") and phrase.performed:
        occasion.status = status_of(view, phrase.verb, phrase.words, view.anchor, dated)
    set_date(occasion, dated)
    place = find_place(view, first, stop)
    occasion.place, occasion.place_country, occasion.venue = place.name, place.country, place.venue
    occasion.ordinal = ordinal_before(view, phrase.first, phrase.head.i)
    _people(view, phrase, occasion)
    if how == "named" and _points_back(phrase, occasion):
        occasion.told = "side" if _names_partner(view, phrase, occasion) else "back"
    if _presence(phrase) and occasion.definite and occasion.first is None and occasion.ordinal is None and occasion.place is None:
        occasion.told, occasion.people, occasion.parties = "back", [], []
    _rounds(view, phrase, occasion)
    if occasion.kind == "multilateral" and len(occasion.parties) == 2 and not occasion.org and "ministers" in phrase.words and set(occasion.parties) == set(view.scene.sides):
        occasion.kind = "mechanism" if occasion.ordinal else "meeting"
    if occasion.kind in ("meeting", "mechanism") and len(occasion.parties) > 2 and phrase.words & _MANY:
        occasion.kind = "multilateral"
    return occasion


def _day_of_journey(view: View, phrase: Phrase, start: int) -> bool:
    """ "arrived on Friday to attend the summit": Friday is the day of the arrival."""
    verb = phrase.verb
    if verb is None or verb.dep_ not in ("advcl", "xcomp") or verb.tag_ != "VB" or view.at(verb.i) < view.unit.start + start:
        return False
    return verb.head.lower_.startswith(("arriv", "left", "leav", "depart", "flew", "fly", "travel", "land"))


def _co_chaired(view: View, phrase: Phrase) -> None:
    """ "will meet X and co-chair with Y the third committee meeting": the parser takes "co-chair" for a noun."""
    if phrase.performed and phrase.verb is not None and phrase.verb.lower_ in view.lex.light:
        return
    doc = view.doc
    for at in range(phrase.first - 1, max(1, phrase.first - 25), -1):
        if doc[at].lower_.startswith("chair") and doc[at - 1].text == "-" and doc[at - 2].lower_ == "co" and doc[at].pos_ != "VERB":
            root = next((token for token in doc if token.dep_ == "ROOT"), None)
            if root is not None and root.i < at and doc[at].lower_ in ("chair", "chaired", "chairs"):
                phrase.verb, phrase.role, phrase.shared = root, "dobj", at
            return


def _definite(phrase: Phrase) -> bool:
    return any(child.lower_ in ("the", "this", "their", "these", "our") for child in phrase.head.children if child.dep_ in ("det", "poss"))


def _presence(phrase: Phrase) -> bool:
    """ "The meeting was attended by X" tells who else was there."""
    verb = phrase.verb
    return verb is not None and phrase.happens and verb.lower_ in ("attended", "chaired", "led", "headed") and clause.passive(verb)


def _points_back(phrase: Phrase, occasion: Occasion) -> bool:
    """ "At the talks, ..." tells nothing of its own."""
    bare = occasion.first is None and occasion.ordinal is None and occasion.place is None
    return bare and (phrase.role in _BACK_ROLES or phrase.role in ("nsubj", "nsubjpass", ""))


def _chairs(view: View, verb: Token) -> Side:
    """Those before "co-chaired": it takes two."""
    if verb.i < 2 or not verb.lower_.startswith("chair") or view.doc[verb.i - 2].lower_ != "co":
        return Side()
    start = clause.clause_start(view.doc, verb.i)
    side = collect(m for m in view.between(start, verb.i) if m.kind in ("person", "office", "joint", "pronoun"))
    return side if len(side.parties) > 1 else Side()


def _names_partner(view: View, phrase: Phrase, occasion: Occasion) -> bool:
    """ "made the remarks during his talks with X": the talks are told here, though by the way."""
    partners = with_side(view, phrase.hits[-1].last + 1, phrase.stop)
    return bool(partners.people) and len(occasion.parties) == 2 and occasion.kind in ("meeting", "call", "mechanism")


def _people(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """Parties and people of a named occasion, by kind."""
    verb, after = phrase.verb, phrase.hits[-1].last + 1
    side = Side()
    told_with_verb = occasion.told != "named"
    partners = with_side(view, after, phrase.stop)
    occasion.closed = not partners and any(t.lower_ == "with" for t in view.doc[after : min(phrase.stop, after + 3)])
    if not partners and phrase.shared is not None:
        partners = with_side(view, phrase.shared, phrase.first)
    if not partners and phrase.hits[0].entry.kind in ("call", "meeting") and verb is not None and verb.lower_.startswith("receiv"):
        partners = _after_word(view, "from", after, phrase.stop)
    if verb is not None and told_with_verb and not clause.passive(verb) and phrase.performed:
        side.add(_chairs(view, verb) or subject_side(view, verb))
        occasion.closed = occasion.closed or (not side and clause.subject(verb) is not None)
    if verb is not None and told_with_verb and (clause.passive(verb) or phrase.happens):
        for at in range(verb.i + 1, phrase.stop if phrase.stop > verb.i else clause.reach(view.doc, verb.i)):
            if view.doc[at].lower_ == "by":
                side.add(object_side(view, at + 1, clause.reach(view.doc, at)))
                break
        if not partners:
            partners = with_side(view, verb.i, clause.reach(view.doc, verb.i))
    if not side:
        side.add(possessor(view, phrase.head, None, after))
    if occasion.kind == "message":
        _correspondents(view, phrase, side, occasion)
        return
    if occasion.kind == "briefing":
        if verb is not None and not side:
            side = subject_side(view, verb)
        occasion.add_party(*side.parties[: 2 if "joint" in phrase.words else 1])
        occasion.add_people(side.people)
        return
    if occasion.place is None:
        _host_of(view, phrase, occasion)
    inside = collect((m for m in view.between(phrase.first, after) if m.kind in ("adjective", "country", "organisation")), adjectives=True)
    named = _named_parties(view, phrase.first, after)
    if occasion.kind == "multilateral":
        bodies = [m.parties[0] for m in view.between(phrase.first, min(phrase.stop, after + 12)) if m.kind == "organisation" and m.parties]
        occasion.org = bool(bodies)
        occasion.add_party(*(view.lex.owners.get(body, body) for body in bodies[:1]))
        if not side and (verb is None or phrase.role.startswith("pobj") or phrase.role == "dobj"):
            root = verb or next((t for t in view.doc if t.dep_ == "ROOT"), None)
            side = _attending(view, root) if root is not None and root.pos_ in ("VERB", "AUX") else side
        if phrase.performed and verb is not None and verb.lower_.startswith("host") and occasion.place is None and len(side.parties) == 1:
            occasion.place, occasion.place_country = view.lex.country_name(side.parties[0]), side.parties[0]
    if {p.name for p in side.people} & {p.name for p in partners.people}:
        side = Side()  # a pronoun that was settled on the partner
    occasion.add_party(*side.parties)
    occasion.add_people(side.people)
    occasion.add_party(*partners.parties)
    occasion.add_people(partners.people)
    if occasion.kind in ("mechanism", "meeting", "call", "multilateral") and len(occasion.parties) < 2:
        occasion.add_party(*dict.fromkeys(named or inside.parties))


def _host_of(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """ "The 13th session will be hosted by Malawi" is in Malawi."""
    doc = view.doc
    for at in range(phrase.head.i, min(len(doc), phrase.head.i + 25) - 2):
        if doc[at].lower_ == "hosted" and doc[at + 1].lower_ == "by":
            host = object_side(view, at + 2, clause.reach(doc, at + 1))
            if len(host.parties) == 1 and not host.people:
                occasion.place, occasion.place_country = view.lex.country_name(host.parties[0]), host.parties[0]
            return


def _attending(view: View, verb: Token) -> Side:
    """Those who see each other "at the summit", or work for its success: the sides or people that are the subject."""
    side = subject_side(view, verb)
    return side if side.plural or side.people else Side()


def _named_parties(view: View, first: int, stop: int) -> list[str]:
    """The parties in the name itself: the two of "India-Ghana Foreign Office Consultations", else all."""
    named = [m for m in view.between(first, stop) if m.kind in ("adjective", "country", "organisation")]
    for left, right in zip(named, named[1:], strict=False):
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
        elif doc[at].lower_ == "to" and at + 1 < phrase.stop and doc[at + 1].tag_ != "VB":
            addressee = object_side(view, at + 1, _until(doc, at + 1, phrase.stop, ("on", "from")))
            break
    if verb is not None and not addressee and not received:
        for child in verb.children:
            if child.dep_ in ("dative", "iobj"):
                addressee = object_side(view, child.left_edge.i, child.right_edge.i + 1)
    for each in (sender, addressee):
        occasion.add_party(*each.parties)
        occasion.add_people(each.people)


def _until(doc: object, start: int, stop: int, words: tuple[str, ...]) -> int:
    for at in range(start, stop):
        if doc[at].lower_ in words:  # type: ignore[index]
            return at
    return stop


def _rounds(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """ "Nine rounds of negotiations followed, the last of them in Urumqi in April": the ninth, there and then."""
    if "rounds" not in phrase.words or phrase.verb is None:
        return
    doc = view.doc
    for at in range(phrase.stop - 1, len(doc) - 1):
        if doc[at].lower_ in ("last", "latest") and doc[at + 1].lower_ in ("of", "in", "on", ","):
            stop = clause.reach(doc, at)
            place = find_place(view, at, stop)
            if place.name:
                occasion.place, occasion.place_country = place.name, place.country
            set_date(occasion, pick_date(view, "past", at, stop, at))
            from communique.read.dates.words import number_of

            numbers = [number_of(token.lower_) for token in doc[phrase.first : phrase.head.i]]
            occasion.ordinal = next((n for n in numbers if n), None)
            occasion.span = view.span(phrase.first, stop)
            return


def length_of_stay(view: View, first: int, stop: int) -> int | None:
    """ "a three-day visit" is 3."""
    return duration_days(view.text(first, stop))


def level_of(words: frozenset[str]) -> str | None:
    """The level of a visit by the words before it."""
    return next((level for level in _LEVELS if level in words), None)

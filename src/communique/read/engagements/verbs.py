"""Occasions that a verb tells: "met with X", "was received by", "will visit China", "signed an agreement"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.dates.words import number_of, ordinal_of
from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.signings import signing
from communique.read.engagements.telling import NO_PARTICIPLE, agent_side, base, follows, unreal
from communique.read.engagements.view import ACTORS, View
from communique.read.engagements.who import OF_BOTH, Side, collect, object_side, pronoun_side, subject_side, with_side

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.scene import Mention

_OPEN = frozenset({"DET", "ADV", "ADP", "ADJ", "NUM", "PROPN", "PART", "PRON", "CCONJ", "PUNCT", "SYM"})
_TIME_NOUNS = frozenset(
    "today yesterday tomorrow morning afternoon evening night day week month year monday tuesday wednesday thursday "
    "friday saturday sunday time times counterpart counterparts delegation delegations envoy envoys colleague "
    "colleagues group team members lawmakers".split()
)
_BEGINNINGS = frozenset("launch creation establishment inception foundation founding inauguration birth start".split())
_CALLING_TO = frozenset(
    "discuss convey bid present pay deliver brief hand exchange extend review mark submit take express offer wish "
    "say".split()
)
_AFTER_CALL = frozenset(
    "today yesterday on this last earlier late early and after before again tonight from by in at about regarding "
    "concerning following who monday tuesday wednesday thursday friday saturday sunday during ahead".split()
)


def verb_occasions(view: View, hits: list[Hit]) -> list[Occasion]:
    """All occasions told by verbs in the unit, but visits, which ``trips`` reads."""
    out: list[Occasion] = []
    settled = -1
    for hit in hits:
        verb = view.doc[hit.first]
        if verb.dep_ in NO_PARTICIPLE or hit.first == settled or unreal(view, verb):
            continue
        before = len(out)
        if hit.entry.object == "person":
            out += _with_person(view, hit, verb)
        elif hit.entry.kind == "signing":
            out += signing(view, hit, verb)
        elif hit.entry.kind == "briefing":
            out += _briefing(view, hit, verb)
        elif hit.entry.kind == "call":
            out += _with_person(view, hit, verb)
        elif hit.entry.object == "none":
            out += _body_meets(view, hit, verb, clause.reach(view.doc, hit.last))
        elif hit.entry.object in ("venue", "any") and hit.entry.kind == "ceremony":
            out += _ceremony(view, hit, verb)
        elif hit.entry.object == "venue":
            out += _called_to_ministry(view, hit, verb)
        if len(out) > before:
            settled = hit.first
    return out


def _with_person(view: View, hit: Hit, verb: Token) -> list[Occasion]:
    doc = view.doc
    stop = clause.reach(doc, hit.last)
    near = _past_name(view, hit.last + 1) if hit.entry.kind == "meeting" else stop
    if _of_another_sense(view, hit, stop) or not follows(view, hit, hit.last + 1, min(stop, max(near, hit.last + 2))):
        return []
    airport = any(token.lower_ in ("airport", "arrival") for token in doc[hit.last + 1 : stop])
    if airport or (clause.passive(verb) and hit.rule.endswith("/meet")):
        return []  # "was met at the airport by" is a welcome
    if clause.passive(verb):
        actor = agent_side(view, verb, stop)
        other = subject_side(view, verb)
        if not other:
            return []
        if not actor and hit.rule.endswith("/summon"):
            actor = Side([view.scene.home] if view.scene.home else [])
        return _told(view, hit, verb, stop, actor, other) if actor else []
    if hit.rule.endswith(("/speak-to", "/call-on", "/host", "/receive")) and not _person_like(view, hit.last + 1, stop):
        return []
    if hit.rule.endswith("/meet") and (bodies := _body_meets(view, hit, verb, stop)):
        return bodies
    other = _object(view, hit, stop)
    subject = subject_side(view, verb)
    if not other and not (subject.plural and hit.rule.endswith(("/meet", "/speak-by-phone"))):
        return []
    if (
        not subject
        and view.scene.home
        and view.scene.home not in other.parties
        and (hit.rule.endswith("/summon") or _own_office(view, verb))
    ):
        subject = Side([view.scene.home])
    head = clause.subject(verb)
    named = subject.people or other.people or (head is not None and head.lower_ in OF_BOTH)
    if hit.rule.endswith("/meet") and not (named or _officials(view, verb.i, stop)):
        return []  # "Ghana met Togo": teams
    return _told(view, hit, verb, stop, subject, other)


def _of_another_sense(view: View, hit: Hit, stop: int) -> bool:
    """ "called the day historic", "called on all to disarm", "welcomed the Minister's decision"."""
    if hit.rule.endswith("/call-person"):
        return not _rings(view, hit)
    if hit.rule.endswith("/call-on"):
        return _asks(view, hit, stop)
    if hit.rule.endswith("/see") and any(t.lower_ == "off" for t in view.doc[hit.last + 1 :]):
        return True  # "was seen off at the airport"
    return hit.rule.endswith(("/host", "/receive", "/see")) and _of_somebody(view, hit)


def _past_name(view: View, at: int) -> int:
    """A little past the name that stands at token ``at`` ("welcomed the President of X, Y Z, to Kazan")."""
    doc, reached = view.doc, view.at(at)
    for mention in view.between(at, min(len(doc), at + 20)):
        if mention.start - reached > 6:
            break
        reached = mention.end
    after = next((i for i in range(at, len(doc)) if view.at(i) >= reached), len(doc))
    if after < len(doc) and doc[after].text == ",":  # a name that nobody knows: "the Premier of X, Dato' Y Z, to Kazan"
        after = next((i for i in range(after + 1, min(len(doc), after + 9)) if doc[i].text == ","), after)
    return min(len(doc), max(after + 5, at + 8))


def _of_somebody(view: View, hit: Hit) -> bool:
    """ "welcomed the Prime Minister's decision": what is received is somebody's, nobody himself."""
    first = next(iter(view.between(hit.last + 1, min(len(view.doc), hit.last + 9))), None)
    return first is not None and view.scene.text[first.end : first.end + 2] in ("'s", "’s", "' ", "’ ")


def _rings(view: View, hit: Hit) -> bool:
    """ "called President Lund on Monday" is a call; "called the day historic", "called him to account" are none."""
    doc = view.doc
    first = next(iter(view.between(hit.last + 1, min(len(doc), hit.last + 4))), None)
    if first is None or first.kind not in ("person", "office") or first.parties == ():
        return False
    if any(child.dep_ in ("oprd", "ccomp") for child in doc[hit.first].children):
        return False
    at = next((token.i for token in doc[hit.last + 1 :] if view.at(token.i) >= first.end), len(doc))
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        country = view.over(doc[at + 1]) or (view.over(doc[at + 2]) if at + 2 < len(doc) else None)
        if country is not None:
            at = next((token.i for token in doc[at:] if view.at(token.i) >= country.end), len(doc))
    if at >= len(doc):
        return True
    if doc[at].lower_ == "to":
        return at + 1 < len(doc) and doc[at + 1].tag_ == "VB"
    return doc[at].text in (",", ".", ";") or doc[at].lower_ in _AFTER_CALL


def _own_office(view: View, verb: Token) -> bool:
    """ "The Prime Minister" without name or country, as the subject: the outlet's own."""
    head = clause.subject(verb)
    mention = view.over(head) if head is not None else None
    return mention is not None and mention.kind == "office" and not mention.parties


def _officials(view: View, verb: int, stop: int) -> bool:
    """Whether those who meet are officials, ministers, delegations."""
    if any(token.lower_ in ("two", "both") for token in view.doc[max(0, verb - 6) : verb]):
        return True
    return any(m.kind in ("office", "joint", "person", "pronoun") for m in view.between(0, stop))


def _person_like(view: View, start: int, stop: int) -> bool:
    if start < stop and view.doc[start].tag_ == "PRP":
        return True
    return any(
        m.kind in ("person", "office", "pronoun") and (m.parties or m.persons)
        for m in view.between(start, min(stop, start + 20))
    )


def _asks(view: View, hit: Hit, stop: int) -> bool:
    """ "called on the parties to return": no visit, a request."""
    doc = view.doc
    for at in range(hit.last + 1, min(len(doc) - 1, stop + 2)):
        if doc[at].tag_ == "TO" and doc[at + 1].tag_ == "VB":
            return doc[at + 1].lower_ not in _CALLING_TO
    return False


def _object(view: View, hit: Hit, stop: int) -> Side:
    """The partner: the actor right after the verb, or after "with" or "to" later in the clause."""
    doc = view.doc
    start = hit.last + 1
    if start < stop and doc[start].text == ",":  # "received, at the Ministry today, the Ambassador"
        start = next((at + 1 for at in range(start + 1, min(stop, start + 16)) if doc[at].text == ","), start)
    first = _first_actor(view, start, stop)
    if first is not None and _nothing_between(view, start, first):
        return object_side(view, start, stop)
    if (
        hit.last + 1 < len(doc)
        and doc[hit.last + 1].lower_ in ("her", "him", "them")
        and doc[hit.last + 1].tag_ == "PRP"
    ):
        return pronoun_side(view, doc[hit.last + 1])
    side = with_side(view, hit.last + 1, len(doc) if stop < len(doc) and doc[stop].lower_ in ("on", "in") else stop)
    if side:
        return side
    if behind := _behind_aside(view, stop):
        return behind
    if hit.entry.kind == "call":
        for at in range(hit.last + 1, stop):
            if doc[at].lower_ == "to":
                return object_side(view, at + 1, stop)
    if not hit.last > hit.first and hit.rule.endswith("/meet"):
        names = [m for m in view.between(hit.last + 1, stop) if m.kind == "adjective"]
        if names and any(token.lower_ in _TIME_NOUNS for token in doc[hit.last + 1 : stop]):
            return collect(names, adjectives=True)
    return Side()


def _behind_aside(view: View, stop: int) -> Side:
    """ "met today in Lima, within his visit, with the President": the partner behind the second comma."""
    doc = view.doc
    if "," in (doc[stop - 1].text, doc[min(stop, len(doc) - 1)].text):
        for at in range(stop + 1, min(len(doc) - 2, stop + 12)):
            if doc[at].text == "," and doc[at + 1].lower_ == "with":
                return object_side(view, at + 2, clause.reach(doc, at + 1))
    return Side()


def _first_actor(view: View, start: int, stop: int) -> Mention | None:
    for mention in view.between(start, stop):
        if mention.kind not in ACTORS or not (mention.parties or mention.persons):
            continue
        before = view.scene.text[max(view.unit.start, mention.start - 8) : mention.start].lower().split()
        if mention.kind in ("country", "organisation") and before and before[-1] in ("in", "at", "on", "of", "near"):
            continue  # "received at Bayan Palace the Prime Minister"
        return mention
    return None


def _nothing_between(view: View, start: int, mention: Mention) -> bool:
    """Whether only articles, times and places stand between the verb and the actor."""
    doc = view.doc
    for at in range(start, len(doc)):
        if view.at(at) >= mention.start:
            before = doc[at - 1].lower_ if doc[at].i > start else ""
            return not (mention.kind in ("country", "organisation") and before in ("in", "at", "on", "during", "for"))
        token = doc[at]
        if token.text == ",":
            continue
        covered = view.over(token)
        if (covered is not None and covered.kind in ("city", "adjective", "country")) or token.lower_ == "visiting":
            continue
        if (
            token.pos_ not in _OPEN
            and token.lower_ not in _TIME_NOUNS
            and not token.text[:1].isupper()
            and not token.text[:1].isdigit()
        ):
            return False
    return True


def _told(view: View, hit: Hit, verb: Token, stop: int, subject: Side, other: Side) -> list[Occasion]:
    """The occasion of two sides; one each where somebody meets several ("his Armenian and Belarusian colleagues")."""
    others = [p for p in other.parties if p not in subject.parties]
    if len(others) > 1 and len(subject.parties) == 1 and hit.entry.kind in ("meeting", "call"):
        groups = [Side([code], [p for p in other.people if p.country == code]) for code in others]
    else:
        groups = [other]
    if {p.name for p in subject.people} & {p.name for p in other.people}:
        subject = Side()  # a pronoun that was settled on the partner
    out = []
    for group in groups:
        occasion = base(view, hit, verb, max(stop, hit.last + 1))
        if occasion.kind == "call":
            occasion.place, occasion.venue = None, False
        occasion.ordinal = _nth_time(view, hit.last, stop)
        occasion.add_party(*subject.parties, *group.parties)
        occasion.add_people(subject.people)
        occasion.add_people(group.people)
        if occasion.kind == "meeting" and len(occasion.parties) > 2:
            occasion.kind = "multilateral"
        awaited = hit.entry.visitor == "object" and clause.looks_forward(clause.finite(verb))
        if awaited and not _awaited(view, occasion, subject, group):
            continue
        out += _twice(view, occasion, stop, verb)
    return out


def _nth_time(view: View, start: int, stop: int) -> int | None:
    """ "met for the third time" is 3."""
    doc = view.doc
    for at in range(start, min(len(doc) - 3, stop + 3)):
        if doc[at].lower_ == "for" and doc[at + 1].lower_ == "the" and doc[at + 3].lower_ == "time":
            return ordinal_of(doc[at + 2].lower_)
    return None


def _awaited(view: View, occasion: Occasion, host: Side, guest: Side) -> bool:
    """ "looked forward to receiving the President in Muscat next month" is a visit, where its date is told."""
    if occasion.first is None or not host.parties or not guest.parties:
        return False
    occasion.kind, occasion.status = "visit", "planned"
    occasion.parties, occasion.people = [], []
    occasion.add_party(guest.parties[0], host.parties[0])
    occasion.add_people(guest.people)
    if occasion.place is None:
        occasion.place, occasion.place_country = view.lex.country_name(host.parties[0]), host.parties[0]
    occasion.place_country = occasion.place_country or host.parties[0]
    return True


def _twice(view: View, occasion: Occasion, stop: int, verb: Token) -> list[Occasion]:
    """ "twice, in A and B" is two engagements."""
    if not any(token.lower_ == "twice" for token in view.doc[verb.i : stop]):
        return [occasion]
    cities = [m for m in view.between(verb.i, stop) if m.kind == "city" and m.name]
    names = [m.name for m in cities]
    if len(names) < 2:
        return [occasion]
    out = []
    for mention in cities[:2]:
        country = mention.parties[0] if mention.parties else None
        copy = replace(occasion, rules=list(occasion.rules), place=mention.name, place_country=country)
        copy.parties, copy.people = list(occasion.parties), list(occasion.people)
        out.append(copy)
    return out


def _body_meets(view: View, hit: Hit, verb: Token, stop: int) -> list[Occasion]:
    """ "The Joint Working Group will meet in Puno on 30 May"."""
    head = clause.subject(verb)
    if head is None:
        return []
    words = {token.lower_ for token in view.doc[head.left_edge.i : head.i + 1]}
    if (
        not words & view.lex.lists["body-nouns"]
        or head.lower_ == "members"
        or any(c.dep_ == "dobj" for c in verb.children)
    ):
        return []
    occasion = base(view, hit, verb, stop)
    occasion.kind = "mechanism"
    if verb.dep_ == "relcl" and head.i < verb.i:  # "the dialogue, which has met twice"
        occasion.span = (view.at(head.left_edge.i), occasion.span[1])
    inside = view.between(head.left_edge.i, verb.i)
    bodies = [m for m in inside if m.kind == "organisation" and not set(m.parties) & set(view.scene.sides)]
    if bodies:
        occasion.kind = "multilateral"
        occasion.add_party(*bodies[0].parties)
    occasion.add_party(*collect((m for m in inside if m.kind in ("adjective", "country")), adjectives=True).parties)
    occasion.words = frozenset(words)
    times = _times(view, hit.last, stop)
    if times is not None and clause.tense(verb) == "past":
        occasion.counted = True
        after = [t.lower_ for t in view.doc[hit.last : min(len(view.doc), stop + 8)]]
        if "since" in after and _BEGINNINGS & set(after):
            occasion.place, occasion.place_country, occasion.venue = None, None, False
    return [occasion]


def _times(view: View, start: int, stop: int) -> int | None:
    """ "has met three times", "on four occasions"."""
    doc = view.doc
    for token in doc[start:stop]:
        if token.lower_ in ("twice", "thrice"):
            return 2 if token.lower_ == "twice" else 3
        if token.lower_ in ("times", "occasions"):
            return number_of(doc[token.i - 1].lower_)
    return None


def _briefing(view: View, hit: Hit, verb: Token) -> list[Occasion]:
    stop = clause.reach(view.doc, hit.last)
    if clause.passive(verb) or not follows(view, hit, hit.last + 1, min(len(view.doc), max(stop, hit.last + 5))):
        return []
    side = subject_side(view, verb)
    if not side or not (side.people or side.parties):
        return []
    end = (
        min(len(view.doc), stop + 8)
        if stop < len(view.doc) and view.doc[stop].lower_ in ("after", "following", "before")
        else stop
    )
    occasion = base(view, hit, verb, stop)
    if end > stop:
        occasion.after_main = True
    occasion.add_party(*side.parties[:1])
    occasion.add_people(side.people[:1] if len(side.parties) == 1 else side.people)
    return [occasion]


def _ceremony(view: View, hit: Hit, verb: Token) -> list[Occasion]:
    stop = clause.reach(view.doc, hit.last)
    words = {token.lower_ for token in view.doc[hit.last + 1 : max(stop, hit.last + 9)]}
    if hit.entry.object == "venue" and not words & view.lex.lists["ceremonies"]:
        return []
    side = subject_side(view, verb)
    if not side or clause.passive(verb):
        return []
    if hit.rule.endswith("/open") and (len(side.people) != 1 or len(side.parties) > 1):
        return []
    occasion = base(view, hit, verb, stop)
    occasion.add_party(*side.parties)
    occasion.add_people(side.people)
    occasion.words = frozenset(words)
    return [occasion]


def _called_to_ministry(view: View, hit: Hit, verb: Token) -> list[Occasion]:
    """ "The Ambassador of X was invited to the Ministry"."""
    stop = clause.reach(view.doc, hit.last)
    if not clause.passive(verb) or not follows(view, hit, hit.last + 1, min(stop, hit.last + 8)):
        return []
    guest = subject_side(view, verb)
    if not guest or not view.scene.home or not guest.people:
        return []
    occasion = base(view, hit, verb, stop)
    occasion.add_party(view.scene.home, *guest.parties)
    occasion.add_people(guest.people)
    return [occasion]

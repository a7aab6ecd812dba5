"""Occasions that a verb tells: "met with X", "was received by", "will visit China", "signed an agreement"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.dates.words import ordinal_of
from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.nouns import told_by
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.view import ACTORS, View
from communique.read.engagements.when import pick_date, set_date, status_of, tense_for
from communique.read.engagements.where import find_place, there_then
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
_CALLING_TO = frozenset(
    "discuss convey bid present pay deliver brief hand exchange extend review mark submit take express offer wish "
    "say".split()
)
_AFTER_CALL = frozenset(
    "today yesterday on this last earlier late early and after before again tonight from by in at about regarding "
    "concerning following who monday tuesday wednesday thursday friday saturday sunday during ahead".split()
)
_AFTER_SIGNED = frozenset("in on at by between with last this earlier during here there today yesterday".split())
_PEOPLE = frozenset({"person", "office", "joint", "pronoun"})
_LEAVING = ("depart", "leave", "travel", "head", "fly", "flies", "embark", "go")
_NO_PARTICIPLE = frozenset({"amod", "compound", "nmod"})


def verb_occasions(view: View, hits: list[Hit]) -> list[Occasion]:
    """All occasions told by verbs in the unit, but visits, which ``trips`` reads."""
    out: list[Occasion] = []
    settled = -1
    for hit in hits:
        verb = view.doc[hit.first]
        if verb.dep_ in _NO_PARTICIPLE or hit.first == settled or _unreal(view, verb):
            continue
        before = len(out)
        if hit.entry.object == "person":
            out += _with_person(view, hit, verb)
        elif hit.entry.kind == "signing":
            out += _signing(view, hit, verb)
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


def _unreal(view: View, verb: Token) -> bool:
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
        actor = _agent(view, verb, stop)
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


def _agent(view: View, verb: Token, stop: int) -> Side:
    for at in range(verb.i + 1, stop):
        if view.doc[at].lower_ == "by":
            return object_side(view, at + 1, clause.reach(view.doc, at))
    return Side()


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
    inside = view.between(head.left_edge.i, verb.i)
    bodies = [m for m in inside if m.kind == "organisation" and not set(m.parties) & set(view.scene.sides)]
    if bodies:
        occasion.kind = "multilateral"
        occasion.add_party(*bodies[0].parties)
    occasion.add_party(*collect((m for m in inside if m.kind in ("adjective", "country")), adjectives=True).parties)
    occasion.words = frozenset(words)
    return [occasion]


def _signing(view: View, hit: Hit, verb: Token) -> list[Occasion]:
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
        side = _agent(view, verb, stop)
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

"""Journeys told by a verb: "visited", "arrived in", "will travel to", "departs for"; and what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.dates.dated import Anchor, shift_days
from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.nouns import length_of_stay, level_of, ordinal_before
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.telling import NO_PARTICIPLE, base, unreal
from communique.read.engagements.view import View
from communique.read.engagements.visits import _settled, _unsaid_host, hosts_after
from communique.read.engagements.who import Side, collect, subject_side

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset(
    "delegation lawmakers mission group envoy officials team parliamentarians contractors businesspeople ministers "
    "minister president premier members".split()
)
_AWAITED = frozenset({"due", "expected"})
_PURPOSES = frozenset(
    {"for", "attend", "attending", "on", "participate", "participating", "join", "part", "chair", "co-chair", "address"}
)


_LEFT = ("depart", "leav", "left", "head", "embark")


def trip_occasions(view: View, hits: list[Hit], named: list[Occasion]) -> list[Occasion]:
    """The visits that verbs tell. A journey to a summit or a session is that occasion, which gets its place and people;
    a journey "on a state visit" is the visit that the noun names, which gets its destination."""
    out: list[Occasion] = []
    for hit in hits:
        if hit.entry.kind != "visit":
            continue
        verb = view.doc[hit.first]
        if verb.dep_ in NO_PARTICIPLE or unreal(view, verb) or clause.passive(verb):
            continue
        if verb.lower_.startswith("reach") and not _at_once(view, hit):
            continue  # "reached an agreement in Lima"
        out += _trip(view, hit, verb, named)
    return out


def _trip(view: View, hit: Hit, verb: Token, named: list[Occasion]) -> list[Occasion]:
    doc = view.doc
    stop = clause.reach(doc, hit.last)
    start, hosts = _destination(view, hit, stop)
    hosts = hosts or _island(view, start, stop)
    side = subject_side(view, verb)
    side = side if side else _group(view, verb)
    if not hosts and hit.rule.endswith("/arrive"):
        hosts = (
            _unsaid_host(view, side) if doc[hit.last + 1 : hit.last + 2].text != "from" else _from_abroad(view, side)
        )
    hosts = _settled(view, hosts, side)
    purpose = _purpose(view, hit, named)
    if purpose is not None:
        _join(purpose, hosts, side, _journey(view, hit, verb, stop))
        days_of_stay(view, purpose)
        return []
    if not side and _group_head(verb) and hosts and hosts[0][1] != view.scene.home and view.scene.home:
        side = Side([view.scene.home])  # "A team from the aviation authority will be in Lima": our own
    if not hosts or not side or not _somebody(view, verb, side):
        return []
    out = []
    for name, code in hosts:
        occasion = _journey(view, hit, verb, stop)
        if hit.rule.endswith("/travel") and doc[hit.first].pos_ == "AUX" and occasion.first is None:
            continue
        occasion.place, occasion.place_country, occasion.venue = name, code, False
        occasion.add_party(*side.parties[:1], code)
        occasion.add_people([p for p in side.people if p.country != code])
        if verb.dep_ == "relcl" and verb.head.lower_ == "time":  # "the second time that she visited Laos"
            occasion.ordinal = ordinal_before(view, verb.head.left_edge.i, verb.head.i)
            occasion.earlier = False
        if (
            hosts[0][0] == view.lex.country_name(code)
            and view.scene.place
            and "here" in view.text(hit.first, stop).split()
        ):
            occasion.place = view.scene.place
        occasion.level = (
            level_of(frozenset(token.lower_ for token in doc[hit.last + 1 : stop]))
            if "visit" in view.text(hit.last, stop)
            else None
        )
        if (
            len(hosts) > 1
            and hit.rule.endswith("/travel")
            and occasion.first == occasion.last
            and verb.lower_.startswith(_LEFT)
        ):
            occasion.first = occasion.last = None
        if verb.lower_.startswith(_LEFT) and clause.tense(verb) == "past" and view.unit.index > 1:
            occasion.after_main = True  # "He departed for Accra in the evening": where he went next
        days_of_stay(view, occasion)
        out.append(occasion)
    if len(out) == 1:
        _talks_there(view, hit, out[0], named)
    return out


def _from_abroad(view: View, side: Side) -> list[tuple[str, str]]:
    """Where a guest is who "arrived from Lima on Monday": in the outlet's own country, if it is not his."""
    home = view.scene.home
    if home is None or home not in view.scene.sides or home in side.parties:
        return []
    return [(view.lex.country_name(home), home)]


def _at_once(view: View, hit: Hit) -> bool:
    """Whether a place follows on the verb, an article in between or none."""
    after = view.doc[hit.last + 1 : hit.last + 4]
    places = (m for m in view.mentions if m.kind in ("city", "country") and m.parties)
    starts = {m.start for m in places}
    return any(view.at(t.i) in starts for t in after[:2]) or "capital" in {t.lower_ for t in after}


def _journey(view: View, hit: Hit, verb: Token, stop: int) -> Occasion:
    """What the verb tells of the journey; who is "expected in" or "due in" a place is not there yet."""
    journey = base(view, hit, verb, stop)
    if _AWAITED & {token.lower_ for token in view.doc[hit.first : hit.last + 1]}:
        journey.status = "planned"
    return journey


def _talks_there(view: View, hit: Hit, journey: Occasion, named: list[Occasion]) -> None:
    """ "will visit Japan in May for the annual summit", "flew to Rome for talks with X": the talks are there and then."""
    for occasion in named:
        if occasion.kind not in ("meeting", "mechanism") or occasion.place is not None:
            continue
        gap = view.scene.text[view.at(hit.first) : occasion.trigger[0]].lower().split()
        if len(gap) > 24 or not {"for", "to"} & set(gap[1:]) or {"after", "following", "and", "where"} & set(gap):
            continue
        if view.at(hit.first) > occasion.trigger[0]:
            continue
        occasion.place, occasion.place_country = journey.place, journey.place_country
        occasion.told, occasion.status = "side", journey.status
        if occasion.first is None:
            occasion.first, occasion.last = journey.first, journey.last
        if not set(occasion.parties) - set(journey.parties):
            occasion.add_party(*journey.parties)
            occasion.add_people(journey.people)


def _group_head(verb: Token) -> bool:
    head = clause.subject(verb)
    return head is not None and head.lower_ in _GROUPS and head.i < verb.i


def _destination(view: View, hit: Hit, stop: int) -> tuple[int, list[tuple[str, str]]]:
    """Where the words of the destination begin, and the places in them."""
    doc = view.doc
    start = (
        hit.last
        if doc[hit.last].lower_ in ("to", "in", "on", "for", "through", "at") and hit.last > hit.first
        else hit.last + 1
    )
    first = start + 1 if start == hit.last else start
    end = stop
    if hit.rule.endswith("/visit-verb") and first < stop and view.over(doc[first]) is None:
        # "visited a school in Tema" is a part of a visit.
        end = next((at for at in range(first, stop) if doc[at].lower_ in ("in", "at", "near")), stop)
    hosts = hosts_after(view, first, end)
    return start, hosts


def _island(view: View, start: int, stop: int) -> list[tuple[str, str]]:
    """ "arrived in the island", "visited the country": the outlet's own country."""
    words = view.text(start, min(stop, start + 3)).lower().split()
    if view.scene.home and {"island", "country", "kingdom", "sultanate"} & set(words) and "the" in words:
        return [(view.lex.country_name(view.scene.home), view.scene.home)]
    return []


def _group(view: View, verb: Token) -> Side:
    """ "a delegation of contractors", "a group of Chilean lawmakers": whose, by an adjective, else by who tells."""
    head = clause.subject(verb)
    if head is None:
        return Side()
    tokens = view.doc[head.left_edge.i : min(verb.i, head.right_edge.i + 1)]
    if not any(token.lower_ in _GROUPS for token in tokens):
        return Side()
    side = collect(view.between(head.left_edge.i, verb.i), adjectives=True)
    if not side:
        root = next((token for token in view.doc if token.dep_ == "ROOT"), None)
        side = Side(subject_side(view, root).parties[:1]) if root is not None and root.i < head.i else side
    return side


def _somebody(view: View, verb: Token, side: Side) -> bool:
    """Whether a person or group travels; a state as such goes nowhere ("China went to the Security Council")."""
    head = clause.subject(verb)
    if side.people:
        return head is None or not _thing_of_somebody(view, head)
    if head is None:
        return False
    mention = view.over(head)
    if mention is not None and mention.kind in ("office", "person", "joint", "pronoun"):
        return True
    tokens = {token.lower_ for token in view.doc[head.left_edge.i : head.right_edge.i + 1]}
    return bool(tokens & _GROUPS)


def _thing_of_somebody(view: View, head: Token) -> bool:
    """Whether a thing arrives, and only a clause on it names people: "the seed that the President had asked for"."""
    if head.pos_ != "NOUN" or head.lower_ in _GROUPS or view.over(head) is not None:
        return False
    clauses = [token for token in head.subtree if token.dep_ in ("acl", "relcl") and token.i > head.i]
    return any(m.persons or m.parties for c in clauses for m in view.between(c.left_edge.i, c.right_edge.i + 1))


def _purpose(view: View, hit: Hit, named: list[Occasion]) -> Occasion | None:
    """The occasion named in the same clause that the journey is for."""
    stop = view.at(min(len(view.doc), clause.reach(view.doc, hit.last) + 14))
    for occasion in named:
        if occasion.unit is not view.unit or not view.at(hit.first) < occasion.trigger[0] < stop:
            continue
        gap = view.scene.text[view.at(hit.first) : occasion.trigger[0]].lower().split()
        if (
            occasion.kind not in ("multilateral", "mechanism", "visit")
            or not _PURPOSES & set(gap[1:])
            or {"after", "following", "ahead", "before", "which", "where"} & set(gap)
        ):
            continue
        if (
            not any(
                t.tag_ in ("VBD", "VBZ", "MD") for t in view.doc[hit.last + 1 :] if view.at(t.i) < occasion.trigger[0]
            )
            or occasion.kind == "visit"
        ):
            return occasion
    return None


def days_of_stay(view: View, occasion: Occasion) -> None:
    """The last day of a stay whose first day and length are told."""
    length = length_of_stay(view, 0, len(view.doc))
    if (
        occasion.kind == "visit"
        and length
        and occasion.first
        and len(occasion.first) == 10
        and occasion.last in (None, occasion.first)
    ):
        begun = Anchor.parse(occasion.first)
        ends = shift_days(begun.day, length - 1) if begun else None
        occasion.last = ends.isoformat() if ends else occasion.last


def view_over(occasion: Occasion, journey: Occasion) -> bool:
    """Whether the gathering began before the journey's day."""
    return bool(occasion.first and journey.first and occasion.first < journey.first)


def _join(occasion: Occasion, hosts: list[tuple[str, str]], side: Side, journey: Occasion) -> None:
    """Place, people and day of the journey go to the occasion it is for."""
    if occasion.kind == "visit" and occasion.first is None and journey.first is not None and not journey.deadline:
        occasion.first, occasion.last = journey.first, journey.last
    if (
        journey.rules[0].endswith("/arrive")
        and occasion.kind != "visit"
        and (occasion.first is None or not view_over(occasion, journey))
    ):
        occasion.status = "planned"
    if journey.status == "planned":
        occasion.status = "planned"
    if occasion.kind == "visit" and occasion.unit is journey.unit:
        occasion.span = (min(occasion.span[0], journey.span[0]), max(occasion.span[1], journey.span[1]))
    if hosts and (
        occasion.place is None
        or (occasion.place_country == hosts[0][1] and hosts[0][0] != occasion.place and len(hosts) == 1)
    ):
        occasion.place, occasion.place_country = hosts[0]
        occasion.venue = False
    if occasion.kind == "visit":
        if not occasion.parties or occasion.told == "back":
            occasion.parties = []
            occasion.add_party(*side.parties[:1], *(code for _, code in hosts[:1]))
            occasion.add_people(side.people)
            if len(occasion.parties) > 1:
                occasion.told = "side"
                occasion.definite = True
        return
    if occasion.told == "back" and occasion.place is not None:
        occasion.told = "side"
    occasion.add_party(*side.parties)
    occasion.add_people(side.people)
    if len(hosts) == 1 and occasion.parties and len(occasion.parties) < 2:
        occasion.add_party(hosts[0][1])

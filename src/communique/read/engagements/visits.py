"""Visits: whose, to which country, from when to when; one engagement for each country of a trip (codebook, 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.dates.dated import Anchor, shift_days
from communique.read.dates.words import ordinal_of
from communique.read.engagements import clause
from communique.read.engagements.calendar import on_new_day
from communique.read.engagements.nouns import bounds, length_of_stay, level_of, ordinal_before, skipped, told
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.phrase import Phrase
from communique.read.engagements.view import View
from communique.read.engagements.when import (
    due,
    looks_ahead,
    looks_back,
    pick_date,
    set_date,
    status_of,
    tense_for,
    will_be_done_there,
)
from communique.read.engagements.where import capital, place_name
from communique.read.engagements.who import Side, own_office, possessor, subject_side

if TYPE_CHECKING:
    from spacy.tokens import Token


_COUNTRY_NOUNS = frozenset(
    "country countries nation nations kingdom island sultanate republic neighbour neighbor".split()
)
_LEAVING = ("left", "leav", "depart", "return", "flew", "fly", "back", "came")
_HIGHEST = frozenset("president premier king queen emir sultan chancellor crown pope leader prime minister".split())
_ENDING = ("wind", "wound", "conclud", "end", "wrap", "complet", "finish", "round")
_MADE = frozenset("made paid undertook undertaken conducted pay make undertake paying making".split())
_TRAVEL_WORDS = frozenset("to in through".split())


def hosts_after(view: View, start: int, stop: int) -> list[tuple[str, str]]:
    """(place as written, country) of each destination told after "to" (or "in", for a stay) in the tokens."""
    doc = view.doc
    for at in range(start, stop):
        if (at == start or doc[at].lower_ in _TRAVEL_WORDS) and (town := _capital_near(view, at, stop)) is not None:
            return [town]
        if doc[at].lower_ in _TRAVEL_WORDS or (at == start and view.over(doc[at]) is not None):
            first = at + 1 if doc[at].lower_ in _TRAVEL_WORDS else at
            found = _places(view, first, stop)
            if found:
                return found
            if first < stop and doc[at].lower_ == "to" and (other := _other_country(view, first, stop)):
                return other
    return []


def _capital_near(view: View, at: int, stop: int) -> tuple[str, str] | None:
    """City and country of "the Danish capital" within a few words, no name of a town beside it."""
    town = next((c for i in range(at + 1, min(stop, at + 5)) if (c := capital(view, i)) is not None), None)
    return town if town is not None and not any(m.kind == "city" for m in view.between(at, min(stop, at + 7))) else None


def _places(view: View, first: int, stop: int) -> list[tuple[str, str]]:
    """Places in a row from token ``first``: "Tuvalu, Kiribati and Fiji"; a city followed by its country is one."""
    out: list[tuple[str, str]] = []
    text = view.scene.text
    end: int | None = None
    for mention in view.between(first, stop):
        if mention.kind not in ("city", "country") or not mention.parties:
            if (
                end is None
                and mention.start <= view.at(first) + 4
                and mention.kind in ("person", "office", "joint", "organisation")
            ):
                return []
            continue
        gap = text[view.at(first) : mention.start] if end is None else text[end : mention.start]
        if (end is None and len(gap.split()) > 3) or (
            end is not None and gap.strip() not in (",", "and", ", and", "&", "(", "and the", ", the")
        ):
            break
        if any(code == mention.parties[0] for _, code in out):
            end = mention.end
            continue
        out.append((place_name(view, mention), mention.parties[0]))
        end = mention.end
    return out


def _other_country(view: View, first: int, stop: int) -> list[tuple[str, str]]:
    """ "to the Central Asian country", "to our country", "to the two countries"."""
    doc = view.doc
    words = [token.lower_ for token in doc[first : min(stop, first + 5)]]
    if not set(words) & _COUNTRY_NOUNS:
        return []
    if "countries" in words or "nations" in words:
        return [("", "*")]
    if doc[first].lower_ == "our" and view.scene.home:
        return [(view.lex.country_name(view.scene.home), view.scene.home)]
    return [("", "?")]


def noun_visits(view: View, phrase: Phrase, rules: list[str]) -> list[Occasion]:
    """The visits that a noun phrase tells: "paid a state visit to China", "his visit to Beijing in February"."""
    if skipped(view, phrase) or _generic(view, phrase):
        return []
    after = phrase.hits[-1].last + 1
    how = told(view, phrase)
    verb = phrase.verb
    if (
        how == "named"
        and verb is not None
        and verb.lower_ in ("is", "are", "was", "were", "be")
        and phrase.role in ("pobj:on", "attr")
    ):
        how = "side" if verb.dep_ == "relcl" else "main"
    made = _made(phrase)
    if made is not None:  # "the visit that he made to Larnaca in September"
        phrase.stop = max(phrase.stop, clause.reach(view.doc, made.i))
        after = made.i + 1
    hosts = hosts_after(view, after, phrase.stop)
    if not hosts:
        hosts = _host_before(view, phrase)
    if hosts == [("", "?")] and (here := _here(view, phrase)) is not None:
        hosts = [here]
    if not hosts and _left_after(phrase) and phrase.verb is not None:
        hosts = hosts_after(view, phrase.verb.i + 1, phrase.first)
    avoid = hosts[0][1] if len(hosts) == 1 and len(hosts[0][1]) > 1 else None
    visitor = _visitor(view, phrase, how, avoid)
    if not hosts and how != "named":
        owned = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in phrase.head.children)
        hosts = _unsaid_host(view, visitor, owned=owned)
    if not visitor and how == "named" and len(hosts) == 1 and len(view.scene.sides) == 2 and "the" in phrase.words:
        # "the agreements reached during the state visit to Baku": the other side's.
        visitor = Side([code for code in view.scene.sides if code != hosts[0][1]])
        visitor = visitor if len(visitor.parties) == 1 else Side()
    return [_visit(view, phrase, rules, how, visitor, host) for host in _settled(view, hosts, visitor)] or _back(
        view, phrase, rules, how, visitor
    )


def visiting(view: View) -> list[Occasion]:
    """ "Visiting President X", "the visiting Premier, Y": a visit under way of that person to the other of two sides."""
    doc, sides = view.doc, view.scene.sides
    out: list[Occasion] = []
    if len(sides) != 2:
        return out
    for token in doc:
        if token.lower_ != "visiting" or token.dep_ not in (
            "amod",
            "compound",
            "nmod",
            "ROOT",
            "dep",
            "csubj",
            "advcl",
        ):
            continue
        person = next((m for m in view.between(token.i + 1, min(len(doc), token.i + 9)) if m.persons), None)
        if person is None or len(person.parties) != 1 or person.parties[0] not in sides:
            continue
        between = doc[token.i + 1 : next((t.i for t in doc[token.i :] if view.at(t.i) >= person.start), token.i + 1)]
        if any(t.pos_ in ("VERB", "AUX", "CCONJ", "ADP") and t.lower_ != "of" for t in between):
            continue
        if (
            not _HIGHEST & {t.lower_ for t in doc[token.i : token.i + 9]}
            or "vice" in view.text(token.i, token.i + 6).lower()
        ):
            continue
        guest = person.parties[0]
        host = next(code for code in sides if code != guest)
        last = next((t.i for t in doc[token.i :] if view.end_of(t.i) >= person.end), token.i)
        span = view.span(token.i, last + 1)
        occasion = Occasion("visit", view.unit, span, span, [view.lex.rule("visit")], "named")
        occasion.place, occasion.place_country = _where_it_is_told(view, host), host
        occasion.venue = occasion.place == view.lex.country_name(host)  # a town told elsewhere is better
        occasion.add_party(guest, host)
        occasion.add_people([p for p in person.persons if p.country == guest])
        out.append(occasion)
    return out


def _where_it_is_told(view: View, host: str) -> str:
    """The town of the dateline where it is the host's, else the host's country."""
    here = view.scene.place
    towns = {m.name for m in view.scene.mentions if m.kind == "city" and m.parties[:1] == (host,)}
    own = here is not None and (here in towns or here == view.lex.capitals.get(host))
    return here if here is not None and own else view.lex.country_name(host)


def _settled(view: View, hosts: list[tuple[str, str]], visitor: Side) -> list[tuple[str, str]]:
    """Open hosts ("to the country", "to the two countries") filled from those the report and the sentence name."""
    out: list[tuple[str, str]] = []
    for name, code in hosts:
        if code == "*":
            named = [p for m in view.mentions if m.kind in ("country", "person", "office") for p in m.parties]
            codes = [c for c in dict.fromkeys(named) if c not in visitor.parties and len(c) == 3]
            out += [(view.lex.country_name(c), c) for c in codes]
        elif code == "?":
            codes = [c for c in view.scene.sides if c not in visitor.parties]
            if len(codes) == 1 and visitor.parties:
                out.append((view.lex.country_name(codes[0]), codes[0]))
        else:
            out.append((name, code))
    return [host for host in out if host[1] not in visitor.parties]


def _host_before(view: View, phrase: Phrase) -> list[tuple[str, str]]:
    """ "China is the destination for his first visit", "his Beijing visit", "in Muscat on a visit"."""
    inside = [m for m in view.between(phrase.first, phrase.head.i) if m.kind in ("city",) and m.parties]
    if inside:
        return [(place_name(view, inside[-1]), inside[-1].parties[0])]
    before = view.text(max(0, phrase.first - 6), phrase.first).lower()
    if any(word in before for word in ("destination", "first stop", "leg of")):
        subject = [m for m in view.mentions if m.kind == "country" and m.parties and m.end <= view.at(phrase.first)]
        if subject:
            return [(place_name(view, subject[0]), subject[0].parties[0])]
    return []


def _made(phrase: Phrase) -> Token | None:
    """The verb of "the visit that he made to Larnaca in September"."""
    return next(
        (c for c in phrase.head.children if c.dep_ in ("relcl", "acl") and c.lower_ in _MADE),
        None,
    )


def _unsaid_host(view: View, visitor: Side, *, owned: bool = False) -> list[tuple[str, str]]:
    """Who "is paying a three-day official visit", with no word of where, is in the other side's country. ``owned``: it
    is told by an office whose it is, "the Polish Premier's visit".
    """
    others = [code for code in view.scene.sides if code not in visitor.parties]
    known = visitor.people or (owned and len(visitor.parties) == 1)
    if len(view.scene.sides) == 2 and len(others) == 1 and known and len(others[0]) == 3:
        return [(view.lex.country_name(others[0]), others[0])]
    return []


def _visitor(view: View, phrase: Phrase, how: str, avoid: str | None) -> Side:
    side = Side()
    if how != "named" and phrase.verb is not None and not clause.passive(phrase.verb) and not phrase.happens:
        side = subject_side(view, phrase.verb)
        if avoid in side.parties and len(side.parties) == 1 and len(side.people) != 1:
            side = Side()
    made = _made(phrase)
    if not side and made is not None:
        side = subject_side(view, made) or own_office(view, clause.subject(made))
    if not side:
        side = possessor(view, phrase.head, avoid)
    if (
        not side
        and phrase.verb is not None
        and (phrase.role in ("pobj:on", "pobj:for", "pobj:during") or _left_after(phrase))
        and how == "named"
    ):
        side = subject_side(view, phrase.verb)
    if (
        avoid is not None
        and side.parties == [avoid]
        and len(side.people) == 1
        and avoid in view.scene.sides
        and len(view.scene.sides) == 2
    ):
        above = _above(phrase) if _here(view, phrase) is not None else None
        guest = subject_side(view, above) if above is not None else Side()
        if len(guest.parties) == 1 and avoid not in guest.parties and guest.people:
            return guest  # "X met Y in Y's capital during his visit to the country": X's
        # Nobody visits his own country: the person's was guessed wrong.
        return Side([code for code in view.scene.sides if code != avoid], side.people)
    if avoid is not None:
        side.people = [p for p in side.people if p.country != avoid]
        side.parties = [p for p in side.parties if p != avoid]
    return side


def _above(phrase: Phrase) -> Token | None:
    """The verb of the clause in which a visit is named by the way ("met him during his visit")."""
    token = phrase.verb or phrase.head
    for _ in range(8):
        if token.pos_ == "VERB" and clause.subject(token) is not None:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _ends(phrase: Phrase) -> bool:
    """Whether the day told is the last: "ended his visit on Monday", "left Oslo on Monday after a visit"."""
    if phrase.verb is None:
        return False
    return (phrase.performed and phrase.verb.lower_.startswith(_ENDING)) or _left_after(phrase)


def _left_after(phrase: Phrase) -> bool:
    """ "left Oslo on Monday after a two-day visit", "returned home from a visit to Norway"."""
    verb = phrase.verb
    if verb is None or phrase.role not in ("pobj:after", "pobj:from") or not phrase.words & {"a", "an", "his", "her"}:
        return False
    return verb.lower_.startswith(_LEAVING)


def _here(view: View, phrase: Phrase) -> tuple[str, str] | None:
    """ "met him in Oslo during his visit to the country": the country in whose town it was."""
    after = phrase.hits[-1].last + 1
    words = [t.lower_ for t in view.doc[after : after + 3]]
    if words != ["to", "the", "country"]:
        return None
    towns = [m for m in view.between(0, phrase.first) if m.kind == "city" and m.parties]
    code = towns[-1].parties[0] if towns else _of_the_partner(view, phrase)
    if code is None or code not in view.scene.sides or len(view.scene.sides) != 2:
        return None
    return view.lex.country_name(code), code


def _of_the_partner(view: View, phrase: Phrase) -> str | None:
    """ "X held talks with Y in the course of his visit to the country": Y's, unless it is told from X's own."""
    above = _above(phrase)
    guest = subject_side(view, above) if above is not None and phrase.words & {"his", "her"} else Side()
    if len(guest.parties) != 1 or len(guest.people) != 1:
        return None
    if view.scene.place is not None and _where_it_is_told(view, guest.parties[0]) == view.scene.place:
        return None
    return next((code for code in view.scene.sides if code not in guest.parties), None)


def _generic(view: View, phrase: Phrase) -> bool:
    """ "high-level visits", "an exchange of visits": no visit of anybody's."""
    head = phrase.head
    if head.tag_ in ("NNS", "NNPS") and not view.between(phrase.first, phrase.stop):
        return True
    before = {token.lower_ for token in view.doc[max(0, phrase.first - 3) : phrase.first + 1]}
    return bool(before & {"exchange", "exchanges", "exchanging"}) or (
        head.tag_ == "NNS" and bool(phrase.words & view.lex.lists["generic"])
    )


def _begun(view: View, phrase: Phrase, rules: list[str], how: str) -> tuple[int, int, Occasion]:
    """A visit with its words, and the bounds of these in tokens."""
    first, stop = bounds(view, phrase)
    trigger = view.span(phrase.hits[0].first, phrase.hits[-1].last + 1)
    return first, stop, Occasion("visit", view.unit, view.span(first, stop), trigger, rules, how)


_INTENDED = frozenset("promised planned intended hoped wished proposed offered undertaken agreed announced".split())
_IN_SIGHT = (
    "on the cards", "in preparation", "being prepared", "being arranged", "under consideration", "under discussion", "in the works",
    "in the offing", "being planned", "in sight", "has been accepted", "being considered", "in the pipeline",
)  # fmt: skip


def _in_sight(view: View, phrase: Phrase) -> bool:
    """ "A visit by the Premier is still on the cards": it has not been."""
    if any(t.dep_ == "relcl" and t.lower_ in _INTENDED for t in phrase.head.subtree):
        return True  # "the visit that she had promised to make"
    words = view.text(phrase.head.i, min(len(view.doc), phrase.head.i + 24)).lower()
    return phrase.happens and any(word in words for word in _IN_SIGHT)


def _visit(view: View, phrase: Phrase, rules: list[str], how: str, visitor: Side, host: tuple[str, str]) -> Occasion:
    first, stop, occasion = _begun(view, phrase, rules, how)
    occasion.words, occasion.definite = phrase.words, True
    ahead = (how == "named" and looks_ahead(view, phrase.first)) or will_be_done_there(view, phrase.first)
    verb = phrase.verb if how != "named" else None
    made = _made(phrase)
    ahead = (
        ahead
        or due(view, phrase.head.i, stop)
        or _in_sight(view, phrase)
        or (made is not None and clause.tense(made) == "future")
    )
    been = how == "named" and (looks_back(view, phrase.first) or _was_done_there(phrase))
    tense = "past" if been and not ahead else tense_for(view, verb, phrase.words, ahead)
    dated = pick_date(view, tense, first, stop, phrase.head.i)
    occasion.status = status_of(view, verb, phrase.words, view.anchor, dated, ahead)
    set_date(occasion, dated)
    occasion.place, occasion.place_country = host
    occasion.add_party(*visitor.parties[:1], host[1])
    occasion.add_people([p for p in visitor.people if p.country != host[1] or visitor.parties[:1] != [p.country]])
    if dated is None and phrase.role == "pobj:during" and phrase.verb is not None:
        around = pick_date(
            view,
            tense_for(view, phrase.verb, phrase.words),
            clause.clause_start(view.doc, phrase.verb.i),
            phrase.first,
            phrase.verb.i,
        )
        if around is not None and around.precision == "month":
            set_date(occasion, around)
    if dated is None and phrase.verb is not None and _left_after(phrase):
        start = clause.clause_start(view.doc, phrase.verb.i)
        occasion.span = view.span(start, stop)
        set_date(
            occasion, pick_date(view, tense_for(view, phrase.verb, phrase.words), start, phrase.first, phrase.verb.i)
        )
    level = next((hit.entry.level for hit in phrase.hits if hit.entry.level), None)
    occasion.level = level or level_of(phrase.words)
    occasion.ordinal = ordinal_before(view, phrase.first, phrase.head.i) or first_after(view, phrase)
    _days_of(view, phrase, occasion, first, stop)
    on_new_day(view, phrase, occasion)
    return occasion


def first_after(view: View, phrase: Phrase) -> int | None:
    """ "the visit, the first by the current leader", "a visit from 3 to 5 May, his second to the country"."""
    doc = view.doc
    for at in range(phrase.head.i + 1, min(len(doc) - 2, phrase.head.i + 22)):
        if doc[at].text in (";", ":", ".") or doc[at].tag_ in ("VBD", "VBZ", "MD"):
            return None
        if doc[at].text == "," and doc[at + 1].lower_ in ("the", "his", "her", "its", "a"):
            number = ordinal_of(doc[at + 2].lower_)
            follows = doc[at + 3].lower_ if at + 3 < len(doc) else ""
            if number and follows in ("by", "of", "to", "since", "in", "for", "such", "ever", "visit", "trip"):
                return number
    return None


def _days_of(view: View, phrase: Phrase, occasion: Occasion, first: int, stop: int) -> None:
    """First and last day from "a three-day visit" or "on the second day of his visit"."""
    words = view.text(max(0, phrase.first - 6), phrase.first + 1).lower().split()
    if "day" in words and "of" in words and view.anchor and len(view.anchor) == 10 and occasion.first is None:
        number = next((ordinal_of(w) for w in words if ordinal_of(w) and w not in ("a", "an")), None)
        base = Anchor.parse(view.anchor)
        if number and base is not None and (begun := shift_days(base.day, 1 - number)) is not None:
            occasion.first = begun.isoformat()
            occasion.last = None
        return
    length = length_of_stay(view, first, stop)
    if _ends(phrase):
        told_day = Anchor.parse(occasion.last or occasion.first)
        if told_day is not None and told_day.precision == "day":
            first_day = shift_days(told_day.day, 1 - length) if length else None
            occasion.first, occasion.last = (first_day.isoformat() if first_day else None), told_day.day.isoformat()
            occasion.status = "held"  # what is to end on Friday is under way
        return
    if (
        length
        and occasion.first
        and len(occasion.first) == 10
        and occasion.last in (None, occasion.first)
        and not occasion.deadline
    ):
        base = Anchor.parse(occasion.first)
        ends = shift_days(base.day, length - 1) if base else None
        occasion.last = ends.isoformat() if ends else occasion.last


def _was_done_there(phrase: Phrase) -> bool:
    """ "The agreement was signed during | the visit": it has been."""
    verb = phrase.verb if phrase.role == "pobj:during" else None
    return verb is not None and clause.tense(clause.finite(verb)) == "past"


def _back(view: View, phrase: Phrase, rules: list[str], how: str, visitor: Side) -> list[Occasion]:
    """A visit without a destination: it points back, or tells only whose it is, an ordinal or a level."""
    first, stop, occasion = _begun(view, phrase, rules, "back")
    occasion.add_party(*visitor.parties[:1])
    occasion.add_people(visitor.people[:1] if len(visitor.people) == 1 else [])
    occasion.level = next((hit.entry.level for hit in phrase.hits if hit.entry.level), None) or level_of(phrase.words)
    occasion.ordinal = ordinal_before(view, phrase.first, phrase.head.i) or first_after(view, phrase)
    ahead = how == "named" and looks_ahead(view, phrase.first)
    verb = phrase.verb if how != "named" else None
    tense = tense_for(view, verb, phrase.words, ahead)
    dated = pick_date(view, tense, first, stop, phrase.head.i)
    occasion.status = status_of(view, verb, phrase.words, view.anchor, dated, ahead)
    set_date(occasion, dated)
    _days_of(view, phrase, occasion, first, stop)
    occasion.words = phrase.words
    return [occasion]

"""Occasions that a noun names: "held talks with", "his visit to Beijing", "the 16th meeting of the Committee"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.dates import duration_days
from communique.read.dates.dated import Tense
from communique.read.dates.words import number_of, ordinal_of
from communique.read.engagements import clause
from communique.read.engagements.calendar import as_entered, given_up, labelled, on_new_day
from communique.read.engagements.classify import kind_of
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.phrase import BACK_ROLES, Phrase, phrases
from communique.read.engagements.takers import fill_people, names_partner, presence, took_part
from communique.read.engagements.view import View
from communique.read.engagements.when import due, looks_ahead, looks_back, pick_date, set_date, status_of, tense_for
from communique.read.engagements.where import find_place, there_then
from communique.read.engagements.who import subject_side

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEVELS = ("state", "official", "working", "private")
_ROMAN = {
    text: number
    for number, text in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV".split(), 1
    )
    if number > 1
}
_BOUND_ROLES = frozenset({"pobj:in", "pobj:at", "pobj:on", "pobj:to", "pobj:of", "pobj:for", "pobj:into"})
_HELD = frozenset("held hosted convened conducted chaired co-chaired concluded opened organised organized".split())
_NEAR = 14
_GOING_ON = ("continu", "resum", "intensif")
_EVERY = frozenset("monthly weekly daily fortnightly quarterly biannual biennial half-yearly twice-yearly".split())
_MANY = frozenset({"trilateral", "quadrilateral", "multilateral", "three", "four", "five", "joint"})


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
    return any(
        name in text
        for name in (
            "central committee",
            "european commission",
            "military commission",
            "party congress",
            "central foreign affairs commission",
        )
    )


def skipped(view: View, phrase: Phrase) -> bool:
    """Whether the phrase is wished, refused, denied or general."""
    verb = phrase.verb
    behind = view.doc[phrase.head.i + 1 : phrase.head.i + _NEAR]
    instead = verb.i if verb is not None and phrase.happens and clause.tense(verb) == "future" else 0
    if any(clause.never_was(t) and _told_of(t, phrase) and t.i > instead for t in behind if t.tag_ in ("VB", "VBN")):
        return True  # "the session, which was to have been held in May", "the commission had been due to meet"
    if any(child.lower_ in ("no", "any") and child.dep_ == "det" for child in phrase.head.children):
        return True
    if phrase.head.tag_ == "NNS" and phrase.words & _EVERY:
        return True  # "to hold monthly meetings": none in particular
    if given_up(view, phrase.head) is not None:
        return True
    if verb is None:
        return False
    if phrase.role == "pobj:to" and verb.lower_ == "return" and phrase.hits[0].entry.kind == "meeting":
        return True  # "the decision to return to the talks in Abuja"
    if phrase.role == "dobj" and verb.lower_.startswith(_GOING_ON) and phrase.head.tag_ == "NNS":
        return True  # "agreed to continue consultations": not one of them in particular
    carrier = clause.finite(verb)
    arranged = any(child.dep_ == "acl" and child.lower_ in view.lex.planning for child in phrase.head.children)
    if phrase.role.startswith("pobj") and phrase.role not in _BOUND_ROLES:
        return False  # "will not wait, he said after the talks": the talks were
    if (clause.negated(verb) or clause.negated(carrier) or clause.conditional(verb)) and not arranged:
        return True
    if phrase.role in ("pobj:at", "pobj:in", "pobj:for") and phrase.hits[0].entry.kind == "multilateral":
        return False  # "hoped to meet again at the summit in May": the summit will be, whoever meets
    if phrase.role.startswith("pobj") and due(view, phrase.head.i, phrase.stop):
        return False  # "proposed to raise it at the dialogue, due to take place in May"
    return _wished(view, phrase, verb)


def _told_of(verb: Token, phrase: Phrase) -> bool:
    """Whether a verb behind the phrase is told of its noun, not of somebody named before ("X, who opened it, had ...")."""
    subject = clause.subject(verb)
    return subject is None or subject.i >= phrase.first


def _wished(view: View, phrase: Phrase, verb: Token) -> bool:
    """Whether the verb, or one above its infinitive, wishes, asks or refuses."""
    token = verb
    if (
        token.lower_ in view.lex.wishing
        and phrase.performed
        and not token.lower_.startswith(("call", "welcom", "discuss", "prepar"))
    ):
        return True
    for _ in range(3):
        if token.dep_ not in ("xcomp", "ccomp", "conj", "advcl", "pcomp", "prep", "acl") or token.head == token:
            break
        if token.dep_ == "advcl" and token.tag_ in ("VBD", "VBZ", "VBP"):
            break  # "asked them to report when they convene the third session"
        above = token.head
        if token.dep_ == "conj":
            token = above
            continue
        if token.tag_ == "VB" and above.lower_ in view.lex.wishing and above.lower_ not in view.lex.planning:
            return True
        if (
            token.tag_ == "VB"
            and any(c.lower_ == "to" for c in token.children)
            and above.pos_ in ("NOUN", "ADJ")
            and above.lower_ in view.lex.wishing
        ):
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
        if doc[at].text in _ROMAN and doc[at + 1].text[:1].isupper():
            return _ROMAN[doc[at].text]
        if doc[at].pos_ in ("ADJ", "NUM", "ADV", "NOUN", "PROPN", "X") or doc[at].tag_ == "JJ":
            number = ordinal_of(lower)
            if (
                number is not None
                and lower not in ("a", "an")
                and (lower[0].isdigit() is False or lower[-2:] in ("st", "nd", "rd", "th"))
            ):
                if at >= 2 and doc[at - 1].text == "-" and ordinal_of(f"{doc[at - 2].lower_}-{lower}"):
                    return ordinal_of(f"{doc[at - 2].lower_}-{lower}")
                return number
    return None


def bounds(view: View, phrase: Phrase) -> tuple[int, int]:
    """The tokens in which date and place of the occasion are looked for."""
    verb = phrase.verb
    if verb is not None and (
        phrase.shared
        or (phrase.performed and verb.lower_ in view.lex.light)
        or (phrase.happens and verb.lower_ in view.lex.occur)
    ):
        first = min(clause.clause_start(view.doc, verb.i), phrase.first)
        return first, max(phrase.stop, clause.reach(view.doc, max(verb.i, phrase.head.i)))
    return phrase.first, len(view.doc) if labelled(view, phrase.stop) else phrase.stop


def told(view: View, phrase: Phrase) -> str:
    """How the phrase tells its occasion (see ``Occasion``)."""
    verb = phrase.verb
    if phrase.shared is not None:
        return "main"
    if verb is not None and (
        (phrase.performed and verb.lower_ in view.lex.light) or (phrase.happens and verb.lower_ in view.lex.occur)
    ):
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
    if skipped(view, phrase) or _acts(view, phrase, kind) or _peace_of_others(view, phrase):
        return None
    _co_chaired(view, phrase)
    how = told(view, phrase)
    first, stop = bounds(view, phrase)
    occasion = Occasion(
        kind, view.unit, view.span(first, stop), view.span(phrase.hits[0].first, phrase.hits[-1].last + 1), rules, how
    )
    occasion.words = phrase.words
    occasion.definite = _definite(phrase)
    first = _past_other_time(view, phrase, first)
    tense = _dated(view, phrase, occasion, first, stop)
    place = find_place(view, first, stop)
    occasion.place, occasion.place_country, occasion.venue = place.name, place.country, place.venue
    as_entered(view, phrase.stop, occasion)
    if how != "named":
        there_then(view, occasion, clause.clause_start(view.doc, phrase.verb.i) if phrase.verb else first, tense)
    last = phrase.hits[-1]
    occasion.ordinal = ordinal_before(view, phrase.first, phrase.head.i)
    if occasion.ordinal is None and last.first > phrase.head.i:  # "a commission, the maiden session of which"
        occasion.ordinal = ordinal_before(view, max(0, last.first - 2), last.last)
    fill_people(view, phrase, occasion)
    if how == "named" and _points_back(phrase, occasion):
        occasion.told = "side" if names_partner(view, phrase, occasion) else "back"
    if (
        (presence(phrase) or took_part(phrase))
        and occasion.definite
        and occasion.first is None
        and occasion.ordinal is None
        and (occasion.place is None or took_part(phrase))
    ):
        occasion.told, occasion.people, occasion.parties, occasion.place = "back", [], [], None
    _rounds(view, phrase, occasion)
    on_new_day(view, phrase, occasion)
    if (
        occasion.kind == "multilateral"
        and len(occasion.parties) == 2
        and not occasion.org
        and "ministers" in phrase.words
        and set(occasion.parties) == set(view.scene.sides)
    ):
        occasion.kind = "mechanism" if occasion.ordinal else "meeting"
    if occasion.kind in ("meeting", "mechanism") and len(occasion.parties) > 2 and phrase.words & _MANY:
        occasion.kind = "multilateral"
    return occasion


def _past_other_time(view: View, phrase: Phrase, first: int) -> int:
    """ "The commission, which last met in Lima in 2009, will meet in May": where the words of the coming one begin."""
    verb = phrase.verb
    if not phrase.happens or verb is None or clause.tense(verb) != "future":
        return first
    other = next((c for c in phrase.head.rights if c.dep_ == "relcl" and c.i < verb.i), None)
    if other is None or clause.tense(other) != "past":
        return first
    start = clause.clause_start(view.doc, verb.i)
    return start if start > other.i else first


def _dated(view: View, phrase: Phrase, occasion: Occasion, first: int, stop: int) -> Tense | None:
    """Put date and status into ``occasion``; the tense that they go by."""
    how = occasion.told
    verb = phrase.verb if how != "named" else None
    ahead = (how == "named" and looks_ahead(view, phrase.first)) or due(view, phrase.head.i, stop)
    been = how == "named" and (looks_back(view, phrase.first) or has_been(phrase))
    tense = "past" if been else tense_for(view, verb, phrase.words, ahead)
    dated = pick_date(view, tense, first, stop, phrase.head.i)
    if dated is not None and how == "named" and dated.relation == "since" and occasion.kind == "mechanism":
        dated = None  # "the commission, dormant since 2014"
    if dated is not None and dated.precision == "day" and _day_of_journey(view, phrase, dated.start):
        dated = None
    occasion.status = status_of(view, verb, phrase.words, view.anchor, dated, ahead)
    if (
        how == "named"
        and occasion.status == "held"
        and phrase.verb is not None
        and not phrase.role.startswith("pobj")
        and (phrase.performed or (phrase.happens and _to_be(phrase.verb)))
    ):
        occasion.status = status_of(view, phrase.verb, phrase.words, view.anchor, dated)
    set_date(occasion, dated)
    return tense


def has_been(phrase: Phrase) -> bool:
    """ "The consultations held in Rome in May": a participle tells that they have been."""
    return any(
        child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in _HELD and not any(child.lefts)
        for child in phrase.head.children
    )


def _to_be(verb: Token) -> bool:
    """ "The commission will meet", "is to meet"."""
    return clause.tense(verb) == "future" or clause.to_come(verb) or (
        verb.dep_ == "xcomp" and verb.head.lower_ in ("is", "are") and any(c.lower_ == "to" for c in verb.lefts)
    )  # fmt: skip


def _peace_of_others(view: View, phrase: Phrase) -> bool:
    """Peace talks are of the parties to a war, not of the two sides that speak of them."""
    return "peace" in phrase.words and len(view.scene.sides) == 2


def _acts(view: View, phrase: Phrase, kind: str) -> bool:
    """ "the General Assembly recognised it in 1995": a body that does something, no session of it."""
    verb, over = phrase.verb, view.over(phrase.head)
    described = verb is not None and verb.lower_ in ("is", "are", "was", "were") and phrase.role in ("nsubj", "attr")
    if kind == "mechanism" and described and phrase.head.lower_ in view.lex.lists["body-nouns"]:
        noun = next((c for c in verb.rights if c.dep_ == "attr"), None) if verb is not None else None
        if noun is not None and phrase.role == "nsubj":
            return True  # "the commission is the main channel for the ties laid down in May"
    if kind == "multilateral" and phrase.head.dep_ == "pobj" and phrase.head.head.lower_ == "by":
        return True  # "ratification by the National Assembly last month"
    return (
        kind == "multilateral"
        and phrase.role == "nsubj"
        and verb is not None
        and over is not None
        and over.kind == "organisation"
        and verb.lower_ not in view.lex.occur
    )


def _day_of_journey(view: View, phrase: Phrase, start: int) -> bool:
    """ "arrived on Friday to attend the summit": Friday is the day of the arrival."""
    verb = phrase.verb
    if (
        verb is None
        or verb.dep_ not in ("advcl", "xcomp")
        or verb.tag_ != "VB"
        or view.at(verb.i) < view.unit.start + start
    ):
        return False
    return verb.head.lower_.startswith(("arriv", "left", "leav", "depart", "flew", "fly", "travel", "land"))


def _co_chaired(view: View, phrase: Phrase) -> None:
    """ "will meet X and co-chair with Y the third committee meeting": the parser takes "co-chair" for a noun."""
    if phrase.performed and phrase.verb is not None and phrase.verb.lower_ in view.lex.light:
        return
    doc = view.doc
    for at in range(phrase.first - 1, max(1, phrase.first - 25), -1):
        if (
            doc[at].lower_.startswith("chair")
            and doc[at - 1].text == "-"
            and doc[at - 2].lower_ == "co"
            and doc[at].pos_ != "VERB"
        ):
            root = next((token for token in doc if token.dep_ == "ROOT"), None)
            if root is not None and root.i < at and doc[at].lower_ in ("chair", "chaired", "chairs"):
                phrase.verb, phrase.role, phrase.shared = root, "dobj", at
            return


def _definite(phrase: Phrase) -> bool:
    return any(
        child.lower_ in ("the", "this", "their", "these", "our")
        for child in phrase.head.children
        if child.dep_ in ("det", "poss")
    )


def _points_back(phrase: Phrase, occasion: Occasion) -> bool:
    """ "At the talks, ..." tells nothing of its own."""
    bare = occasion.first is None and occasion.ordinal is None and occasion.place is None
    return bare and (phrase.role in BACK_ROLES or phrase.role in ("nsubj", "nsubjpass", ""))


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

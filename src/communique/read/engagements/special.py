"""Occasions with a form of their own: credentials, a spokesperson's turns, "on the margins of APEC"; who was there."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.view import View
from communique.read.engagements.when import pick_date, set_date, status_of
from communique.read.engagements.where import find_place

if TYPE_CHECKING:
    from communique.read.scene import Person, Scene

_ENVOYS = frozenset({"ambassador", "high-commissioner", "charge", "nuncio", "envoy"})
_THEREBY = ("on which occasion", "on that occasion", "during which", "in the course of which")
_MARGINS = ("sidelines", "margins", "sideline", "margin")
_BESIDE = (*_MARGINS, "occasion", "time")
_BESIDE_OF = re.compile(r"\b(?:sidelines?|margins?|occasion|time) of\b")
_PRESS_TITLE = re.compile(
    r"\b(?:press|media) (?:remarks|statement|point|availability|conference|briefing|encounter)|\bremarks (?:to|with) the"
    r" (?:press|media)|\bremarks\b.*\b(?:press|media)\b",
    re.I,
)
_AFTER_MEETING = re.compile(
    r"\b(?:after|following|at) (?:(?:the|his|her|their|a) )?(?:[a-z]+ )?(?:meeting|talks)\b", re.I
)
_IN_A_DAY = frozenset({"meeting", "call", "message", "signing", "ceremony", "briefing"})
_SAYING = frozenset("said says announced told noted stated confirmed remarked commented added declared".split())
_WRITTEN = frozenset(
    {"statement", "communiqué", "communique", "tweet", "post", "release", "letter", "posted", "wrote", "weibo", "x"}
)


def credentials(view: View, occasion: Occasion) -> list[Occasion]:
    """A ceremony for each envoy; the receiver is the head of state of the other side."""
    envoys: list[tuple[str, list[Person]]] = []
    home = view.scene.home
    receiver = next(
        (m for m in view.scene.mentions if m.kind == "person" and m.persons and m.persons[0].country == home and home),
        None,
    )
    seen: set[str] = set()
    for mention in view.mentions:
        if mention.kind not in ("person", "office", "country", "organisation") or not mention.parties:
            continue
        code = mention.parties[0]
        people = [p for p in mention.persons if p.country != home]
        if code == home or (code in seen and not people):
            continue
        if code in seen:
            envoys = [(c, people if c == code else who) for c, who in envoys]
            continue
        seen.add(code)
        envoys.append((code, people))
    out = []
    for code, people in envoys:
        copy = replace(occasion, kind="ceremony", parties=[], people=[], level=None, ordinal=None)
        copy.add_party(*([home] if home else []), code)
        if receiver is not None and occasion.status == "held":
            copy.add_people(list(receiver.persons))
        copy.add_people(people)
        copy.words = frozenset({"credentials"})
        out.append(copy)
    return out


def sidelines(view: View) -> list[Occasion]:
    """ "on the margins of APEC in Vietnam in November": the gathering, with the date and place told there."""
    doc = view.doc
    out: list[Occasion] = []
    text = view.scene.text[view.unit.start : view.unit.end]
    if not _BESIDE_OF.search(text):
        return out
    for token in doc:
        if token.lower_ not in _BESIDE or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "of":
            continue
        stop = clause.reach(doc, token.i + 1)
        if token.i < 4:  # "On the occasion of APEC, on 14 May, ...": the day is the meeting's
            stop = next((at for at in range(token.i, stop) if doc[at].text == ","), stop)
        near = token.i + (8 if token.lower_ in _MARGINS else 4)
        bodies = [m for m in view.between(token.i + 2, min(stop, near)) if m.kind == "organisation" and m.parties]
        if not bodies or bodies[0].parties[0] not in view.lex.forums:
            continue
        occasion = Occasion(
            "multilateral",
            view.unit,
            view.span(token.i, stop),
            view.span(token.i, token.i + 1),
            [view.lex.rule("summit")],
            "named",
        )
        dated = pick_date(view, None, token.i, stop, token.i)
        occasion.status = status_of(view, None, frozenset(), view.anchor, dated)
        set_date(occasion, dated)
        place = find_place(view, token.i, stop)
        occasion.place, occasion.place_country = place.name, place.country
        body = bodies[0].parties[0]
        occasion.add_party(view.lex.owners.get(body, body))
        out.append(occasion)
    return out


def beside_a_gathering(view: View, occasions: list[Occasion]) -> None:
    """A meeting "on the margins of" a gathering shares place and people with it; one that is to come, the date."""
    text = view.scene.text
    for gathering in occasions:
        if gathering.kind != "multilateral":
            continue
        later = [
            o
            for o in occasions
            if o.kind == "meeting" and o.trigger[0] > gathering.trigger[1] and o.first is None and o.place is None
        ]
        link = text[gathering.trigger[1] : later[0].trigger[0]].lower() if later else ""
        if "margins of which" in link or "sidelines of which" in link:
            for meeting in later:
                meeting.first, meeting.last, meeting.place, meeting.place_country = (
                    gathering.first,
                    gathering.last,
                    gathering.place,
                    gathering.place_country,
                )
            continue
        before = text[max(view.unit.start, gathering.trigger[0] - 60) : gathering.trigger[0]].lower()
        if not any(word in before for word in ("margin", "sideline", "occasion of", "time of")) and not text[
            slice(*gathering.trigger)
        ].lower().startswith(_BESIDE):
            continue
        meetings = [o for o in occasions if o.kind in ("meeting", "mechanism") and o.trigger[0] < gathering.trigger[0]]
        if not meetings:
            continue
        meeting = meetings[-1]
        if meeting.place is None and gathering.place is not None:
            meeting.place, meeting.place_country = gathering.place, gathering.place_country
        if meeting.status == "planned" and gathering.first is None:
            gathering.status = "planned"
        if gathering.place is None and meeting.place is not None and meeting.status == gathering.status:
            gathering.place, gathering.place_country = meeting.place, meeting.place_country
        if (
            meeting.first is None
            and gathering.first is not None
            and (meeting.status == "planned" or meeting.told in ("back", "named"))
        ):
            meeting.first, meeting.last, meeting.status = gathering.first, gathering.last, gathering.status
        if meeting.told == "back" and (meeting.first or meeting.place):
            meeting.told = "named"
        gathering.add_party(*meeting.parties)
        gathering.add_people(meeting.people)


def on_that_occasion(view: View, occasions: list[Occasion]) -> None:
    """ "will visit X in May, on which occasion the committee will meet": there and then."""
    doc, text = view.doc, view.scene.text
    for before, occasion in pairwise(occasions):
        if before.kind not in ("visit", "multilateral", "mechanism", "meeting") or occasion.kind == "visit":
            continue
        link = text[before.trigger[1] : occasion.trigger[0]].lower()
        if not any(words in link for words in _THEREBY) or len(doc) == 0:
            continue
        if occasion.first is None and (" occasion" in link or before.first == before.last):
            occasion.first, occasion.last = before.first, before.last
        if occasion.place is None and occasion.kind not in ("call", "message"):
            occasion.place, occasion.place_country = before.place, before.place_country
        if before.status == "planned":
            occasion.status = "planned"


def in_one_breath(occasions: list[Occasion]) -> None:
    """ "called on the Premier on Monday and handed him a letter": what one sentence tells next was on the same day."""
    before: Occasion | None = None
    for occasion in occasions:
        if occasion.told not in ("main", "side") or occasion.kind not in _IN_A_DAY or occasion.earlier:
            continue
        if occasion.first is None and before is not None and occasion.status == before.status:
            if set(occasion.parties) & set(before.parties) or not occasion.parties:
                occasion.first, occasion.last, occasion.deadline = before.first, before.last, before.deadline
        elif occasion.first is not None and len(occasion.first) == 10 and occasion.first == occasion.last:
            before = occasion


def met_at(view: View, occasions: list[Occasion]) -> list[Occasion]:
    """ "look forward to meeting again at the summit in May" tells the gathering, no meeting (codebook, 1)."""
    text = view.scene.text
    out = list(occasions)
    for gathering in occasions:
        if gathering.kind != "multilateral" or gathering.status != "planned":
            continue
        for meeting in occasions:
            if meeting.kind != "meeting" or meeting.status != "planned" or meeting.trigger[0] > gathering.trigger[0]:
                continue
            if not meeting.rules[0].endswith(("/meet", "/see")):
                continue
            link = text[meeting.trigger[1] : gathering.trigger[0]].lower()
            if " forward to" not in text[view.unit.start : meeting.trigger[0]].lower():
                continue
            if " at the " in link and not any(word in link for word in ("margin", "sideline", ",", " on ")):
                gathering.add_party(*meeting.parties)
                gathering.add_people(meeting.people)
                out = [o for o in out if o is not meeting]
    return out


def spokesperson_said(view: View) -> list[Occasion]:
    """ "Foreign Ministry spokesperson X announced on Sunday": a briefing, unless in writing."""
    doc = view.doc
    out: list[Occasion] = []
    for mention in view.mentions:
        if (
            mention.kind != "person"
            or not mention.persons
            or not any("spokes" in office for office in mention.persons[0].offices)
        ):
            continue
        for token in doc:
            if token.lower_ not in _SAYING or (
                not 0 <= view.at(token.i) - mention.end < 40 and not 0 <= mention.start - view.end_of(token.i) < 60
            ):
                continue
            first, stop = clause.clause_start(doc, token.i), clause.reach(doc, token.i)
            words = {t.lower_ for t in doc[first:stop]}
            dated = pick_date(view, "past", first, len(doc), token.i)
            if words & _WRITTEN or dated is None or dated.precision != "day":
                break
            occasion = Occasion(
                "briefing",
                view.unit,
                view.span(first, stop),
                view.span(token.i, token.i + 1),
                [view.lex.rule("tell-press")],
                "side",
            )
            set_date(occasion, dated)
            occasion.add_party(*mention.parties[:1])
            occasion.add_people(list(mention.persons))
            out.append(occasion)
            break
    return out


def turns(scene: Scene, rule: str) -> Occasion | None:
    """A transcript's briefing: the official whose turns it has."""
    if scene.genre != "transcript":
        return None
    for unit in scene.units:
        who = unit.block.turn
        if not who or unit.block.kind == "question":
            continue
        words = set(who.replace(".", " ").split())
        person = next(
            (
                p
                for p in scene.cast
                if words & set(p.name.split()) and (p.name in who or who in p.name or words & set(p.name.split()[-1:]))
            ),
            None,
        )
        party = (person.country if person else None) or scene.home
        if party is None:
            return None
        occasion = Occasion("briefing", unit, (unit.start, unit.end), (unit.start, unit.end), [rule], "main")
        occasion.add_party(party)
        if person is not None:
            occasion.add_people([person])
        occasion.main = True
        return occasion
    return None


def remarks(scene: Scene, briefing: str, meeting: str) -> list[Occasion]:
    """Somebody's own words to the press, by their title: the briefing, and the meeting that it followed."""
    title = scene.report.title or ""
    unit = next((u for u in scene.units if u.block.kind == "body"), None)
    if scene.genre != "first-person" or unit is None or not _PRESS_TITLE.search(title):
        return []
    named = [p for p in scene.cast if p.country and p.name.split()[-1].lower() in title.lower()]
    own = scene.author[0] if scene.author else scene.home
    speakers = [p for p in named if p.country == own]
    if own is None:
        return []
    span = (unit.start, unit.end)
    told = Occasion("briefing", unit, span, span, [briefing], "main", main=True)
    told.add_party(own)
    told.add_people(speakers)
    others = [side for side in scene.sides if side != own]
    if not _AFTER_MEETING.search(title) or len(others) != 1:
        return [told]
    met = Occasion("meeting", unit, span, span, [meeting], "main", main=True)
    met.add_party(own, others[0])
    met.add_people(speakers)
    met.add_people([p for p in named if p.country == others[0]])
    return [told, met]


def present(view: View) -> list[Person]:
    """Those whom a sentence names as also present."""
    text = view.scene.text[view.unit.start : view.unit.end].lower().replace("co-", "")
    if not any(phrase in text for phrase in view.lex.lists["present-words"]):
        return []
    return [p for m in view.mentions if m.kind in ("person", "office") for p in m.persons]

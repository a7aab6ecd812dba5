"""From a scene to drafts: all units, then the whole report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.anchor import unit_anchors
from communique.read.draft import Draft
from communique.read.engagements import special
from communique.read.engagements.headline import choose_main
from communique.read.engagements.lexicon import Lexicon, lexicon
from communique.read.engagements.merge import merge
from communique.read.engagements.nouns import noun_occasions
from communique.read.engagements.occasion import Occasion
from communique.read.engagements.settle import complete_parties, settle
from communique.read.engagements.trips import trip_occasions
from communique.read.engagements.verbs import verb_occasions
from communique.read.engagements.view import View
from communique.read.engagements.visits import visiting

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.read.scene import Person, Scene


_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SPORTS_WORDS = 4
_REMEMBERED = 60
"""How many occasions back "the next meeting" may look: the cost stays linear in a text of any length."""


def engagements(scene: Scene, codebook: Codebook) -> list[Draft]:
    """The engagements of a report, each once."""
    lex = lexicon(codebook)
    if of_sport(scene, lex):
        return []
    found: list[Occasion] = []
    present: list[Person] = []
    anchors = unit_anchors(scene)
    point = scene.anchor
    for unit, anchor in zip(scene.units, anchors, strict=True):
        view = View(scene, unit, lex, anchor)
        if unit.block.kind == "question":
            continue
        text = scene.text[unit.start : unit.end]
        if not lex.may_hold(text):
            continue
        view.mentions = scene.mentions_in(unit.start, unit.end)
        view.point = point if scene.genre != "chronicle" else anchor
        told = _of_unit(view)
        point = _day_told(told, point)
        for occasion in told:
            occasion.anchor = anchor
        found += told
        present += special.present(view)
    transcript = special.turns(scene, codebook.rule("engagements", "press"))
    if transcript is not None:
        found.insert(0, transcript)
    remarks = special.remarks(scene, codebook.rule("engagements", "press"), codebook.rule("engagements", "talks"))
    found = [*remarks, *found]
    for order, occasion in enumerate(found):
        occasion.order = order
        complete_parties(scene, occasion, found[max(0, order - _REMEMBERED) : order])
    occasions = merge(found)
    choose_main(scene, occasions, lex)
    occasions = settle(scene, occasions, lex, present)
    return [_draft(occasion) for occasion in occasions]


def _day_told(told: list[Occasion], point: str | None) -> str | None:
    """The day of what was told last, for "the same day"; what is only named by the way moves nothing."""
    days = (o.first for o in told if o.status == "held" and o.told in ("main", "side") and o.kind != "signing")
    return next((day for day in days if day and len(day) == 10), point)


def of_sport(scene: Scene, lex: Lexicon) -> bool:
    """Whether the report is of sport: a text about no states' dealings has no records at all (codebook, 5)."""
    return len(lex.lists["sports"].intersection(_WORD.findall(scene.text.lower()))) >= _SPORTS_WORDS


def _of_unit(view: View) -> list[Occasion]:
    """The occasions of one unit, in the order of its words."""
    hits = view.lex.hits(view.doc)
    named = noun_occasions(view, [hit for hit in hits if not hit.verb])
    verbs = [hit for hit in hits if hit.verb]
    told = verb_occasions(view, verbs)
    trips = trip_occasions(view, verbs, named)
    trips += visiting(view)
    named = [o for o in named if not any(_is_counted(o, one) for one in told)]
    out: list[Occasion] = []
    for occasion in [*named, *told, *trips]:
        if occasion.kind == "ceremony" and occasion.rules[0].endswith("/credentials"):
            out += special.credentials(view, occasion)
        else:
            out.append(occasion)
    if any(o.rules[0].endswith("/summon") for o in out):
        out = [o for o in out if o.kind != "message"]
    if not any(o.kind == "multilateral" for o in out):
        out += special.sidelines(view)
    if not any(o.kind == "briefing" for o in out):
        out += special.spokesperson_said(view)
    out.sort(key=lambda o: o.trigger)
    special.beside_a_gathering(view, out)
    out = special.met_at(view, out)
    special.on_that_occasion(view, out)
    special.in_one_breath(out)
    return out


def _is_counted(named: Occasion, told: Occasion) -> bool:
    """Whether a body is named only to say how often it has met."""
    inside = told.span[0] <= named.trigger[0] < told.trigger[0]
    return told.counted and named.kind == told.kind and named.ordinal is None and inside


def _draft(occasion: Occasion) -> Draft:
    return Draft("engagement", occasion.fields(), [occasion.span], occasion.rules, [occasion.trigger])

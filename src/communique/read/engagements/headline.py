"""Which engagements the report is about: those of its title, else of its lead; and what such a one has by default."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.engagements.lexicon import Lexicon
from communique.read.engagements.occasion import Occasion

if TYPE_CHECKING:
    from communique.read.scene import Scene

KINDS = ("call", "visit", "signing", "message", "ceremony", "mechanism", "multilateral", "meeting", "briefing")
_WORD = re.compile(r"[a-z0-9é]+(?:['’]s)?|['’]s")
_LEAD_UNITS = 4
_MEETING_TOLD = re.compile(
    r"\b(?:meets?|met|talks|receives?d?|hosts|calls on|discuss(?:es)?|bilateral|courtesy|counterpart)\b"
)


def title_kinds(scene: Scene, lex: Lexicon) -> list[str]:
    """The kinds of occasion that the title speaks of, in its order; what comes "ahead of" or "after" is left out."""
    title = scene.report.title or next((scene.text[b.start : b.end] for b in scene.blocks if b.kind == "title"), "")
    title = title.lower().replace("’", "'")
    for phrase in sorted(lex.lists["title-aside"]):
        at = title.find(f" {phrase} ")
        if at > 0:
            title = title[: at + 1]
    for press in ("press conference", "news conference", "media conference"):
        title = title.replace(press, "press briefing")
    found: list[tuple[int, str]] = []
    for kind in KINDS:
        positions = [m.start() for word in lex.lists[f"title-{kind}"] if (m := _find(title, word))]
        if positions:
            found.append((min(positions), kind))
    kinds = [kind for _, kind in sorted(found)]
    if re.search(r"\bstatement\b", title) and "briefing" in kinds:
        kinds.remove("briefing")
    if "meeting" in kinds and {"mechanism", "multilateral"} & set(kinds) and not _MEETING_TOLD.search(title):
        kinds.remove("meeting")
    if "call" in kinds and "meeting" in kinds and not re.search(r"\b(?:meet|talks)", title):
        kinds.remove("meeting")
    return kinds


def _find(title: str, word: str) -> re.Match[str] | None:
    at = title.find(word)
    while at >= 0:
        end = at + len(word)
        before_ok = at == 0 or not title[at - 1].isalnum() or word.startswith("'")
        if before_ok and (end == len(title) or not title[end].isalnum()):
            return _WORD.search(title, at)
        at = title.find(word, at + 1)
    return None


def choose_main(scene: Scene, occasions: list[Occasion], lex: Lexicon) -> None:
    """Mark the engagements that the report is about."""
    if scene.genre == "chronicle":
        _chronicle(occasions)
        return
    kinds = title_kinds(scene, lex)
    live = [o for o in occasions if o.told != "back" and not o.earlier]
    chosen: list[Occasion] = []
    for kind in kinds:
        chosen += _of_kind(scene, live, kind)
    if scene.genre == "joint":
        chosen += _of_opening(live, chosen)
    if not chosen or (all(o.kind == "visit" and o.status == "planned" for o in chosen) and _reports(kinds)):
        backs = [o for o in occasions if o.told == "back" and o.kind in ("meeting", "call", "mechanism")]
        lead = _of_lead(scene, live, chosen)
        if lead and lead[0].kind == "visit" and backs and backs[0].unit.index <= lead[0].unit.index and not chosen:
            lead = []  # the lead speaks of "their meeting": that is it
        chosen += lead
    if any(o.kind == "signing" for o in chosen):
        chosen += [
            o
            for o in live
            if o.kind == "mechanism" and o.status == "held" and o.unit.index < 3 and o.ordinal and o not in chosen
        ][:1]
    for occasion in chosen:
        occasion.main = True
        _mark_twins(occasion, live)
    if not any(o.main for o in live) and live:
        held = [
            o
            for o in live
            if o.status == "held"
            and len(o.parties) > 1
            and o.unit.index < 2 * _LEAD_UNITS
            and o.told in ("main", "side")
            and not _past(scene, o)
        ]
        backs = [o for o in occasions if o.told == "back" and o.kind in ("meeting", "call", "mechanism")]
        if held and backs and backs[0].unit.index < min(_LEAD_UNITS, held[0].unit.index):
            held = []  # the lead speaks of "their meeting": that is it
        held = [o for o in held if o.kind != "visit"] or (
            [] if any(o.told == "back" and o.kind != "visit" for o in occasions) else held
        )
        if held:
            held[0].main = True


def _of_opening(live: list[Occasion], chosen: list[Occasion]) -> list[Occasion]:
    """What the first sentences of a joint statement tell: the visit and the talks on which it was made."""
    opening = [o for o in live if o.unit.index < 3 and o.told == "main" and o not in chosen]
    return [o for o in opening if o.kind in ("visit", "meeting") or (o.kind == "mechanism" and o.ordinal)][:2]


def _mark_twins(occasion: Occasion, live: list[Occasion]) -> None:
    """ "met separately with X and Y": either is what the report is about."""
    for other in live:
        if other.trigger == occasion.trigger and other.kind == occasion.kind and other.status == occasion.status:
            other.main = True


def _past(scene: Scene, occasion: Occasion) -> bool:
    """Whether it lies well before the report."""
    return (
        occasion.first is not None
        and scene.anchor is not None
        and not _recent(scene.anchor, occasion.first, occasion.last)
    )


def _recent(anchor: str, first: str, last: str | None) -> bool:
    """Within about four days of the report, or over it."""
    from datetime import date

    if len(first) < 10 or len(anchor) < 10:
        return anchor.startswith(first) or first.startswith(anchor)
    try:
        begun, now = date.fromisoformat(first), date.fromisoformat(anchor)
        ended = date.fromisoformat(last) if last and len(last) == 10 else begun
    except ValueError:
        return True
    return (now - ended).days <= 4 and (begun - now).days <= 1


def _reports(kinds: list[str]) -> bool:
    """Whether the report is a report of something held although its title looks ahead."""
    return "visit" not in kinds


def _of_kind(scene: Scene, live: list[Occasion], kind: str) -> list[Occasion]:
    """The occasions of a title's kind: one, or all the visits of a trip and all the envoys of a day."""
    fitting = [
        o
        for o in live
        if o.kind == kind and not (o.status == "held" and _past(scene, o)) and o.told in ("main", "side", "named")
    ]
    if kind == "visit":
        lead = [o for o in fitting if o.unit.index < 3 or o.told == "main"]
        lead = lead or fitting[:1]
        if not lead:
            return []
        visitor = lead[0].parties[:1]
        same = (o for o in fitting if o.parties[:1] == visitor and o.status == lead[0].status)
        return [o for o in same if o is lead[0] or not o.after_main]
    if kind == "ceremony":
        held = [o for o in fitting if o.status == "held" and o.told != "named"]
        return [o for o in held if "credentials" in o.words and o.unit is held[0].unit] or held[:1]
    ranked = sorted(fitting, key=lambda o: _rank(scene, o))
    if not ranked or (kind in ("meeting", "call", "mechanism") and _rank(scene, ranked[0])[0] > 2):
        return ranked[:1] if ranked and ranked[0].unit.index < _LEAD_UNITS else []
    return ranked[:1]


def _rank(scene: Scene, occasion: Occasion) -> tuple[int, int, int, int]:
    """Smaller is likelier what the report is about: held, between its sides, told by a main clause, early."""
    sides = set(scene.sides)
    off = 0 if not sides or set(occasion.parties) & sides else 2
    if len(sides) == 2 and set(occasion.parties) != sides and occasion.kind != "multilateral":
        off += 1
    early = min(occasion.unit.index // _LEAD_UNITS, 2)
    return (
        off + (occasion.status == "planned"),
        early,
        {"main": 0, "side": 0, "named": 1}.get(occasion.told, 2),
        occasion.order,
    )


def _of_lead(scene: Scene, live: list[Occasion], chosen: list[Occasion]) -> list[Occasion]:
    """The first occasion that the lead tells by its main clause, held, else any it tells."""
    lead = [
        o
        for o in live
        if o.unit.index < _LEAD_UNITS and o not in chosen and not (o.status == "held" and _past(scene, o))
    ]
    for how, status in (("main", "held"), ("side", "held"), ("main", "planned"), ("named", "held")):
        fitting = [
            o
            for o in lead
            if o.told == how
            and o.status == status
            and o.kind not in ("visit" if how == "side" else "", "signing" if how == "named" else "")
        ]
        if how == "main" and fitting:  # "said in X after talks with Y": told before anything later in the lead
            early = [o for o in lead if o.told == "side" and o.status == status and o.kind in ("meeting", "call")]
            if early and early[0].unit.index < fitting[0].unit.index and len(early[0].people) > 1:
                return early[:1]
        fitting = [o for o in fitting if how != "named" or o.kind in ("meeting", "call", "mechanism")]
        if fitting:
            return fitting[:1]
    return []


def _chronicle(occasions: list[Occasion]) -> None:
    """In a chronicle each entry is about its first occasion that was held."""
    seen: set[int] = set()
    for occasion in occasions:
        entry = occasion.unit.block.start
        if entry in seen or occasion.told not in ("main", "side") or occasion.status != "held":
            continue
        seen.add(entry)
        occasion.main = True

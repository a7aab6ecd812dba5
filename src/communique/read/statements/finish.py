"""Finishing: coordinated clauses of one act are one statement; spans, addressees, topics and items are filled in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.draft import Draft
from communique.read.scene import Scene, Unit
from communique.read.statements.answers import name_what_was_asked
from communique.read.statements.due import due_of
from communique.read.statements.items import items_of
from communique.read.statements.told import Told
from communique.read.topics import TopicContext, topics_of

if TYPE_CHECKING:
    from communique.read.statements.narration import Narration

_TRIM = " \t\r\n,;:.–—-"
_WITH_ITEMS = frozenset({"pledge", "agree", "request", "propose"})


def drafts(reader: Narration, unit: Unit, told: list[Told]) -> list[Draft]:
    """What a unit tells, merged, as drafts."""
    out: list[Draft] = []
    text, homographs = reader.scene.text, reader.book.groups["homographs"]
    for one in _merged(reader, unit, told):
        span = _span(text, unit, one)
        if span is None:
            continue
        items = items_of(text, unit, one, reader.cases, homographs) if one.act in _WITH_ITEMS else []
        fields = {
            "act": one.act,
            "holders": tuple(one.holders),
            "speaker": (one.speaker.name or None) if one.speaker is not None else None,
            "addressees": (),
            "strength": one.strength,
            "topics": (),
            "items": tuple(text[start:end] for start, end in items),
            "due": due_of(text, unit, one, items, reader.anchor),
        }
        if one.opening >= 0:
            fields["opening"] = one.opening
        out.append(Draft("statement", fields, [span], [one.rule], [unit.span(one.trigger)]))
    return out


def _merged(reader: Narration, unit: Unit, told: list[Told]) -> list[Told]:
    out: list[Told] = []
    formulas = reader.book.groups["belief-formulas"]
    principles = reader.book.groups["support-formulas"]
    for one in sorted(told, key=lambda t: (t.first, t.last)):
        words = reader.scene.text[unit.start : unit.end]
        own = words[unit.doc[one.first].idx : unit.doc[one.last].idx + len(unit.doc[one.last])]
        if one.act == "assess" and not one.saying and "CHN" not in one.holders and any(f in own for f in formulas):
            one.act = "support"
        if one.act == "assess" and any(f in own for f in principles):
            one.act = "support"
        last = out[-1] if out else None
        same = last is not None and (last.act, last.strength, last.holders) == (one.act, one.strength, one.holders)
        if (
            last is not None
            and same
            and last.reported == one.reported
            and not one.saying
            and (not last.saying or last.act in ("support", "oppose"))
        ):
            last.last = max(last.last, one.last)
            if one.head is not None and last.head is None:
                last.head = one.head
            continue
        if last is not None and same and one.first <= last.last and one.last <= last.last:
            continue
        out.append(one)
    for earlier, later in pairwise(out):
        if earlier.last >= later.first > earlier.first:
            earlier.last = later.first - 1
    return out


def _span(text: str, unit: Unit, one: Told) -> tuple[int, int] | None:
    doc = unit.doc
    while one.last > one.first and (doc[one.last].is_punct or doc[one.last].lower_ in ("and", "but", "while", "that")):
        if doc[one.last].text in ('"', "”", ")", "’"):
            break
        one.last -= 1
    first, last = doc[one.first], doc[one.last]
    start, end = unit.start + first.idx, unit.start + last.idx + len(last)
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return (start, end) if end - start > 3 else None


def settle(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Addressees and topics; what says the lead again, or nothing, is left out."""
    out: list[Draft] = []
    seen: set[tuple[str, tuple[str, ...], str]] = set()
    for draft in _listed(found):
        start, end = draft.spans[0]
        words = scene.text[start:end]
        key = (draft.fields["act"], draft.fields["holders"], re.sub(r"\W+", " ", words).lower())
        if key in seen:
            continue
        seen.add(key)
        before = scene.text[_paragraph(scene, start) : start]
        draft.fields["topics"] = topics_of(words, TopicContext(sides=scene.sides, before=before))
        draft.fields["addressees"] = _addressees(scene, draft, start, end)
        out.append(draft)
    out.sort(key=lambda d: d.spans[0])
    name_what_was_asked(scene, out)
    return out


def _paragraph(scene: Scene, at: int) -> int:
    """Where the block begins that ``at`` lies in."""
    return next((b.start for b in scene.blocks if b.start <= at < b.end), at)


def _listed(found: list[Draft]) -> list[Draft]:
    """The items of one list and one strength are one statement, from the list's opening to its last item."""
    out: list[Draft] = []
    opened: set[int] = set()
    for draft in found:
        opening = draft.fields.pop("opening", None)
        if opening is None:
            out.append(draft)
            continue
        last = out[-1] if out else None
        alike = (
            last is not None
            and last.rule[-1:] == ["list"]
            and all(last.fields[k] == draft.fields[k] for k in ("act", "holders", "strength", "speaker"))
        )
        if last is not None and alike:
            last.spans = [(last.spans[0][0], draft.spans[0][1])]
            last.fields["items"] += draft.fields["items"]
            last.fields["due"] += draft.fields["due"]
            continue
        if opening not in opened:
            while out and out[-1].spans[0][0] >= opening and out[-1].fields["act"] == draft.fields["act"]:
                out.pop()
            draft.spans = [(opening, draft.spans[0][1])]
            opened.add(opening)
        draft.rule.append("list")
        out.append(draft)
    for draft in out:
        if draft.rule[-1:] == ["list"]:
            draft.rule.pop()
    return out


def _addressees(scene: Scene, draft: Draft, start: int, end: int) -> tuple[str, ...]:
    holders = draft.fields["holders"]
    if len(holders) > 1:
        return ()
    act = draft.fields["act"]
    named: list[str] = []
    for mention in scene.mentions_in(start, end):
        if mention.kind in ("country", "person", "office", "organisation"):
            named.extend(p for p in mention.parties if p not in holders and p not in named)
    other = tuple(s for s in scene.sides if s not in holders)[:1]
    if scene.genre in ("transcript", "first-person") or (scene.genre == "report" and not other):
        return tuple(named[:1]) if act in ("pledge", "request", "propose", "appreciate") else ()
    if "hotspot" in draft.fields["topics"] and act not in ("request", "appreciate", "pledge"):
        return ()
    if other and holders[0] in scene.sides:
        return other
    return tuple(named[:1]) or other

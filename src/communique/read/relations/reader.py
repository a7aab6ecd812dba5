"""Put together: labels with their parties, events and dates, and diplomatic relations; each told once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.draft import Draft
from communique.read.references.sentence import Sentence, sentence_of
from communique.read.relations.diplomatic import diplomatic
from communique.read.relations.event import Event
from communique.read.relations.events import events_of
from communique.read.relations.labels import labels
from communique.read.relations.lexicon import Lexicon, lexicon
from communique.read.relations.parties import Pair, company, parties_of
from communique.read.relations.when import date_of

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.read.scene import Scene, Unit

_WORTH_READING = re.compile(
    r"partner|communit(?:y|ies) (?:of|with)|diplomatic|allian|\ball(?:y|ied|ies)\b|\bties\b|relations|free association"
    r"|strategic|advanced status|solidarity|sustainability",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Found:
    parties: Pair
    label: str
    event: str
    date: str | None
    strong: bool
    span: tuple[int, int]
    rules: list[str]
    trigger: tuple[int, int]


def relations(scene: Scene, codebook: Codebook) -> list[Draft]:
    """The drafts of the ``relation`` layer: ``parties``, ``label``, ``event``, ``date``; the words as evidence."""
    tables = lexicon(codebook)
    found: list[_Found] = []
    for unit in scene.units:
        if _WORTH_READING.search(scene.text, unit.start, unit.end):
            sentence = sentence_of(unit)
            if sentence is not None and sentence.low:
                found += _labelled(scene, sentence, tables)
                found += _diplomatic(scene, sentence, tables)
    return [
        Draft(
            "relation",
            {"parties": f.parties, "label": f.label, "event": f.event, "date": f.date},
            [f.span],
            f.rules,
            [f.trigger],
        )
        for f in _once(found)
    ]


def _labelled(scene: Scene, sentence: Sentence, tables: Lexicon) -> list[_Found]:
    found: list[_Found] = []
    who = None
    told = [(label, events_of(sentence, label, tables)) for label in labels(sentence, tables)]
    dated = tuple(event.at for _, events in told for event in events if event.kind not in ("described", "proposed"))
    for label, events in told:
        if _left_behind(sentence, label.first, label.last):
            continue
        who = who or company(scene, sentence)
        parties, named = parties_of(scene, sentence, label.first, label.last, who, label.head.party)
        if parties is None or (label.head.pair and not named) or _in_name(scene, sentence, label.noun):
            continue
        for event in events:
            date = _date(scene, sentence, event, dated, _next_clause(sentence, max(label.last, event.at)))
            if date and scene.anchor and date > scene.anchor[: len(date)]:
                date = _to_come(event, date, sentence.tag[event.at], scene.anchor)
            span = _span(sentence, event, label.first, label.last)
            rules = list(dict.fromkeys((label.head.rule, event.rule)))
            found.append(
                _Found(
                    parties,
                    label.text,
                    event.kind,
                    date,
                    event.strong,
                    span,
                    rules,
                    sentence.span(label.first, label.last),
                )
            )
    return found


def _in_name(scene: Scene, sentence: Sentence, noun: int) -> bool:
    """Whether the noun is part of an organisation's name: the "Pacific Alliance"."""
    start, end = sentence.span(noun, noun)
    mentions = scene.mentions_in(sentence.unit.start, sentence.unit.end)
    return any(m.kind == "organisation" and m.start < start and m.end >= end for m in mentions)


def _left_behind(sentence: Sentence, first: int, last: int) -> bool:
    """ "From a comprehensive to a strategic partnership": what is left is not what the relation is."""
    before, after = sentence.low[max(0, first - 3) : first], sentence.low[last + 1 : last + 3]
    if "from" not in before:
        return False
    return ("to" in after and "to" not in before) or any(
        word in ("elevate", "elevated", "upgrade", "upgraded", "raised", "raise", "elevation", "upgrading")
        for word in sentence.low[max(0, first - 14) : first]
    )


def _to_come(event: Event, date: str, tag: str, anchor: str) -> str | None:
    """The date of an event that would lie ahead: what was done, was done the year before; else it is only decided."""
    if tag == "VBD":
        return f"{int(date[:4]) - 1:04d}{date[4:]}"
    if event.kind in ("upgraded", "established", "agreed"):
        event.kind = "agreed"  # on the occasion, not on the day that is still to come
        return anchor if event.fresh else None
    return date


_OWN_DAY = frozenset("which that who when once during as in on by at before after from until while if".split())
"""What opens a clause that tells when the thing before it is to be."""


def _next_clause(sentence: Sentence, last: int) -> int | None:
    """Where behind ``last`` something else is told: "... partnership | and to set up a council, which will meet in May"."""
    low, tag = sentence.low, sentence.tag
    for index in range(last + 1, len(low) - 1):
        if low[index] == ";":
            return index
        begins = index + 1 + (low[index] == "," and low[index + 1] == "and")
        if low[index] not in (",", "and") or begins >= len(low) or low[begins] in _OWN_DAY:
            continue
        end = next((i for i in range(begins, len(low)) if low[i] in (",", ";")), len(low))
        if low[begins] == "to" or any(tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(begins, end)):
            return index
    return None


def _date(
    scene: Scene, sentence: Sentence, event: Event, dated: tuple[int, ...], until: int | None = None
) -> str | None:
    if event.kind in ("described", "proposed"):
        return None
    if event.deadline:
        return scene.anchor if event.fresh else None
    told = date_of(scene, sentence, event.at, dated, until)
    return told or (scene.anchor if event.fresh else None)


def _diplomatic(scene: Scene, sentence: Sentence, tables: Lexicon) -> list[_Found]:
    unit: Unit = sentence.unit
    found = []
    for ties in diplomatic(sentence, scene.text[unit.start : unit.end], tables):
        parties, _ = parties_of(scene, sentence, ties.first, ties.last)
        if parties is None:
            continue
        date = None if ties.event == "proposed" else date_of(scene, sentence, ties.at)
        first, last = min(ties.first, ties.at), max(ties.last, ties.at)
        rules = [tables.event_rules["establish"]]
        found.append(
            _Found(
                parties,
                "diplomatic relations",
                ties.event,
                date,
                True,
                sentence.span(first, last),
                rules,
                sentence.span(ties.first, ties.last),
            )
        )
    return found


def _span(sentence: Sentence, event: Event, first: int, last: int) -> tuple[int, int]:
    """From the word that tells the event to the end of the label, or the other way round."""
    return sentence.span(min(first, event.at), max(last, event.at))


def _once(found: list[_Found]) -> list[_Found]:
    """One for each parties, label and event; a label only named in passing gives way to what happened to it."""
    kept: list[_Found] = []
    for item in found:
        same = next((k for k in kept if _same(k, item)), None)
        if same is None:
            kept.append(item)
            continue
        if len(item.label) > len(same.label):
            same.label, same.span, same.trigger = item.label, item.span, item.trigger
        same.date = same.date or item.date
        same.strong = same.strong or item.strong
    told = [k for k in kept if k.event != "described"]
    return [k for k in kept if k.event != "described" or k.strong or not any(_about(k, other) for other in told)]


def _same(one: _Found, other: _Found) -> bool:
    return one.event == other.event and _about(one, other)


def _about(one: _Found, other: _Found) -> bool:
    """The same two parties, and labels of which one is the other cut short."""
    if set(one.parties) != set(other.parties):
        return False
    mine, theirs = _ranks(one.label), _ranks(other.label)
    return mine <= theirs or theirs <= mine


def _ranks(label: str) -> set[str]:
    """The words of a label; "cooperation" and "cooperative" are one."""
    return {
        "cooperative" if word in ("cooperation", "co-operative", "co-operation") else word for word in label.split()
    }

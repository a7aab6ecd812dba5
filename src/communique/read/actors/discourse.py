"""Settling what depends on the run of the text: "the President", "his counterpart", "the two sides", "he", "they".

One pass in the order of the text with a short memory: who was the last subject, who spoke last, which pair the
paragraph is about. Where two answers are open, none is given (DESIGN, 3), and the place is counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from communique.read.actors.holders import settle_office
from communique.read.actors.memory import Memory
from communique.read.actors.turns import speaker
from communique.read.scene import Mention, Person, Scene, Unit

_OWN = re.compile(
    r"\b(?:his|her|my|our|their|its)\s+(?:own\s+)?(?:country|government|nation|authorities|side|administration|people|capital|delegation)(?:['’]s)?\b",
    re.IGNORECASE,
)
_REALM = re.compile(
    r"\b(?:the|The) (?:(?P<realm>Hashemite Kingdom|Islamic Republic|Kingdom|Sultanate|Emirate|Federation)|Head of our [Ss]tate|Realm|Administration|(?:Federal |Royal |Union |Central )?Government|Federal Council|Crown)(?:['’]s)?\b(?!\s+(?:of|[A-Z]))"
)
_TOGETHER = re.compile(r"(?:Together|Along|Jointly) with\b")
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_THE_PRESS = r"journalists?|reporters?|correspondents?|newsmen|the press"
_PRESS, _PRESS_BEFORE = (
    re.compile(rf"\b(?:{one})\b", re.IGNORECASE) for one in (rf"{_OF_THE_PRESS}|questions?|asked", _OF_THE_PRESS)
)
_BEFORE = 200
"""In characters: how far back the press may be told of to which somebody replies."""


def settle(
    scene: Scene,
    ranks: dict[str, str],
    speaking: frozenset[str],
    realms: Mapping[str, frozenset[str]],
    replies: frozenset[str],
) -> None:
    """Fill in ``parties`` and ``persons`` of the open mentions of ``scene``, in place. ``ranks``: office id to rank;
    ``realms``: the states that "the Kingdom" may be; ``replies``: the forms of verbs that tell a reply."""
    _add_own(scene, realms)
    memory = Memory(replies=replies)
    for unit in scene.units:
        if unit.block.para != memory.block:
            memory.block = unit.block.para
            memory.local, memory.local_people = [], []
        if unit.block.turn:
            memory.turn = speaker(unit.block.turn, scene.cast)
            memory.speaker = memory.turn
        _settle_unit(scene, unit, memory, ranks, speaking)


def _add_own(scene: Scene, realms: Mapping[str, frozenset[str]]) -> None:
    starts = {m.start for m in scene.mentions}
    taken = [(m.start, m.end) for m in scene.mentions]
    extra = []
    for match in _OWN.finditer(scene.text):
        if match.start() not in starts and not any(s < match.end() and match.start() < e for s, e in taken):
            extra.append(Mention(match.start(), match.end(), "country", name="own"))
    for match in _REALM.finditer(scene.text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            sides = [side for side in scene.sides if side in realms.get(match["realm"] or "", ())]
            told = tuple(sides) if len(sides) == 1 else ()
            extra.append(Mention(match.start(), match.end(), "country", told, name="" if told else "realm"))
    if extra:
        scene.mentions.extend(extra)
        scene.mentions.sort(key=lambda m: m.start)


def _settle_unit(scene: Scene, unit: Unit, memory: Memory, ranks: dict[str, str], speaking: frozenset[str]) -> None:
    mentions = scene.mentions_in(unit.start, unit.end)
    subject = main_subject(unit, mentions)
    seen: list[Mention] = []
    for mention in mentions:
        if mention.kind == "pronoun":
            _pronoun(scene, mention, memory, unit, seen)
        elif mention.kind == "office":
            settle_office(scene, mention, memory, ranks, seen)
        elif mention.kind == "joint":
            _joint(scene, mention, memory)
        elif mention.name == "realm":
            _realm(scene, mention, memory, unit, seen)
        elif mention.name == "own":
            _own(scene, mention, memory, unit, seen)
        memory.note(mention, speaking)
        seen.append(mention)
    named = dict.fromkeys(p for m in seen if m.kind in ("country", "adjective", "person", "office") for p in m.parties)
    if len(named) > 2:
        memory.gathered = tuple(named)
    if subject is not None and (subject.parties or subject.persons):
        memory.subject = subject
        if subject.persons and len(subject.persons) == 1:
            memory.speaker = subject.persons[0]


def main_subject(unit: Unit, mentions: list[Mention]) -> Mention | None:
    """The mention that is the subject of the unit's main verb, if one is."""
    doc = unit.doc
    if doc is None or not len(doc):
        return None
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    candidates: list[Any] = []
    if root is not None:
        candidates = [t for t in root.children if t.dep_ in _SUBJECTS]
    for token in candidates or [t for t in doc if t.dep_ in _SUBJECTS][:1]:
        at = unit.start + token.idx
        for mention in mentions:
            if mention.start <= at < mention.end:
                return mention
    return None


def _pair(scene: Scene, memory: Memory) -> tuple[str, ...]:
    """The two (or more) that "the two sides" are here: the report's, unless the paragraph is about another pair."""
    people = [p.country for p in memory.local_people if p.country]
    if scene.genre == "chronicle" or len(scene.sides) < 2:
        del memory.local[:-6]
        around = list(dict.fromkeys([*people, *memory.local]))
        others = [p for p in around if p != scene.home]
        if scene.home and others:
            return (scene.home, others[0])
        if len(around) >= 2:
            return (around[0], around[1])
    outside = [c for c in people if c not in scene.sides]
    if outside and len(scene.sides) >= 1 and not any(c == s for c in people for s in scene.sides[1:]):
        return (scene.sides[0], outside[-1]) if outside[-1] != scene.sides[0] else scene.sides
    if scene.genre == "transcript" and scene.home:
        others = [p for p in memory.local if p != scene.home and len(p) == 3]
        if others:
            return (scene.home, others[-1])
    return scene.sides if len(scene.sides) > 1 else ()


def _joint(scene: Scene, mention: Mention, memory: Memory) -> None:
    count = next((n for word, n in _COUNTS.items() if word in mention.name.lower().split()), 2)
    mention.parties = _pair(scene, memory) if count == 2 else _several(memory, count)
    if re.search(r"president|minister|leader|head|secretar|premier", mention.name, re.IGNORECASE):
        mention.persons = tuple(p for p in scene.cast if p.country in mention.parties and _leads(p, mention.name))[:2]


def _several(memory: Memory, count: int) -> tuple[str, ...]:
    """Three or more sides: those that the paragraph names, else those of the last sentence that named as many."""
    local = tuple(dict.fromkeys(memory.local))
    return local if len(local) == count else memory.gathered if len(memory.gathered) == count else ()


def _leads(person: Person, words: str) -> bool:
    words = words.lower()
    offices = " ".join(person.offices)
    if "foreign minister" in words:
        return "foreign" in offices
    if "president" in words:
        return "president" in offices
    if "minister" in words:
        return "minister" in offices
    return (
        "president" in offices or "prime" in offices or "king" in offices or "monarch" in offices or "head" in offices
    )


def _pronoun(scene: Scene, mention: Mention, memory: Memory, unit: Unit, seen: list[Mention]) -> None:
    word = mention.name
    if word in ("he", "she", "him"):
        person = _he_or_she(scene, mention, memory, unit, seen)
        if person is not None:
            mention.persons = (person,)
            mention.parties = (person.country,) if person.country else ()
    elif word in ("they", "them"):
        last = next((m for m in reversed(seen) if m.kind == "joint" or len(m.parties) > 1), None)
        mention.parties = last.parties if last is not None else _they(scene, memory)
    elif word == "latter":
        _latter(mention, memory, seen)
    elif word in ("we", "us", "i"):
        _we(scene, mention, memory, unit)
    elif word == "it":
        before = memory.subject if memory.subject and memory.subject.start >= unit.block.start else None
        subject = next((m for m in seen if m.kind in ("country", "organisation") and m.parties), None) or before
        if (
            subject is not None
            and subject.kind in ("country", "organisation", "pronoun")
            and len(subject.parties) == 1
            and not subject.persons
        ):
            mention.parties = subject.parties


def _latter(mention: Mention, memory: Memory, seen: list[Mention]) -> None:
    """Settle "the latter": whoever of the sentence was named last."""
    last = next((m for m in reversed(seen) if m.kind in ("person", "office", "country") and m.parties), None)
    if last is not None:
        mention.parties, mention.persons = last.parties, last.persons
    elif memory.recent:
        mention.persons = (memory.recent[-1],)
        mention.parties = (memory.recent[-1].country,) if memory.recent[-1].country else ()


def _they(scene: Scene, memory: Memory) -> tuple[str, ...]:
    if memory.subject is not None and (memory.subject.kind == "joint" or len(memory.subject.parties) > 1):
        return memory.subject.parties
    if (
        memory.subject is not None
        and memory.subject.kind in ("country", "organisation")
        and memory.block >= 0
        and not memory.local_people
    ):
        return ()
    return _pair(scene, memory)


def _he_or_she(scene: Scene, mention: Mention, memory: Memory, unit: Unit, seen: list[Mention]) -> Person | None:
    gender = "f" if mention.name == "she" else "m"
    inside = [m.persons[0] for m in seen if len(m.persons) == 1 and m.kind in ("person", "office", "pronoun")]
    turn = memory.turn if unit.block.turn else None  # who speaks in a transcript says "I"
    asker = (
        memory.speaker if not inside and _replies(scene, unit, mention, memory) else None
    )  # nobody replies to himself
    order: list[Person] = []
    if unit.kind != "attribution" and inside:
        order.append(inside[0])
    if memory.speaker is not None:
        order.append(memory.speaker)
    order.extend(reversed(memory.recent))
    order = [p for p in order if p is not turn]
    others = [p for p in order if asker is not None and p.country != asker.country and p.gender in (None, gender)]
    if others:
        others[0].gender = gender
        return others[0]
    fitting = [p for p in order if p.gender == gender]
    open_ = [p for p in order if p.gender is None]
    if not order:
        return None
    if order[0].gender == gender:
        return order[0]
    known = [p for p in order[:4] if p.gender == gender]
    if order[0].gender is None and (not known or gender == "m"):
        if order[0] is memory.speaker or all(p.gender not in (None, gender) for p in order[1:] if p is not order[0]):
            order[0].gender = gender
        return order[0]
    return next(iter(fitting or open_), None)


def _replies(scene: Scene, unit: Unit, mention: Mention, memory: Memory) -> bool:
    """Whether "he" is told to reply something, and not to the press; to answer a call is no reply."""
    if unit.doc is None or unit.block.turn or _PRESS.search(unit.doc.text):
        return False
    if _PRESS_BEFORE.search(scene.text, max(0, unit.start - _BEFORE), unit.start):
        return False
    at = next((t for t in unit.doc if t.idx == mention.start - unit.start), None)
    if at is None or at.dep_ not in _SUBJECTS or at.head.lower_ not in memory.replies:
        return False
    return not any(child.dep_ == "dobj" for child in at.head.children)


def _we(scene: Scene, mention: Mention, memory: Memory, unit: Unit) -> None:
    if scene.genre == "joint" and not unit.quoted:
        mention.parties = scene.sides
    elif memory.speaker is not None and memory.speaker.country and (unit.quoted or unit.block.turn):
        mention.parties = (memory.speaker.country,)
        mention.persons = (memory.speaker,)
    elif scene.author or scene.home:
        mention.parties = scene.author or (scene.home or "",)
    if _TOGETHER.match(scene.text, unit.start, mention.start) and mention.parties:
        beside = [p for m in scene.mentions_in(unit.start, mention.start) for p in m.parties]
        mention.parties = tuple(dict.fromkeys((*mention.parties, *beside)))


def _own(scene: Scene, mention: Mention, memory: Memory, unit: Unit, seen: list[Mention]) -> None:
    words = scene.text[mention.start : mention.end].lower()
    if words.startswith(("my", "our")):
        _we(scene, mention, memory, unit)
        mention.persons = ()
        return
    person = next((m.persons[0] for m in reversed(seen) if len(m.persons) == 1), None) or memory.speaker
    if unit.attribution is not None and not any(m.persons for m in seen):
        spoken = scene.mentions_in(unit.attribution.start, unit.attribution.end)
        person = next((m.persons[0] for m in spoken if len(m.persons) == 1), person)
    if person is not None and person.country:
        mention.parties = (person.country,)


def _realm(scene: Scene, mention: Mention, memory: Memory, unit: Unit, seen: list[Mention]) -> None:
    """Settle "the Kingdom", "the Administration": the outlet's own, or that of the one who speaks of it."""
    words = scene.text[mention.start : mention.end]
    if scene.home and ("Government" not in words and "Administration" not in words):
        mention.parties = (scene.home,)
        return
    person = next((m.persons[0] for m in seen if len(m.persons) == 1), None) or (
        memory.speaker if unit.attribution is not None else None
    )
    if person is not None and person.country:
        mention.parties = (person.country,)
    elif scene.home:
        mention.parties = (scene.home,)

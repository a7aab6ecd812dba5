"""Settling what depends on the run of the text: "the President", "his counterpart", "the two sides", "he", "they".

One pass in the order of the text with a short memory: who was the last subject, who spoke last, which pair the
paragraph is about. Where two answers are open, none is given (DESIGN, 3), and the place is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from communique.read.actors.turns import speaker
from communique.read.scene import Mention, Person, Scene, Unit

_OWN = re.compile(
    r"\b(?:his|her|my|our|their|its)\s+(?:own\s+)?(?:country|government|nation|authorities|side|administration|people|capital|delegation)(?:['’]s)?\b",
    re.IGNORECASE,
)
_REALM = re.compile(
    r"\b(?:the|The) (?:Head of our [Ss]tate|Kingdom|Sultanate|Emirate|Realm|Federation|Hashemite Kingdom|Islamic Republic|Administration|Government|Crown)(?:['’]s)?\b(?!\s+(?:of|[A-Z]))"
)
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class _Memory:
    """What the pass remembers. ``recent`` are people, latest last."""

    speaker: Person | None = None
    subject: Mention | None = None
    previous_subject: Mention | None = None
    recent: list[Person] = field(default_factory=list)
    joint: tuple[str, ...] = ()
    joint_people: tuple[Person, ...] = ()
    block: int = -1
    turn: Person | None = None
    unnamed: dict[str, Person] = field(default_factory=dict)
    gathered: tuple[str, ...] = ()
    local: list[str] = field(default_factory=list)
    local_people: list[Person] = field(default_factory=list)


def settle(scene: Scene, ranks: dict[str, str], speaking: frozenset[str]) -> None:
    """Fill in ``parties`` and ``persons`` of the open mentions of ``scene``, in place. ``ranks``: office id to rank."""
    _add_own(scene)
    memory = _Memory()
    for unit in scene.units:
        if unit.block.para != memory.block:
            memory.block = unit.block.para
            memory.local, memory.local_people = [], []
        if unit.block.turn:
            memory.turn = speaker(unit.block.turn, scene.cast)
            memory.speaker = memory.turn or memory.speaker
        _settle_unit(scene, unit, memory, ranks, speaking)


def _add_own(scene: Scene) -> None:
    starts = {m.start for m in scene.mentions}
    taken = [(m.start, m.end) for m in scene.mentions]
    extra = []
    for match in _OWN.finditer(scene.text):
        if match.start() not in starts and not any(s < match.end() and match.start() < e for s, e in taken):
            extra.append(Mention(match.start(), match.end(), "country", name="own"))
    for match in _REALM.finditer(scene.text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            extra.append(Mention(match.start(), match.end(), "country", name="realm"))
    if extra:
        scene.mentions.extend(extra)
        scene.mentions.sort(key=lambda m: m.start)


def _settle_unit(scene: Scene, unit: Unit, memory: _Memory, ranks: dict[str, str], speaking: frozenset[str]) -> None:
    mentions = scene.mentions_in(unit.start, unit.end)
    subject = main_subject(unit, mentions)
    seen: list[Mention] = []
    for mention in mentions:
        if mention.kind == "pronoun":
            _pronoun(scene, mention, memory, unit, seen)
        elif mention.kind == "office":
            _office(scene, mention, memory, ranks, seen)
        elif mention.kind == "joint":
            _joint(scene, mention, memory)
        elif mention.name == "realm":
            _realm(scene, mention, memory, unit, seen)
        elif mention.name == "own":
            _own(scene, mention, memory, unit, seen)
        _remember(mention, memory, speaking)
        seen.append(mention)
    named = dict.fromkeys(p for m in seen if m.kind in ("country", "adjective", "person", "office") for p in m.parties)
    if len(named) > 2:
        memory.gathered = tuple(named)
    if subject is not None and (subject.parties or subject.persons):
        memory.previous_subject = memory.subject
        memory.subject = subject
        if subject.persons and len(subject.persons) == 1:
            memory.speaker = subject.persons[0]
        if subject.kind == "joint" or len(subject.parties) > 1:
            memory.joint = subject.parties


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


def _remember(mention: Mention, memory: _Memory, speaking: frozenset[str]) -> None:
    if mention.kind in ("person", "office") and len(mention.persons) == 1:
        person = mention.persons[0]
        if person in memory.recent:
            memory.recent.remove(person)
        memory.recent.append(person)
        if person not in memory.local_people:
            memory.local_people.append(person)
    if mention.kind in ("person", "office", "country", "organisation", "adjective"):
        for party in mention.parties:
            if mention.kind == "organisation" and party not in speaking:
                continue
            if party in memory.local:
                memory.local.remove(party)
            memory.local.append(party)


def _pair(scene: Scene, memory: _Memory) -> tuple[str, ...]:
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


def _joint(scene: Scene, mention: Mention, memory: _Memory) -> None:
    count = next((n for word, n in _COUNTS.items() if word in mention.name.lower().split()), 2)
    mention.parties = _pair(scene, memory) if count == 2 else _several(memory, count)
    if re.search(r"president|minister|leader|head|secretar|premier", mention.name, re.IGNORECASE):
        mention.persons = tuple(p for p in scene.cast if p.country in mention.parties and _leads(p, mention.name))[:2]


def _several(memory: _Memory, count: int) -> tuple[str, ...]:
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


def _pronoun(scene: Scene, mention: Mention, memory: _Memory, unit: Unit, seen: list[Mention]) -> None:
    word = mention.name
    if word in ("he", "she", "him"):
        person = _he_or_she(word, memory, unit, seen)
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
        subject = next((m for m in seen if m.kind in ("country", "organisation") and m.parties), None) or memory.subject
        if (
            subject is not None
            and subject.kind in ("country", "organisation", "pronoun")
            and len(subject.parties) == 1
            and not subject.persons
        ):
            mention.parties = subject.parties


def _latter(mention: Mention, memory: _Memory, seen: list[Mention]) -> None:
    """ "the latter": whoever of the sentence was named last."""
    last = next((m for m in reversed(seen) if m.kind in ("person", "office", "country") and m.parties), None)
    if last is not None:
        mention.parties, mention.persons = last.parties, last.persons
    elif memory.recent:
        mention.persons = (memory.recent[-1],)
        mention.parties = (memory.recent[-1].country,) if memory.recent[-1].country else ()


def _they(scene: Scene, memory: _Memory) -> tuple[str, ...]:
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


def _he_or_she(word: str, memory: _Memory, unit: Unit, seen: list[Mention]) -> Person | None:
    gender = "f" if word == "she" else "m"
    inside = [m.persons[0] for m in seen if len(m.persons) == 1 and m.kind in ("person", "office", "pronoun")]
    turn = memory.turn if unit.block.turn else None  # who speaks in a transcript says "I"
    order: list[Person] = []
    if unit.kind != "attribution" and inside:
        order.append(inside[0])
    if memory.speaker is not None:
        order.append(memory.speaker)
    order.extend(reversed(memory.recent))
    order = [p for p in order if p is not turn]
    fitting = [p for p in order if p.gender == gender]
    open_ = [p for p in order if p.gender is None]
    if not order:
        return None
    if order[0].gender == gender:
        return order[0]
    known = [p for p in order[:4] if p.gender == gender]
    if order[0].gender is None and (not known or gender == "m"):
        chosen: Person | None = order[0]
        if order[0] is memory.speaker or all(p.gender not in (None, gender) for p in order[1:] if p is not order[0]):
            order[0].gender = gender
        return chosen
    chosen = (known or fitting or open_ or [None])[0]  # type: ignore[list-item]
    return chosen


def _we(scene: Scene, mention: Mention, memory: _Memory, unit: Unit) -> None:
    if scene.genre == "joint" and not unit.quoted:
        mention.parties = scene.sides
    elif memory.speaker is not None and memory.speaker.country and (unit.quoted or unit.block.turn):
        mention.parties = (memory.speaker.country,)
        mention.persons = (memory.speaker,)
    elif scene.author or scene.home:
        mention.parties = scene.author or (scene.home or "",)


def _own(scene: Scene, mention: Mention, memory: _Memory, unit: Unit, seen: list[Mention]) -> None:
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


def _realm(scene: Scene, mention: Mention, memory: _Memory, unit: Unit, seen: list[Mention]) -> None:
    """ "the Kingdom", "the Government": the outlet's own, or that of the one who speaks of it."""
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


def _office(scene: Scene, mention: Mention, memory: _Memory, ranks: dict[str, str], seen: list[Mention]) -> None:
    if mention.name.startswith("royal:"):
        _royal(scene, mention, memory, ranks)
        return
    if mention.name == "leader":
        _leader(scene, mention, memory, ranks)
        return
    if mention.name == "counterpart":
        _counterpart(scene, mention, memory, seen)
        return
    holders = [p for p in scene.cast if mention.name in p.offices] or [
        p for p in scene.cast if any(_same_rank(mention.name, office, ranks) for office in p.offices)
    ]
    if mention.parties:
        holders = [p for p in holders if p.country in mention.parties]
        alone = [p for p in scene.cast if p.country in mention.parties and not p.offices]
        if (
            not holders
            and scene.text[mention.start : mention.end].lower().startswith("the ")
            and scene.text[: mention.end].endswith("diplomat")
        ):
            holders = [p for p in memory.recent if p.country in mention.parties]
        if holders or len(alone) == 1:
            mention.persons = (_latest(holders, memory) if holders else alone[0],)
        return
    if not holders:
        _unnamed(scene, mention, memory, ranks)
        return
    if mention.name == "minister":
        lesser = [
            p
            for p in holders
            if not any(ranks.get(o) in ("monarch", "head-of-state", "head-of-government") for o in p.offices)
        ]
        holders = lesser or holders
    already = [p for p in holders if p.first <= mention.start]
    holders = already or holders
    own = [p for p in scene.cast if p.country == scene.home and not p.offices and p.first <= mention.start]
    if len(own) == 1 and ranks.get(mention.name) in _TOP and not any(p.country == scene.home for p in holders):
        holders = own  # the outlet's own head, whom it names without a title
    at_home = [p for p in holders if p.country == scene.home]
    specific = ranks.get(mention.name) in ("head-of-state", "head-of-government", "monarch", "foreign-minister")
    person = at_home[0] if at_home and specific and len(holders) > 1 else _latest(holders, memory)
    mention.persons = (person,)
    mention.parties = (person.country,) if person.country else ()


_TOP = ("head-of-state", "head-of-government", "monarch", "foreign-minister")


def _leader(scene: Scene, mention: Mention, memory: _Memory, ranks: dict[str, str]) -> None:
    """ "the Azerbaijani leader", "the Vietnamese Party chief": the first man or woman of that country in the report."""
    own = [p for p in scene.cast if p.country in mention.parties]
    top = [p for p in own if any(ranks.get(o) in ("head-of-state", "monarch", "head-of-government") for o in p.offices)]
    if top or own:
        mention.persons = (_latest(top or own, memory),)


def _unnamed(scene: Scene, mention: Mention, memory: _Memory, ranks: dict[str, str]) -> None:
    """ "The Prime Minister" whom the report never names is the outlet's own; a person without a name stands for them."""
    determined = scene.text[mention.start : mention.end][:4].lower() in ("the ", "our ")
    if (
        not scene.home
        or not determined
        or (ranks.get(mention.name) not in _TOP and mention.name not in ("secretary", "minister", "spokesperson"))
    ):
        return
    person = memory.unnamed.get(mention.name)
    if person is None:
        person = memory.unnamed[mention.name] = Person("", scene.home, [mention.name], None, mention.start)
    mention.persons = (person,)
    mention.parties = (scene.home,)


def _royal(scene: Scene, mention: Mention, memory: _Memory, ranks: dict[str, str]) -> None:
    """ "His Majesty", "His Highness" alone: the monarch or prince named last, else the one in the cast."""
    wanted = (
        ("monarch",)
        if mention.name in ("royal:majesty", "royal:hm")
        else ("monarch", "head-of-state", "head-of-government", "minister", "deputy")
    )
    if mention.name == "royal:excellency":
        wanted = (
            "head-of-state",
            "head-of-government",
            "foreign-minister",
            "minister",
            "deputy",
            "ambassador",
            "org-head",
            "parliament",
        )
    royal = [p for p in scene.cast if any(ranks.get(o) in wanted for o in p.offices)]
    if mention.name == "royal:majesty" and not royal:
        royal = [p for p in scene.cast if p.country == scene.home]
    if not royal:
        return
    at_home = [p for p in royal if p.country == scene.home]
    if mention.name in ("royal:highness", "royal:hrh", "royal:hh"):
        by_birth = [p for p in royal if any(ranks.get(o) == "monarch" or "prince" in o for o in p.offices)]
        royal = by_birth or at_home or royal
    person = (
        _latest(at_home or royal, memory) if mention.name in ("royal:majesty", "royal:hm") else _latest(royal, memory)
    )
    mention.persons = (person,)
    mention.parties = (person.country,) if person.country else ()


def _same_rank(named: str, office: str, ranks: dict[str, str]) -> bool:
    """Whether a bare "the Minister" may mean somebody of this office."""
    if named == "minister":
        return ranks.get(office) in ("minister", "foreign-minister")
    if named == "secretary":
        return "secretary" in office or office in (
            "defence-minister",
            "trade-minister",
            "finance-minister",
            "interior-minister",
        )
    if named == "head-of-state":
        return ranks.get(office) in ("head-of-state", "monarch")
    return ranks.get(named) == ranks.get(office) and ranks.get(named) in (
        "ambassador",
        "spokesperson",
        "head-of-state",
        "monarch",
        "head-of-government",
        "foreign-minister",
    )


def _latest(holders: list[Person], memory: _Memory) -> Person:
    for person in reversed(memory.recent):
        if person in holders:
            return person
    return holders[0]


def _counterpart(scene: Scene, mention: Mention, memory: _Memory, seen: list[Mention]) -> None:
    subject = next((m.persons[0] for m in seen if len(m.persons) == 1), None) or memory.speaker
    words = scene.text[mention.start : mention.end].lower()
    if not mention.parties and words in (
        "the host",
        "the guest",
        "the visitor",
        "the visiting guest",
        "the distinguished guest",
    ):
        wanted = [p for p in reversed(memory.recent) if (p.country == scene.home) == ("host" in words)]
        if wanted:
            mention.persons = (wanted[0],)
            mention.parties = (wanted[0].country,) if wanted[0].country else ()
        return
    country = mention.parties[0] if mention.parties else None
    fitting = [
        p
        for p in reversed(memory.recent)
        if p is not subject and (p.country == country if country else subject is None or p.country != subject.country)
    ]
    if fitting:
        mention.persons = (fitting[0],)
        mention.parties = (fitting[0].country,) if fitting[0].country else mention.parties
    elif not mention.parties and subject is not None:
        other = [s for s in scene.sides if s != subject.country]
        mention.parties = tuple(other[:1])

"""The cast: sightings merged into people, each with the most complete name, offices, and a country."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from communique.read.actors.chunks import Chunk
from communique.read.actors.people import Sighting
from communique.read.scene import Person

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(slots=True)
class Cast:
    """The people of a report. ``aliases`` maps each part of a name to those who bear it."""

    people: list[Person] = field(default_factory=list)
    aliases: dict[str, list[Person]] = field(default_factory=dict)
    by_sighting: dict[int, Person] = field(default_factory=dict)

    def named(self, words: tuple[str, ...]) -> list[Person]:
        """Who may be meant by these words of a name."""
        return self.aliases.get(" ".join(words), [])


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, hyphens opened: ("Kassym", "Jomart", "Tokayev")."""
    return tuple(_WORD.findall(name))


def build_cast(sightings: list[Sighting], chunks: list[Chunk], home: str | None, title_end: int) -> Cast:
    """Merge what was sighted; ``home`` is the outlet's country, used where nothing else tells a person's."""
    cast = Cast()
    votes: dict[int, Counter[str]] = {}
    ordered = sorted(sightings, key=lambda s: (-_weight(s.name), s.start))
    for seen in ordered:
        person = _find(cast, seen, votes)
        if person is None:
            person = Person(seen.name, first=seen.start)
            cast.people.append(person)
            votes[id(person)] = Counter()
            _add_aliases(cast, person)
        cast.by_sighting[seen.start] = person
        person.first = min(person.first, seen.start)
        person.mentions += 1
        for office in seen.offices:
            if office not in person.offices:
                person.offices.append(office)
        person.gender = person.gender or seen.gender
        if seen.country:
            votes[id(person)][seen.country] += 1
    cast.people.sort(key=lambda p: p.first)
    for person in cast.people:
        counted = votes[id(person)]
        if counted:
            person.country = max(sorted(counted), key=lambda c: counted[c])
    _infer_countries(cast, sightings, chunks, home, title_end)
    return cast


def _weight(name: str) -> int:
    words = name_words(name)
    return 10 * len(words) - sum(1 for w in words if len(w) == 1)


def _find(cast: Cast, seen: Sighting, votes: dict[int, Counter[str]]) -> Person | None:
    words = name_words(seen.name)
    fitting = [p for p in cast.people if _part_of(words, name_words(p.name))]
    if seen.country:
        agree = [p for p in fitting if not votes[id(p)] or seen.country in votes[id(p)]]
        fitting = agree if len(words) == 1 or agree else fitting
    if len(fitting) > 1:
        same = [p for p in fitting if set(p.offices) & set(seen.offices)]
        fitting = same or fitting
    return fitting[0] if fitting else None


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` is ``full`` with words left out or shortened to an initial, order kept."""
    at = 0
    matched_whole = False
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) == 1 and full[at].startswith(word))):
            at += 1
        if at == len(full):
            return False
        matched_whole = matched_whole or len(word) > 1
        at += 1
    return matched_whole


def _add_aliases(cast: Cast, person: Person) -> None:
    words = name_words(person.name)
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            part = words[first:last]
            if len(part) == 1 and (len(part[0]) < 2 or part[0].islower() or part[0] in ("Al", "El", "De", "San", "Von", "Bin")):
                continue
            bearers = cast.aliases.setdefault(" ".join(part), [])
            if person not in bearers:
                bearers.append(person)
    if len(words[0]) > 1 and len(words) > 1:
        cast.aliases.setdefault(f"{words[0][0]} {words[-1]}", []).append(person)


def _infer_countries(cast: Cast, sightings: list[Sighting], chunks: list[Chunk], home: str | None, title_end: int) -> None:
    """Give people without a told country the likeliest one.

    A bare title ("the Prime Minister, X") is the outlet's own, unless somebody else of the outlet's country holds that
    very office; then it is the country nearest before it.
    """
    taken = {(p.country, office) for p in cast.people for office in p.offices if p.country}
    by_person: dict[int, list[Sighting]] = {}
    for seen in sightings:
        by_person.setdefault(id(cast.by_sighting[seen.start]), []).append(seen)
    for person in cast.people:
        if person.country:
            continue
        seen = min(by_person[id(person)], key=lambda s: (s.start < title_end, s.start))
        posted = any(o in ("ambassador", "high-commissioner") for o in person.offices)
        clash = home is None or any((home, office) in taken for office in person.offices) or posted or any(s.counterpart for s in by_person[id(person)])
        person.country = (None if clash else home) or _nearest_country(chunks, seen, None if clash is False else home)
        taken |= {(person.country, office) for office in person.offices}


def _nearest_country(chunks: list[Chunk], seen: Sighting, avoid: str | None) -> str | None:
    """The country named nearest before the person, or else after, within the paragraph; ``avoid`` only if no other."""
    around = [c for c in chunks if c.kind in ("country", "adjective", "capital", "people", "seat") and abs(c.start - seen.start) < 700]
    before = [c for c in around if c.end <= seen.title_start]
    after = [c for c in around if c.start >= seen.end]
    for chunk in [*reversed(before), *after]:
        if chunk.code != avoid:
            return chunk.code
    return avoid

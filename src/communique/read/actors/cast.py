"""The cast: sightings merged into people, each with the most complete name and the offices."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from communique.knowledge.gazetteer import unaccented
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.office_of import ONE_AT_A_TIME
from communique.read.actors.origin import Setting, infer_countries
from communique.read.actors.sighting import Sighting
from communique.read.scene import Person

_PARTICLES = frozenset("Van Von De Del Della Di Da Dos Das Do Du Den Der Ter Ten Af Av Zu Bin Ibn".split())
"""Inside a name they are small; at the head of a sentence they are not."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(slots=True)
class Cast:
    """The people of a report. ``aliases`` maps each part of a name to those who bear it."""

    people: list[Person] = field(default_factory=list)
    aliases: dict[str, list[Person]] = field(default_factory=dict)
    by_sighting: dict[int, Person] = field(default_factory=dict)

    def named(self, words: tuple[str, ...]) -> list[Person]:
        """Who may be meant by these words of a name."""
        name = " ".join(words)
        return self.aliases.get(name) or ([] if name.isascii() else self.aliases.get(unaccented(name), []))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, hyphens opened: ("Anna", "Lena", "Falk")."""
    return tuple(_WORD.findall(name.replace("’", "'")))


def build_cast(sightings: list[Sighting], chunks: list[Chunk], lexicon: Lexicon, setting: Setting) -> Cast:
    """Merge what was sighted; ``setting`` gives a country to those of whom nothing else tells it."""
    cast = Cast()
    votes: dict[int, Counter[str]] = {}
    for seen in sorted(sightings, key=lambda s: (-_weight(s.name), s.start)):
        person = _find(cast, seen, votes)
        if person is None:
            person = Person(seen.name, first=seen.start)
            cast.people.append(person)
            votes[id(person)] = Counter()
            _add_aliases(cast, person)
        cast.by_sighting[seen.start] = person
        _merge(person, seen)
        votes[id(person)].update(_told(seen, lexicon))
    _share_office(cast, sightings)
    cast.people.sort(key=lambda p: p.first)
    for person in cast.people:
        counted = votes[id(person)]
        if counted:
            person.country = max(sorted(counted), key=lambda c: counted[c])
    infer_countries(cast, sightings, chunks, lexicon, setting)
    return cast


def _merge(person: Person, seen: Sighting) -> None:
    person.first = min(person.first, seen.start)
    person.mentions += 1
    person.offices.extend(office for office in dict.fromkeys(seen.offices) if office not in person.offices)
    person.gender = person.gender or seen.gender


def _told(seen: Sighting, lexicon: Lexicon) -> set[str]:
    """The countries that the sighting tells, by name or by an office that only they have."""
    if seen.country:
        return {seen.country}
    told = {lexicon.title_country.get(w) for w in seen.words}
    told |= {lexicon.office_body.get(o) for o in seen.offices}
    told |= {c[0] for o in seen.offices if len(c := lexicon.office_countries.get(o, ())) == 1}
    return {country for country in told if country}


def _share_office(cast: Cast, sightings: list[Sighting]) -> None:
    """Give X of "his Chadian counterpart X" the office of the one named before."""
    for before, seen in pairwise(sightings):
        person, other = cast.by_sighting[seen.start], cast.by_sighting[before.start]
        if seen.counterpart and not person.offices and seen.start - before.end < 160:
            person.offices.extend(other.offices)


def _weight(name: str) -> int:
    words = name_words(name)
    return 10 * len(words) - sum(1 for w in words if len(w) == 1)


def _find(cast: Cast, seen: Sighting, votes: dict[int, Counter[str]]) -> Person | None:
    words = _plain(name_words(seen.name))
    fitting = [p for p in cast.people if _part_of(words, _plain(name_words(p.name)))]
    if seen.country:
        agree = [p for p in fitting if not votes[id(p)] or seen.country in votes[id(p)]]
        fitting = agree if len(words) == 1 or agree else fitting
    unique = {o for o in seen.offices if o in ONE_AT_A_TIME}
    if unique and len(words) > 1:
        fitting = [
            p
            for p in fitting
            if words[0] == name_words(p.name)[0] or unique & set(p.offices) or not set(p.offices) & ONE_AT_A_TIME
        ]
    if len(fitting) > 1:
        same = [p for p in fitting if set(p.offices) & set(seen.offices)]
        fitting = same or fitting
    return fitting[0] if fitting else None


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    out = (
        unaccented(w).title() if w.isupper() and len(w) > 2 else unaccented(w) if not w.isascii() else w for w in words
    )
    return tuple(w.lower() if w in _PARTICLES else w for w in out)


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` is ``full`` with words left out or shortened to an initial, order kept."""
    at = 0
    matched_whole = False
    for word in short:
        while at < len(full) and not (
            full[at] == word
            or (len(word) == 1 and full[at].startswith(word))
            or (len(full[at]) == 1 and at < len(full) - 1 and word.startswith(full[at]))
        ):
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
            if len(part) == 1 and (
                len(part[0]) < 2 or part[0].islower() or part[0] in ("Al", "El", "De", "San", "Von", "Bin")
            ):
                continue
            whole = " ".join(part)
            titled = " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in part)
            for alias in sorted({whole, titled, whole[0].upper() + whole[1:], unaccented(titled)}):
                bearers = cast.aliases.setdefault(alias, [])
                if person not in bearers:
                    bearers.append(person)
    if len(words[0]) > 1 and len(words) > 1:
        cast.aliases.setdefault(f"{words[0][0]} {words[-1]}", []).append(person)

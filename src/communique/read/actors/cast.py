"""The cast: sightings merged into people, each with the most complete name, offices, and a country."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from communique.knowledge.gazetteer import unaccented
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.sighting import Sighting
from communique.read.scene import Person

_ONE_AT_A_TIME = frozenset(
    "president prime-minister foreign-minister king queen sultan emir emperor crown-prince secretary-of-state foreign-secretary chancellor defence-minister"
    " national-security-adviser vice-president speaker head-of-state head-of-government general-secretary".split()
)
"""Offices that a state has one holder of: two in one report are of two states."""

_FOREIGN_MINISTERS = frozenset({"foreign-minister", "secretary-of-state", "foreign-secretary"})
_PARTICLES = frozenset("Van Von De Del Della Di Da Dos Das Do Du Den Der Ter Ten Af Av Zu Bin Ibn".split())
"""Inside a name they are small; at the head of a sentence they are not."""
_VISITS = frozenset("visit visits visited visiting travel travels travelled traveled arrive arrives arrived arriving trip".split())
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
    """The words of a name, hyphens opened: ("Kassym", "Jomart", "Tokayev")."""
    return tuple(_WORD.findall(name.replace("’", "'")))


def build_cast(
    sightings: list[Sighting], chunks: list[Chunk], home: str | None, title_end: int, lexicon: Lexicon, *, first_person: bool = False, abroad: str | None = None
) -> Cast:
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
        told: set[str | None] = {seen.country}
        if not seen.country:
            told = {lexicon.title_country.get(w) for w in seen.words}
            told |= {lexicon.office_body.get(o) for o in seen.offices}
            told |= {c[0] for o in seen.offices if len(c := lexicon.office_countries.get(o, ())) == 1}
        for country in sorted(filter(None, told)):
            votes[id(person)][country] += 1
    _share_office(cast, sightings)
    cast.people.sort(key=lambda p: p.first)
    for person in cast.people:
        counted = votes[id(person)]
        if counted:
            person.country = max(sorted(counted), key=lambda c: counted[c])
    _infer_countries(cast, sightings, chunks, home, title_end, lexicon, first_person, abroad)
    return cast


def guess_home(sightings: list[Sighting], chunks: list[Chunk]) -> str | None:
    """The outlet's country where nothing tells it: of the two countries most named, the one whose officials go bare.

    A report says "Foreign Minister X" of its own minister and "Chinese Foreign Minister Y" of the other. ``None`` where
    both or neither are told apart.
    """
    counted = Counter(c.code for c in chunks if c.kind in ("country", "adjective", "people", "capital"))
    top = sorted(counted, key=lambda c: (-counted[c], c))[:2]
    told = Counter(s.country for s in sightings if s.country and s.offices)
    bare = [s for s in sightings if s.offices and not s.country]
    if len(top) < 2 or not bare:
        return None
    fewer, more = sorted(top, key=lambda c: told[c])
    return fewer if told[more] > told[fewer] else None


def _share_office(cast: Cast, sightings: list[Sighting]) -> None:
    """"his Qatari counterpart X": X holds the office of the one named before."""
    for before, seen in zip(sightings, sightings[1:], strict=False):
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
    unique = {o for o in seen.offices if o in _ONE_AT_A_TIME}
    if unique and len(words) > 1:
        fitting = [p for p in fitting if words[0] == name_words(p.name)[0] or unique & set(p.offices) or not set(p.offices) & _ONE_AT_A_TIME]
    if len(fitting) > 1:
        same = [p for p in fitting if set(p.offices) & set(seen.offices)]
        fitting = same or fitting
    return fitting[0] if fitting else None


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    out = (unaccented(w).title() if w.isupper() and len(w) > 2 else unaccented(w) if not w.isascii() else w for w in words)
    return tuple(w.lower() if w in _PARTICLES else w for w in out)


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` is ``full`` with words left out or shortened to an initial, order kept."""
    at = 0
    matched_whole = False
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) == 1 and full[at].startswith(word)) or (len(full[at]) == 1 and at < len(full) - 1 and word.startswith(full[at]))):
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
            whole = " ".join(part)
            titled = " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in part)
            for alias in sorted({whole, titled, whole[0].upper() + whole[1:], unaccented(titled)}):
                bearers = cast.aliases.setdefault(alias, [])
                if person not in bearers:
                    bearers.append(person)
    if len(words[0]) > 1 and len(words) > 1:
        cast.aliases.setdefault(f"{words[0][0]} {words[-1]}", []).append(person)


def _infer_countries(
    cast: Cast, sightings: list[Sighting], chunks: list[Chunk], home: str | None, title_end: int, lexicon: Lexicon, first_person: bool, abroad: str | None
) -> None:
    """Give people without a told country the likeliest one.

    A bare title ("the Prime Minister, X") is the outlet's own, unless somebody else of the outlet's country holds that
    very office; then it is the country nearest before it.
    """
    taken = {(p.country, office) for p in cast.people for office in p.offices if p.country}
    counted = Counter(c.code for c in chunks if c.kind in ("country", "adjective", "people") and c.code != home)
    other = max(sorted(counted), key=lambda c: counted[c]) if counted else None
    alone = other is not None and counted[other] >= 0.6 * sum(counted.values())
    by_person: dict[int, list[Sighting]] = {}
    for seen in sightings:
        by_person.setdefault(id(cast.by_sighting[seen.start]), []).append(seen)
    for person in cast.people:
        if person.country:
            continue
        seen = min(by_person[id(person)], key=lambda s: (s.start < title_end, s.start))
        posted = any(o in ("ambassador", "high-commissioner") for o in person.offices)
        away = _away(person, home, taken, lexicon) or any(s.counterpart for s in by_person[id(person)])
        guest = first_person and person is not cast.people[0]
        person.country = None if away else home
        if away or guest or not person.offices:
            near = abroad if guest and abroad else other if away and alone else _nearest_country(chunks, seen, home, other if away else None, near_only=not away)
            person.country = near or person.country or other
        if not away and other and _across(chunks, seen, cast, home):
            person.country = other
        led = _led(chunks, seen)
        if led is not None:
            person.country = led
        if not away and _hosts(chunks, seen):
            person.country = abroad or _guest_in(chunks, seen, other) or person.country
        if not away and other and not first_person and _visited(chunks, seen, home) == other:
            person.country = other
        taken |= {(person.country, office) for office in person.offices}


def _led(chunks: list[Chunk], seen: Sighting) -> str | None:
    """"the Ethiopian delegation was led by X", "the Thai side, headed by Y": the delegation's country."""
    before = [c for c in chunks if seen.title_start - 90 < c.start < seen.title_start and c.kind != "honorific"][-9:]
    if not before or before[-1].text.lower() != "by":
        return None
    for at in range(len(before) - 1, 0, -1):
        if before[at].text.lower() in ("delegation", "side", "team") and before[at - 1].kind in ("adjective", "country"):
            return before[at - 1].code
    return None


def _hosts(chunks: list[Chunk], seen: Sighting) -> bool:
    """Whether the person receives: "was received by President X", "paid a courtesy call on Y"."""
    before = [c.text.lower() for c in chunks if seen.title_start - 60 < c.start < seen.title_start][-5:]
    return "by" in before and any(w in before for w in ("received", "welcomed", "greeted", "hosted")) or before[-2:] in (["called", "on"], ["call", "on"])


def _guest_in(chunks: list[Chunk], seen: Sighting, other: str | None) -> str | None:
    """The other country where its capital was the scene before: "met in (its capital) with", "on a visit to"."""
    for at, chunk in enumerate(chunks):
        if chunk.start >= seen.title_start:
            break
        if at and chunk.code == other and chunk.gap == " " and chunk.kind in ("capital", "country"):
            before = chunks[at - 1].text
            if (before == "in" and chunk.kind == "capital") or (before == "to" and chunks[at - 2].text.lower() in _VISITS):
                return other
    return None


def _visited(chunks: list[Chunk], seen: Sighting, home: str | None) -> str | None:
    """The foreign country where the person is at home: "will visit X at the invitation of", "met in (X's capital) with"."""
    before = [c for c in chunks if seen.title_start - 250 < c.start < seen.title_start]
    opening = max((i for i, c in enumerate(before) if c.opens), default=0)
    before = before[opening:]
    words = [c.text.lower() for c in before]
    if words[-2:] == ["invitation", "of"]:
        for at, word in enumerate(words):
            if word in _VISITS:
                return next((c.code for c in before[at + 1 : at + 5] if c.kind in ("country", "capital", "city") and c.code != home), None)
    elif words[-1:] == ["with"] and len(before) > 3 and before[-2].kind == "capital" and words[-3] == "in":
        return before[-2].code if before[-2].code != home else None
    return None


def _across(chunks: list[Chunk], seen: Sighting, cast: Cast, home: str | None) -> bool:
    """Whether the person sits opposite one of the outlet's own: "co-chaired by (ours) and X", "between (ours) and X"."""
    before = [c for c in chunks if seen.title_start - 200 < c.start < seen.title_start]
    if not before or before[-1].text != "and":
        return False
    opening = max((i for i, c in enumerate(before) if c.opens), default=0)
    words = {c.text.lower() for c in before[opening:]}
    nearest = max((s for s in cast.by_sighting if s < seen.title_start), default=None)
    facing = cast.by_sighting[nearest].country if nearest is not None and seen.title_start - nearest < 60 else None
    return facing == home and bool(words & {"between", "chaired", "co-chaired", "cochaired", "co", "led", "signed", "talks"})


def _away(person: Person, home: str | None, taken: set[tuple[str | None, str]], lexicon: Lexicon) -> bool:
    """Whether the person cannot be the outlet's own: its office is held by another or does not exist there."""
    if home is None or any((home, office) in taken for office in person.offices if office in _ONE_AT_A_TIME):
        return True
    offices = set(person.offices)
    if offices & _FOREIGN_MINISTERS and any((home, office) in taken for office in _FOREIGN_MINISTERS):
        return True
    if offices and offices <= {"ambassador", "high-commissioner"}:
        return True
    if any(home not in countries for o in offices if (countries := lexicon.office_countries.get(o))):
        return True
    return any(office in lexicon.absent.get(home, ()) for office in offices)


def _nearest_country(chunks: list[Chunk], seen: Sighting, avoid: str | None, other: str | None, *, near_only: bool) -> str | None:
    """The foreign country named in the person's sentence, before them rather than after, else the last one before.

    ``near_only``: look no further than the sentence, and only before the person; ``other`` is the answer where none is near.
    """
    kinds = ("country", "adjective", "capital", "people", "seat", "party", "city")
    around = [c for c in chunks if c.kind in kinds and c.code != avoid and seen.start - 700 < c.start < seen.end + 300]
    opening = max((c.start for c in chunks if c.opens and c.start <= seen.title_start), default=0)
    closing = min((c.start for c in chunks if c.opens and c.start > seen.end), default=seen.end + 300)
    inside = [c for c in around if opening <= c.start < closing and (c.kind != "city" or near_only)]
    before = [c for c in inside if c.end <= seen.title_start]
    if near_only:
        return before[-1].code if before else None
    if before or inside:
        return before[-1].code if before else inside[0].code
    earlier = [c for c in around if c.end <= seen.title_start and c.kind != "city"]
    return earlier[-1].code if earlier else other

"""The roll of a country's people: many sightings in reports, made into persons with their offices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from communique.ledger.people.names import same_person, words_of_name
from communique.ledger.people.quotes import Quotes, Words
from communique.ledger.people.titles import RANKS, Title, Titles
from communique.ledger.rows import Person

_LOOKED_AT = 8
"""So many reports of a person, the newest, are looked through for an office."""
_ONE_HOLDER = frozenset({"monarch", "head-of-state", "head-of-government", "foreign-minister"})
"""Of these a state has one holder each, whatever words a report has for it; of others, of each office as written."""


@dataclass
class Named:
    """A person as one report names them: ``quotes`` are the words of all its records, which may tell the office.

    ``words`` are those of the record that names them. ``date`` is when they were seen: the report's date, or that of an
    occasion before it. ``own`` says whether it is certain that they speak for the country; ``others`` are the people
    named beside. ``called`` is the name that somebody said is used for this one.
    """

    name: str
    date: str
    report: str
    path: str | None
    words: Words
    quotes: Quotes = field(default_factory=Quotes)
    own: bool = False
    others: frozenset[str] = frozenset()
    called: str | None = None


@dataclass
class _Face:
    """One person while the roll is made: sightings, the newest first; the office that was last told."""

    seen: list[Named]
    title: Title | None = None
    told: Named | None = None
    words: Words | None = None


def roll(seen: Iterable[Named], country: str, titles: Titles) -> list[Person]:
    """The people among these sightings who are of ``country``, the highest office first, then the last seen.

    A person belongs where they speak for it, or where a record's own words say so ("Chadian Foreign Minister A").
    """
    faces = [_titled(face, titles) for face in _faces(seen)]
    ours = [face for face in faces if _belongs(face, country)]
    people = _succeeded([_person(face, country) for face in _joined(ours)], titles)
    people.sort(key=lambda one: (one.last_seen or "", one.name), reverse=True)
    return sorted(people, key=lambda one: RANKS.index(one.rank) if one.rank else len(RANKS))


def _faces(seen: Iterable[Named]) -> list[_Face]:
    """Sightings of one name together, however its words are ordered."""
    by_name: dict[tuple[str, ...], list[Named]] = {}
    for one in seen:
        by_name.setdefault(tuple(sorted(words_of_name(one.called or one.name))), []).append(one)
    return [
        _Face(sorted(some, key=lambda one: (one.date, one.report), reverse=True))
        for name, some in sorted(by_name.items())
        if name
    ]


def _titled(face: _Face, titles: Titles) -> _Face:
    """With the office that the newest report with one gives; a former one is none."""
    for one in face.seen[:_LOOKED_AT]:
        for quote in _about(one):
            title = titles.find(quote.quote, one.name, one.others)
            if title is not None:
                face.title, face.told, face.words = title, one, quote
                return face
    return face


def _about(one: Named) -> list[Words]:
    """The words in which a part of the name stands, those with all of it first."""
    parts = [part for part in one.name.split() if len(part) > 1]
    having = [(sum(part in words.quote for part in parts), words) for words in one.quotes.having(parts)]
    return [words for number, words in sorted(having, key=lambda pair: -pair[0]) if number]


def _belongs(face: _Face, country: str) -> bool:
    if face.title is not None and face.title.country is not None:
        return face.title.country == country
    return any(one.own for one in face.seen)


def _joined(faces: Sequence[_Face]) -> list[_Face]:
    """Faces of one person in several spellings made one, the longest name first."""
    found: list[_Face] = []
    for face in sorted(faces, key=lambda one: (-len(words_of_name(one.seen[0].name)), one.seen[0].name)):
        fitting = [one for one in found if _same(one, face)]
        if len(fitting) == 1:
            _add(fitting[0], face)
        else:  # nobody, or a bare family name that several have
            found.append(face)
    return found


def _same(one: _Face, other: _Face) -> bool:
    offices = [set(face.title.offices) if face.title else set() for face in (one, other)]
    return same_person(one.seen[0].name, other.seen[0].name, same_office=bool(offices[0] & offices[1]))


def _add(face: _Face, other: _Face) -> None:
    face.seen = sorted([*face.seen, *other.seen], key=lambda one: (one.date, one.report), reverse=True)
    if other.told is not None and (face.told is None or other.told.date > face.told.date):
        face.title, face.told, face.words = other.title, other.told, other.words


def _person(face: _Face, country: str) -> Person:
    last = face.seen[0]
    title = face.title if face.title is not None and not face.title.former else None
    told = face.told if title is not None and face.told is not None else last
    words = face.words if title is not None and face.words is not None else next(iter(_about(last)), last.words)
    dates = [one.date for one in face.seen if one.date]
    called = [one.called for one in face.seen if one.called]
    name = called[0] if called else _best(one.name for one in face.seen)
    spellings = dict.fromkeys(one.name for one in face.seen if one.name != name)
    return Person(
        country=country, name=name, office=title.words if title else None,
        offices=title.offices if title else (), rank=title.rank if title else None, also=tuple(sorted(spellings)),
        first_seen=min(dates, default=None), last_seen=max(dates, default=None),
        times=len({one.report for one in face.seen}), told=told.date or None, later=None, report=told.report,
        path=told.path, evidence=(words.evidence(),),
    )  # fmt: skip


def _best(names: Iterable[str]) -> str:
    """The fullest of the spellings; of two as full, the one without a word in capitals, then the commonest."""
    every = list(names)
    capitals = {name: any(word.isupper() and len(word) > 2 for word in name.split()) for name in every}
    return min(every, key=lambda name: (-len(words_of_name(name)), capitals[name], -every.count(name), name))


def _succeeded(people: Collection[Person], titles: Titles) -> list[Person]:
    """With the name of who was told later in the same office."""
    holders: dict[str, Person] = {}
    for one in people:
        for key in _keys(one, titles):
            other = holders.get(key)
            if other is None or (one.told or "", one.last_seen or "") > (other.told or "", other.last_seen or ""):
                holders[key] = one
    found = []
    for one in people:
        since = (holders[key] for key in _keys(one, titles))
        found.append(replace(one, later=next((other.name for other in since if other is not one), None)))
    return found


def _keys(one: Person, titles: Titles) -> list[str]:
    """What there can be one holder of."""
    if one.office is None:
        return []
    alone = [office for office in one.offices if titles.rank(office) in _ONE_HOLDER]
    return alone or [" ".join(words_of_name(one.office))]

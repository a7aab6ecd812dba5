"""Two who meet are of two states: "Chancellor X met President Y in Samarkand", "Ambassador X saw Chad's Minister Y".

Where one of the two is told, the other is the outlet's own; where neither is, and they meet abroad, the other one is at
home there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from communique.read.actors.cast import Cast
    from communique.read.actors.chunks import Chunk
    from communique.read.actors.origin import Setting
    from communique.read.actors.sighting import Sighting
    from communique.read.scene import Person

_MEETS = frozenset(
    "met meets meet saw received receives visited hosted welcomed telephoned phoned conferred conversed spoke talked "
    "talks conversation audience".split()
)
_TOGETHER = frozenset("met meet held hold conferred spoke talked chaired co-chaired conversed signed".split())
_PHRASES = (("called", "on"), ("came", "together"), ("sat", "down"), ("had", "audience"))
_FAR = 12
"""Words between the two names, titles and places included."""


def oppose(
    cast: Cast, sightings: Sequence[Sighting], chunks: Sequence[Chunk], setting: Setting, told: Collection[int]
) -> None:
    """Set right, in place, the countries of those who meet somebody of the very same one. ``told`` are the ``id``s of
    the people of whom title or apposition told it.
    """
    for seen in sightings:
        person = cast.by_sighting[seen.start]
        if id(person) not in told and person.country == setting.home and _met_by_title(seen, chunks):
            person.country = _city_abroad(seen.title_start, seen.end, chunks, setting.home) or person.country
    ordered = sorted((s for s in sightings if s.start >= setting.title_end), key=lambda s: s.start)
    for one, other in pairwise(ordered):
        first, second = cast.by_sighting[one.start], cast.by_sighting[other.start]
        if first is second or first.country != second.country or first.country is None:
            continue
        known = (id(first) in told, id(second) in told)
        if known == (True, True) or not _meet(one, other, chunks):
            continue
        _part(first, second, known, _city_abroad(one.end, other.end, chunks, setting.home), setting.home)


def _part(first: Person, second: Person, known: tuple[bool, bool], abroad: str | None, home: str | None) -> None:
    if any(known):
        untold = second if known[0] else first
        if home and untold.offices:
            untold.country = home if untold.country != home else abroad or home
        return
    if not (first.offices and second.offices):
        return
    if abroad and first.country == home:
        second.country = abroad
    elif home and first.country != home:
        first.country = home


def _meet(one: Sighting, other: Sighting, chunks: Sequence[Chunk]) -> bool:
    """Whether the words between or behind the two tell that one meets the other."""
    between = [c for c in chunks if one.end <= c.start < other.title_start]
    if not between or len(between) > _FAR or any(c.opens or c.kind == "plural" for c in between):
        return False
    words = [c.text.lower() for c in between]
    if words[-1] == "and":
        return len(words) == 1 and _together(other, chunks)
    if "and" in words or "that" in words or "who" in words:
        return False
    return _tells(words)


def _tells(words: list[str]) -> bool:
    return any(word in _MEETS for word in words) or any(pair in _PHRASES for pair in pairwise(words))


def _together(other: Sighting, chunks: Sequence[Chunk]) -> bool:
    """ "X and Y met in Berlin", but not "X and Y met with Z"."""
    behind: list[str] = []
    for chunk in chunks:
        if chunk.start < other.end:
            continue
        if chunk.opens or len(behind) > 24:
            break
        behind.append(chunk.text.lower())
    return bool(behind) and behind[0] in _TOGETHER and "with" not in behind and "between" not in behind


def _met_by_title(seen: Sighting, chunks: Sequence[Chunk]) -> bool:
    """ "The President of the Republic met President X": who meets holds the very same office, and has no name."""
    before: list[Chunk] = []
    for chunk in chunks:
        if chunk.start >= seen.title_start:
            break
        before = [chunk] if chunk.opens else [*before, chunk]
    if not before or len(before) > _FAR or before[0].text != "The" or len(before) < 3:
        return False
    office = before[1]
    same = office.kind == "office" and office.code in seen.offices and office.code in ("president", "prime-minister")
    return same and _tells([c.text.lower() for c in before[2:]])


def _city_abroad(start: int, end: int, chunks: Sequence[Chunk], home: str | None) -> str | None:
    """The foreign country in whose city, told between ``start`` and the end of the sentence behind ``end``, they meet."""
    inside: list[Chunk] = []
    for chunk in chunks:
        if chunk.start >= end and (chunk.opens or chunk.text.lower() in ("and", "who")):
            break
        if chunk.start >= start:
            inside.append(chunk)
    for before, chunk in pairwise(inside):
        if before.text.lower() in ("in", "at") and chunk.kind in ("capital", "city") and chunk.code != home:
            return chunk.code
    return None

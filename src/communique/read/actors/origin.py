"""Which country a person is of where neither title nor apposition tells: from what stands around them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.actors.facing import oppose
from communique.read.actors.office_of import ONE_AT_A_TIME, sent_from, whose_office
from communique.read.scene import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.read.actors.cast import Cast
    from communique.read.actors.chunks import Chunk, Lexicon
    from communique.read.actors.sighting import Sighting
    from communique.read.scene import Block, Person

_FOREIGN_MINISTERS = frozenset({"foreign-minister", "secretary-of-state", "foreign-secretary"})
_ENVOYS = frozenset({"ambassador", "high-commissioner"})
_VISITS = frozenset(
    "visit visits visited visiting travel travels travelled traveled arrive arrives arrived arriving trip".split()
)
_MEETING = frozenset("between chaired co-chaired cochaired co led signed talks".split())
_AND = re.compile(r",? and |, ")
_SUBJECT_BEFORE = re.compile(
    r"(?:^|[:.;,“\"—–-])\s*(?:the )?$|\b(?:ministers|presidents|leaders|governments) of (?:the )?$", re.IGNORECASE
)
_THEY_DO = re.compile(
    r"\s(?:\s?[\w,.-]+){0,7}?\s?\b(?:agree|sign|decid|met\b|meet|hold|held\b|ink\b|inked\b|conclud|reach|vow|pledg|discuss|reaffirm|exchang|launch|resum|restor|establish|hail|consult)"
)
"""What two sides do together, right behind their names."""
_NEAR = frozenset({"country", "adjective", "capital", "people", "seat", "party", "city"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a report is from: ``home`` is the outlet's country, ``abroad`` that of a dateline in another one.

    ``title_end`` is where the title ends; ``first_person``: it is somebody's own words.
    """

    home: str | None
    title_end: int
    first_person: bool = False
    abroad: str | None = None


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


def of_two_others(text: str, blocks: Sequence[Block], chunks: list[Chunk], home: str) -> bool:
    """Whether an outlet of a third country tells of two others: "India and Kenya agreed", and its own is nowhere named.

    Their officials may go bare there ("the Prime Minister" is India's), and are no officials of the outlet's country.
    """
    if any(c.code == home for c in chunks):
        return False
    body = next((b for b in blocks if b.kind in BODY_KINDS), None)
    opening = [b for b in blocks if b.kind == "title"] + ([body] if body is not None else [])
    named = [c for c in chunks if c.kind == "country"]
    for one, other in itertools.pairwise(named):
        if one.code == other.code or not _AND.fullmatch(text[one.end : other.start]):
            continue
        block = next((b for b in opening if b.start <= one.start < b.end), None)
        behind = _THEY_DO.match(text, other.end)
        if block is not None and behind is not None and _SUBJECT_BEFORE.search(text[block.start : one.start]):
            return True
    return False


@dataclass(slots=True)
class _Search:
    """What is known while the people are gone through. ``taken`` are the offices held, each with its country.

    ``other`` is the country most named beside the outlet's; ``alone``: hardly any third one is named.
    """

    chunks: list[Chunk]
    every: list[Sighting]
    cast: Cast
    lexicon: Lexicon
    setting: Setting
    taken: set[tuple[str | None, str]]
    other: str | None
    alone: bool


def infer_countries(
    cast: Cast, sightings: list[Sighting], chunks: list[Chunk], lexicon: Lexicon, setting: Setting
) -> None:
    """Give people without a told country the likeliest one.

    A bare title ("the Prime Minister, X") is the outlet's own, unless somebody else of the outlet's country holds that
    very office; then it is the country nearest before it.
    """
    taken: set[tuple[str | None, str]] = {(p.country, office) for p in cast.people for office in p.offices if p.country}
    counted = Counter(c.code for c in chunks if c.kind in ("country", "adjective", "people") and c.code != setting.home)
    other = max(sorted(counted), key=lambda c: counted[c]) if counted else None
    alone = other is not None and counted[other] >= 0.6 * sum(counted.values())
    search = _Search(chunks, sightings, cast, lexicon, setting, taken, other, alone)
    told = frozenset(id(p) for p in cast.people if p.country)
    by_person: dict[int, list[Sighting]] = {}
    for seen in sightings:
        by_person.setdefault(id(cast.by_sighting[seen.start]), []).append(seen)
    for person in cast.people:
        if not person.country:
            _infer(person, by_person[id(person)], search)
            search.taken |= {(person.country, office) for office in person.offices}
    oppose(cast, sightings, chunks, setting, told)


def _infer(person: Person, sightings: list[Sighting], search: _Search) -> None:
    """Give ``person`` a country; the later the rule, the plainer what it goes by."""
    chunks, setting, other = search.chunks, search.setting, search.other
    seen = min(sightings, key=lambda s: (s.start < setting.title_end, s.start))
    person.country = sent_from(sightings, search.every, search.cast, chunks) or whose_office(
        person, search.cast, chunks, setting
    )
    if person.country:
        return
    away = _away(person, search) or any(s.counterpart for s in sightings)
    person.country = None if away else setting.home
    guest = setting.first_person and person is not search.cast.people[0]
    if away or guest or not person.offices:
        person.country = _near(seen, search, away=away, guest=guest) or person.country or other
    if not away and other and _across(seen, search):
        person.country = other
    person.country = _led(chunks, seen) or _spoke_in(chunks, seen) or person.country
    if not away and _hosts(chunks, seen):
        person.country = setting.abroad or _guest_in(chunks, seen, other) or person.country
    if not away and other and not setting.first_person and _visited(chunks, seen, setting.home) == other:
        person.country = other


def _near(seen: Sighting, search: _Search, *, away: bool, guest: bool) -> str | None:
    """The country around a person who is not, or perhaps not, of the outlet's own."""
    setting = search.setting
    if guest and setting.abroad:
        return setting.abroad
    if away and search.alone:
        return search.other
    return _nearest_country(search.chunks, seen, setting.home, search.other if away else None, near_only=not away)


def _led(chunks: list[Chunk], seen: Sighting) -> str | None:
    """The country of the delegation in "the Chadian delegation was led by X"."""
    before = [c for c in chunks if seen.title_start - 90 < c.start < seen.title_start and c.kind != "honorific"][-9:]
    if not before or before[-1].text.lower() != "by":
        return None
    for at in range(len(before) - 1, 0, -1):
        team = before[at].text.lower() in ("delegation", "side", "team")
        if team and before[at - 1].kind in ("adjective", "country"):
            return before[at - 1].code
    return None


def _spoke_in(chunks: list[Chunk], seen: Sighting) -> str | None:
    """ "In (a capital), Foreign Ministry spokeswoman X said": spokespersons speak at home."""
    before = _sentence_before(chunks, seen, 60)
    if len(before) != 2 or before[0].text != "In" or not any("spokes" in office for office in seen.offices):
        return None
    return before[1].code if before[1].kind == "capital" else None


def _hosts(chunks: list[Chunk], seen: Sighting) -> bool:
    """Whether the person receives: "was received by President X", "called on Y"."""
    before = [c.text.lower() for c in chunks if seen.title_start - 60 < c.start < seen.title_start][-5:]
    if before[-2:] in (["called", "on"], ["call", "on"]):
        return True
    return "by" in before and any(w in before for w in ("received", "welcomed", "greeted", "hosted"))


def _guest_in(chunks: list[Chunk], seen: Sighting, other: str | None) -> str | None:
    """The other country where its capital was the scene before: "met in (its capital) with", "arrived to"."""
    for at, chunk in enumerate(chunks):
        if chunk.start >= seen.title_start:
            break
        if at and chunk.code == other and chunk.gap == " " and chunk.kind in ("capital", "country"):
            before = chunks[at - 1].text
            visits = before == "to" and chunks[at - 2].text.lower() in _VISITS
            if visits or (before == "in" and chunk.kind == "capital"):
                return other
    return None


def _visited(chunks: list[Chunk], seen: Sighting, home: str | None) -> str | None:
    """The foreign country where the person is at home: "will visit X at the invitation of", "met in (X's capital) with"."""
    before = _sentence_before(chunks, seen, 250)
    words = [c.text.lower() for c in before]
    if words[-2:] == ["invitation", "of"]:
        trip = next((at for at, word in enumerate(words) if word in _VISITS), None)
        goals = before[trip + 1 : trip + 5] if trip is not None else []
        return next((c.code for c in goals if c.kind in ("country", "capital", "city") and c.code != home), None)
    if words[-1:] == ["with"] and len(before) > 3 and before[-2].kind == "capital" and words[-3] == "in":
        return before[-2].code if before[-2].code != home else None
    return None


def _sentence_before(chunks: list[Chunk], seen: Sighting, reach: int) -> list[Chunk]:
    """The words of the sentence before the person, no more than ``reach`` letters of them."""
    before = [c for c in chunks if seen.title_start - reach < c.start < seen.title_start]
    return before[max((at for at, c in enumerate(before) if c.opens), default=0) :]


def _across(seen: Sighting, search: _Search) -> bool:
    """Whether the person sits opposite one of the outlet's own: "co-chaired by (ours) and X", "between (ours) and X"."""
    before = _sentence_before(search.chunks, seen, 200)
    if not before or before[-1].text != "and":
        return False
    people = search.cast.by_sighting
    nearest = max((start for start in people if start < seen.title_start), default=None)
    facing = people[nearest].country if nearest is not None and seen.title_start - nearest < 60 else None
    return facing == search.setting.home and any(c.text.lower() in _MEETING for c in before)


def _away(person: Person, search: _Search) -> bool:
    """Whether the person cannot be the outlet's own: its office is held by another or does not exist there."""
    home, lexicon = search.setting.home, search.lexicon
    offices = set(person.offices)
    if home is None or _held(offices & ONE_AT_A_TIME, home, search):
        return True
    if offices & _FOREIGN_MINISTERS and _held(_FOREIGN_MINISTERS, home, search):
        return True
    if offices and offices <= _ENVOYS:
        return True
    if any(home not in countries for o in offices if (countries := lexicon.office_countries.get(o))):
        return True
    return any(office in lexicon.absent.get(home, ()) for office in offices)


def _held(offices: frozenset[str] | set[str], country: str, search: _Search) -> bool:
    return any((country, office) in search.taken for office in offices)


def _nearest_country(
    chunks: list[Chunk], seen: Sighting, avoid: str | None, other: str | None, *, near_only: bool
) -> str | None:
    """The foreign country named in the person's sentence, before them rather than after, else the last one before.

    ``near_only``: look no further than the sentence, and only before the person; ``other`` is the answer where none is near.
    """
    around = [c for c in chunks if c.kind in _NEAR and c.code != avoid and seen.start - 700 < c.start < seen.end + 300]
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

"""Mentions of one occasion become one record with the richest fields."""

from __future__ import annotations

from communique.read.engagements.occasion import Occasion

_COMMON = frozenset(
    "the a an of on for and in its their his her next last first second third fourth fifth regular meeting session "
    "round sessions meetings rounds consultations consultation dialogue committee commission council group working "
    "joint 's ' , - – ( ) upcoming forthcoming following this that under strategic political bilateral high "
    "level".split()
)
_TOLD = {"main": 3, "side": 2, "named": 1, "back": 0}


_REMEMBERED = 200
"""With how many before it of its kind an occasion is compared: the cost stays linear in a text of any length."""


def merge(occasions: list[Occasion]) -> list[Occasion]:
    """Occasions in the order of the text, those that are one and the same joined."""
    out: list[Occasion] = []
    by_kind: dict[str, list[Occasion]] = {}
    for occasion in occasions:
        alike = by_kind.setdefault(occasion.kind, [])[-_REMEMBERED:]
        known = next((known for known in alike if same(known, occasion)), None)
        if known is None:
            out.append(occasion)
            by_kind[occasion.kind].append(occasion)
        elif not (
            occasion.kind == "visit"
            and occasion.told == "back"
            and sum(o.kind == "visit" and o.parties[:1] == occasion.parties[:1] for o in alike) > 1
        ):
            join(known, occasion)
    return out


def same(a: Occasion, b: Occasion) -> bool:
    """Whether two mentions may be of one occasion, and nothing speaks against it."""
    if a.kind != b.kind or (a.kind == "signing" and a.words != b.words and a.told == b.told == "named"):
        return False
    if a.kind == "signing" and a.words and b.words and not (a.words & b.words) - _COMMON:
        return False
    if a.counted != b.counted:
        return False
    if a.earlier != b.earlier and not (a.first and b.first):
        return False  # "the two had last met in Lima" is not the meeting that the report is about
    first, second = set(a.parties), set(b.parties)
    if not first or not second or not (first <= second or second <= first):
        return False
    if a.status != b.status and not (a.kind == "visit" and a.first and a.first == b.first):
        return False
    if a.kind == "visit" and (
        a.parties[0] != b.parties[0] or (a.place_country and b.place_country and a.place_country != b.place_country)
    ):
        return False
    if a.kind in ("mechanism", "multilateral") and not same_body(a, b):
        return False
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
        return False
    return same_time(a, b) and same_place(a, b) and same_people(a, b)


def same_body(a: Occasion, b: Occasion) -> bool:
    """Whether the names of two bodies share a word, or one is only "the meeting"."""
    first, second = a.words - _COMMON, b.words - _COMMON
    return not first or not second or bool(first & second)


def same_time(a: Occasion, b: Occasion) -> bool:
    """Whether the dates agree as far as they are told."""
    if a.first is None or b.first is None:
        return True
    if a.first.startswith(b.first) or b.first.startswith(a.first):
        return True
    if a.kind != "visit":
        return False
    return a.first <= b.first <= (a.last or a.first) or b.first <= a.first <= (b.last or b.first)


def same_place(a: Occasion, b: Occasion) -> bool:
    """Whether the places agree: one is not told, they are the same, or one is the other's country."""
    if a.place is None or b.place is None or a.place.lower() == b.place.lower():
        return True
    if a.kind == "visit":
        return a.place_country == b.place_country
    if a.place_country is None or a.place_country != b.place_country:
        return False
    return a.place in b.place or b.place in a.place or _is_country(a) != _is_country(b)


def _is_country(occasion: Occasion) -> bool:
    return (
        occasion.place is not None
        and occasion.place_country is not None
        and occasion.words is not None
        and occasion.place == occasion.place_country
    )


def same_people(a: Occasion, b: Occasion) -> bool:
    """Whether the same people take part: not each with somebody the other lacks, no country with different ones."""
    first, second = {p.name for p in a.people}, {p.name for p in b.people}
    if a.kind in ("meeting", "call") and a.people and b.people and first - second and second - first:
        return False
    for code in dict.fromkeys((*a.parties, *b.parties)):
        here = {p.name for p in a.people if p.country == code}
        there = {p.name for p in b.people if p.country == code}
        if here and there and not here & there:
            return False
    return True


def join(known: Occasion, other: Occasion) -> None:
    """Put into ``known`` what ``other`` tells more of."""
    later = known.kind == "visit" and known.first is not None and other.first is None  # "It is his first visit"
    if other.first is not None and (
        known.first is None
        or len(other.first) > len(known.first)
        or (known.last == known.first and other.last and other.last > (known.last or "") and known.kind == "visit")
    ):
        known.first, known.last = other.first, other.last
    if other.place is not None and (known.place is None or known.venue):
        known.place, known.place_country = other.place, other.place_country
    known.venue = known.venue and other.venue
    known.add_party(*other.parties)
    known.add_people(other.people)
    known.level = known.level or other.level
    known.ordinal = known.ordinal or other.ordinal
    known.main = known.main or other.main
    if _TOLD[other.told] > _TOLD[known.told] and later:
        known.told = other.told
    elif _TOLD[other.told] > _TOLD[known.told]:
        known.span, known.trigger, known.told = other.span, other.trigger, other.told
    known.rules += [rule for rule in other.rules if rule not in known.rules]

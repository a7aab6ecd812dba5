"""Where an occasion is: the city, failing that the country, of its own clause; a building alone is no place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.engagements.view import View
from communique.read.engagements.when import pick_date, set_date

if TYPE_CHECKING:
    from communique.read.dates.dated import Tense
    from communique.read.engagements.occasion import Occasion
    from communique.read.scene import Mention

_IN = frozenset(
    {
        "in",
        "at",
        "to",
        "from",
        "visit",
        "visited",
        "visiting",
        "visits",
        "near",
        "into",
        "inside",
        "on",
        "of",
        "outside",
        "for",
    }
)
_PLACING = frozenset({"in", "at", "into", "near", "outside"})
_NO_PLACE = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Mr. Mrs. Ms. Dr. President Prime Minister Foreign the The Parliament Congress "
    "Council Security General Article".split()
)


_GATHERINGS = frozenset({"summit", "conference", "forum", "meeting"})
_BUILDINGS = frozenset(
    "ministry palace house residence hotel office headquarters hall chancellery mansion secretariat department "
    "mausoleum memorial monument embassy parliament lodge villa guesthouse cemetery kremlin pavilion".split()
)


@dataclass(slots=True)
class Place:
    """``name`` as usually written; ``country`` its code where known; ``venue``: only a building was named."""

    name: str | None
    country: str | None = None
    venue: bool = False
    rank: int = 0


def find_place(view: View, start: int, stop: int) -> Place:
    """The best place in tokens ``start`` up to ``stop``: a city after "in" or "at", else a country, else a venue."""
    doc = view.doc
    found = _capitals(view, start, stop)
    for mention in view.between(start, stop):
        place = _of_mention(view, mention)
        if place is not None:
            found.append(place)
    for at in range(start, stop - 1):
        if doc[at].lower_ == "here" and view.scene.place:
            found.append(Place(view.scene.place, None, rank=3))
        if doc[at].lower_ == "at" and not _BUILDINGS.isdisjoint(t.lower_ for t in doc[at + 1 : min(stop, at + 6)]):
            found.append(Place(None, None, venue=True, rank=-1))
        elif doc[at].lower_ in _PLACING and view.over(doc[at + 1]) is None:
            place = _unknown(view, at + 1, stop)
            if place is not None:
                found.append(place)
    for mention in view.between(start, stop):
        if mention.kind == "city" and _in_a_name(view, mention):
            found.append(Place(_clean(mention.name), mention.parties[0] if mention.parties else None, rank=2))
    if doc[stop - 1].lower_ == "here" and view.scene.place:
        found.append(Place(view.scene.place, None, rank=3))
    if not found:
        return Place(None)
    return max(found, key=lambda place: place.rank)


def _capitals(view: View, start: int, stop: int) -> list[Place]:
    """The places told as "in the Danish capital" in tokens ``start`` up to ``stop``."""
    out: list[Place] = []
    for at in range(start + 2, stop):
        town = capital(view, at)
        if town is not None and not _PLACING.isdisjoint(t.lower_ for t in view.doc[max(start, at - 4) : at]):
            out.append(Place(*town, rank=4))
    return out


def capital(view: View, at: int) -> tuple[str, str] | None:
    """City and country of "the Danish capital", "the capital of Denmark", "the capital" at token ``at`` ("capital")."""
    doc = view.doc
    if doc[at].lower_ != "capital" or at == 0:
        return None
    whose = view.over(doc[at - 1])
    if doc[at + 1 : at + 2].text == "of":
        whose = view.over(doc[min(len(doc) - 1, at + (3 if doc[at + 2 : at + 3].text == "the" else 2))])
    code = whose.parties[0] if whose is not None and whose.parties else None
    if whose is None and doc[at - 1].lower_ in ("the", "our") and doc[at + 1 : at + 2].text != "of":
        code = view.scene.home
    city = view.lex.capitals.get(code) if code else None
    return (city, code) if city and code else None


def place_name(view: View, mention: Mention) -> str:
    """A city by its name, a country by its usual one; a capital's name stays a city's."""
    code = mention.parties[0]
    if mention.kind == "city" or mention.name in view.lex.capitals.values():
        return mention.name.removeprefix("the ")
    return view.lex.names.get(code, mention.name)


def there_then(view: View, occasion: Occasion, first: int, tense: Tense | None) -> None:
    """ "flies to Lahore tomorrow, where she will open ...": the clause from token ``first`` is there and then."""
    if first == 0 or view.doc[first - 1].lower_ != "where" or occasion.kind == "visit":
        return
    towns = [m for m in view.between(0, first - 1) if m.kind in ("city", "country") and m.parties]
    if towns and occasion.place is None:
        occasion.place, occasion.place_country = place_name(view, towns[-1]), towns[-1].parties[0]
        occasion.venue = False
    if occasion.first is None:
        set_date(occasion, pick_date(view, tense, 0, first - 1, first - 1))


def _of_mention(view: View, mention: Mention) -> Place | None:
    """A city or country that is the place, told by the word before it."""
    before = view.scene.text[max(view.unit.start, mention.start - 24) : mention.start].lower().split()
    last = before[-1].strip('("“') if before else ""
    if last in ("the", "a", "neighbouring", "neighboring", "nearby", "central", "downtown") and len(before) > 1:
        last = before[-2]
    code = mention.parties[0] if mention.parties else None
    if mention.kind == "city":
        if last.endswith(",") or last in _IN:
            # "in Muscat, Oman": the city; "at Hyderabad House in New Delhi": the one after "in".
            return Place(_clean(mention.name), code, rank=4 if last == "in" else 3 if last in _IN else 1)
        return Place(_clean(mention.name), code, rank=0) if last in ("", "and") else None
    if (
        mention.kind in ("organisation", "country")
        and last in ("in", "at")
        and (seat := view.lex.seats.get(mention.name.removeprefix("the ")))
    ):
        return Place(seat[0], seat[1], rank=4 if last == "in" else 3)
    if mention.kind == "country" and last in ("in", "into"):
        name = view.lex.names.get(code or "")
        capital = mention.name in view.lex.capitals.values()
        return Place(mention.name if capital else name, code, rank=3 if capital else 2) if name else None
    return None


def _in_a_name(view: View, mention: Mention) -> bool:
    """ "the Summit of Montevideo", "the Cairo conference"."""
    before = view.scene.text[max(view.unit.start, mention.start - 16) : mention.start].lower().split()
    after = view.scene.text[mention.end : mention.end + 14].lower().split()
    of = len(before) > 1 and before[-1] == "of" and before[-2] in _GATHERINGS
    return of or bool(after and after[0].strip(",.") in _GATHERINGS)


def _clean(name: str) -> str:
    return name.removeprefix("the ").strip()


def _unknown(view: View, at: int, stop: int) -> Place | None:
    """A capitalised name after "in" or "at" that the gazetteer does not have: a town after "in", a venue after "at"."""
    doc = view.doc
    words: list[str] = []
    first = at + 1 if doc[at].lower_ == "the" else at
    index = first
    while (
        index < stop
        and doc[index].text[:1].isupper()
        and doc[index].text not in _NO_PLACE
        and view.over(doc[index]) is None
    ):
        words.append(doc[index].text)
        index += 1
    if not words or any(word.isupper() and len(word) > 1 for word in words) or len(words) > 4:
        return None
    preposition = doc[at - 1].lower_
    if preposition == "in" and first == at and doc[at].pos_ == "PROPN":
        if index < stop and doc[index].pos_ in ("NOUN",) and doc[index - 1].dep_ == "compound":
            return None
        return Place(" ".join(words), None, rank=2)
    return Place(None, None, venue=True, rank=-1)

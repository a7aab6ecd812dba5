"""What follows once the main occasion is known: its defaults, what else happened then and there, what is kept."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from communique.read.engagements.headline import title_kinds
from communique.read.engagements.lexicon import Lexicon
from communique.read.engagements.occasion import Occasion

if TYPE_CHECKING:
    from communique.read.scene import Person, Scene

_ALSO = frozenset("noon midday also later earlier then separately meanwhile subsequently afterwards thereafter".split())
_WERE_SIGNED = re.compile(r"\b(?:was|were|been|be) (?:also )?(?:signed|inked|concluded|initialled|initialed)\b")
_TO_MEET = re.compile(r"\b(?:looked? forward|see each other|meet again|in person|meet)\b")
_WORDS = re.compile(r"[a-z]+")
_WHICH_ONE = frozenset({"next", "following", "forthcoming", "last", "previous"})
_SERIES = frozenset(
    {"next", "previous", "last", "following", "foreign", "ministers", "senior", "officials", "ministerial"}
)
_VISITS = 200
_NO_PLACE = frozenset({"call", "message"})
_SITTINGS = frozenset({"session", "sessions", "edition", "sitting", "round", "rounds"})
_PAIRED = frozenset({"meeting", "call", "mechanism", "signing", "message"})


def settle(scene: Scene, occasions: list[Occasion], lex: Lexicon, present: list[Person]) -> list[Occasion]:
    """The engagements to keep, their fields completed, in the order of the text."""
    if not any(o.main for o in occasions):
        made = _from_back_reference(scene, occasions, lex)
        if made is not None:
            occasions.append(made)
    visits = [o for o in occasions if o.kind == "visit"][:_VISITS]
    occasions = [o for o in occasions if not _within_a_visit(o, visits) and not _onward(scene, o, occasions)]
    visits = [o for o in occasions if o.kind == "visit"][:_VISITS]
    main = next((o for o in occasions if o.main and o.kind != "visit"), None)
    for occasion in occasions:
        if occasion.main:
            _main_defaults(scene, occasion, visits)
    took_part = list(main.people) if main is not None else []
    if main is not None:
        if main.kind == "multilateral":
            main.add_party(*(p.country for p in present if p.country))
        main.add_people([p for p in present if p.country in main.parties])
    for occasion in occasions:
        if not occasion.main:
            _beside(scene, occasion, main, visits, lex, occasions)
            _same_people(scene, occasion, main, took_part)
    _days_of_trips(visits, occasions)
    _name_places(occasions, lex)
    occasions = [o for o in occasions if official(o)]
    kept = [o for o in occasions if o.told != "back" and (_complete(o) if not o.main else _has_parties(o))]
    return sorted(kept, key=lambda o: (not o.main, o.span))


def _where_guest_is(occasion: Occasion, visits: list[Occasion]) -> str | None:
    """The city of a visit under way of just these parties ("who is in Muscat on a working visit")."""
    for visit in visits:
        if visit.status == "held" and visit.told != "named" and set(visit.parties) == set(occasion.parties) != set():
            return visit.place
    return None


def _main_defaults(scene: Scene, occasion: Occasion, visits: list[Occasion]) -> None:
    """The dateline's day and city where nothing else is told; the other side where only one is."""
    if occasion.first is None and occasion.status == "held" and occasion.kind != "visit":
        day = occasion.anchor or scene.anchor
        occasion.first = occasion.last = day
    if occasion.kind in _NO_PLACE:
        occasion.place = None
    elif (
        occasion.place is None and occasion.kind != "visit" and occasion.status == "held" and scene.genre != "chronicle"
    ):
        occasion.place = scene.place or _where_guest_is(occasion, visits)
    if occasion.kind in _PAIRED and len(occasion.parties) == 1 and not occasion.closed:
        others = [side for side in scene.sides if side not in occasion.parties]
        if len(others) == 1 and len(scene.sides) == 2:
            occasion.add_party(others[0])


def complete_parties(scene: Scene, occasion: Occasion, before: list[Occasion]) -> None:
    """What takes two and tells of one, or none, is between the two sides of the report, or of a chronicle's entry; "the
    next meeting" is of the body told last."""
    if occasion.kind not in _PAIRED or occasion.told == "back" or occasion.closed:
        return
    block = occasion.unit.block.start
    entry = [o for o in before if o.unit.block.start == block and len(o.parties) == 2 and o.kind in _PAIRED]
    if _of_a_series(scene, occasion):
        bodies = [o for o in before if o.kind == "mechanism" and (o in entry or scene.genre != "chronicle")]
        if bodies:
            occasion.kind = "mechanism"
            occasion.add_party(*bodies[-1].parties)
            return
        if occasion.words & _SITTINGS - {"round", "rounds"}:
            return
    if len(occasion.parties) > 1:
        return
    foreign = len(occasion.parties) == 1 and scene.home is not None and occasion.parties[0] != scene.home
    if scene.genre == "chronicle":
        if foreign and occasion.told == "main" and scene.home:
            occasion.parties.insert(0, scene.home)
        elif entry and set(occasion.parties) <= set(entry[0].parties):
            occasion.add_party(*entry[0].parties)
        return
    _complete_from_sides(scene, occasion, foreign)


def _of_a_series(scene: Scene, occasion: Occasion) -> bool:
    """ "the next meeting", "the third session": of a body that need not be named again."""
    if occasion.kind != "meeting" or not set(occasion.parties) <= set(scene.sides):
        return False
    return bool(occasion.words & _WHICH_ONE or (occasion.words & _SITTINGS and occasion.ordinal))


def _complete_from_sides(scene: Scene, occasion: Occasion, foreign: bool) -> None:
    own = foreign and occasion.kind in ("meeting", "call", "message") and occasion.told == "main"
    if own and scene.home and (scene.home in scene.sides or not scene.sides):
        occasion.parties.insert(0, scene.home)
    elif len(scene.sides) == 2 and set(occasion.parties) <= set(scene.sides):
        occasion.add_party(*scene.sides)


def _beside(
    scene: Scene,
    occasion: Occasion,
    main: Occasion | None,
    occasions: list[Occasion],
    lex: Lexicon,
    every: list[Occasion],
) -> None:
    """What a secondary occasion takes from the main one ("After the talks, they signed ...") or its visit."""
    if (
        occasion.kind == "multilateral"
        and len(occasion.parties) < 2
        and main is not None
        and main.kind == "multilateral"
        and occasion.words & _SERIES
    ):
        occasion.add_party(*main.parties)
    if occasion.kind == "multilateral" and not occasion.parties and _bare_again(occasion, every):
        return
    if occasion.kind == "multilateral" and _of_both(scene, occasion, lex):
        occasion.add_party(*scene.sides)
    if occasion.kind == "multilateral" and not occasion.parties and "states" in clause_words(scene, occasion):
        occasion.add_party(*scene.sides)
    if occasion.kind == "multilateral" and not occasion.parties and occasion.place_country and occasion.first:
        occasion.add_party(occasion.place_country)
    text = scene.text[occasion.unit.start : occasion.unit.end].lower()
    spoken = occasion.kind == "briefing" and occasion.told == "main" and main is not None and main.kind == "meeting"
    after = occasion.after_main or spoken or any(phrase in text for phrase in lex.lists["after-talks"])
    after = after or _same_day(occasion, main, text)
    if (
        main is not None
        and occasion.status == "held"
        and occasion.told in ("main", "side")
        and occasion.kind in ("signing", "briefing", "ceremony", "message", "meeting", "call")
    ):
        during_visit = "during the visit" in text or "during his visit" in text or "during her visit" in text
        if after and occasion.first is None and main.status == "held" and not during_visit:
            occasion.first, occasion.last = main.first, main.last
            if occasion.kind not in _NO_PLACE and occasion.place is None and not occasion.venue:
                occasion.place, occasion.place_country = main.place, main.place_country
    if occasion.kind in _NO_PLACE:
        occasion.place = None
        return
    if (
        main is not None
        and main.kind == "multilateral"
        and occasion.place is None
        and ("margins of" in text or "sidelines of" in text)
    ):
        occasion.place, occasion.place_country = main.place, main.place_country
    if occasion.place is None and not occasion.venue and occasion.told in ("main", "side"):
        _place_of_visit(occasion, occasions)


def clause_words(scene: Scene, occasion: Occasion) -> list[str]:
    """The words of an occasion's own clause, lower case."""
    return _WORDS.findall(scene.text[occasion.span[0] : occasion.span[1]].lower())


def _same_people(scene: Scene, occasion: Occasion, main: Occasion | None, people: list[Person]) -> None:
    """Those of the main occasion also sign ("the ministers then signed"), had last met, will see each other there."""
    if main is None or occasion.people or not set(main.parties) <= set(occasion.parties):
        return
    clause = scene.text[occasion.span[0] : occasion.span[1]].lower()
    before = scene.text[occasion.unit.start : occasion.span[1]].lower()
    signed = occasion.kind == "signing" and occasion.told == "main" and occasion.first == main.first
    signed = signed and not _WERE_SIGNED.search(clause)
    last_met = occasion.kind == "meeting" and occasion.earlier and occasion.told in ("main", "side")
    will_meet = occasion.kind == "multilateral" and occasion.status == "planned" and _TO_MEET.search(before)
    if signed or last_met or will_meet:
        occasion.add_people(people)


def _bare_again(occasion: Occasion, occasions: list[Occasion]) -> bool:
    """ "The Conference ends today": the one named before."""
    bare = occasion.definite and not occasion.ordinal and len(occasion.words) < 3
    return bare and any(o.kind == "multilateral" and o.order < occasion.order and o.parties for o in occasions)


def _of_both(scene: Scene, occasion: Occasion, lex: Lexicon) -> bool:
    """Whether a gathering is, as far as the report goes, of its two sides: one of a body, or to come, of which it names
    nobody who goes there alone."""
    if len(scene.sides) != 2 or occasion.people or occasion.closed:
        return False
    if occasion.status == "held" and occasion.place_country in occasion.parties:
        return False  # "thanked Ghana for hosting the summit": the other side need not have been there
    others = [p for p in occasion.parties if p not in lex.organisations and p not in scene.sides]
    return not others and (occasion.org or occasion.status == "planned")


def _same_day(occasion: Occasion, main: Occasion | None, text: str) -> bool:
    """Whether what the report goes on to tell was on the day of its main occasion: what the same sides then signed,
    handed over or told the press, and what "later", "earlier", "also" was."""
    if main is None or occasion.earlier or main.kind == "visit":
        return False
    if occasion.told != "main" and occasion.kind not in ("briefing", "message"):
        return False
    if set(occasion.parties) == set(main.parties) and occasion.kind in ("signing", "briefing"):
        return True
    return not _ALSO.isdisjoint(_WORDS.findall(text)) or occasion.kind == "message"


def _place_of_visit(occasion: Occasion, occasions: list[Occasion]) -> None:
    """What has no place of its own, on a visit under way or planned, is in the host's country or the city told."""
    if occasion.kind not in ("meeting", "signing", "ceremony"):
        return
    for visit in occasions:
        today = visit.status == "held" and occasion.first is not None and occasion.first == occasion.anchor
        if (
            visit.kind != "visit"
            or not (visit.status == occasion.status or today)
            or not visit.place
            or len(visit.parties) < 2
        ):
            continue
        if not set(visit.parties) <= set(occasion.parties) and visit.parties[1] not in occasion.parties:
            continue
        if visit.parties[0] not in occasion.parties:
            continue
        within = (
            occasion.first is None
            or visit.first is None
            or (visit.first <= occasion.first <= (visit.last or occasion.first))
        )
        if not within or (visit.status == "held" and visit.first is not None and len(visit.first) < 10):
            continue
        occasion.place, occasion.place_country = visit.place, visit.place_country
        return


def _days_of_trips(visits: list[Occasion], occasions: list[Occasion]) -> None:
    """A stop of a trip to several countries is when the meetings planned there are."""
    for visit in visits:
        if visit.status != "planned" or visit.first is not None or len(visit.parties) < 2:
            continue
        there = [
            o
            for o in occasions
            if o.kind in ("meeting", "mechanism") and o.status == "planned" and set(o.parties) == set(visit.parties)
        ]
        days = [o.first for o in there if o.first and len(o.first) == 10]
        if days:
            visit.first = min(days)
            visit.last = max(o.last or o.first or "" for o in there if o.first in days)


def _within_a_visit(occasion: Occasion, occasions: list[Occasion]) -> bool:
    """A journey on to another city of the host's country is part of the visit there."""
    if (
        occasion.kind != "visit"
        or occasion.main
        or not any(rule.endswith(("/travel", "/stop", "/visit-verb", "/arrive")) for rule in occasion.rules)
    ):
        return False
    for visit in occasions:
        if (
            visit is occasion
            or visit.kind != "visit"
            or visit.parties != occasion.parties
            or visit.status != "held"
            or visit.told == "back"
        ):
            continue
        over = visit.last is not None and occasion.first is not None and occasion.first > visit.last
        if (
            not over
            and (visit.last is not None or visit.first is None)
            and not (visit.first and occasion.first and occasion.first < visit.first)
        ):
            return True
    return False


def _onward(scene: Scene, occasion: Occasion, occasions: list[Occasion]) -> bool:
    """A guest received at home who travels on to another city of the country is on the visit already."""
    if occasion.kind != "visit" or occasion.main or occasion.status != "planned" or not occasion.people:
        return False
    if len(occasion.parties) < 2 or occasion.parties[1] != scene.home:
        return False
    names = {person.name for person in occasion.people}
    return any(
        o.main and o.kind == "meeting" and o.status == "held" and names & {p.name for p in o.people}
        for o in occasions
        if o.place_country in (None, scene.home)
    )


def official(occasion: Occasion) -> bool:
    """Whether it is of officials: a coach who meets the press and a manager who travels are none."""
    if occasion.kind not in ("visit", "meeting", "call", "briefing", "signing") or not occasion.people:
        return True
    if occasion.main and occasion.kind in ("meeting", "call", "signing"):
        return True
    return any(set(person.offices) - {"private"} for person in occasion.people)


def _name_places(occasions: list[Occasion], lex: Lexicon) -> None:
    """Codes that were left as places are named."""
    for occasion in occasions:
        if occasion.place == occasion.place_country and occasion.place in lex.names:
            occasion.place = lex.names[occasion.place]


def _has_parties(occasion: Occasion) -> bool:
    return len(occasion.parties) >= (2 if occasion.kind in _PAIRED else 1)


def _complete(occasion: Occasion) -> bool:
    """A secondary engagement needs its parties, and a date, a place or an ordinal (codebook, 1)."""
    alone = occasion.kind in ("briefing", "ceremony", "multilateral")
    if len(occasion.parties) < (1 if alone else 2):
        return False
    if occasion.kind == "meeting" and len(occasion.parties) > 2:
        return False
    where_or_when = occasion.first is not None or occasion.place is not None or occasion.ordinal is not None
    return where_or_when or occasion.counted


def _from_back_reference(scene: Scene, occasions: list[Occasion], lex: Lexicon) -> Occasion | None:
    """A report that only says "at the talks" is about those talks, between its two sides."""
    if len(scene.sides) != 2 or scene.genre in ("chronicle", "first-person"):
        return None
    kinds = title_kinds(scene, lex)
    backs = [o for o in occasions if o.told == "back" and o.kind in ("meeting", "call", "mechanism")]
    if not backs:
        return None
    back = next((o for o in backs if o.kind in kinds), backs[0])
    named = [kind for kind in kinds if kind in ("meeting", "call", "mechanism")]
    if named and named[0] != back.kind and "meeting" not in named:
        back.kind = named[0]
    back.told, back.main, back.status = "side", True, "held"
    back.parties = []
    back.add_party(*scene.sides)
    counted = Counter({person.name: person.mentions for person in scene.cast})
    for side in scene.sides:
        own = [p for p in scene.cast if p.country == side]
        if own:
            back.add_people([max(own, key=lambda p: (counted[p.name], -p.first))])
    occasions.remove(back)
    return back

"""What happens between two sides over the years: undertakings, visits, labels, formulas. No words of reports yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal, NamedTuple

from benchmarks.world import stances, words
from benchmarks.world.matters import Matter, matter
from benchmarks.world.sides import FORUMS, OFFICES, sides

Move = Literal["ask", "answer", "refuse", "pledge", "agree", "propose", "restate", "progress", "done", "move"]
Strength = Literal["firm", "soft", "tentative"]
OPEN_AT_MOST = 12
_STRENGTHS: tuple[Strength, ...] = ("firm", "soft", "tentative")


class Told(NamedTuple):
    """What an occasion says of an undertaking. ``by`` is whose word it is, '' for both together."""

    move: Move
    matter: Matter
    by: str
    strength: Strength
    due: str | None


class Visit(NamedTuple):
    """A visit of ``visitor`` to ``host``: planned for a month, or held on a day, or called off."""

    visitor: str
    host: str
    day: str
    state: Literal["planned", "held", "moved", "cancelled"]


class Stand(NamedTuple):
    """A position: the formula used is number ``formula`` of the issue's, with the verb of number ``verb``."""

    holder: str
    issue: str
    of: str
    formula: int
    verb: int


@dataclass(slots=True)
class Occasion:
    """A meeting, a call, a briefing: all that its reports have to tell.

    ``label`` is a label, its event and day; ``body`` a session's name and number; ``recalled`` an occasion before it,
    its kind and day; ``coming`` the next session of a body, its number and when.
    """

    number: int
    day: date
    parties: tuple[str, ...]
    kind: str
    place: tuple[str, str]
    office: int
    tellers: tuple[str, ...]
    """Whose outlets report: a code, with "/1" the second outlet of that country."""
    undertakings: list[Told] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    label: tuple[str, str, str | None] | None = None
    body: tuple[str, int] | None = None
    recalled: tuple[str, str] | None = None
    coming: tuple[str, int, str] | None = None


@dataclass(slots=True)
class _Open:
    matter: Matter
    by: str
    asked: bool
    strength: int
    due: str | None
    told: int = 0


@dataclass(slots=True)
class _Dyad:
    """What two sides have going on."""

    open: list[_Open] = field(default_factory=list)
    visit: Visit | None = None
    ladder: int = 0
    rung: int = 0
    body: str = ""
    rounds: int = 0
    last: int = 0


class History:
    """All that happens, occasion by occasion. The same seed gives the same history."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(f"history {seed}")
        self._dyads: dict[tuple[str, str], _Dyad] = {}
        self._stands: dict[tuple[str, str], tuple[int, int]] = {}
        self._number = 0

    def occasion(self, pair: tuple[str, str], day: date, tellers: int) -> Occasion:
        """What happens next between two sides; sometimes one of them speaks alone, or many meet."""
        self._number += 1
        sort = self._chance.random()
        if sort < 0.05:
            return self._briefing(pair, day)
        if sort < 0.09:
            return self._gathering(pair, day)
        return self._meeting(pair, day, tellers)

    def _meeting(self, pair: tuple[str, str], day: date, tellers: int) -> Occasion:
        chance, dyad = self._chance, self._dyads.setdefault(pair, _Dyad())
        if not dyad.last:
            dyad.ladder, dyad.rung = chance.randrange(len(stances.LADDERS)), chance.choice((0, 0, 0, 1, 1, 2))
            dyad.body = f"{sides()[pair[0]].adjective}-{sides()[pair[1]].adjective} {chance.choice(words.BODIES)}"
        host = chance.choice(pair)
        third = chance.random() < 0.1
        at = sides()[chance.choice(("CHE", "USA", "SGP", "TUR", "ARE")) if third else host]
        kind = chance.choices(("meeting", "call", "visit", "mechanism", "message"), (50, 12, 18, 12, 8))[0]
        ministry = chance.choice(pair)
        outlets = [ministry, next(one for one in pair if one != ministry), chance.choice(pair) + "/2"][:tellers]
        told = Occasion(
            self._number, day, pair, kind, (chance.choice(at.cities[:3]), at.name),
            chance.randrange(len(OFFICES)), tuple(outlets),
        )  # fmt: skip
        self._undertakings(dyad, told)
        self._visits(dyad, told, host)
        self._label(dyad, told)
        told.stands = self._stands_of((holder for holder in pair for _ in range(chance.choice((0, 0, 1, 1, 2)))), pair)
        if kind == "mechanism":
            dyad.rounds += 1
            told.body = (dyad.body, dyad.rounds)
        elif chance.random() < 0.25:
            told.coming = (dyad.body, dyad.rounds + 1, _due(chance, day)[:7])
        if dyad.last and chance.random() < 0.5:
            told.recalled = (
                chance.choice(("call", "meeting")),
                date.fromordinal(dyad.last).isoformat()[: chance.choice((7, 7, 10))],
            )
        dyad.last = day.toordinal()
        return told

    def _undertakings(self, dyad: _Dyad, told: Occasion) -> None:
        """Some of what is open goes on, and something new is begun."""
        chance = self._chance
        for one in list(dyad.open):
            if chance.random() < 0.35 and len(told.undertakings) < 4:
                self._goes_on(dyad, one, told)
        for _ in range(chance.choice((1, 2, 2, 3, 4))):
            told.undertakings.append(self._begin(dyad, told))
        del dyad.open[:-OPEN_AT_MOST]

    def _begin(self, dyad: _Dyad, told: Occasion) -> Told:
        chance, (a, b) = self._chance, told.parties
        by = chance.choice((a, b))
        move: Move = chance.choices(("ask", "pledge", "agree", "propose"), (25, 40, 22, 13))[0]
        strength = chance.choices((0, 1, 2), (5, 3, 2))[0]
        due = _due(chance, told.day) if chance.random() < 0.3 else None
        what = matter(chance, sides()[a], sides()[b])
        asked = move in ("ask", "propose")
        dyad.open.append(_Open(what, "" if move == "agree" else by, asked, strength, due))
        return Told(move, what, "" if move == "agree" else by, _STRENGTHS[strength], due)

    def _goes_on(self, dyad: _Dyad, one: _Open, told: Occasion) -> None:
        chance = self._chance
        one.told += 1
        move: Move
        if one.asked:
            move = chance.choices(("restate", "answer", "refuse"), (4, 5, 1))[0]
            if move == "restate":
                told.undertakings.append(Told("ask", one.matter, one.by, _STRENGTHS[one.strength], one.due))
                return
            one.asked = False
            one.by = next((side for side in told.parties if side != one.by), one.by)
        else:
            move = chance.choices(("restate", "progress", "done", "move"), (4, 2, 3, 1 if one.due else 0))[0]
        if move == "restate" and chance.random() < 0.3:
            one.strength = max(0, min(2, one.strength + chance.choice((-1, 1))))
        if move == "move":
            one.due = _due(chance, told.day + timedelta(days=365))
        told.undertakings.append(Told(move, one.matter, one.by, _STRENGTHS[one.strength], one.due))
        if move in ("done", "refuse"):
            dyad.open.remove(one)

    def _visits(self, dyad: _Dyad, told: Occasion, host: str) -> None:
        chance, visit = self._chance, dyad.visit
        if visit and visit.day[:7] <= told.day.isoformat()[:7]:
            fate = chance.random()
            day = (visit.day + f"-{told.day.month:02}" * (len(visit.day) == 4) + f"-{chance.randrange(1, 28):02}")[:10]
            if fate < 0.7:
                told.visits.append(visit._replace(state="held", day=min(day, told.day.isoformat())))
                dyad.visit = None
            elif fate < 0.85:
                later = (told.day + timedelta(days=200)).isoformat()[:7]
                dyad.visit = visit._replace(day=later)
                told.visits.append(visit._replace(state="moved", day=later))
            else:
                told.visits.append(visit._replace(state="cancelled"))
                dyad.visit = None
        elif visit and chance.random() < 0.4:
            told.visits.append(visit)
        elif not visit and chance.random() < 0.3:
            visitor = next(one for one in told.parties if one != host)
            coming = (told.day + timedelta(days=chance.randrange(30, 500))).isoformat()
            dyad.visit = Visit(visitor, host, coming[: chance.choice((4, 7, 7, 10))], "planned")
            told.visits.append(dyad.visit)

    def _label(self, dyad: _Dyad, told: Occasion) -> None:
        chance, ladder = self._chance, stances.LADDERS[dyad.ladder]
        if dyad.rung + 1 < len(ladder) and chance.random() < 0.01:
            dyad.rung += 1
            told.label = (ladder[dyad.rung], "upgraded", told.day.isoformat())
        elif chance.random() < 0.45:
            event = "described" if chance.random() < 0.9 or dyad.rung + 1 == len(ladder) else "agreed"
            told.label = (ladder[dyad.rung + (event == "agreed")], event, None)

    def _stands_of(self, holders: Iterable[str], others: tuple[str, ...]) -> list[Stand]:
        """Stands of these holders, each once."""
        return list(dict.fromkeys(self._stand(holder, others) for holder in holders))

    def _stand(self, holder: str, others: tuple[str, ...]) -> Stand:
        """A holder takes some issues up again and again, mostly in the words of the time before."""
        chance = self._chance
        issues = _issues_of(holder)
        issue = issues[min(int(chance.expovariate(0.25)), len(issues) - 1)]
        of = next((one for one in others if one != holder), holder)
        if issue not in stances.OF_A_PLACE or chance.random() < 0.7:
            of = "PRK" if issue == "denuclearisation" else ("PSE", "UKR", "SYR", "SDN")[len(issue) % 4]
        key = f"{issue}:{of}" if issue in stances.OF_A_PLACE else issue
        verbs = stances.AGAINST if issue in stances.OPPOSED else stances.FOR
        kept = self._stands.get((holder, key))
        if kept is None or chance.random() < 0.12:
            kept = (chance.randrange(len(stances.ISSUES[issue])), chance.randrange(len(verbs)))
            self._stands[holder, key] = kept
        return Stand(holder, issue, of if issue in stances.OF_A_PLACE else "", *kept)

    def _briefing(self, pair: tuple[str, str], day: date) -> Occasion:
        speaker = self._chance.choice(pair)
        side = sides()[speaker]
        told = Occasion(
            self._number, day, (speaker,), "briefing", (side.capital, side.name), 3,
            (speaker + self._chance.choice(("", "/1", "/2")),),
        )  # fmt: skip
        told.stands = self._stands_of([speaker] * self._chance.randrange(1, 4), pair)
        return told

    def _gathering(self, pair: tuple[str, str], day: date) -> Occasion:
        chance = self._chance
        wanted = [name for name in FORUMS if any(one in FORUMS[name] for one in pair)] or list(FORUMS)
        forum = chance.choice(wanted)
        members = tuple(sorted(code for code in FORUMS[forum] if code in sides()))
        host = sides()[chance.choice(members)]
        told = Occasion(
            self._number, day, members, "multilateral", (host.capital, host.name), 0,
            tuple(chance.sample(members, chance.choice((1, 1, 2)))),
        )  # fmt: skip
        told.body = (forum, day.year - 1985)
        told.stands = self._stands_of(chance.choices(members, k=3), pair)
        for _ in range(4):
            a, b = (sides()[one] for one in chance.sample(members, 2))
            strength = chance.choice(_STRENGTHS)
            told.undertakings.append(Told("agree", matter(chance, a, b), "", strength, _due(chance, day)))
        return told


def _issues_of(holder: str) -> tuple[str, ...]:
    """The issues that a holder speaks of, the dearest first."""
    found = _DEAR.get(holder)
    if found is None:
        issues = list(stances.ISSUES)
        Random(f"issues {holder}").shuffle(issues)
        found = _DEAR[holder] = tuple(issues[:24])
    return found


_DEAR: dict[str, tuple[str, ...]] = {}


def _due(chance: Random, day: date) -> str:
    """A year, a month or a day within three years."""
    coming = (day + timedelta(days=chance.randrange(60, 1000))).isoformat()
    return coming[: chance.choice((4, 4, 7, 10))]

"""A synthetic world: readings of reports in the shape of real ones, as many as wanted, the same for the same seed.

    for reading in World(seed=1, reports=100_000).readings():
        ...

No text is read: the words of each report and the records in it are made together, so every quote is at its offsets.
Two sides have a history: what is promised comes up again in other words, is done, moved or forgotten; visits are
planned and held; relations climb their ladder; positions change their formulas.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Literal

from benchmarks.world.history import History, Occasion
from benchmarks.world.sides import dyads
from benchmarks.world.telling import tell
from communique.records import Reading

FIRST, LAST = date(1988, 1, 1), date(2027, 12, 31)
_TELLERS = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3)
"""How many outlets report on a meeting."""
_LATE = 0.03
"""The share of reports that come later than their date."""
LATE_DAYS = 30
"""How many days late a late report is at most."""

Order = Literal["date", "random"]
Dates = Literal["new", "late", "any"]


class World:
    """Reports on forty years of dealings between some two hundred sides."""

    def __init__(self, seed: int = 1, reports: int = 100_000) -> None:
        self.seed, self.reports = seed, reports
        self._history = History(seed)
        self._chance = Random(f"world {seed}")
        self._told = 0

    def readings(self, order: Order = "date") -> Iterator[Reading]:
        """The readings, once. By date they come nearly so, a few late; at random, all of history is planned first."""
        plans = self._plans()
        if order == "random":
            held = list(plans)
            self._chance.shuffle(held)
            plans = iter(held)
        for occasion, outlet in plans:
            yield tell(occasion, outlet, self.seed)

    def skip(self) -> None:
        """Let all of it happen without telling it, so that ``fresh`` goes on from there."""
        for _ in self._plans():
            pass

    def fresh(self, count: int, dates: Dates = "new") -> Iterator[Reading]:
        """Further readings, after ``readings`` or ``skip``: of the days after the last, late by some, or of any day."""
        span, made = (LAST - FIRST).days, 0
        while made < count:
            if dates == "new":
                day = span + 1 + made // 10
            else:
                day = self._chance.randrange(span - LATE_DAYS if dates == "late" else 0, span)
            occasion = self._occasion(FIRST + timedelta(days=day))
            for outlet in occasion.tellers[: count - made]:
                yield tell(occasion, outlet, self.seed)
                made += 1

    def _plans(self) -> Iterator[tuple[Occasion, str]]:
        """Each report to be told, in the order in which they come."""
        waiting: list[tuple[int, Occasion, str]] = []
        for occasion in self._occasions():
            for outlet in occasion.tellers:
                if self._told == self.reports:
                    break
                self._told += 1
                if self._chance.random() < _LATE:
                    waiting.append((self._told + self._chance.randrange(1, 500), occasion, outlet))
                else:
                    yield occasion, outlet
            due = [one for one in waiting if one[0] <= self._told]
            waiting = [one for one in waiting if one[0] > self._told]
            yield from ((one, outlet) for _, one, outlet in due)
        yield from ((one, outlet) for _, one, outlet in waiting)

    def _occasions(self) -> Iterator[Occasion]:
        span = (LAST - FIRST).days - 5
        while self._told < self.reports:
            day = int(span * (self._told / self.reports) ** 0.7) + self._chance.randrange(4)
            yield self._occasion(FIRST + timedelta(days=day))

    def _occasion(self, day: date) -> Occasion:
        pairs, weights = dyads()
        pair = pairs[bisect(weights, self._chance.random() * weights[-1])]
        return self._history.occasion(pair, day, self._chance.choice(_TELLERS))


__all__ = ["FIRST", "LAST", "LATE_DAYS", "Dates", "Order", "World"]

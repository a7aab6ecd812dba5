"""The questions, each with arguments drawn by lot from what the ledger holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from sqlalchemy import text

from benchmarks.world import FIRST, LAST
from communique.brief import make_brief
from communique.ledger._ledger import Ledger
from communique.ledger.store.engine import reading
from communique.records import ACTS, TOPICS

_SAMPLED = 400
"""Reports from whose texts words are drawn."""


class Lot:
    """Draws arguments. Half of the two sides come by weight, as users would ask, half are any two that ever met."""

    def __init__(self, ledger: Ledger, seed: int) -> None:
        self.chance, self._ledger = Random(f"askings {seed}"), ledger

    def _rows(self, query: str, **values: Any) -> list[Any]:
        with reading(self._ledger.engine) as connection:
            return list(connection.execute(text(query), values).all())

    @cached_property
    def _pairs(self) -> tuple[list[tuple[str, ...]], list[int]]:
        found = self._rows("SELECT sides, count(*) AS times FROM report GROUP BY sides ORDER BY sides")
        own = [(tuple(row.sides.split("|")), row.times) for row in found if row.sides.count("|") == 1]
        return [pair for pair, _ in own], [times for _, times in own]

    @cached_property
    def _numbers(self) -> int:
        return int(self._rows("SELECT max(no) AS most FROM report")[0].most)

    @cached_property
    def _stands(self) -> tuple[list[tuple[str, str]], list[int]]:
        found = self._rows(
            "SELECT holder, issue, count(*) AS n FROM formula GROUP BY holder, issue ORDER BY holder, issue"
        )
        return [(row.holder, row.issue) for row in found], [row.n for row in found]

    @cached_property
    def _texts(self) -> list[str]:
        wanted = [self.chance.randint(1, self._numbers) for _ in range(_SAMPLED)]
        return [row.text for no in wanted for row in self._rows("SELECT text FROM report WHERE no = :no", no=no)]

    @cached_property
    def _common_and_rare(self) -> tuple[list[str], list[str]]:
        seen = Counter(word for one in self._texts for word in sorted(set(re.findall(r"[^\W\d_]{4,}", one.lower()))))
        ranked = [word for word, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))]
        rare = sorted(word for word, times in seen.items() if times == 1)
        return ranked[:60], rare

    @cached_property
    def _twice_told(self) -> list[tuple[str, str]]:
        found = self._rows(
            "SELECT min(id) AS one, max(id) AS other FROM report WHERE sides LIKE '%|%' "
            "GROUP BY sides, date HAVING count(*) > 1 ORDER BY one"
        )
        return [(row.one, row.other) for row in found]

    def pair(self) -> tuple[str, str]:
        """Two sides."""
        pairs, weights = self._pairs
        a, b = self.chance.choices(pairs, weights)[0] if self.chance.random() < 0.5 else self.chance.choice(pairs)
        return (a, b) if self.chance.random() < 0.5 else (b, a)

    def country(self) -> str:
        """One side."""
        return self.pair()[0]

    def stand(self) -> tuple[str, str]:
        """A holder and an issue."""
        stands, weights = self._stands
        return self.chance.choices(stands, weights)[0] if self.chance.random() < 0.5 else self.chance.choice(stands)

    def day(self) -> str:
        """A day of the forty years."""
        return str(FIRST.fromordinal(self.chance.randint(FIRST.toordinal(), LAST.toordinal())))

    def report(self) -> str:
        """A report's id."""
        return str(self._rows("SELECT id FROM report WHERE no = :no", no=self.chance.randint(1, self._numbers))[0].id)

    def record(self) -> str:
        """A record's id."""
        most = int(self._rows("SELECT max(no) AS most FROM record")[0].most)
        return str(self._rows("SELECT id FROM record WHERE no = :no", no=self.chance.randint(1, most))[0].id)

    def two_readouts(self) -> tuple[str, str]:
        """Two reports of one occasion."""
        return self.chance.choice(self._twice_told)

    def words(self) -> str:
        """What is searched for: a common word, a rare one, two together or a phrase."""
        common, rare = self._common_and_rare
        kind = self.chance.randrange(4)
        if kind == 0:
            return self.chance.choice(common)
        if kind == 1:
            return self.chance.choice(rare)
        if kind == 2:
            return f"{self.chance.choice(common)} {self.chance.choice(rare)}"
        return f'"{self.two_words(self.chance.choice(self._texts))}"'

    def two_words(self, told: str) -> str:
        """Two words that stand together."""
        words = re.findall(r"[^\W\d_]+ [^\W\d_]+", told)
        return str(self.chance.choice(words))

    def filters(self) -> dict[str, str]:
        """One filter or two."""
        given: dict[str, Callable[[], str]] = {
            "country": self.country, "holder": self.country, "act": lambda: self.chance.choice(ACTS),
            "topic": lambda: self.chance.choice(TOPICS), "since": self.day, "until": self.day,
        }  # fmt: skip
        return {name: given[name]() for name in self.chance.sample(sorted(given), self.chance.randint(1, 2))}

    def formula_words(self) -> str:
        """A phrase from a formula."""
        holder, issue = self.stand()
        query = "SELECT r.words FROM formula f JOIN record r ON r.no = f.record WHERE f.holder = :h AND f.issue = :i LIMIT 1"
        found = self._rows(query, h=holder, i=issue)
        return self.two_words(found[0].words) if found else "one-China"


@dataclass(frozen=True)
class Question:
    """A question: what draws its arguments, what asks it; the most it may take at p95, and whether growth is bounded."""

    draw: Callable[[Lot], Any]
    ask: Callable[[Ledger, Any], Any]
    milliseconds: float = 100.0
    indexed: bool = True


QUESTIONS: dict[str, Question] = {
    "timeline A B": Question(Lot.pair, lambda ledger, x: ledger.timeline(*x)),
    "timeline A": Question(Lot.country, lambda ledger, x: ledger.timeline(x)),
    "calendar": Question(Lot.day, lambda ledger, _: ledger.calendar()),
    "calendar as of": Question(Lot.day, lambda ledger, x: ledger.calendar(as_of=x)),
    "calendar A": Question(Lot.country, lambda ledger, x: ledger.calendar(x)),
    "commitments A B": Question(Lot.pair, lambda ledger, x: ledger.commitments(*x)),
    "commitments A": Question(Lot.country, lambda ledger, x: ledger.commitments(x)),
    "commitments A B as of": Question(
        lambda lot: (*lot.pair(), lot.day()), lambda ledger, x: ledger.commitments(x[0], x[1], as_of=x[2])
    ),
    "commitments A as of": Question(
        lambda lot: (lot.country(), lot.day()), lambda ledger, x: ledger.commitments(x[0], as_of=x[1])
    ),
    "overdue of A": Question(
        lambda lot: (lot.country(), lot.day()), lambda ledger, x: ledger.commitments(x[0], as_of=x[1], overdue=True)
    ),
    "ladder A B": Question(Lot.pair, lambda ledger, x: ledger.ladder(*x)),
    "positions": Question(Lot.day, lambda ledger, _: ledger.positions(), 1000.0, False),
    "positions as of": Question(Lot.day, lambda ledger, x: ledger.positions(as_of=x), 1000.0, False),
    "positions of a holder": Question(Lot.stand, lambda ledger, x: ledger.positions(holder=x[0])),
    "positions on an issue": Question(Lot.stand, lambda ledger, x: ledger.positions(issue=x[1])),
    "turns of a holder": Question(Lot.stand, lambda ledger, x: ledger.turns(holder=x[0])),
    "wording of a holder": Question(Lot.stand, lambda ledger, x: ledger.wording(holder=x[0], issue=x[1])),
    "wording of a phrase": Question(Lot.formula_words, lambda ledger, x: ledger.wording(x)),
    "compare": Question(Lot.two_readouts, lambda ledger, x: ledger.compare(*x)),
    "ladder gaps A B": Question(Lot.pair, lambda ledger, x: ledger.ladder_gaps(*x)),
    "twins": Question(Lot.report, lambda ledger, x: ledger.twins(x)),
    "people of A": Question(Lot.country, lambda ledger, x: ledger.people(x)),
    "people of A as of": Question(
        lambda lot: (lot.country(), lot.day()), lambda ledger, x: ledger.people(x[0], as_of=x[1])
    ),
    "brief A B": Question(Lot.pair, lambda ledger, x: make_brief(ledger, *x), 200.0),
    "search": Question(Lot.words, lambda ledger, x: ledger.search(x)),
    "search with filters": Question(
        lambda lot: (lot.words(), lot.filters()), lambda ledger, x: ledger.search(x[0], **x[1])
    ),
    "show a report": Question(Lot.report, lambda ledger, x: ledger.report(x)),
    "list reports of A": Question(Lot.country, lambda ledger, x: ledger.reports(x)),
    "reports about A B": Question(Lot.pair, lambda ledger, x: ledger.reports_about(*x)),
    "what is new": Question(Lot.day, lambda ledger, _: ledger.fresh()),
    "what is new as of": Question(Lot.day, lambda ledger, x: ledger.fresh(as_of=x)),
    "country A": Question(Lot.country, lambda ledger, x: ledger.country(x), 150.0),
    "partners of A": Question(Lot.country, lambda ledger, x: ledger.partners(x, limit=20)),
    "tally of A B": Question(Lot.pair, lambda ledger, x: ledger.tally(*x)),
    "list reports": Question(Lot.day, lambda ledger, x: ledger.reports(until=x)),
    "reports about A": Question(Lot.country, lambda ledger, x: ledger.reports_about(x)),
    "a record": Question(Lot.record, lambda ledger, x: ledger.record(x)),
    "turns": Question(Lot.day, lambda ledger, x: ledger.turns(until=x)),
    "wording on an issue": Question(Lot.stand, lambda ledger, x: ledger.wording(issue=x[1])),
    "uses of a phrase": Question(Lot.formula_words, lambda ledger, x: ledger.uses(x)),
    "holders on an issue": Question(Lot.stand, lambda ledger, x: ledger.holders(issue=x[1])),
    # these count all that there is between all
    "busiest": Question(Lot.day, lambda ledger, _: ledger.busiest(), 150.0, False),
    "busiest since": Question(Lot.day, lambda ledger, x: ledger.busiest(since=x), 150.0, False),
    "presence": Question(Lot.day, lambda ledger, _: ledger.presence(), 150.0, False),
    "presence since": Question(Lot.day, lambda ledger, x: ledger.presence(since=x), 150.0, False),
    "parties": Question(Lot.day, lambda ledger, _: ledger.parties(), 150.0, False),
}

"""What the sections on undertakings share: which are open, whose they are, and how one is told of."""

from __future__ import annotations

from collections.abc import Iterable

from communique.brief.drafts import Draft, Words, line
from communique.brief.facts import Facts
from communique.brief.model import Kind
from communique.brief.saying import age, clean, cut, day
from communique.brief.sections.accounts import account_of
from communique.ledger.rows import Commitment, Step

LONGEST = 150
_SCORES = {1: "+1", 0: "0", -1: "−1"}
_STATES = {
    "stated": "stated", "asked": "asked", "answered": "taken up", "refused": "refused", "restated": "said again",
    "hardened": "said with more force", "softened": "said with less force", "broadened": "broadened",
    "narrowed": "narrowed", "in-progress": "in progress", "done": "done", "planned": "planned", "moved": "moved",
    "held": "held", "cancelled": "called off", "overtaken": "overtaken", "lapsed": "nothing reported since",
}  # fmt: skip


def is_open(row: Commitment) -> bool:
    """Whether it is neither done nor given up; what is overdue is open, though it has lapsed."""
    return row.overdue or (row.score in (None, 0) and row.state not in ("overtaken", "cancelled", "lapsed"))


def only_asked(row: Commitment) -> bool:
    """Whether all that is known is that it was asked for."""
    return row.kind == "request" and row.only_asked


def told(row: Commitment) -> list[Step]:
    """Its certain steps that a report tells, of a long history the first and the newest; ``lapsed`` by itself is told by
    nobody.
    """
    return [step for step in row.history if step.sure and step.evidence]


def of(facts: Facts, rows: Iterable[Commitment], *promisors: str) -> list[Commitment]:
    """Those that these undertake, and no other."""
    return [row for row in rows if set(row.promisors) == set(promisors)]


def words(row: Commitment) -> list[Words]:
    """The words that first told it, and those that told it last."""
    steps = told(row)
    ends = dict.fromkeys((steps[0], steps[-1])) if steps else {}
    what = clean(row.what)
    return [
        Words(step.report, step.evidence[0], what in clean(step.evidence[0].quote), row.what) for step in ends
    ]  # fmt: skip


def undertaking(facts: Facts, row: Commitment, *notes: tuple[str, Kind]) -> Draft:
    """The line of a commitment: what, how firm, since when, how it stands, by whose account; ``notes`` go before that."""
    steps = told(row)
    first, last = steps[0], steps[-1]
    since = age(first.date, facts.day)
    begun = f"{_STATES[first.state]} {day(first.date)}" + (f" ({since})" if since else "")
    now = (
        f", {_STATES[last.state]} {day(last.date)}"
        if last is not first and (last.state, last.date) != (first.state, first.date)
        else ""
    )
    due = f"; due {day(row.due)}" if row.due else ""
    score = "" if row.score is None else f"; score {_SCORES[row.score]}"
    firm = f"{row.strength}, " if row.strength else ""
    condition = f"; if: {cut(row.condition, 60)}" if row.condition else ""
    by = account_of(facts, row.outlets)
    lead: list[tuple[str, Kind]] = [("Overdue: ", "alert")] if row.overdue else []
    return line(
        words(row), *lead, *quoted(row), (f" – {firm}{begun}{now}{due}{condition}{score}", "note"), *notes, (f", {by}", "note"),
    )  # fmt: skip


def quoted(row: Commitment) -> list[tuple[str, Kind]]:
    """What is to be done, in quotation marks where a report has just these words."""
    what = cut(row.what, LONGEST)
    exact = any(clean(row.what) in clean(step.evidence[0].quote) for step in told(row))
    return [(what, "quote")] if exact else [(what, "plain")]


def weight(facts: Facts, row: Commitment) -> float:
    """How much an officer must have it at hand: overdue, dated, named, firm, told again, by both; and lately."""
    steps = told(row)
    both = {*row.outlets} >= set(facts.sides)
    age_years = max(0, int(facts.day[:4] or 0) - int((steps[-1].date or facts.day or "0")[:4] or 0)) if steps else 0
    firm = {"firm": 1.0, "soft": 0.5}.get(row.strength or "", 0.0)
    return (
        4.0 * row.overdue + 2.0 * bool(row.due) + 1.5 * bool(row.named) + firm + min(len(steps) - 1, 3) * 0.5 + both
        - age_years * 0.7
    )  # fmt: skip


def heaviest(facts: Facts, rows: Iterable[Commitment]) -> list[Commitment]:
    """The most consequential first; of those that weigh the same, the last told."""
    every = [(row, last) for row in rows if (last := _last(row)) is not None]
    every.sort(key=lambda pair: pair[0].id)
    every.sort(key=lambda pair: pair[1].date or "", reverse=True)
    return sorted((row for row, _ in every), key=lambda row: weight(facts, row), reverse=True)


def _last(row: Commitment) -> Step | None:
    """The last of those steps that are ``told``."""
    return next((step for step in reversed(row.history) if step.sure and step.evidence), None)

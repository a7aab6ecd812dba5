"""What the ledger answers on two sides: all that a brief may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from communique.errors import BadDate, BadQuery
from communique.knowledge import load_codebook
from communique.knowledge.gazetteer import gazetteer
from communique.ledger._ledger import Ledger
from communique.ledger.ask.dates import checked
from communique.ledger.ask.rows import Coverage, Occasion
from communique.ledger.ladder import Apart, differences
from communique.ledger.rows import Commitment, Person, Rung, Step, Wording

_AFTER = "~"
_NEWEST = 100
"""So many commitments, formulas of a side and steps of the ladder are looked at, the last told of."""
_STEPS = 6
"""So many steps of each: a line cites the first and the last, and what was told four times is told often."""
_OVERDUE, _PEOPLE, _MET, _PLANNED = 40, 60, 60, 40
"""So many overdue ones besides, so many people of a side, occasions that took place, and those that are planned."""


@dataclass(frozen=True)
class Facts:
    """The answers. ``day`` is as of when; what is dated ``since`` or later is new, '' where all is.

    ``met_before`` says that they met before the first of ``occasions`` too. ``coverage`` counts the reports about the
    two, ``outlets`` has the country of the outlet of each that may be cited.
    """

    a: str
    b: str
    names: Mapping[str, str]
    day: str
    since: str
    coverage: tuple[Coverage, ...]
    occasions: tuple[Occasion, ...]
    met_before: bool
    commitments: tuple[Commitment, ...]
    commitments_total: int
    rungs: tuple[Rung, ...]
    wordings: Mapping[str, tuple[Wording, ...]]
    people: Mapping[str, tuple[Person, ...]]
    outlets: Mapping[str, str | None]

    @property
    def sides(self) -> tuple[str, str]:
        """The two codes, as the user names them."""
        return self.a, self.b

    def name(self, code: str) -> str:
        """What a country or organisation is usually called."""
        organisation = load_codebook([]).section("organisations").get(code)
        return self.names.get(code) or next(iter(organisation.names if organisation else ()), code)

    def known(self, told: str | None) -> bool:
        """Whether a report of this date is known as of the day."""
        return (told or "") < self.day + _AFTER

    def new(self, when: str | None) -> bool:
        """Whether it is no older than what the user wants to hear of."""
        return not self.since or (when or "") >= self.since

    @cached_property
    def gaps(self) -> tuple[Apart, ...]:
        """Where the two name their relationship differently."""
        return tuple(differences(self.rungs, self.a, self.b))


def gather(ledger: Ledger, a: str, b: str, since: str | None, as_of: str | None) -> Facts:
    """Ask the ledger. Raises ``UnknownParty``, ``BadDate``, ``BadQuery`` where the two are one, ``LedgerError``."""
    _in_order(since, as_of)
    one, other = ledger.code(a), ledger.code(b)
    if one == other:
        raise BadQuery(f"{a} and {b} are one and the same; name two sides")
    day = checked(as_of, "as-of") if as_of else ledger.newest() or ""
    commitments = ledger.commitments(one, other, as_of=as_of, limit=_NEWEST, history=_STEPS)
    every = tuple(commitments)
    if commitments.total > len(commitments):
        overdue = ledger.commitments(one, other, as_of=as_of, overdue=True, limit=_OVERDUE, history=_STEPS)
        known = {row.id for row in commitments}
        every += tuple(row for row in overdue if row.id not in known)
    later, past = _occasions(ledger, one, other, day, as_of)
    occasions = (*later, *past)
    announced = {told.source.date or "" for one in occasions if to_come(one, day) for told in one.told}
    every = _with_more(ledger, every, announced, as_of)
    rungs = tuple(ledger.ladder(one, other, as_of=day or None, limit=_NEWEST))
    wordings = {side: _formulas(ledger, side, to, as_of) for side, to in ((one, other), (other, one))}
    cited = {step.report for row in every for step in row.history} | {row.report for row in rungs}
    cited |= {row.report for some in wordings.values() for row in some}
    people = {code: tuple(ledger.people(code, as_of=as_of, limit=_PEOPLE, lately=True)) for code in (one, other)}
    outlets = ledger.outlets(one, other, until=day or None)
    outlets |= {told.source.report: told.source.outlet_country for met in occasions for told in met.told}
    outlets |= {id_: source.outlet_country for id_, source in ledger.sources(cited - set(outlets)).items()}
    return Facts(
        a=one, b=other, names=gazetteer(load_codebook([])).names, day=day, since=since or "",
        coverage=tuple(ledger.coverage(one, other, until=day or None)), occasions=occasions,
        met_before=len(past) >= _MET, commitments=every,
        commitments_total=commitments.total, rungs=rungs, wordings=wordings, outlets=outlets, people=people,
    )  # fmt: skip


def to_come(one: Occasion, day: str) -> bool:
    """Whether an occasion is planned, and its date known and not past on a day."""
    return one.status == "planned" and bool(one.date_start) and (one.date_end or one.date_start or "") + _AFTER >= day


def _with_more(
    ledger: Ledger, rows: tuple[Commitment, ...], announced: set[str], as_of: str | None
) -> tuple[Commitment, ...]:
    """Of long histories all that is needed: what became of a planned occasion, and what the reports of some dates, which
    announce occasions, tell of anything.
    """
    long = [row for row in rows if row.steps > len(row.history)]
    planned = [row.id for row in long if row.kind == "engagement" and not row.overdue]
    whole = ledger.histories(planned, as_of=as_of)
    others = [row.id for row in long if row.id not in whole and _may_have_left_out(row, announced)]
    told = ledger.histories(others, on=announced, as_of=as_of)
    whole |= {row.id: _put_in(row, told[row.id]) for row in long if row.id in told}
    return tuple(replace(row, history=whole[row.id]) if row.id in whole else row for row in rows)


def _may_have_left_out(row: Commitment, days: set[str]) -> bool:
    first, next_ = (row.history[at].date or "" for at in (0, 1))
    return any(first <= day <= next_ for day in days)


def _put_in(row: Commitment, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The history with steps between the first and the others, where they are not shown."""
    first, *others = row.history
    return (first, *(step for step in steps if step not in row.history), *others)


def _in_order(since: str | None, as_of: str | None) -> None:
    first, last = since and checked(since, "since"), as_of and checked(as_of, "as-of")
    if first and last and first > last + _AFTER:
        raise BadDate(f"as-of {last} is before since {first}; turn them round")


def _formulas(ledger: Ledger, holder: str, counterpart: str, as_of: str | None) -> tuple[Wording, ...]:
    """The formulas of a side in its dealings with the other, without those that name their relationship."""
    found = ledger.wording(holder=holder, counterpart=counterpart, as_of=as_of, limit=_NEWEST)
    return tuple(row for row in found if not row.issue.startswith("label:"))


def _occasions(
    ledger: Ledger, a: str, b: str, day: str, as_of: str | None
) -> tuple[Sequence[Occasion], Sequence[Occasion]]:
    """What is planned for after the day, and what took place up to it, the newest first, by the reports up to then."""
    if not day:
        return [], ledger.timeline(a, b, limit=_MET)
    past = ledger.timeline(a, b, until=day, as_of=as_of, limit=_MET)
    later = [one for one in ledger.timeline(a, b, since=day, as_of=as_of, limit=_PLANNED) if one not in past]
    return later, past

"""What is coming: planned meetings and visits, with a date or without one yet."""

from __future__ import annotations

from collections.abc import Iterable

from communique.brief.drafts import Draft, Drafts, Part, Words, line
from communique.brief.facts import Facts, to_come
from communique.brief.saying import cut, day, days
from communique.brief.sections.accounts import account, account_of
from communique.brief.sections.undertakings import LONGEST, is_open, told
from communique.ledger.ask.rows import Occasion, Told
from communique.ledger.rows import Commitment, Step
from communique.records import Evidence

_AFTER = "~"


def coming(facts: Facts) -> Part:
    """The next first; what has no date comes last."""
    rows = [
        row for row in facts.commitments if row.kind == "engagement" and is_open(row) and not row.overdue and told(row)
    ]
    planned = {told.source.report for one in facts.occasions if one.status == "planned" for told in one.told}
    every = (step for row in facts.commitments for step in row.history if step.report in planned)
    covered = _Covered(step for step in every if step.sure)
    dated = [(row.due or _AFTER, _planned(facts, row)) for row in rows]
    dated += [
        (one.date_start or _AFTER, _announced(facts, one)) for one in facts.occasions if _is_coming(facts, one, covered)
    ]
    lines = [draft for _, draft in sorted(dated, key=lambda pair: pair[0])]
    return Part(
        "coming", "Coming", (Drafts(None, lines[:5], len(lines), 3, f"communique calendar {facts.a}"),),
        "No coming meeting of the two is in the ledger.",
    )  # fmt: skip


def _planned(facts: Facts, row: Commitment) -> Draft:
    steps = told(row)
    last = steps[-1]
    quote = cut(last.evidence[0].quote, LONGEST, row.what)
    by = account_of(facts, row.outlets)
    when = day(row.due) if row.due else "No date yet"
    moved = ", moved" if any(step.state == "moved" for step in steps) else ""
    return line(
        [Words(last.report, last.evidence[0], told=True, around=row.what)], (when, "strong"), ": ", (quote, "quote"),
        (f" – {_STATE.get(row.state, 'planned')}{moved}, {by}", "note"),
    )  # fmt: skip


_STATE = {"asked": "invited", "answered": "accepted", "in-progress": "under preparation"}


class _Covered:
    """The stretches of reports that commitments tell of already."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._spans: dict[str, list[Evidence]] = {}
        for step in steps:
            self._spans.setdefault(step.report, []).extend(step.evidence)

    def has(self, told: Told) -> bool:
        """Whether words of it are of a commitment."""
        return any(
            one.start < span.end and span.start < one.end
            for one in told.evidence for span in self._spans.get(told.source.report, ())
        )  # fmt: skip


def _is_coming(facts: Facts, one: Occasion, covered: _Covered) -> bool:
    """Whether it is still to come, and no commitment tells of it already."""
    if not to_come(one, facts.day):
        return False
    known = [told for told in one.told if facts.known(told.source.date)]
    return bool(known) and not any(covered.has(told) for told in one.told)


def _announced(facts: Facts, one: Occasion) -> Draft:
    last = [told for told in one.told if facts.known(told.source.date)][-1]
    return line(
        [Words(last.source.report, last.evidence[0], told=True)], (days(one.date_start, one.date_end), "strong"), ": ",
        (cut(last.evidence[0].quote, LONGEST), "quote"), (f" – planned, {account(facts, [last.source.report])}", "note"),
    )  # fmt: skip

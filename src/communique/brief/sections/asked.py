"""What was asked and not answered."""

from __future__ import annotations

from functools import partial

from communique.brief.drafts import Draft, Part, drafted
from communique.brief.facts import Facts
from communique.brief.saying import counted, day
from communique.brief.sections.undertakings import of, only_asked, told, undertaking
from communique.ledger.rows import Commitment


def asked(facts: Facts) -> Part:
    """By who was asked; what met with silence first, then the last asked."""
    rows = [row for row in facts.commitments if only_asked(row) and row.state != "refused" and told(row)]
    a, b = (facts.name(code) for code in facts.sides)
    named = [(f"Asked of {a}", (facts.a,)), (f"Asked of {b}", (facts.b,)), ("Proposed for both to do", facts.sides)]
    command = f"communique commitments {facts.a} {facts.b} --kind request"
    groups = [
        drafted(title, _order(of(facts, rows, *who)), partial(_line, facts), 2, 4, command) for title, who in named
    ]
    return Part("asked", "Asked and not answered", groups, "No unanswered request of the two is in the ledger.")


def _order(rows: list[Commitment]) -> list[Commitment]:
    rows = sorted(rows, key=lambda row: row.id)
    return sorted(
        rows, key=lambda row: (row.silence is not None, told(row)[-1].date or "", len(told(row))), reverse=True
    )


def _line(facts: Facts, row: Commitment) -> Draft:
    if row.silence is None:
        return undertaking(facts, row)
    later = {
        one.date_start for one in facts.occasions
        if one.status == "held" and one.date_start and one.date_start >= row.silence and facts.known(one.date_start)
    }  # fmt: skip
    number = max(len(later), 1)
    meetings = counted(number, "later meeting") + (
        f", the first {day(row.silence)}" if number > 1 else f", {day(row.silence)}"
    )
    return undertaking(facts, row, ("; ", "note"), (f"not taken up at {meetings}", "warning"))

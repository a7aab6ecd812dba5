"""Open commitments, both ways: what each has undertaken, and both together."""

from __future__ import annotations

from functools import partial

from communique.brief.drafts import Part, drafted
from communique.brief.facts import Facts
from communique.brief.sections.undertakings import heaviest, is_open, of, only_asked, undertaking
from communique.ledger.rows import Commitment


def open_commitments(facts: Facts) -> Part:
    """By who has undertaken them, the overdue and the most binding first."""
    rows = [row for row in facts.commitments if _counts(row)]
    command = f"communique commitments {facts.a} {facts.b}"
    a, b = (facts.name(code) for code in facts.sides)
    named = [(f"Undertaken by {a}", (facts.a,)), (f"Undertaken by {b}", (facts.b,)), ("Agreed by both", facts.sides)]
    groups = [
        drafted(title, heaviest(facts, of(facts, rows, *who)), partial(undertaking, facts), 3, 6, command)
        for title, who in named
    ]
    return Part(
        "open", "Open commitments", groups,
        "No open commitment of the two is in the ledger.",
        "Score: +1 done, 0 in progress, −1 not done (G7 Research Group); none without evidence.",
    )  # fmt: skip


def _counts(row: Commitment) -> bool:
    """Pledges, agreements and requests that were taken up; of planned occasions those that are overdue."""
    if not is_open(row) or only_asked(row):
        return False
    return row.overdue if row.kind == "engagement" else True

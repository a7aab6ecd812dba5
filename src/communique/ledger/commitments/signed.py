"""Mentions in a list of what was signed: "the following documents were signed: - Agreement on ...; - Memorandum on ...".

The outcome tells of "documents" and names none; the named things that stand behind it, one after another, are they.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.ledger.commitments.context import Context
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.terms import ordinal_in
from communique.records import Engagement, Evidence, Outcome

_SIGNED = "/signed"
"""How the codebook's entry is called by which something was signed, adopted or exchanged."""
_PAPERS = (
    r"(?:documents|agreements|memoranda|memorandums|instruments|accords|treaties|protocols|papers|texts|conventions|"
    r"contracts|arrangements|mous|deals|pacts|notes)"
)
_SOME = re.compile(
    r"\b(?:following|several|various|many|numerous|(?:a|the)\s+(?:\w+\s+)?(?:number|series|set|package|range|raft|host)\s+of|two|three|four|five|six|seven|eight|"
    rf"nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|\d{{1,2}})\s+(?:[\w-]+\s+){{0,3}}{_PAPERS}\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\bfollowing\b|:\s*$", re.IGNORECASE)
NEAR, NEXT, LISTED = 24, 40, 160
"""In characters: how far behind the telling the first stands, how far the next behind one, and how far in a list."""


def of_list(context: Context) -> Iterator[Mention]:
    """What was signed of each document in a list of them."""
    entry = context.entry
    taken: set[tuple[int, str]] = set()
    telling: tuple[Outcome | Engagement, ...] = (*entry.outcomes, *entry.engagements)
    for one in telling:
        if not _tells_of_several(one):
            continue
        for listed, record in _listed(one.evidence[0], context):
            for bucket in context.buckets(one):
                if (listed.start, bucket) in taken:
                    continue
                taken.add((listed.start, bucket))
                yield Mention(
                    bucket=bucket, report=entry.report, path=entry.path, outlet=entry.outlet_country, date=entry.date, record=record,
                    group=record, kind="agreement", told="done", doers=(), others=(), askers=(), what=listed.quote, evidence=listed,
                    terms=context.terms(listed.quote, bucket), ordinal=ordinal_in(listed.quote), starts=False, named=context.named(listed.quote),
                )  # fmt: skip


def _tells_of_several(one: Outcome | Engagement) -> bool:
    """Whether it tells that documents were signed, and by their number alone."""
    if isinstance(one, Engagement):
        return one.kind == "signing" and one.status != "planned" and _SOME.search(one.evidence[0].quote) is not None
    signed = one.state == "done" and any(rule.endswith(_SIGNED) for rule in one.rule)
    return signed and _SOME.search(one.what) is not None


def _listed(telling: Evidence, context: Context) -> list[tuple[Evidence, str]]:
    """The documents named behind the telling, or inside of it behind the word for all of them."""
    some = _SOME.search(telling.quote)
    at = telling.start + some.end() if some else telling.end
    in_a_list = _FOLLOWING.search(telling.quote) is not None
    found: list[tuple[Evidence, str]] = []
    for span, record in context.instruments:
        if span.start < at:
            continue
        inside = span.end <= telling.end
        reach = LISTED if in_a_list and found else NEXT if found else NEAR
        if not inside and span.start - max(at, telling.end if not found else at) > reach:
            break
        found.append((span, record))
        at = max(at, span.end)
    inside_alone = len(found) == 1 and found[0][0].end <= telling.end
    return [] if inside_alone else [one for one in found if not context.told_elsewhere(one[0], telling)]

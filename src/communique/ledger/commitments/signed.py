"""Mentions in a list of what was signed: "the following documents were signed: - Agreement on ...; - Memorandum on ...".

The outcome tells of "documents" and names none; the named things that stand behind it, one after another, are they.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.ledger.commitments.amounts import NUMBERS_IN_WORDS
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
_NUMBER = rf"(?:{'|'.join(word for word in NUMBERS_IN_WORDS if word != 'one')}|\d{{1,2}})"
_SOME = re.compile(
    r"\b(?:following|several|various|many|numerous|(?:a|the)\s+(?:\w+\s+)?(?:number|series|set|package|range|raft|host)\s+of|"
    rf"{_NUMBER})\s+(?:[\w-]+\s+){{0,3}}{_PAPERS}\b",
    re.IGNORECASE,
)
_ON_EACH = re.compile(
    rf"\b{_PAPERS}\s*(?::|,|–)?\s*(?:on|in the (?:fields?|areas?|spheres?) of|concerning|regarding|covering|relating to)\s+(?P<each>[^.;:]{{10,400}})",
    re.IGNORECASE,
)
"""Of what the documents are, told of all of them: "agreements on visas, fishing and the return of statues"."""
_HOW_MANY = re.compile(rf"\b({_NUMBER})\s+(?:[\w-]+\s+){{0,3}}{_PAPERS}\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:,\s+and\s+|,\s+as well as\s+|,\s+|\s+and\s+|\s+as well as\s+)(?:on\s+|for\s+|of\s+|one\s+on\s+)?"
)
_FOLLOWING = re.compile(r"\bfollowing\b|:\s*$", re.IGNORECASE)
SHORTEST = 6
"""In characters: the least that tells what a document is on."""
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
        for listed, record in _listed(one.evidence[0], context) or _of_each(one):
            for bucket in context.buckets(one):
                if (listed.start, bucket) in taken:
                    continue
                taken.add((listed.start, bucket))
                paper = listed.quote if record != one.id else f"agreement on {listed.quote}"
                yield Mention(
                    bucket=bucket, report=entry.report, path=entry.path, outlet=entry.outlet_country, date=entry.date, record=record,
                    group=record, kind="agreement", told="done", doers=(), others=(), askers=(), what=listed.quote, evidence=listed,
                    terms=context.terms(paper, bucket), ordinal=ordinal_in(listed.quote), starts=False, named=context.named(listed.quote),
                )  # fmt: skip


def _tells_of_several(one: Outcome | Engagement) -> bool:
    """Whether it tells that documents were signed, and by their number alone."""
    if isinstance(one, Engagement):
        return one.kind == "signing" and one.status != "planned" and _SOME.search(one.evidence[0].quote) is not None
    signed = one.state == "done" and any(rule.endswith(_SIGNED) for rule in one.rule)
    return signed and (_SOME.search(one.what) or _ON_EACH.search(one.evidence[0].quote)) is not None


def _of_each(one: Outcome | Engagement) -> list[tuple[Evidence, str]]:
    """What the documents are on, where they are told together; nothing where there is one thing alone."""
    telling = one.evidence[0]
    found = _ON_EACH.search(telling.quote)
    if found is None:
        return []
    start, cuts = found.start("each"), list(_BETWEEN.finditer(found["each"]))
    begins = [start, *(start + cut.end() for cut in cuts)]
    ends = [*(start + cut.start() for cut in cuts), found.end("each")]
    parts = [(begin, end) for begin, end in zip(begins, ends, strict=True) if end - begin >= SHORTEST]
    if len(parts) < 2 or not (_each_by_itself(found["each"], len(parts)) or _number(telling.quote) == len(parts)):
        return []  # "agreements on trade and culture" may be of any number
    made = (Evidence(start=telling.start + a, end=telling.start + b, quote=telling.quote[a:b]) for a, b in parts)
    return [(part, one.id) for part in made]


def _each_by_itself(each: str, parts: int) -> bool:
    """ "on tax, on fish and on ports"."""
    return len(re.findall(r"(?:,|and|as well as)\s+on\s", each)) == parts - 1


def _number(quote: str) -> int | None:
    """How many were signed, where it is told."""
    found = _HOW_MANY.search(quote)
    if found is None:
        return None
    word = found[1].lower()
    return int(word) if word.isdigit() else NUMBERS_IN_WORDS[word]


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

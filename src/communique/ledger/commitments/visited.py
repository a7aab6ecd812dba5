"""Visits told by the way as paid: "agreed during the Prime Minister's visit to Riga last May". The words of any record may
tell them; which undertaking they are of is asked of those that are known, and none begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.ledger.commitments.context import Context
from communique.ledger.commitments.dates import MONTHS, past_in
from communique.ledger.commitments.mention import Mention, Occasion
from communique.ledger.commitments.occasions import country_after
from communique.ledger.commitments.terms import Terms
from communique.ledger.commitments.untimely import CALLED_OFF, EXPECTED, MOVED, PUT_OFF
from communique.ledger.entry import Entry
from communique.ledger.lexicon import fold
from communique.records import Evidence

_NOUN = r"(?:(?!(?i:planned|forthcoming|upcoming|coming|next|future|expected|proposed|possible|return)\b)[\w-]{1,30}\s+){0,3}?(?i:visit|trip|stay|tour|journey)"
_NAME = r"(?:the\s+)?[A-ZÀ-Þ][\w’'-]{0,30}\w(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’'-]{0,30}\w){0,4}"
_TO = rf"(?:\s+(?:to|in|around)\s+(?P<to>{_NAME}|(?:our|this|that|the) (?:country|capital|city|kingdom|republic))|\s+(?:here|there))"
_DAYS = r"(?:\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[–-]|to|and)\s?\d{1,2}(?:st|nd|rd|th)?)?\s+(?:of\s+)?)?"
_SURELY = (
    rf"(?:last|this past)\s+(?:{MONTHS}|year|month|week|spring|summer|autumn|winter)\b|earlier (?:this|that) (?:year|month)\b|"
    rf"\w+ (?:years?|months?|weeks?) (?:ago|earlier)\b|(?:in|on|of|from)\s+(?:the\s+)?(?:early |late |mid-)?{_DAYS}(?:{MONTHS})(?:\s+\d{{1,2}}(?:[–-]\d{{1,2}})?,?)?\s+(?:of\s+)?(?:last year|(?:19|20)\d\d)\b|in (?:19|20)\d\d\b"
)
_PERHAPS = rf"(?:in|on|of)\s+(?:early |late |mid-)?{_DAYS}(?:{MONTHS})\b(?:\s+\d{{1,2}}(?:[–-]\d{{1,2}})?\b)?(?!\s+(?:next|this|19|20))"
_WHEN = rf",?\s+(?:(?P<when>{_SURELY})|(?P<perhaps>{_PERHAPS}))"
_OF_SOMEBODY = re.compile(
    rf"(?P<whose>(?<!\S)(?:[^\s,;:()]{{1,40}}\s+){{0,6}}?[^\s,;:()]{{1,40}}(?:['’]s|s['’])|\b[Hh](?:is|er))\s+{_NOUN}{_TO}?{_WHEN}"
)
_BY_SOMEBODY = re.compile(
    rf"\b(?:[Tt]he|an?)\s+{_NOUN}(?:{_TO})?\s+(?:of|by|paid by|made by)\s+(?P<whose>(?:(?!\s(?:to|in|last)\s)[^;:()]){{3,90}}?)(?:\s+to\s+(?P<goal>{_NAME}))?{_WHEN}"
)
_SOMEBODY_PAID = re.compile(
    rf"(?P<whose>[^;:.()]{{3,90}}?)\s+(?:(?:had|has|have)\s+)?(?:(?:recently|also|himself|herself|last|first)\s+)?"
    rf"(?:(?:paid|made|undertook|undertaken|completed)\s+(?:an?|his|her)\s+{_NOUN}(?:{_TO})?|(?:visited|toured)\s+(?P<place>{_NAME})|"
    rf"(?:travell?ed|came|flew|went|been|gone)\s+to\s+(?P<goal>{_NAME})|was\s+in\s+(?P<seat>{_NAME})){_WHEN}"
)
_SHAPES = (_OF_SOMEBODY, _BY_SOMEBODY, _SOMEBODY_PAID)
_BEFORE_THE_NAME = re.compile(
    r"\b(?:during|after|since|following|at|by|that|and|in|on|to|from|with|for|before|[a-z]{3,}(?:ed|\.))\s",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Sir|Sheikh|Sayyid)\b\.?\s+((?:[A-ZÀ-Þ][\w-]*\w\s?){1,3})")
_TOLD_BACK = re.compile(
    r"\b(?:during|after|since|following|at|from|on|with|recall\w*|thank\w*|agreed|signed|announced|promised|made|noted|mention\w*|prais\w*|satisf\w*|who|success\w*|outcomes?|results?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_WENT_WELL = re.compile(
    r"\W{0,3}(?:had|was|were|left|led|gave|brought|result\w*|has|have|mark\w+|opened|produced|helped)\b(?!\s+to\b)"
)
_NOT_PAID = re.compile(
    r"\W{0,3}(?:which|that|and|but)?\W{0,2}(?:\w+ly\s+)?(?:will|would|is|are|shall|should|could|might|may|cannot|did not|has to|had to|"
    r"(?:was|were|has|had)\s+(?:\w+ly\s+)?(?:not|to be|been\s+)?\s*"
    rf"(?:to\b|{PUT_OFF}|{CALLED_OFF}|{MOVED}|{EXPECTED}))\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r"\b(?:would|will|if|unless|not|never|was to|were to|is to|prepar\w+|plan(?:s|ned|ning)?|ahead of|before|until|prior to|invit\w+|looks? forward|looked forward|wish\w*|hope\w*|accept\w*|schedul\w+|expect\w*|called off|cancel\w+|postpon\w+|put off)\b[^.;]{0,50}$",
    re.IGNORECASE,
)

_IS_TO_COME = re.compile(
    r"\b(?:agreed|decided|planned|intends?|intended|ready|undertook|promised|order) to\b[^.;]{0,90}$|\b(?:before|ahead of|in time for|prior to|until)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a visit in a month of which no year is told: something is to be done on it, or before it."""


def visits_told(entry: Entry, context: Context, items: Sequence[Mention]) -> Iterator[Mention]:
    """The visits that the words of a report tell by the way, where no other mention tells them."""
    seen: set[tuple[str, int]] = set()
    for record in entry.records():
        for bucket in context.buckets(record):
            for span in record.evidence:
                for one in _in(span, record.id, bucket, context):
                    key = (bucket, one.evidence.end)
                    if key not in seen and not _told_already(one, items):
                        seen.add(key)
                        yield one


def _told_already(one: Mention, items: Sequence[Mention]) -> bool:
    """Whether a mention of a visit stands in the same words."""
    return any(
        other.bucket == one.bucket and other.occasion and other.occasion.kind == "visit"
        and other.evidence.start < one.evidence.end and one.evidence.start < other.evidence.end
        for other in items
    )  # fmt: skip


def _in(span: Evidence, record: str, bucket: str, context: Context) -> Iterator[Mention]:
    for shape in _SHAPES:
        for found in shape.finditer(span.quote):
            occasion = _occasion(found, span.quote, bucket, context)
            if occasion is None:
                continue
            quote = span.quote[found.end("whose") - len(_whose(found)) : found.end()].lstrip()
            start = span.start + found.end() - len(quote)
            entry = context.entry
            yield Mention(
                bucket=bucket, report=entry.report, path=entry.path, outlet=entry.outlet_country, date=entry.date, record=record,
                group=record, kind="engagement", told="held", doers=(occasion.visitor,) if occasion.visitor else (),
                others=(occasion.host,) if occasion.host else (), askers=(), what=quote,
                evidence=Evidence(start=start, end=start + len(quote), quote=quote), terms=Terms({}), starts=False, occasion=occasion,
                due=occasion.date,
            )  # fmt: skip


def _whose(found: re.Match[str]) -> str:
    """The words that name who visited, without what stands before them."""
    return _BEFORE_THE_NAME.split(found["whose"])[-1] if found.re is _OF_SOMEBODY else found["whose"]


def _occasion(found: re.Match[str], text: str, bucket: str, context: Context) -> Occasion | None:
    """The visit that words tell as paid; None where it is yet to be, came to nothing, or nobody is told to have paid it."""
    before, after = text[: found.start("whose")], text[found.end() :]
    before += found["whose"] if found.re is _SOMEBODY_PAID else ""
    named_from = text[: found.end("whose") - len(_whose(found))]
    if _NOT_PAID.match(after) or _TO_BE.search(before) or (not found["when"] and _IS_TO_COME.search(named_from)):
        return None
    if not found["when"] and not (found.re is _SOMEBODY_PAID or _TOLD_BACK.search(before) or _WENT_WELL.match(after)):
        return None
    date = past_in(found["when"] or found["perhaps"], context.entry.date)
    groups = found.groupdict()
    goal = next((groups[name] for name in ("to", "goal", "place", "seat") if groups.get(name)), "")
    pair = bucket.split("|")
    there = country_after(goal, context) if goal else None
    if (goal[:1].isupper() or goal.startswith("the ")) and there is None and found.re is _SOMEBODY_PAID:
        return None
    if there is not None and there not in pair:
        return None
    whose = _whose(found)
    named = list(context.officials.finditer(whose))
    whose = whose[named[-1].start() :] if named else whose
    from_ = country_after(whose, context)
    if there is None and from_ in pair:
        there = next(side for side in pair if side != from_)
    visitor = next(side for side in pair if side != there) if there else None
    called = {fold(word) for name in _CALLED.findall(whose) for word in re.findall(r"[\w-]{3,}", name)}
    who, rank = context.who(whose) or frozenset(called), context.rank_of(whose)
    if (
        (not (who or rank) and (visitor is None or found.re is _SOMEBODY_PAID))
        or date is None
        or (from_ and from_ != visitor)
    ):
        return None
    return Occasion("visit", visitor, there, who, rank, date=date)

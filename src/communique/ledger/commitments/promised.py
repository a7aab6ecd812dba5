"""Mentions in statements: what is promised, agreed, asked, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.ledger.commitments.context import Context
from communique.ledger.commitments.cues import answers, bare, condition_in, firmly, own_words, refusal, telling
from communique.ledger.commitments.dates import due_in
from communique.ledger.commitments.mention import Kind, Mention, Occasion, Told
from communique.ledger.commitments.occasions import of_item
from communique.ledger.commitments.parts import Part, parts_of
from communique.ledger.commitments.terms import Terms, amounts_in, ordinal_in
from communique.ledger.lexicon import fold
from communique.records import Statement

_PROMISES = {"pledge": "pledge", "agree": "agreement", "request": "request", "propose": "request"}
_TELLINGS = frozenset({"assess", "announce", "appreciate", "complain", "oppose"})
_OF_THE_WORLD = frozenset(
    {"hotspot", "maritime", "multilateral", "sovereignty", "human-rights", "nuclear-arms-control"}
)
_SUBJECT = re.compile(
    r"^(?:that\s+)?(?:the\s+)?((?:[A-ZÀ-Þ][\w’'.-]+\s?){1,3}?)(?:\s+side|\s+government)?\s+(?:would|will|should|had|has|was|is|could|to)\b"
)
_RECALLED = re.compile(
    r"\b(?:recalled|recalling|as agreed|had raised|had asked|had requested|was asked)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|would|is to|are to|to)\s+(?:now\s+|also\s+)?(?:be\s+(?:held|convened|hosted|organi[sz]ed)|hold|host|convene|pay|make|visit|travel|undertake|receive|welcome|meet|take place)\b|\bscheduled\b"
)
_TOLD_OF_ASKING = re.compile(
    r"\b(?:request|proposal|question|invitation)\s+(?:was|were|had been|has been)\s+(?:\w+\s+)?(?:put|made|raised|conveyed|extended|submitted)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\b(?:consent|approval|permission|no objection)\b", re.IGNORECASE)
_STANDS_ALONE = re.compile(r"\b(?:they|them|it|these|press for|continue to|again|once more)\b", re.IGNORECASE)
LEAST = 0.7
"""What the terms of a mention must tell together, so that it can begin a thread or join one by its words."""


def of_statement(one: Statement, context: Context) -> Iterator[Mention]:
    """The mentions in a statement, one for each thing that it tells of."""
    if one.act not in _PROMISES and one.act not in _TELLINGS:
        return
    for bucket in context.buckets(one):
        for part in parts_of(one, context.known):
            made = _mention(one, part, bucket, context)
            if made:
                yield made


def _mention(one: Statement, part: Part, bucket: str, context: Context) -> Mention | None:
    quote, known = part.evidence.quote, context.known
    terms = context.terms(f"{part.of} {own_words(quote, known)}" if part.of else own_words(quote, known), bucket)
    told: Told | None
    if part.answer:
        return _answer(one, part, bucket, terms, context)
    if one.act in _PROMISES:
        told = refusal(quote, known) or ("asked" if _PROMISES[one.act] == "request" else "said")
        if told == "said" and known.pattern("asking").search(one.evidence[0].quote):
            told = "asked"
    else:
        told = telling(part.clause or quote, known)
        if told is None or (one.act == "appreciate" and told == "said" and one.topics == ()):
            return None
    if _TOLD_OF_ASKING.search(quote):
        return None
    doers, others, askers = _roles(one, quote, bucket, context)
    back: str | None = None
    if answers(quote, terms, known):
        back = "answer"
    elif (one.act in _TELLINGS and told != "said" and _short(quote, terms)) or bare(quote, terms, known):
        back = "name"
    occasion = _occasion(one, quote, told, doers, bucket, context)
    if back == "name" and (
        occasion is not None or (told == "asked" and not _STANDS_ALONE.search(quote + one.evidence[0].quote))
    ):
        back = None
    if back is None and occasion is None and terms.substance < LEAST:
        return None
    starts = one.act in _PROMISES and told in ("asked", "said") and back is None
    if one.act == "propose" and one.topics and set(one.topics) <= _OF_THE_WORLD:
        starts = False  # a wish for the world, nothing that the two do
    starts = starts or (
        one.act in ("announce", "assess", "appreciate")
        and told == "said"
        and back is None
        and _future(part.clause or quote)
    )
    return Mention(
        bucket=bucket, report=context.entry.report, path=context.entry.path, date=context.entry.date,
        record=one.id, group=one.id, kind=_kind(one, doers, told), told=told, doers=doers, others=others, askers=askers,
        what=quote, evidence=part.evidence, terms=terms, strength=one.strength or ("firm" if told == "said" else None),
        due=part.due or due_in(quote, context.entry.date), amounts=amounts_in(quote), ordinal=ordinal_in(quote),
        condition=condition_in(quote, known), firm=firmly(quote, known), named=context.named(quote),
        back=back, starts=starts, occasion=occasion,  # type: ignore[arg-type]
    )  # fmt: skip


def _occasion(
    one: Statement, quote: str, told: Told, doers: tuple[str, ...], bucket: str, context: Context
) -> Occasion | None:
    """The visit or session that the words ask for, plan, move or call off. A telling must say that it is to be."""
    if told not in ("asked", "said", "moved", "cancelled"):
        return None
    if one.act in _TELLINGS and told == "said" and not _TO_COME.search(quote):
        return None
    whole = one.evidence[0].quote
    return of_item(quote, doers if one.act in _PROMISES else (), bucket, context, whole[: max(0, whole.find(quote))])


def _answer(one: Statement, part: Part, bucket: str, terms: Terms, context: Context) -> Mention:
    """The other side's answer, told in the words of the request."""
    quote, known = part.evidence.quote, context.known
    doers = tuple(side for side in bucket.split("|") if side not in one.holders) or tuple(bucket.split("|"))
    told: Told = "refused" if re.search(r"\b(?:declined|rejected|refused)\b", quote) else "said"
    tentative = re.search(r"\b(?:examine|consider|study|look into|explore)\b", quote)
    return Mention(
        bucket=bucket, report=context.entry.report, path=context.entry.path, date=context.entry.date,
        record=one.id, group=one.id + "+", kind="pledge", told=told, doers=doers, others=one.holders, askers=(),
        what=quote, evidence=part.evidence, terms=terms, strength="tentative" if tentative else "firm", due=None,
        back="answer", starts=False, firm=firmly(quote, known), condition=condition_in(quote, known),
    )  # fmt: skip


def _short(quote: str, terms: Terms) -> bool:
    """A few words that name no thing: "we are nearly there"."""
    return len(quote.split()) <= 8 and not terms.names and not any(term[0] == "=" for term in terms.weights)


def _future(quote: str) -> bool:
    return re.search(r"\b(?:will|would|is to|are to|was to|were to)\b", quote) is not None and not _RECALLED.search(
        quote
    )


def _kind(one: Statement, doers: tuple[str, ...], told: Told) -> Kind:
    if one.act in _PROMISES:
        return _PROMISES[one.act]  # type: ignore[return-value]
    return "agreement" if len(doers) > 1 else "pledge"


def _roles(
    one: Statement, quote: str, bucket: str, context: Context
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who is to do it, who gains by it, and who asked; a side named as the subject of the words is the doer."""
    pair = tuple(bucket.split("|"))
    holders = tuple(side for side in pair if side in one.holders)
    rest = tuple(side for side in pair if side not in holders)
    asked = _PROMISES.get(one.act) == "request"
    subject = _SUBJECT.match(quote)
    code = None
    if subject:
        code = context.known.countries.get(fold(subject[1].strip())) or context.known.seats.get(
            fold(subject[1].strip())
        )
    if one.act == "request" and _CONSENT.search(quote):
        doers: tuple[str, ...] = pair
    elif code in pair:
        doers = (code,)
    elif one.act == "request":
        doers = rest or pair
    elif one.act == "pledge":
        doers = holders or pair
    elif one.act in ("agree", "propose"):
        doers = pair
    else:
        doers = ()
    return doers, tuple(side for side in pair if side not in doers), (holders or pair) if asked else ()

"""Mentions in the other records: engagements, outcomes and events of the relationship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.context import Context
from communique.ledger.commitments.cues import (
    TAKEN_UP,
    bare,
    in_part,
    instead_of,
    now_running,
    only_initialled,
    own_substance,
    own_words,
    refusal,
    work_alone,
)
from communique.ledger.commitments.dates import due_in
from communique.ledger.commitments.mention import Mention, Occasion, Told
from communique.ledger.commitments.occasions import VISIT_TO_BE, of_engagement, of_thing, of_whoever_visits
from communique.ledger.commitments.terms import Terms, ordinal_in
from communique.ledger.commitments.untimely import CALLED_OFF, PUT_OFF
from communique.ledger.lexicon import words_in
from communique.ledger.lexicon.words import stem_of
from communique.records import Engagement, Evidence, Outcome, Relation

_OUTCOMES: dict[str, Told] = {
    "begun": "progress",
    "done": "done",
    "postponed": "moved",
    "failed": "failed",
    "planned": "said",
}
_PRONOUN_SIGNED = re.compile(
    r"^(?:it|this|the (?:agreement|pact|treaty|deal|accord|document|memorandum|protocol))\b|\bsign(?:ed|ing)? (?:it|this|the (?:agreement|pact|treaty|deal|accord|document|memorandum|protocol))\b",
    re.IGNORECASE,
)
_HIS = re.compile(r"\W*(?:his|her)\s", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:which|whose)\b")
_TEXT_OF = re.compile(
    r"(?:the\s+|a\s+)?(?:text|draft|wording|first draft|negotiations?|talks)\s+(?:of|on|for)\b", re.IGNORECASE
)
"""A step to the agreement or the works that somebody promised, and not yet these."""
_NOW_SET = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|then\s+)?(?:scheduled|planned|expected|due|set|to be held|to take place)\b|\bwill\s+(?:now\s+|instead\s+|therefore\s+)?(?:be\s+(?:held|convened|opened|signed)|take place|meet|convene|open|start|begin)\b"
)
_AND_IS_SET = re.compile(rf"\W{{0,3}}(?:(?:and|but)\s+)?(?:{_NOW_SET.pattern})")
_LONE = re.compile(r"(?:the|its|their|this)\s+(?:official\s+|formal\s+)?\w+", re.IGNORECASE)
"""A thing named by one word, which says too little by itself: "its inauguration"."""
_NOW_TO_BE = re.compile(r",\s+(?:will|would|shall|is|are|has been|have been)\s")
_PROPOSED = re.compile(r"\b(?:propos(?:e|es|ed|ing)|suggest(?:s|ed)?|call(?:s|ed)? for)\s+(?:\w+\s+)?$")
_WAS_TO_BE = re.compile(r"\b(?:was|were) to have\b|\bhad been (?:planned|scheduled|foreseen|expected)\b")
_HANGS = re.compile(
    r"\s+(?:(?:on|of|for|to|from|in|between|near|across|over|against|at(?=\s+[A-ZÀ-Þ]))\s+[^,;.]{3,60}"
    r"|(?:that|which)\s+(?:will|would|is to|are to|can|may|shall|\w+s)\s[^,;.]{3,120}|(?!following|including)\w{3,}ing\s[^,;.]{3,120})"
)
"""What hangs from a thing: "on poultry", "that will let nurses work there"."""
STAYS_AWAY = "/stays-away"
"""How the entry is called by which somebody is told not to come."""
NO_TALK_OF_IT = "/no-question-of"
"""How the entry is called by which there is no longer any talk of a thing: nobody refused it."""
BY_TENSE = "/by-tense"
"""How the codebook's entry is called by which the tense alone tells an outcome."""
LEAST = 0.3
"""What an outcome must tell beside the kind of paper or work that it is of."""
_NO_LABEL = frozenset({"for", "of", "the", "new", "era", "and", "a"})
_VISIT_WORD = re.compile(r"\b(?:visit|trip|tour)\b", re.IGNORECASE)
_COULD_NOT = re.compile(
    rf"[^.;]{{0,60}}?\b(?:which|that)\s+(?:(?:could|did|was|had)\s+not|(?:was|were|had been)\s+(?:{PUT_OFF}|{CALLED_OFF})|had\s+to\s+be)\b",
    re.IGNORECASE,
)
_WHO_WILL_BE = re.compile(
    r"[^.;]{0,90}?,\s+(?:who|which|that)\s+(?:will|would|is to|is due to|is expected to)\b", re.IGNORECASE
)
"""What follows the word for a visit that could not take place, or is still to be."""
_NO_EVENT = frozenset({"message", "briefing", "ceremony", "call"})


def of_engagement_record(one: Engagement, context: Context) -> Iterator[Mention]:
    """A planned or held occasion; a signing is told of what was signed."""
    if one.kind in _NO_EVENT:
        return
    span = one.evidence[0]
    if one.kind == "visit" or _RELATIVE.match(span.quote):
        span = _first_clause(_own_clause(span, one.participants))
    for bucket in context.buckets(one):
        occasion = of_engagement(one, span.quote, bucket, context)
        if occasion is None and one.kind != "signing":
            continue
        now = context.entry.date
        to_come = one.status == "planned" or bool(now and one.date_start and one.date_start > now)
        yet = _not_yet_paid(one, span, context) if occasion and occasion.kind == "visit" and not to_come else None
        if yet == "moved":
            continue  # "the visit, which could not take place in May": another record tells it
        if yet == "planned" and occasion:
            to_come, occasion = True, replace(occasion, date=due_in(context.rest_of(span), now))
        called = _WAS_TO_BE.search(context.around(one.evidence[0]))
        told: Told = "moved" if called and occasion else "planned" if to_come else "held" if occasion else "done"
        terms = context.terms(own_words(span.quote, context.known), bucket)
        if occasion is None:
            told = "said" if told == "planned" else "done"
        sides = tuple(bucket.split("|"))
        yield Mention(
            bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=context.entry.date, record=one.id,
            group=one.id, kind="engagement" if occasion else "agreement", told=told,
            doers=(occasion.visitor,) if occasion and occasion.visitor else sides,
            others=(occasion.host,) if occasion and occasion.host else (), askers=(), what=span.quote, evidence=span, terms=terms,
            due=(one.date_end or one.date_start) if told in ("planned", "said") else one.date_start, ordinal=one.ordinal,
            starts=to_come, occasion=occasion, back="name" if occasion is None and _PRONOUN_SIGNED.search(span.quote) and bare(span.quote, terms, context.known) else None,
            named=context.named(span.quote),
        )  # fmt: skip


def _not_yet_paid(one: Engagement, span: Evidence, context: Context) -> str | None:
    """Whether the words of a visit tell that it could not take place then ("moved"), or that it is still to be ("planned")."""
    clause = span.quote + context.rest_of(span)
    visit = _VISIT_WORD.search(clause)
    if one.status != "held" or visit is None:
        return None
    if _COULD_NOT.match(clause[visit.end() :]):
        return "moved"
    return "planned" if _WHO_WILL_BE.match(clause[visit.end() :]) else None


def _own_clause(span: Evidence, participants: tuple[str, ...]) -> Evidence:
    """Of "that X had visited A, and that Y had paid a visit to B" the clause of whoever takes part."""
    parts = re.split(r"(,\s+and that\s+)", span.quote)
    own = [
        at for at, part in enumerate(parts) if any(name.split()[-1] in part for name in participants if name.split())
    ]
    if len(parts) < 3 or len(own) != 1:
        return span
    start, quote = span.start + sum(map(len, parts[: own[0]])), parts[own[0]]
    return Evidence(start=start, end=start + len(quote), quote=quote)


def _first_clause(span: Evidence) -> Evidence:
    """A visit's words without what is told of its ceremonies; of "whose council met in June" the clause itself."""
    after = r",\s" if _RELATIVE.match(span.quote) else r",\s+(?:with|where|and|during which|accompanied)\b"
    found = re.search(after, span.quote)
    short = found and found.start() >= 20 and (after == r",\s" or re.search(r"\bvisit", span.quote[: found.start()]))
    quote = span.quote[: found.start()] if found and short else span.quote
    return Evidence(start=span.start, end=span.start + len(quote), quote=quote)


def of_outcome(one: Outcome, context: Context) -> Iterator[Mention]:
    """What is told as having happened: compared by the undertaking's words and the rest of the clause."""
    span = one.evidence[0]
    for bucket in context.buckets(one):
        gone = instead_of(span.quote, one.what) if one.state in ("done", "begun", "failed") else None
        what = gone or _with_what_follows(one.what, span.quote)
        own, whole = context.terms(what, bucket), context.terms(_clause_of(one.what, span.quote), bucket)
        alone = one.state == "planned" and (_LONE.fullmatch(what) or (" " not in what and work_alone(span.quote)))
        back = bare(what, own, context.known) or (bool(alone) and own_substance(own, context.known) < LEAST)
        told, occasion = ("overtaken", None) if gone else _told(one, bucket, context)
        accepted = told == "done" and TAKEN_UP.search(span.quote)
        if accepted:  # "the invitation was accepted, on a date to be set": the answer to it
            told, back = "said", True
        to_come = one.state == "planned"
        if (
            not back
            and not (occasion or accepted)
            and not (told in ("moved", "failed") and amounts_in(span.quote))
            and not any(term[0] == "#" for term in own.weights)  # "the feasibility study"
            and max(own_substance(own, context.known), own_substance(whole, context.known)) < LEAST
        ):
            continue  # "twelve documents were signed" tells of none
        due = one.date or (_due(one, context) if to_come or one.state == "postponed" else None)
        if occasion and (told == "moved" or (told == "said" and occasion.kind == "visit")) and occasion.date is None:
            occasion = replace(occasion, date=due)
        faint = any(rule.endswith(BY_TENSE) for rule in one.rule)
        terms = (
            own
            if back or gone or (own.substance >= 1.2 and not faint and own.names != own.weights.keys())
            else Terms(whole.weights, whole.names, own.head or whole.head)
        )
        yield Mention(
            bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=context.entry.date, record=one.id,
            group=one.id, kind="engagement" if occasion else "agreement", told=told, doers=(), others=(), askers=(), what=span.quote,
            evidence=span, terms=terms, occasion=occasion, due=due,
            amounts=amounts_in(span.quote), ordinal=ordinal_in(one.what), back="answer" if accepted else "name" if back else None,
            starts=to_come and not back, strength="firm" if to_come or accepted else None, named=context.named(span.quote), faint=faint and not accepted,
        )  # fmt: skip


def _due(one: Outcome, context: Context) -> str | None:
    """By when it is to be: of "the session, which was to meet in May, will be held in June" the last."""
    quote = one.evidence[0].quote
    now = _NOW_TO_BE.split(quote)[-1] if one.state == "postponed" else quote
    return due_in(now, context.entry.date) or due_in(quote, context.entry.date)


def _told(one: Outcome, bucket: str, context: Context) -> tuple[Told, Occasion | None]:
    """What an outcome tells, and the visit or session that it tells it of: put off, called off, a visit also paid."""
    if any(rule.endswith(STAYS_AWAY) for rule in one.rule):
        return "cancelled", of_whoever_visits(one.evidence[0].quote, bucket, context)
    told = _state(one, context)
    quote = one.evidence[0].quote
    if told in ("said", "progress") and VISIT_TO_BE.search(quote):
        return "said", of_whoever_visits(quote, bucket, context)
    occasion = of_thing(one.what, quote, bucket, context)
    if told == "done" and occasion and occasion.kind == "visit":
        return "held", occasion
    if told == "done" and (in_part(quote) or _TEXT_OF.match(one.what) or only_initialled(quote)):
        told = "progress"
    elif told == "progress" and now_running(quote):
        told = "done"
    if told == "failed" and occasion and occasion.kind == "visit":
        return "cancelled", _of_the_one_before(occasion, one, context)
    if told in ("moved", "cancelled"):
        return told, _of_the_one_before(occasion, one, context)
    planned = told == "said" and occasion and (occasion.kind == "visit" or occasion.ordinal or occasion.body)
    return told, occasion if planned else None


def _of_the_one_before(occasion: Occasion | None, one: Outcome, context: Context) -> Occasion | None:
    """ "Her trip was called off": that of the person of whom the words right before tell."""
    span = one.evidence[0]
    if occasion is None or occasion.kind != "visit" or occasion.who or not _HIS.match(span.quote):
        return occasion
    before = context.before(span.start)
    named = list(context.officials.finditer(before))
    who = context.who(named[-1][0]) if named else frozenset[str]()
    return replace(occasion, who=who) if who else occasion


def _clause_of(what: str, quote: str) -> str:
    """The words without what a colon or semicolon parts from the thing: "as you asked about prices: the ferry has opened"."""
    at = quote.find(what)
    begins = max(quote.rfind(mark, 0, at) for mark in (": ", "; ")) if at > 0 else -1
    return quote[begins + 2 :] if begins > 0 else quote


def _with_what_follows(what: str, quote: str) -> str:
    """A thing with the words that hang from it: "the ban" with "on poultry", "the treaty" with what it allows."""
    at = quote.find(what)
    found = _HANGS.match(quote[at + len(what) :]) if at >= 0 else None
    return what + found[0] if found else what


def _state(one: Outcome, context: Context) -> Told:
    if any(rule.endswith(NO_TALK_OF_IT) for rule in one.rule):
        return "failed"
    if one.state == "failed" and refusal(one.evidence[0].quote, context.known) == "refused":
        return "refused"
    after = context.rest_of(one.evidence[0])
    if one.state == "failed" and (_NOW_SET.search(one.evidence[0].quote) or _AND_IS_SET.match(after)):
        return "moved"  # "which was not held last year, is now scheduled for May"
    called_off = one.state == "failed" and context.known.search("cancelled", one.evidence[0].quote)
    return "cancelled" if called_off else _OUTCOMES[one.state]


RANK_WORDS = (
    "comprehensive", "strategic", "enhanced", "special", "privileged", "integrated", "permanent", "all-round", "all-weather",
)  # fmt: skip
"""Words that give a relationship its rank."""
PARTNERS = {stem_of("partner"): stem_of("partnership")}
"""States that are partners have a partnership."""


def label_of(words: str) -> frozenset[str]:
    """The stems of a name for a relationship that tell it from others."""
    return frozenset(PARTNERS.get(word.stem, word.stem) for word in words_in(words) if word.stem not in _NO_LABEL)


def of_relation(one: Relation, context: Context) -> Iterator[Mention]:
    """A decision to call the relationship something else, and the telling that it was done."""
    label = label_of(one.label)
    if one.event == "described" and len(label) < 2:
        return
    span = one.evidence[0]
    for bucket in context.buckets(one):
        date = context.entry.date
        over = bool(one.date and date and one.date < date[: len(one.date)])
        told: Told = "said"
        if one.event in ("described", "established") or (one.event == "upgraded" and over):
            told = "done"
        elif one.event == "proposed":
            told = "asked"
        proposed = one.event == "described" and _PROPOSED.search(context.around(span).removesuffix(span.quote))
        if proposed:
            told = "asked"
        yield Mention(
            bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=date, record=one.id, group=one.id,
            kind="agreement", told=told, doers=tuple(bucket.split("|")), others=(), askers=(), what=span.quote, evidence=span,
            terms=Terms({}), strength="firm" if told == "said" else None, due=None,
            starts=one.event in ("upgraded", "agreed", "proposed"), label=label,
            condition="described" if one.event == "described" and not proposed else None,
        )  # fmt: skip

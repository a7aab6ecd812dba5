"""All mentions of undertakings in a report, each told once however many records tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.ledger.commitments.around import with_what_it_is_about, with_what_it_leans_on
from communique.ledger.commitments.context import Context
from communique.ledger.commitments.mention import Mention, Occasion
from communique.ledger.commitments.occasions import TALKS, done_there, guest_unnamed
from communique.ledger.commitments.promised import of_statement
from communique.ledger.commitments.rescheduled import rescheduled
from communique.ledger.commitments.signed import of_list
from communique.ledger.commitments.terms import PAPERS, Terms
from communique.ledger.commitments.told import RANK_WORDS, label_of, of_engagement_record, of_outcome, of_relation
from communique.ledger.commitments.visited import visits_told
from communique.ledger.commitments.vocabulary import Vocabulary, vocabulary
from communique.ledger.entry import Entry
from communique.records import Evidence

_HELD = frozenset({"=exercise", "=exhibition", "=year-of", "=summit", "=business-forum", "=festival", "=seminar"})
_EVENT = (
    r"(?:exercises?|drills?|manoeuvres?|maneuvers?|exhibitions?|expo|fair|festival|biennale|(?:days|weeks?|years?|seasons?) of [\w\s]{3,30}|(?:film|fashion|culture|cultural|food|book|music|design|art|business|tourism|theatre|cinema) weeks?|"
    r"(?:business|economic|trade|investment|investors['’]) (?:forum|summit|conference)|forum|seminar|symposium|conference|(?:trade|business|economic|investment|commercial) missions?)"
)
_TO_BE_HELD = re.compile(
    rf"\b{_EVENT}\b[^.;]{{0,90}}?\b(?:(?:will|would|is to|are to|was to|were to|shall|should|to)\s+(?:now\s+)?(?:be\s+(?:held|organi[sz]ed|staged|convened|hosted|mounted|opened|conducted)|take place|open|run|start)|"
    rf"(?:is|are|was|were) (?:planned|scheduled|expected|foreseen|due|set|to be held))\b"
    rf"|\b(?:hold|stage|organi[sz]e|host|conduct|mount|convene|take part|participate|carry out|send|open)\b[^.;]{{0,50}}?\b{_EVENT}\b",
    re.IGNORECASE,
)
"""That an exercise, exhibition, forum or the like is to be."""
_WAS_HELD = re.compile(
    rf"\b{_EVENT}\b[^.;]{{0,90}}?\b(?:(?:was|were|had been|has been|have been)\s+(?:\w+ly\s+)?(?:held|organi[sz]ed|staged|convened|hosted|mounted|conducted|attended|visited|opened|a (?:\w+ )?success)|took place|taken place|drew|shown|spent|drawn|attracted|brought together|ended|closed)\b"
    rf"|\b(?:held|staged|organi[sz]ed|hosted|conducted|mounted|convened|opened|attended|visited|concluded|completed|wound up|took part in|taken part in|participated in|carried out)\b[^.;]{{0,50}}?\b{_EVENT}\b"
    r"|\b(?:exercised|trained|drilled|manoeuvred) (?:together|jointly|with)\b",
    re.IGNORECASE,
)
"""That one has been."""
_RAISED = re.compile(
    r"\b(?:elevat|rais|upgrad|lift|mov|promot|transform|carry|tak(?:e|ing)|took|br(?:ing|ought)|advanc)\w*\b(?P<what>[^.;]{0,90}?)\b(?:in)?to\s+(?:(?:the|a new)\s+(?:level|status|rank)\s+of\s+)?(?:an?\s+|the\s+)?[\"“‘']?(?P<label>(?:[\w-]+\s){1,4}partnership)\b",
    re.IGNORECASE,
)
_RANKED = r"(?P<label>(?:(?:new|comprehensive|strategic|enhanced|special|privileged|integrated|integral|permanent|global|all-round|all-weather|cooperative|economic|reinforced|deepened|extensive|bilateral|and|era|deep|full|long-term)[,\s]+){1,6}(?:partnership|association|alliance))\b"
_MADE = re.compile(
    r"\b(?:build|establish|form|forge|create|develop|declar|proclaim|launch|conclud|found|enter(?:s|ed|ing)? into|(?:work|mov|advanc|proceed|go)\w* (?:on )?towards?|give (?:\w+ ){1,4}the (?:character|name|status) of|the (?:character|status|rank|level) of|forward as)\w*"
    r"[^.;:]{0,60}?\b(?:an?|the|their|our|into an?)\s+[\"“‘']?"
    + _RANKED
    + r"(?!\s+(?:agreement|treaty|council|forum|on|for|in the field))",
    re.IGNORECASE,
)
"""The making of a relationship that has a name of rank: "build an enhanced strategic partnership"."""
_A_NEW = re.compile(
    r"\ban?\s+[\"“‘']?" + _RANKED + r"(?!\s+(?:agreement|treaty|council|forum|fund|program|on|for|in)\b)", re.IGNORECASE
)
"""One that there is not yet: "interest in a strategic partnership"."""
_RANK = re.compile(rf"\b(?:{'|'.join(RANK_WORDS)})\b", re.IGNORECASE)
_AND_NOW = re.compile(r"\band (?:is|are) now\b")
_PROMISED = ("asked", "said")


def mentions(entry: Entry, known: Vocabulary | None = None) -> tuple[Mention, ...]:
    """The mentions in a report's records, in the order of its text. Pure: the same entry gives the same mentions."""
    context = Context(entry, known or vocabulary())
    items = [one for statement in entry.statements for one in of_statement(statement, context)]
    items = [_of_the_sentence_before(one, entry, context) for one in items]
    items = _with_engagements(
        items, [m for one in entry.engagements for m in of_engagement_record(one, context)], context
    )
    items = _with_relations(items, [m for one in entry.relations for m in of_relation(one, context)])
    items = _with_outcomes(items, [m for one in entry.outcomes for m in of_outcome(one, context)])
    items = _with_listed(items, list(of_list(context)))
    items = [rescheduled(_raised(one, items), context) for one in items]
    items = [one if _told_by(one, items) else with_what_it_leans_on(one, context) for one in items]
    items = [with_what_it_is_about(one, context) for one in items]
    items = _meetings_on_visits([_settled(one) for one in items])
    items += visits_told(entry, context, items)
    return tuple(_numbered(sorted(items, key=lambda one: (one.place, one.bucket))))


def _meetings_on_visits(items: list[Mention]) -> list[Mention]:
    """Where a report tells a visit to a country, its meetings there tell no other: they lose who met, and where."""
    visited = {
        (one.bucket, one.occasion.host) for one in items
        if one.told == "held" and one.occasion and one.occasion.kind == "visit"
    }  # fmt: skip
    return [
        replace(one, occasion=replace(one.occasion, who=frozenset(), host=None))
        if one.occasion and one.occasion.kind == "meeting" and (one.bucket, one.occasion.host) in visited
        else one
        for one in items
    ]


def _told_by(one: Mention, others: list[Mention]) -> bool:
    """Whether another mention, in the same words, says it of what was named before."""
    return any(
        other is not one and other.back and shared(other.evidence, one.evidence) >= 0.8
        for other in others
        if other.bucket == one.bucket
    )


def _raised(one: Mention, others: list[Mention]) -> Mention:
    """A telling that relations go up to another level, where no event of the relationship tells it."""
    made = _MADE.search(one.what) if one.told in _PROMISED else None
    if made is None and (one.told == "asked" or (one.told == "said" and one.strength)):
        made = _A_NEW.search(one.what)
    found = _RAISED.search(one.what) or (made if made and _RANK.search(made["label"]) else None)
    if (
        not found
        or one.label
        or any(
            other.label and other.condition != "described" and shared(other.evidence, one.evidence) >= 0.5
            for other in others
            if other.bucket == one.bucket
        )
    ):
        return one
    label = label_of(found["label"])
    if len(label) < 2:
        return one
    starts = one.told in _PROMISED
    return replace(one, label=label, terms=Terms({}), occasion=None, kind="agreement", back=None, starts=starts)


def _of_the_sentence_before(one: Mention, entry: Entry, context: Context) -> Mention:
    """What is asked of "them" is asked of what the side spoke of just before."""
    if one.told != "asked" or one.back != "name":
        return one
    near = [
        (span.end, span.quote) for statement in entry.statements for span in statement.evidence[:1]
        if statement.id != one.record and 0 <= one.evidence.start - span.end <= 120 and one.askers[:1] == statement.holders[:1]
    ]  # fmt: skip
    if not near or not re.search(r"\b(?:they|them|it|these)\b", one.what):
        return one
    before = context.terms(max(near)[1], one.bucket)
    return replace(
        one,
        back=None,
        starts=True,
        terms=replace(one.terms, weights={**before.weights, **one.terms.weights}, names=before.names),
    )


def shared(one: Evidence, other: Evidence) -> float:
    """The characters that two spans share, as a part of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / min(len(one.quote), len(other.quote))


def _with_engagements(items: list[Mention], told: list[Mention], context: Context) -> list[Mention]:
    """Items that plan an occasion learn its date and place from the engagement record that tells the same."""
    out = list(items)
    for one in told:
        if one.told == "held" and any(
            item.bucket == one.bucket
            and item.told in _PROMISED
            and item.strength is None
            and shared(item.evidence, one.evidence) >= 0.8
            for item in items
        ):
            continue  # "called for an early start of negotiations": none was held
        if one.told == "held":
            out = [
                item
                for item in out
                if item.bucket != one.bucket
                or item.told != "done"
                or item.occasion
                or shared(item.evidence, one.evidence) < 0.8
            ]
        at = _item_of(one, out)
        if at is None:
            out.append(one)
        elif one.occasion is None:
            continue  # a signing that an item or an outcome tells
        else:
            joined = _joined(out[at], one, context)
            if joined is out[at] and one.occasion.kind == "visit":
                out.append(one)  # "sign the protocol when the President visits Oslo": the visit is told beside it
            out[at] = joined
    return out


def _item_of(one: Mention, items: list[Mention]) -> int | None:
    """The item that an engagement record is told by: the last that ends in its words, of the same kind of occasion."""
    fits = [
        (item.evidence.end, -at)
        for at, item in enumerate(items)
        if item.bucket == one.bucket and shared(item.evidence, one.evidence) >= 0.5
        and item.evidence.end <= max(one.evidence.end, item.evidence.start + len(item.evidence.quote)) and _same_kind(item, one)
    ]  # fmt: skip
    return -max(fits)[1] if fits else None


def _same_kind(item: Mention, one: Mention) -> bool:
    if one.occasion is None:
        return item.told in (*_PROMISED, "done")
    if item.occasion is None:
        return item.told in _PROMISED and one.told == "planned"
    if one.told == "held" and item.told != "held":
        return False
    visits = (item.occasion.kind == "visit", one.occasion.kind == "visit")
    return visits in ((True, True), (False, False))


def _joined(item: Mention, one: Mention, context: Context) -> Mention:
    assert one.occasion is not None
    if item.occasion is None and (
        one.occasion.kind == "meeting"
        or TALKS in one.occasion.body
        or PAPERS & item.terms.weights.keys()
        or (one.occasion.kind == "visit" and done_there(item.what, item.bucket, context))
    ):
        return item  # the item tells more than that they meet
    own, other = item.occasion or one.occasion, one.occasion
    if item.told == "asked" and guest_unnamed(item.evidence.quote):
        other = replace(other, who=frozenset(), rank=None)  # the one who is named invites
    occasion = replace(
        own, ordinal=own.ordinal or other.ordinal, date=other.date or own.date, place=other.place or own.place,
        who=own.who or other.who, rank=own.rank or other.rank, body=own.body or other.body,
    )  # fmt: skip
    return replace(item, occasion=occasion, due=item.due or one.due)


def _with_relations(items: list[Mention], told: list[Mention]) -> list[Mention]:
    out = list(items)
    for one in told:
        near = [
            at
            for at, item in enumerate(out)
            if item.bucket == one.bucket and shared(item.evidence, one.evidence) >= 0.5 and not item.label
        ]
        promised = [at for at in near if out[at].told in _PROMISED and out[at].strength]
        if one.condition == "described":
            out.append(one)
        elif promised and one.told in _PROMISED:
            out[promised[0]] = replace(
                out[promised[0]], label=one.label, occasion=None, kind="agreement", back=None, starts=True
            )
        else:
            out = [item for at, item in enumerate(out) if at not in near or item.occasion]
            out.append(one)
    return out


def _with_outcomes(items: list[Mention], told: list[Mention]) -> list[Mention]:
    out = list(items)
    for one in told:
        if any(_within(one, other) for other in told):
            continue  # "on land given by the city", inside of the outcome that work began there
        same = [item for item in out if item.bucket == one.bucket and shared(item.evidence, one.evidence) >= 0.5]
        if same and (one.faint or one.told == "said"):
            continue
        if one.told == "done" and any(item.label and item.condition is None and item.told == "done" for item in same):
            continue  # "signed a declaration on a strategic partnership": that they are partners now tells it
        if one.told == "progress" and _AND_NOW.search(one.what) and any(item.told == "done" for item in same):
            continue  # "was signed in May and is now before parliament"
        again = [item for item in same if item.told == "said" and one.told == "done" and _tells_the_same(item, one)]
        out, same = [item for item in out if item not in again], [item for item in same if item not in again]
        if any(
            item.told == "said"
            and item.strength
            and item.record != one.record
            and item.kind == "agreement"
            and item.starts
            for item in same
        ):
            continue
        reserved = next((item for item in same if item.reply), None)
        if reserved is not None:
            one = replace(one, by=reserved.by, reply=reserved.reply)
        out = [
            item
            for item in out
            if item not in same or item.told in (*_PROMISED, "planned", "held", "refused") or item.label
        ]
        out = [item for item in out if item not in same or not (item.occasion is None and item.told == "done")]
        out.append(one)
    return out


_TO_COME = re.compile(r"\b(?:will|would|shall|should|to|be)\b", re.IGNORECASE)


def _tells_the_same(item: Mention, one: Mention) -> bool:
    """Whether what was agreed is, in all its words, that something has been done: "agreed that it has been ratified"."""
    return not item.occasion and len(item.what) <= len(one.what) + 5 and not _TO_COME.search(item.what)


def _with_listed(items: list[Mention], listed: list[Mention]) -> list[Mention]:
    """The items, and each document of a list that none of them tells of."""
    return items + [
        one
        for one in listed
        if not any(
            item.bucket == one.bucket
            and shared(item.evidence, one.evidence) >= 0.8
            and len(item.what) < 2 * len(one.what)
            for item in items
        )
    ]


def _within(one: Mention, other: Mention) -> bool:
    """Whether a telling stands inside of a longer one, which begins and ends elsewhere or at one of its ends."""
    mine, theirs = one.evidence, other.evidence
    inside = theirs.start <= mine.start and mine.end <= theirs.end
    return inside and one.bucket == other.bucket and 2 * len(mine.quote) < len(theirs.quote)


def _event(one: Mention) -> Mention:
    """An exercise, exhibition, forum or the like that is to be is planned; one that has been was held."""
    listed = _HELD & one.terms.weights.keys()
    if one.told == "said" and (_TO_BE_HELD.search(one.what) or (listed and "!host" in one.terms.weights)):
        return replace(one, told="planned", kind="engagement")
    if one.told != "said" and _WAS_HELD.search(one.what):
        return replace(one, told="held", kind="engagement")
    return one


def _settled(one: Mention) -> Mention:
    """A promise of a visit or session plans it; what is asked or refused stays so."""
    if one.occasion and one.occasion.kind in ("visit", "session") and one.told in ("said", "moved"):
        return replace(
            one, told="planned" if one.told == "said" else "moved", kind="engagement",
            starts=one.back is None or (one.occasion.kind == "visit" and (one.occasion.visitor is not None or one.due is not None)),
        )  # fmt: skip
    if one.occasion is None and one.told in ("said", "done", "progress"):
        return _event(one)
    if one.occasion and one.told == "asked":
        return replace(one, kind="engagement" if one.occasion.kind != "visit" else "request")
    return one


def _numbered(found: Iterable[Mention]) -> Iterator[Mention]:
    """Sessions called "the next" or "the second one" learn their body and number from those told before in the report."""
    last: dict[str, Occasion] = {}
    for one in found:
        occasion = one.occasion
        if occasion is None or occasion.kind != "session":
            yield one
            continue
        before = last.get(one.bucket)
        if TALKS in occasion.body:
            yield one
            continue
        follows = before and before.ordinal and occasion.ordinal == before.ordinal + 1
        same_kind = before and len(occasion.body) == 1 and occasion.body <= before.body
        if before and (same_kind or (not occasion.body and (follows or not occasion.ordinal))):
            occasion = replace(occasion, body=before.body)
        if before and occasion.next and occasion.ordinal is None and before.ordinal and before.body == occasion.body:
            occasion = replace(occasion, ordinal=before.ordinal + 1)
        if occasion.body:
            last[one.bucket] = (
                occasion
                if occasion.ordinal or not before
                else replace(occasion, ordinal=before.ordinal if before.body == occasion.body else None)
            )
        yield replace(one, occasion=occasion)

"""What the words of a report point back to: what was asked or named before in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from communique.ledger.commitments.cues import goes_so_far, left_out, no_subject, of_the_rest, put_off, work_alone
from communique.ledger.commitments.likeness import on_paper
from communique.ledger.commitments.mention import Mention, Told
from communique.ledger.commitments.terms import PAPERS
from communique.ledger.commitments.thread import Thread

NEAR, ADJACENT, FAR = 300, 200, 3000
"""In characters: how far back "it" or "the proposal" may point, how near an answer follows what was asked, and how far
back an invitation may be that is accepted.
"""
NAMED = 200
"""In characters: how far back what was named may be that "it" or "the pact" means. Of the tellings put so from further away (two
hundred to three hundred) one in two was right, as between them another paragraph begins.
"""
NEXT = 100
"""In characters: how far the end of one telling and the beginning of the next may be apart that goes on about it."""
TELLING = 0.5
"""What a term must tell for "the ferry" to be the ferry that was asked for."""
NEW, NEW_TENTATIVE = 1.0, 2.0
"""What the words may tell beside that: an answer has little of its own."""
RIGHT_AFTER, SAID = 90, 15
"""In characters: how far behind what is asked an answer begins, and what "he replied that" takes between them."""
OWN_MATTER = 4.5
"""What an answer tells at most: more is a matter of its own."""
LITTLE = 2.0
"""A promise about "it" tells no more than this by its own words."""
WITH_WHICH = frozenset(
    "=" + name
    for name in (
        "agreement memorandum protocol roadmap target feasibility design tender audit permit customs quarantine company expert police doctor "
        "loan fund grant-aid aid budget tranche guarantee university laboratory truck coordinator working-group parliament standards media contractor"
    ).split()
)
"""Things by which one does what was asked: an answer may name them."""
BOTH = re.compile(
    r"\b(?P<all>both|these|all|the two)\s+(?:\w+\s+)?(?:requests|proposals|matters|issues|questions|points|invitations|counts|suggestions)\b",
    re.IGNORECASE,
)
_INVITATION, _INVITED = re.compile(r"\binvitation\b", re.IGNORECASE), re.compile(r"\binvit", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|this|that|them|these)\b(?!\s+\w+(?:ed|s)\b)", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:the|this|these|that|those|its|their)\s+\w", re.IGNORECASE)
"""How what was named before is taken up: a new thing has "a" or nothing."""
_WOULD = re.compile(r"\b(?:would|will|could|can|cannot)\b", re.IGNORECASE)
_SUBJECT_IT = re.compile(
    r"(?:it|they|these|this|both)\s+(?:would|will|should|could|can|is to|are to|was to|were to)\b", re.IGNORECASE
)
_DOES_IT = re.compile(r"(?:to\s+)?\w+\s+(?:it|them)\b", re.IGNORECASE)
_DOES_THIS = re.compile(
    r"(?:to\s+)?\w+\s+(?:it|them|this|these|so)\b(?!\s+[a-z]+(?:s|ed)?\s+(?:is|are|was|were)\b)", re.IGNORECASE
)
_THE_VISIT = re.compile(
    r"\W*(?:the|this|his|her|that)\s+(?:\w+\s+)?(?:visit|trip)\b(?!\s+(?:of|by)\s+(?!(?:the )?(?:latter|former)\b))",
    re.IGNORECASE,
)
_THE_SITTING = re.compile(
    r"\W*(?:the|this|that|these)\s+(?:\w+\s+)?(?:meeting|session|sitting|talks|consultations|dialogue|round|conference|forum|event|gathering|summit)\b(?!\s+(?:of|on|between|with|for)\b)",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\W*(?:it|this|that|which|they|these)\s+(?:(?:had|has|have|was|were|is|are|would|could|did|will|can|should)\b|(?:now\s+)?take)",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\baccept(?:s|ed|ing)?(?:\s+(?:with|it|this|gladly)\b|\W*$)|\binvitation\b|\bacceptance\b|\bdelighted\b|\bgladly\b|\bwith pleasure\b",
    re.IGNORECASE,
)
_ACCEPTS_IT = re.compile(r"\baccept(?:s|ed|ing|ance)?\b[^.;]{0,30}\binvitation\b", re.IGNORECASE)
Placed = tuple[Mention, Thread | None]
"""A mention of the report with the thread that it was put to, None where it was put to none."""


def asked_before(one: Mention, placed: Sequence[Placed]) -> list[Thread]:
    """What was asked last before an answer, by the other side where the answer is one side's: all of one statement;
    of two statements where the answer is to both.
    """
    asked = [
        (other, thread) for other, thread in placed
        if thread and other.told == "asked" and 0 <= one.evidence.start - other.evidence.start <= 2 * NEAR
        and other.group != one.group
    ]  # fmt: skip
    if _INVITATION.search(one.what):
        asked = [found for found in asked if found[0].occasion or _INVITED.search(found[0].evidence.quote)] or asked
    several = BOTH.search(one.what)
    if asked and several:
        two = several["all"].lower() in ("both", "the two")
        return _unique(thread for _, thread in (asked[-2:] if two else asked))
    named = {term for term in one.terms.weights if term[0] not in "!+-"}
    of_it = [found for found in asked if named & found[0].terms.weights.keys()]
    if of_it and len(of_it) < len(asked):
        return [of_it[-1][1]]  # "the request on avocados"
    fitting = [found for found in asked if not (set(one.doers) == set(found[0].askers) and len(one.doers) == 1)]
    if not fitting:
        close = asked and one.evidence.start - asked[-1][0].evidence.end <= ADJACENT
        fitting = asked[-1:] if close else []  # who speaks is not always told plainly
    return _unique(thread for other, thread in fitting if other.group == fitting[-1][0].group)


def invited_before(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """The visit or session that a side was last invited to, where it accepts, or says the next word after it."""
    if one.told not in ("said", "refused") or one.occasion:
        return None
    asked = [
        (other, thread) for other, thread in placed
        if thread and thread.occasion and other.told == "asked" and other.group != one.group
        and 0 <= one.evidence.start - other.evidence.start <= FAR
    ]  # fmt: skip
    if not asked or (one.doers and not set(one.doers) <= set(asked[-1][0].doers)):
        return None
    other, thread = asked[-1]
    near = placed[-1][0] is other and one.evidence.start - other.evidence.end <= ADJACENT
    next_word = near and one.strength and other.occasion and other.occasion.kind == "visit"
    return thread if next_word or _ACCEPTS.search(one.evidence.quote) else None


def accepts_invitation(one: Mention) -> bool:
    """Whether the words accept an invitation by that name, wherever it was told."""
    return _ACCEPTS_IT.search(one.evidence.quote) is not None


def visit_named_before(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """The visit that the report spoke of last, where "the visit" is said of nobody and to nowhere."""
    if one.occasion is None or one.occasion.kind != "visit" or one.occasion.visitor or one.occasion.who:
        return None
    if not _THE_VISIT.match(one.what):
        return None
    for other, thread in reversed(placed):
        if one.evidence.start - other.evidence.start > FAR:
            return None
        if thread and thread.occasion and thread.occasion.kind == "visit":
            return thread
    return None


def before(one: Mention, placed: Sequence[Placed]) -> list[Placed]:
    """What was told before a mention, without what another record tells in the same words and nobody follows."""
    at = len(placed)
    while at and placed[at - 1][1] is None and _beside(one, placed[at - 1][0]):
        at -= 1
    return list(placed[:at])


def sitting_named_before(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """The session or meeting that the report spoke of right before, where one "of it" is set, put off or called off: "the
    meeting will now take place in May".
    """
    occasion = one.occasion
    if one.told not in ("planned", "moved", "cancelled") or occasion is None or occasion.kind == "visit":
        return None
    if occasion.ordinal or len(occasion.body) > 1 or occasion.next or not _THE_SITTING.match(one.what):
        return None
    for other, thread in reversed(placed):
        if one.evidence.start - other.evidence.end > NEAR:
            return None
        if thread and thread.occasion and thread.occasion.kind != "visit":
            return thread if one.told == "moved" or not thread.course.over else None
    return None


_RECALLED = re.compile(
    r"\b(?:the|this|that)\s+(?:visit|trip|meeting|session|talks)\s+(?:had|was|were)\b", re.IGNORECASE
)
_HAD_TO_BE = re.compile(r"\W*(?:it\s+)?had to be\b", re.IGNORECASE)


def occasion_meant(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """The visit or session named right before, where "it" was put off, called off or could not take place, or where the
    words recall that "the visit" was planned for another time.
    """
    if one.occasion:
        return None
    recalled = one.told in ("said", "moved") and put_off(one.what) and _RECALLED.search(one.what)
    told = one.told in ("moved", "cancelled", "failed") and (_IT_WAS.match(one.what) or _HAD_TO_BE.match(one.what))
    if not (recalled or told):
        return None
    for other, thread in reversed(placed):
        if not -len(one.evidence.quote) <= one.evidence.start - other.evidence.end <= ADJACENT:
            return None
        if thread is not None:
            return thread if thread.occasion else None
    return None


def how_far(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """What was told as done right before, where the words tell what it leaves out: "it does not cover cement", "the
    crews were left out".
    """
    if not placed or one.occasion or one.label or one.told not in ("failed", "done", "progress", "refused"):
        return None
    other, thread = placed[-1]
    gap = one.evidence.start - other.evidence.end
    if thread is None or thread.occasion or other.told not in ("done", "progress"):
        return None
    if not any(step.report != one.report for step in thread.steps if step.sure):
        return None
    return thread if (one.faint and goes_so_far(one.what, gap)) or (0 <= gap <= SAID and left_out(one.what)) else None


def _beside(one: Mention, other: Mention) -> bool:
    """Whether another record tells what it tells in the same words, or by the way before it in the same sentence."""
    same = bool(one.by) and one.by == other.by and one.evidence.start - other.evidence.end <= SAID
    return other.evidence.start >= one.evidence.start or (same and other.faint)


def just_asked(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """The thread of what the other side asked in the words right before a promise or a refusal."""
    placed = before(one, placed)
    if not placed or one.told not in ("said", "refused") or len(one.doers) != 1:
        return None
    other, thread = placed[-1]
    near = 0 <= one.evidence.start - other.evidence.end <= ADJACENT
    return thread if thread and near and other.told == "asked" and set(other.askers) != set(one.doers) else None


def asked_of_it(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """What the other side asked further up in the report, where a promise or refusal names a thing of it, and of nothing
    else that was asked: "the rollover had been agreed to", "on the ferry the commercial side would be examined".
    """
    if one.told not in ("said", "refused") or one.occasion or one.label:
        return None
    mine = {term for term, weight in one.terms.weights.items() if term[0] not in "!#^+-" and weight >= TELLING}
    found: dict[str, Thread] = {}
    for other, thread in placed:
        asked = thread is not None and other.told == "asked" and not (thread.occasion or thread.label)
        by_others = not one.doers or (len(one.doers) == 1 and set(one.doers) <= set(other.doers) - set(other.askers))
        if (
            thread
            and asked
            and by_others
            and one.evidence.start - other.evidence.end <= FAR
            and mine & other.terms.weights.keys()
        ):
            found[thread.id] = thread
    tentative = one.strength == "tentative"
    if len(found) != 1 or not (tentative or _KNOWN.search(one.what)) or not (one.doers or _WOULD.search(one.what)):
        return None
    thread = next(iter(found.values()))
    theirs = frozenset[str]().union(*(wording.weights for wording in thread.wordings))
    new = sum(
        weight for term, weight in sorted(one.terms.weights.items()) if term[0] not in "!#+-" and term not in theirs
    )
    return thread if new <= (NEW_TENTATIVE if tentative else NEW) else None


def answered_next(one: Mention, placed: Sequence[Placed]) -> Thread | None:
    """What the other side asked in the words right before, where the asked side's next word is of the same topic: "she asked
    for the road; he replied that the works would be in next year's budget". An answer goes on: "welcomed the idea, and would
    consult its agencies".
    """
    placed = before(one, placed)
    if not placed or one.told not in ("said", "refused") or len(one.doers) != 1 or one.occasion or one.label:
        return None
    other, thread = placed[-1]
    gap = one.evidence.start - other.evidence.end
    if thread is None or thread.occasion or thread.label or not 0 <= gap <= RIGHT_AFTER:
        return None
    if other.back == "answer" and other.told == "said":
        goes_on = speaks_of_it(one) and not _other_things(one, other)
        return thread if set(other.doers) <= set(one.doers) and goes_on else None
    by_asked = other.told == "asked" and set(other.askers) != set(one.doers) and set(one.doers) <= set(other.doers)
    own = sum(weight for term, weight in sorted(one.terms.weights.items()) if term[0] not in "!+-")
    told_by = gap >= SAID or one.strength == "tentative" or one.told == "refused"
    common = bool(one.topics & other.topics)
    if not by_asked or own > OWN_MATTER or not (common and told_by):
        near = not one.topics or common or gap < SAID
        if not by_asked or own > OWN_MATTER or not near or _other_things(one, other):
            return None
    return max(_asked_last(placed), key=lambda found: in_common(one, found[0]))[1]


_CANNOT = re.compile(r"\b(?:could not|cannot|can not|would not|will not|was not able|is not able)\b", re.IGNORECASE)


def replied_next(one: Mention, placed: Sequence[Placed]) -> tuple[Thread, Told] | None:
    """What the other side asked in the words right before, where the asked side's next word is that it can or cannot be:
    "the charges were set by the company and could not be changed", "the land was available".
    """
    placed = before(one, placed)
    if not placed or one.occasion or one.label or len(one.by) != 1:
        return None
    if one.told not in ("failed", "said") and not (one.reply and one.faint):
        return None
    other, thread = placed[-1]
    near = 0 <= one.evidence.start - other.evidence.end <= ADJACENT
    if thread is None or not near or other.told != "asked" or set(other.askers) == set(one.by):
        return None
    if not set(one.by) <= set(other.doers) or not (one.reply or _CANNOT.search(one.what)):
        return None
    if one.reply == "yes":
        return (thread, "said") if not _other_things(one, other) else None
    if one.reply or not _other_things(one, other):
        return thread, "refused"
    named = {term for term, weight in one.terms.weights.items() if term[0] not in "!+-#" and weight >= TELLING}
    return (thread, "refused") if named & other.terms.weights.keys() or _IT.search(one.what) else None


def pointed_at(one: Mention, placed: Sequence[Placed]) -> Mention | None:
    """What a side pointed to in the words right before, where the other's next word takes it up: "drew attention to the
    unpaid refunds. He assured her that the matter would be settled".
    """
    if not placed or one.told not in ("said", "refused") or len(one.doers) != 1 or one.occasion or not one.strength:
        return None
    other, thread = placed[-1]
    near = 0 <= one.evidence.start - other.evidence.end <= ADJACENT
    asked = thread is None and other.told == "asked" and other.askers and set(one.doers) <= set(other.doers)
    return other if near and asked and speaks_of_it(one) else None


def _other_things(one: Mention, other: Mention) -> bool:
    """Whether it names things of its own, which are not what one answers a request with: people, papers and money are."""
    mine = {
        term for term, weight in one.terms.weights.items() if term[0] == "-" or (term[0] == "=" and weight >= TELLING)
    }
    return bool(mine - WITH_WHICH - other.terms.weights.keys())


def names_another(one: Mention, placed: Sequence[Placed]) -> bool:
    """Whether it names things that the words right before it do not."""
    placed = before(one, placed)
    return bool(placed) and not one.topics & placed[-1][0].topics and _other_things(one, placed[-1][0])


def _asked_last(placed: Sequence[Placed]) -> list[tuple[Mention, Thread]]:
    """What one side asked last, item by item, the last first."""
    askers = placed[-1][0].askers
    run = itertools.takewhile(lambda found: found[0].told == "asked" and found[0].askers == askers, reversed(placed))
    return [(other, thread) for other, thread in run if thread is not None]


def in_common(one: Mention, other: Mention) -> float:
    """What the terms tell that both have, deeds left out."""
    mine, theirs = one.terms.weights, other.terms.weights
    return sum(min(mine[term], theirs[term]) for term in sorted(mine.keys() & theirs.keys()) if term[0] not in "!+-")


def speaks_of_it(one: Mention) -> bool:
    """Whether a promise is about "it", or tells little by itself: "is ready to share it", "will consult its carriers"."""
    if _DOES_THIS.match(one.what):
        return True
    return not one.terms.names and (one.terms.substance < LITTLE or _IT.search(one.what) is not None)


def named_before(one: Mention, placed: Sequence[Placed]) -> tuple[Mention, Thread] | None:
    """The undertaking named last before, near by; "the pact" means the last that is a pact, "it" nothing further back."""
    mine = {term for term in one.terms.weights if term[0] == "="}
    for other, thread in reversed(placed):
        if not 0 <= one.evidence.start - other.evidence.end <= NAMED:
            if one.evidence.start - other.evidence.end > NAMED:
                return None
            continue
        if other.group == one.group and not of_the_rest(one.what):
            continue
        if thread is None and other.told == "said" and not other.starts:
            continue
        if thread and thread.occasion and other.told == "planned" and one.told in ("done", "progress"):
            return None  # thanks at the end of a report that sets the next session
        if thread and (thread.label or (thread.occasion and thread.occasion.kind == "visit" and one.occasion is None)):
            return None
        theirs = {term for wording in (thread.wordings if thread else []) for term in wording.weights} | set(
            other.terms.weights
        )
        if mine and not mine & theirs and not (mine <= PAPERS and theirs & PAPERS):
            continue
        if thread and (one.told != "said" or mine or _same_deed(one, other, thread) or _goes_on(one, other)):
            return other, thread
        if one.told != "said":
            return None
    return None


def told_before(one: Mention, placed: Sequence[Placed]) -> Mention | None:
    """What was told right before a promise about "it", and is no undertaking followed yet: the text of a pact, a plan."""
    if one.back != "name" or one.told not in ("said", "asked") or one.occasion:
        return None
    mine = {term for term in one.terms.weights if term[0] == "="}
    for other, thread in reversed(placed):
        if other.group == one.group or other.evidence.start >= one.evidence.start:
            continue
        if one.evidence.start - other.evidence.end > NEAR or thread is not None:
            return None
        theirs = {term for term in other.terms.weights if term[0] in "=#"}
        fits = mine & theirs or (mine <= PAPERS and theirs & PAPERS)
        paper = on_paper(one.terms.weights) and (theirs & PAPERS or on_paper(other.terms.weights))
        of_it = (mine and fits) or (not mine and (paper or work_alone(one.what)))
        told = other.told in ("progress", "done") if work_alone(one.what) else other.told == "progress"
        return other if told and theirs and of_it and other.back is None and not other.occasion else None
    return None


def _goes_on(one: Mention, other: Mention) -> bool:
    """Whether a promise goes on about what was told right before it: "they would take place", "the rest will follow"."""
    near = one.evidence.start - other.evidence.end <= NEXT
    it = _SUBJECT_IT.match(one.what) or _DOES_IT.match(one.what) or no_subject(one.what)
    return near and (bool(it) or of_the_rest(one.what))


def _same_deed(one: Mention, other: Mention, thread: Thread) -> bool:
    """Whether a promise about "it" does the same as was asked, or takes a paper named before a step further."""
    deeds = {term for term in one.terms.weights if term[0] == "!"}
    theirs = set(other.terms.weights) | {term for wording in thread.wordings for term in wording.weights}
    return bool(deeds & theirs or (on_paper(one.terms.weights) and (theirs & PAPERS or on_paper(other.terms.weights))))


def _unique(threads: Iterable[Thread]) -> list[Thread]:
    return list({thread.id: thread for thread in threads}.values())

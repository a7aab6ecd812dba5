"""What a mention makes of the undertaking that it belongs to: the states of the codebook (Derived)."""

from __future__ import annotations

import re
from datetime import date

from communique.ledger.commitments.changes import (
    as_promised,
    at_some_time,
    called_partners,
    granted_now,
    invitation_accepted,
    is_event,
    no_longer_towards,
    of_more,
    only_prepared,
    raised_now,
    still_examined,
    to_meet,
)
from communique.ledger.commitments.cues import goes_so_far, in_part, left_out, put_off
from communique.ledger.commitments.dates import later, overlap
from communique.ledger.commitments.meetings import sets_up
from communique.ledger.commitments.mention import Mention, Told
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.thread import Thread
from communique.ledger.rows import State

_FORCE = {"tentative": 1, "soft": 2, "firm": 3}
_PLAIN: dict[Told, State] = {
    "done": "done", "held": "held", "cancelled": "cancelled", "refused": "refused", "progress": "in-progress",
    "failed": "lapsed", "overtaken": "overtaken",
}  # fmt: skip
_ROUND = re.compile(r"\b(?:rounds?|phase|stage)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:again|once more|reiterat\w+|repeat\w+|recall\w+|renew\w+ (?:its|his|her|their|the) request)\b", re.IGNORECASE
)
_WISHED = re.compile(r"\b(?:look(?:s|ed|ing)? forward|hop(?:e|es|ed|ing)|accept\w*|welcoming)\b", re.IGNORECASE)
_END_OF_YEAR = re.compile(
    r"\b(?:(?:the )?end of (?:this|the|next) year|end of \d{4}|year[- ]end|within (?:the|this) year)\b", re.IGNORECASE
)
_ANSWERS = frozenset({"answered", "refused"})


def first(one: Mention) -> State:
    """The state of the first mention."""
    if one.back == "answer":
        return "answered"  # "accepted an invitation to visit": who invited is told elsewhere
    if one.told == "planned" and invitation_accepted(one.evidence.quote):
        return "answered"
    if one.told == "said" and (one.occasion or "=exercise" in one.terms.weights):
        return "planned"
    if one.told == "said" and one.strength == "firm" and to_meet(one.evidence.quote):
        return "planned"
    return _PLAIN.get(one.told) or {"asked": "asked", "planned": "planned", "moved": "planned"}.get(one.told, "stated")  # type: ignore[return-value]


def following(one: Mention, thread: Thread) -> tuple[State, str]:
    """The state of a further mention, and why."""
    if one.told in ("said", "progress") and _stays(one, thread):
        return "refused", "what was to go stays"
    if one.told in ("held", "progress") and _concluded(one, thread):
        return "done", "the talks that were to be concluded are"
    if one.told == "held" and sets_up(thread):
        return "done", "what it was to set up has met"
    if one.told == "held" and thread.occasion is None and thread.kind != "engagement":
        return "in-progress", "talks on it were held"
    found = _by_its_words(one, thread)
    if found is not None:
        return found
    if one.told in _PLAIN:
        return _PLAIN[one.told], f"told as {_PLAIN[one.told]}"
    steps = [step for step in thread.steps if step.sure]
    if one.told == "moved":
        return "moved", _dates(thread.due, one.due)
    if one.told == "planned":
        return _planned(one, thread, steps)
    if one.told == "asked":
        asked = [step for step in steps if step.told == "asked"]
        if not asked and one.again:
            return "restated", "told as asked again"
        if not asked and (len(one.askers) == 1 or all(step.state == "answered" for step in steps)):
            return "asked", "asked"
        return _compared(one, asked[-1], thread) if asked else ("restated", "asked again after it was stated")
    return _said(one, thread, steps)


def _by_its_words(one: Mention, thread: Thread) -> tuple[State, str] | None:
    """What the words tell that is more or less than what they are read to tell by themselves."""
    quote = one.evidence.quote
    if _only_so_far(one, thread):
        return "narrowed", "something of it is left out"
    if one.told == "done" and _part_of_it(one, thread):
        return "in-progress", "a part of it is done"
    if one.told == "done" and thread.occasion is None and only_prepared(quote, thread.steps):
        return "in-progress", "only what goes before it is done"
    if one.label and one.told == "said" and raised_now(quote) and _long_since(one, thread):
        return "done", "the relationship was raised"
    if thread.label and one.told == "progress" and called_partners(quote) and not _done_here(one, thread):
        return "done", "the relationship is so called"
    if one.told == "cancelled" and not _is_held(one, thread):
        return "lapsed", "given up"
    if one.told == "said" and still_examined(quote):
        return "in-progress", "it is still being examined"
    if one.told == "progress" and _target_passed(one, thread):
        return "done", "the target was passed"
    if one.told == "progress" and _were_sent(one, thread):
        return "done", "those who were to be sent have been there"
    return None


def _only_so_far(one: Mention, thread: Thread) -> bool:
    """Whether what the report tells as done is told to leave something out: "it measures two acres, not five"."""
    last = thread.steps[-1]
    done = last.report == one.report and last.told in ("done", "progress") and last.start <= one.evidence.start
    if not done or one.told not in ("failed", "done", "progress", "refused"):
        return False
    return left_out(one.what) or goes_so_far(one.what, one.evidence.start - last.end)


def _done_here(one: Mention, thread: Thread) -> bool:
    return any(step.state == "done" and step.report == one.report for step in thread.steps)


def _is_held(one: Mention, thread: Thread) -> bool:
    """Whether it is of something that is held, and so called off; what is built or bought is given up."""
    if thread.occasion or thread.kind == "engagement" or is_event(one.what):
        return True
    return any(is_event(step.quote) for step in thread.steps)


def _planned(one: Mention, thread: Thread, steps: list[ThreadStep]) -> tuple[State, str]:
    if steps and one.occasion and put_off(one.evidence.quote):
        return "moved", _dates(thread.due, one.due)
    before = [step for step in steps if step.told in ("planned", "moved")]
    if not before and invitation_accepted(one.evidence.quote):
        return ("restated", "accepted again") if _answered(steps) else ("answered", "the invitation is accepted")
    if not before:
        asked = [step for step in steps if step.told == "asked"]
        told_at_once = bool(asked) and (one.back == "answer" or asked[-1].report == one.report)
        if asked and (told_at_once or one.strength in ("soft", "tentative")):
            if not _answered(steps):
                return "answered", "the asked side's word"
            if one.due is None or _WISHED.search(one.evidence.quote):
                return "restated", "looked forward to"
        return "planned", "announced with a date" if one.due else "announced"
    old = before[-1].due
    if old and one.due and not one.due.startswith(old) and not old.startswith(one.due):
        return "moved", _dates(old, one.due)
    if one.due and (old is None or len(one.due) > len(old)):
        return "planned", "announced with its date"
    return ("planned", "announced again") if one.report != before[-1].report else ("restated", "said again")


def _said(one: Mention, thread: Thread, steps: list[ThreadStep]) -> tuple[State, str]:
    asked = [step for step in steps if step.told == "asked"]
    promised = [step for step in steps if step.told in ("said", "planned") and step.strength]
    if asked and one.back == "answer" and asked[-1].report == one.report:
        again = (
            any(step.state == "answered" and step.report != one.report for step in steps)
            and asked[-1].state == "restated"
        )
        return ("restated", "answered again") if again else ("answered", "the side that was asked answers")
    if asked and not promised and not _answered(steps):
        if thread.askers and one.doers and set(one.doers) <= set(asked[-1].holders) and len(asked[-1].holders) == 1:
            return "hardened", "the side that proposed it undertakes it"
        return "answered", "the side that was asked undertakes it" if len(
            one.doers
        ) == 1 else "both agree to what one asked"
    found = _compared(one, (promised or steps)[-1], thread)
    if found[0] == "restated" and steps[-1].told == "asked" and _of_the_asked(one, steps[-1]):
        return "answered", "the asked side's word on what was just asked"
    return found


def _of_the_asked(one: Mention, asked: ThreadStep) -> bool:
    """Whether the side speaks that the same report tells to have been asked."""
    return asked.report == one.report and bool(one.doers) and not set(one.doers) & set(asked.holders)


def _answered(steps: list[ThreadStep]) -> bool:
    return any(step.state in _ANSWERS for step in steps)


def _compared(one: Mention, before: ThreadStep, thread: Thread) -> tuple[State, str]:
    """Said again: of more or less, with a later date, with more or less force, or just the same."""
    quote = one.evidence.quote
    more = of_more(quote, thread.steps) if one.told != "asked" else None
    if more:
        return more, "a number raised" if more == "broadened" else "a number lowered"  # type: ignore[return-value]
    if before.strength == "tentative" and one.strength == "firm":
        return "hardened", "tentative, now firm"
    if one.strength == "firm" and granted_now(before, quote):
        return "hardened", "it was to be considered, and is to be"
    if thread.due and one.due and later(_whole(one), thread.due):
        return "moved", _dates(thread.due, one.due)
    amounts = dict(one.amounts)
    for unit in sorted(amounts):
        if unit in thread.amounts and amounts[unit] != thread.amounts[unit]:
            more_of_it = amounts[unit] > thread.amounts[unit]
            return (
                "broadened" if more_of_it else "narrowed"
            ), f"{unit}: {thread.amounts[unit]:g}, now {amounts[unit]:g}"
    return _by_force(one, before, thread)


def _by_force(one: Mention, before: ThreadStep, thread: Thread) -> tuple[State, str]:
    """With more or less force, a finer or a vaguer day, or just the same."""
    quote = one.evidence.quote
    force = _force(one.strength) - _force(before.strength) if one.strength and before.strength else 0
    if force:
        return ("hardened" if force > 0 else "softened"), f"{before.strength}, now {one.strength}"
    if one.told == before.told == "said" and no_longer_towards(before.quote, quote):
        return "hardened", "no longer to be worked towards"
    if one.due and as_promised(quote):
        return "restated", "as it was promised"
    if one.due and not before.due:
        known = thread.due is not None and overlap(thread.due, one.due) and len(thread.due) == len(one.due)
        return ("restated", "with the date known") if known else ("hardened", f"a date added: {one.due}")
    if before.due and one.due and len(one.due) != len(before.due):
        finer = len(one.due) > len(before.due) and not _same_day(one, before)
        return ("hardened", f"{before.due}, now {one.due}") if finer else ("restated", "said again")
    if before.due and one.due and later(before.due, one.due):
        return "hardened", f"an earlier date: {before.due}, now {one.due}"
    if before.due and not one.due and at_some_time(quote):
        return "softened", f"{before.due}, now at some time"
    if one.condition and not before.condition:
        return "softened", f"a condition added: {one.condition}"
    if one.told == "asked" and _AGAIN.search(quote):
        return "restated", "asked again"
    if one.firm != before.firm:
        return ("hardened" if one.firm else "softened"), "an adverb of force " + ("added" if one.firm else "dropped")
    return "restated", "said again with the same force"


def _same_day(one: Mention, before: ThreadStep) -> bool:
    """Whether a finer date is the same: the end of a year is its December, "from January" is from its first day."""
    assert one.due
    assert before.due
    year_end = len(before.due) == 4 and _END_OF_YEAR.search(before.quote) and one.due == f"{before.due}-12"
    return bool(year_end) or one.due == f"{before.due}-01"


_STAYING = re.compile(
    r"\b(?:(?:remain\w*|stay\w*|kept|continue\w* to be)\s+(?:in (?:place|force|effect)|unchanged|applicable)|be (?:maintained|upheld|retained)|continue\w* to apply)\b",
    re.IGNORECASE,
)
_TO_GO = frozenset({"!abolish", "!reduce", "!lift", "!remove", "!waive", "!ease"})


def _stays(one: Mention, thread: Thread) -> bool:
    """Whether what one side asked to be lifted or lowered is to remain: "the duty would stay in place until 2021"."""
    asked = bool(thread.steps) and all(
        step.state in ("asked", "restated", "hardened") for step in thread.steps if step.sure
    )
    if not asked or one.back == "answer" or not _STAYING.search(one.evidence.quote):
        return False
    to_go = any(_TO_GO & wording.weights.keys() for wording in thread.wordings)
    return to_go and not _TO_GO & one.terms.weights.keys()


_CONCLUDE = frozenset({"!finish", "!negotiate"})


def _concluded(one: Mention, thread: Thread) -> bool:
    """Whether talks are told as concluded that were to be."""
    meant = any(wording.weights.keys() >= _CONCLUDE for wording in thread.wordings)
    return meant and one.terms.weights.keys() >= _CONCLUDE and _OVER.search(one.evidence.quote) is not None


_OVER = re.compile(
    r"\b(?:(?:were|was|been|have|had|has|successfully)\s+(?:\w+ly\s+)?(?:concluded|completed|finished|finalis?z?ed)|conclusion of)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:first|second|third|initial|opening|one|another|half)\s+(?:\w+\s+){0,2}?(?P<share>batch|tranche|consignment|shipment|instal+ment|lot|load|contingent|group|section|stretch|phase|stage|part|delivery|unit|turbine|cargo|convoy|cohort|intake|class|payment|half)s?\b(?!\s+meeting)",
    re.IGNORECASE,
)
"""How a part of something is called: "the first batch of the medicines"."""


_FEW = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few)"
_NOT_ALL = re.compile(
    rf"\b(?:per ?cent|%) of\b|\b(?:has|have|had)\b[^.;,]{{0,40}}?\bso far\b|\bso far\s+(?:\w+\s+)?(?:has|have|had)\b|\b(?:on (?:our|its|their|one)|on the \w+) side\b|\btrial (?:basis|run|operation)s?\b"
    rf"|\bthe first (?:{_FEW}\s+)?(?:[\w-]+\s)?(?!(?:times|talks|steps|days|weeks|months|years|consultations|negotiations)\b)\w{{3,}}(?<!s)s\b|\bthe first {_FEW}\b"
    r"|\b(?:exchang|circulat)\w+ (?:of )?(?:the )?(?:\w+ )?drafts?\b"
    r"|\b(?:almost|nearly|all but|virtually) (?:been )?(?:finished|complete|completed|ready|concluded|done)\b|\b(?:approv\w+|cleared|adopted|endorsed) by (?:the )?(?:\w+ ){0,2}cabinet\b|\bcabinet (?:has |had )?(?:approval|approved|cleared)\b"
    r"|\bleft (?:the )?(?:port|harbour|airport)\b|\bon (?:its|their) way\b",
    re.IGNORECASE,
)
"""What of the whole is told as done: "forty per cent of the maps", "so far", "the first twelve instructors", "on our side"."""
_FIRST_SAID = re.compile(r"\bfirst\b", re.IGNORECASE)


_SAME_VISIT = 8
"""In days: reports of one visit come out within so many."""


def _long_since(one: Mention, thread: Thread) -> bool:
    """Whether no step of the days before sets the thread's undertaking: the reports of one visit all tell it."""
    last = next((step.date for step in reversed(thread.steps) if step.sure and step.told == "said" and step.date), None)
    if one.date is None or last is None or len(one.date) < 10 or len(last) < 10:
        return False
    return (date.fromisoformat(one.date[:10]) - date.fromisoformat(last[:10])).days > _SAME_VISIT


_PASSED = re.compile(r"\b(?:passed|exceeded|surpassed|crossed|topped|reached|attained)\b", re.IGNORECASE)


def _target_passed(one: Mention, thread: Thread) -> bool:
    """ "Trade passed the mark last year", of an undertaking to bring it there."""
    aimed = any("=target" in wording.weights for wording in thread.wordings)
    return aimed and _PASSED.search(one.evidence.quote) is not None


_TO_SEND = re.compile(r"\b(?:send|sends|sending|sent|dispatch|second|mission|visit of|delegation)\b", re.IGNORECASE)
_THERE = re.compile(
    r"\b(?:experts?|team|teams|mission|specialists|inspectors|engineers|technicians|doctors|nurses|teachers|lecturers|magistrates|judges|instructors|trainers|volunteers|advis[eo]rs|observers|surveyors|geologists)\b"
    r"[^.;]{0,60}?\b(?:visited|spent|surveyed|inspected|toured|assessed|(?:came|been) to|(?:began|started|took up|taken up|begun)\s+(?:its|their|work|duty|duties)|(?:has|have|had) been (?:working|teaching|serving|training|treating|advising))\b",
    re.IGNORECASE,
)


def _were_sent(one: Mention, thread: Thread) -> bool:
    """ "The experts visited the mine": of an undertaking to send them, that is all that was to be done."""
    if in_part(one.evidence.quote):
        return False
    return _THERE.search(one.evidence.quote) is not None and _TO_SEND.search(thread.steps[0].quote) is not None


def _part_of_it(one: Mention, thread: Thread) -> bool:
    """Whether what is told as done is a stage of it, a round of talks on it, or less than was promised."""
    stages = {term for wording in thread.wordings for term in wording.stages}
    if one.profile.stages - stages or (_ROUND.search(one.evidence.quote) and "!negotiate" in one.terms.weights):
        return True
    share = _SHARE.search(one.evidence.quote)
    if share and not any(share["share"].lower() in step.quote.lower() for step in thread.steps):
        return True
    if any(thread.amounts.get(unit) == amount for unit, amount in one.amounts):
        return False  # "the first thirty officers have been trained", where thirty were to be
    if _NOT_ALL.search(one.evidence.quote) and not _FIRST_SAID.search(thread.steps[0].quote):
        return True
    return any(unit in thread.amounts and amount < 0.9 * thread.amounts[unit] for unit, amount in one.amounts)


def _whole(one: Mention) -> str:
    """Its date, to the last month of the year that it is to be done by the end of."""
    assert one.due
    return f"{one.due}-12" if len(one.due) == 4 and _END_OF_YEAR.search(one.evidence.quote) else one.due


def _force(strength: str | None) -> int:
    return _FORCE.get(strength or "", 0)


def _dates(old: str | None, new: str | None) -> str:
    return f"{old or 'no date'}, now {new or 'later'}"

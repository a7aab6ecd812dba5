"""Which undertaking each mention belongs to: reports taken one after another, never looking ahead."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.ledger.commitments.amounts import counts, sums
from communique.ledger.commitments.around import whole
from communique.ledger.commitments.back import (
    Placed,
    accepts_invitation,
    answered_next,
    asked_before,
    asked_of_it,
    how_far,
    invited_before,
    just_asked,
    named_before,
    names_another,
    occasion_meant,
    pointed_at,
    replied_next,
    sitting_named_before,
    speaks_of_it,
    told_before,
    visit_named_before,
)
from communique.ledger.commitments.cues import of_the_rest, put_off, work_alone
from communique.ledger.commitments.leftover import left_of, nearest
from communique.ledger.commitments.likeness import (
    LEAST_WITH_DEED,
    POSSIBLE,
    SURE,
    SURE_DONE,
    all_named,
    in_words,
    nearness,
    same_matter,
    sole,
    taken_up,
    tells_which,
    within,
)
from communique.ledger.commitments.meetings import (
    of_a_mission,
    of_an_event,
    same_occasion,
    same_upgrade,
    sets_up,
    sitting_may_be,
    speaks_of_upgrade,
    to_attend,
)
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.occasions import TALKS
from communique.ledger.commitments.once import BACK, told_once
from communique.ledger.commitments.replied import by_the_other, given_answer
from communique.ledger.commitments.states import first, following
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.store import Threads
from communique.ledger.commitments.terms import Terms
from communique.ledger.commitments.thread import Thread, mention_keys

REST = "speaks of the rest of what was named before it"
SO_FAR = "tells how far it goes"
LEANING = "by the words right before it: "
LEFT = "the nearest of what the report leaves open: "
WITH_IT = "goes with what is the nearest of what the report leaves open"
MOST = 10
"""So many threads are compared with a mention: those that share most of the terms by which threads are found."""
ANSWERING = 0.12
"""What is added where one side speaks of what the other asked right before it."""


SURE_ELSEWHERE = 0.41
"""From which likeness it is sure of what was last told of in another report, at the same stage of the work."""
SITTING = 0.9
"""What the likeness of words counts where one telling of a sitting lacks the body."""
WITH_DEED = 0.6
"""From which likeness what only the tense tells belongs to what it shares one thing and a deed with."""
FAINT, PLAIN = 0.5, 0.7
"""From which likeness it is sure of what only the tense tells, and where the report told of the same before."""


ENOUGH = 0.45
"""What the things must tell that only one undertaking has all of, where the other words are not near."""
LEAST_AGAIN, FAR_OFF = 0.5, 0.25
"""What things must tell that only one undertaking has, and how near all words must be, for a promise to be that one."""
BESIDE_A_NUMBER = 0.3
"""What a word tells in the genre that must be shared beside a number."""
LEAST_BY_FAR = 0.15
BEHIND = 0.6
"""How near what is by far the nearest must be at least, and as what part of that the next."""


class Linker:
    """Follows the undertakings of one bucket in ``threads``; ``take`` is called for each report in their order."""

    def __init__(self, threads: Threads) -> None:
        self.threads = threads
        self._added: dict[str, list[Mention]] = {}

    def take(self, mentions: Iterable[Mention]) -> list[Thread]:
        """Link a report's mentions (of this bucket, in the order of the text); the threads that changed."""
        self._added = {}
        placed: list[Placed] = []
        changed: dict[str, Thread] = {}
        for one in sorted(mentions, key=lambda one: one.place):
            known = self._ranked(one)[:1] if one.recalls else []
            if known and known[0][0] >= SURE:
                placed.append((one, known[0][2]))  # what was asked before is named, not asked again
                continue
            threads = self._place(one, placed)
            placed += [(one, thread) for thread in threads] or [(one, None)]
            for thread in threads:
                changed[thread.id] = thread
                self.threads.put(thread)
        self._look_again(placed, changed)
        for thread in changed.values():
            if told_once(thread):
                self.threads.put(thread)
        return [changed[key] for key in sorted(changed)]

    def _look_again(self, placed: Sequence[Placed], changed: dict[str, Thread]) -> None:
        """Put what is left where it belongs, when all that is sure has been placed."""
        left = left_of((one, thread) for one, thread in placed if not one.recalls)
        for found in nearest(left, self._candidates, lambda one, thread: _likeness(one, thread, True)):
            why = LEFT + found.reason + in_words(found.shared, found.left.mentions[0].evidence.quote)
            if found.left.own is not None:
                self.threads.drop(found.left.own)
                changed.pop(found.left.own.id, None)
            for one in self._added[found.left.own.id] if found.left.own is not None else found.left.mentions:
                found.thread.steps = [step for step in found.thread.steps if step.sure or not _of(one, step)]
                self._add(one, found.thread, found.score, why)
                why = WITH_IT
            changed[found.thread.id] = found.thread
            self.threads.put(found.thread)

    def _place(self, one: Mention, placed: list[Placed]) -> list[Thread]:
        taken_up = self._taken_up(one, placed)
        if taken_up is not None:
            return [taken_up]
        if one.faint:
            return self._faintly(one)
        given = given_answer(one, placed)
        if given:
            answer = by_the_other(one, placed)
            return [self._add(answer, thread, 0.6, "the next word on what was asked") for thread in given]
        asked = just_asked(one, placed)
        ranked = self._ranked(one, asked)
        least = SURE if one.told in ("asked", "said", "planned", "moved") else SURE_DONE
        sure = [
            found
            for found in ranked
            if found[0] >= (min(least, SURE_ELSEWHERE) if _elsewhere(one, found[2]) else least)
        ]
        if one.back is not None and one.occasion is None and sure and sure[0][2].course.report != one.report:
            return self._add_all(replace(one, back=None), sure)  # its own words know better than its place
        meant = self._pointed_back(one, placed)
        if meant:
            return meant
        if sure:
            return self._add_all(one, sure)
        named = asked_of_it(one, placed)
        if named is not None:
            return [self._add(replace(one, back="answer"), named, 0.6, "takes up what was asked before it")]
        if asked and one.strength and speaks_of_it(one) and not names_another(one, placed):
            return [self._add(one, asked, 0.6, "speaks of what was asked right before it")]
        answered = answered_next(one, placed)
        if answered is not None:
            return [self._add(replace(one, back="answer"), answered, 0.5, "answers what was asked right before it")]
        found = self._leant_on(one) or self._alone(one) or self._begun_with(one, placed) or self._by_far(one)
        if found is not None:
            return [found]
        out = [self._begun(one)] if one.starts else []
        if ranked and ranked[0][0] >= POSSIBLE and ranked[0][2].course.report != one.report:
            score, reason, near = ranked[0]
            state, _ = following(one, near)
            near.tell(_step(one, state, False, "possibly: " + reason, score))
            self.threads.put(near)
        return out

    def _taken_up(self, one: Mention, placed: list[Placed]) -> Thread | None:
        """What a mention takes up of the words right before it: a request, a complaint, or how far something goes."""
        replied = replied_next(one, placed)
        if replied is not None:
            strength = one.strength or ("soft" if replied[1] == "said" else None)
            answer = replace(one, told=replied[1], back="answer", faint=False, strength=strength)
            return self._add(answer, replied[0], 0.5, "replies to what was asked right before it")
        complaint = pointed_at(one, placed)
        if complaint is not None:
            asked_of = self._begun(complaint)
            placed[placed.index((complaint, None))] = (complaint, asked_of)
            return self._add(replace(one, back="answer"), asked_of, 0.6, "takes up what was pointed to before it")
        limited = how_far(one, placed)
        return None if limited is None else self._add(replace(one, faint=False), limited, 0.6, SO_FAR)

    def _pointed_back(self, one: Mention, placed: Sequence[Placed]) -> list[Thread]:
        """What a mention belongs to by its place in the report alone: an answer, or what it says "it" of."""
        invited = invited_before(one, placed)
        if invited:
            return [self._add(replace(one, back="answer"), invited, 0.8, "answers the invitation before it")]
        meant = visit_named_before(one, placed) or sitting_named_before(one, placed) or occasion_meant(one, placed)
        if meant:
            again = one.told == "said" and one.occasion is None
            return [self._add(replace(one, told="moved") if again else one, meant, 0.7, BACK)]
        if one.back == "answer" and one.occasion is None:
            asked = asked_before(one, placed)
            if asked:
                return [self._add(one, thread, 0.9, "answers what was asked before it") for thread in asked]
        accepted = self._accepted(one)
        if accepted is not None:
            return [self._add(one, accepted, 0.7, "accepts the invitation told of before")]
        if one.back is not None and not (one.occasion and (one.occasion.kind == "visit" or one.occasion.body)):
            before = named_before(one, placed)
            if before:
                named = self._nearest_part(one, *before) or before[1]
                return [self._add(one, named, 0.7, REST if of_the_rest(one.what) else BACK)]
        return []

    def _accepted(self, one: Mention) -> Thread | None:
        """The one visit to which whoever accepts an invitation was last invited by an earlier report."""
        if one.back != "answer" or one.occasion or not accepts_invitation(one) or len(one.doers) != 1:
            return None
        open_ = [
            thread for thread in self.threads.candidates(frozenset({"@visit"}))
            if thread.occasion and thread.occasion.visitor == one.doers[0] and not thread.course.over
            and thread.course.tells <= {"asked", "planned"} and "asked" in thread.course.tells
            and (thread.course.report != one.report or "planned" in thread.course.tells)
        ]  # fmt: skip
        return open_[0] if len(open_) == 1 else None

    def _leant_on(self, one: Mention) -> Thread | None:
        """What a mention belongs to by the words right before it, where it leans on them."""
        ranked = self._ranked(whole(one)) if one.before is not None else []
        if not ranked or ranked[0][0] < SURE:
            return None
        return self._add(one, ranked[0][2], ranked[0][0], LEANING + ranked[0][1])

    def _begun(self, one: Mention) -> Thread:
        """The thread that a mention begins; known again by what it leans on, too."""
        thread = Thread.begun_by(one)
        thread.tell(_step(one, first(one), True, "the first known", None))
        thread.learn(one)
        self._added[thread.id] = [one]
        if one.before is not None:
            thread.learn(whole(one))
        return thread

    def _add(self, one: Mention, thread: Thread, score: float, reason: str) -> Thread:
        state, why = following(one, thread)
        thread.tell(_step(one, state, True, f"{reason}; {why}", score))
        thread.learn(one)
        self._added.setdefault(thread.id, []).append(one)
        return thread

    def _begun_with(self, one: Mention, placed: list[Placed]) -> Thread | None:
        """What is promised of a thing that the report has just told of, and nobody before: "the text is ready; they will
        sign it in May". It begins with what was told.
        """
        other = told_before(one, placed)
        if other is None:
            return None
        begins = replace(other, kind=one.kind, told="progress", doers=one.doers, others=one.others, askers=one.askers)
        thread = Thread.begun_by(begins)
        thread.tell(_step(begins, first(begins), True, "the first known", None))
        stages = {term for term in other.terms.weights if term[0] == "#"} if work_alone(one.what) else set[str]()
        thread.learn(_without(other, stages))  # the works are no part of the study or the design of them
        self._added[thread.id] = [_without(begins, stages)]
        placed[placed.index((other, None))] = (other, thread)
        return self._add(one, thread, 0.7, BACK)

    def _faintly(self, one: Mention) -> list[Thread]:
        """What only the tense tells of something belongs to what it names almost wholly; less will do where the report
        tells no more of that.
        """
        if taken_up(one):
            found = self._alone(one)
            return [] if found is None else [found]
        near = self._ranked(one) if one.back is None and one.occasion is None else []
        if not near or near[0][0] < (FAINT if near[0][2].course.report != one.report else PLAIN):
            by_far = self._by_far(one)
            return [] if by_far is None else [by_far]
        score, reason, thread = near[0]
        shared = nearness(one, thread).shared
        things = {term.lstrip("~=") for term in shared if term[0] != "!"}
        if len(things) < 2 and not (score >= WITH_DEED and len(things) < len({term.lstrip("~=") for term in shared})):
            return []
        return [self._add(one, thread, score, reason)]

    def _add_all(self, one: Mention, sure: list[tuple[float, str, Thread]]) -> list[Thread]:
        """Add to the likeliest thread, and to another what the mention tells of quite other things."""
        score, reason, thread = sure[0]
        if one.occasion or one.label:
            return [self._add(one, thread, score, reason)]
        used = {term for term in nearness(one, thread).shared if term[0] != "!"}
        rest = _without(one, used)
        if rest.terms.substance < LEAST_WITH_DEED:
            return [self._add(one, thread, score, reason)]
        others = [
            found
            for found in self._ranked(rest, words=False)
            if found[0] >= SURE and found[2].id != thread.id and found[2].course.report != one.report
        ]
        if not others:
            return [self._add(one, thread, score, reason)]
        other_score, other_reason, other = others[0]
        theirs = {term for term in nearness(rest, other, words=False).shared if term[0] != "!"}
        return [
            self._add(_without(one, theirs), thread, score, reason),
            self._add(rest, other, other_score, other_reason),
        ]

    def _alone(self, one: Mention) -> Thread | None:
        """The one thread with all that a mention names, or with a thing that a telling of what became of it names."""
        if one.occasion or one.label:
            return None
        only = self._only(one)
        if only is not None:
            return self._add(one, only, SURE, "the only one with all that it names")
        if one.back == "answer":
            return None
        of_sum = self._of_sum(one)
        if of_sum is not None:
            return self._add(one, of_sum, POSSIBLE, "the only one of this sum")
        of_number = self._of_number(one)
        if of_number is not None:
            return self._add(one, of_number, POSSIBLE, "the only one of this number")
        found = self.threads.candidates(mention_keys(one))
        near, shared = sole(one, [thread for thread in found if thread.occasion is None and not thread.label]) or (
            None,
            (),
        )
        if near is None or (one.told in ("asked", "said", "planned") and not _said_again(one, near, shared)):
            return None
        if one.told not in ("asked", "said") and not _tells_enough(one, near, shared):
            return None
        return self._add(one, near, POSSIBLE, "the only one with " + in_words(shared, one.evidence.quote))

    def _by_far(self, one: Mention) -> Thread | None:
        """What a mention belongs to that is not near to anything, and much less so to all others: what became of it needs
        but one thing in common, or several words.
        """
        if one.occasion or one.label or one.back is not None:
            return None
        ranked = self._ranked(one, least=LEAST_BY_FAR)
        if not ranked or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] * BEHIND):
            return None
        score, _, thread = ranked[0]
        if thread.occasion or thread.label or thread.course.report == one.report:
            return None
        shared = nearness(one, thread).shared
        promised = one.told in ("asked", "said", "planned")
        fits = same_matter(one, thread, shared) if promised else tells_which(one, shared)
        return (
            self._add(one, thread, score, "by far the nearest: " + in_words(shared, one.evidence.quote))
            if fits
            else None
        )

    def _of_sum(self, one: Mention) -> Thread | None:
        """The one thread of an earlier report with the sum of money that is told: "the 75 million will be paid in May"."""
        mine = sums(one.amounts)
        fits = [
            thread
            for thread in (self.threads.candidates(mine) if mine else ())
            if mine & sums(thread.amounts.items()) and thread.occasion is None and not thread.label
        ]
        if len(fits) != 1 or fits[0].course.report == one.report:
            return None
        return None if one.doers and fits[0].doers and not set(one.doers) & set(fits[0].doers) else fits[0]

    def _of_number(self, one: Mention) -> Thread | None:
        """The one thread of an earlier report with the number of things that is told, and one of its other words: "all
        3,600 places of the season have been filled".
        """
        mine = counts(one.amounts)
        fits = [
            thread
            for thread in (self.threads.candidates(mine) if mine else ())
            if mine & counts(thread.amounts.items()) and thread.occasion is None and not thread.label
        ]
        if len(fits) != 1 or fits[0].course.report == one.report:
            return None
        if one.doers and fits[0].doers and not set(one.doers) & set(fits[0].doers):
            return None
        units = {term[1:].partition(":")[0] for term in mine}
        known = frozenset[str]().union(*(wording.stems.keys() for wording in fits[0].wordings))
        telling = (
            stem for stem, weight in one.profile.stems.items() if weight >= BESIDE_A_NUMBER and not stem.isdigit()
        )
        return fits[0] if any(stem in known and stem not in units for stem in telling) else None

    def _only(self, one: Mention) -> Thread | None:
        """The one thread that holds all things which a mention names, where there is but one."""
        named = all_named(one)
        fits = [
            thread
            for thread in (self._candidates(one) if named else ())
            if thread.occasion is None and within(named, one, thread)
        ]
        if len(fits) != 1:
            return None
        told = sum(one.terms.weights[term] for term in named)
        return fits[0] if told >= ENOUGH or nearness(one, fits[0]).score >= FAR_OFF else None

    def _nearest_part(self, one: Mention, other: Mention, said_of: Thread) -> Thread | None:
        """What is said of "the construction" after the study of a railway was named is said of the railway's."""
        stages = {term for term in other.terms.weights if term[0] == "#"}
        if not stages or stages & set(one.terms.weights) or not any(term[0] == "!" for term in one.terms.weights):
            return None
        inherited = {term: weight for term, weight in other.terms.weights.items() if term[0] not in "!#"}
        whole = replace(one, back=None, terms=Terms({**inherited, **one.terms.weights}, other.terms.names, None))
        ranked = [found for found in self._ranked(whole) if found[2].id != said_of.id]
        return ranked[0][2] if ranked and ranked[0][0] >= SURE else None

    def _candidates(self, one: Mention) -> list[Thread]:
        """The threads that are likeliest by the terms that they share; of equal ones the newest."""
        keys = mention_keys(one)
        found = list(self.threads.candidates(keys))
        if len(found) <= MOST:
            return found

        by_number: dict[int, list[Thread]] = {}
        for thread in found:
            common = keys & thread.keys()
            number = len(common) + 2 * any(term[0] == "@" for term in common)
            by_number.setdefault(number, []).append(thread)
        kept: list[Thread] = []
        for number in sorted(by_number, reverse=True):
            missing = MOST - len(kept)
            kept += heapq.nlargest(missing, by_number[number], key=lambda thread: thread.order)
        return kept

    def _ranked(
        self, one: Mention, asked: Thread | None = None, *, words: bool = True, least: float = POSSIBLE
    ) -> list[tuple[float, str, Thread]]:
        """The threads that a mention may belong to, the likeliest first; of equal ones the newest. ``asked``: the thread
        of what the other side asked just before; ``words``: see ``nearness``.
        """
        found = []
        for thread in self._candidates(one):
            if one.beside and _of_another(one, thread):
                continue
            score, reason, shared = _likeness(one, thread, words)
            if score and asked and thread.id == asked.id:
                score = min(1.0, score + ANSWERING)
            if score >= least:
                found.append((score, reason + in_words(shared, one.evidence.quote), thread))
        found.sort(key=lambda entry: entry[2].order, reverse=True)
        found.sort(key=lambda entry: -entry[0])
        return found


def _elsewhere(one: Mention, thread: Thread) -> bool:
    """Whether an undertaking was last told of in another report, at the same stage of its work."""
    return thread.course.report != one.report and one.profile.stages == thread.stages


def _of_another(one: Mention, thread: Thread) -> bool:
    """Whether a thread is of the cherries, where a list has cherries and avocados and the mention is of the latter."""
    known = frozenset[str]().union(*(wording.weights for wording in thread.wordings))
    own = {term for term in one.terms.weights if term[0] not in "!+-"}
    return bool(one.beside & known) and not (own - one.beside) & known


def _likeness(one: Mention, thread: Thread, words: bool) -> tuple[float, str, tuple[str, ...]]:
    """A likeness, what it rests on, and the terms shared."""
    if one.label or thread.label:
        same = same_upgrade(one, thread) if one.label else speaks_of_upgrade(one, thread)
        return same, "the same relationship", ()
    about = one.occasion.body - {TALKS} if one.occasion and TALKS in one.occasion.body else frozenset()
    if about and thread.occasion is None:
        near = nearness(replace(one, ordinal=None, terms=_unnumbered(one.terms)), thread, words=words)
        return near.score, "talks on it: ", near.shared
    score = same_occasion(one, thread) or _same_sitting(one, thread)
    if to_attend(one, thread) or of_an_event(one, thread):
        near = nearness(one, thread, words=words)
        return near.score, "the same event: ", near.shared
    sits = one.told == "held" and one.occasion is not None and one.occasion.kind == "session"
    if (one.occasion is None and of_a_mission(thread)) or (
        sits and sets_up(thread) and thread.course.report != one.report
    ):
        near = nearness(one, thread, words=words)
        return near.score, "words in common: ", near.shared
    if (one.occasion and one.occasion.kind != "meeting") or (thread.occasion and thread.occasion.kind != "meeting"):
        return score, "the same occasion", ()
    near = nearness(one, thread, words=words)
    if one.core is not None and near.score < SURE:
        near = max(near, nearness(replace(one, terms=one.core), thread, words=False), key=lambda found: found.score)
    if score > near.score:
        return score, "the same occasion", ()
    return near.score, "words in common: ", near.shared


def _same_sitting(one: Mention, thread: Thread) -> float:
    """A sitting of which one telling has the body's name and the other another: the words that both have make them one."""
    mine, theirs = one.occasion, thread.occasion
    if mine is None or theirs is None or "visit" in (mine.kind, theirs.kind):
        return 0.0
    put_back = one.told in ("planned", "moved") and put_off(one.what)
    if not put_back and not sitting_may_be(mine, theirs):
        return 0.0
    near = nearness(one, thread)
    telling = {
        term for term in near.shared if term[0] not in "!~^=" and not term.isdigit() and term not in one.terms.places
    }
    there = mine.place is not None and mine.place == theirs.place
    return near.score * SITTING if len(telling) + there >= 2 else 0.0


def _said_again(one: Mention, thread: Thread, shared: Iterable[str]) -> bool:
    """Whether a promise or request is that of a thread which alone has the things ``shared``: what they tell, what is to
    be done with them, the rest of the words, the stage of the work and who is to do it must all agree.
    """
    told = sum(one.terms.weights[term] for term in shared)
    mine = _deeds(one.terms.weights)
    theirs = _deeds(term for wording in thread.wordings for term in wording.weights)
    return (
        told >= LEAST_AGAIN
        and _elsewhere(one, thread)
        and not (one.doers and thread.doers and not set(one.doers) & set(thread.doers))
        and nearness(one, thread).score >= (FAR_OFF if mine & theirs or not (mine and theirs) else POSSIBLE)
    )


def _tells_enough(one: Mention, thread: Thread, shared: Iterable[str]) -> bool:
    """Whether what only one undertaking has is a name, a stage of the work or taken up by name, or some other word is shared."""
    known = any(term in one.terms.names or term[0] == "#" for term in shared)
    return known or taken_up(one) or nearness(one, thread).score > 0


def _deeds(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term[0] == "!")


def _unnumbered(terms: Terms) -> Terms:
    """What talks are on: neither which round it was nor that and where they were held."""
    held: tuple[str, ...] = ("!host", "!meeting", "!negotiate", "!consultation", "!begin")
    held += tuple(terms.places)
    kept = {term: weight for term, weight in terms.weights.items() if term[0] != "^" and term not in held}
    return replace(terms, weights=kept)


def _without(one: Mention, terms: set[str]) -> Mention:
    weights = {term: weight for term, weight in one.terms.weights.items() if term not in terms}
    head = None if one.terms.head in terms else one.terms.head
    return replace(one, terms=Terms(weights, one.terms.names - terms, head))


def _of(one: Mention, step: ThreadStep) -> bool:
    """Whether a step is a mention's: it was possibly of this undertaking before it was sure."""
    return (step.report, step.record, step.start) == (one.report, one.record, one.evidence.start)


def _step(one: Mention, state: str, sure: bool, reason: str, score: float | None) -> ThreadStep:
    return ThreadStep(
        report=one.report, path=one.path, date=one.date, state=state, told=one.told, sure=sure, reason=reason,  # type: ignore[arg-type]
        likeness=score, record=one.record, start=one.evidence.start, end=one.evidence.end, quote=one.evidence.quote,
        holders=one.askers or one.doers, strength=one.strength, firm=one.firm, due=one.due, condition=one.condition, outlet=one.outlet,
    )  # fmt: skip

"""What is left of a report when all that is sure is placed: the undertaking that is nearest to it, where it is plainly that one.

A likeness that is too low to be sure by itself tells more where nothing else in the report is nearer to the undertaking, where
no other undertaking comes near, and where the report tells no more of it: then each is the only one for the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.ledger.commitments.around import whole
from communique.ledger.commitments.likeness import OF_ANY, OF_SUMS
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.thread import Thread

LEAST = 0.2
"""From which likeness what is left may belong to an undertaking."""
AHEAD = 0.1
"""By how much the nearest must be nearer than the next."""
LEANT = 0.95
"""What a likeness by the words right before counts beside one by its own."""
TELLING = 0.6
"""What a word must tell in the genre to be shared by no chance."""
Likeness = Callable[[Mention, Thread], tuple[float, str, tuple[str, ...]]]
"""How near a mention is to a thread, what that rests on, and the terms shared."""


@dataclass(frozen=True)
class Left:
    """What is left of one matter: a mention that is nowhere, or all of an undertaking that the report begins (``own``)."""

    mentions: tuple[Mention, ...]
    own: Thread | None = None


@dataclass(frozen=True)
class Found:
    """Where something belongs, by which likeness, and why."""

    left: Left
    thread: Thread
    score: float
    reason: str
    shared: tuple[str, ...]


def left_of(placed: Iterable[tuple[Mention, Thread | None]]) -> list[Left]:
    """What is left of a report whose mentions were ``placed``."""
    placed = [
        (one, thread) for one, thread in placed if not one.faint
    ]  # by what only the tense tells it would be wrong as often
    found = [Left((one,)) for one, thread in placed if thread is None]
    begun: dict[str, list[tuple[Mention, Thread]]] = {}
    for one, thread in placed:
        if thread is not None and thread.born.report == one.report:
            begun.setdefault(thread.id, []).append((one, thread))
    return found + [Left(tuple(one for one, _ in some), some[0][1]) for some in begun.values()]


def nearest(left: Sequence[Left], near: Callable[[Mention], Iterable[Thread]], likeness: Likeness) -> Iterator[Found]:
    """The threads of earlier reports to which what is left belongs; ``near`` gives those that a mention may belong to."""
    every = [found for one in left for found in _all(one, near, likeness)]
    for one in left:
        own = sorted((found for found in every if found.left is one), key=lambda found: (-found.score, found.thread.id))
        if not own or (len(own) > 1 and own[0].score - own[1].score <= AHEAD):
            continue
        best = own[0]
        rivals = (found.score for found in every if found.thread.id == best.thread.id and found.left is not one)
        if best.score >= max(rivals, default=0.0) and _tells(best):
            yield best


def _all(left: Left, near: Callable[[Mention], Iterable[Thread]], likeness: Likeness) -> Iterator[Found]:
    one = left.mentions[0]
    lent = whole(one)
    for thread in near(lent):
        if thread.course.report == one.report or (one.occasion is None and thread.stages - lent.profile.stages):
            continue  # told of in this report already; or it is the study of what is built
        if one.doers and thread.doers and not set(one.doers) & set(thread.doers):
            continue  # the other side's
        score, reason, shared = likeness(one, thread)
        if lent is not one:
            by_lent = likeness(lent, thread)
            if by_lent[0] * LEANT > score:
                score, reason, shared = by_lent[0] * LEANT, by_lent[1], by_lent[2]
        if score >= LEAST:
            yield Found(left, thread, round(score, 3), reason, shared)


def _tells(found: Found) -> bool:
    """Whether something is shared that few undertakings have: neither what is done alone, nor "an agreement", nor a place."""
    if not found.shared:
        return True  # an occasion
    one = whole(found.left.mentions[0])
    places = one.terms.names | one.terms.places
    things = {
        term
        for term in found.shared
        if term[0] == "=" and term not in OF_ANY and f"!{term[1:]}" not in one.terms.weights
    }
    words = {
        term
        for term in found.shared
        if term[0] not in "=!~+-^#"
        and term not in OF_SUMS | places
        and max(one.terms.weights.get(term, 0.0), one.profile.stems.get(term, 0.0)) >= TELLING
    }
    if words or len(things) > 1:
        return True
    spelt = [wording.spelt for wording in found.thread.wordings]
    return any(set(one.profile.spelt.get(term, ())) & set(theirs.get(term, ())) for term in things for theirs in spelt)

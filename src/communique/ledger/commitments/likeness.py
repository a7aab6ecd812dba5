"""How near a mention's words are to a thread's: weighted shared terms, with what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.terms import PAPERS
from communique.ledger.commitments.thread import Thread, Wording

SURE, POSSIBLE = 0.42, 0.34
"""From which likeness a link is sure, from which it is shown as "possibly"."""
SURE_SUPPORT = 0.55
"""The same of words of support and thanks, which tell less of the undertaking itself."""
LEAST_SHARED = 0.75
"""What the things that both name must tell together: one common word is no link."""
NAMED = 0.08
"""What is added where both name one instrument, project or mechanism."""
MUCH = 1.7
"""Where the things shared tell so much, other names beside them weigh little."""
LEAST_ALONE = 0.45
"""The same where only one thread has all that is named."""
LEAST_WITH_DEED = 0.5
"""The same where both do the same to it."""
SMOOTHING = 0.4
_PAPER_DEEDS = frozenset({"!negotiate", "!sign", "!finish", "!draft", "!ratify"})
_OTHER_DOER_OF_ONE = 0.75
_OTHER_NAMES, _OTHER_STAGE, _OTHER_ORDINAL, _OTHER_DOER, _OTHER_HEAD = 0.45, 0.5, 0.3, 0.45, 0.85


@dataclass(frozen=True)
class Nearness:
    """A likeness from 0 to 1, and the terms shared."""

    score: float
    shared: tuple[str, ...]


def nearness(one: Mention, thread: Thread) -> Nearness:
    """How near a mention is to the nearest wording of a thread."""
    best = Nearness(0.0, ())
    named = _same_named(one, thread) or any(thread.amounts.get(unit) == amount for unit, amount in one.amounts)
    for wording in thread.wordings:
        found = _to_wording(one, wording, named)
        if found.score > best.score:
            best = found
    score = best.score
    if one.ordinal and thread.ordinal and one.ordinal != thread.ordinal:
        score *= _OTHER_ORDINAL
    promised = one.told in ("asked", "said", "planned")
    if promised and one.doers and thread.doers and not set(one.doers) & set(thread.doers):
        score *= _OTHER_DOER if not one.terms.names & set(best.shared) else _OTHER_DOER_OF_ONE
    if score and named:
        score += NAMED
    return Nearness(round(min(score, 1.0), 3), best.shared)


def _same_named(one: Mention, thread: Thread) -> bool:
    """Whether both name one instrument, project or mechanism."""
    return bool({_plain(name) for name in one.named} & {_plain(name) for name in thread.named})


def _plain(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name).casefold()


def _to_wording(one: Mention, wording: Wording, named: bool) -> Nearness:
    mine, theirs = one.terms.weights, wording.weights
    shared = {term: min(weight, _match(term, theirs)) for term, weight in sorted(mine.items()) if _match(term, theirs)}
    things = sum(weight for term, weight in shared.items() if term[0] != "!")
    deeds = named or any(term[0] == "!" for term in shared) or (on_paper(mine) and on_paper(theirs))
    if things < (LEAST_WITH_DEED if deeds else LEAST_SHARED):
        return Nearness(0.0, ())
    if all(term[0] in "!+-" for term in shared) and not any(term[0] == "!" for term in shared):
        return Nearness(0.0, ())
    own = {term for term in shared if term[0] != "!"}
    if len(own) == 1 and own <= one.terms.places | (one.terms.names if not deeds else frozenset()):
        return Nearness(0.0, ())  # a place or name alone
    total = sum(shared.values())
    other_names = bool(one.terms.names and wording.names and not one.terms.names & wording.names)
    lighter = (one.terms.names | wording.names) if other_names and things >= MUCH else frozenset()
    short, long = sorted((_mass(mine, shared, lighter), _mass(theirs, shared, lighter)))
    score = 0.65 * total / (short + SMOOTHING) + 0.35 * total / (long + SMOOTHING)
    if other_names and not lighter:
        score *= _OTHER_NAMES
    if _stages(mine) != _stages(theirs):
        score *= _OTHER_STAGE
    if one.terms.head and wording.head and one.terms.head not in theirs and wording.head not in mine:
        score *= _OTHER_HEAD
    return Nearness(min(1.0, score), tuple(sorted(shared)))


def within(one: Mention, thread: Thread) -> bool:
    """Whether all things that a mention names are in one wording of a thread, at least one of them a thing or name."""
    mine = {
        term: weight
        for term, weight in one.terms.weights.items()
        if term[0] not in "!-" and weight >= 0.3 and term not in one.terms.places
    }
    if sum(weight for term, weight in mine.items() if term not in PAPERS) < LEAST_ALONE or not any(
        term[0] == "=" or term in one.terms.names for term in mine
    ):
        return False
    if one.doers and thread.doers and not set(one.doers) & set(thread.doers):
        return False
    return any(
        mine.keys() <= wording.weights.keys() and _stages(wording.weights) == _stages(one.terms.weights)
        for wording in thread.wordings
    )


def _mass(weights: Mapping[str, float], shared: Mapping[str, float], lighter: frozenset[str]) -> float:
    """What the terms tell together. Being a member of a family counts only where the whole is met."""
    return sum(
        min(weight, 0.4) if term in lighter else weight
        for term, weight in sorted(weights.items())
        if term[0] != "-" or term in shared or "+" + term[1:] in shared
    )


def _match(term: str, others: Mapping[str, float]) -> float:
    """The weight by which a term is in the others; a whole is met by its members, one member not by another."""
    if term[0] == "-":
        return others.get("+" + term[1:], 0.0)
    if term[0] == "+":
        return max(others.get(term, 0.0), others.get("-" + term[1:], 0.0))
    return others.get(term, 0.0)


def on_paper(weights: Mapping[str, float]) -> bool:
    """Whether something is negotiated, drafted, concluded, signed or brought into force: one is a step to the other."""
    return bool(_PAPER_DEEDS & weights.keys())


def _stages(weights: Mapping[str, float]) -> frozenset[str]:
    return frozenset(term for term in weights if term[0] == "#")

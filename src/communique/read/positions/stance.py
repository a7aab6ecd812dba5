"""Which words govern a wording, and what stand they add up to.

"Supports China's opposition to separatist attempts" is a chain of two cues before the wording: ``opposition`` (of
China) and ``supports`` (of the subject), and each holder stands where the cues from the inside up to his own lead.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.knowledge.phrases import CLAUSE, COMMA, Words
from communique.read.positions.table import Cue, Found, Wording

REACH = 32
"""A cue governs things up to so many words behind it ("supports the efforts made by ... to realise ...")."""
LINK = 9
"""A cue governs another cue up to so many words behind it."""
AFTER_REACH = 14

_STOPS = frozenset("and or but while as which who that where".split())
_NOT = frozenset("not never cannot no neither without nor".split())
_NOT_FOLLOWED = frozenset("only wavered waver fail failed cease ceased forget just".split())
_ATTACKS = frozenset(
    "aggression attack attacks crimes violence invasion offensive strike strikes raid raids sanctions threats".split()
)
"""What is done against somebody: "against" behind it tells no stand of the one who speaks of it."""
_OPENERS = frozenset("on to for that in by with will would also has have is are".split())
_ADVERBS = frozenset("firmly strongly fully ever always longer any longer to in be have has".split())


class Stand(NamedTuple):
    """One cue of a chain: ``favour`` of whoever holds it is +1, -1 or 0 (none); ``praise`` is of another's stand."""

    cue: Cue
    favour: int
    praise: bool


def chain(wording: Wording, found: Found, words: Words, start: int) -> list[Cue]:
    """The cues that govern a wording, from the inside out, none before the word ``start``."""
    out: list[Cue] = []
    edge, reach = wording.first, REACH
    for cue in reversed(found.cues):
        if cue.last > edge or cue.first >= wording.first:
            continue
        if cue.first < start or edge - cue.last > reach:
            break
        if out and _parted(words, cue.last, edge):
            break
        if words.lower[cue.first] == "against" and words.lower[max(0, cue.first - 1)] in _ATTACKS:
            continue
        if not out and cue.weak and _new_clause(words, cue.last, wording.first):
            continue
        if not out and cue.kind == "void" and any(words.breaks[at] >= CLAUSE for at in range(cue.last, edge)):
            break
        out.append(cue)
        edge, reach = cue.first, LINK
    return out


def _new_clause(words: Words, low: int, high: int) -> bool:
    """Whether an "and" with a preposition or the like starts something else: "to end the war and on all to ..."."""
    pairs = zip(words.lower[low:high], words.lower[low + 1 : high + 1], strict=True)
    return any(one in ("and", "but") and other in _OPENERS for one, other in pairs)


def _parted(words: Words, low: int, high: int) -> bool:
    """Whether two cues stand side by side rather than one over the other."""
    return any(words.breaks[at] >= COMMA or words.lower[at] in _STOPS for at in range(low, high)) or (
        high < len(words.breaks) and words.breaks[high] >= COMMA
    )


def negated(cue: Cue, words: Words, start: int) -> bool:
    """Whether the cue is denied: "does not support", "no longer backs"."""
    at = cue.first - 1
    while at >= start and words.lower[at] in _ADVERBS:
        at -= 1
    if at < start or words.lower[at] not in _NOT:
        return False
    return words.lower[at + 1] not in _NOT_FOLLOWED


def after(wording: Wording, found: Found, words: Words, stop: int) -> Cue | None:
    """The cue behind a wording: "... must be respected"; right behind it even where the statement has ended."""
    for cue in found.afters:
        near = min(stop, wording.last + AFTER_REACH)
        if wording.last <= cue.first < near or cue.first == wording.last:
            between = range(wording.last, cue.first + 1)
            if all(words.breaks[at] < CLAUSE for at in between):
                return cue
    return None


def stands(cues: list[Cue], role: str, words: Words, start: int) -> list[Stand]:
    """What each cue of a chain amounts to, from the inside out; ``[]`` where the wording is only talked about."""
    out: list[Stand] = []
    favour = -1 if role == "against" else 1
    hurt, harmed = role == "against", False
    for cue in cues:
        if cue.kind == "void":
            return []
        if cue.kind == "harm":
            # "the blockade as a violation of the Charter" harms it once
            favour, hurt, harmed = favour if harmed else -favour, True, True
            out.append(Stand(cue, 0, False))
            continue
        if cue.kind == "criticism" and hurt:
            return []  # criticism of an act is no stand on the principle (codebook, 3)
        denied = negated(cue, words, start)
        if cue.kind in ("against", "criticism"):
            favour = 0 if denied else -favour
        elif denied:
            favour = -favour
        out.append(Stand(cue, favour, cue.kind == "praise"))
        if favour == 0:
            return []
    return out

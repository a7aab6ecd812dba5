"""In what two readouts of one matter differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from communique.ledger.compare.matters import Matter
from communique.ledger.compare.names import one_person
from communique.ledger.lexicon import fold, lexicon
from communique.ledger.rows import Difference

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
_LEVELS = {"firm": 3, "soft": 2, "tentative": 1}


def differences(a: Matter, b: Matter) -> tuple[Difference, ...]:
    """Act, strength, wording, attribution: those in which the two differ, in this order."""
    found: list[Difference] = []
    if a.act and b.act and a.act != b.act:
        found.append("act")
    if a.act and b.act and _force(a) != _force(b):
        found.append("strength")
    if _plain(a.words) != _plain(b.words):
        found.append("wording")
    if _attributed_differently(a, b):
        found.append("attribution")
    return tuple(found)


def word_differences(a: str, b: str) -> str:
    """Two texts as one, word by word: ``[-only in a-]`` and ``{+only in b+}``."""
    ours, theirs = _WORD.findall(a), _WORD.findall(b)
    matcher = SequenceMatcher(None, [fold(word) for word in ours], [fold(word) for word in theirs], autojunk=False)
    told = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            told.append(" ".join(theirs[first:last]))
            continue
        if end > start:
            told.append(f"[-{' '.join(ours[start:end])}-]")
        if last > first:
            told.append(f"{{+{' '.join(theirs[first:last])}+}}")
    return " ".join(told)


def _force(matter: Matter) -> tuple[int, bool]:
    """How firmly it is said: the strength of an undertaking, and whether a word makes it stronger."""
    emphatic = lexicon().emphatic(matter.words)
    return _LEVELS.get(matter.strength or "", 0), emphatic


def _plain(words: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(words) if word[0].isalnum()]


def _attributed_differently(a: Matter, b: Matter) -> bool:
    """Other holders, or another person; that one names nobody is no difference."""
    if set(a.holders) != set(b.holders):
        return True
    return bool(a.speaker and b.speaker) and not one_person(str(a.speaker), str(b.speaker))

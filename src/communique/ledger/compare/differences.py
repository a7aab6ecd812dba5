"""In what two readouts of one matter differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from communique.ledger.compare.matters import Matter
from communique.ledger.compare.names import one_person
from communique.ledger.compare.voices import STANDING
from communique.ledger.lexicon import fold, lexicon
from communique.ledger.rows import Difference
from communique.ledger.wording.force import force
from communique.ledger.wording.lexicon import lexicon as words_of_force

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
FIRM, SOFT, TENTATIVE = 3, 2, 1
_LEVELS = {"firm": FIRM, "soft": SOFT, "tentative": TENTATIVE}
TOLD = frozenset({"pledge", "agree", "request", "propose", "support", "oppose"})
"""Acts of which the other readout may give a mere account."""
DATED = frozenset({"pledge", "agree", "propose", "announce", "assess"})
"""Acts of which a date tells how firm they are: one asks for a date, and is thankful for one, whatever the other says."""
_WILL = re.compile(r"\b(?:will|would|shall)\b", re.IGNORECASE)
_PROMISED = re.compile(
    r"\b(?:promised?|pledged|undert(?:ook|aken)|vowed|committed|assured|given (?:his|her|its|their) word)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:could|might|may)\s+(?:\w+ly |also |soon )?[a-z]+\b")
"""What may come is no account of what was promised."""
_WEIGHING = "=study"


def differences(a: Matter, b: Matter) -> tuple[Difference, ...]:
    """Act, strength, wording, attribution: those in which the two differ, in this order."""
    found: list[Difference] = []
    if a.act and b.act and a.act != b.act and not _one_is_the_account(a, b):
        found.append("act")
    if a.act and b.act and _force_differs(a, b):
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


def _one_is_the_account(a: Matter, b: Matter) -> bool:
    """Whether one tells as a fact what the other does ("we have raised", "they agreed to raise"): no other act."""
    acts, own = {a.act, b.act}, set(a.holders) == set(b.holders)
    if acts == {"assess", "announce"}:
        return own or all(_WILL.search(one.words) for one in (a, b))
    if acts == {"announce", "pledge"}:  # its own deed; or what the other side is said to have promised
        return own or any(one.act == "announce" and _PROMISED.search(one.words) for one in (a, b))
    if acts == {"oppose", "pledge"}:
        return own and any(one.act == "pledge" and _NEVER.search(one.words) for one in (a, b))
    told = next((one for one in (a, b) if one.act == "assess"), None)
    if told is None or not acts & TOLD:
        return False
    if acts & {"agree", "pledge"}:
        return not _MAY.search(told.words)
    return not (acts & {"propose", "request"} and _WILL.search(told.words))


def _force_differs(a: Matter, b: Matter) -> bool:
    """Whether one commits more: by its strength, by a word that makes it stronger, by a date that the other lacks."""
    ours, theirs = _level(a), _level(b)
    if ours and theirs and ours != theirs:
        return True
    if lexicon().emphatic(a.words) != lexicon().emphatic(b.words):
        return True
    if {a.act, b.act} & STANDING and a.issues & b.issues and _stand_differs(a, b):
        return True
    if ours and ours == theirs and a.strength and b.strength:
        return False  # one strength in both: a date that one leaves out doesn't make it less
    one_act = a.act == b.act or _one_is_the_account(a, b)
    return one_act and {a.act, b.act} <= DATED and bool(a.due) != bool(b.due)


def _stand_differs(a: Matter, b: Matter) -> bool:
    """Whether one stands by more of it: "principle", not "policy", or "supports" it, not "respects" it."""
    ours, theirs = (force(one.words, one.holders[0], words_of_force()) for one in (a, b))
    scales = dict(theirs.scales)
    if any(scales.get(key, rung) != rung for key, rung in ours.scales):
        return True
    return None not in (ours.level, theirs.level) and ours.level != theirs.level


def _level(matter: Matter) -> int:
    """How firmly it is said; 0 where that cannot be told. What is asked for is not yet promised: it weighs as soft."""
    if matter.strength:
        return _LEVELS[matter.strength]
    if matter.act in ("request", "propose"):
        return SOFT
    if matter.act in ("announce", "assess"):
        if _MAY.search(matter.words):
            return TENTATIVE
        return TENTATIVE if _WEIGHING in lexicon().terms(matter.words) else FIRM * bool(_WILL.search(matter.words))
    return 0


def _plain(words: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(words) if word[0].isalnum()]


def _attributed_differently(a: Matter, b: Matter) -> bool:
    """Other holders, or another person; that one names nobody is a difference where the other has somebody say what both agreed."""
    if set(a.holders) != set(b.holders):
        return True
    if len(a.holders) > 1 and a.act == b.act == "agree" and bool(a.speaker) != bool(b.speaker):
        return True
    return bool(a.speaker and b.speaker) and not one_person(str(a.speaker), str(b.speaker))

"""The verbs, nouns and adjectives of the codebook, ready to be looked up by the words of a text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from communique.knowledge import Codebook

_IRREGULAR = {
    "said": "say", "told": "tell", "held": "hold", "thought": "think", "felt": "feel", "found": "find", "understood": "understand",
    "saw": "see", "seen": "see", "made": "make", "took": "take", "taken": "take", "gave": "give", "given": "give", "sent": "send",
    "paid": "pay", "spoke": "speak", "spoken": "speak", "stood": "stand", "brought": "bring", "drew": "draw", "drawn": "draw",
    "came": "come", "put": "put", "set": "set", "swore": "swear", "sworn": "swear", "besought": "beseech", "wrote": "write", "written": "write",
    "sought": "seek", "undertook": "undertake", "undertaken": "undertake", "upheld": "uphold", "chose": "choose", "chosen": "choose",
    "had": "have", "has": "have", "laid": "lay", "showed": "show", "shown": "show", "bound": "bind", "met": "meet", "went": "go", "gone": "go",
    "kept": "keep", "began": "begin", "begun": "begin", "left": "leave", "led": "lead", "flew": "fly", "were": "be", "was": "be", "is": "be",
    "are": "be", "been": "be", "being": "be", "am": "be", "'s": "be", "’s": "be", "'re": "be", "’re": "be", "dealt": "deal", "let": "let", "built": "build", "became": "become",
    "underwent": "undergo", "won": "win", "forged": "forge", "dwelt": "dwell", "beset": "beset", "pled": "plead", "pleaded": "plead", "foresaw": "foresee",
    "spelt": "spell", "read": "read", "rose": "rise", "bade": "bid", "threw": "throw", "thrown": "throw", "lent": "lend", "strove": "strive", "striven": "strive", "stuck": "stick", "clung": "cling", "forbade": "forbid",
    "struck": "strike", "broke": "break", "broken": "break", "got": "get", "fell": "fall", "fallen": "fall", "hit": "hit", "meant": "mean", "forgot": "forget",
    "withheld": "withhold", "withstood": "withstand", "bore": "bear", "shook": "shake", "heard": "hear", "learnt": "learn", "hoped": "hope", "overcame": "overcome", "withdrew": "withdraw", "did": "do", "done": "do", "does": "do",
}  # fmt: skip


class FrameBook:
    """Look-ups by base form. ``base`` gives the base form of a word, itself where it is unknown."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[tuple[str, Any]]] = {}
        self.nouns: dict[str, tuple[str, Any]] = {}
        self.adjectives: dict[str, tuple[str, Any]] = {}
        self.groups = {key: frozenset(group.words) for key, group in codebook.section("verb_groups").items()}
        self.second = frozenset(
            key
            for key, noun in codebook.section("nouns").items()
            if noun.does is not None or noun.infinitive is not None
        )
        self._base: dict[str, str] = dict(_IRREGULAR)
        for key, verb in codebook.section("verbs").items():
            for word in verb.words:
                self.verbs.setdefault(word, []).append((key, verb))
        for key, noun in codebook.section("nouns").items():
            for word in noun.words:
                self.nouns.setdefault(word, (key, noun))
        for key, adjective in codebook.section("adjectives").items():
            for word in adjective.words:
                self.adjectives.setdefault(word, (key, adjective))
        known = set(self.verbs) | {w for group in self.groups.values() for w in group}
        known |= set(_IRREGULAR.values())
        for word in sorted(known):
            for form in _forms(word):
                self._base.setdefault(form, word)

    def base(self, word: str) -> str:
        """The base form of a verb as it stands in a text."""
        low = word.lower()
        return self._base.get(low, low)


@lru_cache(maxsize=4)
def framebook(codebook: Codebook) -> FrameBook:
    """The frame book of a codebook, built once."""
    return FrameBook(codebook)


def _forms(word: str) -> list[str]:
    """The regular forms of a verb."""
    out = [word]
    if word.endswith(("ee", "oe", "ye")):
        out += [word + "s", word + "d", word + "ing"]
    elif word.endswith("e"):
        out += [word + "s", word + "d", word[:-1] + "ing"]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        out += [word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    elif word.endswith(("s", "sh", "ch", "x", "z")):
        out += [word + "es", word + "ed", word + "ing"]
    else:
        out += [word + "s", word + "ed", word + "ing"]
        if len(word) > 2 and word[-1] not in "aeiouywx" and word[-2] in "aeiou" and word[-3] not in "aeiou":
            out += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return out

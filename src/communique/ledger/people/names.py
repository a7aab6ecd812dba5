"""Names of people: which spellings are of one person."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from communique.knowledge.gazetteer import unaccented

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
PARTICLES = frozenset(
    "al el bin ibn bint abu de da do dos das del della di du la le van von der den ter ten af av zu".split()
)
"""What a name has or leaves out: no two people differ by these."""
_ALIKE = 0.75
_SPELT = 4
"""Words of so many letters may be spelt in two ways ("Tokayev", "Tokaev"); of shorter ones each is a word of its own."""


@lru_cache(maxsize=20_000)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and particles, hyphens opened: ("anna", "lena", "falk")."""
    plain = unaccented(name).casefold().replace("’", "'").replace("ʼ", "'").replace("`", "'")
    words = [word.replace("'", "") for word in _WORD.findall(plain)]
    return tuple(word for word in words if word not in PARTICLES) or tuple(words)


def same_person(one: str, other: str, *, same_office: bool) -> bool:
    """Whether two names, of one country's people, are one person's.

    So it is where every word of the shorter is a word of the longer, in whatever order, or its initial. A word may be
    spelt otherwise only where both held the same office (``same_office``): a family name and an office are not enough
    by themselves, as a father and a son may both have been president.
    """
    short, long = sorted((words_of_name(one), words_of_name(other)), key=len)
    if not short or not (same_office or set(short) & set(long)):
        return False
    left = list(long)
    whole = False
    for word in sorted(short, key=len, reverse=True):
        found = _found(word, left, spelt=same_office)
        if found is None:
            return False
        whole = whole or len(word) > 1 < len(found)
        left.remove(found)
    return whole


def _found(word: str, among: list[str], *, spelt: bool) -> str | None:
    if word in among:
        return word
    for other in among:
        if 1 in (len(word), len(other)) and other[:1] == word[:1]:
            return other
    if not spelt or len(word) < _SPELT:
        return None
    near = [(SequenceMatcher(None, word, other).ratio(), other) for other in among if len(other) >= _SPELT]
    ratio, best = max(near, default=(0.0, ""))
    return best if ratio >= _ALIKE else None

"""The ends of a name: what stands before it and is no part of it, and the number that may follow it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.read.references.lexicon import Head, Lexicon

_NUMBER = re.compile(r"^(?:[A-Z]{1,3}-)?\d+(?:[/-]\d+)*$")
_ROMAN = re.compile(r"^[IVXL]{1,6}$")
_SPONSORED = tuple(
    "-funded -financed -backed -led -assisted -built -sponsored -supported -awaited -brokered -mediated".split()
)
"""Endings of words that say who stands behind a thing, which is no part of its name."""


def trimmed(sentence: Sentence, first: int, head: int, entry: Head, lexicon: Lexicon) -> int:
    """The first token of the name without "a new", "the long-awaited", "the 4th"; at most the head itself."""
    while first < head:
        width = _compound(sentence, first, head)
        if _belongs(sentence, first, width, head, entry, lexicon):
            break
        first += width
    return min(first, head)


def _belongs(sentence: Sentence, first: int, width: int, head: int, entry: Head, lexicon: Lexicon) -> bool:
    """Whether the (hyphenated) word at ``first`` is part of the name."""
    low = sentence.low[first]
    whole = "".join(sentence.low[first : first + width])
    if is_ordinal(low, lexicon) or _ROMAN.match(sentence.text[first]):
        return entry.entry.ordinal
    if whole in lexicon.lists["kept"] and sentence.capital(first):
        follows = first + width
        if follows <= head and sentence.text[follows][0].isupper():
            return True
    if whole in lexicon.lists["trimmed"] or whole.endswith(_SPONSORED) or low in DASHES:
        return False
    return width > 1 or not _bare_number(sentence, first, entry)


def _compound(sentence: Sentence, first: int, head: int) -> int:
    """How many tokens the hyphenated word at ``first`` has."""
    width = 1
    while first + width + 1 < head and sentence.text[first + width] == "-":
        width += 2
    return width


def _bare_number(sentence: Sentence, first: int, entry: Head) -> bool:
    """A count before a noun in the singular; a year is none."""
    low = sentence.low[first]
    if low[0].isalpha() and low[-1].isdigit():
        return False  # "KF-21"
    return sentence.tag[first] == "CD" and not entry.plural and not (len(low) == 4 and low.isdigit())


def is_ordinal(word: str, lexicon: Lexicon) -> bool:
    """ "Third", "16th"."""
    return word in lexicon.lists["ordinals"] or (word[0].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def number_after(sentence: Sentence, end: int) -> int:
    """The last token of the numbers after a noun: "Resolution | 2231 (2015)", "resolutions | 242 and 338"."""
    text = sentence.text
    last = end
    while last + 1 < len(text):
        if _NUMBER.match(text[last + 1]):
            last += 1
        elif last > end and text[last + 1] == "(" and text[last + 2 : last + 3] and text[last + 2].isdigit():
            last += 2
        elif last > end and text[last + 1] == ")" and text[last - 1] == "(":
            last += 1
        elif last > end and text[last + 1] in ("and", ",") and text[last + 2 : last + 3] and text[last + 2].isdigit():
            last += 2
        else:
            break
    return last

"""How far a name reaches to the left of the noun that it is built on.

Adjectives, nouns, numbers and hyphens go with it, and what "and", "of" or a comma joins in capitals ("Economic and
Technology Cooperation Agreement", "Trade, Investment and Energy Dialogue"); articles, verbs and owners do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.read.references.lexicon import Lexicon

BEFORE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "AFX", "FW", "ADD"))
"""Tags of what may stand before a noun in a name."""
_VERBAL = frozenset(("VBN", "VBG", "VB", "VBP", "VBD", "RB"))
_OF_BODIES = frozenset(("council", "conference", "assembly", "heads", "ministers", "house"))
_OF_WORK = frozenset(("consultation", "coordination", "cooperation", "dialogue", "programme", "program", "project"))
"""Nouns in the singular that tell what a body is for: "Consultation and Monitoring Committee"."""
_NO_LIST = frozenset(("minister", "president", "mr.", "secretary"))
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9+&-]{1,11}$")
_LONGEST = 22


def left_of(sentence: Sentence, head: int, proper: bool, lexicon: Lexicon) -> int:
    """The first token of the name that ends in the noun phrase beginning at token ``head``."""
    first = head
    while first > 0 and head - first < _LONGEST:
        step = _step(sentence, first, head, proper, lexicon)
        if step == 0:
            break
        first -= step
    return first


def _step(sentence: Sentence, first: int, head: int, proper: bool, lexicon: Lexicon) -> int:
    """How many tokens before ``first`` still belong to the name: 0 where it begins there."""
    before = first - 1
    text, low, tag = sentence.text[before], sentence.low[before], sentence.tag[before]
    if text in DASHES or text in "/&":
        return 2 if before and joins(sentence, before) else 0
    if tag in BEFORE or _participle(sentence, before) or _after_hyphen(sentence, before):
        return 0 if _day_of_month(sentence, before, lexicon) else 1
    if before == 0:
        return 0
    if tag == "POS":
        return 2 if sentence.low[before - 1] in lexicon.lists["owners"] else 0
    bracketed = before > 2 and text == ")" and sentence.text[before - 2] == "("
    if bracketed and (proper or sentence.capital(before - 3)) and _ACRONYM.match(sentence.text[before - 1]):
        return 4
    if not proper:
        return 0
    if low in ("and", "of", "in"):
        return 2 if _joins_capitals(sentence, before, first, lexicon) else 0
    return 2 if text == "," and _list_comma(sentence, before, head) else 0


def joins(sentence: Sentence, dash: int) -> bool:
    """Whether a hyphen or dash stands inside a compound and does not set a clause off."""
    text, at = sentence.text, sentence.at
    if at[dash - 1] + len(text[dash - 1]) == at[dash]:
        return True
    return text[dash] != "—" and text[dash - 1][0].isupper() and dash + 1 < len(text) and text[dash + 1][0].isupper()


def _after_hyphen(sentence: Sentence, index: int) -> bool:
    """The "up" of "Follow-up", whatever the parser takes it for."""
    hyphen = index - 1
    return hyphen > 0 and sentence.text[hyphen] == "-" and joins(sentence, hyphen) and sentence.text[index].isalpha()


def _participle(sentence: Sentence, index: int) -> bool:
    """A verb's form inside a name: "Steering", "Enhanced"; in lower case only after a hyphen ("self-governing")."""
    tag = sentence.tag[index]
    if tag not in _VERBAL:
        return False
    if tag in ("VBN", "VBG") and index and sentence.text[index - 1] in DASHES:
        return True
    return index > 0 and sentence.capital(index)


def _day_of_month(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """The "5" of "on May 5 Chile signed ..."."""
    if sentence.tag[index] != "CD" or not sentence.text[index].isdigit() or index == 0:
        return False
    return sentence.tag[index - 1] == "NNP" and sentence.low[index - 1] in lexicon.lists["times"]


def _joins_capitals(sentence: Sentence, joint: int, first: int, lexicon: Lexicon) -> bool:
    """Whether "and" or "of" stands between capitalised words of one name, not between two names."""
    earlier = joint - 1
    if not (sentence.capital(earlier) and sentence.text[first][0].isupper() and sentence.tag[earlier] in BEFORE):
        return False
    if sentence.low[joint] in ("of", "in"):
        return sentence.low[earlier] in (_OF_BODIES if sentence.low[joint] == "of" else ("trade",))
    if sentence.low[earlier] in _OF_WORK:
        return True
    return sentence.low[earlier] not in lexicon.stops and sentence.low[earlier] not in lexicon.lists["name-ends"]


def _list_comma(sentence: Sentence, comma: int, head: int) -> bool:
    """A comma of a list in capitals that "and" closes before the noun."""
    between = range(comma + 1, head)
    if not sentence.capital(comma - 1) or not 0 < len(between) <= 9 or sentence.tag[comma - 1] not in BEFORE:
        return False
    if comma > 1 and sentence.capital(comma - 2) and sentence.low[comma - 2] in _NO_LIST:
        return False
    closed = any(sentence.low[i] == "and" for i in between)
    return closed and all(_in_list(sentence, i) for i in between)


def _in_list(sentence: Sentence, index: int) -> bool:
    text = sentence.text[index]
    return text[0].isupper() or text in DASHES or text == "," or sentence.low[index] == "and"

"""How far a name reaches to the left and right of the noun that it is built on.

To the left go adjectives, nouns, numbers, hyphens and what "and" joins in capitals ("Economic and Technology
Cooperation Agreement"); to the right an acronym in brackets and what the noun's own prepositions bring, as long as it
is a noun phrase ("Agreement on | the Allocation of Water Resources of the Ili River") and neither a time nor a clause.
"""

from __future__ import annotations

import re

from communique.read.references.sentence import APOSTROPHES, DASHES, Sentence

_BEFORE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "AFX", "FW", "ADD"))
_PHRASE = _BEFORE | {"VBN", "VBG", "RB", "SYM", "NFP"}
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "FW", "VBG", "ADD", "JJ"))
_OPENERS = frozenset(("DT", "PRP$", "PDT"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december today yesterday tomorrow now then next last this early late mid end beginning recent time"
    " years months weeks days hours signature order accordance line particular addition general principle full force place"
    " response return spirit light view terms course person conclusion future past coming same part front".split()
)
_ACRONYM = re.compile(r"^(?:[A-Z][A-Za-z0-9+&-]{1,11}|2\+2)$")
_INNER = frozenset(("of", "for", "on", "in", "to", "against", "between", "at", "from"))
_NAME_ENDS = frozenset("organization organisation union nations bank court president minister secretary republic kingdom state states sides parties".split())
"""What a name of its own ends in, besides the nouns of the codebook: before "and" it is not part of the next name."""
_LONGEST = 22


def left_of(sentence: Sentence, head: int, proper: bool, stops: frozenset[str]) -> int:
    """The first token of the name that ends in the noun phrase beginning at ``head``."""
    text, low, tag = sentence.text, sentence.low, sentence.tag
    first = head
    while first > 0 and head - first < _LONGEST:
        before = first - 1
        if text[before] in DASHES or text[before] in "/&":
            if before == 0 or not _may_join(sentence, before):
                break
            first = before - 1
        elif tag[before] in _BEFORE or _capital_verb(sentence, before):
            if tag[before] == "CD" and text[before].isdigit() and before and tag[before - 1] == "NNP" and text[before - 1].lower() in _TIMES:
                break
            first = before
        elif proper and low[before] in ("and", "of") and before and _joins_capitals(sentence, before, first, stops):
            first = before - 1
        elif proper and text[before] == "," and before and _list_comma(sentence, before, head):
            first = before - 1
        elif proper and text[before] == ")" and before > 2 and text[before - 2] == "(" and _ACRONYM.match(text[before - 1]):
            first = before - 3
        elif tag[before] == "POS" and low[before] in ("’", "’s") and before and _owner_of_name(sentence, before, first):
            first = before - 1
        else:
            break
    return first


def _may_join(sentence: Sentence, dash: int) -> bool:
    """A hyphen or a dash inside a compound, not one that sets a clause off."""
    text, at = sentence.text, sentence.at
    if at[dash - 1] + len(text[dash - 1]) == at[dash]:
        return True
    return text[dash] not in "—" and text[dash - 1][0].isupper() and dash + 1 < len(text) and text[dash + 1][0].isupper()


def _capital_verb(sentence: Sentence, index: int) -> bool:
    """A participle inside a name: "Steering", "Enhanced", "Shared"; in lower case only after a hyphen ("self-governing")."""
    if sentence.tag[index] not in ("VBN", "VBG", "VB", "VBP", "VBD", "RB", "IN"):
        return False
    if sentence.tag[index] in ("VBN", "VBG") and index and sentence.text[index - 1] in DASHES:
        return True
    return sentence.capital(index) and index > 0 and sentence.tag[index] != "IN"


def _joins_capitals(sentence: Sentence, joint: int, first: int, stops: frozenset[str]) -> bool:
    """Whether "and"/"of" stands between two capitalised words of one name, neither of them a title's or a person's."""
    if not (sentence.capital(joint - 1) and sentence.text[first][0].isupper()):
        return False
    if sentence.tag[joint - 1] not in _BEFORE:
        return False
    if sentence.low[joint] == "of":
        return sentence.low[joint - 1] in ("council", "conference", "assembly", "heads", "ministers", "house")
    return sentence.low[joint - 1] not in stops and sentence.low[joint - 1] not in _NAME_ENDS


def _list_comma(sentence: Sentence, comma: int, head: int) -> bool:
    """A comma of a list in capitals that "and" closes before the noun: "Trade, Investment and Energy Dialogue"."""
    if not sentence.capital(comma - 1) or comma + 1 >= len(sentence.text) or not sentence.text[comma + 1][0].isupper():
        return False
    between = range(comma + 1, head)
    return (
        len(between) <= 9
        and any(sentence.low[i] == "and" for i in between)
        and all(sentence.text[i][0].isupper() or sentence.low[i] == "and" or sentence.text[i] in DASHES or sentence.text[i] == "," for i in between)
        and sentence.tag[comma - 1] in ("NNP", "NNPS", "JJ", "NN")
        and not (comma > 1 and sentence.capital(comma - 2) and sentence.low[comma - 2] in ("minister", "president", "mr.", "secretary"))
    )


def _owner_of_name(sentence: Sentence, mark: int, first: int) -> bool:
    """"Leaders' Meeting", "Women's Forum": a plural of people owns the name and belongs to it."""
    owner = sentence.low[mark - 1]
    return owner in (
        "leaders", "ministers", "women", "children", "people", "peoples", "youth", "business", "businessmen", "parliamentarians", "entrepreneurs",
        "secretaries", "speakers", "parties", "heads", "farmers", "writers", "rectors", "mayors", "governors", "investors", "experts", "representatives",
    )  # fmt: skip


def acronym_after(sentence: Sentence, last: int) -> int:
    """The closing bracket of an acronym that follows the name, or ``last`` where none does."""
    text = sentence.text
    if last + 3 < len(text) and text[last + 1] == "(" and text[last + 3] == ")" and _ACRONYM.match(text[last + 2]) and (text[last + 2][0].isdigit() or text[last + 2][1:] != text[last + 2][1:].lower()):
        return last + 3
    return last


def right_of(sentence: Sentence, last: int, links: frozenset[str], proper: bool, stops: frozenset[str]) -> int:
    """The last token of the name whose noun ends at ``last``; ``stops`` are nouns that open another name."""
    end = acronym_after(sentence, last)
    if end > last:
        return end
    longest = end + (_LONGEST if proper else 15)
    allowed = links
    while end + 1 < len(sentence.text):
        link, start = _link(sentence, end + 1, allowed)
        if not link or (link == "between" and _the_two(sentence, start)):
            break
        phrase = _noun_phrase(sentence, start, link, proper, stops, longest)
        if phrase < 0:
            break
        end = phrase
        allowed = links | _INNER if link != "to" else links
        bracket = acronym_after(sentence, end)
        if bracket > end:
            return bracket
    return end


def _the_two(sentence: Sentence, start: int) -> bool:
    """"Between the two countries" says nothing that the report does not say anyway."""
    return sentence.low[start : start + 3] in (["the", "two", "countries"], ["the", "two", "sides"], ["our", "two", "countries"]) or sentence.low[
        start : start + 2
    ] in (["both", "countries"], ["both", "sides"], ["the", "parties"])


def _link(sentence: Sentence, index: int, allowed: frozenset[str]) -> tuple[str, int]:
    """The preposition at ``index``, if it is one of ``allowed``, and the token after it."""
    word = sentence.low[index]
    if word in allowed:
        return word, index + 1
    if word == "in" and sentence.low[index : index + 4] in (["in", "the", "field", "of"], ["in", "the", "fields", "of"], ["in", "the", "area", "of"], ["in", "the", "sphere", "of"]):
        return "in the field of", index + 4
    if word == "relating" and sentence.low[index + 1 : index + 2] == ["to"] and "on" in allowed:
        return "relating to", index + 2
    return "", index


def _noun_phrase(sentence: Sentence, start: int, link: str, proper: bool, stops: frozenset[str], longest: int) -> int:
    """The last token of the noun phrase at ``start``, or -1 where there is none that could belong to a name."""
    text, low, tag = sentence.text, sentence.low, sentence.tag
    size = len(text)
    index = _after_verb(sentence, start, link)
    while index < size and tag[index] in _OPENERS:
        if low[index] in ("this", "these", "those", "any", "all", "both", "each", "every") and low[index + 1 : index + 3] not in (["forms", "of"], ["aspects", "of"]):
            return -1
        index += 1
    if index >= size or _is_time(sentence, index, link):
        return -1
    last = -1
    while index < size and index <= longest:
        if text[index] in DASHES or text[index] in "/&":
            if index == start or index + 1 >= size or not _may_join(sentence, index):
                break
            index += 1
            continue
        if tag[index] == "POS" and last == index - 1:
            index += 1
            continue
        if tag[index] not in _PHRASE and not (sentence.capital(index) and tag[index] not in ("IN", "CC", "DT", "PRP", "MD", "VBZ", "VBD")):
            joined = _coordinated(sentence, index, link, last, proper, stops, longest)
            if joined < 0:
                break
            index = last = joined
            index += 1
            continue
        if tag[index] in ("VBN", "VBG", "RB") and not _leads_to_noun(sentence, index, start):
            break
        if tag[index] in _NOUNS:
            last = index
        if tag[index] == "VBG" and index == start and not sentence.capital(index):
            return _noun_phrase(sentence, index + 1, "of", proper, stops, longest)
        index += 1
    return last


def _after_verb(sentence: Sentence, start: int, link: str) -> int:
    """Past the verb of an infinitive or gerund: "to | promote tourism", "on | continuing to deepen and elevate the ties"."""
    tag = sentence.tag
    index = start
    if link == "to" and tag[index : index + 1] == ["VB"]:
        index += 1
    elif tag[index : index + 1] == ["VBG"] and tag[index + 1 : index + 3] == ["TO", "VB"]:
        index += 3
    else:
        return start
    if tag[index : index + 2] == ["CC", "VB"]:
        index += 2
    return index


def _is_time(sentence: Sentence, index: int, link: str) -> bool:
    word = sentence.low[index]
    if word in _TIMES and link not in ("of", "on") and not (word in ("future", "general", "full") and index + 1 < len(sentence.text) and sentence.tag[index + 1].startswith("NN")):
        return True
    if word in _TIMES and word.istitle() is False and sentence.text[index][0].isupper() and link != "of":
        return True
    return link in ("in", "at", "to", "from", "by") and sentence.tag[index] == "CD" and len(word) == 4 and word.isdigit()


def _leads_to_noun(sentence: Sentence, index: int, start: int) -> bool:
    """A participle belongs to the phrase where it opens it or a noun follows at once: "shared waters", "sharing waters"."""
    follows = index + 1 < len(sentence.tag) and sentence.tag[index + 1] in (_PHRASE | {"DT"})
    if sentence.tag[index] == "RB":
        return follows and sentence.tag[index + 1] in ("JJ", "VBN", "VBG")
    if sentence.capital(index):
        return True
    if index > start and sentence.text[index - 1] in DASHES:
        return True
    if sentence.tag[index] == "VBG" and index == start:
        return True
    return follows and sentence.tag[index + 1] != "DT" and (index == start or sentence.tag[index - 1] in ("DT", "JJ", "PRP$", "CC", "IN"))


def _coordinated(sentence: Sentence, index: int, link: str, last: int, proper: bool, stops: frozenset[str], longest: int) -> int:
    """Where "and" (or a comma of a list) goes on with the same phrase: its last token, else -1."""
    low, tag, text = sentence.low, sentence.tag, sentence.text
    if last < 0 or last != index - 1:
        return -1
    start = index + 1
    if text[index] == ",":
        if not proper or start >= len(text) or not _closes(sentence, start):
            return -1
    elif low[index] not in ("and", "or", "&"):
        return -1
    if low[start : start + 1] in (["of"], ["for"], ["in"]) and link in ("of", "for", "on", "in"):
        return _noun_phrase(sentence, start + 1, link, proper, stops, longest)
    if start < len(text) and tag[start] in _OPENERS and link != "between" and not (proper and sentence.capital(min(start + 1, len(text) - 1))):
        return -1
    inner = _noun_phrase(sentence, start, link, proper, stops, longest)
    if inner < 0:
        return -1
    if link != "between" and tag[last] != "JJ" and any(low[i] in stops for i in range(start, inner + 1)):
        return -1
    after = inner + 1
    if after < len(tag) and tag[after] in ("VBZ", "VBD", "VBP", "MD"):
        return -1
    return inner


def _closes(sentence: Sentence, start: int) -> bool:
    """Whether a list in capitals goes on after a comma and is closed by "and" soon."""
    for index in range(start, min(start + 8, len(sentence.text))):
        if sentence.low[index] == "and":
            return index > start
        if not (sentence.text[index][0].isupper() or sentence.text[index] in DASHES or sentence.text[index] == ","):
            return False
    return False

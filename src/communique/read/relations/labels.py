"""The labels of a sentence: a noun such as "partnership" with the words of rank before it and the tails that stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.read.relations.lexicon import Head, Lexicon


_CLOSING = frozenset(("”", '"', "’’", "''"))
_QUOTES = _CLOSING | frozenset("\"“‘'`") | {"``"}


@dataclass(slots=True)
class Label:
    """``text``: lower case, singular. Tokens ``first`` to ``last``; ``noun`` is the last token of the noun itself."""

    text: str
    first: int
    noun: int
    last: int
    head: Head
    partner: bool


def labels(sentence: Sentence, lexicon: Lexicon) -> list[Label]:
    """All labels, left to right."""
    found: list[Label] = []
    taken = -1
    for index, low in enumerate(sentence.low):
        options = lexicon.heads.get(low)
        if options is None or index <= taken:
            continue
        for head in options:
            size = len(head.words)
            if tuple(sentence.low[index : index + size]) != head.words:
                continue
            label = _label(sentence, index, index + size - 1, head, lexicon)
            if label is not None:
                found.append(label)
                taken = label.last
                break
    return found


def _label(sentence: Sentence, index: int, noun: int, head: Head, lexicon: Lexicon) -> Label | None:
    low = sentence.low
    first = _first_modifier(sentence, index, lexicon)
    words = [_joined(low[first:index])] if first < index else []
    modifiers = set(" ".join(words).split())
    title = _title(sentence, noun, lexicon) if head.needs else noun
    if title > noun:
        text = " ".join([*words, head.label, _joined(low[noun + 1 : title + 1])])
        return Label(text, first, noun, title, head, False)
    if head.needs and not any(need <= modifiers for need in head.needs):
        return None
    praise = modifiers <= lexicon.lists["only-with"] and not _several(modifiers)
    named = (sentence.capital(noun) and sentence.capital(first)) or (first > 0 and sentence.text[first - 1] in _QUOTES)
    if head.needs and praise and not named:
        return None
    last = _theme(sentence, noun, lexicon) if head.needs else noun
    if last == noun:
        last = _tail(low, noun, lexicon.tails)
    if any(tuple(low[noun + 1 : noun + 1 + len(tail)]) == tail for tail in lexicon.of_everybody):
        return None
    after = low[last + 1] if last + 1 < len(low) else ""
    if last == noun and after in lexicon.heads and after not in ("relations", "relationship"):
        return None
    if after in lexicon.lists["not-before"] or (
        after in DASHES and sentence.at[last + 1] == sentence.at[last] + len(sentence.text[last])
    ):
        return None
    if (
        sentence.capital(noun)
        and last + 1 < len(low)
        and sentence.capital(last + 1)
        and sentence.tag[last + 1] == "NNP"
        and after not in ("relations", "relationship")
    ):
        return None
    if sentence.capital(noun) and _opens_title(sentence, last, lexicon):
        return None
    text = " ".join([*words, head.label, *([_tail_text(low[noun + 1 : last + 1])] if last > noun else [])])
    return Label(text, first, noun, last, head, low[index] in ("partner", "partners"))


def _theme(sentence: Sentence, noun: int, lexicon: Lexicon) -> int:
    """The last token of a theme that stays: "Strategic Partnership for Peace and Growth", "... on water and climate".

    In lower case only what the partnership is on is a theme of it; what it is for may be a purpose.
    """
    size, themes, barred = len(sentence.low), lexicon.lists["themes"], lexicon.lists["no-theme"]
    link = noun + 1
    while link < size and sentence.text[link] in _QUOTES:
        link += 1
    if link + 1 >= size or sentence.low[link] not in themes or (link > noun + 1 and sentence.low[link] != "on"):
        return noun
    capital = sentence.capital(noun)
    last = noun
    for index in range(link + 1, min(link + 12, size)):
        word, tag = sentence.low[index], sentence.tag[index]
        if word in barred or word[0].isdigit():
            return noun
        if sentence.text[index][0].isupper() if capital else tag in ("NN", "NNS"):
            last = index
        elif word not in ("and", ",") and not (capital and word in ("the", "of", "in")) and tag != "JJ":
            break
    if last == noun or (sentence.low[link] == "for" and not capital) or _names_only(sentence, link + 1, last):
        return noun
    return noun if sentence.low[last] in lexicon.lists["not-before"] else last


def _names_only(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a preposition brings but a name: "for Kenya", "on the Mekong"."""
    tags = sentence.tag[first : last + 1]
    return len(tags) == 1 and tags[0] == "NNP" and sentence.low[first].endswith(("a", "an", "ia"))


def _title(sentence: Sentence, noun: int, lexicon: Lexicon) -> int:
    """The last token of a title "Partnership of Good-Neighbourly Friendship", or the noun where it opens none."""
    size = len(sentence.low)
    if not sentence.capital(noun) or sentence.low[noun + 1 : noun + 2] != ["of"]:
        return noun
    last = noun
    for index in range(noun + 2, min(noun + 14, size)):
        text, low = sentence.text[index], sentence.low[index]
        if text[0].isupper() or (last > noun and text[0].isdigit()):
            last = index
        elif text not in DASHES and low not in ("and", "in", "of", "for", "the"):
            break
    named = not lexicon.lists["title-words"].isdisjoint(sentence.low[noun + 2 : last + 1])
    return last if named and sentence.low[last] not in lexicon.lists["not-before"] else noun


def _opens_title(sentence: Sentence, last: int, lexicon: Lexicon) -> bool:
    """ "Partnership and Trade Agreement": a paper's or body's name goes on over "and"."""
    if sentence.low[last + 1 : last + 2] != ["and"]:
        return False
    following = range(last + 2, min(last + 6, len(sentence.low)))
    named = [index for index in following if sentence.low[index] in lexicon.lists["not-before"]]
    return bool(named) and all(sentence.capital(index) for index in range(last + 2, named[0] + 1))


def _several(modifiers: set[str]) -> bool:
    """ "Special strategic" is a rank where "special" alone is praise; two ranks joined are one."""
    return len(modifiers - {"and"}) > 1 and "global" in modifiers


def _first_modifier(sentence: Sentence, index: int, lexicon: Lexicon) -> int:
    """The first token of the words of rank before the noun at ``index``."""
    low = sentence.low
    modifiers = lexicon.lists["modifiers"]
    first = index
    while first > 0:
        before = first - 1
        joined = first > 1 and first < index and low[before] in ("and", ",")
        if _hyphenated(low, first, lexicon):
            first -= 3
        elif _joined_to_rank(low, first, lexicon):
            first -= 2
        elif low[before] in modifiers or (
            joined and (low[first - 2] in modifiers or _hyphenated(low, before, lexicon))
        ):
            first -= 1
        else:
            break
    if first == index:
        first = _first_of_name(sentence, index, lexicon)
    while first < index and (
        low[first] in lexicon.lists["not-first"] or low[first] in ("and", ",") or low[first] in DASHES
    ):
        first += 1
    return first


def _first_of_name(sentence: Sentence, index: int, lexicon: Lexicon) -> int:
    """The rank with which a name in capitals begins: "a | Comprehensive Development and Ocean Partnership"."""
    first = at = index
    while at > 0 and index - at < 6 and sentence.capital(index):
        at -= 1
        if sentence.capital(at) and sentence.low[at] in lexicon.lists["modifiers"] - lexicon.lists["not-first"]:
            first = at
        elif not (sentence.capital(at) or sentence.low[at] in ("and", ",")):
            break
    return first if "and" in sentence.low[first:index] else index  # of a Strategic Energy Partnership it is no rank


def _joined_to_rank(low: list[str], first: int, lexicon: Lexicon) -> bool:
    """ "Strategic and economic | partnership": "and economic" belongs to the rank before it."""
    if first < 3 or low[first - 1] not in lexicon.lists["joined-to-rank"] or low[first - 2] != "and":
        return False
    return low[first - 3] in lexicon.lists["modifiers"] - lexicon.lists["not-first"]


def _hyphenated(low: list[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a hyphenated word of rank ends before token ``end``."""
    return end > 2 and low[end - 2] in DASHES and low[end - 3] + "-" + low[end - 1] in lexicon.hyphenated


def _joined(words: list[str]) -> str:
    """Tokens as text: hyphens closed up, commas dropped."""
    text = " ".join(word for word in words if word != "," and word not in _CLOSING)
    for dash in DASHES:
        text = text.replace(f" {dash} ", "-")
    return text


def _tail(low: list[str], noun: int, tails: tuple[tuple[str, ...], ...]) -> int:
    """The last token of the tail that stays in the label, or of the noun where there is none."""
    for tail in tails:
        if tuple(low[noun + 1 : noun + 1 + len(tail)]) == tail:
            return noun + len(tail)
    return noun


def _tail_text(words: list[str]) -> str:
    text = _joined(words)
    return {"and ally": "and alliance", "and allies": "and alliance"}.get(text, text)

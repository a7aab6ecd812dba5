"""The labels of a sentence: a noun such as "partnership" with the words of rank before it and the tails that stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.read.relations.lexicon import Head, Lexicon


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
    if head.needs and praise and not (sentence.capital(noun) and sentence.capital(first)):
        return None
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
        elif low[before] in modifiers or (
            joined and (low[first - 2] in modifiers or _hyphenated(low, before, lexicon))
        ):
            first -= 1
        else:
            break
    while first < index and (
        low[first] in lexicon.lists["not-first"] or low[first] in ("and", ",") or low[first] in DASHES
    ):
        first += 1
    return first


def _hyphenated(low: list[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a hyphenated word of rank ends before token ``end``."""
    return end > 2 and low[end - 2] in DASHES and low[end - 3] + "-" + low[end - 1] in lexicon.hyphenated


def _joined(words: list[str]) -> str:
    """Tokens as text: hyphens closed up, commas dropped."""
    text = " ".join(word for word in words if word != ",")
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

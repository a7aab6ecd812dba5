"""Names found by the noun that they are built on: "agreement on ...", "... Commission", "third railway"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.references.candidate import Candidate
from communique.read.references.extent import left_of, right_of
from communique.read.references.sentence import DASHES, Sentence
from communique.read.references.specific import Noun, is_specific

if TYPE_CHECKING:
    from communique.read.references.lexicon import Head, Lexicon
    from communique.read.scene import Scene


_SPONSORED = ("-funded", "-financed", "-backed", "-led", "-assisted", "-built", "-sponsored", "-supported", "-awaited", "-brokered", "-mediated", "-proposed", "-hosted")
"""Endings of words that say who stands behind a thing, which is no part of its name."""


def headed(
    scene: Scene, sentence: Sentence, lexicon: Lexicon, names: list[tuple[int, int]], bodies: list[tuple[int, int]]
) -> list[Candidate]:
    """The candidates of one sentence, but for nouns inside the names already known.

    ``names``: the offsets of these; ``bodies``: of the organisations among them (a session of one is a forum).
    """
    found: list[Candidate] = []
    taken = -1
    for index, low in enumerate(sentence.low):
        options = lexicon.heads.get(low)
        if options is None or index <= taken:
            continue
        head = next((h for h in options if _is_at(sentence, index, h)), None)
        if head is None:
            continue
        taken = index + len(head.words) - 1
        place = sentence.span(taken, taken)
        if any(start <= place[0] and place[1] <= end for start, end in names):
            continue
        candidate = _candidate(scene, sentence, index, head, lexicon, bodies)
        if candidate is not None:
            found.append(candidate)
    return found


def _is_at(sentence: Sentence, index: int, head: Head) -> bool:
    size = len(head.words)
    return size == 1 or tuple(sentence.low[index : index + size]) == head.words


def _candidate(
    scene: Scene, sentence: Sentence, index: int, head: Head, lexicon: Lexicon, bodies: list[tuple[int, int]]
) -> Candidate | None:
    end = index + len(head.words) - 1
    if _verb(sentence, index, end) or _belongs_to_title(sentence, end):
        return None
    proper = sentence.capital(end) or (sentence.text[index].isupper() and len(sentence.text[index]) > 1) or _of_phrase(sentence, head, index)
    first = _trim(sentence, left_of(sentence, index, proper, lexicon.stops), index, head, lexicon)
    proper = proper and (sentence.capital(index) or first < index)
    links = frozenset(head.entry.links)
    last = _number_after(sentence, end) if head.entry.number else right_of(sentence, end, links, proper, lexicon.stops)
    noun = Noun(index, end, first, last, proper, head.plural)
    _find_states(scene, sentence, noun)
    body = _body_of(sentence, noun, bodies)
    if head.rule.endswith("/session"):
        if not body or not (proper or _ordinal(sentence, first, lexicon)):
            return None
    elif not is_specific(sentence, noun, head.entry, lexicon):
        return None
    if _modifies(sentence, noun, lexicon):
        return None
    start, stop = sentence.span(first, noun.last)
    core = sentence.span(first, end)[1]
    return Candidate(start, stop, scene.text[start:stop], _kind(noun, head), head.rule, head.words[-1], None, proper, core)


def _kind(noun: Noun, head: Head) -> str:
    """A "China-Central Asia mechanism" is of many states, so a forum."""
    if head.entry.kind == "mechanism" and noun.countries == 1 and noun.region:
        return "forum"
    return head.entry.kind


def _number_after(sentence: Sentence, end: int) -> int:
    """"Resolution | 2231 (2015)", "resolutions | 242 and 338"."""
    last = end
    while last + 1 < len(sentence.text):
        word = sentence.text[last + 1]
        if word.strip("()").isdigit() or (word in "()" and sentence.text[last].isdigit() and word == "(" and sentence.text[last + 2 : last + 3] and sentence.text[last + 2].isdigit()):
            last += 1
        elif word == ")" and sentence.text[last - 1] == "(":
            last += 1
        elif sentence.low[last + 1] in ("and", ",") and last + 2 < len(sentence.text) and sentence.text[last + 2].isdigit() and last > end:
            last += 2
        else:
            break
    return last


def _find_states(scene: Scene, sentence: Sentence, noun: Noun) -> None:
    """Which states stand before the noun, and which tokens of its complement name one."""
    before, middle = sentence.span(noun.first, noun.end)
    after = sentence.span(noun.last, noun.last)[1]
    mentions = [
        m
        for m in scene.mentions_in(sentence.unit.start, sentence.unit.end)
        if m.kind in ("country", "adjective", "organisation") and m.end > before and m.start < after
    ]
    noun.countries = len({party for m in mentions if m.start < middle for party in m.parties})
    noun.states = frozenset(
        i
        for i in range(noun.first, noun.last + 1)
        if any(m.kind != "organisation" and m.start <= sentence.unit.start + sentence.at[i] < m.end for m in mentions)
    )


def _of_phrase(sentence: Sentence, head: Head, index: int) -> bool:
    """"Memorandum of ...", "Plan of cooperation": the noun itself comes first, and its capital counts."""
    return len(head.words) > 1 and head.words[1] == "of" and (sentence.capital(index) or (index == 0 and sentence.text[0][0].isupper()))


def _verb(sentence: Sentence, index: int, end: int) -> bool:
    """"To project", "will act", "to bridge": the word is a verb here."""
    return index == end and sentence.tag[end].startswith("VB") and not sentence.capital(end)


def _belongs_to_title(sentence: Sentence, end: int) -> bool:
    """"Council Chairman", "Commission President": part of somebody's office."""
    following = sentence.low[end + 1] if end + 1 < len(sentence.low) else ""
    return following in ("chairman", "chairperson", "chairwoman", "president", "director", "secretary", "spokesperson", "minister", "member", "members", "chief", "head", "commissioner")


def _trim(sentence: Sentence, first: int, head: int, entry: Head, lexicon: Lexicon) -> int:
    """Without what stands before a name and is no part of it: "a new", "the long-awaited", "the 4th"."""
    trimmed, kept, ordinals = lexicon.lists["trimmed"], lexicon.lists["kept"], lexicon.lists["ordinals"]
    while first < head:
        low = sentence.low[first]
        width = _compound(sentence, first, head)
        whole = "".join(sentence.low[first : first + width])
        follows_capital = first + width <= head and sentence.text[first + width][0].isupper()
        if low in ordinals or (low[0].isdigit() and low[-2:] in ("st", "nd", "rd", "th")):
            if entry.entry.ordinal:
                break
        elif whole in kept and sentence.capital(first) and follows_capital:
            break
        elif whole not in trimmed and not whole.endswith(_SPONSORED) and low not in DASHES and not _bare_number(sentence, first, entry):
            break
        first += width
    return min(first, head)


def _compound(sentence: Sentence, first: int, head: int) -> int:
    """How many tokens the hyphenated word at ``first`` has."""
    width = 1
    while first + width + 1 < head and sentence.text[first + width] == "-":
        width += 2
    return width


def _bare_number(sentence: Sentence, first: int, entry: Head) -> bool:
    return sentence.tag[first] == "CD" and not entry.plural and not (len(sentence.low[first]) == 4 and sentence.low[first].isdigit())


def _ordinal(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    low = sentence.low[first]
    return low in lexicon.lists["ordinals"] or (low[0].isdigit() and low[-2:] in ("st", "nd", "rd", "th"))


def _body_of(sentence: Sentence, noun: Noun, bodies: list[tuple[int, int]]) -> bool:
    """Whether the complement opens with a body of states."""
    if noun.last <= noun.end:
        return False
    start = sentence.span(noun.end + 1, noun.end + 1)[0]
    stop = sentence.span(noun.last, noun.last)[1]
    opening = sentence.low[noun.end + 2 : noun.end + 4]
    return any(start <= s < start + 12 and e <= stop for s, e in bodies) or bool({"council", "conference", "assembly"}.intersection(opening))


def _modifies(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the noun only describes another ("railway connections", "summit diplomacy"), so that it names nothing."""
    after = noun.end + 1
    if noun.proper or noun.last > noun.end or after >= len(sentence.tag):
        return False
    return sentence.tag[after] in ("NN", "NNS") and sentence.low[after] not in ("project", "projects", "negotiations", "talks", "text", "process", "system")

"""Whether a noun with what stands around it names one particular thing (codebook, 5: "generic works ... are none").

The grounds are those of knowledge/models/references.py; an entry of the codebook says which of them it asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.knowledge.models.references import ReferenceHead
    from communique.read.references.lexicon import Lexicon

_SKIP = frozenset(("and", "of", "the", ",", "(", ")", "’", "’s", "&", "/")) | DASHES
_NEGOTIATIONS = frozenset(("negotiations", "consultations", "talks"))
_OPENING = frozenset(("open", "opens"))
"""Works only right before the thing: elsewhere it is mostly an adjective."""
_HOMAGE = frozenset(("wreath", "wreaths", "flowers", "homage", "respects"))
_SMALL = frozenset(("a", "an", "the", "this", "that", "its", "their", "our", "his", "her"))


@dataclass(slots=True)
class Noun:
    """A head at tokens ``begin`` to ``end`` whose name reaches from ``first`` to ``last``; ``proper``: capitalised.

    ``countries``: how many states or organisations stand before it; ``states``: the tokens that name a country;
    ``region``: one of two joined names is no state.
    """

    begin: int
    end: int
    first: int
    last: int
    proper: bool
    plural: bool
    countries: int = 0
    states: frozenset[int] = frozenset()
    region: bool = False


def is_specific(sentence: Sentence, noun: Noun, entry: ReferenceHead, words: Lexicon) -> bool:
    """Whether the grounds that the entry asks for are there."""
    wanted = entry.proper if noun.proper else entry.common
    modifiers = [sentence.low[i] for i in range(noun.first, noun.begin) if sentence.low[i] not in _SKIP]
    inner = _compounds(sentence, noun.first, noun.end)
    outweighed = entry.marks_win and not {mark.lower() for mark in entry.marks}.isdisjoint(inner)
    forbidden = set() if outweighed else {word.lower() for word in entry.not_with}
    if forbidden.intersection(inner) or any(" " in phrase and phrase in " ".join(inner) for phrase in forbidden):
        return False
    if _vague(sentence, noun, words) or (entry.built and not _worked_on(sentence, noun, words)):
        return False
    bare = noun.first == noun.begin == noun.end == noun.last
    if bare and not noun.proper and "alone" not in wanted and not ("session" in wanted and _negotiated(sentence, noun)):
        return False
    grounds = _grounds(sentence, noun, modifiers, entry, words)
    named = (noun.proper and not grounds.isdisjoint(("name", "topic"))) or _of_years(sentence, noun)
    if noun.plural and not entry.plural and not named and "counted" not in grounds:
        return False
    return bool(grounds.intersection(wanted))


def _compounds(sentence: Sentence, first: int, end: int) -> list[str]:
    """The words before token ``end``, hyphenated ones in one piece ("bi-national", which is not "national")."""
    words: list[str] = []
    glued = False
    for index in range(first, end):
        low = sentence.low[index]
        if low in DASHES and words:
            words[-1] += "-"
            glued = True
        elif glued:
            words[-1] += low
            glued = False
        else:
            words.append(low)
    return words


def _vague(sentence: Sentence, noun: Noun, words: Lexicon) -> bool:
    """ "Any agreement", "a series of accords", "such initiatives"; in capitals only "this/any" is vague."""
    index = noun.first - 1
    vague = words.lists["vague-determiners"]
    if index >= 0 and sentence.low[index] == "of" and index > 0:
        return not noun.proper and sentence.low[index - 1] in vague
    if (
        index >= 0
        and sentence.low[index] in ("this", "that", "said")
        and noun.last == noun.end
        and noun.begin == noun.first
    ):
        return True
    return index >= 0 and sentence.low[index] in vague and not (noun.proper and noun.first < noun.begin)


def _grounds(sentence: Sentence, noun: Noun, modifiers: list[str], entry: ReferenceHead, words: Lexicon) -> set[str]:
    grounds = {"alone"}
    marks = {mark.lower() for mark in entry.marks}
    inner = {sentence.low[i] for i in range(noun.first, noun.end)}
    if marks.intersection(inner) or marks.intersection(_compounds(sentence, noun.first, noun.end)):
        grounds.add("marker")
    for index in range(noun.first, noun.begin):
        if sentence.low[index] not in _SKIP:
            grounds |= _of_modifier(sentence, noun, index, len(modifiers), words)
    if "marker" in grounds and noun.first and sentence.low[noun.first - 1] == "the":
        grounds.add("definite")
    if noun.first and sentence.tag[noun.first - 1] == "POS":
        grounds.add("owner")
    joined = _pair(sentence, noun)
    noun.region = joined and noun.countries == 1
    if noun.countries > 1 or joined:
        grounds |= {"pair", "name"}
    _complement_grounds(sentence, noun, entry, words, grounds)
    if (
        _in_session(sentence, noun, words)
        or "ordinal" in grounds
        or (entry.kind == "instrument" and _negotiated(sentence, noun))
    ):
        grounds.add("session")
    return grounds


def _complement_grounds(
    sentence: Sentence, noun: Noun, entry: ReferenceHead, words: Lexicon, grounds: set[str]
) -> None:
    if noun.last <= noun.end:
        return
    begin = noun.end + 1
    if sentence.text[begin] == "(":
        grounds |= {"name"} if noun.proper else set()
        if _own_initials(sentence, noun):
            grounds.add("acronym")
        begin += 3
        if begin > noun.last:
            return
    link = sentence.low[begin]
    if entry.number and any(character.isdigit() for character in link):
        grounds |= {"year", "counted"}
        return
    capital = any(sentence.capital(i) for i in range(begin + 1, noun.last + 1))
    year = any(len(sentence.low[i]) == 4 and sentence.low[i].isdigit() for i in range(begin, noun.last + 1))
    if year:
        grounds.add("year")
    if capital and _placed(sentence, noun, words):
        grounds.add("place")
    determined = noun.proper or noun.plural or _determined(sentence, noun)
    empty = words.lists["empty-topics"]
    told = any(sentence.low[i] not in empty for i in range(begin + 1, noun.last + 1))
    if told and determined and not (link == "on" and _reached(sentence, noun, words)):
        grounds.add("topic")
    if noun.first > 0 or noun.plural:
        first = noun.first
        counted = sentence.tag[first] == "CD" or (first and sentence.tag[first - 1] == "CD")
        if counted and noun.plural:
            grounds.add("counted")


def _of_modifier(sentence: Sentence, noun: Noun, index: int, modifiers: int, words: Lexicon) -> set[str]:
    """What one word before the noun tells."""
    low = sentence.low[index]
    told = {"titled"} if sentence.capital(index) else set()
    if low == "point" and index > noun.first and sentence.text[index - 1] in DASHES:
        return told | {"counted"}  # "a six-point plan"
    if low in words.lists["ordinals"] or _numbered(low):
        return told | {"ordinal"}
    if len(low) == 4 and low.isdigit():
        return told | {"year"}
    if low in words.lists["generic"] or low.isdigit() or low in words.lists["trimmed"]:
        return told
    if index in noun.states:
        return told | {"country"}
    if sentence.capital(index):
        return told | {"name", "modifier", "region"}
    compound = index > 0 and sentence.text[index - 1] == "-"
    return told | {"modifier"} if sentence.tag[index].startswith("NN") or modifiers > 1 or compound else told


def _own_initials(sentence: Sentence, noun: Noun) -> bool:
    """ "Rules of engagement (ROE)": the initials of at least three of its words, small ones counted or not."""
    acronym = sentence.low[noun.end + 2]
    words = [sentence.low[i] for i in range(noun.first, noun.end + 1) if sentence.low[i][0].isalnum()]
    initials = "".join(word[0] for word in words)
    plain = "".join(word[0] for word in words if word not in _SKIP)
    return len(words) > 2 and acronym in (initials, plain)


def _worked_on(sentence: Sentence, noun: Noun, words: Lexicon) -> bool:
    """Whether the words around say that it is built, financed, opened: an airport is also where one is met."""
    if noun.last > noun.end and sentence.low[noun.end + 1] in ("between", "linking", "connecting"):
        return True
    around = sentence.low[max(0, noun.first - 9) : noun.first] + sentence.low[noun.last + 1 : noun.last + 5]
    opened = not _OPENING.isdisjoint(sentence.low[max(0, noun.first - 3) : noun.first])
    return (opened or not words.lists["works"].isdisjoint(around)) and _HOMAGE.isdisjoint(around)


def _placed(sentence: Sentence, noun: Noun, words: Lexicon) -> bool:
    """A capitalised place, smaller than a country, after a preposition of place."""
    links = words.lists["place-links"]
    return any(
        sentence.low[i] in links
        and any(sentence.capital(k) and k not in noun.states for k in range(i + 1, min(i + 4, noun.last + 1)))
        for i in range(noun.end + 1, noun.last)
    )


def _determined(sentence: Sentence, noun: Noun) -> bool:
    """An article or a possessive before it, or its own list item: "an agreement on ...", not "agreement on ..."."""
    index = noun.first - 1
    while index >= 0 and sentence.tag[index] in ("JJ", "VBN", "VBG", "NN") and noun.first - index < 4:
        index -= 1
    return index < 0 or sentence.low[index] in _SMALL or sentence.tag[index] in ("PRP$", "POS")


def _reached(sentence: Sentence, noun: Noun, words: Lexicon) -> bool:
    """ "Reached an agreement on": a consensus and no paper."""
    if noun.proper:
        return False
    return any(sentence.low[i] in words.lists["reaching"] for i in range(max(0, noun.first - 3), noun.first))


def _in_session(sentence: Sentence, noun: Noun, words: Lexicon) -> bool:
    """ "The ninth round of consular consultations", "a meeting of the joint commission", "11th strategic dialogue"."""
    before = sentence.low[max(0, noun.first - 4) : noun.first]
    return any(word in words.lists["sessions"] or word in words.lists["ordinals"] or _numbered(word) for word in before)


def _negotiated(sentence: Sentence, noun: Noun) -> bool:
    """ "Negotiations on a code of conduct": a paper that is being worked on."""
    before = sentence.low[max(0, noun.first - 3) : noun.first]
    return before[1:2] == ["on"] and before[0] in _NEGOTIATIONS and before[2:3] in (["a"], ["an"], ["the"])


def _of_years(sentence: Sentence, noun: Noun) -> bool:
    """ "The treaties of 1911 and 1926"."""
    after = sentence.low[noun.end + 1 : noun.end + 3]
    return len(after) == 2 and after[0] == "of" and len(after[1]) == 4 and after[1].isdigit()


def _numbered(word: str) -> bool:
    return len(word) > 2 and word[0].isdigit() and word[-2:] in ("st", "nd", "rd", "th")


def _pair(sentence: Sentence, noun: Noun) -> bool:
    """Two capitalised words with a hyphen or dash between them: "EU-CELAC", "India–Nordic"."""
    return any(
        sentence.text[i] in DASHES and sentence.text[i - 1][0].isupper() and sentence.text[i + 1][0].isupper()
        for i in range(noun.first + 1, noun.begin - 1)
    ) or any(_joined_pair(sentence.text[i]) for i in range(noun.first, noun.begin))


def _joined_pair(word: str) -> bool:
    """ "U.S.-Peru", which the parser leaves in one piece."""
    left, dash, right = word.partition("-")
    return bool(dash and left and right) and left[0].isupper() and right[0].isupper()

"""Names found by the noun that they are built on: "agreement on ...", "... Commission", "a fourth pipeline"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.references.candidate import Candidate
from communique.read.references.left import left_of
from communique.read.references.right import right_of
from communique.read.references.sentence import Sentence
from communique.read.references.specific import Noun, is_specific
from communique.read.references.trim import is_ordinal, number_after, trimmed

if TYPE_CHECKING:
    from communique.read.references.lexicon import Head, Lexicon
    from communique.read.scene import Scene


_LONGEST_TITLE = 45


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
        here = [head for head in options if _is_at(sentence, index, head)]
        if not here:
            continue
        taken = index + len(here[0].words) - 1
        place = sentence.span(taken, taken)
        if any(start <= place[0] and place[1] <= end for start, end in names):
            continue
        same = (head for head in here if len(head.words) == len(here[0].words))
        tried = (_candidate(scene, sentence, index, head, lexicon, bodies) for head in same)
        candidate = next((one for one in tried if one is not None), None)
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
    if _verb(sentence, index, end) or _in_office(sentence, end, lexicon):
        return None
    named = end if sentence.text[end][0].isalnum() else index  # "Road No. 7" ends in a point
    proper = (
        sentence.capital(named) or sum(map(str.isupper, sentence.text[index])) > 1 or _of_phrase(sentence, head, index)
    )
    first = trimmed(sentence, left_of(sentence, index, proper, lexicon), index, head, lexicon)
    proper = proper and (sentence.capital(index) or first < index)
    links = frozenset(head.entry.links)
    last = (
        number_after(sentence, end)
        if head.entry.number
        else right_of(sentence, end, links, proper, lexicon, _places(scene, sentence, end, head, proper), head.entry)
    )
    if first <= 1 and head.entry.kind == "instrument":
        last = max(last, _whole_item(sentence, end))
    noun = Noun(index, end, first, last, proper, head.plural)
    _find_states(scene, sentence, noun, lexicon)
    body = _body_of(sentence, noun, bodies)
    if head.rule.endswith("/session"):
        if not body or not (proper or is_ordinal(sentence.low[first], lexicon)):
            return None
    elif not is_specific(sentence, noun, head.entry, lexicon):
        return None
    if scene.genre == "joint" and head.rule.endswith("/joint-statement") and first == index and last == end:
        return None
    if _modifies(sentence, noun, lexicon):
        return None
    start, stop = sentence.span(first, noun.last)
    core = sentence.span(first, end)[1]
    return Candidate(
        start, stop, scene.text[start:stop], _kind(noun, head), head.rule, head.words[-1], None, proper, core
    )


def _whole_item(sentence: Sentence, end: int) -> int:
    """The last token of a list item that is nothing but the paper's title, else ``end``."""
    unit = sentence.unit
    if unit.block.kind != "item" or unit.start != unit.block.start or len(sentence.tag) > _LONGEST_TITLE:
        return end
    last = len(sentence.tag) - 1
    while last > end and not sentence.text[last][-1].isalnum() and sentence.text[last] != ")":
        last -= 1
    if sentence.low[last] in ("and", "or"):
        last = _whole_before(sentence, last)
    rest = range(end + 1, last + 1)
    plain = all(sentence.tag[i] not in ("VBZ", "VBD", "MD") and sentence.text[i] != ";" for i in rest)
    return max(end, last) if plain else end


def _whole_before(sentence: Sentence, joint: int) -> int:
    """Without "; and" at the end of an item."""
    last = joint - 1
    while last > 0 and not sentence.text[last][-1].isalnum() and sentence.text[last] != ")":
        last -= 1
    return last


def _kind(noun: Noun, head: Head) -> str:
    """A "Norland-Baltic mechanism" is of many states, so a forum."""
    if head.entry.kind == "mechanism" and noun.countries == 1 and noun.region:
        return "forum"
    return head.entry.kind


def _places(scene: Scene, sentence: Sentence, end: int, head: Head, proper: bool) -> frozenset[int]:
    """The tokens after ``end`` that name a state, or a city where a body meets or a paper in lower case is signed."""
    if head.entry.seated:
        return frozenset()
    plain = head.entry.kind == "mechanism" or not (proper or head.entry.kind == "project")
    kinds = ("country", "city") if plain else ("country",)
    base = sentence.unit.start
    mentions = [m for m in scene.mentions_in(base + sentence.at[end], sentence.unit.end) if m.kind in kinds]
    if not mentions:
        return frozenset()
    return frozenset(
        i for i in range(end + 1, len(sentence.at)) if any(m.start <= base + sentence.at[i] < m.end for m in mentions)
    )


def _find_states(scene: Scene, sentence: Sentence, noun: Noun, lexicon: Lexicon) -> None:
    """Which states stand before the noun, and which tokens of its complement name one; a capital city is a place."""
    before, middle = sentence.span(noun.first, noun.end)
    after = sentence.span(noun.last, noun.last)[1]
    mentions = [
        m
        for m in scene.mentions_in(sentence.unit.start, sentence.unit.end)
        if m.kind in ("country", "adjective", "organisation")
        and m.end > before
        and m.start < after
        and not (m.kind == "country" and lexicon.is_capital_city(scene.text[m.start : m.end]))
    ]
    noun.countries = len({party for m in mentions if m.start < middle for party in m.parties})
    noun.states = frozenset(
        i
        for i in range(noun.first, noun.last + 1)
        if any(m.kind != "organisation" and m.start <= sentence.unit.start + sentence.at[i] < m.end for m in mentions)
    )


def _of_phrase(sentence: Sentence, head: Head, index: int) -> bool:
    """ "Memorandum of ...", "Plan of exchanges": the noun itself comes first, and its capital counts."""
    return (
        len(head.words) > 1
        and head.words[1] == "of"
        and (sentence.capital(index) or (index == 0 and sentence.text[0][0].isupper()))
    )


def _verb(sentence: Sentence, index: int, end: int) -> bool:
    """ "To project", "will act", "to bridge": the word is a verb here."""
    return index == end and sentence.tag[end].startswith("VB") and not sentence.capital(end)


def _in_office(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether the noun is part of somebody's office: "Council Chairman", "Commission President"."""
    return end + 1 < len(sentence.low) and sentence.low[end + 1] in lexicon.lists["offices"]


def _body_of(sentence: Sentence, noun: Noun, bodies: list[tuple[int, int]]) -> bool:
    """Whether the complement opens with a body of states."""
    if noun.last <= noun.end:
        return False
    start = sentence.span(noun.end + 1, noun.end + 1)[0]
    stop = sentence.span(noun.last, noun.last)[1]
    opening = sentence.low[noun.end + 2 : noun.end + 4]
    return any(start <= s < start + 12 and e <= stop for s, e in bodies) or bool(
        {"council", "conference", "assembly"}.intersection(opening)
    )


def _modifies(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the noun only describes another ("railway connections", "Plant Health"), so that it names nothing."""
    after = noun.end + 1
    if noun.proper and after < len(sentence.tag) and noun.last == noun.end:
        named = sentence.tag[after] in ("NNP", "NNPS") and sentence.capital(after)
        return named and not any(sentence.low[after] in lexicon.lists[key] for key in ("after-names", "times"))
    if noun.proper or noun.last > noun.end or after >= len(sentence.tag):
        return False
    return sentence.tag[after] in ("NN", "NNS") and sentence.low[after] not in (
        "project",
        "projects",
        "negotiations",
        "talks",
        "text",
        "process",
        "system",
    )

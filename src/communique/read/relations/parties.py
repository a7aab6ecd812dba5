"""Whose relation it is: exactly two parties, by what stands nearest to the label; none where it is not plain."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES, Sentence

if TYPE_CHECKING:
    from communique.read.scene import Mention, Scene

_STATES = frozenset(("country", "adjective", "organisation", "city"))
_BREAKS = frozenset((";", ":"))
_QUALIFIERS = frozenset(("JJ", "VBN", "RB", "JJS", "JJR", "VBG", "CC", "NN", ",", "CD"))
_BETWEEN = frozenset(("that", "exists", "existing", "established", "forged", "built", ")"))
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))

Pair = tuple[str, str]


@dataclass(slots=True)
class Company:
    """Who is in a sentence: the mentions with their parties, and the token that each begins and ends at."""

    mentions: list[Mention]
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


def company(scene: Scene, sentence: Sentence) -> Company:
    """The mentions of the sentence, in order, placed on its tokens."""
    unit = sentence.unit
    out = Company([m for m in scene.mentions_in(unit.start, unit.end) if m.parties and not _plain_states(scene, m)])
    places = [
        (unit.start + at, unit.start + at + len(word)) for at, word in zip(sentence.at, sentence.text, strict=True)
    ]
    for mention in out.mentions:
        inside = [i for i, (start, end) in enumerate(places) if start < mention.end and end > mention.start]
        out.first.append(inside[0] if inside else -1)
        out.last.append(inside[-1] if inside else -1)
    return out


def _plain_states(scene: Scene, mention: Mention) -> bool:
    """ "Both Parties, States and armies": states in general, not the United States."""
    return scene.text[mention.start : mention.end] == "States" and scene.text[mention.end : mention.end + 4] == " and"


def parties_of(
    scene: Scene, sentence: Sentence, first: int, last: int, who: Company | None = None, one: str | None = None
) -> tuple[Pair | None, bool]:
    """The two parties of a label at tokens ``first`` to ``last``, and whether they are named together with it.

    ``one``: a party that is always one of the two.
    """
    who = who or company(scene, sentence)
    if one is not None:
        other = _other_than(scene, sentence, one, first, who)
        return (_pair([one, other]), True) if other else (None, False)
    before = _adjacent_before(sentence, first, who)
    after, with_only = _adjacent_after(scene, sentence, last, who)
    for named in (before, after):
        if len(named) == 2:
            return _pair(named), True
    if before and after and before != after:
        both = list(dict.fromkeys((*before, *after)))
        if len(both) == 2:
            return _pair(both), True
    owner = before or (after if with_only or len(after) == 1 else [])
    if len(owner) == 1:
        other = _other_than(scene, sentence, owner[0], first, who)
        return (_pair([other, owner[0]]), True) if other else (None, False)
    return _from_clause(scene, sentence, first, who), False


def _adjacent_before(sentence: Sentence, first: int, who: Company) -> list[str]:
    """States right before the label: "the China-Kazakhstan | partnership", "Kazakhstan's | partner"."""
    index = first - 1
    found: list[str] = []
    steps = 0
    while index >= 0 and steps < 9:
        hits = [k for k, m in enumerate(who.mentions) if who.first[k] <= index <= who.last[k] and m.kind in _STATES]
        if hits:
            parties = [party for k in hits for party in who.mentions[k].parties]
            found = [party for party in dict.fromkeys(parties) if party not in found] + found
            index = who.first[hits[0]] - 1
        elif _passed_over(sentence, index, bool(found)):
            index -= 1
        else:
            break
        steps += 1
    return found


def _passed_over(sentence: Sentence, index: int, found: bool) -> bool:
    """Words between the states and the label: hyphens, an owner's mark, adjectives, "and" between two states."""
    if sentence.text[index] in DASHES or sentence.tag[index] == "POS":
        return True
    if found:
        return sentence.low[index] in ("and", "&", "/") and sentence.tag[index + 1] != "DT"
    return sentence.tag[index] in _QUALIFIERS


def _adjacent_after(scene: Scene, sentence: Sentence, last: int, who: Company) -> tuple[list[str], bool]:
    """States that a preposition after the label brings ("with Japan", "between India and Oman"); whether by "with"."""
    index = last + 1
    while index < min(len(sentence.low), last + 4) and sentence.low[index] in _BETWEEN:
        index += 1
    link = sentence.low[index] if index < len(sentence.low) else ""
    if link not in ("with", "between", "of", "among"):
        return [], False
    found: list[str] = []
    for mention, start in zip(who.mentions, who.first, strict=True):
        if start <= index or start > index + (12 if link == "between" else 5):
            continue
        if link != "between" and any(sentence.low[i] in (",", "and") for i in range(index, start)):
            break
        if any(sentence.low[i] in _BREAKS or sentence.tag[i] in _VERBS for i in range(index, start)):
            break
        if mention.kind in _STATES or mention.kind in ("joint", "office", "person"):
            found += [party for party in _meant(scene, sentence, mention) if party not in found]
        if link in ("with", "of") or len(found) >= 2:
            break
    return found[:2], link == "with"


def _other_than(scene: Scene, sentence: Sentence, one: str, first: int, who: Company) -> str | None:
    """The partner of ``one``: the nearest other party in the sentence, before the label first, then in the block."""
    placed = list(zip(who.mentions, who.first, strict=True))
    near = [m for m, at in reversed(placed) if at < first] + [m for m, at in placed if at > first]
    for mention in near:
        others = [party for party in mention.parties if party != one]
        if len(others) == 1 and mention.kind != "city":
            return others[0]
    for mention in _before(scene, sentence):
        others = [party for party in mention.parties if party != one]
        if len(others) == 1 and mention.kind != "city":
            return others[0]
    if scene.home and scene.home != one:
        return scene.home
    rest = [party for party in scene.sides if party != one]
    return rest[0] if len(rest) == 1 else None


def _from_clause(scene: Scene, sentence: Sentence, first: int, who: Company) -> Pair | None:
    """From the rest of the sentence: "the two sides" before the label, its only two states, else the text before."""
    placed = list(zip(who.mentions, who.first, strict=True))
    for mention, at in reversed(placed):
        if at < first and len(mention.parties) == 2:
            return _pair(_meant(scene, sentence, mention))
    named = list(dict.fromkeys(p for m in who.mentions if m.kind != "city" for p in m.parties))
    if len(named) == 2:
        return _pair(named)
    if len(named) == 1:
        other = _other_than(scene, sentence, named[0], first, who)
        return _pair([named[0], other]) if other else None
    if len(named) > 2:
        ours = [party for party in named if party in scene.sides]
        return _pair(ours) if len(ours) == 2 else None
    for mention in _before(scene, sentence):
        if len(mention.parties) == 2:
            return _pair(list(mention.parties))
    return _pair(list(scene.sides)) if len(scene.sides) == 2 else None


def _meant(scene: Scene, sentence: Sentence, mention: Mention) -> list[str]:
    """The parties of "the two countries": in a report on several, those that the paragraph itself names.

    A paragraph that names only one state means that one and the party that the report has most of.
    """
    parties = list(mention.parties)
    if mention.kind != "joint" or scene.genre == "joint":
        return parties
    block = sentence.unit.block
    named = (m for m in scene.mentions_in(block.start, block.end) if m.kind in ("country", "adjective", "organisation"))
    here = list(dict.fromkeys(party for m in named if not _plain_states(scene, m) for party in m.parties))
    if not 1 <= len(here) <= 2 or set(here) <= set(parties):
        return parties
    if len(here) == 2:
        return here if set(here) & set(parties) else parties
    if here[0] in parties:
        return parties
    others = sorted({party for m in scene.mentions for party in m.parties} - {here[0]})
    return [max(others, key=lambda party: (_spread(scene, party), party == scene.home)), here[0]]


def _spread(scene: Scene, party: str) -> int:
    """In how many paragraphs the party is named."""
    starts = [block.start for block in scene.blocks]
    return len({bisect_right(starts, m.start) for m in scene.mentions if party in m.parties and m.kind != "joint"})


def _before(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The mentions of the same block before this sentence, the nearest first; of the whole text where it opens one."""
    unit = sentence.unit
    inside = scene.mentions_in(unit.block.start, unit.start)
    return [m for m in reversed(inside) if m.parties]


def _pair(parties: list[str]) -> Pair | None:
    return (parties[0], parties[1]) if len(parties) == 2 and parties[0] != parties[1] else None

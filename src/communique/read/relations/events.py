"""What is said to have happened to a relation: it is so, it began, it was raised, it is decided on or wished for.

Only the words around the label are looked at: the verb or noun that governs it ("elevate relations to ...",
"established a ...", "the ... was announced in"), and what stands before that ("agreed to", "hopes to").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.sentence import DASHES

if TYPE_CHECKING:
    from communique.read.references.sentence import Sentence
    from communique.read.relations.labels import Label
    from communique.read.relations.lexicon import Lexicon

_SKIPPED = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "NNP", "NNPS", "HYPH", "RB", "CD", "VBN"))
_LEVEL = frozenset("level levels status rank height stage of the a an new".split())
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))
_THEMSELVES = frozenset(("themselves", "ourselves", "itself"))
_QUOTES = frozenset("\"'“”‘’`")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 14


@dataclass(slots=True)
class Event:
    """``kind`` as in the record; ``at``: the token that tells it; ``strong``: said outright, not in passing.

    ``fresh``: decided on the occasion that the report is about; ``deadline``: for a later day. ``rule``: the
    codebook's entry.
    """

    kind: str
    at: int
    rule: str
    strong: bool = False
    fresh: bool = False
    deadline: bool = False


def events_of(sentence: Sentence, label: Label, lexicon: Lexicon) -> list[Event]:
    """The events told of the label at this place: one, or two where it is described and its origin told after it."""
    found = [
        _raised_to(sentence, label, lexicon)
        or _towards(sentence, label, lexicon)
        or _governed(sentence, label, lexicon)
        or _passive(sentence, label, lexicon)
    ]
    later = _raised_later(sentence, label, lexicon)
    told = [event for event in found if event is not None]
    if not told:
        told = [_since(sentence, label, lexicon) or _described(sentence, label, lexicon)]
    return [*told, *([later] if later else [])]


def _noun_phrase_start(sentence: Sentence, first: int) -> int:
    """The first token of the noun phrase that the label at ``first`` ends: "the | China-Laos", "their", "a new"."""
    start = first
    while (
        start > 0
        and first - start < 9
        and (
            sentence.tag[start - 1] in _SKIPPED
            or sentence.text[start - 1] in DASHES
            or sentence.text[start - 1] in _QUOTES
        )
    ):
        if sentence.tag[start - 1] in ("VBN", "RB") and sentence.low[start - 1] not in (
            "new",
            "more",
            "newly",
            "enhanced",
            "shared",
            "long",
            "well",
        ):
            break
        start -= 1
    return start


def _raised_to(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Elevate relations to (the level of) a ...", "moving to a ...", "elevation of ties into a ..."."""
    low = sentence.low
    start = _noun_phrase_start(sentence, label.first)
    while start > 0 and low[start - 1] in _LEVEL:
        start -= 1
    if start == 0 or low[start - 1] not in ("to", "into", "onto"):
        return None
    upgrade = lexicon.events["upgrade"]
    reach = 2 * _REACH if low[start - 1] == "into" else _REACH  # what it was before may stand between, with its origin
    verb = next((i for i in range(start - 2, max(-1, start - 2 - reach), -1) if low[i] in upgrade), None)
    if verb is None or any(low[i] == ";" for i in range(verb, start)):
        return None
    event = _judged(sentence, verb, "upgraded", lexicon, "upgrade")
    if event.kind == "upgraded" and sentence.tag[verb] == "VB" and _deadline(low, label.last):
        event.kind, event.deadline = "agreed", True
    return event


def _towards(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Agreed to move towards a ..." is decided on, "hopes to advance towards a ..." a wish."""
    low = sentence.low
    start = _noun_phrase_start(sentence, label.first)
    if start < 2 or low[start - 1] not in ("toward", "towards"):
        return None
    verbs = (i for i in range(start - 2, max(-1, start - 8), -1) if low[i] in lexicon.events["upgrade"])
    verb = next((i for i in verbs if sentence.tag[i] in ("VB", "VBG")), None)
    if verb is None:
        return None
    before = _before(sentence, verb)
    deciding, proposing = (_nearest(before, lexicon.lists[key]) for key in ("deciding", "proposing"))
    rule = lexicon.event_rules["upgrade"]
    if deciding and not (proposing and proposing < deciding):
        return Event("agreed", verb, rule, True, _fresh(before, lexicon))
    return Event("proposed", verb, rule, True) if proposing else None


def _deadline(low: list[str], last: int) -> bool:
    """ "... in time for the anniversary", "by 2030", "next year": not raised yet."""
    after = low[last + 1 : last + 4]
    return after[:3] == ["in", "time", "for"] or after[:1] in (["by"], ["before"], ["next"], ["within"])


def _governed(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Established a ...", "the establishment of the ...", "agreed to build a ...", "upgraded their ..."."""
    low = sentence.low
    start = _noun_phrase_start(sentence, label.first)
    if _marked(low, start):
        return Event("established", start - 1, lexicon.event_rules["establish"], True)
    verb = _signing(low, start, lexicon)
    if verb is not None:
        return Event("established", verb, lexicon.event_rules["establish"], True)
    verb = start - 1
    if verb >= 0 and low[verb] in ("of", "into", "on", "as", "jointly", "together", "officially", "formally", "up"):
        verb -= 1
    if verb >= 0 and low[verb] in ("together", "jointly", "of"):
        verb -= 1
    if verb < 0:
        return None
    if low[verb] in _THEMSELVES and low[verb - 1] in lexicon.events["give"]:
        return _judged(sentence, verb - 1, "established", lexicon, "give")
    word = low[verb]
    if word in lexicon.events["raise"]:
        if _to_new_level(low, label.last):
            return (
                None
                if sentence.tag[verb] in ("VB", "VBG", "VBP")
                else _judged(sentence, verb, "upgraded", lexicon, "upgrade")
            )
        return _judged(sentence, verb, "upgraded", lexicon, "upgrade") if sentence.tag[verb] in ("VBD", "VBN") else None
    if word in lexicon.events["build"]:
        return _built(sentence, verb, lexicon)
    if word in lexicon.events["establish"]:
        return _judged(sentence, verb, "established", lexicon, "establish")
    return None


def _marked(low: list[str], start: int) -> bool:
    """ "The 10th anniversary of | the partnership", "25 years of | their partnership"."""
    before = low[max(0, start - 3) : start]
    return before[-2:] == ["anniversary", "of"] or (before[-2:] == ["years", "of"] and len(before) == 3)


def _signing(low: list[str], start: int, lexicon: Lexicon) -> int | None:
    """ "Signed a treaty on | allied relations": the token of the paper's verb."""
    if start < 3 or low[start - 1] not in ("on", "of") or low[start - 2] not in lexicon.lists["papers"]:
        return None
    return next(
        (
            i
            for i in range(start - 3, max(-1, start - 10), -1)
            if low[i] in ("signed", "adopted", "sign", "signing", "adoption", "concluded")
        ),
        None,
    )


def _to_new_level(low: list[str], last: int) -> bool:
    """ "... to a new level": the relation is what it was."""
    window = low[last + 1 : last + 12]
    return (
        any(word in ("level", "levels", "height", "heights", "stage", "plane", "chapter") for word in window)
        and "to" in window
    )


def _built(sentence: Sentence, verb: int, lexicon: Lexicon) -> Event | None:
    """Building is a decision or a wish where one is named; else the relation is only gone on with."""
    before = _before(sentence, verb)
    deciding = _nearest(before, lexicon.lists["deciding"])
    if any(word in ("announced", "announce", "announcement") for word in before[-4:]):
        deciding = max(deciding, 1)
    carrying = _nearest(before, lexicon.lists["carrying-on"])
    if deciding and (not carrying or deciding < carrying):
        return Event("agreed", verb, lexicon.event_rules["build"], True, _fresh(before, lexicon))
    if sentence.tag[verb] in ("VBD", "VBN") and not _nearest(before, lexicon.lists["carrying-on"]):
        return Event("established", verb, lexicon.event_rules["build"], True)
    proposing = _nearest(before, lexicon.lists["proposing"])
    if proposing and not carrying and proposing <= 4:
        return Event("proposed", verb, lexicon.event_rules["build"], True)
    return None


def _judged(sentence: Sentence, verb: int, done: str, lexicon: Lexicon, rule: str) -> Event:
    """The event of a verb or noun: done, or by the words before it only decided, planned or wished."""
    before = _before(sentence, verb)
    if sentence.tag[verb] == "VBD":
        # "it will be the first since the two became ...": what is planned is not what they became
        opened = _nearest(before, lexicon.lists["since"])
        before = before[-opened:] if opened else before
    name = lexicon.event_rules[rule]
    proposing = _nearest(before, lexicon.lists["proposing"])
    deciding = _nearest(before, lexicon.lists["deciding"])
    planning = _nearest(before, lexicon.lists["planning"])
    finite = sentence.tag[verb] in ("VBD", "VBN", "VBP", "VBZ") and not planning
    to_be = "be" in before[-2:]  # "proposed that relations be raised"
    past = sentence.tag[verb] in ("VBD", "VBN") and not planning and not to_be
    if proposing and not (deciding and deciding < proposing) and not (past and proposing > 3):
        return Event("agreed" if deciding else "proposed", verb, name, True, False)
    fresh = _fresh(before, lexicon)
    if deciding and not finite:
        return Event(done if done == "upgraded" else "agreed", verb, name, True, fresh)
    if planning and not finite:
        return Event("agreed", verb, name, True, False)
    return Event(done, verb, name, True, fresh and done == "upgraded" and not _perfect(before))


def _before(sentence: Sentence, verb: int) -> list[str]:
    """The words of the clause before the verb, the nearest last; at most fourteen."""
    words: list[str] = []
    for index in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        if sentence.low[index] in (";", ":", '"', "”", "“"):
            break
        words.insert(0, sentence.low[index])
    return words


def _nearest(words: list[str], wanted: frozenset[str]) -> int:
    """How far before the verb the nearest of the wanted words is (1: right before it), 0 for none."""
    return next((distance for distance, word in enumerate(reversed(words), 1) if word in wanted), 0)


def _perfect(before: list[str]) -> bool:
    return any(word in _PERFECT for word in before[-4:])


def _fresh(before: list[str], lexicon: Lexicon) -> bool:
    """Told as of this occasion: no perfect, no clause about the past."""
    return not any(word in _PERFECT for word in before[-6:]) and not any(
        word in lexicon.lists["after"] for word in before
    )


def _passive(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "The ... (between our countries) was announced in Bucharest", "the ... established in 2020"."""
    low, tag = sentence.low, sentence.tag
    for index in range(label.last + 1, min(label.last + 9, len(low))):
        if low[index] in (";", ".", ":"):
            return None
        between = sentence.text[label.last + 1 : index]
        if (
            low[index] == "agreed"
            and low[index + 1 : index + 2] in (["upon"], ["on"])
            and _QUOTES.issuperset(word for word in between if word != ",")
        ):
            return Event("established", index, lexicon.event_rules["establish"], True)
        for family, done in (("establish", "established"), ("raise", "upgraded")):
            if low[index] in lexicon.events[family] and tag[index] in ("VBN", "VBD", "NN"):
                helper = any(word in _PASSIVE for word in low[max(label.last + 1, index - 3) : index])
                reduced = index == label.last + 1 or (index == label.last + 2 and low[index - 1] == ",")
                reduced = reduced or (low[index - 1] == "," and low[label.last + 1] == "between")
                if helper or reduced:
                    if family == "raise" and reduced:
                        return None
                    return Event(
                        done, index, lexicon.event_rules["establish" if family == "establish" else "upgrade"], True
                    )
        if tag[index] in ("VBZ", "VBP", "MD", "TO") and low[index] not in _PASSIVE:
            return None
    return None


def _raised_later(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "..., a rank to which they had been lifted in spring": the same label, told again as raised."""
    low = sentence.low
    for index in range(label.last + 1, min(label.last + 14, len(low))):
        if low[index] in (";", "."):
            return None
        between = low[label.last + 1 : index]
        if low[index] in lexicon.events["upgrade"] and "which" in between and _PASSIVE.intersection(between[-3:]):
            return Event("upgraded", index, lexicon.event_rules["upgrade"], True)
    return None


def _since(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Strategic partners since 2019", "has rested, since 2008, on the ...": when it began."""
    low = sentence.low
    start = _noun_phrase_start(sentence, label.first)
    behind = range(label.last + 1, min(label.last + 5, len(low) - 1))
    for index in (*behind, *range(max(0, start - 5), start)):
        if low[index] == "since" and _YEAR.fullmatch(low[index + 1]):
            between = sentence.tag[label.last + 1 : index]
            if index < start or not any(tag.startswith(("V", "MD")) for tag in between):
                return Event("established", index, lexicon.event_rules["establish"], True)
    return None


def _described(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event:
    """It is so: outright ("is a strategic partner", "as strategic partners") or in passing ("deepen the ...")."""
    start = _noun_phrase_start(sentence, label.first)
    before = sentence.low[max(0, start - 6) : start]
    strong = label.partner or any(word in lexicon.events["describe"] for word in before[-2:])
    strong = strong or any(word in ("is", "are", "as", "remains", "remain") for word in before)
    return Event("described", label.first, lexicon.event_rules["describe"] if strong else label.head.rule, strong)

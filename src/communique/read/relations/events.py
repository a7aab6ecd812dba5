"""What is said to have happened to a relation: it is so, it began, it was raised, it is decided on or wished for.

Only the words around the label are looked at: the verb or noun that governs it ("elevate relations to ...",
"established a ...", "the ... was announced in"), and what stands before that ("agreed to", "hopes to").
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from communique.read.relations.around import clause_behind, conferred, paper, wished
from communique.read.relations.event import (
    LEVEL,
    QUOTES,
    REACH,
    THEMSELVES,
    YEAR,
    Event,
    before_verb,
    fresh,
    nearest,
    noun_phrase_start,
    perfect,
)

if TYPE_CHECKING:
    from communique.read.references.sentence import Sentence
    from communique.read.relations.labels import Label
    from communique.read.relations.lexicon import Lexicon

_RECOMMEND = frozenset(("propose", "recommend", "suggest"))
"""What two sides decide to lay before others, who decide."""
_RECOMMENDED = frozenset(("recommended", "proposed", "suggested"))
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))


def events_of(sentence: Sentence, label: Label, lexicon: Lexicon) -> list[Event]:
    """The events told of the label at this place: one, or two where it is described and its origin told after it."""
    told = next((event for teller in _TELLERS if (event := teller(sentence, label, lexicon)) is not None), None)
    if told is None:
        told = _described(sentence, label, lexicon)
    later = _raised_later(sentence, label, lexicon)
    found = [told] if told.kind else []
    return [*found, *([later] if later else [])]


def _raised_to(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Elevate relations to (the level of) a ...", "moving to a ...", "elevation of ties into a ..."."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    while start > 0 and low[start - 1] in LEVEL:
        start -= 1
    if start == 0 or low[start - 1] not in ("to", "into", "onto"):
        return None
    upgrade = lexicon.events["upgrade"]
    reach = 2 * REACH if low[start - 1] == "into" else REACH  # what it was before may stand between, with its origin
    verb = next((i for i in range(start - 2, max(-1, start - 2 - reach), -1) if low[i] in upgrade), None)
    if verb is None or any(low[i] == ";" for i in range(verb, start)):
        return None
    if _purpose(low, verb):
        ordered = lexicon.lists["deciding"] | lexicon.lists["tasking"]
        kind = "proposed" if ordered.isdisjoint(low[label.last :]) else "agreed"
        return Event(kind, verb, lexicon.event_rules["upgrade"], True, kind == "agreed")
    after = low[label.last + 1 : label.last + 1 + REACH]
    if (
        sentence.tag[verb][:2] in ("NN", "VB")
        and low[verb - 1] == "the"
        and lexicon.lists["put-off"].intersection(after)
    ):
        # "the upgrading of ties to a ..., which they had recommended, will have to wait"
        wished = not (lexicon.lists["wishing"] | _RECOMMENDED).isdisjoint(after)
        return Event("proposed" if wished else "agreed", verb, lexicon.event_rules["upgrade"], True)
    event = _judged(sentence, verb, "upgraded", lexicon, "upgrade")
    if event.kind == "upgraded" and sentence.tag[verb] == "VB" and _deadline(low, label.last):
        event.kind, event.deadline = "agreed", True
    return event


def _purpose(low: list[str], verb: int) -> bool:
    """ "In order to | move to a ...", "With a view to | moving to a ...", at the sentence's beginning "To | raise"."""
    before = low[max(0, verb - 4) : verb]
    return before == ["to"] or before[-3:] in (
        ["in", "order", "to"],
        ["so", "as", "to"],
        ["a", "view", "to"],
        ["the", "aim", "of"],
    )


def _towards(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Agreed to move towards a ..." is decided on, "hopes to advance towards a ..." a wish."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    if start < 2 or low[start - 1] not in ("toward", "towards"):
        return None
    going = lexicon.events["upgrade"] | lexicon.lists["going"]
    verbs = (i for i in range(start - 2, max(-1, start - 8), -1) if low[i] in going)
    verb = next((i for i in verbs if sentence.tag[i] in ("VB", "VBG", "NN") or _in_that_clause(sentence, i)), None)
    if verb is None:
        return None
    before = before_verb(sentence, verb)
    deciding, proposing = (nearest(before, lexicon.lists[key]) for key in ("deciding", "proposing"))
    rule = lexicon.event_rules["upgrade"]
    if deciding and not (proposing and proposing < deciding):
        return Event("agreed", verb, rule, True, fresh(before, lexicon))
    if proposing:
        return Event("proposed", verb, rule, True)
    return Event("agreed", verb, rule, True) if sentence.tag[verb] == "VBG" else None


def _in_that_clause(sentence: Sentence, verb: int) -> bool:
    """ "Proposed | that the two countries move": of which a tagger makes a present tense."""
    return sentence.tag[verb] == "VBP" and "that" in sentence.low[max(0, verb - 8) : verb]


def _deadline(low: list[str], last: int) -> bool:
    """ "... in time for the anniversary", "by 2030", "next year": not raised yet."""
    after = low[last + 1 : last + 4]
    return after[:3] == ["in", "time", "for"] or after[:1] in (["by"], ["before"], ["next"], ["within"])


def _governed(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Established a ...", "the establishment of the ...", "agreed to build a ...", "upgraded their ..."."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    if _marked(low, start):
        return Event("established", start - 1, lexicon.event_rules["establish"], True)
    verb = _signing(low, start, lexicon)
    if verb is not None:
        return _judged(sentence, verb, "established", lexicon, "establish")
    verb = _before_aside(sentence, start - 1)
    if verb >= 0 and low[verb] in ("of", "into", "on", "as", "jointly", "together", "officially", "formally", "up"):
        verb -= 1
    if verb >= 0 and low[verb] in ("together", "jointly", "of"):
        verb -= 1
    if verb < 0:
        return None
    if low[verb] in THEMSELVES and low[verb - 1] in lexicon.events["give"]:
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
        if sentence.tag[verb].startswith("N") and lexicon.lists["put-off"].intersection(
            low[label.last + 1 : label.last + 8]
        ):
            return Event("described", verb, lexicon.event_rules["describe"])
        return _judged(sentence, verb, "established", lexicon, "establish")
    return None


def _before_aside(sentence: Sentence, at: int) -> int:
    """The token before what stands between commas: "decided to build|, over the coming years,"."""
    if at < 2 or sentence.low[at] != ",":
        return at
    opened = next((i for i in range(at - 1, max(-1, at - 10), -1) if sentence.low[i] == ","), None)
    if opened is None or any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in sentence.tag[opened + 1 : at]):
        return at
    return opened - 1


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
    before = before_verb(sentence, verb)
    deciding = nearest(before, lexicon.lists["deciding"])
    told = [i for i, word in enumerate(before) if word in ("announced", "announce", "announcement")]
    if told and (told[-1] >= len(before) - 4 or "that" in before[told[-1] :]):
        deciding = max(deciding, 1)
    carrying = nearest(before, lexicon.lists["carrying-on"])
    if deciding and (not carrying or deciding < carrying):
        return Event("agreed", verb, lexicon.event_rules["build"], True, fresh(before, lexicon))
    if before[-2:] in (["are", "to"], ["were", "to"]) and not carrying:  # "the two countries are to build a ..."
        return Event("agreed", verb, lexicon.event_rules["build"], True, before[-2] == "are")
    if sentence.tag[verb] in ("VBD", "VBN") and not nearest(before, lexicon.lists["carrying-on"]):
        if perfect(before) and not _dated(sentence, verb):
            return Event("described", verb, lexicon.event_rules["describe"], True)
        return Event("established", verb, lexicon.event_rules["build"], True)
    proposing = nearest(before, lexicon.lists["proposing"])
    if proposing and not carrying and proposing <= 4:
        return Event("proposed", verb, lexicon.event_rules["build"], True)
    return None


def _dated(sentence: Sentence, verb: int) -> bool:
    """Whether a year is told behind the verb: "built in 2014", "two years ago"."""
    after = sentence.low[verb : verb + REACH]
    return any(YEAR.fullmatch(word) or word in ("ago", "last") for word in after)


def _judged(sentence: Sentence, verb: int, done: str, lexicon: Lexicon, rule: str) -> Event:
    """The event of a verb or noun: done, or by the words before it only decided, planned or wished."""
    before = before_verb(sentence, verb)
    if sentence.tag[verb] == "VBD":
        # "it will be the first since the two became ...": what is planned is not what they became
        opened = nearest(before, lexicon.lists["since"])
        before = before[-opened:] if opened else before
    name = lexicon.event_rules[rule]
    proposing = nearest(before, lexicon.lists["proposing"])
    deciding = nearest(before, lexicon.lists["deciding"])
    planning = nearest(before, lexicon.lists["planning"])
    if before[-1:] == ["to"] and before[-2:-1] in (["are"], ["were"]):
        planning = planning or 1  # "the two countries are to establish a ..."
    finite = sentence.tag[verb] in ("VBD", "VBN", "VBP", "VBZ") and not planning
    to_be = "be" in before[-2:]  # "proposed that relations be raised"
    past = sentence.tag[verb] in ("VBD", "VBN") and not planning and not to_be
    if proposing and not (deciding and deciding < proposing) and not (past and proposing > 3):
        passed_on = (
            deciding == proposing + 2 and before[-proposing] in _RECOMMEND
        )  # "agreed to propose to their leaders"
        return Event("agreed" if deciding and not passed_on else "proposed", verb, name, True, False)
    now = fresh(before, lexicon)
    if deciding and not finite:
        return Event(done if done == "upgraded" else "agreed", verb, name, True, now)
    if planning and not finite:
        return Event("agreed", verb, name, True, False)
    return Event(done, verb, name, True, now and done == "upgraded" and not perfect(before))


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
            and QUOTES.issuperset(word for word in between if word != ",")
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
        if (
            low[index] in lexicon.events["upgrade"]
            and sentence.tag[index] == "VBN"
            and any(pair == ("to", "which") for pair in itertools.pairwise(between))
            and _PASSIVE.intersection(between[-3:])
        ):
            return Event("upgraded", index, lexicon.event_rules["upgrade"], True)
    return None


def _since(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Strategic partners since 2019", "has rested, since 2008, on the ...": when it began."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    after = range(label.last + 1, min(label.last + 5, len(low) - 1))
    for index in (*after, *range(max(0, start - 5), start)):
        if low[index] == "since" and YEAR.fullmatch(low[index + 1]):
            between = sentence.tag[label.last + 1 : index]
            if index < start or not any(tag.startswith(("V", "MD")) for tag in between):
                return Event("established", index, lexicon.event_rules["establish"], True)
    return None


def _described(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event:
    """It is so: outright ("is a strategic partner", "as strategic partners") or in passing ("deepen the ...")."""
    start = noun_phrase_start(sentence, label.first)
    before = sentence.low[max(0, start - 6) : start]
    strong = label.partner or any(word in lexicon.events["describe"] for word in before[-2:])
    strong = strong or any(word in ("is", "are", "as", "remains", "remain") for word in before)
    return Event("described", label.first, lexicon.event_rules["describe"] if strong else label.head.rule, strong)


def _from_now(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "As of today the two are strategic partners", "are now strategic partners": told as what they have become."""
    start = noun_phrase_start(sentence, label.first)
    verb = next(
        (i for i in range(start - 1, max(-1, start - 3), -1) if sentence.low[i] in ("are", "is", "'re", "’re")), None
    )
    if not label.partner or verb is None:
        return None
    before = " ".join(sentence.low[max(0, verb - REACH) : verb])
    begun = "now" in sentence.low[verb:start] or any(told in before for told in _FROM_NOW)
    return Event("established", verb, lexicon.event_rules["establish"], True) if begun else None


_FROM_NOW = (
    "as of today",
    "from today",
    "from now on",
    "as of now",
    "from this day",
    "starting today",
    "henceforth",
    "as from today",
)

_TELLERS = (paper, _raised_to, _towards, conferred, _governed, wished, _passive, clause_behind, _since, _from_now)
"""In this order they are asked what is told of a label; where none knows, it is described."""

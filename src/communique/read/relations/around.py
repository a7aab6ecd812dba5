"""What else tells of a relation: a clause behind its label, a paper named after it, an idea of it, a rank that is given.

"The partnership that they agreed to build in 2024", "agreed to prepare a treaty on ...", "the idea of a ...",
"conferred on their relations the character of a ...".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
)

if TYPE_CHECKING:
    from communique.read.references.sentence import Sentence
    from communique.read.relations.labels import Label
    from communique.read.relations.lexicon import Lexicon

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_FOLLOWS = frozenset(("which", "that", "whom"))
_PREPOSITIONS = frozenset(("to", "on", "for", "upon", "in", "by"))
_AHEAD = frozenset(("will", "would", "shall", "to", "'ll"))
_OPENERS = frozenset(("PRP", "DT", "NNP", "NNPS", "PRP$"))
_RELATIONS = frozenset(("relations", "ties", "relationship", "links", "cooperation", "friendship", "bonds"))


def paper(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Agreed to prepare a treaty on | a strategic partnership": decided on; "signed a declaration on" it: begun.

    A paper that is only named tells nothing of the relation: an event of the kind "" stands for that.
    """
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    if start < 3 or low[start - 1] not in ("on", "of", "for") or low[start - 2] not in lexicon.lists["papers"]:
        return None
    rule = lexicon.event_rules["establish"]
    for index in range(start - 3, max(-1, start - 11), -1):
        if low[index] in (";", ":"):
            break
        if low[index] in _SIGNED and sentence.tag[index] in ("VBD", "VBN", "NN"):
            return None
        if low[index] in lexicon.lists["preparing"] and sentence.tag[index][0] in "VN":
            return _of_paper(sentence, index, lexicon, rule)
    if low[start - 1] == "of":
        return None
    signed = next((i for i in range(label.last + 1, min(label.last + 8, len(low))) if low[i] == "signed"), None)
    if signed is not None and _FINITE.isdisjoint(sentence.tag[label.last + 1 : signed]):
        return Event("established", signed, rule, True)
    if signed is not None and _AHEAD.intersection(low[label.last + 1 : signed]):
        return Event("agreed", signed, rule, True, deadline=True)
    return Event("", start - 2, rule) if sentence.capital(start - 2) or low[start - 3] in ("the", "of") else None


def _of_paper(sentence: Sentence, index: int, lexicon: Lexicon, rule: str) -> Event | None:
    """What is told by the verb of a paper: "signed" it, "agreed to draft" it, "tasked them with drafting" it."""
    words = before_verb(sentence, index)
    deciding = max(nearest(words, lexicon.lists[key]) for key in ("deciding", "planning", "tasking"))
    proposing = nearest(words, lexicon.lists["proposing"])
    if deciding and not (proposing and proposing < deciding):
        return Event("agreed", index, rule, True, fresh(words, lexicon))
    if proposing:
        return Event("proposed", index, rule, True)
    if sentence.tag[index] in ("VB", "VBG"):
        return Event("agreed", index, rule, True)
    if sentence.low[index] in _BEGUN:
        return Event("agreed", index, rule, True, fresh(words, lexicon))
    return Event("", index, rule)


def wished(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "The idea of a ...", "proposed a ...", "called for a ...", "another of her proposals, a ..."."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    wishing, rule = lexicon.lists["wishing"], lexicon.event_rules["describe"]
    if start < 2 or label.partner or not _indefinite(sentence, start, label):
        return None
    at = start - 1 - (low[start - 1] in ("of", "for"))
    family = lexicon.lists["wishing-for"] if low[at + 1] == "for" else wishing
    passive = sentence.tag[at] == "VBN" and low[at - 1] in ("is", "are", "was", "were")
    if low[at] in family and not passive and (low[at + 1] != "of" or sentence.tag[at].startswith("N")):
        return Event("proposed", at, rule, True)
    if low[start - 1] == ",":
        for index in range(start - 2, max(-1, start - 10), -1):
            if sentence.tag[index] in _FINITE or low[index] == ";":
                return None
            if low[index] in wishing and sentence.tag[index].startswith("N"):
                return Event("proposed", index, rule, True)
    return None


def _indefinite(sentence: Sentence, start: int, label: Label) -> bool:
    """ "A strategic partnership", "strategic partnership": one that is not there yet; not "its", "the", "a deeper"."""
    if "JJR" in sentence.tag[start : label.first]:
        return False
    return not {"the", "this", "that", "its", "their", "our", "existing"}.intersection(
        sentence.low[start : label.first]
    )


def conferred(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "Conferred on their ties the character of a ...", "declared their relations a ...", "... themselves bound by a"."""
    low = sentence.low
    start = noun_phrase_start(sentence, label.first)
    if start < 2:
        return None
    level = low[start - 1] == "of" and low[start - 2] in LEVEL
    if level:
        start -= 2
    while start > 1 and low[start - 1] in (
        "by",
        "to",
        "be",
        "as",
        "bound",
        "linked",
        "united",
        "joined",
        "the",
        *QUOTES,
    ):
        start -= 1
    family = lexicon.lists["conferring"] if level else lexicon.lists["declaring"]
    verb = next((i for i in range(start - 1, max(-1, start - 1 - REACH), -1) if low[i] in family), None)
    if verb is None or any(
        sentence.tag[i] in _FINITE or low[i] in (";", ":", "and") for i in range(verb + 1, start - 3)
    ):
        return None
    told = low[verb + 1 : start]
    if not any(word in _RELATIONS or word in THEMSELVES for word in told):
        return None
    words = before_verb(sentence, verb)
    rule = lexicon.event_rules["establish"]
    deciding = nearest(words, lexicon.lists["deciding"])
    wish = nearest(words, lexicon.lists["proposing"])
    if wish and not (deciding and deciding < wish) and wish < 5:
        return Event("proposed", verb, rule, True)
    if nearest(words, lexicon.lists["planning"]) and sentence.tag[verb] not in ("VBD",):
        return Event("agreed", verb, rule, True)
    return Event("established", verb, rule, True, fresh(words, lexicon))


def clause_behind(sentence: Sentence, label: Label, lexicon: Lexicon) -> Event | None:
    """ "..., to which they agreed in May", "... they promised each other in 2022", "... that has guided us since 2010"."""
    clause = _clause_behind(sentence, label)
    if clause is None:
        return None
    verb, end = clause
    low, tag = sentence.low, sentence.tag
    main = next((i for i in range(verb, end) if tag[i].startswith("VB") and low[i] not in _HELPERS), verb)
    rule = lexicon.event_rules["establish"]
    since = next((i for i in range(main, end - 1) if low[i] == "since" and YEAR.fullmatch(low[i + 1])), None)
    if since is not None and low[verb] in ("has", "have"):
        return Event("established", since, rule, True)
    if low[main] in ("dates", "dated", "goes", "go") and any(YEAR.fullmatch(word) for word in low[main:end]):
        return Event("established", main, rule, True)
    to = next((i for i in range(main + 1, min(main + 4, end)) if low[i] == "to" and tag[i + 1] == "VB"), None)
    aim = low[to + 1] if to is not None else ""
    begun = aim in lexicon.events["establish"] | lexicon.events["build"] | lexicon.events["upgrade"] | _HAVE
    if low[main] in lexicon.lists["deciding"] or low[main] in _PROMISED:
        return Event("agreed", main, rule, True) if begun or to is None else None
    if low[main] in lexicon.lists["wishing"]:
        return Event("proposed", main, rule, True) if begun or to is None else None
    if low[main] in lexicon.events["establish"] and tag[main] in ("VBD", "VBN"):
        return Event("established", main, rule, True)
    return None


_SIGNED = frozenset(("signed", "adopted", "concluded", "signing", "adoption"))
_BEGUN = frozenset(("launched", "opened", "began", "started"))
_HELPERS = frozenset(("has", "have", "had", "was", "were", "is", "are", "been", "did", "do", "be"))
_HAVE = frozenset(("have", "form", "create", "set", "begin"))
_PROMISED = frozenset(("promised", "vowed", "envisaged", "foresaw", "foreseen"))


def _clause_behind(sentence: Sentence, label: Label) -> tuple[int, int] | None:
    """The first verb of a relative clause on the label, and where the clause ends; None where none follows."""
    low, tag = sentence.low, sentence.tag
    at = label.last + 1
    while at < len(low) and (low[at] in QUOTES or low[at] == ","):
        at += 1
    at = _behind_parties(sentence, at)
    comma = any(word == "," for word in low[label.last + 1 : at])
    if low[at : at + 1] and low[at] in _PREPOSITIONS and low[at + 1 : at + 2] and low[at + 1] in _FOLLOWS:
        at += 1
    if at >= len(low) - 1:
        return None
    pronoun = low[at] in _FOLLOWS
    if not pronoun and (comma or tag[at] not in _OPENERS or (tag[at] == "NNP" and tag[at + 1] == "CC")):
        return None
    if not pronoun and _complement(sentence, label):
        return None
    for index in range(at + (1 if pronoun else 0), min(at + REACH, len(low))):
        if low[index] in (";", ":", ",", "."):
            return None
        if tag[index] in _FINITE:
            end = next((i for i in range(index, len(low)) if low[i] in (",", ";", ".")), len(low))
            return index, end
    return None


def _behind_parties(sentence: Sentence, at: int) -> int:
    """ "... with Cuba, | which dates from": the token behind the parties and the comma, if "which" stands there."""
    low = sentence.low
    if low[at : at + 1] and low[at] in ("with", "between"):
        which = next((i for i in range(at + 2, min(at + 7, len(low))) if low[i] == "which"), None)
        if which is not None and low[which - 1] == ",":
            return which
    return at


def _complement(sentence: Sentence, label: Label) -> bool:
    """Whether another clause may begin right after the label: "should they become strategic partners they will"."""
    return label.partner or sentence.low[max(0, label.first - 3) : label.first][-1:] == ["with"]

"""What an undertaking's words are compared by: weighted terms, proper names, ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.ledger.commitments.amounts import NUMBERS_IN_WORDS, TIME
from communique.ledger.commitments.dates import MONTHS
from communique.ledger.commitments.vocabulary import Vocabulary
from communique.ledger.lexicon import fold, words_in
from communique.ledger.lexicon.words import Word

DEED, NAME, FAMILY, NUMBERED, FIRST = 0.35, 1.5, 1.2, 0.8, 0.3
"""By how much a deed weighs less, a proper name more; the weight of a family's name, of an ordinal and of the first."""
PAPERS = frozenset(
    {
        "=agreement",
        "=free-trade",
        "=memorandum",
        "=declaration",
        "=protocol",
        "=roadmap",
        "=double-tax",
        "=investment-treaty",
        "=extradition-treaty",
        "=social-security",
        "=code-conduct",
    }
)
"""Terms of things that are negotiated and signed."""
TARGET = 0.8
"""The weight of a sum of trade, which is a target in whatever words."""
_TRADE_OF = re.compile(
    r"\b(?:trade|turnover|commerce)\b[^.;]{0,40}\b(?:billion|million|bn)\b|\b(?:billion|million|bn)\b[^.;]{0,40}\b(?:trade|turnover|commerce)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    word: at for at, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=1,
    )
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)\b|({'|'.join(_ORDINALS)})\b)"
    rf"(?!\s+(?:time|half|quarter|of\s+(?:{MONTHS})\b|-?\s*(?:largest|biggest|country|countries|party|parties)))",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(
    r"\b\w+(?:st|nd|rd|th|first|second|third)\s+(?:round|meeting|session|sitting|edition)s?\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Terms:
    """``weights`` of the terms in a piece of text, its rare proper ``names``, those of cities among
    them (``places``), and the first thing in it (``head``)."""

    weights: Mapping[str, float]
    names: frozenset[str] = frozenset()
    head: str | None = None
    places: frozenset[str] = frozenset()

    @property
    def substance(self) -> float:
        """How much the terms tell, deeds left out."""
        return sum(weight for term, weight in sorted(self.weights.items()) if term[0] not in "!-")


def terms_of(
    text: str, known: Vocabulary, leave_out: Iterable[str] = (), expand: Mapping[str, str] | None = None
) -> Terms:
    """The terms of ``text``. ``leave_out`` are stems that tell nothing here (the two sides' names); ``expand`` the full
    forms of the report's acronyms.
    """
    for short, full in (expand or {}).items():
        if short in text and full not in text:
            text = re.sub(rf"\b{re.escape(short)}\b", full, text)
    found = _Collected(known, frozenset(leave_out))
    words = words_in(text)
    at = 0
    while at < len(words):
        deciding = _government(words, at)
        if deciding:
            at += deciding
            continue
        groups, length = known.groups_at(words, at)
        groups = _named(groups, length, words, at, found)
        if groups and not (length == 1 and words[at].stem in found.skip):
            found.take_groups(groups, words[at : at + length])
        else:
            found.take_word(words[at])
        at += length
    if _TRADE_OF.search(text):
        found.weights["=target"] = max(found.weights.get("=target", 0.0), TARGET)
    ordinal = ordinal_of_thing(text)
    if ordinal:
        found.weights[f"^{ordinal}"] = NUMBERED if ordinal > 1 else FIRST
    return found.terms()


def _named(groups: tuple[str, ...], length: int, words: list[Word], at: int, found: _Collected) -> tuple[str, ...]:
    """Of the ``groups`` of the words at ``at`` those that are meant here."""
    known, low = found.known, _low(words[at])
    if length > 1 or not groups:
        return groups  # of a phrase all words are meant: "marine litter"
    if low in known.ungrouped or _is_verb(words, at):
        return ()
    if _begins_a_name(words, at, found) or (low in _STUDIES and _are_learning(words, at)):
        return ()
    if _to_do(words, at, known):
        return tuple(term for term in groups if term[0] == "!")
    if low in known.doings:
        return tuple(term for term in groups if term[0] not in "=#" and (term[0] == "!" or not low.endswith("ed")))
    return groups


_KINDS = frozenset(
    "bill act law code fund board authority centre center institute institution academy association enterprise plan policy strategy sector".split()
)
"""What a thing's official name ends in: "Petroleum Bill" is of petroleum."""


def _low(word: Word) -> str:
    """As it is written, in lower case."""
    return word.written.lower()


class _Collected:
    """The terms found so far."""

    def __init__(self, known: Vocabulary, skip: frozenset[str]) -> None:
        self.known, self.skip = known, skip
        self.weights: dict[str, float] = {}
        self.names: set[str] = set()
        self.places: set[str] = set()
        self.head: str | None = None

    def take_groups(self, groups: tuple[str, ...], words: list[Word]) -> None:
        weight = max(_plain_weight(word, self.known, self.skip) for word in words)
        for term in groups:
            self.weights[term] = max(self.weights.get(term, 0.0), _group_weight(term, weight, words, self.known))
        things = [term for term in groups if term[0] in "=#"]
        if not things and any(term[0] == "-" for term in groups):  # a member of a family counts by its own name too
            things = [words[0].stem]
            self.weights[words[0].stem] = weight
        self.head = self.head or (things[0] if things else None)

    def take_word(self, word: Word) -> None:
        weight = _plain_weight(word, self.known, self.skip)
        if not weight or word.number:
            return
        name = _is_name(word, self.known, self.skip)
        self.weights[word.stem] = weight * NAME if name else weight
        if name:
            self.names.add(word.stem)
            if fold(word.written) in self.known.seats:
                self.places.add(word.stem)
        elif self.head is None and weight >= 0.3:
            self.head = word.stem

    def terms(self) -> Terms:
        kept = {term: round(weight, 3) for term, weight in sorted(self.weights.items()) if weight > 0}
        return Terms(kept, frozenset(self.names), self.head, frozenset(self.places))


def _is_verb(words: list[Word], at: int) -> bool:
    """Whether "study" is what somebody will do, and no study."""
    before = words[at - 1].written if at else "to"
    return words[at].written == "study" and before in ("to", "will", "would", "should", "and")


_WILL = frozenset("will would shall should must may might can could cannot to".split())
_BETWEEN = frozenset("also now not then soon gladly henceforth jointly together continue both".split())
_ITS = frozenset("the a an its their his her our all some more another".split())
_NO_OBJECT = frozenset("and or in from by on at with for of".split())


def _to_do(words: list[Word], at: int, known: Vocabulary) -> bool:
    """Whether "ship" is what somebody will do ("will ship the first cement", "to also grant six places"), and no vessel."""
    if words[at].written not in known.verbs_too:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if at == 0:  # "ship the first cement" is what was asked
        return after is not None and (after.number or _low(after) in _ITS or _low(after) in NUMBERS_IN_WORDS)
    before = at - 1
    while before >= 0 and _low(words[before]) in _BETWEEN:
        before -= 1
    lead = _low(words[before]) if before >= 0 else ""
    return lead in _WILL and (
        lead != "to" or (after is not None and _low(after) not in _NO_OBJECT)
    )  # "from ship to ship"


_CABINETS = frozenset("Federal State National Privy Regency Executive".split())
_CABINETS_OF = frozenset("Ministers State Regents Elders Europe".split())


def _government(words: list[Word], at: int) -> int:
    """How many words are the name of a government or chamber that decides ("Council of State", "Federal Council"): it is
    nothing that two states set up, and tells nothing of what is decided.
    """
    written = [word.written for word in words[at : at + 3]]
    if written[:2] == ["Council", "of"] and written[2:] and written[2] in _CABINETS_OF:
        return 3
    return 2 if written[0] in _CABINETS and written[1:2] == ["Council"] else 0


_STUDIES = ("study", "studies")
_LEARNERS = re.compile(
    r"\b(?:students?|pupils?|scholars?|scholarships?|graduates?|universit(?:y|ies))\b", re.IGNORECASE
)


def _are_learning(words: list[Word], at: int) -> bool:
    """Whether "studies" are those of people who learn ("began their studies"), and none of what is to be built."""
    before = _low(words[at - 1]) if at else ""
    if before in ("his", "her", "their", "postgraduate", "university", "higher"):
        return True
    near = " ".join(word.written for word in words[max(0, at - 6) : at + 7])
    return _low(words[at]) == "studies" and _LEARNERS.search(near) is not None


def _begins_a_name(words: list[Word], at: int, found: _Collected) -> bool:
    """Whether "Ban" and "Port" are but the first word of a place's name ("Ban Nong", "Port Moresby")."""
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        at > 0
        and words[at].written[0].isupper()
        and words[at].written[1:].islower()
        and following is not None
        and not found.known.groups_at(words, at + 1)[0]
        and _low(following) not in _KINDS
        and _is_name(following, found.known, found.skip)
    )


def _plain_weight(word: Word, known: Vocabulary, skip: frozenset[str]) -> float:
    if word.stem in skip or word.stem in known.empty or (len(word.stem) < 2 and not word.number):
        return 0.0
    weight = known.lexicon.weight(word)
    if weight and word.written.endswith("ly") and word.written.islower():
        return 0.2
    return weight


def _group_weight(term: str, weight: float, words: list[Word], known: Vocabulary) -> float:
    if term[0] in "+-":
        return FAMILY
    own = max(weight, *(known.lexicon.weight(word) for word in words))
    return max(own, 0.5) * DEED if term[0] == "!" else max(own, 0.5 + 0.25 * (len(words) > 1))


def _is_name(word: Word, known: Vocabulary, skip: frozenset[str]) -> bool:
    """Written as a name, and no common word of the genre written large."""
    return (
        word.written[0].isupper()
        and word.stem not in skip
        and word.stem not in known.title_words
        and known.lexicon.weight(word) >= 0.95
    )


def ordinal_in(text: str) -> int | None:
    """The first ordinal that counts things ("the third railway"), none that counts times, halves or days."""
    for match in _ORDINAL.finditer(text):
        after = text[match.end() : match.end() + 12].lower().split()
        if after and after[0].strip(".,") in TIME:
            continue
        return int(match[1]) if match[1] else _ORDINALS[match[2].lower()]
    return None


def ordinal_of_thing(text: str) -> int | None:
    """The same where it numbers what is to be done itself, not the rounds of talking about it."""
    return None if _OF_TALKS.search(text) else ordinal_in(text)

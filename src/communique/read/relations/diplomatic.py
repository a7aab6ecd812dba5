"""Diplomatic relations: that two sides took them up, and when ("the establishment of ties 41 years ago")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.read.references.sentence import Sentence
    from communique.read.relations.lexicon import Lexicon

_NOUNS = frozenset(("relations", "ties", "relationship", "links"))
_TAKE_UP = frozenset(
    "establish established establishing establishes establishment enter entered entering opened opening set"
    " setting forge forged initiated".split()
)
_BROKEN = frozenset(
    "sever severed severing cut break broke broken resume resumed"
    " restore restored suspend suspended downgrade downgraded".split()
)
_PLAIN = frozenset("of the our their bilateral official formal establishment establishing - – and between".split())
_MARKING = frozenset("mark marks marking marked celebrate celebrates celebrating celebrated commemorate".split())
_SINCE = re.compile(
    r"\b(?:\d+|\w+)\s+(?:years?|decades)\s+(?:of|since|ago)\b|\banniversary\b|\bcentury\s+(?:of|since|ago)\b|\bjubilee\b|\bcentenary\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_STATES = frozenset("countries states nations sides governments republics parties peoples".split())
_TAKEN_UP = frozenset(("established", "forged", "opened", "initiated", "formalised", "formalized"))
_BEGAN = frozenset(("began", "begun", "started", "date", "dates", "dating"))
_HELD = frozenset("maintain maintains maintained have has had enjoy enjoyed enjoys existed exist".split())
"""What two sides do with ties "since 1973"."""


@dataclass(slots=True)
class Ties:
    """Tokens ``first`` to ``last`` are the words of the tie; ``event`` what is told; ``at``: the word that tells it."""

    first: int
    last: int
    event: str
    at: int
    dated: bool


def diplomatic(sentence: Sentence, text: str, lexicon: Lexicon) -> list[Ties]:
    """The places of a sentence (``text`` its words) that tell of diplomatic relations being taken up."""
    low = sentence.low
    aged = bool(_SINCE.search(text))
    found = []
    for index, word in enumerate(low):
        if word not in _NOUNS:
            continue
        full = index > 0 and low[index - 1] == "diplomatic"
        first = index - 1 if full else index
        ties = _told(sentence, first, index, full, aged, lexicon)
        if ties is not None:
            found.append(ties)
    return found


def _told(sentence: Sentence, first: int, last: int, full: bool, aged: bool, lexicon: Lexicon) -> Ties | None:
    low = sentence.low
    before = low[max(0, first - 7) : first]
    if _BROKEN.intersection(before[-3:]):
        return None
    verb = next((i for i in range(first - 1, max(-1, first - 8), -1) if low[i] in _TAKE_UP), None)
    after = next((i for i in range(last + 1, min(last + 8, len(low))) if low[i] in _TAKEN_UP), None)
    if verb is not None and not _interrupted(sentence, verb, first):
        if not full and not aged:
            return None
        return Ties(first, last, _modality(low, verb, aged, lexicon), verb, aged)
    if after is not None and any(low[i] in ("were", "was", "been", "are") for i in range(last + 1, after)):
        plain = full or aged or _of_two_sides(sentence, first, last, after)
        return Ties(first, last, "established", after, aged) if plain else None
    began = _began(sentence, last) if full else None
    if began is not None:
        return Ties(first, last, "established", began, aged)
    since = _since(sentence, first, last) if full else None
    if since is not None:
        return Ties(first, last, "established", since, False)
    if aged and _anniversary(sentence, first, last, full):
        return Ties(first, last, "established", first, True)
    return None


def _of_two_sides(sentence: Sentence, first: int, last: int, verb: int) -> bool:
    """ "Bilateral relations, which were established in 1967", "relations between the two countries were ... on 6 March 1957":
    those of two states, with a year; not "trade relations", nor those with a university that was established then.
    """
    low, tag = sentence.low, sentence.tag
    if first > 0 and tag[first - 1] in ("NN", "NNS") and low[first - 1] not in ("state",):
        return False
    if any(tag[i] in ("NN", "NNS") and low[i] not in _STATES for i in range(last + 1, verb)):
        return False
    opened = first > 0 and tag[first - 1] == "JJ" and low[first - 1] not in _PLAIN and not sentence.capital(first - 1)
    year = any(_YEAR.fullmatch(word) for word in low[verb + 1 : verb + 6])
    return year and not opened


def _began(sentence: Sentence, last: int) -> int | None:
    """ "Diplomatic relations | began in 1973", "date back to 1973"."""
    low, tag = sentence.low, sentence.tag
    after = range(last + 1, min(last + 9, len(low)))
    at = next(
        (
            i
            for i in after
            if low[i : i + 2] == ["date", "back"] or (tag[i][0] == "V" and low[i] not in ("had", "have"))
        ),
        None,
    )
    return at if at is not None and low[at] in _BEGAN else None


def _since(sentence: Sentence, first: int, last: int) -> int | None:
    """ "Have maintained diplomatic relations | since 1973": where "since" stands, with a date right behind."""
    low = sentence.low
    at = next((i for i in range(last + 1, min(last + 7, len(low) - 1)) if low[i] == "since"), None)
    verb = next((i for i in range(first - 1, max(-1, first - 6), -1) if sentence.tag[i][0] == "V"), None)
    if at is None or verb is None or low[verb] not in _HELD or {",", ";"}.intersection(low[last + 1 : at]):
        return None
    return None if {"no", "not", "never", "n't"}.intersection(low[max(0, verb - 2) : first]) else at


def _interrupted(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether something else comes between the verb and the ties: "established a committee on ties"."""
    return any(
        sentence.tag[i] in ("NN", "NNS", "VBD", "VBZ", "IN")
        and sentence.low[i] not in ("of", "into", "up", "the", "full", "formal", "with")
        for i in range(verb + 1, first)
    )


def _modality(low: list[str], verb: int, aged: bool, lexicon: Lexicon) -> str:
    """Done, or only decided on or wished for; what is years ago was done."""
    before = low[max(0, verb - 5) : verb]
    if aged or low[verb] in ("established", "entered", "forged", "opened"):
        return "established"
    if lexicon.lists["deciding"].intersection(before):
        return "agreed"
    return "proposed" if lexicon.lists["proposing"].intersection(before) else "established"


def _anniversary(sentence: Sentence, first: int, last: int, full: bool) -> bool:
    """ "The 50th anniversary of relations", "60 years of ties", "ties, now in their 40th anniversary year"."""
    low = sentence.low
    start = max(0, first - 10)
    before, after = low[start:first], low[last + 1 : last + 11]
    for word, follows in (
        ("anniversary", ("of",)),
        ("years", ("of", "since")),
        ("century", ("of",)),
        ("jubilee", ("of",)),
        ("centenary", ("of",)),
    ):
        if word in before:
            at = start + len(before) - 1 - before[::-1].index(word)
            if at + 1 < first and low[at + 1] in follows:
                return full or all(_of_ties(sentence, i) for i in range(at + 2, first))
    return "anniversary" in after and not _MARKING.isdisjoint(after)


def _of_ties(sentence: Sentence, index: int) -> bool:
    """Whether the word only says whose ties or how they began."""
    return sentence.low[index] in _PLAIN or sentence.tag[index] in ("NNP", "POS", "HYPH") or sentence.capital(index)

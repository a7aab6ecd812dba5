"""A statement's quote taken apart into what may be separate matters: its items, or its coordinated clauses."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.knowledge.codebook import Codebook
from communique.ledger.lexicon import lexicon, terms
from communique.records import Evidence, Statement

Span = tuple[int, int]

_JOINT = re.compile(r"(?:;\s*(?:and\s+|but\s+)?|,?\s+(?:and|but|as well as)\s+|,\s+)(?=[\w$€£¥])")
_NEXT = re.compile(r"(?:(?:also|further|firmly|strongly|fully|\w+ly)\s+)?(\w+)")
_AND = re.compile(r"\b(?:and|but|as well as)\b|;")
_THAT = re.compile(r"that (?!of\b|in\b|for\b|which\b)", re.IGNORECASE)
"""A second clause of one verb; the first one's "that" may stand before the quote."""
_AGAIN = re.compile(r"(?:to|(?:in|on|by|for|of) \w+ing)\b", re.IGNORECASE)
"""What, said again after "and", begins another thing of the same kind ("to X and to Y", "in doing X and in doing Y")."""
_ANOTHER_FOR = re.compile(r"(for|on) (?:the|its|his|her|their|our|[A-Z]\w+['’]s?)\b")
"""The same after a comma and "and": "thanked them for X, and for the Y"."""
_SUM = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥]|[A-Z]{2,4}h?)\s?\d[\d.,]*\s+(?:million|billion|trillion)?\s*(?:for|to|towards?|in) "
)
"""A sum and what it is for; a second one after "and" is another matter."""
_BACK = re.compile(r"\w+ (?:the same|so|it|them|this|likewise)\b(?! \w+s\b)", re.IGNORECASE)
"""A second verb that only points back: "supports the plan and expects the same"."""
_SUBJECT = 5
"""A subject before an aside has so many words at most."""
_SUBJECTS = re.compile(r"(?:he|she|it|they|we|both|the latter|the former|the two|the other) \w", re.IGNORECASE)
"""A new subject after a comma and "and"."""
_MODALS = frozenset("will would shall should must is are has have was were".split())
MIN_WEIGHT = 0.3
"""What the words of a part must tell at least; a lesser one stays with the part before it."""


def parts(statement: Statement) -> list[Evidence]:
    """The parts of a statement that may be separate matters, in the order of the text; at least one.

    The first part begins where the quote begins, so that it has the subject.
    """
    found: list[Evidence] = []
    for evidence in statement.evidence:
        spans = [
            cut
            for start, end in _items(evidence.quote, statement.items)
            for cut in _clauses(evidence.quote, start, end)
        ]
        found += [
            Evidence(start=evidence.start + start, end=evidence.start + end, quote=evidence.quote[start:end])
            for start, end in spans
        ]
    return found


def _items(quote: str, items: tuple[str, ...]) -> list[Span]:
    """Where the items stand in the quote, each to the beginning of the next; the whole where there are no two."""
    starts: list[Span] = []
    at = 0
    for item in items:
        place = quote.find(item, at)
        if place >= 0:
            starts.append((place, place + len(item)))
            at = place + len(item)
    if len(starts) < 2:
        return [(0, len(quote))]
    starts[0] = (0, starts[0][1])
    starts[-1] = (starts[-1][0], len(quote))
    return starts


def _clauses(quote: str, start: int, end: int) -> list[Span]:
    """The span cut where a coordinated clause or phrase begins."""
    cuts: list[Span] = []
    begin = start
    for joint in _JOINT.finditer(quote, start, end):
        before, after = quote[begin : joint.start()], quote[joint.end() : end]
        if _begins_another(before, joint.group(), after) and _tells(before) and _tells(after):
            cuts.append((begin, joint.start()))
            begin = joint.end()
    return [*cuts, (begin, end)]


def _begins_another(before: str, joint: str, after: str) -> bool:
    """Whether what follows a comma, semicolon or "and" is a clause or phrase beside the one before it."""
    if joint[0] == "," and _AND.search(joint) and _SUM.match(after):
        return re.search(r"\d", before) is not None
    following = _NEXT.match(after)
    if following is None or _BACK.match(after) or (not _AND.search(joint) and _closes_aside(before)):
        return False
    word = following.group(1).lower()
    if word in _verbs_in_s():
        return True
    if not _AND.search(joint):
        return False
    if word in _MODALS or _THAT.match(after) or (joint[0] in ",;" and _SUBJECTS.match(after)):
        return True
    again = _ANOTHER_FOR.match(after)
    if joint[0] == "," and again:
        return re.search(rf"\b{again[1]}\b", before) is not None
    return _AGAIN.match(after) is not None and re.search(rf"\b{word}\b", before, re.IGNORECASE) is not None


def _closes_aside(before: str) -> bool:
    """Whether a comma only closes what stands beside the subject: "Kenya, as a country at peace,| supports"."""
    subject, comma, _ = before.partition(",")
    words = [word.lower() for word in re.findall(r"[\w'’-]+", subject)]
    if not comma or len(words) > _SUBJECT or _MODALS.intersection(words):
        return False
    return not any(word in _verbs_in_s() or word in _verbs() or word.endswith("ed") for word in words)


def _tells(words: str) -> bool:
    return sum(terms(words).values()) >= MIN_WEIGHT


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """The codebook's verbs that make a statement."""
    book: Codebook = lexicon().codebook
    return frozenset(word for verb in book.section("verbs").values() for word in verb.words if word.isalpha())


@lru_cache(maxsize=1)
def _verbs_in_s() -> frozenset[str]:
    """Their forms after "Kenya": "supports", "opposes", "is"."""
    sibilant = ("s", "x", "z", "ch", "sh")
    forms = set()
    for word in _verbs():
        if word.endswith("y") and word[-2:-1] not in "aeiou":
            forms.add(word[:-1] + "ies")
        else:
            forms.add(word + ("es" if word.endswith(sibilant) else "s"))
    return frozenset(forms)

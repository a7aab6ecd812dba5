"""The parts of a statement that tell of one undertaking each, every one with its own words and offsets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.ledger.commitments.likeness import GOODS
from communique.ledger.commitments.vocabulary import Vocabulary
from communique.ledger.lexicon import words_in
from communique.records import Evidence, Statement


@dataclass(frozen=True)
class Part:
    """A piece of a statement: its evidence, and whether it is the other side's answer told in the same breath.

    ``of``: the words before it that it shares with the piece before ("flights" in "flights from A to B and from C to D");
    ``clause``: the whole of which it is a part, whose verb is also its own; ``beside``: the goods that stand beside it in
    a list and go their own ways.
    """

    evidence: Evidence
    due: str | None = None
    answer: bool = False
    of: str = ""
    clause: str = ""
    beside: str = ""


def parts_of(statement: Statement, known: Vocabulary) -> Iterator[Part]:
    """The items of a statement, further split where several things stand in one; of others the clauses."""
    whole = statement.evidence[0]
    if not statement.items:
        for start, end in _clauses(whole.quote):
            yield from _ways(_cut(whole, start, end), None, known)
        return
    at = 0
    for item, due in zip(statement.items, statement.due or (None,) * len(statement.items), strict=False):
        if _MEASURE.match(item):
            continue  # "a line, at 500 kilovolts"
        place = _find(statement.evidence, item, at)
        if place is None:
            yield Part(whole, due)
            continue
        span, at = place
        if _A_MATTER.match(item):
            yield Part(span, due, answer=True)
            continue
        span = _with_its_object(span, statement.evidence)
        yield from _split(span, due, known)
    yield from _answers_after(statement, known)


_A_MATTER = re.compile(
    r"an?\s+(?:matter|question|request|proposal|point|issue|suggestion|idea|invitation)\s+(?:that|which)\s+(?:the\s+)?(?:[\w.]+\s+){1,6}?"
    r"(?:will|would|agreed|promised|undertook|accepted|declined|is to|was to)\b",
    re.IGNORECASE,
)
"""The other side's word on the item before it: "a matter that X will examine"."""
_MEASURE = re.compile(r"(?:at|of|with|worth|by|over|under|within|about)\s+(?:\w+\s+)?\d", re.IGNORECASE)
"""What begins like this tells how much of the item before it, and is none itself."""


def _find(evidence: tuple[Evidence, ...], item: str, at: int) -> tuple[Evidence, int] | None:
    for span in evidence:
        for start in (at, 0):
            found = span.quote.find(item, start)
            if found >= 0:
                return _cut(span, found, found + len(item)), found + len(item)
    return None


def _with_its_object(item: Evidence, evidence: tuple[Evidence, ...]) -> Evidence:
    """ "Opened soon" with its object, where "called for the market to be opened soon" stands."""
    for span in evidence:
        if span.start < item.start and item.end <= span.end:
            asked = _ASKED_FOR.search(span.quote[: item.start - span.start])
            return _cut(span, asked.start("thing"), item.end - span.start) if asked else item
    return item


_ASKED_FOR = re.compile(r"\b(?:call|ask|press|appeal)(?:s|es|ed|ing)?\s+for\s+(?P<thing>[^,;.]{3,90}?)\s+to\s+be\s+$")


def _cut(span: Evidence, start: int, end: int) -> Evidence:
    quote = span.quote[start:end]
    lead = len(quote) - len(quote.lstrip(" ,;"))
    quote = quote.strip(" ,;") or span.quote
    first = span.start + start + lead if quote != span.quote else span.start
    return Evidence(start=first, end=first + len(quote), quote=quote)


def _split(span: Evidence, due: str | None, known: Vocabulary) -> Iterator[Part]:
    """An item, cut before each further deed in a list and before the other side's answer."""
    answer = _answer(known).search(span.quote)
    end = answer.start() if answer else len(span.quote)
    further = (found.end() for found in _further(known).finditer(span.quote))
    cuts = [0, *(at for at in further if 12 <= at < end - 8 and not _MEASURE.match(span.quote, at)), end]
    only = len(cuts) == 2
    for start, stop in itertools.pairwise(cuts):
        if stop > start:
            tail = _JOINT.search(span.quote, start, stop)
            aside = _ASIDE.search(span.quote, start + 12, stop)
            end_of = aside.start() if aside else tail.start() if tail else stop
            yield from _ways(_cut(span, start, end_of), due if only else None, known)
    if answer:
        yield Part(_cut(span, answer.start(), len(span.quote)), answer=True)


_WAYS = re.compile(
    r"\b(?P<one>from|between)\s+[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*\s+(?:to|and)\s+[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*(?P<joint>,?\s+and\s+)(?P<two>(?P=one)\s+[A-ZÀ-Þ])"
)


def _ways(span: Evidence, due: str | None, known: Vocabulary) -> Iterator[Part]:
    """ "Flights from A to B and from C to D" are two things; the second shares the words before the first."""
    found = _WAYS.search(span.quote)
    if not found:
        yield from _goods(span, due, known)
        return
    yield Part(_cut(span, 0, found.start("joint")), due, clause=span.quote)
    yield Part(
        _cut(span, found.start("two"), len(span.quote)), due, of=span.quote[: found.start("one")], clause=span.quote
    )


_LISTED = re.compile(r"\b[\w-]+(?:,\s+[\w-]+){0,3},?\s+and\s+[\w-]+\b")
_EACH = re.compile(r"[\w-]+")
_LET_IN = re.compile(
    r"\b(?:market|access|imports?|importing|exports?|exporting|quota|ban|bans|restrictions?|embargo|dut(?:y|ies)|tariffs?|quarantine|pest|sanitary|phytosanitary|veterinary|approv\w+)\b",
    re.IGNORECASE,
)


def _goods(span: Evidence, due: str | None, known: Vocabulary) -> Iterator[Part]:
    """Each product that is to be let in goes its own way: "access to the market for cherries and avocados"."""
    quote = span.quote
    found = _LISTED.search(quote) if _LET_IN.search(quote) else None
    goods = (
        [(m.start(), m.end()) for m in _EACH.finditer(quote, found.start(), found.end()) if m[0] != "and"]
        if found
        else []
    )
    if len(goods) < 2 or not all(_is_product(quote[start:end], known) for start, end in goods):
        yield Part(span, due)
        return
    first, last = goods[0], goods[-1]
    for start, end in goods:
        stop = len(quote) if (start, end) == last else end
        begin, of = (0, "") if (start, end) == first else (start, quote[: first[0]])
        beside = " ".join(quote[a:b] for a, b in goods if a != start)
        yield Part(_cut(span, begin, stop), due, of=of, clause=quote, beside=beside)


def _is_product(word: str, known: Vocabulary) -> bool:
    terms, _ = known.groups_at(words_in(word), 0) if words_in(word) else ((), 1)
    return GOODS in terms


def _answers_after(statement: Statement, known: Vocabulary) -> Iterator[Part]:
    """An answer that stands in the statement's words after its last item."""
    if statement.act not in ("request", "propose"):
        return
    whole = statement.evidence[0]
    last = max((whole.quote.find(item) + len(item) for item in statement.items if item in whole.quote), default=0)
    if any(_answer(known).search(item) for item in statement.items):
        return
    found = _answer(known).search(whole.quote, last)
    if found:
        yield Part(_cut(whole, found.start(), len(whole.quote)), answer=True)


_ASIDE = re.compile(r",\s+(?:and\s+)?(?:not\s+\d|as\s+(?:we|he|she|they|agreed|promised|had)\b)")
_JOINT = re.compile(r"[\s,;]*(?:\b(?:and|in|on|of)\b)?[\s,;]*(?:\b(?:to|in|on|of)\b)?\s*$")


@lru_cache(maxsize=8)
def _further(known: Vocabulary) -> re.Pattern[str]:
    """Where another deed begins: ", put", "and to lay", "and the removal of"; group 1 is its beginning."""
    verbs = "|".join(sorted((re.escape(verb) for verb in known.words("verbs")), key=lambda verb: (-len(verb), verb)))
    nouns = "|".join(sorted(re.escape(noun) for noun in known.words("nominal-deeds")))
    return re.compile(
        rf"(?:[,;]\s+(?:and\s+)?(?:to\s+)?|\band\s+(?:to\s+)?(?=(?:{verbs})\s+(?:the|a|an|its|their|all|more|\d)))"
        rf"(?=(?P<verb>(?:{verbs})\s+(?!of\b|and\b)\w))|\band\s+to\s+(?=(?P<to>\w+\s+\w))"
        rf"|\band\s+(?=(?P<noun>(?:the\s+|an?\s+)?(?:\w+\s+)?(?:{nouns})(?:,\s[^,;.]{{3,40}},)?\s+(?:of|for|in)\b))"
        rf"|,?\s+and\s+that\s+(?=(?P<that>\w))"
        rf"|,\s+(?:and\s+)?(?=(?P<sum>(?:up\s+to\s+)?(?:US\$|[A-Z][A-Za-z]{{0,3}}\s?|[€£¥$])\d))"
        rf"|\band\s+(?:of\s+|in\s+|on\s+)(?=(?P<doing>\w+ing\s+(?:the|a|an|its|their)\b))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _answer(known: Vocabulary) -> re.Pattern[str]:
    """Where the other side's answer begins: "and the latter accepted with pleasure", "which X agreed to examine"."""
    return re.compile(
        r",?\s*\b(?:(?:and|but|while)\s+the\s+(?:latter|guest|other side|visitor)\s+(?:\w+\s+)?(?:accepted|agreed|declined|promised|welcomed|responded)\b"
        r"|(?:to\s+)?which\s+(?:the\s+)?(?:[\w.]+\s+){1,6}?(?:accepted|agreed\s+to|consented|assented|acceded|promised\s+to|undertook|declined|rejected|refused|responded|replied|(?:stated|said)\s+that\s+\w+\s+had\s+no\s+objection|had\s+no\s+objection)\b"
        r"|an?\s+(?:invitation|request|proposal)\s+(?:that|which)\s+(?:the\s+)?(?:[\w.]+\s+){1,5}?(?:accepted|agreed|promised|declined|rejected)\b)",
        re.IGNORECASE,
    )


_CLAUSE = re.compile(
    r";\s+|,?\s+while\s+(?=\w)|,\s+but\s+|\band\s+that\s+|,\s+that\s+(?=(?:the|an?|its|their|[A-ZÀ-Þ]\w+|\d[\d,]*)\s)|\band\s+(?:also\s+)?for\s+(?=(?:the|an?|its|their|[A-ZÀ-Þ]\w+[’']s)\s)|,\s+and\s+(?=\w+\s+(?:had|has|have|would|will|is|are|was|were)\b)|\band\s+(?=(?:would|will)\s+\w)|,\s+(?=adding that)"
    r"|\band\s+(?:also\s+)?(?=(?:assessed|noted|expressed|described|welcomed|stressed|thanked|praised|called|recalled|reaffirmed|underlined|announced|confirmed)\s)"
)


def _clauses(quote: str) -> Iterator[tuple[int, int]]:
    """The clauses of a telling: what follows "while", "but", "and that" tells of something else."""
    at = 0
    for found in _CLAUSE.finditer(quote):
        if found.start() - at >= 15 and len(quote) - found.end() >= 15:
            yield at, found.start()
            at = found.end()
    yield at, len(quote)

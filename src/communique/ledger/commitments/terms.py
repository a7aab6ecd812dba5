"""What an undertaking's words are compared by: weighted terms, proper names, amounts, ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.ledger.commitments.vocabulary import Vocabulary
from communique.ledger.lexicon import words_in
from communique.ledger.lexicon.words import Word

DEED, NAME, FAMILY, NUMBERED, FIRST = 0.35, 1.5, 1.2, 0.8, 0.3
"""By how much a deed weighs less, a proper name more; the weight of a family's name, of an ordinal and of the first."""
_ORDINALS = {
    word: at for at, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=1,
    )
}  # fmt: skip
_ORDINAL = re.compile(r"\b(?:(\d{1,3})(?:st|nd|rd|th)\b|(" + "|".join(_ORDINALS) + r")\b)(?!\s+(?:time|half|quarter|of\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|-?\s*(?:largest|biggest|country|countries|party|parties)))", re.IGNORECASE)  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<sign>US\$|USD|EUR|€|\$|£|GBP|JPY|¥|RMB|CNY|INR|Rs\.?)?\s?(?P<figure>\d+(?:[.,]\d+)*)[\s-]?"
    r"(?P<scale>million|billion|trillion|thousand|bn|mn|m|crore|lakh)?\b\s?(?P<unit>per\s?cent|percent|%|[A-Za-z]+(?:[- ][A-Za-z]+){0,2})?"
)
_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "thousand": 1e3, "crore": 1e7, "lakh": 1e5}  # fmt: skip
_MONEY = {"us$": "usd", "usd": "usd", "$": "usd", "dollar": "usd", "€": "eur", "eur": "eur", "euro": "eur", "£": "gbp", "gbp": "gbp", "pound": "gbp",
          "jpy": "jpy", "¥": "jpy", "yen": "jpy", "rmb": "cny", "cny": "cny", "yuan": "cny", "inr": "inr", "rs": "inr", "rs.": "inr", "rupee": "inr"}  # fmt: skip
_TIME = frozenset(
    "january february march april may june july august september october november december year month week day quarter".split()
)


@dataclass(frozen=True)
class Terms:
    """``weights`` of the terms in a piece of text, its rare proper ``names``, and the first thing in it (``head``)."""

    weights: Mapping[str, float]
    names: frozenset[str] = frozenset()
    head: str | None = None

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
    words = words_in(text)
    out: dict[str, float] = {}
    names: set[str] = set()
    head: str | None = None
    skip = frozenset(leave_out)
    at = 0
    while at < len(words):
        found, length = known.groups_at(words, at)
        weight = max(_plain_weight(word, known, skip) for word in words[at : at + length])
        if words[at].written == "study" and (
            at == 0 or words[at - 1].written in ("to", "will", "would", "should", "and")
        ):
            found = ()  # the verb, no study
        if found and not (length == 1 and words[at].stem in skip):
            for term in found:
                out[term] = max(out.get(term, 0.0), _group_weight(term, weight, words[at : at + length], known))
            kept = [term for term in found if term[0] in "=#"]
            head = head or (kept[0] if kept else None)
            members = [term for term in found if term[0] == "-"]
            if members and not kept:
                out[words[at].stem] = weight
                head = head or words[at].stem
        elif weight > 0 and not words[at].number:
            name = _is_name(words[at], known, skip)
            out[words[at].stem] = round(weight * NAME if name else weight, 3)
            if name:
                names.add(words[at].stem)
            elif head is None and weight >= 0.3:
                head = words[at].stem
        at += length
    ordinal = ordinal_in(text)
    if ordinal:
        out[f"^{ordinal}"] = NUMBERED if ordinal > 1 else FIRST
    return Terms({term: round(weight, 3) for term, weight in sorted(out.items()) if weight > 0}, frozenset(names), head)


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
    return max(own, 0.5) * DEED if term[0] == "!" else max(own, 0.5 + 0.15 * (len(words) > 1))


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
        if after and after[0].strip(".,") in _TIME:
            continue
        return int(match[1]) if match[1] else _ORDINALS[match[2].lower()]
    return None


def amounts_in(text: str) -> tuple[tuple[str, float], ...]:
    """The amounts in ``text`` by their unit: ("usd", 3e8), ("bed", 200). Years, dates and ordinals are none."""
    out: dict[str, float] = {}
    for match in _AMOUNT.finditer(text):
        unit, sign, scale = (match[name] or "" for name in ("unit", "sign", "scale"))
        figure = float(match["figure"].replace(",", "")) if match["figure"].count(".") < 2 else 0.0
        first = [word for word in re.split(r"[\s-]+", unit.lower()) if word]
        if (
            not sign
            and not scale
            and (1900 <= figure <= 2100 or not first or first[0] in _TIME or first[0] in ("st", "nd", "rd", "th"))
        ) and not (first and first[0].rstrip("s") in ("day", "month", "week") and figure > 12):
            continue
        name = _MONEY.get(sign.lower()) or next((_MONEY[w.rstrip("s")] for w in first if w.rstrip("s") in _MONEY), None)
        if name is None:
            stems = [word.stem for word in words_in(unit) if len(word.written) > 3 or unit.startswith("per")]
            name = stems[-1] if stems else "units"
        out.setdefault(name, figure * _SCALES.get(scale.lower(), 1.0))
    return tuple(sorted(out.items()))

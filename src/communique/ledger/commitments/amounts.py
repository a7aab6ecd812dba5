"""Amounts in an undertaking's words: sums of money and numbers of things, by their unit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.ledger.lexicon import words_in
from communique.ledger.lexicon.words import stem_of

_AMOUNT = re.compile(
    r"(?P<sign>US\$|Rs\.?|\b[A-Z]{2,3}s?h?\b|\b[A-Z]{0,2}Sh(?=\d)|[€$£¥])?\s?(?P<figure>\d+(?:[.,]\d+)*)[\s-]?"
    r"(?P<scale>million|billion|trillion|thousand|bn|mn|m|crore|lakh)?\b\s?(?P<unit>per\s?cent|percent|%|[A-Za-z]+(?:[- ][A-Za-z]+){0,2})?"
)
_AFTER = re.compile(
    r"(?:^|\s)(?:an?|the|every|each|per|that|this|which|annually|yearly|monthly|daily|over|from|with|will|would|have|were|had|being|of|for|to|in|into|on|at|by|and|but|or|are|is|was|as|under|has|had|who|promised|next|last|more|not|so|still|now|already|between|among|during|after|before|since|until|when|while|where|can|could|may|should|shall|took|take|went|left|came|began|started|arrived|received|returned|flew|attended|completed|remain|remained)\b"
)
"""What follows a unit and is none: "300 scholarships every year"."""
_SCALES = {
    "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "thousand": 1e3, "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "eighty": 80,
}  # fmt: skip
_IN_WORDS = re.compile(rf"\b({'|'.join(_NUMBERS)})\s+(?=(?:million|billion|trillion)\b)", re.IGNORECASE)
"""Five billion is as much as 5 billion."""
_TEENS = {
    word: 11 + at
    for at, word in enumerate(
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNITS = "one two three four five six seven eight nine".split()
NUMBERS_IN_WORDS = {**_NUMBERS, **_TEENS}
"""The numbers that are written in one word."""
_COUNTED = re.compile(
    rf"(?<!hundred )(?<!hundred and )(?<!thousand )(?<!thousand and )\b(?P<tens>{'|'.join(_TEENS)})(?:-(?P<ones>{'|'.join(_UNITS)}))?\s+(?=[a-z])",
    re.IGNORECASE,
)
"""Forty-five students are 45 students; what is counted on two hands tells nothing."""
_MONEY = {
    "us$": "usd", "usd": "usd", "$": "usd", "dollar": "usd", "€": "eur", "eur": "eur", "euro": "eur", "£": "gbp", "gbp": "gbp",
    "pound": "gbp", "jpy": "jpy", "¥": "jpy", "yen": "jpy", "rmb": "cny", "cny": "cny", "yuan": "cny", "inr": "inr", "rs": "inr",
    "rs.": "inr", "rupee": "inr", "sek": "sek", "kronor": "sek", "krona": "sek", "nok": "nok", "dkk": "dkk", "chf": "chf", "franc": "franc", "ringgit": "myr",
    "baht": "thb", "dong": "vnd", "won": "krw", "rupiah": "idr", "peso": "peso", "rand": "zar", "shilling": "shilling", "naira": "ngn", "cedi": "ghs",
    "birr": "etb", "dirham": "aed", "riyal": "riyal", "rial": "rial", "dinar": "dinar", "tenge": "kzt", "lari": "gel", "forint": "huf", "zloty": "pln",
    "taka": "bdt", "bdt": "bdt", "rouble": "rub", "ruble": "rub", "hryvnia": "uah", "real": "brl", "reais": "brl", "kwanza": "aoa", "kina": "pgk",
}  # fmt: skip
TIME = frozenset(
    "january february march april may june july august september october november december year month week day quarter".split()
)
"""Words after a figure that make it a date."""


LARGE = 1e6
"""A sum of money of so much or more tells one undertaking from others."""
_CURRENCIES = frozenset(_MONEY.values())
FEW = 11
"""So many things, or more, tell one undertaking from others."""
_MEASURES = frozenset({"units"}) | frozenset(
    stem_of(unit)
    for unit in "units percent per cent day days week weeks month months hour hours minute year years kilometer kilometre km meter metre mile point "
    "degree member page article part million billion time times delegate participant minister state countries country round".split()
)
"""What many things are measured by, in like numbers."""


def counts(amounts: Iterable[tuple[str, float]]) -> frozenset[str]:
    """The numbers of things among amounts, as terms by which threads are found: "$place:3600"."""
    return frozenset(
        f"${unit}:{amount:.0f}"
        for unit, amount in amounts
        if unit not in _CURRENCIES and unit not in _MEASURES and amount >= FEW
    )


def sums(amounts: Iterable[tuple[str, float]]) -> frozenset[str]:
    """The large sums of money among amounts, as terms by which threads are found: "$usd:75000000"."""
    return frozenset(f"${unit}:{amount:.0f}" for unit, amount in amounts if unit in _CURRENCIES and amount >= LARGE)


def amounts_in(text: str) -> tuple[tuple[str, float], ...]:
    """The amounts in ``text`` by their unit: ("usd", 3e8), ("bed", 200). Years, dates and ordinals are none."""
    out: dict[str, float] = {}
    text = _COUNTED.sub(_in_figures, text)
    text = _IN_WORDS.sub(lambda found: f"{_NUMBERS[found[1].lower()]} ", text)
    for match in _AMOUNT.finditer(text):
        unit, sign, scale = (match[name] or "" for name in ("unit", "sign", "scale"))
        figure = float(match["figure"].replace(",", "")) if match["figure"].count(".") < 2 else 0.0
        first = [word for word in re.split(r"[\s-]+", unit.lower()) if word]
        if not sign and not scale and _no_amount(figure, first):
            continue
        name = (
            _MONEY.get(sign.lower())
            or sign.lower()
            or next((_MONEY[w.rstrip("s")] for w in first if w.rstrip("s") in _MONEY), None)
        )
        if name is None:
            unit = _AFTER.split(unit)[0]
            stems = [word.stem for word in words_in(unit) if len(word.written) > 3 or unit.startswith("per")]
            name = stems[-1] if stems else "units"
        out.setdefault(name, figure * _SCALES.get(scale.lower(), 1.0))
    return tuple(sorted(out.items()))


def _in_figures(found: re.Match[str]) -> str:
    ones = _UNITS.index(found["ones"].lower()) + 1 if found["ones"] else 0
    return f"{_TEENS[found['tens'].lower()] + ones} "


def _no_amount(figure: float, words: list[str]) -> bool:
    """Whether a bare figure is a year, a date or an ordinal; "120 days" is none of them."""
    if words and words[0].rstrip("s") in ("day", "month", "week"):
        return figure <= 12
    return 1900 <= figure <= 2100 or not words or words[0] in TIME or words[0] in ("st", "nd", "rd", "th")

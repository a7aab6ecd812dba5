"""The closed vocabulary of date expressions, and the pieces of pattern made from it."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
"""First and last month, as the northern outlets that write of seasons mean them."""

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_ONES, start=1)}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
NUMBERS |= {"a": 1, "an": 1, "hundred": 100, "half a century": 50, "a quarter of a century": 25, "a couple of": 2}

_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINAL_ONES, start=1)}
ORDINALS |= {word: 10 * number for number, word in enumerate(_ORDINAL_TENS, start=2)}
ORDINALS |= {"hundredth": 100, "centenary": 100}


def number_of(words: str) -> int | None:
    """ "32", "two", "twenty-one", "half a century" as a number."""
    words = " ".join(words.lower().split())
    if words.isascii() and words.isdigit():
        return int(words[:6])
    if words in NUMBERS:
        return NUMBERS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in NUMBERS and ones in NUMBERS:
        return NUMBERS[tens] + NUMBERS[ones]
    return None


def ordinal_of(words: str) -> int | None:
    """ "16th", "second", "twenty-first" as a number."""
    words = words.lower().strip()
    if words and words[0].isdigit():
        digits = words.rstrip("stndrh ")
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else None
    if words in ORDINALS:
        return ORDINALS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in NUMBERS and ones in ORDINALS:
        return NUMBERS[tens] + ORDINALS[ones]
    return None


M = (
    r"(?:jan(?:uary\b|\.|\b)|feb(?:ruary\b|\.|\b)|mar(?:ch\b|\.|\b)|apr(?:il\b|\.|\b)|may\b|june?\b\.?|july?\b\.?"
    r"|aug(?:ust\b|\.|\b)|sept?(?:ember\b|\.|\b)|oct(?:ober\b|\.|\b)|nov(?:ember\b|\.|\b)|dec(?:ember\b|\.|\b))"
)
D = r"(?:[0-3]?\d)(?:st|nd|rd|th)?(?![\d%])"
Y = r"(?:1[5-9]|20|21)\d\d(?!\d)"
WD = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
TO = r"\s*(?:-|–|—|−|\bto\b|\btill\b|\buntil\b|\bthrough\b)\s*(?:the\s+)?"
DAYS = rf"{D}(?:\s*(?:,|-|–|—|−|/|&|\bto\b|\btill\b|\buntil\b|\bthrough\b|\band\b|, and\b)\s*(?:the\s+)?{D})*"
NUM = (
    r"(?:\d{1,3}|half a century|a quarter of a century|a couple of|(?:" + "|".join(_TENS) + r")(?:[- ](?:"
    + "|".join(_ONES[:9]) + r"))?|" + "|".join(reversed(_ONES)) + r"|an?)"
)  # fmt: skip
ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:" + "|".join(_TENS) + r")[- ])?(?:" + "|".join(_ORDINAL_ONES) + r")|"
    + "|".join(_ORDINAL_TENS) + r"|hundredth)"
)  # fmt: skip
OF_YEAR = rf"(?:(?:,|\s+of|\s+in)?\s*(?P<%s>{Y}|(?:this|last|next|the same|the following|the previous)\s+year\b))"

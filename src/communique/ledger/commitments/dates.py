"""The date in an undertaking's own words: when it is to be, as an ISO prefix. Dates that are given up do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The months as a pattern has them, without brackets."""

_MONTHS = {name: at for at, name in enumerate(MONTHS.lower().split("|"), 1)}
_MONTHS |= {name[:3]: at for name, at in list(_MONTHS.items())} | {"sept": 9}
_M = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_PIECES = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}}|\s+(?:and|to)\s+\d{{1,2}})?\s+(?:of\s+)?(?P<m1>{_M})\b\.?(?:,?\s+(?P<y1>\d{{4}}|this year|next year))?"
    rf"|\b(?P<m2>{_M})\b\.?\s+(?P<d2>\d{{1,2}})\b(?!\d)(?:\s?[–-]\s?\d{{1,2}}|\s+(?:and|to)\s+\d{{1,2}})?(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|\b(?P<m3>{_M})\b\.?(?:\s+(?:of\s+)?(?P<y3>\d{{4}}|next year|this year))?"
    r"|\b(?P<rel>(?:this|next|the coming|the following)\s+(?P<unit>year|month|week|spring|summer|autumn|fall|winter)|the end of the year|within the year|before the year is out|by year[- ]end|the end of this month|tomorrow)\b"
    r"|\b(?P<y4>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)  # fmt: skip
_GIVEN_UP = re.compile(
    r"(?:originally|once|initially|earlier|previously|had been|has been|been)\s+(?:\w+\s+){0,3}$|(?:rather than|instead of|not|(?:could|did|was|were) not \w+ \w+ (?:for|in|on|at)|since|moved from|put off from|changed from|last|later than|until|expir\w+ (?:in|on))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:re-?schedul\w+|postpon\w+|delay\w+|deferr?\w*|adjourn\w+|mov(?:e|ed|ing)|slip(?:s|ped|ping)?|slid|(?:put|push\w*|set|held)\s+(?:[^,.;]{1,60}\s)?(?:off|back|over)|(?:brought|bring\w*)\s+forward)\b",
    re.IGNORECASE,
)
_WHICH_PART = r"(?:(?:the|early|late|mid|some\w*|end|middle|beginning|first|second|half|spring|summer|autumn|of|in|at|after)[\s-]+)"
_NEW_DAY = re.compile(rf"\b(?:until|till|to|for|by|now(?:\s+\w+){{0,3}})\s+{_WHICH_PART}{{0,4}}$", re.IGNORECASE)
_OLD_DAY = re.compile(
    r"\b(?:schedul\w+|planned|expected|foreseen|due|meant|intended|announced|fixed|set|was|were)\s+"
    rf"(?:(?:to|be|have|been|taken?|place|held|happened|begun|opened|signed|for|on)\s+|{_WHICH_PART}){{0,6}}$"
    rf"|\bfrom\s+{_WHICH_PART}{{0,3}}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d{4}\s?[–-]\s?\d{4}")


def due_in(text: str, told: str | None) -> str | None:
    """The date that ``text`` sets, seen from the report's date ``told``: the finest of those still to come. Where
    something is moved, the date that it is moved to."""
    plain = _RANGE.sub(lambda match: " " * len(match[0]), text)
    moved = _moved_to(plain, told)
    if moved is not None:
        return moved
    found = sorted(_dates(plain, told), key=lambda day: -len(day))
    return found[0] if found else None


def _moved_to(plain: str, told: str | None) -> str | None:
    """The last date told with "until", "to" or "for" after the word that something is moved, if there is one."""
    moved = _MOVED.search(plain)
    for match in reversed([*_PIECES.finditer(plain, moved.end())]) if moved else ():
        before = plain[moved.start() if moved else 0 : match.start()]
        day = _resolved(match, told)
        if day and _NEW_DAY.search(before) and not _OLD_DAY.search(before):
            return day
    return None


def _dates(plain: str, told: str | None) -> Iterator[str]:
    for match in _PIECES.finditer(plain):
        if (match["m3"] or "")[:3].lower() == "may" and not match["m3"][0].isupper():
            continue
        before = plain[max(0, match.start() - 40) : match.start()]
        if _GIVEN_UP.search(before) and not re.search(r"not later than\s+(?:the\s+)?$", before, re.IGNORECASE):
            continue
        day = _resolved(match, told)
        if day and (told is None or day[: len(told)] >= told[: len(day)]):
            yield day


def _resolved(match: re.Match[str], told: str | None) -> str | None:
    year = int(told[:4]) if told else None
    month = match["m1"] or match["m2"] or match["m3"]
    if month:
        number = _MONTHS[month.lower().rstrip(".")]
        given = match["y1"] or match["y2"] or match["y3"]
        if given and given.isdigit():
            year = int(given)
        elif year is None or told is None:
            return None
        elif (given and given.lower().startswith("next")) or (len(told) >= 7 and number < int(told[5:7]) and not given):
            year += 1
        day = match["d1"] or match["d2"]
        return f"{year:04}-{number:02}-{int(day):02}" if day and 0 < int(day) < 32 else f"{year:04}-{number:02}"
    if match["y4"]:
        return match["y4"]
    return _relative(match["rel"].lower(), (match["unit"] or "").lower(), told)


def _relative(words: str, unit: str, told: str | None) -> str | None:
    if told is None:
        return None
    year, month = int(told[:4]), int(told[5:7]) if len(told) >= 7 else None
    if unit == "month" and month:
        return f"{year + month // 12:04}-{month % 12 + 1:02}" if not words.startswith("this") else told[:7]
    if unit in ("week", "") and "year" not in words:
        return told[:7]
    return (
        str(year + 1)
        if words.startswith(("next", "the following", "the coming")) and unit in ("year", "spring", "summer")
        else str(year)
    )


def overlap(one: str | None, other: str | None) -> bool:
    """Whether two dates of any precision may be the same."""
    if one is None or other is None:
        return True
    width = min(len(one), len(other))
    return one[:width] == other[:width]


def later(one: str, other: str) -> bool:
    """Whether ``one`` is later than ``other``, as far as both are precise."""
    width = min(len(one), len(other))
    return one[:width] > other[:width]


_LAST = re.compile(rf"\b(?:last|this past)\s+(?P<what>{_M}|year|month)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?P<number>a|an|one|two|three|\d)\s+(?P<unit>year|month)s?\s+(?:ago|earlier)\b", re.IGNORECASE)
_MONTH_OF = re.compile(
    rf"\b(?P<month>{_M})\b\.?(?:\s+\d{{1,2}}(?!\d)(?:[–-]\d{{1,2}})?,?)?(?:\s+(?:of\s+)?(?P<year>\d{{4}}|last year))?",
    re.IGNORECASE,
)


def past_in(text: str, told: str | None) -> str | None:
    """The year or month that ``text`` tells of what has been, seen from the report's date ``told``: "last May", "in 2019"."""
    if told is None or len(told) < 7:
        return None
    year, month = int(told[:4]), int(told[5:7])
    ago = _AGO.search(text)
    if ago:
        many = int(ago["number"]) if ago["number"].isdigit() else {"two": 2, "three": 3}.get(ago["number"].lower(), 1)
        months = year * 12 + month - 1 - (many if ago["unit"].lower() == "month" else 12 * many)
        return f"{months // 12:04}" + (f"-{months % 12 + 1:02}" if ago["unit"].lower() == "month" else "")
    last = _LAST.search(text)
    unit = last["what"].lower() if last else ""
    if unit == "year" and not _MONTH_OF.search(text):
        return f"{year - 1:04}"
    if unit == "month":
        return f"{year - (month == 1):04}-{(month - 2) % 12 + 1:02}"
    found = _MONTH_OF.search(text)
    if found is None:
        only = re.search(r"\b(?:19|20)\d\d\b", text)
        day = only[0] if only else told[:4] if "this year" in text.lower() else None
        return day if day and day <= told[:4] else None
    number, given = _MONTHS[found["month"].lower().rstrip(".")], (found["year"] or "").lower()
    if given.isdigit():
        then = int(given)
    elif given or number > month or (number == month and last):
        then = year - 1
    else:
        then = year
    day = f"{then:04}-{number:02}"
    return day if day <= told[:7] else None

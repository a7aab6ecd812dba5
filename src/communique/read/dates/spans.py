"""Lengths of time: "a three-day visit"."""

from __future__ import annotations

import re

from communique.read.dates.words import NUM, number_of

_DURATION = re.compile(rf"\b({NUM})[- ](?:day(?:s?['’])?|(hours?)['’]?)[- ](?!old|ago|to)|\b(week)-?long\b", re.I)


def duration_days(text: str) -> int | None:
    """How many days "a three-day official visit" or "a week-long trip" lasts; ``None`` where it is not told."""
    match = _DURATION.search(text)
    if match is None:
        return None
    if match[3]:
        return 7
    number = number_of(match[1])
    if number is not None and match[2]:  # "a 48-hour visit"
        number = number // 24 if number % 24 == 0 else None
    return number if number is not None and 1 <= number <= 31 else None

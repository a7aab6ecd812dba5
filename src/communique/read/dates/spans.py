"""Lengths of time: "a three-day visit"."""

from __future__ import annotations

import re

from communique.read.dates.words import NUM, number_of

_DURATION = re.compile(rf"\b({NUM})[- ]day(?:s?['’])?[- ](?!old|ago|to)|\b(week)-?long\b", re.I)


def duration_days(text: str) -> int | None:
    """How many days "a three-day official visit" or "a week-long trip" lasts; ``None`` where it is not told."""
    match = _DURATION.search(text)
    if match is None:
        return None
    if match[2]:
        return 7
    number = number_of(match[1])
    return number if number is not None and 1 <= number <= 31 else None

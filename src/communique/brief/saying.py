"""How a brief says things: days, ages, numbers, and a report's words on one line."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_MOST_MARKS = 4
CUT = "…"


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """A stranger's words on one line: what could steer a terminal or turn the direction of a page is U+FFFD.

    A letter keeps the marks that languages put on it, and loses the heap of them that would cover the lines around.
    """
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    shown = []
    marks = 0
    for letter in line:
        category = unicodedata.category(letter)
        marks = marks + 1 if category == "Mn" else 0
        if letter in _STEERING or category in ("Cc", "Cs", "Co", "Cn") or letter in "\u2028\u2029":
            shown.append("\ufffd")
        elif marks <= _MOST_MARKS:
            shown.append(letter)
    return "".join(shown)


def cut(quote: str, most: int, around: str = "") -> str:
    """At most so many letters of a quote on one line, cut between words, with an ellipsis where it is.

    What stands ``around`` some words of it is kept rather than its beginning.
    """
    line = clean(quote)
    if len(line) <= most:
        return line
    at = max(line.find(clean(around)), 0) if around else 0
    start = 0 if at + len(around) <= most else max(0, min(at - (most - len(around)) // 2, len(line) - most))
    if start:
        space = line.find(" ", start)
        start = space + 1 if 0 <= space <= at else start
    end = start + most
    if end < len(line):
        space = line.rfind(" ", start, end)
        end = space if space > start + most // 2 else end
    return (f"{CUT} " if start else "") + line[start:end].rstrip(" ,;:") + (f" {CUT}" if end < len(line) else "")


def day(value: str | None) -> str:
    """``2028-06-09`` as "9 June 2028"; of a month or year only that."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value or "")
    if match is None:
        return "no date"
    year, month, number = match.groups()
    words = ([str(int(number))] if number else []) + ([_MONTHS[int(month) - 1]] if month else [])
    return " ".join([*words, str(int(year))])


def days(first: str | None, last: str | None) -> str:
    """A day, or the days from the first to the last."""
    if not last or last == first:
        return day(first)
    if first and len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{day(last)}"
    return f"{day(first)} to {day(last)}"


def age(first: str | None, as_of: str) -> str:
    """How long before ``as_of`` something was: "14 months ago"; '' where it cannot be told."""
    begun, now = _moment(first), _moment(last_day(as_of))
    if begun is None or now is None or begun > now:
        return ""
    between = (now - begun).days
    if len(first or "") < 7:
        return ""
    if between < 60 and len(first or "") == 10:
        return f"{counted(between, 'day')} ago" if between else ""
    months = (now.year - begun.year) * 12 + now.month - begun.month - (now.day < begun.day)
    return f"{counted(months, 'month')} ago" if months < 24 else f"{counted(months // 12, 'year')} ago"


def last_day(value: str) -> str:
    """The last day of what an ISO prefix names."""
    if len(value) == len("2028"):
        return f"{value}-12-31"
    if len(value) == len("2028-06"):
        return f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]}"
    return value


def _moment(value: str | None) -> date | None:
    """The first day of what an ISO prefix names."""
    if not value or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        return None
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)


def counted(number: int, thing: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def listed(words: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    every: Sequence[str] = [word for word in words if word]
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)

"""What a date expression means, and the anchor it was resolved against."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "future"]
Relation = Literal["on", "since", "before", "after"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression at ``text[start:end]``.

    ``date_start`` and ``date_end`` are ISO prefixes; ``date_end`` is ``None`` where the end is open ("since March").
    ``relation``: ``on``; ``since`` and ``after`` with the date they start from; ``before`` for deadlines ("by July"),
    whose date is the year. ``kind``: ``absolute``, ``weekday``, ``relative``, ``span`` (counted back: "32 years ago",
    "the 50th anniversary": when the thing remembered happened).
    """

    start: int
    end: int
    date_start: str | None
    date_end: str | None
    precision: Precision
    relation: Relation = "on"
    kind: str = "absolute"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative words count from; ``precision`` tells how much of ``day`` is known."""

    day: date
    precision: Precision

    @classmethod
    def parse(cls, text: str | None) -> Anchor | None:
        """From an ISO prefix; ``None`` for anything else."""
        if not text:
            return None
        parts = text[:10].split("-")
        try:
            numbers = [int(part) for part in parts]
            if len(numbers) == 1:
                return cls(date(numbers[0], 7, 1), "year")
            if len(numbers) == 2:
                return cls(date(numbers[0], numbers[1], 15), "month")
            return cls(date(*numbers[:3]), "day")
        except ValueError:
            return None


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """An ISO prefix, or ``None`` where there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def shift_days(day: date, days: int) -> date | None:
    """``day`` moved, or ``None`` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> tuple[int, int] | None:
    """Year and month, ``months`` after ``day``'s."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return (year, month + 1) if 1 <= year <= 9999 else None


def day_text(day: date | None, anchor: Anchor) -> tuple[str, Precision] | None:
    """A day counted from the anchor, cut to what is known of the anchor itself."""
    if day is None:
        return None
    if anchor.precision == "day":
        return day.isoformat(), "day"
    if anchor.precision == "month":
        return day.isoformat()[:7], "month"
    return day.isoformat()[:4], "year"

"""Dates and moments as a user gives them, checked, and as bounds: ISO prefixes for dates of any precision."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement

from communique.errors import BadDate

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
"""How a moment begins: of the ways to write it that Python reads, the one."""
_AFTER_ALL = "~"
"""Sorts after every digit and hyphen: "2024~" is after all of 2024."""


@dataclass(frozen=True)
class Span:
    """``first`` and ``after`` bound dates as text: ``first <= date < after``; None where open."""

    first: str | None = None
    after: str | None = None

    def within(self, column: Any) -> list[ColumnElement[bool]]:
        """That the dates of a column are within it."""
        where = [column >= self.first] if self.first else []
        return [*where, column < self.after] if self.after else where


def checked(value: str, name: str = "date") -> str:
    """An ISO prefix. Raises ``BadDate`` where it is none, or no such day is."""
    match = _FORM.fullmatch(value.strip())
    if match is None:
        raise BadDate(f"{name} {value!r} is no date; write 2024, 2024-05 or 2024-05-20")
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise BadDate(f"{name} {value!r} is no date: there is no such day") from None
    return value.strip()


def span(since: str | None, until: str | None) -> Span:
    """The bounds of a search; both days are within it. Raises ``BadDate`` where it ends before it begins."""
    first = checked(since, "since") if since else None
    last = checked(until, "until") if until else None
    if first and last and first > last + _AFTER_ALL:
        raise BadDate(f"until {last} is before since {first}; turn them round")
    return Span(first, last + _AFTER_ALL if last else None)


def end_of(as_of: str) -> str:
    """A text that sorts after every date within ``as_of``."""
    return checked(as_of, "as-of") + _AFTER_ALL


def last_day(as_of: str) -> str:
    """The last day of a day, month or year."""
    year, month, day = (*checked(as_of, "as-of").split("-"), "", "")[:3]
    if day:
        return as_of.strip()
    month = month or "12"
    return f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02}"


def end_at(as_of: str) -> str:
    """What no moment (``ledger.moments``) up to then sorts after: of a moment, or of a day, month or year with its end.

    Raises ``BadDate`` where it is neither, or a moment of no known time zone.
    """
    if _FORM.fullmatch(as_of.strip()):
        return end_of(as_of)
    return _moment(as_of, "as-of").isoformat(timespec="microseconds")


def start_at(before: str) -> str:
    """What every moment before then sorts before: of a moment, or of the beginning of a day, month or year.

    Raises ``BadDate``, as ``end_at``.
    """
    if _FORM.fullmatch(before.strip()):
        return checked(before, "before")
    return _moment(before, "before").isoformat()


def _moment(value: str, name: str) -> datetime:
    """In UTC, without saying so."""
    try:
        if _MOMENT.match(value.strip()) is None:
            raise ValueError
        when = datetime.fromisoformat(value.strip())
        if when.tzinfo is not None:
            return when.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise BadDate(f"{name} {value!r} is no time; write a day, or a moment as 2026-11-22T01:40:00Z") from None
    raise BadDate(f"{name} {value!r} does not say in which time zone; write it as 2026-11-22T01:40:00Z")

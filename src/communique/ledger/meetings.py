"""Whether a report is of a meeting of two sides."""

from __future__ import annotations

from datetime import date, timedelta

from communique.ledger.entry import Entry
from communique.records import Engagement

_KINDS = frozenset(("meeting", "call", "visit", "mechanism", "signing"))
_FRESH = timedelta(days=7)
"""A briefing or a news item tells of a meeting that is not its occasion so many days later at most."""


def met(entry: Entry, one: str, other: str) -> bool:
    """Whether the report tells of a meeting of the two that was just held: its occasion, or one of the days before."""
    return any(
        engagement.kind in _KINDS
        and engagement.status == "held"
        and {one, other} <= set(engagement.parties)
        and (engagement.main or _fresh(entry, engagement))
        for engagement in entry.engagements
    )


def _fresh(entry: Entry, engagement: Engagement) -> bool:
    day, told = _day(engagement.date_end or engagement.date_start), _day(entry.date)
    return day is not None and told is not None and timedelta(0) <= told - day <= _FRESH


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == 10 else None

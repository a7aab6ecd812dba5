"""Whether a report is of a meeting of two sides."""

from __future__ import annotations

from datetime import date, timedelta

from communique.ledger.entry import Entry
from communique.records import Engagement

_MEETINGS = frozenset(("meeting", "call", "visit", "mechanism", "signing"))
_OCCASIONS = _MEETINGS | {"briefing", "ceremony"}
"""What is a meeting where it is what the report is about and both take part: a joint press conference too."""
_FRESH = timedelta(days=7)
"""A briefing or a news item tells of a meeting that is not its occasion so many days later at most."""


def met(entry: Entry, one: str, other: str) -> bool:
    """Whether the report tells of a meeting of the two that was just held: its occasion, or one of the days before."""
    return any(
        engagement.status == "held"
        and {one, other} <= set(engagement.parties)
        and (
            engagement.kind in _OCCASIONS
            if engagement.main
            else engagement.kind in _MEETINGS and _fresh(entry, engagement)
        )
        for engagement in entry.engagements
    )


def _fresh(entry: Entry, engagement: Engagement) -> bool:
    """Whether a meeting that is not the report's occasion was in the days before; a visit under way has no dates."""
    if engagement.kind == "visit" and engagement.date_start is None:
        return True
    day, told = _day(engagement.date_end or engagement.date_start), _day(entry.date)
    return day is not None and told is not None and timedelta(0) <= told - day <= _FRESH


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == 10 else None

"""Where a date of any precision stands on an axis."""

from __future__ import annotations

from typing import Any


def middle(date: str) -> str:
    """A day as it is; a month or year by the day in its middle, as nothing tells where in it something was."""
    return date if len(date) >= 10 else f"{date}-15" if len(date) == 7 else f"{date}-07-01"


def axis(dates: list[str]) -> dict[str, Any]:
    """How an axis of these dates is labelled: by year, or by month where they are of few years."""
    first, last = min(dates), max(dates)
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
    if months > 30:
        return {"format": "%Y", "tickCount": 6, "labelOverlap": True, "grid": True}
    return {"format": "%b %Y", "tickCount": 4, "labelOverlap": True, "grid": True}


def span_in_words(dates: list[str]) -> str:
    """ "in 2027", or "from 2024 to 2027"."""
    years = sorted({date[:4] for date in dates})
    return f"in {years[0]}" if len(years) == 1 else f"from {years[0]} to {years[-1]}"

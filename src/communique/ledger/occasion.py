"""When several reports tell of one occasion: what an engagement has in common with others of the same."""

from __future__ import annotations

import hashlib
import json

from communique.records import Engagement

_DAY = len("2024-05-20")


def occasion_key(one: Engagement, report: str) -> str:
    """The same for all engagements that are one occasion, whatever reports tell of them.

    Of one kind, with the same parties, they are one where they begin on the same day. What is known only by month or
    year is one where it is told with the same words of place and number; without any date, only within one report.
    """
    parts: list[object] = [one.kind, sorted(one.parties), one.date_start]
    if one.date_start is None or len(one.date_start) < _DAY:
        parts += [one.place, one.ordinal, one.status]
    if one.date_start is None:
        parts += [one.date_end, report]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]

"""A passage that stands behind the lead of a meeting, read."""

from __future__ import annotations

from functools import cache

from communique import Reader
from communique.records import Reading

LEAD = "Foreign Minister Kenji Morita met Foreign Minister Ramón Ortega of Mexico in Tokyo on 20 August 2009."


@cache
def _reader() -> Reader:
    return Reader()


def after_a_meeting(passage: str) -> Reading:
    """The reading of ``LEAD`` and the passage, told by Japan on the day."""
    return _reader().read(f"{LEAD}\n\n{passage}", published="2009-08-20", outlet_country="JPN", language="en")

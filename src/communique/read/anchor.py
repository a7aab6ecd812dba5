"""When and where a report was written: its dateline resolved against its publication."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from communique.read.dates import find_dates
from communique.read.layout import DAY, MONTH, Layout

if TYPE_CHECKING:
    from communique.read.actors.chunks import Chunk
    from communique.read.scene import Scene

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(DAY, re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_LEAD = re.compile(
    r"^(?:\([A-Z][^()]*\)\s*[-–—]*\s*|(?:\w+ )?(?:published|updated|posted|issued|released?|date|created)\b(?: on)?:?\s*)",
    re.IGNORECASE,
)
"""What may stand before the place: the agency, or what the date is of."""
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def unit_anchors(scene: Scene) -> list[str | None]:
    """The day that each unit's dates count from: its chronicle entry's, which runs on, else the report's."""
    current, out = scene.anchor, []
    known: dict[str, str | None] = {}
    for unit in scene.units:
        label = unit.block.date
        if label:
            if label not in known:
                dates = find_dates(label, scene.anchor, "past")
                known[label] = dates[0].date_start if dates else scene.anchor
            current = known[label]
        out.append(current)
    return out


def find_anchor(scene: Scene, laid: Layout, chunks: list[Chunk]) -> tuple[str | None, str | None]:
    """The day (ISO) that relative dates are counted from, and the dateline's city.

    The dateline's day; else the day of publication, title line or sidecar; else, where the text has no such thing, the
    first day it names in the latest year it names. ``None`` where nothing is told.
    """
    published = scene.report.published or laid.title_date
    day = _dateline_day(laid.dateline, published)
    if day is None:
        day = published
    if day is None:
        day = _from_text(scene.text)
    return day, _place(scene, laid, chunks)


def _dateline_day(line: str | None, published: str | None) -> str | None:
    if line is None:
        return None
    numeric = _NUMERIC.search(line)
    if numeric:
        d, m, y, y2, m2, d2 = numeric.groups()
        return _iso(int(y or y2), int(m or m2), int(d or d2))
    match = _DAY.search(line)
    if match is None:
        return _weekday(line, published)
    words = match.group().lower()
    month = next((n for name, n in _MONTHS.items() if name in words), None)
    year = _YEAR.search(words)
    number = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)
    if month is None or number is None:
        return None
    if year:
        return _iso(int(year.group()), month, int(number.group(1)))
    if published is None or len(published) < 4:
        return None
    base = int(published[:4])
    day = _iso(base, month, int(number.group(1)))
    if day is not None and len(published) >= 7 and month - int(published[5:7]) > 6:
        return _iso(base - 1, month, int(number.group(1)))
    return day


def _weekday(line: str, published: str | None) -> str | None:
    """From "Accra, Thursday" the latest Thursday on or before the day of publication."""
    named = next((i for i, w in enumerate(_WEEKDAYS) if w in line.lower()), None)
    if named is None or published is None or len(published) != 10:
        return None
    base = dt.date.fromisoformat(published)
    return (base - dt.timedelta(days=(base.weekday() - named) % 7)).isoformat()


def _from_text(text: str) -> str | None:
    years = [int(y) for y in _YEAR.findall(text)]
    for match in _DAY.finditer(text):
        words = match.group().lower()
        month = next((n for name, n in _MONTHS.items() if name in words), None)
        number = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)
        own = _YEAR.search(words)
        if month and number and (own or years):
            return _iso(int(own.group()) if own else max(years), month, int(number.group(1)))
    return str(max(years)) if years else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _place(scene: Scene, laid: Layout, chunks: list[Chunk]) -> str | None:
    if laid.dateline is None:
        return None
    words = re.split(r"[,.(:]|\s(?=\d)", _LEAD.sub("", laid.dateline))[0].strip()
    whole = laid.dateline if laid.dateline in scene.text else words
    at = scene.text.find(whole) if whole else -1
    for chunk in chunks:
        if 0 <= at <= chunk.start < at + len(whole) and chunk.kind in ("capital", "city"):
            return _usual(chunk.text)
    if not words or re.match(rf"(?:on\s+)?(?:{MONTH}\b|\d)|.*day\b", words, re.IGNORECASE) or len(words) > 30:
        return None
    return _usual(words)


def _usual(place: str) -> str:
    """The city as it is usually written: "ACCRA" is "Accra", "Washington, D.C." is "Washington"."""
    plain = re.sub(r",?\s+(?:D\.?C\.?)$", "", place)
    return plain.title() if plain.isupper() else plain

"""The date of an event: the date expression of its sentence that stands nearest, as precise as the words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.read.dates import find_dates

if TYPE_CHECKING:
    from communique.read.dates import Dated
    from communique.read.references.sentence import Sentence
    from communique.read.scene import Scene


_ANNIVERSARY = re.compile(
    r"\banniversary of (?:the |their |our )?(?:establishment of )?(?:diplomatic )?(?:relations|ties)\b", re.IGNORECASE
)
_YEARS_OF = re.compile(r"\b(\d{1,3}) years of\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _dates(text: str, anchor: str | None) -> tuple[Dated, ...]:
    return tuple(find_dates(text, anchor))


def date_of(
    scene: Scene, sentence: Sentence, at: int, events: tuple[int, ...] = (), until: int | None = None
) -> str | None:
    """The date told in the sentence nearest to token ``at``, or ``None``; a date nearer to one of ``events`` is theirs,
    and a day still to come that is told from token ``until`` on is of something else.

    An age ("50th anniversary", "41 years ago") gives the year; a month or day that the anniversary falls on is added.
    """
    unit = sentence.unit
    told = _dates(scene.text[unit.start : unit.end], scene.anchor)
    if sentence.low[at] == "since":
        return next((d.date_start for d in told if d.relation == "since" and abs(d.start - sentence.at[at]) < 9), None)
    if sentence.low[at] in ("dates", "dated", "goes", "go"):
        return next((d.date_start for d in told if 0 < d.start - sentence.at[at] < 24), None)
    dates = [d for d in told if _of_an_event(d)]
    if until is not None and scene.anchor:
        dates = [d for d in dates if d.start < sentence.at[until] or not _ahead(d, scene.anchor)]
    years = _YEARS_OF.search(scene.text, unit.start, unit.end)
    if years and scene.anchor:
        others = [d for d in dates if d.kind != "span"]
        year = f"{int(scene.anchor[:4]) - int(years.group(1)):04d}"
        return _with_day(year, others, scene.text[unit.start : unit.end])
    place = sentence.at[at]
    dates = _without_anniversary(scene.text[unit.start : unit.end], dates, place)
    rivals = [sentence.at[other] for other in events if other != at]
    dates = [d for d in dates if all(abs(d.start - place) <= abs(d.start - rival) for rival in rivals)]
    if not dates:
        return None
    ages = [d for d in dates if d.kind == "span"]
    if ages and not _told_at_once(scene.text[unit.start : unit.end], dates, place):
        age = min(ages, key=lambda d: (abs(d.start - place), d.start))
        text = scene.text[unit.start : unit.end]
        others = [d for d in dates if d.kind != "span"]
        return _with_day(_counted_from(text, age, others, scene.anchor), others, text)
    best = min(dates, key=lambda d: (_across(scene.text, unit.start, d, place), abs(d.start - place), d.start))
    return best.date_start


def _ahead(dated: Dated, anchor: str) -> bool:
    day = str(dated.date_start)
    return day > anchor[: len(day)]


def _without_anniversary(text: str, dates: list[Dated], place: int) -> list[Dated]:
    """Of what is told far from it: not the day of "the 80th anniversary of diplomatic relations falling in May"."""
    for match in _ANNIVERSARY.finditer(text):
        if not match.start() - 30 <= place <= match.end() + 30:
            dates = [d for d in dates if not (match.start() - 30 <= d.start <= match.end() or _falls(text, d))]
    return dates


def _of_an_event(dated: Dated) -> bool:
    """A date on which something can happen: no deadline, no term of years ("Plan of Action 2028-2032")."""
    years = {str(day)[:4] for day in (dated.date_start, dated.date_end) if day}
    return bool(dated.date_start) and dated.relation == "on" and len(years) == 1


def _told_at_once(text: str, dates: list[Dated], place: int) -> bool:
    """ "... and the partnership launched in 2025": the event's own year stands right behind its word."""
    return any(
        d.kind != "span" and place < d.start < place + 16 and text[d.start - 3 : d.start] == "in " for d in dates
    )


def _across(text: str, base: int, dated: Dated, place: int) -> int:
    """How many semicolons and clause openings lie between the date and the event's word."""
    between = text[base + min(dated.start, place) : base + max(dated.start, place)]
    return between.count(";") + between.count(", which") + between.count(" when ")


def _counted_from(text: str, age: Dated, others: list[Dated], anchor: str | None) -> str | None:
    """The founding year of "the year 2026 marked the 75th anniversary": counted from the year told."""
    years = int(anchor[:4]) - int(age.date_start[:4]) if anchor and age.date_start else 0
    told = [d for d in others if d.date_start and _falls(text, d) and re.search(r"\d{4}", text[d.start : d.end])]
    if years < 1 or len(told) != 1 or len(age.date_start or "") != 4:
        return age.date_start
    return f"{int(str(told[0].date_start)[:4]) - years:04d}"


def _with_day(year: str | None, others: list[Dated], sentence: str) -> str | None:
    """The year of an age, with the month or day of the anniversary where the sentence tells one."""
    if year is None or len(year) > 4:
        return year
    exact = [d.date_start for d in others if d.date_start and len(d.date_start) > 4 and d.date_start[:4] == year]
    if len(exact) == 1:
        return exact[0]  # "in the thirty years since ties were established in May 1991"
    told = [d for d in others if d.date_start and d.precision in ("month", "day") and _falls(sentence, d)]
    if len(told) > 1 and all(_bracketed(sentence, d) for d in told):
        told = [d for d in told if _with_ties(sentence, d)]  # of several anniversaries, that of relations
    if len(told) != 1:
        return year
    return year + str(told[0].date_start)[4:]


def _bracketed(sentence: str, dated: Dated) -> bool:
    return sentence[max(0, dated.start - 1) : dated.start] == "(" and sentence[dated.end : dated.end + 1] == ")"


def _with_ties(sentence: str, dated: Dated) -> bool:
    return sentence[: dated.start - 1].rstrip().lower().endswith(("relations", "ties"))


def _falls(sentence: str, dated: Dated) -> bool:
    """Whether the date is that of the anniversary itself: "falls in November", "January 18 marks", "(18 January)"."""
    if _bracketed(sentence, dated):
        return "anniversary" in sentence[max(0, dated.start - 60) : dated.start].lower()
    before = sentence[max(0, dated.start - 26) : dated.start].lower()
    after = sentence[dated.end : dated.end + 22].lower()
    return any(word in before for word in ("fall", "mark", "celebrat", "commemorat", "anniversary on", "due ")) or any(
        word in after for word in ("mark", "is the", "will mark", "see", "will be the")
    )

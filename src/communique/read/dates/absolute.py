"""Dates told by number or name of the month: "20 May 2024", "May 8 and 9", "2024-05-21", "in February", "1992"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from communique.read.dates.context import Context
from communique.read.dates.dated import Dated, iso
from communique.read.dates.words import DAYS, MONTHS, OF_YEAR, TO, WEEKDAYS, D, M, Y

Handler = Callable[[re.Match[str], Context], Dated | None]
_NUMBERS = re.compile(r"\d+")
_BARE_MONTH_AFTER = frozenset(
    "in since by before until till after for of from to and during late early mid this last next past between on "
    "throughout through around about following every or mid- the planned scheduled is was".split()
)
_YEAR_AFTER = frozenset(
    "in since by before until till after of from to and during late early mid between through year than around about "
    "for the over throughout back as spring summer autumn fall winter dated to through half quarter end fy".split()
)


def _month(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def _named_year(words: str | None, ctx: Context) -> int | None:
    """ "2027", "last year", "the same year" as a number."""
    if not words:
        return None
    if words[0].isdigit():
        return int(words)
    if ctx.anchor is None:
        return None
    base, lower = ctx.anchor.day.year, words.lower()
    if lower.startswith("last"):
        return base - 1
    if lower.startswith("next"):
        return base + 1
    if lower.startswith("this"):
        return base
    point = ctx.point.day.year if ctx.point else base
    return point + 1 if "following" in lower else point - 1 if "previous" in lower else point


def iso_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "2031-05-20"."""
    return ctx.dated(m.start(), m.end(), iso(int(m[1]), int(m[2]), int(m[3])))


def numeric_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "23.03.2027": day first, as nearly everybody but the United States writes it, unless that gives no date."""
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    return ctx.dated(m.start(), m.end(), iso(year, second, first) or iso(year, first, second))


_FAR = 45
_PARTS = frozenset({"majority", "thirds", "third", "share", "ratio", "article", "page", "no", "no.", "resolution"})


def day_and_month(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "(18/11)", "(11/18)", "(18-20/11)", "Saturday 18/11": of the two days that it may be, the one nearer to the report."""
    weekday = ctx.last_word() in WEEKDAYS
    bracketed = ctx.text[m.start() - 1 : m.start()] == "(" and ctx.text[m.end() : m.end() + 1] == ")"
    if ctx.anchor is None or ctx.anchor.precision != "day" or not (weekday or bracketed) or ctx.last_word() in _PARTS:
        return None
    first, last, other = int(m["first"]), int(m["last"] or m["first"]), int(m["other"])
    found: list[tuple[int, str, str]] = []
    for month, begin, end in ((other, first, last), (first, other, other)):
        year = ctx.year_for(month, begin) if 1 <= month <= 12 and (m["last"] is None or month == other) else None
        day, until = (iso(year, month, begin), iso(year, month, end)) if year is not None else (None, None)
        if day is not None and until is not None:
            found.append((abs((date.fromisoformat(day) - ctx.anchor.day).days), day, until))
    if not found or min(found)[0] > _FAR:
        return None
    _, day, until = min(found)
    return ctx.dated(m.start(), m.end(), day, until)


def _days(text: str) -> tuple[int, int]:
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    return numbers[0], numbers[-1]


def _month_days(m: re.Match[str], ctx: Context, month: int, days: str) -> Dated | None:
    first, last = _days(days)
    year = _named_year(m["year"], ctx) or ctx.year_for(month, last if iso(2000, month, last) else None)
    if year is None:
        return None
    return ctx.dated(m.start(), m.end(), iso(year, month, first), iso(year, month, last))


def days_month(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "20 May", "16 and 17 February 2031", "May 8 and 9"."""
    if m["month"].lower() in ("may", "march") and m["month"][0].islower():
        return None  # "he may 5 times", "to march 20 km"
    return _month_days(m, ctx, _month(m["month"]), m["days"])


def two_dates(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "30 May to 2 June 2027", "December 29, 2026 - January 2, 2027"."""
    month1, month2 = _month(m["month1"]), _month(m["month2"])
    day1, day2 = _days(m["day1"])[0], _days(m["day2"])[0]
    year2 = _named_year(m["year"], ctx)
    year1 = _named_year(m["year1"], ctx)
    if year2 is None:
        year2 = year1 + (month2 < month1) if year1 else ctx.year_for(month2, day2)
    if year2 is None:
        return None
    if year1 is None:
        year1 = year2 - (month1 > month2)
    return ctx.dated(m.start(), m.end(), iso(year1, month1, day1), iso(year2, month2, day2))


def month_range(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "January-March 2027"."""
    month1, month2 = _month(m["month1"]), _month(m["month2"])
    year = _named_year(m["year"], ctx) or ctx.year_for(month2, None)
    if year is None:
        return None
    return ctx.dated(m.start(), m.end(), iso(year - (month1 > month2), month1), iso(year, month2))


def month_year(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "November 2023", "May last year"."""
    year = _named_year(m["year"], ctx)
    return ctx.dated(m.start(), m.end(), iso(year, _month(m["month"]))) if year is not None else None


def bare_month(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "in February": only capitalised and after a word that takes a time ("may", "march" and names are not meant)."""
    if not m[0][0].isupper() or (ctx.last_word() not in _BARE_MONTH_AFTER and not ctx.before.endswith("mid-")):
        return None
    if re.match(r"\s+[A-Z][a-z]", ctx.text[m.end() : m.end() + 4]) and len(m[0]) <= 6:
        return None  # "for April Jones", "in May Street"
    month = _month(m["month"])
    year = ctx.year_for(month, None)
    which = ctx.last_word()
    if ctx.anchor is not None and which in ("this", "last", "next", "past") and year is not None:
        now = ctx.anchor.day
        if which in ("last", "past"):
            year = now.year if month < now.month else now.year - 1
        elif which == "next":
            year = now.year if month > now.month else now.year + 1
        else:
            year = now.year
    return ctx.dated(m.start(), m.end(), iso(year, month)) if year is not None else None


def bare_year(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "in 1992", "2027-2030": a number is a year only after a word that takes one, or alone in brackets."""
    bracketed = ctx.before.endswith("(") and ctx.text[m.end() : m.end() + 1] == ")"
    if not bracketed and ctx.last_word() not in _YEAR_AFTER:
        return None
    counted = re.match(r"\s*(?:[%]|per ?cent|[a-z]+s\b(?<!s's))", ctx.text[m.end() : m.end() + 24])
    if counted and ctx.last_word() not in (
        "in", "since", "by", "until",
    ):  # fmt: skip
        return None  # "of 2000 students"
    last = m["last"]
    if last and len(last) == 2:
        last = m["first"][:2] + last
    if ctx.before.endswith(("in ", "from ", "since ", "between ")) and last is None:
        tail = re.match(r"\s+(?:and|to)\s+(\d{4})\b", ctx.text[m.end() : m.end() + 12])
        if tail and ctx.last_word() in ("from", "between"):
            return ctx.dated(m.start(), m.end() + tail.end(), m["first"], tail[1])
    return ctx.dated(m.start(), m.end(), m["first"], last)


def day_of_month(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "the 21st of this month"."""
    if ctx.anchor is None:
        return None
    index = ctx.anchor.day.year * 12 + ctx.anchor.day.month - 1
    index += {"this": 0, "last": -1, "next": 1}[m["which"].lower()]
    year, month = divmod(index, 12)
    return ctx.dated(m.start(), m.end(), iso(year, month + 1, _days(m["days"])[0]))


def day_alone(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "on the 12th": of the month that was spoken of last, else of the report's."""
    base = ctx.point or ctx.anchor
    if base is None or base.precision == "year":
        return None
    return ctx.dated(m.start(), m.end(), iso(base.day.year, base.day.month, int(m["days"])))


_Y1 = OF_YEAR % "year1" + "?"
_YEAR = OF_YEAR % "year"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


DIGIT_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)"), iso_day),
    (_compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)"), numeric_day),
    (_compile(r"(?P<first>\d{1,2})(?:\s?[-–]\s?(?P<last>\d{1,2}))?/(?P<other>\d{1,2})(?![\d/])"), day_and_month),
    (_compile(rf"(?P<day1>{D})\s+(?:of\s+)?(?P<month1>{M}){_Y1}{TO}(?P<day2>{D})\s+(?:of\s+)?(?P<month2>{M}){_YEAR}?"),
     two_dates),
    (_compile(rf"(?P<days>{DAYS})[\s-]+(?:of\s+)?(?P<month>{M}){_YEAR}?"), days_month),
    (_compile(rf"(?P<days>{D})\s+of\s+(?P<which>this|last|next)\s+month\b"), day_of_month),
    (_compile(r"(?<=on the )(?P<days>\d{1,2})(?:st|nd|rd|th)(?=\s*[,.;)]|\s+(?:both|the|at|in|they|he|she)\b)"),
     day_alone),
    (_compile(rf"(?P<first>{Y})(?:\s?[-–—/]\s?(?P<last>{Y}|\d\d(?!\d)))?(?![\d,]\d|[-/.]\d)"), bare_year),
)  # fmt: skip

MONTH_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(rf"(?P<month1>{M})\s+(?P<day1>{D}){_Y1}{TO}(?P<month2>{M})\s+(?P<day2>{D}){_YEAR}?"), two_dates),
    (_compile(rf"(?P<month>{M})\s+(?:the\s+)?(?P<days>{DAYS}(?!\s+{M})){_YEAR}?"), days_month),
    (_compile(rf"(?P<month1>{M})(?:\s*[-–—]\s*|\s+to\s+)(?P<month2>{M})(?!\s+\d\d?\b){_YEAR}?"), month_range),
    (_compile(rf"(?P<month>{M}){_YEAR}"), month_year),
    (_compile(rf"(?P<month>{M})"), bare_month),
)

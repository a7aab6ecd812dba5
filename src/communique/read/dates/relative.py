"""Dates counted from the report's day or from another date: "yesterday", "last Friday (17)", "32 years ago"."""

from __future__ import annotations

import re

from communique.read.dates.absolute import Handler
from communique.read.dates.context import Context
from communique.read.dates.dated import Anchor, Dated, day_text, iso, shift_days, shift_months
from communique.read.dates.words import NUM, ORDINAL, TO, WD, WEEKDAYS, D, Y, number_of, ordinal_of

# "this morning (23)", "on Sunday (21)": the day of the month, as Colombo's press writes it.
_MARK = rf"(?:\s*\(\s*(?:the\s+)?(?P<mark>{D})(?:/\d{{1,2}})?\s*\))?"
_PART = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon))?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)\b"


def _marked(m: re.Match[str], ctx: Context, resolved: str | None) -> str | None:
    """The resolved day, corrected by the day of the month in brackets where that lies within a few days of it."""
    mark = m["mark"]
    if not mark or ctx.anchor is None:
        return resolved
    wanted = ordinal_of(mark) or number_of(mark)
    centre = Anchor.parse(resolved)
    base = centre.day if centre else ctx.anchor.day
    for days in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7):
        day = shift_days(base, days)
        if day is not None and day.day == wanted:
            return day.isoformat()
    return resolved


def _from_anchor(ctx: Context, days: int) -> str | None:
    if ctx.anchor is None:
        return None
    found = day_text(shift_days(ctx.anchor.day, days), ctx.anchor)
    return found[0] if found else None


def near_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "today", "yesterday evening", "tomorrow (19)"."""
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[m["word"].lower()]
    return ctx.dated(m.start(), m.end(), _marked(m, ctx, _from_anchor(ctx, days)), kind="relative")


def two_days(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "yesterday and today"."""
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    first, last = (_from_anchor(ctx, days[m[name].lower()]) for name in ("word", "last"))
    return ctx.dated(m.start(), m.end(), first, last, kind="relative")


def this_quarter(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "in the fourth quarter": of the year of the report."""
    return ctx.dated(m.start(), m.end(), iso(ctx.anchor.day.year), kind="relative") if ctx.anchor else None


def day_next_but_one(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "the day before yesterday"."""
    days = -2 if m["which"].lower() == "before" else 2
    return ctx.dated(m.start(), m.end(), _from_anchor(ctx, days), kind="relative")


def this_part(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "this morning (23)", "last night"."""
    days = -1 if m["which"].lower() == "last" else 0
    return ctx.dated(m.start(), m.end(), _marked(m, ctx, _from_anchor(ctx, days)), kind="relative")


def earlier_in_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "earlier in the day": the day told before, or the report's."""
    point = ctx.point or ctx.anchor
    return ctx.dated(m.start(), m.end(), point.day.isoformat(), kind="relative") if _is_day(point) and point else None


def part_of_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "in the evening", "in the course of the afternoon": the day told before, or the report's."""
    return earlier_in_day(m, ctx) if ctx.before.endswith(("in the ", "of the ", "during the ")) else None


def _is_day(anchor: Anchor | None) -> bool:
    return anchor is not None and anchor.precision == "day"


def which_unit(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "last month", "this year", "next week": a week is told by the month it lies in."""
    if ctx.anchor is None:
        return None
    which, unit = m["which"].lower(), m["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}.get(which, 0)
    base = ctx.anchor
    if which in ("same", "following", "previous", "that") and ctx.point is not None:
        base = ctx.point
    now = base.day
    text: str | None
    if unit == "year":
        text = iso(now.year + step)
    elif unit == "month":
        moved = shift_months(now, step)
        text = iso(*moved) if moved and base.precision != "year" else iso(now.year)
    elif unit in ("week", "weekend"):
        # The middle of the week decides which month it belongs to.
        middle = shift_days(now, 7 * step - now.weekday() + (5 if unit == "weekend" else 3))
        text = iso(middle.year, middle.month) if middle else None
    else:
        text = iso(now.year + (step if step < 0 and now.month <= 3 else step if step > 0 and now.month > 9 else 0))
    return ctx.dated(m.start(), m.end(), text, kind="relative")


def point_day(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "the same day", "the following day", "a day earlier": counted from the date told before."""
    point = ctx.point or ctx.anchor
    if not _is_day(point) or point is None:
        return None
    lower = m[0].lower()
    if any(word in lower for word in ("following", "next", "later", "after")):
        days = 1
    elif any(word in lower for word in ("previous", "earlier", "before", "preceding")):
        days = -1
    else:
        days = 0
    day = shift_days(point.day, days)
    return ctx.dated(m.start(), m.end(), day.isoformat() if day else None, kind="relative")


def of_the_year(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "before the end of the year", "in the second half of next year"."""
    if ctx.anchor is None:
        return None
    step = {"next": 1, "last": -1}.get(m["which"].lower(), 0)
    unit = m["unit"].lower()
    if unit == "year" or ctx.anchor.precision == "year":
        text = iso(ctx.anchor.day.year + step)
    elif unit == "month":
        moved = shift_months(ctx.anchor.day, step)
        text = iso(*moved) if moved else None
    else:
        text = iso(ctx.anchor.day.year, ctx.anchor.day.month)
    return ctx.dated(m.start(), m.end(), text, kind="relative")


def year_end(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "year-end"."""
    return ctx.dated(m.start(), m.end(), iso(ctx.anchor.day.year), kind="relative") if ctx.anchor else None


def season(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "this summer", "in the autumn", "the spring of 2029": the year ("fall", "spring" are verbs elsewhere)."""
    if m["year"]:
        return ctx.dated(m.start(), m.end(), m["year"], kind="relative")
    last = ctx.last_word()
    if last not in ("the", "this", "last", "next", "in", "by", "past", "previous", "coming", "late", "early", "since"):
        return None
    if re.match(r"\s+(?:of|session|festival|recess|break|university|school)\b", ctx.text[m.end() : m.end() + 12], re.I):
        return None
    year = ctx.season_year(m["season"].lower(), last if last in ("this", "last", "next", "past") else "")
    return ctx.dated(m.start(), m.end(), iso(year), kind="relative") if year is not None else None


def ago(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "32 years ago", "two months earlier", "a decade ago", "three days later"."""
    number, unit, which = number_of(m["number"]), m["unit"].lower(), m["which"].lower()
    counted_from_point = which in ("earlier", "before", "later", "after")
    base = ctx.point if counted_from_point and ctx.point else ctx.anchor
    if number is None or base is None:
        return None
    sign = 1 if which in ("later", "after", "from now", "hence") else -1
    now = base.day
    text: str | None = None
    if unit in ("year", "decade", "century"):
        years = number * {"year": 1, "decade": 10, "century": 100}[unit]
        day_told = m["today"] and base.precision == "day"
        text = iso(now.year + sign * years, now.month, now.day) if day_told else iso(now.year + sign * years)
    elif unit == "month":
        moved = shift_months(now, sign * number)
        text = iso(*moved) if moved else None
    else:
        day = shift_days(now, sign * number * (7 if unit == "week" else 1))
        found = day_text(day, base)
        text = found[0] if found else None
        if text and unit == "week" and not (number == 1 and counted_from_point):
            text = text[:7]
    return ctx.dated(m.start(), m.end(), text, kind="span" if unit in ("year", "decade", "century") else "relative")


def half_century(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "half a century ago"."""
    if ctx.anchor is None:
        return None
    return ctx.dated(m.start(), m.end(), iso(ctx.anchor.day.year - (number_of(m["number"]) or 0)), kind="span")


def within(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "within two months", "in three weeks": a deadline, so the year."""
    number = number_of(m["number"])
    if ctx.anchor is None or number is None or ctx.last_word() not in ("within", "in"):
        return None
    if ctx.last_word() == "in" and (ctx.tense != "future" or m["unit"].lower() == "year"):
        return None
    months = {"day": 0, "week": 0, "month": number, "year": 12 * number}[m["unit"].lower()]
    days = number * {"day": 1, "week": 7}.get(m["unit"].lower(), 0)
    moved = shift_months(ctx.anchor.day, months)
    day = shift_days(ctx.anchor.day, days)
    if ctx.last_word() == "in" and m["unit"].lower() == "day" and day is not None:
        found = day_text(day, ctx.anchor)
        return ctx.dated(m.start(), m.end(), found[0] if found else None, kind="relative")
    # Where the span runs over the turn of the year, the deadline may fall in either: nothing is claimed beyond it.
    year = moved[0] if moved and months else day.year if day else None
    return ctx.dated(m.start(), m.end(), iso(year), kind="relative") if year else None


def years_since(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "mark 40 years since", "Thirty years and one day after": when the thing remembered happened.

    Counted from a day named in front of it in the sentence ("Next Thursday will mark 40 years since ..."), which the
    caller passes as ``point``; else from the anchor's year."""
    number = number_of(m["number"])
    extra = number_of(m["days"]) if m["days"] else 0
    if number is None or extra is None or ctx.anchor is None:
        return None
    if m["days"] and ctx.anchor.precision == "day":
        base = shift_days(ctx.anchor.day, -extra)
        text = iso(base.year - number, base.month, base.day) if base else None
        return ctx.dated(m.start(), m.end(), text, kind="span")
    if m["which"].lower() == "after":
        return None
    if ctx.point is not None and re.search(r"\bmark(?:s|ed|ing)?\s+(?:the\s+)?$", ctx.before):
        day = ctx.point.day
        text = iso(day.year - number, day.month, day.day) if _is_day(ctx.point) else iso(day.year - number)
    else:
        text = iso(ctx.anchor.day.year - number)
    return ctx.dated(m.start(), m.end(), text, kind="span")


def anniversary(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "the 55th anniversary of": the year of what is remembered; "next year marks" moves the year counted from."""
    number = ordinal_of(m["number"])
    if number is None or ctx.anchor is None:
        return None
    year = ctx.anchor.day.year
    near = (ctx.before[-40:] + " | " + ctx.text[m.end() : m.end() + 90].split(".")[0]).lower()
    told = re.search(r"\b(?:in|of|on)\s+(20\d\d)\b", near)
    if "next year" in near:
        year += 1
    elif "last year" in near:
        year -= 1
    elif told and abs(int(told[1]) - year) <= 3:
        year = int(told[1])
    text = iso(year - number)
    return Dated(m.start(), m.end(), text, text, "year", "on", "span") if text else None


_AGES = {"half": 50, "quarter": 25, "silver": 25, "golden": 50, "diamond": 60, "centenary": 100, "bicentenary": 200}


def age_of_ties(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "Half a century of diplomatic relations", "the golden jubilee of our ties": the year in which they began."""
    if ctx.anchor is None:
        return None
    years = _AGES[m["age"].lower()]
    near = ctx.before.lower()
    year = ctx.anchor.day.year + ("next year" in near) - ("last year" in near)
    text = iso(year - years)
    return Dated(m.start(), m.end(), text, text, "year", "on", "span") if text else None


def weekday(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "Monday", "last Friday", "Thursday evening", "Sunday (21)", "Monday of last week"."""
    which = ctx.last_word() if ctx.last_word() in _WHICH_DAY else ""
    if m["week"]:
        number, step = WEEKDAYS[m["day"].lower()], {"last": -7, "next": 7, "this": 0}[m["week"].lower()]
        if not _is_day(ctx.anchor) or ctx.anchor is None:
            return None
        day = shift_days(ctx.anchor.day, number - ctx.anchor.day.weekday() + step)
        return ctx.dated(m.start(), m.end(), day.isoformat() if day else None, kind="weekday")
    found = ctx.weekday(WEEKDAYS[m["day"].lower()], which)
    text = _marked(m, ctx, found[0] if found else None)
    return ctx.dated(m.start(), m.end(), text, kind="weekday")


def weekday_range(m: re.Match[str], ctx: Context) -> Dated | None:
    """ "from Friday to Monday", "Thursday and Friday"."""
    which = ctx.last_word() if ctx.last_word() in _WHICH_DAY else ""
    first, second = WEEKDAYS[m["first"].lower()], WEEKDAYS[m["second"].lower()]
    length = (second - first) % 7 or 7
    found = ctx.weekday(first, which)
    start = Anchor.parse(found[0]) if found else None
    if start is None:
        return None
    last = shift_days(start.day, length)
    return ctx.dated(
        m.start(), m.end(), found[0] if found else None, last.isoformat() if last else None, kind="weekday"
    )


_WHICH_DAY = frozenset({"last", "next", "this", "past", "coming", "upcoming", "previous"})


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


NEAR_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(r"(?P<word>yesterday|today)\s+and\s+(?P<last>today|tomorrow)\b"), two_days),
    (_compile(r"(?:first|second|third|fourth)\s+quarter\b(?!\s+of\b|\s+\d)"), this_quarter),
    (_compile(rf"(?P<word>today|tonight|yesterday|tomorrow)\b{_PART}{_MARK}"), near_day),
    (_compile(r"day\s+(?P<which>before|after)\s+(?:yesterday|tomorrow)\b"), day_next_but_one),
    (_compile(r"(?:earlier|later)\s+(?:in|on)\s+(?:the|that)\s+day\b"), earlier_in_day),
    (_compile(r"(?:morning|afternoon|evening)\b"), part_of_day),
    (_compile(rf"(?P<which>this|last)\s+(?P<part>morning|afternoon|evening|night|noon)\b{_MARK}"), this_part),
    (_compile(r"(?:same|that|following|next|previous|preceding)\s+(?:very\s+)?(?:day|morning|afternoon|evening)\b"),
     point_day),
    (_compile(r"(?:a|one)\s+day\s+(?:earlier|later|before|after)\b"), point_day),
    (_compile(r"(?P<which>last|past|previous|this|current|next|coming|upcoming|following|same|that)\s+"
              r"(?P<unit>weekend|week|month|year|quarter)\b(?!['’]s|\s+of\b|-)"), which_unit),
    (_compile(r"(?:half|quarter|end|close|beginning|start|middle|course|part|months?|weeks?|days)\s+of\s+"
              r"(?P<which>the|this|next|last)\s+(?:current\s+)?(?P<unit>year|month|week)\b"), of_the_year),
    (_compile(r"year(?:['’]s\s+|-)end\b"), year_end),
)  # fmt: skip

SEASON_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(rf"(?P<season>{_SEASON})(?:\s+of)?\s+(?P<year>{Y})"), season),
    (_compile(rf"(?P<season>{_SEASON})(?P<year>)"), season),
)

COUNT_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(rf"(?P<number>{NUM})\s+(?P<unit>year|month|week|day|decade|century)s?\s+"
              r"(?P<which>ago|earlier|before|later|from now|hence)\b(?P<today>\s+today)?"), ago),
    (_compile(r"(?P<number>half a century|a quarter of a century)\s+ago\b"), half_century),
    (_compile(rf"(?P<number>{NUM})\s+years(?:\s+and\s+(?P<days>{NUM})\s+days?)?\s+(?P<which>since|after)\b"),
     years_since),
    (_compile(rf"(?P<number>{ORDINAL})\s+(?:\w+\s+)?anniversary\b"), anniversary),
    (_compile(r"(?P<age>(?:half|quarter)(?=[-\s](?:of\s+)?(?:a\s+)?century)|(?:silver|golden|diamond)(?=\s+jubilee)|(?:bi)?centenary)"
              r"(?:[-\s](?:of\s+)?(?:a\s+)?century|\s+jubilee)?(?=\s+of\s+(?:[^\s.;,]+\s+){0,7}(?:relations|ties)\b)"), age_of_ties),
    (_compile(rf"(?P<number>{NUM})\s+(?P<unit>day|week|month|year)s?(?:['’]\s*time)?\b"), within),
)  # fmt: skip

WEEKDAY_PATTERNS: tuple[tuple[re.Pattern[str], Handler], ...] = (
    (_compile(rf"(?P<first>{WD})(?:{TO}|\s+and\s+)(?P<second>{WD})"), weekday_range),
    (_compile(rf"(?P<day>{WD}){_PART}(?:\s+(?:of\s+)?(?P<week>this|last|next)\s+week\b)?{_MARK}"), weekday),
)

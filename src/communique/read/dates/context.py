"""What a single expression is resolved against, and the choice of the year or week that is left unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.read.dates.dated import Anchor, Dated, Precision, Relation, Tense, day_text, iso, shift_days
from communique.read.dates.words import SEASONS

# Reports are put out a little before or after what they tell: "held on 23 March" in one dated the 22nd is this year's.
_SLACK_PAST = 10
_SLACK_FUTURE = 10


@dataclass(slots=True)
class Context:
    """``before`` is the text in front of the expression, lower case, a few words of it; ``point`` the day that
    "the same day" means."""

    text: str
    anchor: Anchor | None
    tense: Tense | None
    point: Anchor | None
    before: str = ""

    def last_word(self) -> str:
        """The word right in front of the expression."""
        words = self.before.split()
        return words[-1].strip("(,;:—–-\"“'") if words else ""

    def relation(self, ranged: bool = False) -> Relation:
        """Whether the words in front make the date a beginning, a deadline or a point after."""
        words = self.before.replace(",", " ").split()[-5:]
        if words and words[-1] in ("the", "on", "in", "about", "around", "early", "late", "mid", "of"):
            trimmed = words[:-1]
        else:
            trimmed = words
        for tail in (words, trimmed):
            if not tail:
                continue
            if tail[-1] in ("since",) or (tail[-1] == "from" and not ranged):
                return "since"
            if tail[-1] in ("before", "by", "until", "till") or tail[-2:] in (
                ["later", "than"], ["prior", "to"], ["end", "of"], ["up", "to"],
            ):  # fmt: skip
                # "at the end of May" is no deadline, "by the end of May" is.
                if tail[-2:] == ["end", "of"] and not {"by", "before", "until", "till"} & set(words):
                    return "on"
                return "before"
            if tail[-1] in ("after", "following"):
                return "after"
        return "on"

    def dated(
        self, start: int, end: int, first: str | None, last: str | None = None, *, kind: str = "absolute",
        open_end: bool = False,
    ) -> Dated | None:  # fmt: skip
        """The record of a resolved expression; a deadline within a year becomes the year."""
        if first is None:
            return None
        ranged = last is not None and last != first
        # "before Monday's meeting": Monday is the meeting's day, no deadline.
        relation = "on" if self.text[end : end + 2] in ("'s", "’s") else self.relation(ranged)
        if relation == "before":
            first = last = first[:4]
        if last is None or last < first[: len(last)]:
            last = first
        ends = None if open_end or relation == "since" else last
        return Dated(start, end, first, ends, _precision(first), relation, kind)

    def year_for(self, month: int, day: int | None) -> int | None:
        """The year of "20 May" or "in May" where it is left out: the nearest in the direction of the tense."""
        if self.anchor is None:
            return None
        now, year = self.anchor.day, self.anchor.day.year
        if self.anchor.precision == "year":
            return year
        if day is None:
            distance = {y: (y - year) * 12 + month - now.month for y in (year - 1, year, year + 1)}
            past_limit, future_limit = 0, 0
        else:
            distance = {}
            for candidate in (year - 1, year, year + 1):
                text = iso(candidate, month, day)
                if text is not None:
                    distance[candidate] = (date.fromisoformat(text) - now).days
            past_limit, future_limit = _SLACK_PAST, -_SLACK_FUTURE
        if not distance:
            return year
        if self.tense == "past":
            fitting = {y: d for y, d in distance.items() if d <= past_limit}
        elif self.tense == "future":
            fitting = {y: d for y, d in distance.items() if d >= future_limit}
        else:
            fitting = distance
        return min(fitting or distance, key=lambda y: (abs(distance[y]), -y))

    def weekday(self, number: int, which: str = "") -> tuple[str, Precision] | None:
        """The day that "Monday", "last Friday", "next Wednesday" is."""
        if self.anchor is None or self.anchor.precision != "day":
            return None
        now = self.anchor.day
        ahead = (number - now.weekday()) % 7
        if which in ("last", "past", "previous"):
            days = ahead - 7
        elif which == "next":
            # "Next Wednesday" is the one of the week after this.
            days = 7 - now.weekday() + number
        elif which in ("coming", "upcoming") or self.tense == "future":
            days = ahead
        elif which == "this":
            days = number - now.weekday()
        elif self.tense == "past" or ahead == 0:
            days = ahead - 7 if ahead else 0
        else:
            days = ahead - 7
        return day_text(shift_days(now, days), self.anchor)

    def season_year(self, name: str, which: str = "") -> int | None:
        """The year of "this summer", "last autumn", "in the spring"."""
        if self.anchor is None:
            return None
        now = self.anchor.day
        first, last = SEASONS[name]
        if which == "this" or self.anchor.precision == "year":
            return now.year
        if which in ("last", "previous", "past") or (not which and self.tense == "past"):
            over = now.month > last if name != "winter" else False
            running = not which and first <= now.month
            return now.year if over or running else now.year - 1
        if which == "next":
            return now.year if now.month < first and name != "winter" else now.year + 1
        if self.tense == "future":
            return now.year if now.month <= last or name == "winter" else now.year + 1
        return now.year


def _precision(text: str) -> Precision:
    return "year" if len(text) == 4 else "month" if len(text) == 7 else "day"

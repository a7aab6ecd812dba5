"""The search: at each word that can open a date expression, the patterns that begin with such a word are tried."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.read.dates.absolute import DIGIT_PATTERNS, MONTH_PATTERNS, Handler
from communique.read.dates.context import Context
from communique.read.dates.dated import Anchor, Dated, Tense
from communique.read.dates.relative import COUNT_PATTERNS, NEAR_PATTERNS, SEASON_PATTERNS, WEEKDAY_PATTERNS
from communique.read.dates.words import MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS

_Table = tuple[tuple[re.Pattern[str], Handler], ...]
_WORD = re.compile(r"[A-Za-z]+|\d+")
_NEAR_WORDS = (
    "today tonight yesterday tomorrow day earlier later this last same that following next previous preceding past "
    "morning afternoon evening current coming upcoming half quarter end close beginning start middle course part "
    "months month weeks week days year"
)

CUES: dict[str, _Table] = {}
CUES |= dict.fromkeys(_NEAR_WORDS.split(), NEAR_PATTERNS)
CUES |= dict.fromkeys(MONTHS, MONTH_PATTERNS)
CUES |= dict.fromkeys(SEASONS, SEASON_PATTERNS)
CUES |= {word.split()[0]: COUNT_PATTERNS for word in (*NUMBERS, *ORDINALS)}
CUES |= dict.fromkeys(("a", "one"), (*NEAR_PATTERNS, *COUNT_PATTERNS))
CUES |= dict.fromkeys(("half", "quarter"), (*NEAR_PATTERNS, *COUNT_PATTERNS))
CUES |= dict.fromkeys(("silver", "golden", "diamond", "centenary", "bicentenary"), COUNT_PATTERNS)
CUES |= dict.fromkeys(WEEKDAYS, WEEKDAY_PATTERNS)
_DIGITS: _Table = (*COUNT_PATTERNS, *DIGIT_PATTERNS)
_DATE_AFTER_WEEKDAY = re.compile(r"(?:\s+(?:morning|afternoon|evening|night))?(?:\s*\(|,\s+on\s+|,?\s+(?:the\s+)?)")
_LOOK_BACK = 48


def find_dates(text: str, anchor: str | None, tense: Tense | None = None, point: str | None = None) -> list[Dated]:
    """All date expressions of ``text``.

    ``anchor``: the day of the report; ``tense`` of the clause, which chooses between the last and the next Monday or
    May; ``point``: the day told before, for "the same day" (else the anchor).
    """
    found: list[Dated] = []
    ctx = Context(text, Anchor.parse(anchor), tense, Anchor.parse(point))
    reached = 0
    for word in _WORD.finditer(text):
        if word.start() < reached:
            continue
        token = word[0]
        table = _DIGITS if token[0].isdigit() else CUES.get(token.lower())
        if table is None or (word.start() and _joined(text[word.start() - 1])):
            continue
        dated = _try(table, ctx, word.start())
        if dated is None:
            continue
        if dated.kind == "weekday" and dated.date_start == dated.date_end:
            dated = _with_date(dated, ctx) or dated
        found.append(dated)
        reached = dated.end
        if dated.precision == "day" and dated.kind != "span" and dated.date_start and dated.relation != "before":
            ctx.point = Anchor.parse(dated.date_start)
    return found


def _joined(character: str) -> bool:
    """Whether the word goes on from a longer one ("A-20", "x2", "£5", "$400", "1.5")."""
    return character.isalnum() or character in "$€£¥_#@" or character in ".,"


def _try(table: _Table, ctx: Context, at: int) -> Dated | None:
    before: str | None = None
    for pattern, handler in table:
        match = pattern.match(ctx.text, at)
        if match is None:
            continue
        if before is None:
            before = ctx.text[max(0, at - _LOOK_BACK) : at].lower()
            ctx.before = before
        dated = handler(match, ctx)
        if dated is not None:
            return dated
    return None


def _with_date(day: Dated, ctx: Context) -> Dated | None:
    """ "Tuesday, 16 May", "Thursday (May 20)": the date that follows says which."""
    gap = _DATE_AFTER_WEEKDAY.match(ctx.text, _weekday_end(day, ctx.text))
    if gap is None:
        return None
    at = gap.end()
    word = _WORD.match(ctx.text, at)
    if word is None:
        return None
    token = word[0].lower()
    table = DIGIT_PATTERNS if token[0].isdigit() else MONTH_PATTERNS if token in MONTHS else None
    dated = _try(table, ctx, at) if table else None
    if dated is None or dated.precision != "day":
        return None
    return replace(dated, start=day.start)


def _weekday_end(day: Dated, text: str) -> int:
    match = _WORD.match(text, day.start)
    return match.end() if match else day.end

"""What has room on two pages: a share for every group, then the rest by turns, the most needed lines first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from communique.brief.drafts import Draft, Drafts, Part
from communique.brief.saying import clean

ROWS = 134
"""So many rows of text have two pages of A4, as the PDF sets them, beside the head of the first."""
_ROW, _NOTE_ROW = 120, 136
"""Letters in a row of the text, and in one of the list of sources."""
_NOTE_HEIGHT = 0.84
_HEADING, _SMALL_HEADING, _TITLE = 1.9, 1.25, 110
_QUOTE = 110


@dataclass
class _Used:
    """What is on the pages already."""

    rows: float = 0.0
    reports: set[str] = field(default_factory=set)
    words: set[tuple[str, int, int]] = field(default_factory=set)


def fit(parts: Sequence[Part], rows: float = ROWS) -> list[list[list[Draft]]]:
    """For each part, for each of its groups, the lines that have room.

    All groups first get their ``least``, one line after the other; then more, as long as there is room.
    """
    used = _Used(rows=sum(_HEADING for _ in parts))
    taken = [[0 for _ in part.groups] for part in parts]
    for least in (True, False):
        for turn in range(max((len(group.lines) for part in parts for group in part.groups), default=0)):
            for at, part in enumerate(parts):
                for number, group in enumerate(part.groups):
                    if _may_grow(group, taken[at][number], turn, least=least):
                        taken[at][number] += _take(group, taken[at][number], used, rows)
    return [[list(group.lines[:count]) for group, count in zip(part.groups, counts, strict=True)]
            for part, counts in zip(parts, taken, strict=True)]  # fmt: skip


def _may_grow(group: Drafts, count: int, turn: int, *, least: bool) -> bool:
    return count == turn < (min(group.least, len(group.lines)) if least else len(group.lines))


def _take(group: Drafts, count: int, used: _Used, rows: float) -> int:
    """1 where the next line of the group has room, which it then takes; else 0."""
    draft = group.lines[count]
    need = _cost(draft, used) + (_SMALL_HEADING if count == 0 and group.title else 0)
    if used.rows + need > rows:
        return 0
    used.rows += need
    used.reports |= {one.report for one in draft.words}
    used.words |= {(one.report, one.evidence.start, one.evidence.end) for one in draft.words if not one.told}
    return 1


def _cost(draft: Draft, used: _Used) -> float:
    """The rows of a line, and those that its words and reports take in the list of sources."""
    letters = sum(len(run.text) for run in draft.runs) + 5 * len(draft.words)
    new = [one for one in draft.words
           if not one.told and (one.report, one.evidence.start, one.evidence.end) not in used.words]  # fmt: skip
    quotes = sum(min(len(clean(one.evidence.quote)), _QUOTE) + 6 for one in new)
    titles = _TITLE * len({one.report for one in draft.words} - used.reports)
    return ceil(letters / _ROW) + 0.15 + (quotes + titles) / _NOTE_ROW * _NOTE_HEIGHT

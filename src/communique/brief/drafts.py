"""Lines in the making: what they say and the records' words that they rest on, before they have numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.brief.model import BriefRun, Kind
from communique.brief.saying import clean, cut
from communique.records import Evidence

Row = TypeVar("Row")
_LONGEST = 400
"""No stretch of a line is longer: a name or an office may be as long as a hostile report."""


@dataclass(frozen=True)
class Words:
    """The words of a report that a line rests on. ``told``: the line has them; ``around``: what must not be cut off."""

    report: str
    evidence: Evidence
    told: bool = False
    around: str = ""


@dataclass(frozen=True)
class Draft:
    """A line."""

    runs: tuple[BriefRun, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Drafts:
    """The lines of a group, the most needed first. ``least`` of them have room before other groups get more.

    ``total`` is how many there are beside those drafted too, or were looked at where the ledger has ``more``;
    ``command`` shows all of them.
    """

    title: str | None
    lines: Sequence[Draft]
    total: int
    least: int
    command: str
    more: bool = False


def drafted(
    title: str | None, rows: Sequence[Row], make: Callable[[Row], Draft], least: int, most: int, command: str
) -> Drafts:
    """The first ``most`` rows, the most needed first, made into lines."""
    return Drafts(title, [make(row) for row in rows[:most]], len(rows), least, command)


@dataclass(frozen=True)
class Part:
    """A section: its groups, and what to say where they have no lines."""

    key: str
    title: str
    groups: Sequence[Drafts]
    nothing: str
    note: str | None = None


def run(text: str, kind: Kind = "plain") -> BriefRun:
    """A stretch of a line, clean of what steers, and of a length that has room."""
    return BriefRun(clean_ends(text if len(text) <= _LONGEST else cut(text, _LONGEST)), kind)


def clean_ends(text: str) -> str:
    """``clean``, with a space at either end kept."""
    if text == " ":
        return text
    inner = clean(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() and inner else "")


def line(words: Iterable[Words], *runs: tuple[str, Kind] | str) -> Draft:
    """A line of runs (plain where they are only text) that rests on ``words``; the same words are cited once."""
    made = tuple(run(*one) if isinstance(one, tuple) else run(one) for one in runs)
    return Draft(tuple(one for one in made if one.text), tuple(dict.fromkeys(words)))


def first_words(report: str, evidence: Sequence[Evidence], *, told: bool = False, around: str = "") -> list[Words]:
    """The first stretch of a record's words, none where it has none."""
    return [Words(report, evidence[0], told, around)] if evidence else []


__all__ = ["Draft", "Drafts", "Part", "Words", "drafted", "first_words", "line", "run"]

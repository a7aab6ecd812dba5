"""What a brief is: sections of groups of lines, each line with the words that it rests on, and the reports cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["plain", "strong", "quote", "old", "new", "note", "alert", "warning"]
"""What a stretch of a line is: our words, those that lead it, a report's words, words that went and words that came,
how it stands, and what must not be overlooked, at the head of a line and inside it."""


@dataclass(frozen=True)
class BriefRun:
    """A stretch of a line."""

    text: str
    kind: Kind = "plain"


@dataclass(frozen=True)
class Citation:
    """The words that a line rests on. ``key`` is what the line shows ("2b"): the number of the source, and a letter.

    ``quote`` is the report's, on one line and cut at words, with ``…`` where it is; ``start`` and ``end`` are where the
    whole of it stands in the report. ``told`` says that the line itself has these words already.
    """

    key: str
    number: int
    report: str
    outlet: str | None
    country: str | None
    date: str | None
    quote: str
    start: int
    end: int
    told: bool


@dataclass(frozen=True)
class BriefLine:
    """One thing that reports say. ``citations`` are never empty."""

    runs: tuple[BriefRun, ...]
    citations: tuple[Citation, ...]

    @property
    def text(self) -> str:
        """The line without its citations."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class BriefGroup:
    """Lines under one small heading (None: under the section's own). ``more`` tells of those that had no room."""

    title: str | None
    lines: tuple[BriefLine, ...]
    more: str | None = None


@dataclass(frozen=True)
class BriefSection:
    """A part of the brief; ``nothing`` says what is not in the ledger, where it has no lines."""

    key: str
    title: str
    groups: tuple[BriefGroup, ...]
    nothing: str | None = None
    note: str | None = None

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        """All its lines."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True)
class CitedReport:
    """A report that is cited, under its number. ``where`` is its path, or its id where it has none."""

    number: int
    report: str
    outlet: str | None
    country: str | None
    date: str | None
    title: str | None
    where: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Brief:
    """Two pages on ``a`` and ``b`` (codes, with their usual ``names``), as of a day.

    ``facts`` say what it is made from, ``unknown`` what the ledger does not hold.
    """

    a: str
    b: str
    names: tuple[str, str]
    as_of: str
    since: str | None
    facts: str
    unknown: tuple[str, ...]
    sections: tuple[BriefSection, ...]
    sources: tuple[CitedReport, ...]

    @property
    def title(self) -> str:
        """The two sides by name."""
        return f"{self.names[0]} – {self.names[1]}"

    def to_markdown(self) -> str:
        """As Markdown; what a report says is escaped, so that none of it is markup or a link."""
        from communique.brief.markdown import as_markdown

        return as_markdown(self)

    def to_html(self) -> str:
        """As a whole page with its own style. Raises ``ExtraMissing``."""
        from communique.brief.html import as_html

        return as_html(self)

    def to_fragment(self, *, level: int = 1, href: Callable[[str], str] | None = None) -> str:
        """As an ``article`` for a page of yours: no style, only classes, which begin with ``brief``.

        ``level`` is that of its highest heading; ``href`` gives the address of a report by its id. Raises
        ``ExtraMissing``.
        """
        from communique.brief.html import as_fragment

        return as_fragment(self, level=level, href=href)

    def to_word(self) -> bytes:
        """As a .docx. Raises ``ExtraMissing``."""
        from communique.brief.word import as_word

        return as_word(self)

    def to_pdf(self) -> bytes:
        """As a PDF. Letters that no font of this machine has stand as U+FFFD, which it says. Raises ``ExtraMissing``."""
        from communique.brief.pdf import as_pdf

        return as_pdf(self)

"""A sheet of text for a person: lines of a given width, in colour or plain, on which a report's words steer nothing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.cli._screen import Paint, one_line

if TYPE_CHECKING:
    from communique.ledger.ask.rows import Source
    from communique.records import Evidence

_QUOTE = 600
STATE_STYLES = {
    "done": ("green", "bold"), "held": ("green", "bold"), "answered": ("green",), "hardened": ("cyan",),
    "broadened": ("cyan",), "in-progress": ("blue", "bold"), "planned": ("blue",), "softened": ("yellow",),
    "narrowed": ("yellow",), "moved": ("yellow",), "refused": ("red",), "cancelled": ("red",), "lapsed": ("red", "bold"),
    "overtaken": ("yellow",), "dropped": ("red",), "reversed": ("red", "bold"), "reworded": ("yellow",),
    "support": ("green",), "oppose": ("red",), "overdue": ("red", "bold"), "coming": ("blue",),
    "upgraded": ("green", "bold"), "established": ("green",),
}  # fmt: skip
"""The colour of a word that says how something stands."""
CHANGES = {"[- -]": ("red",), "{+ +}": ("green",)}
"""The marks around words that went and words that came."""


class Sheet:
    """Makes lines of ``width`` letters. ``sources`` are the reports that are cited, by id."""

    def __init__(self, paint: Paint, width: int, sources: Mapping[str, Source] | None = None) -> None:
        self.paint, self.width, self.sources = paint, width, sources or {}

    def wrapped(self, text: str, lead: str, *styles: str, hang: str | None = None) -> Iterator[str]:
        """``text`` after ``lead``, its further lines after ``hang`` (by default as much space), each with its end."""
        after = " " * len(lead) if hang is None else hang
        for line in self._broken(text, lead, after) or [lead]:
            bare = line.lstrip(" ")
            yield line[: len(line) - len(bare)] + self.paint(bare, *styles) + "\n" if styles else line + "\n"

    def marked(
        self, text: str, lead: str, marks: Mapping[str, tuple[str, ...]], *, drop: bool = False
    ) -> Iterator[str]:
        """``text`` with what stands between marks ("[- -]", by their opening and closing halves) in their colour.

        With ``drop``, the marks are left out where there is colour.
        """
        halves = {
            half: styles if number == 0 else ()
            for pair, styles in marks.items()
            for number, half in enumerate(pair.split())
        }
        cut = re.compile("(" + "|".join(map(re.escape, halves)) + ")")
        now: tuple[str, ...] = ()
        for line in self.wrapped(text, lead):
            if not self.paint.on:
                yield line
                continue
            shown = ""
            for part in cut.split(line.rstrip("\n")):
                ends = part in halves and not halves[part]
                now = halves[part] if part in halves and not ends else now
                if not (drop and part in halves):
                    bare = part.lstrip(" ")
                    space = part[: len(part) - len(bare)]
                    shown += space + self.paint(bare, *now) if now else part
                now = () if ends else now
            yield shown + "\n"

    def _broken(self, text: str, lead: str, after: str) -> list[str]:
        return textwrap.wrap(text, self.width, initial_indent=lead, subsequent_indent=after, break_on_hyphens=False)

    def head(self, text: str) -> str:
        """A heading."""
        return self.paint(text, "bold", "cyan") + "\n"

    def row(self, fields: Sequence[tuple[str, int]], rest: str = "") -> Iterator[str]:
        """Fields of fixed breadth, two spaces apart, and after them ``rest``, broken into its own column.

        A field that is a word of ``STATE_STYLES`` has its colour; the first is bold.
        """
        cells = [(one_line(text, breadth), breadth) for text, breadth in fields]
        plain = "  ".join(text.ljust(breadth) for text, breadth in cells)
        lead = plain + "  " if rest else plain.rstrip()
        painted = "  ".join(
            self._cell(text, number) + " " * (breadth - len(text)) for number, (text, breadth) in enumerate(cells)
        )
        lines = self._broken(one_line(rest), lead, " " * min(len(lead), self.width // 3)) if rest.strip() else []
        if not lines or not lines[0].startswith(plain):  # nothing follows, or it is too broad to share the line
            yield painted.rstrip() + "\n"
            yield from (line + "\n" for line in lines)
            return
        yield painted + lines[0][len(plain) :] + "\n"
        yield from (line + "\n" for line in lines[1:])

    def _cell(self, text: str, number: int) -> str:
        styles = STATE_STYLES.get(text.split(" ")[0], ())
        return self.paint(text, *styles) if styles else self.paint(text, "bold") if number == 0 else text

    def state(self, word: str) -> str:
        """A word that says how something stands, in its colour."""
        return self.paint(word, *STATE_STYLES.get(word, ()))

    def quote(self, words: str, lead: str) -> Iterator[str]:
        """A report's words in quotation marks."""
        if words:
            yield from self.wrapped(f"“{one_line(words, _QUOTE)}”", lead, "green", hang=" " * (len(lead) + 1))

    def cite(self, report: str, path: str | None, lead: str, more: str = "") -> Iterator[str]:
        """Whose word it is: the outlet, its day, and the report's path or id."""
        yield from self.wrapped(self.cited(report, path) + more, lead, "dim")

    def cited(self, report: str, path: str | None = None) -> str:
        """As ``cite``, as a phrase."""
        source = self.sources.get(report)
        if source is None:
            return one_line(path or report, 200)
        return citation(source)


def citation(source: Source) -> str:
    """``Outlet (CODE), 2024-05-20 · path``; of a report without a path its id."""
    outlet = source.outlet or ""
    if source.outlet_country:
        outlet = f"{outlet} ({source.outlet_country})" if outlet else source.outlet_country
    said = ", ".join(part for part in (outlet, source.published or source.date) if part)
    return " · ".join(one_line(part, 200) for part in (said, source.path or source.report) if part)


def words_of(evidence: Iterable[Evidence]) -> str:
    """The words of evidence, its stretches joined."""
    return " … ".join(part.quote for part in evidence)

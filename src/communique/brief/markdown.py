"""The brief as Markdown, for a terminal, a note or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.brief.model import Brief, BriefLine, BriefSection, CitedReport, Kind
from communique.brief.written import keys, quoted, reference, subtitle

_ACTS = re.compile(r"([\\`*_\[\]<>&~|$#{}])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|(www)(\.)")
_LIST = re.compile(r"^(\s*)([-+=])|^(\s*\d+)([.)])")
_MARKS: dict[Kind, tuple[str, str]] = {
    "plain": ("", ""), "note": ("", ""), "strong": ("**", "**"), "alert": ("**", "**"), "warning": ("*", "*"),
    "old": ("~~", "~~"), "new": ("**", "**"), "quote": ("", ""),
}  # fmt: skip


def as_markdown(brief: Brief) -> str:
    """The brief; what a report says is escaped, so that none of it is markup or a link."""
    return "".join(f"{one}\n" for one in _lines(brief))


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    yield escaped(subtitle(brief))
    for sentence in brief.unknown:
        yield ""
        yield f"**{escaped(sentence)}**"
    for section in brief.sections:
        yield from _section(section)
    if brief.sources:
        yield from ["", "## Sources", ""]
        for source in brief.sources:
            yield from _source(source)


def _section(section: BriefSection) -> Iterator[str]:
    yield from ["", f"## {escaped(section.title)}"]
    if section.nothing:
        yield from ["", escaped(section.nothing)]
    for group in section.groups:
        if group.title:
            yield from ["", f"### {escaped(group.title)}"]
        yield ""
        for line in group.lines:
            yield f"- {_line(line)}"
        if group.more:
            yield f"- and {escaped(group.more)}"
    if section.note:
        yield from ["", escaped(section.note)]


def _line(line: BriefLine) -> str:
    shown = "".join(_run(text, kind) for text, kind in quoted(line))
    return f"{_no_list(shown)} [{keys(line)}]"


def _run(text: str, kind: Kind) -> str:
    """A stretch, its mark close to the words: spaces stay outside. Where it begins a line, it may still begin a list."""
    before, after = _MARKS[kind]
    bare = text.strip(" ")
    if not before or not bare:
        return _inside(text)
    start = len(text) - len(text.lstrip(" "))
    return f"{text[:start]}{before}{_inside(bare)}{after}{text[start + len(bare) :]}"


def _source(source: CitedReport) -> Iterator[str]:
    where = f"`{source.where}`" if "`" not in source.where else escaped(source.where)
    yield f"{source.number}. {escaped(reference(source))}. {where}"
    for one in source.citations:
        if not one.told:
            yield f"   - {one.key} “{escaped(one.quote)}”"


def escaped(text: str) -> str:
    """Text in which nothing is Markdown: markup, lists, HTML, entities, formulas, addresses."""
    return _no_list(_inside(text))


def _inside(text: str) -> str:
    """Text as it may stand inside a line."""
    return _ADDRESS.sub(r"\1\3\\\2\4", _ACTS.sub(r"\\\1", text))


def _no_list(line: str) -> str:
    """A line that begins no list, heading or number."""
    return _LIST.sub(r"\1\3\\\2\4", line)

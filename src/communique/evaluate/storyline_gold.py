"""Storylines: connected reports with the threads, ladder, wordings and comparisons that people expect of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.evaluate.coded import Span
from communique.evaluate.gold import BadRecordError, locate
from communique.evaluate.safe import shortened


@dataclass(frozen=True)
class Story:
    """One storyline: its name, two parties, the names of its reports, and what is expected of them."""

    name: str
    parties: tuple[str, str]
    reports: tuple[str, ...]
    threads: tuple[Mapping[str, Any], ...]
    ladder: tuple[Mapping[str, Any], ...]
    wording: tuple[Mapping[str, Any], ...]
    compare: tuple[Mapping[str, Any], ...]


class Texts:
    """The texts by name, and where quotes stand in them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def at(self, report: str, quote: str) -> tuple[Span, ...]:
        """Where ``quote`` stands in a report."""
        return (locate(self.texts[report], quote),)


def load_stories(file: Path) -> list[Story]:
    """The storylines of a file. Raises ``InputError`` where it holds none, or one is not as it should be."""
    try:
        content = json.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as fault:
        raise InputError(str(file), f"the storylines cannot be read as JSON: {shortened(str(fault))}") from fault
    found = content.get("storylines") if isinstance(content, dict) else None
    if not isinstance(found, list) or not found:
        raise InputError(str(file), 'it holds no list "storylines"')
    return [_story(file, number, one) for number, one in enumerate(found, 1)]


def _story(file: Path, number: int, one: Any) -> Story:
    try:
        a, b = one["parties"]
        return Story(
            name=str(one["name"]), parties=(str(a), str(b)), reports=tuple(map(str, one["reports"])),
            threads=_all(one["threads"], "name", "steps"), ladder=_all(one.get("ladder", ()), "report", "label", "event"),
            wording=_all(one.get("wording", ()), "holder", "issue", "steps"),
            compare=_all(one.get("compare", ()), "a", "b", "only_a", "only_b", "both"),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise InputError(str(file), f"storyline {number} is not as it should be: {shortened(repr(fault))}") from fault


def _all(some: Any, *needed: str) -> tuple[Mapping[str, Any], ...]:
    for one in some:
        for name in needed:
            one[name]
    return tuple(some)


def faults(stories: Sequence[Story], texts: Texts) -> Iterator[str]:
    """A sentence for each report without a text, and for each quote that is not in its text."""
    for story in stories:
        missing = [name for name in story.reports if name not in texts.texts]
        yield from (f"{story.name}: there is no text {name}.txt" for name in missing)
        if missing:
            continue
        for report, quote in _quotes(story):
            try:
                texts.at(report, quote)
            except KeyError:
                yield f"{story.name}: {report} is not among its reports"
            except BadRecordError as fault:
                yield f"{story.name}: {report}: {fault}"


def _quotes(story: Story) -> Iterator[tuple[str, str]]:
    for thread in (*story.threads, *story.wording):
        for step in thread["steps"]:
            if step.get("quote"):
                yield step["report"], step["quote"]
    for pair in story.compare:
        for side in ("a", "b"):
            yield from ((pair[side], quote) for quote in pair[f"only_{side}"])
            yield from ((pair[side], both[side]) for both in pair["both"])

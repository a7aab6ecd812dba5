"""Labels that are surely short enough need no limit: to hold each against it, Vega measures it, again and again, and that
takes as long as all else that it does for a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_WIDE = frozenset("mwMW@%&+=<>~^")
_NARROW, _CAPITAL, _WIDEST, _FOREIGN = 0.66, 0.8, 1.0, 1.4
"""The most that a letter of a sans-serif takes, as a share of the size: DejaVu Sans, the widest in common use, has less.
What is not ASCII may be as wide as an emoji.
"""
_LISTS = frozenset(("domain", "sort", "values"))
_ELSEWHERE = frozenset(("datasets", "facet"))
"""Where a specification itself has what stands at an axis or in a legend, and where not."""


def unlimited(spec: dict[str, Any], labels: Iterable[str], size: float) -> dict[str, Any]:
    """The specification with no limit (0) where no label can reach it: neither these nor those that it names itself.

    ``size`` is that of the letters in pixels. What is drawn is the same.
    """
    lines = (line for label in (*labels, *_named(spec)) for line in label.split("\n"))
    widest = max((_width(line) for line in lines), default=0.0) * size
    made: dict[str, Any] = _without(spec, widest)
    return made


def _width(line: str) -> float:
    return sum(_letter(letter) for letter in line)


def _letter(letter: str) -> float:
    if not letter.isascii():
        return _FOREIGN
    return _WIDEST if letter in _WIDE else _CAPITAL if letter.isupper() else _NARROW


def _named(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, one in part.items():
            if key in _LISTS and isinstance(one, list):
                yield from (str(value) for value in one)
            elif key not in _ELSEWHERE:
                yield from _named(one)
    elif isinstance(part, list):
        for one in part:
            yield from _named(one)


def _without(part: Any, widest: float) -> Any:
    if isinstance(part, dict):
        return {
            key: 0 if key == "labelLimit" and widest <= one else one if key == "datasets" else _without(one, widest)
            for key, one in part.items()
        }
    return [_without(one, widest) for one in part] if isinstance(part, list) else part

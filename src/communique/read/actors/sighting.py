"""A person where the text names them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Sighting:
    """A person seen at ``start``-``end`` (the name only); ``title_start`` includes title and country before it."""

    start: int
    end: int
    title_start: int
    name: str
    offices: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    country: str | None = None
    gender: str | None = None
    titled: bool = False
    counterpart: bool = False
    comma: bool = False

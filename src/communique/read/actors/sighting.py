"""A person where the text names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.read.actors.chunks import Chunk


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

    def hold(self, office: Chunk) -> None:
        """Note that the person holds ``office``; "the Queen" also tells a gender."""
        if office.code not in self.offices:
            self.offices.append(office.code)
        self.words.append(office.text)
        self.gender = self.gender or office.entry.gender

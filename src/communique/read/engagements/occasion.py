"""An occasion in the making: what one mention in the text tells of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from communique.read.scene import Person, Unit

_PARTY = re.compile(r"[A-Z][A-Z0-9&-]{1,15}$")
"""What a record takes as a party: a country's code or an acronym, no "Summit of the Americas"."""


@dataclass(slots=True)
class Occasion:
    """``told``: ``main`` (a main clause says that it takes place), ``side`` (a dependent clause does), ``named`` (a
    noun phrase names it), ``back`` ("at the talks": it only points back to one already told).

    ``venue``: a building is named without its city. ``deadline``: its date is one. ``counted``: it stands for many of them ("has met
    four times"). ``closed``: it has a party that is
    no state, so that nobody is added. ``org``: it is of an organisation. ``earlier``: it was before the report's own
    time ("had last met"). ``after_main``: it is told to follow the main one. ``anchor``: the day that its dates count
    from. ``order``: where it stands in the text.
    """

    kind: str
    unit: Unit
    span: tuple[int, int]
    trigger: tuple[int, int]
    rules: list[str]
    told: str = "named"
    status: str = "held"
    first: str | None = None
    last: str | None = None
    place: str | None = None
    place_country: str | None = None
    venue: bool = False
    parties: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    level: str | None = None
    ordinal: int | None = None
    main: bool = False
    definite: bool = False
    deadline: bool = False
    counted: bool = False
    closed: bool = False
    org: bool = False
    earlier: bool = False
    after_main: bool = False
    anchor: str | None = None
    words: frozenset[str] = frozenset()
    order: int = 0

    def fields(self) -> dict[str, Any]:
        """The record's own fields."""
        return {
            "kind": self.kind,
            "status": self.status,
            "date_start": self.first,
            "date_end": self.last,
            "place": self.place,
            "parties": tuple(self.parties),
            "participants": tuple(dict.fromkeys(person.name for person in self.people)),
            "level": self.level if self.kind == "visit" else None,
            "ordinal": self.ordinal,
            "main": self.main,
        }

    def add_party(self, *codes: str) -> None:
        """Add those not yet there, in order."""
        for code in codes:
            if code not in self.parties and _PARTY.match(code):
                self.parties.append(code)

    def add_people(self, people: list[Person] | tuple[Person, ...]) -> None:
        """Add those not yet there, in order."""
        for person in people:
            if person.name and all(person.name != known.name for known in self.people):
                self.people.append(person)

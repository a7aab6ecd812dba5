"""Cities of diplomacy that are no capitals: where meetings are held."""

from __future__ import annotations

from communique.knowledge.models.base import Entry, Word, Words

CityNames = Words
"""The larger cities of one country, whose alpha-3 code is the entry's id."""


class City(Entry):
    """A place by its usual English name. ``country``: alpha-3; ``words``: other spellings.

    ``venue``: the name is a building's, resort's or estate's in ``city`` ("Diaoyutai State Guesthouse").
    """

    country: Word
    words: Words = ()
    city: Word | None = None
    venue: bool = False
    note: str | None = None

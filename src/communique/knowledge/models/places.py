"""Names that hold a country's name and mean no country."""

from __future__ import annotations

from typing import ClassVar

from communique.knowledge.models.base import Entry, Words


class NotCountries(Entry):
    """``words``: names such as "Korean Peninsula" in which no country is meant.

    ``after_city``: words that make a capital or city before them part of a name ("Paris" + "Agreement").
    ``also_persons``: names of places that are persons' too ("Santiago"): a title or another name beside them decides.
    """

    unique: ClassVar[tuple[str, ...]] = ("words",)

    words: Words = ()
    also_persons: Words = ()
    after_city: Words = ()
    note: str | None = None

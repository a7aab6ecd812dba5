"""Offices: the titles that stand before or after a name; honorifics: what stands before both."""

from __future__ import annotations

from typing import ClassVar, Literal

from communique.knowledge.models.base import Entry, Word, Words

Rank = Literal[
    "monarch", "head-of-state", "head-of-government", "foreign-minister", "minister", "deputy", "ambassador",
    "official", "spokesperson", "military", "parliament", "party", "org-head", "local", "clergy", "private",
]  # fmt: skip
Gender = Literal["m", "f"]


class Office(Entry):
    """One kind of office.

    ``words``: titles in full ("Minister of Foreign Affairs"), found in any case.
    ``abbreviations``: forms found only as written: short ones ("FM", "EAM"), and titles that are ordinary words in
    lower case ("General", "Speaker").
    ``plurals``: the title of several ("Presidents" A and B; "the foreign ministers"), found in any case.
    ``heads``: the title opens a longer one ("Minister of" + a portfolio, "Director of the Office of" + a body).
    ``speaks_for_state``: what its holder says is the state's (or organisation's) word; a professor's is not.
    ``alone``: "the President", "the Minister" can stand for its holder later in the text.
    ``spouse``: the title is that of somebody's husband or wife.
    ``countries``: where only these have it, the likeliest first: a hint where no other word of country is near.
    ``organisation``: the id of the organisation that alone has it.
    """

    unique: ClassVar[tuple[str, ...]] = ("words", "abbreviations", "plurals")

    words: Words
    abbreviations: Words = ()
    plurals: Words = ()
    rank: Rank
    speaks_for_state: bool = True
    gender: Gender | None = None
    heads: bool = False
    alone: bool = True
    spouse: bool = False
    countries: Words = ()
    organisation: Word | None = None
    note: str | None = None


class Honorific(Entry):
    """What is said in courtesy before a name or title (``words``) or after a name (``after``); ``gender`` if told."""

    unique: ClassVar[tuple[str, ...]] = ("words", "after")

    words: Words = ()
    after: Words = ()
    gender: Gender | None = None
    note: str | None = None

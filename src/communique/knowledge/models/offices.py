"""Offices: the titles that stand before or after a name; honorifics: what stands before both."""

from __future__ import annotations

from typing import ClassVar, Literal

from communique.knowledge.models.base import Entry, Words

Rank = Literal[
    "monarch", "head-of-state", "head-of-government", "foreign-minister", "minister", "deputy", "ambassador",
    "official", "spokesperson", "military", "parliament", "party", "org-head", "local",
]  # fmt: skip
Gender = Literal["m", "f"]


class Office(Entry):
    """One kind of office.

    ``words``: titles as written in full ("Minister of Foreign Affairs"), matched with the case of their main words.
    ``abbreviations``: short forms ("FM", "EAM"), matched only as written.
    ``heads``: the title opens a longer one ("Minister of" + a portfolio, "Director of the Office of" + a body).
    ``speaks_for_state``: what its holder says is the state's word (false: an organisation's, an opposition's).
    ``alone``: "the President", "the Minister" can stand for its holder later in the text.
    """

    unique: ClassVar[tuple[str, ...]] = ("words", "abbreviations")

    words: Words
    abbreviations: Words = ()
    rank: Rank
    speaks_for_state: bool = True
    gender: Gender | None = None
    heads: bool = False
    alone: bool = True
    note: str | None = None


class Honorific(Entry):
    """What is said before a name or title in courtesy: ``words``, and the ``gender`` that they tell."""

    unique: ClassVar[tuple[str, ...]] = ("words",)

    words: Words
    gender: Gender | None = None
    after: Words = ()
    note: str | None = None

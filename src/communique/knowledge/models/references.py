"""Named things that a report brings up (codebook, 5): those known by name, and the nouns that names are built on."""

from __future__ import annotations

from typing import ClassVar, Literal

from communique.knowledge.models.base import Entry, Words

Kind = Literal["instrument", "mechanism", "forum", "initiative", "project"]

Ground = Literal[
    "alone", "modifier", "name", "country", "pair", "topic", "place", "ordinal", "year", "marker", "session",
    "counted", "region", "never", "titled", "definite", "owner", "acronym",
]  # fmt: skip
"""Why a noun with what stands around it names one thing and no other.

``modifier``: a word before it that tells which ("plastics treaty"); ``name``: a capitalised one; ``country``: one
country's name, ``pair``: two ("Sino-Kazakh commission"); ``topic``: what follows by a link ("agreement on visas");
``place``: a capitalised place after a link; ``ordinal``, ``year`` before it; ``marker``: a word of ``marks`` before it;
``session``: it meets ("eighth round of", "session of"); ``counted``: a number and a topic ("three papers on borders");
``region``: a capitalised word that is no state's; ``alone``: it needs nothing; ``titled``: any capitalised word before
it; ``definite``: "the" and a mark ("the irrigation project"); ``owner``: a possessive ("the EU's data regulation");
``acronym``: its own initials in brackets after it ("rules of engagement (ROE)").
"""


class KnownReference(Entry):
    """A thing known under a name of its own. ``names``: capitals in them ask for capitals in the text.

    ``not_before``: words right after the name that make it the name of something else. ``each``: the names are not
    ways to write one thing but things of their own, with " = " between the ways to write one.
    """

    names: Words
    kind: Kind
    not_before: Words = ()
    each: bool = False
    note: str | None = None

    unique: ClassVar[tuple[str, ...]] = ("names",)


class ReferenceHead(Entry):
    """A noun (phrase) that names are built on: ``words``, in the singular.

    ``links``: the prepositions by which what follows belongs to the name. ``proper``: the grounds, any of which makes
    a capitalised one specific; ``common``: the same for one in lower case. ``plural``: the plural may be a name too.
    ``marks``: words that make it one of our kind. ``not_with``: words before it that make it something else.
    ``marks_win``: a mark outweighs them. ``built``: only where the sentence says that it is built, financed, opened.
    ``ordinal``: an ordinal before it belongs to the name ("7th Amber Summit"), not only to its session.
    ``number``: the number after it does ("Resolution 2758"). ``seated``: the state after "in" too ("Mission in Haiti").
    A noun may stand in several entries: the first that finds a name in it counts, in the order of their ids.
    """

    words: Words
    kind: Kind
    links: Words = ()
    proper: tuple[Ground, ...] = ("modifier", "name", "pair", "topic", "year")
    common: tuple[Ground, ...] = ()
    plural: bool = False
    marks: Words = ()
    not_with: Words = ()
    marks_win: bool = False
    built: bool = False
    ordinal: bool = False
    number: bool = False
    seated: bool = False
    note: str | None = None


class ReferenceWords(Entry):
    """A list of words for the purpose that its id and ``note`` name."""

    words: Words
    note: str | None = None

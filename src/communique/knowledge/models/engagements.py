"""Occasions: the nouns that name one and the verbs that tell one (codebook, 1)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from communique.knowledge.models.base import Entry, Words

EngagementKind = Literal[
    "meeting", "call", "visit", "multilateral", "mechanism", "signing", "message", "briefing", "ceremony"
]
ObjectKind = Literal["person", "place", "venue", "instrument", "none", "any"]


class EngagementRule(Entry):
    """An occasion of ``kind``, by ``nouns`` or ``verbs``, never both.

    ``nouns``: singular, with the words that must stand before them ("press conference"); plurals are made, unless the
    noun ends in "s". ``verbs``: base form, with the particle that must follow ("call on", "stop over"); other forms are
    made. ``object``: what the verb takes, so that "met the target" or "visited the website" is no occasion.
    ``then``: words of which one must follow in the clause ("by telephone"); ``never``: none of which may.
    ``visitor``: whether the subject goes to the other (``subject``) or comes (``object``).
    ``level``: of a visit, told by the noun itself.
    """

    kind: EngagementKind
    nouns: Words = ()
    verbs: Words = ()
    object: ObjectKind = "any"
    then: Words = ()
    never: Words = ()
    visitor: Literal["subject", "object"] | None = None
    level: Literal["state", "official", "working", "private"] | None = None
    note: str | None = None

    unique: ClassVar[tuple[str, ...]] = ("nouns",)

    @model_validator(mode="after")
    def _one_form(self) -> EngagementRule:
        if bool(self.nouns) == bool(self.verbs):
            raise ValueError("an engagement has either `nouns` or `verbs`")
        return self


class EngagementWords(Entry):
    """A list of words that the reading of occasions needs, for the purpose that id and ``note`` name."""

    words: Words
    note: str | None = None

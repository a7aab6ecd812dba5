"""What words do to the force of a formula (codebook, Derived)."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from communique.knowledge.models.base import Entry, Word, Words
from communique.knowledge.models.topics import PhraseList


class WordingWords(Entry):
    """Words of one effect on a formula.

    ``kind``: ``level`` (a verb or noun of standing, which commits as much as ``level`` says), ``stress`` (tells a stand
    that is not to be compared with those), ``frame`` (opens a stand and has no force of its own), ``firm`` (makes it
    firmer), ``hedge`` (reserves or conditions it), ``same`` (words that mean one thing).
    """

    kind: Literal["level", "stress", "frame", "firm", "hedge", "same"]
    level: int | None = Field(default=None, ge=1, le=9)
    words: PhraseList
    note: str | None = None

    @model_validator(mode="after")
    def _level_belongs(self) -> Self:
        if (self.level is not None) != (self.kind == "level"):
            raise ValueError("a `level` is for the kind `level`, which always has one")
        return self


class WordingScale(Entry):
    """Things of one kind that formulas speak of; ``rungs`` from what binds less to what binds more."""

    rungs: tuple[PhraseList, ...] = Field(min_length=2)
    note: str | None = None


class LabelForm(Entry):
    """``words`` in the name of a relation that are ``form`` in another's mouth or translation."""

    form: Word
    words: Words


class LabelFamily(Entry):
    """A kind of relation, by ``words`` in its name."""

    words: Words

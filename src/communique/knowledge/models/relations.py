"""What two sides call their relationship (codebook, 4): the words of its labels, what happens to it, and its tiers."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, field_validator

from communique.knowledge.models.base import Entry, Word, Words


class RelationHead(Entry):
    """A noun that labels are built on.

    ``words``: as written. ``label``: as it stands in the label, where that differs ("partner": "partnership").
    ``needs``: one of these phrases, all of its words before the noun, makes it a label; empty: it is one by itself.
    ``party``: one of the two is always this one. ``pair``: only where the two parties are named with it ("the
    U.S.-Japan alliance").
    """

    words: Words
    label: Word | None = None
    needs: Words = ()
    pair: bool = False
    party: Word | None = None
    note: str | None = None

    unique: ClassVar[tuple[str, ...]] = ("words",)


class RelationWords(Entry):
    """A list of words for the purpose that its id and ``note`` name."""

    words: Words
    note: str | None = None


class RelationLadder(Entry):
    """The tiers of partnership that ``party`` (a country or organisation) uses, from the lowest to the highest.

    ``rungs``: each a list of labels that stand level, lowest first. ``beside``: labels of its practice that are not
    above or below the others. ``over``: what is known of their order all the same: a label, and those that it stands
    above, on a rung or beside. ``source``: where the order is from.
    """

    party: Word
    rungs: tuple[Words, ...]
    beside: Words = ()
    over: dict[Word, Words] = Field(default_factory=dict)
    source: Word
    note: str | None = None

    @field_validator("rungs")
    @classmethod
    def _each_once(cls, value: tuple[Words, ...]) -> tuple[Words, ...]:
        labels = [label for rung in value for label in rung]
        twice = sorted({label for label in labels if labels.count(label) > 1})
        if twice:
            raise ValueError(f"each label stands on one rung only, not {', '.join(twice)}")
        return value

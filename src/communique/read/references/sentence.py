"""A parsed sentence as plain lists: what the grammar of names looks at again and again, read off the parse once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from communique.read.scene import Unit

DASHES = frozenset("-–—‑")
APOSTROPHES = frozenset(("'", "’"))
_UNLIKELY = frozenset(("RB", "RBR", "UH", "VB", "VBP", "VBZ", "LS", "XX", "WRB"))
"""Tags that a capitalised word inside a sentence hardly has: there it is a name."""


@dataclass(slots=True)
class Sentence:
    """Parallel lists over the tokens of a unit: as ``text``, ``low``-er case, part-of-speech ``tag``, offset ``at``."""

    unit: Unit
    text: list[str]
    low: list[str]
    tag: list[str]
    at: list[int]

    def capital(self, index: int) -> bool:
        """Whether the token is capitalised for more than opening the sentence."""
        if not self.text[index][0].isupper():
            return False
        if index > 0 or self.tag[0] in ("NNP", "NNPS"):
            return True
        return len(self.text) > 1 and self.text[1][0].isupper()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the report of the tokens ``first`` to ``last``, both included."""
        return self.unit.start + self.at[first], self.unit.start + self.at[last] + len(self.text[last])


def sentence_of(unit: Unit) -> Sentence | None:
    """The unit's parse as lists; ``None`` where it has none. Blank tokens are left out."""
    doc: Doc | None = unit.doc
    if doc is None:
        return None
    tokens = [token for token in doc if not token.is_space]
    tags = [token.tag_ for token in tokens]
    for index, token in enumerate(tokens):
        if index and tags[index] in _UNLIKELY and token.text[0].isupper():
            tags[index] = "NNP"
    return Sentence(
        unit,
        [token.text for token in tokens],
        [token.lower_.replace("'", "’") for token in tokens],
        tags,
        [token.idx for token in tokens],
    )

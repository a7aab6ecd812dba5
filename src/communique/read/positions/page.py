"""A report as the positions layer needs it: words, sentences, who is named where, which statement a word is in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.knowledge.phrases import Words, words_of
from communique.read.positions.table import sentence_numbers
from communique.read.scene import BODY_KINDS

if TYPE_CHECKING:
    from communique.read.draft import Draft
    from communique.read.scene import Mention, Scene


@dataclass(slots=True)
class Page:
    """Offsets here are word numbers; ``chars`` turns them into the report's."""

    scene: Scene
    words: Words
    sentences: list[int]
    statements: list[Draft]
    by_first: dict[int, Mention] = field(default_factory=dict)
    by_last: dict[int, Mention] = field(default_factory=dict)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The report's offsets of the words ``first`` up to ``last``."""
        return self.words.starts[first], self.words.ends[last - 1]

    def word_at(self, char: int) -> int:
        """The number of the first word that ends behind ``char``."""
        return bisect_right(self.words.ends, char)

    def sentence_of(self, word: int) -> tuple[int, int]:
        """The first word of the sentence and the first behind it."""
        number = self.sentences[word]
        return bisect_left(self.sentences, number), bisect_right(self.sentences, number)

    def paragraph_of(self, word: int) -> int:
        """The first word of the paragraph."""
        return bisect_left(self.words.starts, self.scene.text.rfind("\n", 0, self.words.starts[word]) + 1)

    def statement_of(self, first: int, last: int) -> tuple[Draft, int, int] | None:
        """The narrowest statement in whose evidence the words begin, and the words that the evidence goes over."""
        start, end = self.words.starts[first], self.words.ends[last - 1]
        best: tuple[int, int, int, int] | None = None
        for number, draft in enumerate(self.statements):
            for low, high in draft.spans:
                if low <= start < high:
                    size = (end > high, high - low, number, low)
                    if best is None or size < (*best[:3], best[3]):
                        best = size
        if best is None:
            return None
        draft, low = self.statements[best[2]], best[3]
        high = low + best[1]
        return draft, self.word_at(low), max(self.word_at(high - 1) + 1, last)

    def in_body(self, word: int) -> bool:
        """Whether the word is in the report's own running text, no title, question or note."""
        blocks = self.scene.blocks
        place = bisect_right(blocks, self.words.starts[word], key=lambda block: block.start) - 1
        return not blocks or (place >= 0 and blocks[place].kind in BODY_KINDS)


def make_page(scene: Scene, statements: list[Draft]) -> Page:
    """The page of a scene; the mentions that mean somebody are found by their first and last words."""
    words = words_of(scene.text)
    page = Page(scene, words, sentence_numbers(words), statements)
    for mention in scene.mentions:
        if not mention.parties:
            continue
        first = bisect_right(words.ends, mention.start)
        last = bisect_left(words.starts, mention.end)
        # "Kazakhstan's" may be one mention: its possessive is a word of ours
        if last > first and words.lower[last - 1] == "'s":
            last -= 1
        if last > first:
            page.by_first[first] = mention
            page.by_last[last] = mention
    return page

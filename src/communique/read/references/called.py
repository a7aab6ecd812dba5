"""Undertakings whose noun comes first: "Operation Barrier Reef", "Exercise Malabar"; the words after it are the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.references.candidate import Candidate
from communique.read.references.sentence import DASHES

if TYPE_CHECKING:
    from communique.read.references.lexicon import Lexicon
    from communique.read.references.sentence import Sentence
    from communique.read.scene import Scene

_LONGEST = 4


def called(scene: Scene, sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of one sentence: a noun of ``called`` in capitals with the capitalised words after it."""
    found: list[Candidate] = []
    for index, low in enumerate(sentence.low):
        if low not in lexicon.lists["called"] or not sentence.text[index][0].isupper():
            continue
        last = _name_end(sentence, index)
        if last > index:
            start, stop = sentence.span(index, last)
            kind = "project" if low == "operation" else "initiative"
            name = scene.text[start:stop]
            found.append(Candidate(start, stop, name, kind, lexicon.called_rule, low, None, True, stop))
    return found


def _name_end(sentence: Sentence, index: int) -> int:
    """The last token of the capitalised name after the noun; the noun's own where there is none."""
    last = index
    for place in range(index + 1, min(index + 1 + _LONGEST, len(sentence.text))):
        text, glued = sentence.text[place], sentence.at[place] == sentence.at[place - 1] + len(sentence.text[place - 1])
        if text in DASHES and glued and place > index + 1:
            continue
        if not text[0].isupper() and not (place > index + 1 and text.isdigit()):
            break
        last = place
    return last

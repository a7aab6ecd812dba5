"""The codebook's words on the force of a formula, compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.knowledge import Codebook, load_codebook
from communique.knowledge.gazetteer import gazetteer, normal
from communique.knowledge.phrases import Phrases, Words
from communique.ledger.lexicon.words import stem_of


class Word(NamedTuple):
    """Words ``first`` up to ``last`` are of ``kind`` (as in the codebook, or ``scale``), in its ``entry``.

    ``level`` is the level of a verb of standing, or the rung of a scale.
    """

    first: int
    last: int
    kind: str
    entry: str
    level: int


class Lexicon:
    """Finds the words that matter; made by ``codebook.memo``. ``stem`` gives the stem of a lower-case word."""

    def __init__(self, codebook: Codebook) -> None:
        entries: list[tuple[str, tuple[str, str, int]]] = []
        for key, one in codebook.section("wording_words").items():
            entries += [(phrase, (one.kind, key, one.level or 0)) for phrase in one.words]
        for key, scale in codebook.section("wording_scales").items():
            for rung, phrases in enumerate(scale.rungs):
                entries += [(phrase, ("scale", key, rung)) for phrase in phrases]
        self._phrases = Phrases(entries)
        self._issues = Phrases(
            [(phrase, key) for key, issue in codebook.section("issues").items() for phrase in issue.names]
        )
        self._with_parameter = frozenset(key for key, issue in codebook.section("issues").items() if issue.parameter)
        self._places = gazetteer(codebook)
        self.stem: Callable[[str], str] = stem_of

    def find(self, words: Words) -> list[Word]:
        """The words that matter, in order; of overlapping ones of one kind the longest."""
        found = [Word(first, last, *payload) for first, last, payload in self._phrases.find(words)]
        kept: list[Word] = []
        for one in sorted(found, key=lambda w: (w.first - w.last, w)):
            if not any(one.kind == other.kind and one.first < other.last and other.first < one.last for other in kept):
                kept.append(one)
        return sorted(kept)

    def issues_named(self, words: Words) -> Iterator[tuple[int, str]]:
        """(word, issue) of each issue that has no country to its name and is named here."""
        for first, _, key in self._issues.find(words):
            if key not in self._with_parameter:
                yield first, key

    def countries(self, words: Words) -> dict[int, tuple[int, str]]:
        """By its first word, (the word behind, code) of each country named, by adjective too."""
        out: dict[int, tuple[int, str]] = {}
        at = 0
        while at < len(words.plain):
            size, code = self._country(words, at)
            if code:
                out[at] = (at + size, code)
            at += size
        return out

    def _country(self, words: Words, at: int) -> tuple[int, str]:
        if not words.plain[at][:1].isupper():
            return 1, ""
        for size in range(min(5, len(words.plain) - at), 0, -1):
            phrase = normal(" ".join(words.plain[at : at + size]))
            for kind, code in self._places.lookup(phrase):
                if kind in ("country", "adjective", "people", "capital", "seat", "organisation"):
                    return size, code
        return 1, ""


def lexicon(codebook: Codebook | None = None) -> Lexicon:
    """The lexicon of a codebook, ours where none is given."""
    made: Lexicon = (codebook or load_codebook()).memo("ledger-wording", Lexicon)
    return made

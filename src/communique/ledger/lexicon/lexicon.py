"""How much the words of a matter tell, and how much two matters' words are alike.

A *term* is a stem, or the id of the codebook's ``likenesses`` that it belongs to; its weight is the genre's (codebook,
``genre_weights``), whatever the ledger holds: a likeness never changes because a report was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from communique.knowledge.codebook import Codebook, load_codebook
from communique.knowledge.gazetteer import gazetteer
from communique.ledger.lexicon.words import Word, fold, stem_of, words_in

UNKNOWN = 1.0
"""The weight of a stem that the genre's samples hardly have."""
COUNTRY = 0.1
"""The weight of a country's name or adjective: both readouts of two countries are full of them."""
NUMBER, YEAR = 0.8, 0.2
"""The weight of a figure, and of a year, which says when rather than what."""
SMOOTHING = 0.5
"""Added to both measures, so that one shared word of two is no full likeness."""
_YEAR = re.compile(r"(19|20)\d\d")
_NATIONAL = frozenset({"country", "adjective", "people", "capital", "seat"})


class Lexicon:
    """The codebook's words for likeness. One for each codebook: ``lexicon(codebook)``."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._weights: dict[str, float] = {
            stem: entry.weight for entry in codebook.section("genre_weights").values() for stem in entry.stems
        }
        lists = codebook.section("empty_words")
        self._empty = {stem_of(fold(word)) for entry in lists.values() for word in entry.words}
        self._emphatic = {stem_of(fold(word)) for word in lists["emphatic"].words} if "emphatic" in lists else set()
        self._concepts: dict[tuple[str, ...], str] = {}
        self._of_concepts: dict[str, float] = {}
        for name, entry in codebook.section("likenesses").items():
            phrases = [words_in(phrase) for phrase in entry.words]
            for words in phrases:
                self._concepts.setdefault(tuple(word.stem for word in words), f"={name}")
            # a thing tells as much as its commonest name, a name as much as the rarest of its words
            self._of_concepts[f"={name}"] = min(max(self.weight(word) for word in words) for words in phrases)
        self._countries = dict(_countries(codebook))
        self._longest: dict[str, int] = {}
        for stems in (*self._concepts, *self._countries):
            self._longest[stems[0]] = max(len(stems), self._longest.get(stems[0], 0))
        self._known: dict[str, Mapping[str, float]] = {}

    def terms(self, text: str) -> Mapping[str, float]:
        """Each term of ``text`` with its weight; empty words left out. A phrase of ``likenesses`` is one term."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = self._known[text] = self._terms(words_in(text))
        return known

    def _terms(self, words: list[Word]) -> dict[str, float]:
        found: dict[str, float] = {}
        at = 0
        while at < len(words):
            concept, length = self._concept_at(words, at)
            if concept:
                found[concept] = COUNTRY if concept[0] == "@" else self._of_concepts[concept]
            elif words[at].stem not in self._empty:
                found[words[at].stem] = self.weight(words[at])
            at += length
        return found

    def _concept_at(self, words: list[Word], at: int) -> tuple[str | None, int]:
        for length in range(self._longest.get(words[at].stem, 0), 0, -1):
            stems = tuple(word.stem for word in words[at : at + length])
            concept = self._countries.get(stems) if words[at].written[0].isupper() else None
            concept = concept or self._concepts.get(stems)
            if concept:
                return concept, length
        return None, 1

    def weight(self, word: Word) -> float:
        """How much a word tells, 0 to 1."""
        if word.number:
            return YEAR if _YEAR.fullmatch(word.stem) else NUMBER
        if word.stem in self._empty:
            return 0.0
        return self._weights.get(word.stem, UNKNOWN)

    def named(self, text: str) -> frozenset[str]:
        """The stems of proper names and acronyms in ``text``, countries' left out; a phrase of ``likenesses`` is one.

        A capital at the beginning of a quote makes a name only where the genre doesn't know the word.
        """
        words, found, at = words_in(text), set[str](), 0
        while at < len(words):
            concept, length = self._concept_at(words, at)
            names = [word.stem for word in words[at : at + length] if self._is_name(word)]
            if names and not (concept and concept[0] == "@"):
                found.add(concept if concept and length > 1 else names[0])
            at += length
        return frozenset(found)

    def _is_name(self, word: Word) -> bool:
        known = word.stem in self._weights or (word.stem,) in self._concepts
        return word.written[0].isupper() and word.stem not in self._empty and not (word.first and known)

    def countries(self, text: str) -> tuple[str, ...]:
        """The codes of the countries that ``text`` names, by whatever name, in its order."""
        words, found, at = words_in(text), dict[str, None](), 0
        while at < len(words):
            concept, length = self._concept_at(words, at)
            if concept and concept[0] == "@":
                found[concept[1:]] = None
            at += length
        return tuple(found)

    def emphatic(self, text: str) -> bool:
        """Whether a word in ``text`` makes what is said stronger ("firmly", "unwavering")."""
        return any(word.stem in self._emphatic for word in words_in(text))

    @staticmethod
    def numbers(text: str) -> frozenset[str]:
        """The figures in ``text`` as written in digits, without years."""
        return frozenset(word.stem for word in words_in(text) if word.number and not _YEAR.fullmatch(word.stem))

    def likeness(self, a: str, b: str) -> float:
        """How much two texts' words are alike, 0 to 1."""
        return alike(self.terms(a), self.terms(b))


def alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How much two sets of weighted terms are alike, 0 to 1: what they share of the shorter one and of the longer."""
    shared = sum(min(weight, b[term]) for term, weight in sorted(a.items()) if term in b)
    short, long = sorted((sum(a[term] for term in sorted(a)), sum(b[term] for term in sorted(b))))
    if not shared:
        return 0.0
    return 0.6 * shared / (short + SMOOTHING) + 0.4 * shared / (long + SMOOTHING)


def lexicon(codebook: Codebook | None = None) -> Lexicon:
    """The lexicon of a codebook (ours where none is given), made once."""
    made: Lexicon = (codebook or _ours()).memo("lexicon", Lexicon)
    return made


@lru_cache(maxsize=1)
def _ours() -> Codebook:
    return load_codebook()


def terms(text: str) -> Mapping[str, float]:
    """``Lexicon.terms`` of our codebook."""
    return lexicon().terms(text)


def likeness(a: str, b: str) -> float:
    """``Lexicon.likeness`` of our codebook."""
    return lexicon().likeness(a, b)


def named(text: str) -> frozenset[str]:
    """``Lexicon.named`` of our codebook."""
    return lexicon().named(text)


def numbers(text: str) -> frozenset[str]:
    """``Lexicon.numbers``."""
    return Lexicon.numbers(text)


def _countries(codebook: Codebook) -> Iterable[tuple[tuple[str, ...], str]]:
    """The names of countries, their people, capitals and governments as stems, each with ``@`` and its code."""
    for phrase, (kind, code) in gazetteer(codebook).phrases.items():
        if kind in _NATIONAL and phrase[0].isupper() and not phrase.isupper():
            yield tuple(word.stem for word in words_in(phrase)), f"@{code}"

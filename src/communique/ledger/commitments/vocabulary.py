"""The codebook's words for undertakings, compiled: groups and families of words, and lists of cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from communique.knowledge.codebook import Codebook, load_codebook
from communique.knowledge.gazetteer import gazetteer
from communique.ledger.commitments.dates import MONTHS
from communique.ledger.lexicon import Lexicon, fold, lexicon, words_in
from communique.ledger.lexicon.words import Word, stem_of

_NATIONAL = frozenset({"country", "adjective", "people", "seat"})


class Vocabulary:
    """One for each codebook: ``vocabulary(codebook)``.

    ``groups`` maps stems in a row to the terms that they make: ``=quota`` a thing, ``!build`` a deed, ``#feasibility`` a
    stage, ``+farm-products`` a whole, ``-farm-products`` a member of it. ``countries`` maps folded names, adjectives and peoples to
    their country, ``seats`` capitals and cities.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.lexicon: Lexicon = lexicon(codebook)
        self.groups: dict[tuple[str, ...], tuple[str, ...]] = {}
        marks = {"deed": "!", "thing": "=", "stage": "#"}
        for name, group in codebook.section("undertaking_groups").items():
            self._add(group.words, marks[group.kind] + name)
        for name, family in codebook.section("undertaking_families").items():
            self._add(family.whole, "+" + name)
            self._add(family.members, "-" + name)
        self.longest: dict[str, int] = {}
        for stems in self.groups:
            self.longest[stems[0]] = max(len(stems), self.longest.get(stems[0], 0))
        self._firsts: dict[str, frozenset[str]] = {}
        self._list_terms: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._lists = codebook.section("undertaking_words")
        self.empty = frozenset(stem_of(fold(word)) for word in self._lists["empty"].words)
        self.ungrouped = frozenset(self._lists["ungrouped"].words)
        self.doings = frozenset(self._lists["doings"].words)
        self.verbs_too = frozenset(self._lists["verbs-too"].words)
        self.title_words = self.stems("title-words")
        self.pronouns = frozenset(self._lists["pronouns"].words)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self.countries = dict(_named(codebook, _NATIONAL))
        self.seats = dict(_named(codebook, frozenset({"capital", "city"})))
        self._several: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._stems_of: dict[str, frozenset[str]] = {}

    def stems_of_country(self, code: str) -> frozenset[str]:
        """The stems of the names of a country, its people and its government."""
        if code not in self._stems_of:
            names = [words_in(name) for name, of in self.countries.items() if of == code]
            self._stems_of[code] = frozenset(
                word.stem for words in names for word in words
                if len(words) == 1 or (self.lexicon.weight(word) >= 1 and len(word.stem) > 2)
            )  # fmt: skip
        return self._stems_of[code]

    def _add(self, words: tuple[str, ...], term: str) -> None:
        for phrase in words:
            stems = tuple(word.stem for word in words_in(phrase))
            had = self.groups.get(stems, ())
            if term not in had:
                self.groups[stems] = (*had, term)

    def names_of_several_words(self, codes: tuple[str, ...]) -> re.Pattern[str]:
        """The names and adjectives of countries that are several words ("South African")."""
        if codes not in self._several:
            names = sorted(
                (name for name, of in self.countries.items() if of in codes and " " in name),
                key=lambda name: (-len(name), name),
            )
            self._several[codes] = re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b", re.IGNORECASE)
        return self._several[codes]

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list."""
        listed: tuple[str, ...] = self._lists[name].words
        return listed

    def stems(self, name: str) -> frozenset[str]:
        """The stems of the one-word entries of a list."""
        if name not in self._stems:
            self._stems[name] = frozenset(stem_of(fold(word)) for word in self.words(name) if " " not in word)
        return self._stems[name]

    def terms_of_list(self, name: str) -> frozenset[str]:
        """The terms that the one-word entries of a list make as groups."""
        if name not in self._list_terms:
            found = (self.groups.get((stem_of(fold(word)),), ()) for word in self.words(name))
            self._list_terms[name] = frozenset(term for terms in found for term in terms)
        return self._list_terms[name]

    @cached_property
    def definite(self) -> re.Pattern[str]:
        """ "The pact", "its signing": a thing named before, by its kind."""
        kinds, doings = "|".join(self.words("generic")), "|".join(self.words("generic-doings"))
        return re.compile(
            rf"\b(?:(?:the|this|that)\s+(?:{kinds})|(?:its|their)\s+(?:\w+\s+)?(?:{doings}))\b(?!\s+(?:of|for|on|between)\b)"
        )

    @cached_property
    def leaning(self) -> re.Pattern[str]:
        """ "The technical terms", "its answer", "this rate", "they": a thing named by its kind alone."""
        kinds = "|".join(self.words("leaning"))
        return re.compile(
            rf"\b(?:the|this|that|these|those|its|their|such)\s+(?:\w+\s+(?:and\s+\w+\s+)?){{0,2}}(?:{kinds})\b"
            rf"(?!\s+(?:of|for|on|between|with|to|from|under|at|in(?!\s+(?:{_TIME})))\b)|^(?:it|they|these|this|both)\b|\b(?:it|them|these)\b\W*$",
            re.IGNORECASE,
        )

    def pattern(self, name: str) -> re.Pattern[str]:
        """Any word or phrase of a list, in any case, as whole words."""
        if name not in self._patterns:
            phrases = sorted(self.words(name), key=lambda phrase: (-len(phrase), phrase))
            inner = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
            self._patterns[name] = re.compile(rf"\b(?:{inner})\b", re.IGNORECASE)
        return self._patterns[name]

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """The first word or phrase of a list in a text."""
        if name not in self._firsts:
            self._firsts[name] = frozenset(_FIRST.search(phrase.lower())[0] for phrase in self.words(name))  # type: ignore[index]
        if self._firsts[name].isdisjoint(_words_of(text)):
            return None
        return self.pattern(name).search(text)

    def groups_at(self, words: list[Word], at: int) -> tuple[tuple[str, ...], int]:
        """The terms that the words at ``at`` make, and how many words those are."""
        for length in range(min(self.longest.get(words[at].stem, 0), len(words) - at), 0, -1):
            found = self.groups.get(tuple(word.stem for word in words[at : at + length]))
            if found:
                return found, length
        return (), 1


def vocabulary(codebook: Codebook | None = None) -> Vocabulary:
    """The vocabulary of a codebook (ours where none is given), made once."""
    made: Vocabulary = (codebook or _ours()).memo("undertakings", Vocabulary)
    return made


_TIME = (
    r"(?:the\s+)?(?:first|second|third|fourth|early|mid|late|course|coming|next|spring|summer|autumn|winter|near future|\d{4}"
    rf"|{MONTHS})"
)
_FIRST = re.compile(r"[^\W_]+")


@lru_cache(maxsize=512)
def _words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case; a cheap look before a long pattern is tried."""
    return frozenset(_FIRST.findall(text.lower()))


@lru_cache(maxsize=1)
def _ours() -> Codebook:
    return load_codebook()


def _named(codebook: Codebook, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The folded names of some kinds in the gazetteer, each with its country."""
    known: Mapping[str, tuple[str, str]] = gazetteer(codebook).phrases
    for phrase, (kind, code) in sorted(known.items()):
        if kind in kinds and phrase[0].isupper() and code:
            yield fold(phrase), code

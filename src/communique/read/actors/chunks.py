"""The words of a report with their labels: country, adjective, organisation, city, office, honorific, capitalised.

Phrases are looked up in one trie of tokens, longest match first, so that the cost does not grow with the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from communique.knowledge import Codebook
from communique.knowledge.gazetteer import gazetteer
from communique.read.actors.names import settle_names

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s?\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_ABBREVIATED = 5
"""In letters: longer words before a full stop and a blank end a sentence."""
_SENTENCE_END = re.compile(r"[.!?:;]\s|[.!?:;][\"”’')\]]|\n|[\"“‘(]$|^$|[•–—]\s*$")


_ABSENT = {
    "no-president": ("president",),
    "no-prime-minister": ("prime-minister",),
    "no-foreign-minister": ("foreign-minister",),
    "no-monarch": ("king", "queen", "sultan", "emir", "emperor", "crown-prince", "crown-princess", "deputy-emir"),
}
"""Offices that the states of a word list do not have."""


_REALM = re.compile(r"\b(?:Kingdom|Sultanate|Emirate|Federation|Hashemite Kingdom|Islamic Republic)\b")


@dataclass(slots=True)
class Chunk:
    """One labelled stretch.

    ``kind``: ``country``, ``adjective``, ``people``, ``capital``, ``city``, ``seat``, ``party``, ``organisation``,
    ``part``, ``office``, ``plural`` (of an office), ``honorific``, ``cap`` (capitalised, unknown), ``particle``,
    ``word`` (anything else). ``gap`` is the text between the chunk before and this one. ``country`` is the party that
    the words of an office name ("U.S. Secretary of State").
    """

    start: int
    end: int
    text: str
    kind: str
    code: str = ""
    entry: Any = None
    gap: str = ""
    opens: bool = False
    genitive: bool = False
    country: str = ""


class Lexicon:
    """The label trie, built once from the codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._exact: dict[str, Any] = {}
        self._folded: dict[str, Any] = {}
        lists = codebook.section("wordlists")
        self.particles = frozenset(lists["name-particles"].words)
        self.not_names = frozenset(lists["not-names"].words)
        self.portfolios = frozenset(lists["portfolios"].words)
        self.openers = frozenset(lists["sentence-openers"].words)
        self.side_nouns = frozenset(lists["side-nouns"].words)
        self.institution_nouns = frozenset(lists["institution-nouns"].words)
        offices = codebook.section("offices").items()
        self.office_body: dict[str, str] = {key: one.organisation for key, one in offices if one.organisation}
        self.office_countries: dict[str, tuple[str, ...]] = {
            key: one.countries for key, one in offices if one.countries
        }
        self.title_country: dict[str, str] = {
            w: code for code, entry in codebook.section("own_titles").items() for w in entry.words
        }
        self.absent: dict[str, set[str]] = {}
        for name, lacking in _ABSENT.items():
            for code in lists[name].words:
                self.absent.setdefault(code, set()).update(lacking)
        self.female = frozenset(lists["female-names"].words)
        self.male = frozenset(lists["male-names"].words)
        self.facilities = frozenset(lists["facilities"].words)
        self.title_names = frozenset(lists["title-names"].words)
        places = gazetteer(codebook)
        self.realms = _realms(places.phrases.items())
        self.also_persons = places.also_persons
        for phrase, (kind, code) in places.phrases.items():
            self._add(self._exact, phrase, (kind, code, None, ""))
        self._add_offices(codebook)
        for key, honorific in codebook.section("honorifics").items():
            self._add_all(self._exact, honorific.words, ("honorific", key, honorific, ""))

    def _add_offices(self, codebook: Codebook) -> None:
        offices = codebook.section("offices").items()
        told = {
            word: self._party_in(word, office.rank)
            for _, office in offices
            for word in (*office.words, *office.abbreviations)
        }
        for key, office in offices:
            short = [w for w in office.abbreviations if not w.lower().startswith("the ")]
            for word in office.words:
                self._add(self._folded, word.lower(), ("office", key, office, told[word]))
            for word in office.plurals:
                self._add(self._folded, word.lower(), ("plural", key, office, ""))
            for word in short:
                self._add(self._exact, word, ("office", key, office, told[word]))
                if " " in word:
                    self._add(self._folded, word.lower(), ("office", key, office, told[word]))

    def _party_in(self, phrase: str, rank: str) -> str:
        """The state or organisation that an office names: "ASEAN Secretary-General", "Minister of State of Monaco"."""
        tokens = [(m.start(), m.end(), m.group().replace("’", "'")) for m in _TOKEN.finditer(phrase)]
        own = ""
        for position in range(len(tokens)):
            _, label = self._longest(tokens, position, phrase)
            if label is None:
                continue
            if label[0] in ("country", "adjective", "people", "party"):
                return str(label[1])
            if label[0] in ("organisation", "part") and (
                not position or rank not in ("minister", "foreign-minister", "deputy")
            ):
                own = own or str(label[1])
        return own

    def _add_all(self, trie: dict[str, Any], phrases: Iterable[str], label: tuple[str, str, Any, str]) -> None:
        for phrase in phrases:
            self._add(trie, phrase.lower() if trie is self._folded else phrase, label)

    @staticmethod
    def _add(trie: dict[str, Any], phrase: str, label: tuple[str, str, Any, str]) -> None:
        node = trie
        words = [m.group() for m in _TOKEN.finditer(phrase.replace("’", "'"))]
        for word in words:
            node = node.setdefault(word.rstrip(".") if len(word) < 3 else word, {})
        if words:
            node.setdefault("", label)

    def chunks(self, text: str) -> list[Chunk]:
        """All words of ``text`` as chunks, in order."""
        tokens = [(m.start(), m.end(), m.group().replace("’", "'")) for m in _TOKEN.finditer(text)]
        _lower_initials(tokens, text, self._exact)
        out: list[Chunk] = []
        position, end_of_last = 0, 0
        while position < len(tokens):
            start, end, word = tokens[position]
            if word in ("'s", "'"):
                if out:
                    out[-1].genitive = True
                end_of_last, position = end, position + 1
                continue
            length, label = self._longest(tokens, position, text)
            end = tokens[position + length - 1][1]
            gap = text[end_of_last:start]
            opens = not out or (gap != " " and bool(_SENTENCE_END.search(gap[:3]) or _SENTENCE_END.search(gap)))
            chunk = Chunk(start, end, text[start:end], "word", gap=gap, opens=opens)
            if label is not None:
                chunk.kind, chunk.code, chunk.entry, chunk.country = label
            else:
                self._label_plain(chunk)
            out.append(chunk)
            end_of_last, position = end, position + length
        return settle_names(out, self)

    def _longest(self, tokens: list[tuple[int, int, str]], position: int, text: str) -> tuple[int, Any]:
        """How many tokens from ``position`` on are one phrase of the trie, and its label; 1 and ``None`` where none."""
        best: tuple[int, Any] = (1, None)
        for trie, fold in ((self._exact, False), (self._folded, True)):
            node: dict[str, Any] = trie
            for at in range(position, len(tokens)):
                start, _, word = tokens[at]
                if at > position and not _joins(text[tokens[at - 1][1] : start], tokens[at - 1][2]):
                    break
                key = word.lower() if fold else word
                key = key.rstrip(".") if len(key) < 3 else key
                if key not in node:
                    break
                node = node[key]
                length = at + 1 - position
                if "" in node and (length > best[0] or best[1] is None):
                    best = (length, node[""])
        return best

    def _label_plain(self, chunk: Chunk) -> None:
        word = chunk.text
        if word.lower() in self.particles and (word.islower() or len(word) < 4):
            chunk.kind = "particle"
        if word[0].isupper() and not (chunk.opens and word in self.openers):
            chunk.kind = "cap"


def _realms(phrases: Iterable[tuple[str, tuple[str, str]]]) -> dict[str, frozenset[str]]:
    """The states whose names have a word of a realm: "the Kingdom" may be any of "the Kingdom of ..."."""
    found: dict[str, set[str]] = {}
    for phrase, (kind, code) in phrases:
        for word in _REALM.findall(phrase) if kind == "country" else ():
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _lower_initials(tokens: list[tuple[int, int, str]], text: str, known: dict[str, Any]) -> None:
    """ "GHANA has asked": the first word of a newspaper's paragraph in capitals, read as if it had one."""
    for at, (start, end, word) in enumerate(tokens[:-1]):
        if (
            not word.isupper()
            or word in known
            or word.capitalize() not in known
            or (start and text[start - 1] not in '\n\r"“')
        ):
            continue
        after = tokens[at + 1][2]
        if text[end : tokens[at + 1][0]] == " " and not after.isupper():
            tokens[at] = (start, end, word.capitalize())


def _joins(gap: str, before: str) -> bool:
    """Whether two tokens with ``gap`` between them may belong to one phrase: "in energy. Minister X" has no energy minister."""
    if gap.startswith(". ") and len(before) > _ABBREVIATED:
        return False
    return len(gap) <= 3 and not gap.strip(" -–'’&./,\u00a0") and "\n" not in gap

"""Phrases of the codebook, found in one pass over a text: a trie of words, compiled once.

A phrase is written as words with small marks; case and punctuation inside words do not matter ("one-China" is
``one china``), a comma between two words of a phrase does:

==================  ==================================================================
``word``            that word, in any case; a word in capitals (``UN``, ``AI``) in capitals only
``agricultur*``     a word that starts so
``(a|b c)``         one of these; ``(a|)`` or ``a?`` may be missing
``..3``             up to three words, commas included, of the same sentence
==================  ==================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

NONE, COMMA, CLAUSE, SENTENCE = 0, 1, 2, 3
"""What stands before a word: nothing, a comma or bracket, a semicolon or dash, the end of a sentence or a line."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:\.\d+)*|['’](?:s\b)?")
_BREAKS = {",": COMMA, "(": COMMA, ")": COMMA, ";": CLAUSE, ":": CLAUSE, "—": CLAUSE, "–": CLAUSE}
_BREAKS |= {".": SENTENCE, "!": SENTENCE, "?": SENTENCE, "•": SENTENCE, "·": SENTENCE}
_ABBREVIATIONS = frozenset("mr mrs ms dr st no gen col hon jr sr prof amb lt".split())
_MEMORY = 20_000
"""How many different words a matcher remembers before it starts afresh: its memory stays bounded."""


class Words(NamedTuple):
    """A text as words: lower case, as written, their offsets, and what stands before each (``breaks``)."""

    lower: list[str]
    plain: list[str]
    starts: list[int]
    ends: list[int]
    breaks: list[int]


class Hit(NamedTuple, Generic[T]):
    """Words ``first`` up to ``last`` (exclusive) are a phrase of ``payload``."""

    first: int
    last: int
    payload: T


def words_of(text: str) -> Words:
    """``text`` taken apart. "U.S." is ``us`` written ``US``, a possessive 's (or a lone ') is a word of its own."""
    words = Words([], [], [], [], [])
    lower, plain, starts, ends, breaks = words
    end = 0
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word[0] in "'’":
            if start == 0 or not text[start - 1].isalpha() or (len(word) == 1 and text[start - 1] not in "sSzZxX"):
                continue
            word = "'s"
        elif "." in word and not word[0].isdigit():
            word = word.replace(".", "")
        breaks.append(_break(text, end, start, lower) if starts else SENTENCE)
        plain.append(word)
        lower.append(word.lower())
        starts.append(start)
        end = match.end()
        ends.append(end)
    return words


def _break(text: str, end: int, start: int, lower: list[str]) -> int:
    """What separates the word that ends at ``end`` from the one that starts at ``start``."""
    between = text[end:start]
    if between in (" ", "-", ""):
        return NONE
    if "\n" in between and between.strip(" \n"):
        return SENTENCE  # a bullet or a full stop: not merely a wrapped line
    if between.count("\n") > 1:
        return SENTENCE
    level = max(map(_BREAKS.get, between, (NONE,) * len(between)))
    if level == SENTENCE and "." in between and lower[-1] in _ABBREVIATIONS:
        return NONE
    return level


@dataclass(slots=True)
class _Node(Generic[T]):
    edges: dict[str, _Node[T]] = field(default_factory=dict)
    gaps: dict[int, _Node[T]] = field(default_factory=dict)
    payloads: list[T] = field(default_factory=list)


class Phrases(Generic[T]):
    """Many phrases, each with what it stands for."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        self._symbols: set[str] = set()
        self._stems: set[str] = set()
        self._memory: dict[str, tuple[str, ...]] = {}
        for phrase, payload in entries:
            for steps in expand(phrase):
                self._add(steps, payload)
        lengths = {len(stem) for stem in self._stems}
        self._lengths = sorted(lengths)

    def _add(self, steps: tuple[str, ...], payload: T) -> None:
        node = self._root
        for step in steps:
            if step.startswith(".."):
                node = node.gaps.setdefault(int(step[2:]), _Node())
                continue
            if step.endswith("*"):
                self._stems.add(step[:-1].lower())
                symbol = step.lower()
            else:
                symbol = "=" + step if len(step) > 1 and step.isupper() else step.lower()
            self._symbols.add(symbol)
            node = node.edges.setdefault(symbol, _Node())
        if payload not in node.payloads:
            node.payloads.append(payload)

    def _symbols_of(self, plain: str, lower: str) -> tuple[str, ...]:
        """The edges that a word may take."""
        found = [symbol for symbol in (lower, "=" + plain) if symbol in self._symbols]
        for length in self._lengths:
            if length > len(lower):
                break
            if lower[:length] in self._stems:
                found.append(lower[:length] + "*")
        if len(self._memory) >= _MEMORY:
            self._memory.clear()
        self._memory[plain] = result = tuple(found)
        return result

    def find(self, words: Words, start: int = 0, end: int | None = None) -> list[Hit[T]]:
        """All phrases within the words ``start`` to ``end``, overlapping ones too, by where they start."""
        stop = len(words.lower) if end is None else end
        memory, edges = self._memory, self._root.edges
        hits: list[Hit[T]] = []
        for index in range(start, stop):
            plain = words.plain[index]
            symbols = memory.get(plain)
            if symbols is None:
                symbols = self._symbols_of(plain, words.lower[index])
            for symbol in symbols:
                node = edges.get(symbol)
                if node is not None:
                    self._walk(node, words, index, index + 1, stop, hits)
        return hits

    def _walk(self, node: _Node[T], words: Words, first: int, at: int, stop: int, hits: list[Hit[T]]) -> None:
        for payload in node.payloads:
            hits.append(Hit(first, at, payload))
        if at >= stop:
            return
        if node.edges and words.breaks[at] == NONE:
            self._step(node, words, first, at, stop, hits)
        for size, after in node.gaps.items():
            for skip in range(min(size, stop - at - 1) + 1):
                if words.breaks[at + skip] > COMMA:
                    break
                self._step(after, words, first, at + skip, stop, hits)

    def _step(self, node: _Node[T], words: Words, first: int, at: int, stop: int, hits: list[Hit[T]]) -> None:
        plain = words.plain[at]
        symbols = self._memory.get(plain)
        if symbols is None:
            symbols = self._symbols_of(plain, words.lower[at])
        for symbol in symbols:
            after = node.edges.get(symbol)
            if after is not None:
                self._walk(after, words, first, at + 1, stop, hits)


_PIECES = re.compile(r"\(|\)|\||\?|\.\.\d+|[^\s()|?]+")


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """The plain sequences that a phrase with alternatives stands for; ``ValueError`` where it is not well formed."""
    pieces = _PIECES.findall(phrase.replace("’", "'").replace("'s", " 's").replace("-", " "))
    sequences, rest = _alternatives(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"`{phrase}` has a bracket too many")
    for sequence in sequences:
        if not sequence or sequence[0].startswith("..") or sequence[-1].startswith(".."):
            raise ValueError(f"`{phrase}` must start and end with a word")
        yield sequence


def _alternatives(pieces: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The sequences from ``at`` up to the closing bracket or the end, and where that is."""
    done: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        at += 1
        if piece == "|":
            done, current = done + current, [()]
            continue
        if piece == "?":
            raise ValueError("a `?` must follow a word or a bracket")
        options: list[tuple[str, ...]] = [(piece,)]
        if piece == "(":
            options, at = _alternatives(pieces, at)
            if at >= len(pieces):
                raise ValueError("a bracket is not closed")
            at += 1
        if at < len(pieces) and pieces[at] == "?":
            options, at = [*options, ()], at + 1
        current = [head + tail for head in current for tail in dict.fromkeys(options)]
    return done + current, at

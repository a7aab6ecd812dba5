"""The words of a quote, folded so that spelling, case and accents don't matter."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from communique.knowledge.gazetteer import unaccented

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d+(?:[.,]\d+)*")
_MARKS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\W|$)")
_BRITISH = ((re.compile(r"(?<=\w{3})is(e[ds]?|ing|ations?|ational)$"), r"iz\1"), (re.compile(r"(?<=\w{2})our(?=s?$|ed$|ing$|able$|ly$|hood$|liness$)"), "or"),
            (re.compile(r"(?<=\w{2})([bt])re(?=s?$)"), r"\1er"), (re.compile(r"(?<=\wll)(?=ing$|ed$)"), ""),
            (re.compile(r"^(def|off|lic|pret)ence(?=s?$|d$)"), r"\1ense"), (re.compile(r"^(program|ton)(?:m|n)e(?=s?$)"), r"\1"))  # fmt: skip
_APART = {"important": "importan", "importance": "importan", "importantly": "importan"}
"""Words that Snowball gives the stem of another: what is imported need not be important."""
_stemmer = snowballstemmer.stemmer("english")
_turn = threading.Lock()


class Word(NamedTuple):
    """A word of a quote: as written, its stem, whether it is a number, and whether the quote begins with it."""

    written: str
    stem: str
    number: bool
    first: bool


def words_in(text: str) -> list[Word]:
    """The words of ``text`` in their order; a hyphen parts words, a possessive 's is none."""
    plain = _POSSESSIVE.sub("", text.translate(_MARKS))
    found: list[Word] = []
    for match in _WORD.finditer(plain):
        written = match.group()
        number = written[0].isdigit()
        stem = written.replace(",", "") if number else stem_of(fold(written))
        found.append(Word(written, stem, number, not found))
    return found


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case, accents, dots and British spelling."""
    folded = unaccented(word).casefold().replace(".", "")
    for pattern, spelling in _BRITISH:
        folded = pattern.sub(spelling, folded)
    return folded


@lru_cache(maxsize=50_000)
def stem_of(folded: str) -> str:
    """The stem of a folded word (Snowball's for English)."""
    if folded in _APART:
        return _APART[folded]
    with _turn:  # the stemmer keeps its state in itself
        return str(_stemmer.stemWord(folded))

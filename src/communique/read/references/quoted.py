"""Slogans in quotation marks: 'under the motto of "Four Steps"', 'the "Green Bridge" initiative'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.references.candidate import Candidate

if TYPE_CHECKING:
    from communique.read.references.lexicon import Lexicon

_QUOTED = re.compile(r"[\"“‘«]([^\"“”‘«»\n]{2,48}?)[,.]?[\"”’»](?!\w)")
_WORD_AFTER = re.compile(r"\s*([a-zA-Z-]+)")
_WORDS_BEFORE = re.compile(
    r"([a-zA-Z-]+)(?:\s+(?:of|called|named|dubbed|entitled|titled|under|on|for|known|as|the|a|its|their)){0,3}\s*$"
)


def quoted(text: str, start: int, end: int, lexicon: Lexicon) -> list[Candidate]:
    """The quoted slogans in ``text[start:end]``: up to six words beside a noun such as "slogan" or "initiative"."""
    if not any(mark in text[start:end] for mark in '"“‘«'):
        return []
    found = []
    nouns = lexicon.lists["slogans"]
    for match in _QUOTED.finditer(text, start, end):
        phrase = match.group(1).strip()
        if len(phrase.split()) > 6 or phrase[0].islower():
            continue
        after = _WORD_AFTER.match(text, match.end(), min(end, match.end() + 24))
        before = _WORDS_BEFORE.search(text[max(start, match.start() - 48) : match.start()])
        noun = after.group(1).lower() if after and after.group(1).lower() in nouns else ""
        if not noun and before and before.group(1).lower() in nouns:
            noun = before.group(1).lower()
        if noun:
            kind = "project" if noun == "project" else "initiative"
            begin = match.start(1)
            found.append(
                Candidate(
                    begin, begin + len(phrase), phrase, kind, lexicon.generic_rule, "", None, True, begin + len(phrase)
                )
            )
    return found

"""What the codebook says about relations, as tables: once per codebook, not per report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.lexicon import tokens_of

if TYPE_CHECKING:
    from communique.knowledge import Codebook


@dataclass(frozen=True, slots=True)
class Head:
    """One way to write a label's noun. ``label``: as in the label; ``needs``: sets of modifiers, one required."""

    words: tuple[str, ...]
    label: str
    needs: tuple[frozenset[str], ...]
    pair: bool
    rule: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``heads`` by first word, longest first; ``lists`` and ``events`` as sets; ``tails`` longest first."""

    heads: dict[str, tuple[Head, ...]]
    lists: dict[str, frozenset[str]]
    events: dict[str, frozenset[str]]
    tails: tuple[tuple[str, ...], ...]
    of_everybody: tuple[tuple[str, ...], ...]
    event_rules: dict[str, str]
    hyphenated: frozenset[str]


def lexicon(codebook: Codebook) -> Lexicon:
    """The tables of this codebook, made once."""
    return codebook.memo("relations", _build)  # type: ignore[no-any-return]


def _build(codebook: Codebook) -> Lexicon:
    heads: dict[str, list[Head]] = {}
    for key, entry in codebook.section("relation_heads").items():
        rule = codebook.rule("relation_heads", key)
        needs = tuple(frozenset(phrase.lower().split()) for phrase in entry.needs)
        for phrase in entry.words:
            words = tuple(tokens_of(phrase))
            heads.setdefault(words[0], []).append(
                Head(words, entry.label or phrase.lower(), needs, entry.pair, rule, entry.party)
            )
    listed = codebook.section("relation_words")
    lists = {key: frozenset(word.lower() for word in entry.words) for key, entry in listed.items()}
    events = {
        key: frozenset(word.lower() for word in entry.words)
        for key, entry in codebook.section("relation_events").items()
    }
    phrases = {
        key: tuple(sorted((tuple(tokens_of(word)) for word in listed[key].words), key=lambda t: (-len(t), t)))
        for key in ("tails", "of-everybody")
    }
    return Lexicon(
        {first: tuple(sorted(found, key=lambda h: (-len(h.words), h.rule))) for first, found in heads.items()},
        lists,
        events,
        phrases["tails"],
        phrases["of-everybody"],
        {key: codebook.rule("relation_events", key) for key in events},
        frozenset(word for word in lists["modifiers"] if "-" in word),
    )

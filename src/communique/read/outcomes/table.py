"""The codebook's words of outcomes, ready to be looked up by the number of their first word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from communique.read.engagements.lexicon import forms_of, pieces, word_id

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.knowledge import Codebook
    from communique.knowledge.models.outcomes import OutcomeRule

Known: TypeAlias = "tuple[tuple[str, ...], str, OutcomeRule]"
"""The words, the entry as records name it, and the entry."""


@dataclass(slots=True)
class Table:
    """Number of a first word to what may begin there, longest first; the nouns of undertakings and of processes."""

    verbs: dict[int, list[Known]] = field(default_factory=dict)
    phrases: dict[int, list[Known]] = field(default_factory=dict)
    nouns: dict[int, list[Known]] = field(default_factory=dict)
    first: frozenset[int] = frozenset()
    things: frozenset[str] = frozenset()
    processes: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    accords: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()


@dataclass(slots=True)
class Found:
    """An outcome in the text: ``thing`` is the head of what it befell, ``at`` its own word, up to ``stop``.

    ``begin`` and ``end`` (exclusive) are the tokens of the clause or phrase that tells it.
    """

    rule: str
    entry: OutcomeRule
    state: str
    thing: Token
    at: int
    stop: int
    begin: int
    end: int


def table_of(codebook: Codebook) -> Table:
    """The table of a codebook, built once."""
    table: Table = codebook.memo("outcome-table", _build)
    return table


def _build(codebook: Codebook) -> Table:
    table = Table()
    for name, entry in codebook.section("outcomes").items():
        rule = codebook.rule("outcomes", name)
        _add(table.verbs, entry.verbs, forms_of, rule, entry)
        _add(table.phrases, entry.phrases, lambda word: (word,), rule, entry)
        _add(table.nouns, entry.nouns, lambda word: (word,), rule, entry)
    words = codebook.section("outcome_words")
    table.things, table.processes = frozenset(words["undertakings"].words), frozenset(words["processes"].words)
    table.accords = frozenset(words["accords"].words)
    table.beginnings = frozenset(words["beginnings"].words)
    table.back, table.ahead = frozenset(words["looked-back-on"].words), frozenset(words["ahead"].words)
    table.first = frozenset((*table.verbs, *table.phrases, *table.nouns))
    return table


def _add(
    where: dict[int, list[Known]],
    words: Iterable[str],
    forms: Callable[[str], Iterable[str]],
    rule: str,
    entry: OutcomeRule,
) -> None:
    for phrase in words:
        base, *rest = pieces(phrase)
        for form in forms(base):
            found = where.setdefault(word_id(form), [])
            found.append(((form, *rest), rule, entry))
            found.sort(key=lambda known: -len(known[0]))

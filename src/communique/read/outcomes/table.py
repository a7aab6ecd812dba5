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


CUES = ("now", "only", "until", "till", "before", "earliest", "earlier", "sooner")
"""Words that may tell that a thing comes later than it was to (``moved``)."""


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
    barriers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()
    untold_of_sides: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    unplanned: frozenset[str] = frozenset()
    awaited: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()
    outlasting: frozenset[str] = frozenset()
    measuring: frozenset[str] = frozenset()
    working: frozenset[str] = frozenset()
    handing: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    by_tense: tuple[str, OutcomeRule] | None = None
    to_come: tuple[str, OutcomeRule] | None = None
    moved: tuple[str, OutcomeRule] | None = None
    stays_away: tuple[str, OutcomeRule] | None = None
    handed: tuple[str, OutcomeRule] | None = None
    unheard: tuple[str, OutcomeRule] | None = None


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
    groups = codebook.section("undertaking_groups").values()
    listed = (word.lower() for group in groups if group.kind == "thing" for word in group.words if " " not in word)
    happenings = frozenset(known[0][0] for found in table.nouns.values() for known in found if len(known[0]) == 1)
    table.named = table.things | happenings | _one_or_more(listed)
    table.accords = frozenset(words["accords"].words)
    table.beginnings = frozenset(words["beginnings"].words)
    table.barriers, table.persons = frozenset(words["barriers"].words), frozenset(words["persons"].words)
    table.back, table.ahead = frozenset(words["looked-back-on"].words), frozenset(words["ahead"].words)
    table.untold, table.now = frozenset(_forms(words["untold"].words)), frozenset(words["now"].words)
    table.untold_of_sides = frozenset(_forms(words["untold-of-sides"].words))
    table.occasions = frozenset(words["occasions"].words)
    table.unplanned = frozenset(_forms(words["unplanned"].words))
    table.awaited = frozenset(words["awaited"].words)
    table.placed = frozenset(_forms(words["placed"].words))
    table.measuring = frozenset(_forms(words["measuring"].words))
    table.working = frozenset(_forms(words["working"].words))
    table.documents = _one_or_more(words["documents"].words)
    table.handing = frozenset(word.split(" ", 1)[0] for word in _forms(words["handing"].words))
    table.saying = frozenset(_forms(words["saying"].words))
    table.outlasting = frozenset(_forms(words["outlasting"].words))
    table.by_tense, table.to_come = _narrating(codebook, "by-tense"), _narrating(codebook, "to-come")
    table.moved, table.stays_away = _narrating(codebook, "moved"), _narrating(codebook, "stays-away")
    table.handed, table.unheard = _narrating(codebook, "handed"), _narrating(codebook, "no-question-of")
    table.first = frozenset(
        (*table.verbs, *table.phrases, *table.nouns, *map(word_id, CUES), *map(word_id, table.handing))
    )
    return table


def _narrating(codebook: Codebook, name: str) -> tuple[str, OutcomeRule] | None:
    """The entry by which a tense tells an outcome, with its name in records; None where the codebook has none."""
    entry = codebook.section("outcomes").get(name)
    return (codebook.rule("outcomes", name), entry) if entry is not None else None


def _one_or_more(nouns: Iterable[str]) -> frozenset[str]:
    """Each noun as of one and as of several."""
    return frozenset(form for noun in nouns for form in (noun, noun + "s", noun[:-1] + "ies"))


def _forms(verbs: Iterable[str]) -> Iterable[str]:
    """Every form of each verb; of "come up" those of "come" with its particle."""
    split = (verb.split(" ", 1) for verb in verbs)
    return (" ".join((form, *rest)) for base, *rest in split for form in forms_of(base))


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

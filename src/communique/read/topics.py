"""What a statement is about: its topics (codebook, 2), by the words of ``topics.yaml`` and ``conflicts.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.knowledge.phrases import SENTENCE, Hit, Phrases, Words, words_of
from communique.records import TOPICS

if TYPE_CHECKING:
    from communique.knowledge import Codebook

_ORDER = {topic: place for place, topic in enumerate(TOPICS)}
HOTSPOT = "hotspot"
NO_TOPIC = "none"


@dataclass(frozen=True, slots=True)
class TopicContext:
    """What the words alone do not tell: ``sides`` are the report's, whose own conflicts are no ``hotspot``.

    ``before`` is what was said just before in the paragraph: a statement without topics of its own that goes on
    about it ("they called on all sides to stop") takes a conflict from there.
    """

    sides: tuple[str, ...] = ()
    before: str = ""


NO_CONTEXT = TopicContext()


@dataclass(slots=True)
class _Table:
    """All phrases of the two sections: payload is (topic or conflict, how it counts)."""

    phrases: Phrases[tuple[str, str]]
    own: dict[str, frozenset[str]] = field(default_factory=dict)


def _table(codebook: Codebook) -> _Table:
    entries: list[tuple[str, tuple[str, str]]] = []
    for topic, words in codebook.section("topics").items():
        for role in ("words", "weak", "beside", "except_"):
            entries += [(phrase, (topic, role)) for phrase in getattr(words, role)]
    own = {}
    for name, conflict in codebook.section("conflicts").items():
        own[name] = frozenset(conflict.own)
        entries += [(phrase, (name, "name")) for phrase in conflict.names]
        entries += [(phrase, (name, "place")) for phrase in conflict.places]
    return _Table(Phrases(entries), own)


def topics_of(text: str, context: TopicContext = NO_CONTEXT, codebook: Codebook | None = None) -> tuple[str, ...]:
    """The topics of the words of a statement, in the codebook's order; ``()`` where none fits."""
    if codebook is None:
        from communique.knowledge import load_codebook

        codebook = load_codebook()
    table: _Table = codebook.memo("topics", _table)
    return _topics(words_of(text), table, context)


def _topics(words: Words, table: _Table, context: TopicContext) -> tuple[str, ...]:
    strong, weak = _found(table.phrases.find(words), table, context)
    if NO_TOPIC in strong:
        return ()
    if not strong and context.before:
        strong = _carried(table, context)
    return tuple(sorted(strong or weak, key=lambda topic: _ORDER.get(topic, len(_ORDER))))


def _found(hits: list[Hit[tuple[str, str]]], table: _Table, context: TopicContext) -> tuple[set[str], set[str]]:
    strong, weak = _by_strength(hits)
    strong.discard(HOTSPOT)
    if _is_hotspot(hits, table, context):
        strong.add(HOTSPOT)
    return strong, weak


def _carried(table: _Table, context: TopicContext) -> set[str]:
    """The topics of the nearest sentence before that has any: "He promised to look into this"."""
    before = words_of(context.before)
    end = len(before.lower)
    for start in range(end - 1, -1, -1):
        if before.breaks[start] == SENTENCE:
            strong, _ = _found(table.phrases.find(before, start, end), table, context)
            strong.discard(NO_TOPIC)
            if strong:
                return strong
            end = start
    return set()


def _by_strength(hits: Iterable[Hit[tuple[str, str]]]) -> tuple[set[str], set[str]]:
    """The topics whose words count, and those with weak words only; hits inside an exception are left out."""
    hits = list(hits)
    excepted: dict[str, list[tuple[int, int]]] = {}
    for hit in hits:
        if hit.payload[1] == "except_":
            excepted.setdefault(hit.payload[0], []).append((hit.first, hit.last))
    strong: set[str] = set()
    weak: set[str] = set()
    for hit in hits:
        topic, role = hit.payload
        found = strong if role == "words" else weak if role == "weak" else None
        if found is None or topic in found:
            continue
        if not any(first <= hit.first and hit.last <= last for first, last in excepted.get(topic, ())):
            found.add(topic)
    return strong, weak


def _is_hotspot(hits: list[Hit[tuple[str, str]]], table: _Table, context: TopicContext) -> bool:
    """Whether the words are about a crisis of others than the sides."""
    sides = frozenset(context.sides)
    roles = {hit.payload[1] for hit in hits}
    in_words = HOTSPOT in _by_strength(hits)[0]
    named = {hit.payload[0] for hit in hits if hit.payload[1] == "name"}
    placed = {hit.payload[0] for hit in hits if hit.payload[1] == "place"}
    if in_words or "beside" in roles:
        named |= placed
    if named:
        return any(not (table.own[name] & sides) for name in sorted(named))
    return in_words

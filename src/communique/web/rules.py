"""Why a record is there: the codebook's entries that made it, as far as the codebook can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from communique.knowledge import Codebook, load_codebook
from communique.knowledge.sections import SECTIONS

BY_PERSON = "person:"
MOST_WORDS = 60
"""So many words of a list are shown."""


@dataclass(frozen=True)
class Entry:
    """An entry of the codebook: what it has, field by field, and how a user switches it off."""

    rule: str
    section: str
    id: str
    says: tuple[tuple[str, str], ...]
    off: str


def entries(rules: Sequence[str], codebooks: Sequence[str]) -> list[tuple[str, list[Entry]]]:
    """Each rule with its entries; none where today's codebook no longer has it. What a person made has no rule."""
    book = load_codebook(list(codebooks))
    index: Mapping[str, list[tuple[str, str]]] = book.memo("web.rules", _index)
    return [
        (rule, [_entry(book, rule, *place) for place in index.get(rule, ())])
        for rule in rules
        if not rule.startswith(BY_PERSON)
    ]


def _index(book: Codebook) -> dict[str, list[tuple[str, str]]]:
    """Where the entry of each rule stands: section and id. A file may have one id in several sections."""
    found: dict[str, list[tuple[str, str]]] = {}
    for section in SECTIONS:
        for id_ in book.section(section):
            found.setdefault(book.rule(section, id_), []).append((section, id_))
    return found


def _entry(book: Codebook, rule: str, section: str, id_: str) -> Entry:
    value = book.section(section)[id_]
    return Entry(rule, section, id_, tuple(_says(value)), f"{section}:\n  {id_}: off")


def _says(value: Any) -> list[tuple[str, str]]:
    if not isinstance(value, BaseModel):
        return [("words", _told(value))]
    fields = value.model_dump(mode="json", exclude_defaults=True)
    return [(name.strip("_").replace("_", " "), _told(one)) for name, one in fields.items()]


def _told(value: Any) -> str:
    """A value in a line."""
    if isinstance(value, Mapping):
        return "; ".join(f"{str(key).replace('_', ' ')}: {_told(one)}" for key, one in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        some = list(value)
        more = f" and {len(some) - MOST_WORDS} more" if len(some) > MOST_WORDS else ""
        return ", ".join(map(_told, some[:MOST_WORDS])) + more
    return "yes" if value is True else "no" if value is False else str(value)

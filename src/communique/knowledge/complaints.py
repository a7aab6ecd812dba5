"""What is wrong with an entry, said in sentences that a user of the codebook understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from communique.knowledge.sections import nearest

Problem = tuple[str, int, str]
"""A file, a line (from 1) and a sentence."""


def sentences(error: ValidationError, entry: str, model: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    """(path in the entry, sentence) for each thing that pydantic found wrong with ``entry``."""
    for one in error.errors(include_url=False):
        path = one["loc"]
        field = ".".join(str(step) for step in path if not isinstance(step, int))
        if one["type"] == "extra_forbidden":
            known = list(getattr(model, "model_fields", {})) if len(path) == 1 else []
            yield path, f"`{entry}` cannot have a field `{path[-1]}`{nearest(str(path[-1]), known)}"
        elif one["type"] == "missing":
            yield path, f"`{entry}` lacks the field `{field}`"
        else:
            where = f"`{field}` of `{entry}`" if field else f"`{entry}`"
            yield path, f"{where} is wrong: {one['msg'][:1].lower()}{one['msg'][1:]}; it says {_short(one['input'])}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def repeated(entries: Mapping[str, Any]) -> Iterator[tuple[str, list[Any], str]]:
    """(entry, path in it, sentence) for words that stand twice in one list of an entry."""
    for key, entry in entries.items():
        for field in getattr(type(entry), "model_fields", ()):
            words = getattr(entry, field)
            if not isinstance(words, tuple):
                continue
            for position, word in enumerate(words):
                if isinstance(word, str) and word in words[:position]:
                    yield key, [field, position], f"`{word}` stands twice in `{field}` of `{key}`"


def duplicates(model: Any, entries: Mapping[str, Any]) -> Iterator[tuple[str, list[Any], str]]:
    """(entry, path in it, sentence) for words that stand twice in the fields that ``model`` declares ``unique``."""
    seen: dict[tuple[str, str], str] = {}
    for field in getattr(model, "unique", ()):
        for key, entry in entries.items():
            words = getattr(entry, field) or ()
            words = [words] if isinstance(words, str) else list(words)
            for position, word in enumerate(words):
                other = seen.setdefault((field, word), key)
                if other == key and word not in words[:position]:
                    continue
                where = "twice in it" if other == key else f"also in `{other}`"
                yield key, [field, position], f"`{word}` of `{key}` is {where}; a word may mean one entry only"

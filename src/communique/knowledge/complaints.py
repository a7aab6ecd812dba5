"""What is wrong with an entry, said in sentences that a user of the codebook understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import ValidationError

from communique.knowledge.sections import nearest
from communique.knowledge.yaml_nodes import line_at

Problem = tuple[str, int, str]
"""A file, a line (from 1) and a sentence."""


def sentences(error: ValidationError, node: yaml.Node | None, entry: str, model: Any) -> Iterator[tuple[int, str]]:
    """(line, sentence) for each thing that pydantic found wrong with ``entry``, whose node is ``node``."""
    for one in error.errors(include_url=False):
        path = one["loc"]
        line = line_at(node, path) if node is not None else 1
        field = ".".join(str(step) for step in path if not isinstance(step, int))
        if one["type"] == "extra_forbidden":
            known = list(getattr(model, "model_fields", {})) if len(path) == 1 else []
            yield line, f"`{entry}` cannot have a field `{path[-1]}`{nearest(str(path[-1]), known)}"
        elif one["type"] == "missing":
            yield line, f"`{entry}` lacks the field `{field}`"
        else:
            where = f"`{field}` of `{entry}`" if field else f"`{entry}`"
            yield line, f"{where} is wrong: {one['msg'][:1].lower()}{one['msg'][1:]}; it says {_short(one['input'])}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def duplicates(model: Any, entries: Mapping[str, Any]) -> Iterator[tuple[str, list[Any], str]]:
    """(entry, path in it, sentence) for words that stand twice in the fields that ``model`` declares ``unique``."""
    seen: dict[tuple[str, str], str] = {}
    for field in getattr(model, "unique", ()):
        for key, entry in entries.items():
            for position, word in enumerate(getattr(entry, field) or ()):
                other = seen.setdefault((field, word), key)
                if other == key and word not in getattr(entry, field)[:position]:
                    continue
                where = "twice in it" if other == key else f"also in `{other}`"
                yield key, [field, position], f"`{word}` of `{key}` is {where}; a word may mean one entry only"

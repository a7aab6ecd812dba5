"""YAML with the line of everything kept: text in, plain values out, and the line of each piece on demand.

Only ``true``, ``false``, ``null``, ``~`` and plain numbers are anything but strings, so that a word list may hold
``no``, ``on``, ``off`` and ``yes`` without quotation marks, and a date stays a date's text.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)(\.\d+)?\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Problem = tuple[int, str]
"""A line (from 1) and a sentence."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Without garbage collection: the many small nodes of a file would set it off again and again (30 ms of 100)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compose(text: str) -> tuple[yaml.Node | None, list[Problem]]:
    """The tree of one YAML document with its marks, or the syntax error in it."""
    try:
        return yaml.compose(text, Loader=_Loader), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [((mark.line if mark else 0) + 1, f"this is no valid YAML: {error.problem or error.context}")]
    except yaml.YAMLError as error:
        return None, [(1, f"this is no valid YAML: {error}")]


def line_of(node: yaml.Node) -> int:
    """The line (from 1) on which a node starts."""
    return int(node.start_mark.line) + 1


def value_of(node: yaml.Node, problems: list[Problem]) -> Any:
    """The plain value of a node; keys that stand twice in one mapping are added to ``problems``."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_scalar(item) if isinstance(item, yaml.ScalarNode) else value_of(item, problems) for item in node.value]
    out: dict[Any, Any] = {}
    for key_node, item in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else repr(value_of(key_node, problems))
        if key in out:
            problems.append((line_of(key_node), f"`{key}` stands here a second time; join the two"))
        out[key] = value_of(item, problems)
    return out


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[:1] in "+-0123456789" and _NUMBER.match(text):
        return float(text) if "." in text else int(text)
    return text


def child(node: yaml.Node, key: Any) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key's node and the value's node at one step down from ``node``, or ``(None, None)``."""
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if getattr(key_node, "value", None) == key:
                return key_node, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None, None


def line_at(node: yaml.Node, path: Sequence[Any]) -> int:
    """The line of what ``path`` (keys and positions) leads to, as deep as it can be followed from ``node``.

    Steps that are no key (pydantic names the branch of a union so) are passed over.
    """
    line = line_of(node)
    for step in path:
        key_node, value = child(node, step)
        if key_node is None or value is None:
            continue
        line, node = line_of(key_node), value
    return line

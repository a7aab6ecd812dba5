"""Gold files: what people found in a report. A fault in one record loses that record, and is told in one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from communique.evaluate.coded import SCORED, Coded, Span, right_type
from communique.evaluate.safe import shortened
from communique.records import Engagement, Position, Reference, Relation, Statement
from communique.records import Record as RecordType

_MODELS: dict[str, type[RecordType]] = {
    "engagement": Engagement,
    "statement": Statement,
    "position": Position,
    "relation": Relation,
    "reference": Reference,
}
_BOOKKEEPING = frozenset(RecordType.model_fields)
_GOLD_ONLY = frozenset({"quote", "quotes", "optional"})
_NEEDED = {
    "engagement": ("kind", "parties"),
    "statement": ("act", "holders"),
    "position": ("holder", "issue", "stance"),
    "relation": ("parties", "label", "event"),
    "reference": ("kind", "name"),
}
_PLURAL = {layer: layer + "s" for layer in SCORED}
_KNOWN_TOP = frozenset(_PLURAL.values()) | {"outcomes"}


class BadRecordError(ValueError):
    """A gold record that cannot be scored; the message is the end of a sentence about it."""


def gold_files(where: Path) -> list[Path]:
    """The gold files of a folder, or the one file. Sidecars of reports may lie beside them."""
    files = [where] if where.is_file() else sorted(where.glob("*.json"))
    return [file for file in files if not file.name.endswith(".meta.json")]


def locate(text: str, quote: str) -> Span:
    """Where ``quote`` first stands in ``text``; line breaks and spaces may differ."""
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text) if quote.strip() else None
    if found is None:
        raise BadRecordError(f"its quote is not in the text: {shortened(quote, 80)!r}")
    return found.span()


def load_gold(file: Path, text: str) -> tuple[dict[str, list[Coded]], list[str]]:
    """The gold records of one report by layer, and a sentence for each thing that is wrong with the file."""
    empty: dict[str, list[Coded]] = {layer: [] for layer in SCORED}
    try:
        content = json.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as fault:
        return empty, [f"{file}: the gold cannot be read as JSON: {shortened(str(fault))}"]
    if not isinstance(content, dict):
        return empty, [f"{file}: the gold is no JSON object with lists of records"]
    problems = [
        f"{file}: unknown layer {shortened(str(key), 40)!r}: one of {', '.join(sorted(_KNOWN_TOP))}"
        for key in content
        if key not in _KNOWN_TOP
    ]
    for layer in SCORED:
        records = content.get(_PLURAL[layer]) or []
        if not isinstance(records, list):
            problems.append(f"{file}: {_PLURAL[layer]} is no list")
            continue
        for number, record in enumerate(records, 1):
            coded, faults = _one(layer, record, text)
            problems.extend(f"{file}: {layer} {number}: {fault}" for fault in faults)
            if coded is not None:
                empty[layer].append(coded)
    return empty, problems


def _one(layer: str, record: Any, text: str) -> tuple[Coded | None, list[str]]:
    """The record, or None where it cannot be scored, and what is wrong with it.

    A field or value that the codebook does not know is told, but the record still counts, as it does in ``score.py``.
    """
    try:
        _check_shape(layer, record)
        spans = tuple(locate(text, quote) for quote in record.get("quotes") or [record["quote"]])
    except BadRecordError as fault:
        return None, [f"left out, {fault}"]
    coded = Coded(layer=layer, fields=record, spans=spans, optional=bool(record.get("optional")))
    return coded, _unknown_parts(layer, record)


def _check_shape(layer: str, record: Any) -> None:
    if not isinstance(record, dict):
        raise BadRecordError("it is no JSON object")
    for name in _NEEDED[layer]:
        if record.get(name) is None:
            raise BadRecordError(f"it has no {name!r}")
    if not (record.get("quotes") or record.get("quote")):
        raise BadRecordError("it has no 'quote'")
    for name, value in record.items():
        if value is None or name not in _fields(layer):
            continue
        if not right_type(name, value):
            raise BadRecordError(f"its {name!r} is a {type(value).__name__}, which that field cannot be")


def _fields(layer: str) -> frozenset[str]:
    return (frozenset(_MODELS[layer].model_fields) - _BOOKKEEPING) | _GOLD_ONLY


def _unknown_parts(layer: str, record: Mapping[str, Any]) -> list[str]:
    problems = [f"unknown field {shortened(name, 40)!r}" for name in record if name not in _fields(layer)]
    for name, value in record.items():
        allowed = _choices(layer, name)
        for part in value if isinstance(value, list) else [value]:
            if allowed and part is not None and part not in allowed:
                problems.append(f"unknown {name} {shortened(str(part), 40)!r}")
    return problems


def _choices(layer: str, name: str) -> frozenset[str]:
    """The values that a field of fixed vocabulary may take; empty for free ones."""
    described = _MODELS[layer].model_fields.get(name)
    return frozenset(_literals(described.annotation)) if described else frozenset()


def _literals(annotation: Any) -> set[str]:
    found: set[str] = set()
    for part in get_args(annotation):
        if isinstance(part, str):
            found.add(part)
        elif get_args(part):
            found |= _literals(part)
    return found

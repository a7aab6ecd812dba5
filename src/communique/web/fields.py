"""The fields of a layer as a form has them, and back: made from the records' own types, so that they stay the same."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Union, get_args, get_origin

from communique.errors import BadCorrection
from communique.records import Engagement, Outcome, Position, Record, Reference, Relation, Statement

LAYERS: dict[str, type[Record]] = {
    "engagement": Engagement, "statement": Statement, "position": Position, "relation": Relation,
    "reference": Reference, "outcome": Outcome,
}  # fmt: skip
_BASE = frozenset(("record", "id", "report", "evidence", "rule", "about"))
_LINES = frozenset(("items", "participants", "due"))
_HINTS = {
    "holders": "codes with commas: CHN, KAZ", "addressees": "codes with commas; empty: none", "parties": "codes with commas: CHN, KAZ",
    "holder": "a code: KAZ", "participants": "one a line", "items": "one a line, in the words of the text",
    "due": "beside the items: a date or nothing on each line", "date_start": "2024-05-20, 2024-05 or 2024",
    "date_end": "2024-05-20, 2024-05 or 2024", "date": "2024-05-20, 2024-05 or 2024", "strength": "for pledge and agree only",
    "issue": "as one-china", "label": "as in the text",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A field of a form. ``kind`` is choice, many (of the options), codes, lines, number, yes or text."""

    name: str
    label: str
    kind: str
    options: tuple[str, ...] = ()
    required: bool = False
    hint: str = ""

    def shown(self, record: Record | None) -> Any:
        """What the form shows of a record: text, or what is chosen."""
        value = getattr(record, self.name, None) if record is not None else None
        if self.kind == "many":
            return tuple(value or ())
        if self.kind in {"codes", "lines"}:
            return (", " if self.kind == "codes" else "\n").join("" if one is None else str(one) for one in value or ())
        if self.kind == "yes":
            return bool(value)
        return "" if value is None else str(value)


def fields_of(layer: str) -> tuple[Field, ...]:
    """The fields of a layer's form. Raises ``BadCorrection`` where there is no such layer."""
    if layer not in LAYERS:
        raise BadCorrection(f"there is no layer {layer!r}; there are: {', '.join(LAYERS)}")
    named = LAYERS[layer].model_fields
    return tuple(_field(name, one) for name, one in named.items() if name not in _BASE)


def _field(name: str, info: Any) -> Field:
    required = info.is_required()
    inner = _bare(info.annotation)
    label, hint = name.replace("_", " ").capitalize(), _HINTS.get(name, "")
    if get_origin(inner) is Literal:
        return Field(name, label, "choice", get_args(inner), required, hint)
    if get_origin(inner) is tuple:
        item = _bare(get_args(inner)[0])
        if get_origin(item) is Literal:
            return Field(name, label, "many", get_args(item), required, hint)
        return Field(name, label, "lines" if name in _LINES else "codes", (), required, hint)
    kind = {bool: "yes", int: "number"}.get(inner, "text")
    return Field(name, label, kind, (), required, hint)


def _bare(annotation: Any) -> Any:
    """A type without "or None" and without its constraints."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    metadata = getattr(annotation, "__metadata__", None)
    return _bare(annotation.__origin__) if metadata is not None else annotation


def given(layer: str, form: Mapping[str, Any], several: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The values of a record from a form: ``form`` has one value a name, ``several`` all of them. What is empty is None.

    Whether they make a record is for the ledger to say.
    """
    return {one.name: _value(one, form.get(one.name), several.get(one.name, ())) for one in fields_of(layer)}


def _value(field: Field, text: Any, chosen: Iterable[str]) -> Any:
    told = str(text or "").strip()
    if field.kind == "many":
        return [one for one in chosen if one]
    if field.kind == "codes":
        return [one.strip() for one in told.replace(";", ",").split(",") if one.strip()]
    if field.kind == "lines":
        return _lines(field, str(text or ""))
    if field.kind == "yes":
        return bool(told)
    if field.kind == "number" and told:
        if not told.isdecimal():
            raise BadCorrection(f"{field.label} is a number, not {told!r}")
        return int(told)
    return told or None


def _lines(field: Field, text: str) -> list[str | None]:
    lines = [one.strip() for one in text.replace("\r\n", "\n").split("\n")]
    if field.name != "due":
        return [one for one in lines if one]
    while lines and not lines[-1]:
        lines.pop()
    return [one or None for one in lines]

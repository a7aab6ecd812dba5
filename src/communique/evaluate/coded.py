"""A record as the scorer sees it: its fields and where its words stand, whoever wrote it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SCORED: tuple[str, ...] = ("engagement", "statement", "position", "relation", "reference")
"""The layers that are scored, in the order of the codebook. The sixth, `outcome`, is kept but not scored."""

Span = tuple[int, int]

_NOT_CODED = frozenset({"record", "id", "report", "evidence", "rule", "quote", "quotes", "optional"})


@dataclass(frozen=True, eq=False)
class Coded:
    """One record of one layer. Two of them are the same only if they are the same object (``eq=False``)."""

    layer: str
    fields: Mapping[str, Any]
    spans: tuple[Span, ...]
    optional: bool = False
    evidence: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The field ``name``, or ``default`` where the record does not have it."""
        return self.fields.get(name, default)

    def coded_fields(self) -> dict[str, Any]:
        """The fields that the codebook names, without bookkeeping."""
        return {key: value for key, value in self.fields.items() if key not in _NOT_CODED}


def coded_from_record(record: Mapping[str, Any]) -> Coded:
    """A record as the reader prints it (``record``, ``evidence`` and fields); ValueError where it cannot be one."""
    evidence = tuple(record.get("evidence") or ())
    spans = tuple((int(e["start"]), int(e["end"])) for e in evidence)
    fields = {name: value for name, value in record.items() if value is not None}
    for name, value in fields.items():
        if not right_type(name, value):
            raise ValueError(f"its {name!r} is a {type(value).__name__}, which that field cannot be")
    return Coded(layer=record["record"], fields=fields, spans=spans, evidence=evidence)


_LISTS = frozenset({"parties", "participants", "holders", "addressees", "topics", "items", "quotes"})
_FLAGS = frozenset({"main", "optional"})
_TEXTS = frozenset({
    "kind", "status", "date_start", "date_end", "place", "level", "act", "speaker", "strength",
    "holder", "issue", "stance", "label", "event", "date", "name", "quote",
})  # fmt: skip


def right_type(name: str, value: Any) -> bool:
    """Whether ``value`` is of the type that the field ``name`` has in gold and in records."""
    if name in _LISTS:
        return isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value)
    if name in _FLAGS:
        return isinstance(value, bool)
    if name == "ordinal":
        return isinstance(value, int) and not isinstance(value, bool)
    return name not in _TEXTS or isinstance(value, str)

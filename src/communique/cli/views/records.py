"""The records of one report as lines of CSV: what they have in common, and the rest as it is named in each layer."""

from __future__ import annotations

from typing import Any

from communique.cli.views._view import EVIDENCE, View

_FIELDS = (
    "kind", "status", "date_start", "date_end", "place", "parties", "participants", "level", "ordinal", "main", "act",
    "holders", "speaker", "addressees", "strength", "topics", "items", "due", "holder", "issue", "stance", "label",
    "event", "name", "what", "state", "date",
)  # fmt: skip


def _field(name: str) -> Any:
    def value(record: Any) -> Any:
        found = getattr(record, name, None)
        return [one or "" for one in found] if isinstance(found, tuple) else found

    return value


VIEW = View(
    text=lambda sheet, rows: iter(()),
    columns={
        "record": lambda record: record.record,
        "id": lambda record: record.id,
        **{name: _field(name) for name in _FIELDS},
        **EVIDENCE,
    },
)

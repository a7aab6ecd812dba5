"""The JSON Schema of what ``communique read --format jsonl`` prints, from the types of the records themselves."""

from __future__ import annotations

import json
from typing import Any

from communique import records
from communique.records import LAYERS, Reading, Report

_ID = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """One schema for a line: the report's, or a record of one of the layers."""
    definitions: dict[str, Any] = {}
    for layer in LAYERS:
        _put(
            definitions,
            layer.capitalize(),
            getattr(records, layer.capitalize()).model_json_schema(mode="serialization"),
        )
    _put(definitions, "Report", _report(definitions))
    kinds = ["Report", *(layer.capitalize() for layer in LAYERS)]
    return {
        "$schema": _ID,
        "title": "A line of `communique read --format jsonl`",
        "description": "One line for the report, then one for each of its records.",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "$defs": definitions,
    }


def as_text() -> str:
    """The schema as it is printed and published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _report(definitions: dict[str, Any]) -> dict[str, Any]:
    """The report's line: the report without its text, with what the reading says of it as a whole."""
    line: dict[str, Any] = Report.model_json_schema(mode="serialization")
    del line["properties"]["text"]
    reading = Reading.model_json_schema(mode="serialization")
    definitions["Fault"] = reading["$defs"]["Fault"]
    for field in ("dateline", "open_count", "faults"):
        line["properties"][field] = reading["properties"][field]
    return line


def _put(definitions: dict[str, Any], name: str, schema: dict[str, Any]) -> None:
    """Every field is always printed, so every field is required, and the parts are named once for all."""
    definitions.update(schema.pop("$defs", {}))
    schema["required"] = list(schema["properties"])
    for field in schema["properties"].values():
        field.pop("default", None)
    definitions[name] = schema

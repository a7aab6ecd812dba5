"""Readings as JSON: a line a record (``jsonl``), or one array of readings (``json``)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from communique.records import Reading

# What a terminal would act on stays out of JSON too; an escape is the same value to whoever parses it.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dumps(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON in which no control character, direction mark or half letter stands as itself."""
    separators = (",", ": ") if indent else (", ", ": ")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def report_line(reading: Reading) -> dict[str, Any]:
    """The report without its text, and what was found out about it as a whole."""
    line = reading.report.model_dump(mode="json", exclude={"text"})
    line["dateline"] = reading.dateline
    line["open_count"] = reading.open_count
    line["faults"] = [fault.model_dump(mode="json") for fault in reading.faults]
    return line


def lines(reading: Reading, layers: Collection[str]) -> Iterator[str]:
    """The report's line, then one for each record of ``layers``."""
    yield dumps(report_line(reading)) + "\n"
    for record in reading.records():
        if record.record in layers:
            yield dumps(record.model_dump(mode="json")) + "\n"


def element(reading: Reading, layers: Collection[str]) -> str:
    """The reading as one object: its report, and the records of ``layers`` by layer."""
    whole: dict[str, Any] = {"report": report_line(reading)}
    for layer in layers:
        whole[f"{layer}s"] = [record.model_dump(mode="json") for record in reading.records() if record.record == layer]
    return dumps(whole, indent=1)

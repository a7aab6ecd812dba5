"""Why a record is there: the words that made its rule apply, for ``communique read --explain``."""

from __future__ import annotations

from communique.knowledge import Codebook
from communique.read.analyse import analyse
from communique.records import Reading

Spans = tuple[tuple[int, int], ...]


def triggers(reading: Reading, codebook: Codebook) -> dict[str, Spans]:
    """By record id, the spans of the words that triggered the record, in the order of the text.

    Records do not carry them, so the report is read once more: the same records come, and each with its draft.
    """
    from communique.read.reader import draft_to_record, read_layers

    scene = analyse(reading.report, codebook)
    wanted = {record.id for record in reading.records()}
    found: dict[str, Spans] = {}
    for draft in read_layers(scene, codebook)[0]:
        record = draft_to_record(draft, scene, [])
        if record is not None and record.id in wanted:
            found.setdefault(record.id, _within(draft.trigger, len(reading.report.text)))
    return found


def _within(spans: list[tuple[int, int]], end: int) -> Spans:
    """Sorted, each once, and only what lies within the text and holds something."""
    return tuple(sorted({(start, stop) for start, stop in spans if 0 <= start < stop <= end}))

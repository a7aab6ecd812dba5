"""A report's text cut where evidence begins and ends, so that each piece knows the records that it is evidence of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.records import Record

NARROW_FIRST = ("relation", "position", "reference", "outcome", "engagement", "statement")
"""Where evidence overlaps, the layer whose spans are usually narrower gives its colour."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text with the records that it is evidence of; ``first_of`` are those that begin here."""

    text: str
    start: int
    layer: str | None = None
    records: tuple[str, ...] = ()
    first_of: tuple[str, ...] = ()


def pieces(text: str, records: Iterable[Record], end: int | None = None) -> list[Piece]:
    """The text up to ``end`` in pieces; joined they are the text again."""
    end = len(text) if end is None else min(end, len(text))
    some = list(records)
    opened: dict[int, list[Record]] = {}
    closed: dict[int, list[Record]] = {}
    for record in some:
        for part in record.evidence:
            opened.setdefault(part.start, []).append(record)
            closed.setdefault(part.end, []).append(record)
    starts = {record.id: min(part.start for part in record.evidence) for record in some}
    made: list[Piece] = []
    running: list[Record] = []
    at = 0
    for edge in sorted({0, end, *(place for place in (*opened, *closed) if place < end)}):
        if edge > at:
            made.append(_piece(text[at:edge], at, running, starts))
            at = edge
        for record in closed.get(edge, ()):
            running.remove(record)
        running.extend(opened.get(edge, ()))
    return made


def _piece(text: str, start: int, running: Sequence[Record], starts: dict[str, int]) -> Piece:
    if not running:
        return Piece(text, start)
    inner = sorted(running, key=lambda one: (NARROW_FIRST.index(one.record), _length(one), one.id))
    ids = tuple(dict.fromkeys(one.id for one in inner))
    return Piece(text, start, inner[0].record, ids, tuple(id_ for id_ in ids if starts[id_] == start))


def _length(record: Record) -> int:
    return sum(part.end - part.start for part in record.evidence)

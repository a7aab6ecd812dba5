"""The text of a report cut where marks begin and end, so that marks which overlap can all be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.evaluate.coded import Coded
from communique.evaluate.matching import Pairing

STATES = ("right", "missed", "extra", "optional")


@dataclass(frozen=True)
class Mark:
    """A stretch of text and what the scorer says of the record that stands on it."""

    start: int
    end: int
    state: str


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks; ``states`` is empty for plain text."""

    text: str
    states: tuple[str, ...]


def marks_of(pairing: Pairing) -> list[Mark]:
    """The marks of one layer: what was found is marked where the reader saw it, what was missed where the gold does."""
    return [
        *_marks((found for _, found in pairing.pairs), "right"),
        *_marks((found for _, found in pairing.optional_pairs), "optional"),
        *_marks(pairing.missed, "missed"),
        *_marks(pairing.extra, "extra"),
    ]


def _marks(records: Iterable[Coded], state: str) -> list[Mark]:
    return [Mark(start, end, state) for record in records for start, end in record.spans]


def cut(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """``text`` in pieces: joined they are the text again. Marks that lie outside of it are cut off."""
    inside = [m for m in marks if 0 <= m.start < m.end and m.start < len(text)]
    edges: dict[int, list[tuple[str, int]]] = {}
    for mark in inside:
        edges.setdefault(mark.start, []).append((mark.state, 1))
        edges.setdefault(min(mark.end, len(text)), []).append((mark.state, -1))
    pieces: list[Piece] = []
    open_marks = dict.fromkeys(STATES, 0)
    position = 0
    for edge in sorted({*edges, len(text)}):
        if edge > position:
            pieces.append(Piece(text[position:edge], tuple(state for state in STATES if open_marks[state])))
            position = edge
        for state, change in edges.get(edge, ()):
            open_marks[state] += change
    return pieces

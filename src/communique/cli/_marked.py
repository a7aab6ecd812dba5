"""A report's own text with its evidence marked: in colour, or between brackets where there is none."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator

from communique.cli._screen import Paint, visible
from communique.records import LAYERS, Reading

STYLES = {"engagement": ("blue", "bold"), "statement": ("green",), "position": ("magenta", "bold"),
          "relation": ("red", "bold"), "reference": ("yellow",), "outcome": ("cyan", "bold")}  # fmt: skip
_NARROW_FIRST = ("relation", "position", "reference", "outcome", "engagement", "statement")


Piece = tuple[str, str | None]
"""Words, and the layer that shows there."""
_LONG = 20_000  # a line of more letters is no paragraph, and left to the terminal


def marked(reading: Reading, layers: Collection[str], paint: Paint, width: int = 0) -> Iterator[str]:
    """The text, line by line; where evidence overlaps, the layer with the narrower spans shows.

    Lines are broken between words at ``width`` letters, or left as they are where it is 0.
    """
    yield "  ".join(_mark(layer, layer, paint) for layer in LAYERS if layer in layers) + "\n\n"
    first = True
    for line in _lines(reading, layers):
        if not first:
            yield "\n"
        first = False
        # each row is marked by itself: a colour that runs over a line end would colour a pager's whole line
        if paint.on:
            yield "\n".join("".join(_painted(piece, paint) for piece in row) for row in _rows(line, width))
        else:
            yield _filled("".join(_painted(piece, paint) for piece in line), width)
    yield "\n\n"


def _lines(reading: Reading, layers: Collection[str]) -> Iterator[list[Piece]]:
    text, line = reading.report.text, list[Piece]()
    for start, end, layer in _stretches(reading, layers):
        piece = visible(text[start:end].replace("\r\n", "\n").replace("\r", "\n"), keep_lines=True)
        head, *more = piece.split("\n")
        line.append((head, layer))
        for next_line in more:
            yield line
            line = [(next_line, layer)]
    yield line


def _painted(piece: Piece, paint: Paint) -> str:
    words, layer = piece
    return _mark(words, layer, paint) if layer is not None and words.strip() else words


def _filled(line: str, width: int) -> str:
    return "\n".join(_broken(line, width))


def _rows(line: list[Piece], width: int) -> Iterator[list[Piece]]:
    """``line`` cut into rows of at most ``width`` letters, without the space at the cuts."""
    bare = "".join(words for words, _ in line)
    at = 0
    for row in _broken(bare, width):
        start = bare.index(row, at)
        at = start + len(row)
        yield list(_cut(line, start, at))


def _broken(line: str, width: int) -> list[str]:
    """``line`` broken between words; each row is a part of it as it stands."""
    if not 0 < width < len(line) <= _LONG:
        return [line]
    return textwrap.wrap(
        line, width, expand_tabs=False, replace_whitespace=False, break_long_words=False, break_on_hyphens=False
    )


def _cut(line: list[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for words, layer in line:
        inside = words[max(start - at, 0) : max(end - at, 0)]
        if inside:
            yield inside, layer
        at += len(words)


def _mark(words: str, layer: str, paint: Paint) -> str:
    return paint(words, *STYLES[layer]) if paint.on else f"[{words}|{layer[:3]}]"


def _stretches(reading: Reading, layers: Collection[str]) -> Iterator[tuple[int, int, str | None]]:
    """The text cut where evidence begins or ends, each stretch with the layer that shows there."""
    edges: list[tuple[int, int, str]] = []
    for record in reading.records():
        if record.record in layers:
            for part in record.evidence:
                edges += [(part.start, 1, record.record), (part.end, -1, record.record)]
    edges.sort()
    open_now = dict.fromkeys(LAYERS, 0)
    at, layer = 0, None
    for place, change, of in edges:
        open_now[of] += change
        if place > at:
            yield at, place, layer
            at = place
        layer = next((one for one in _NARROW_FIRST if open_now[one] > 0), None)
    if at < len(reading.report.text):
        yield at, len(reading.report.text), layer

"""A report's own text with its evidence marked: in colour, or between brackets where there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from communique.cli._screen import Paint, visible
from communique.records import LAYERS, Reading

STYLES = {"engagement": ("blue", "bold"), "statement": ("green",), "position": ("magenta", "bold"),
          "relation": ("red", "bold"), "reference": ("yellow",), "outcome": ("cyan", "bold")}  # fmt: skip
_NARROW_FIRST = ("relation", "position", "reference", "outcome", "engagement", "statement")


def marked(reading: Reading, layers: Collection[str], paint: Paint) -> Iterator[str]:
    """The text, piece by piece; where evidence overlaps, the layer with the narrower spans shows."""
    shown = [layer for layer in LAYERS if layer in layers]
    yield "  ".join(_mark(layer, layer, paint) for layer in shown) + "\n\n"
    text = reading.report.text
    for start, end, layer in _stretches(reading, layers):
        piece = visible(text[start:end].replace("\r\n", "\n").replace("\r", "\n"), keep_lines=True)
        if layer is None:
            yield piece
            continue
        # a colour that runs over a line end would colour a pager's whole line
        yield "\n".join(_mark(line, layer, paint) if line.strip() else line for line in piece.split("\n"))
    yield "\n\n"


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

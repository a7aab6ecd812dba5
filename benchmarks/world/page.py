"""A text put together piece by piece, every piece with its offsets."""

from __future__ import annotations

from communique.records import Evidence


class Page:
    """The text of a report while it is written."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(self, piece: str) -> Evidence:
        """Write a piece; its evidence."""
        start = self._length
        self._pieces.append(piece)
        self._length += len(piece)
        return Evidence.model_construct(start=start, end=self._length, quote=piece)

    def plain(self, piece: str) -> None:
        """Write a piece that nothing comes from."""
        self._pieces.append(piece)
        self._length += len(piece)

    def capital(self, piece: str) -> Evidence:
        """Write a piece that begins a sentence."""
        return self.add(piece[:1].upper() + piece[1:])

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)


def within(whole: Evidence, part: str) -> Evidence:
    """The evidence of a part of a piece."""
    at = whole.start + whole.quote.index(part)
    return Evidence.model_construct(start=at, end=at + len(part), quote=part)

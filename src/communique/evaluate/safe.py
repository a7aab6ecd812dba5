"""Text of a report on its way to a terminal or a page: what could steer either is shown instead of done."""

from __future__ import annotations

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str, *, keep_lines: bool = False) -> str:
    """``text`` with control, direction-turning and half characters written out, and lines joined unless kept."""
    return "".join(_shown(char, keep_lines) for char in text)


def _shown(char: str, keep_lines: bool) -> str:
    if char in "\n\t":
        return char if keep_lines else " "
    if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs"):
        return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
    return char


def shortened(text: str, width: int = 160) -> str:
    """One visible line of at most ``width`` characters, cut in the middle so that both ends can be seen."""
    line = visible(" ".join(text.split()))
    if len(line) <= width:
        return line
    half = (width - 3) // 2
    return f"{line[:half]}...{line[-half:]}"

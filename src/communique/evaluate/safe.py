"""Text of a report on its way to a terminal or a page: what could steer either is shown instead of done."""

from __future__ import annotations

import re

_STEERS = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
"""Control characters, those that turn the direction, and halves of letters."""


def visible(text: str, *, keep_lines: bool = False) -> str:
    """``text`` with control, direction-turning and half characters written out, and lines joined unless kept."""
    if text.isprintable():  # as nearly all is; nothing that steers may be printed
        return text
    return _STEERS.sub(lambda found: _shown(found[0], keep_lines), text)


def _shown(char: str, keep_lines: bool) -> str:
    if char in "\n\t":
        return char if keep_lines else " "
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"


def shortened(text: str, width: int = 160) -> str:
    """One visible line of at most ``width`` characters, cut in the middle so that both ends can be seen."""
    line = visible(" ".join(text.split()))
    if len(line) <= width:
        return line
    half = (width - 3) // 2
    return f"{line[:half]}...{line[-half:]}"

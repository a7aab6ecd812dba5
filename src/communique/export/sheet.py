"""Lines of comma-separated values, as the command line and the web view write them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from communique.evaluate.safe import visible

_FORMULA = ("=", "+", "-", "@")


def line(cells: Iterable[str], end: str = "\n") -> str:
    """The cells as one line that closes with ``end``."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=end).writerow(cells)
    return buffer.getvalue()


def cell(value: Any) -> str:
    """A value on one line: nothing for None, several with "; " between them, what has parts of its own as JSON.

    What a spreadsheet would run as a formula is kept from it by an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        plain_ones = all(isinstance(one, str | int | float) for one in value)
        value = "; ".join(map(str, value)) if plain_ones else json.dumps(value, ensure_ascii=False)
    text = visible(" ".join(str(value).split()))
    return f"'{text}" if text.startswith(_FORMULA) else text

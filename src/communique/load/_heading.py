"""The first line of the form `` date 2024-05-21 A title``."""

from __future__ import annotations

import re
from datetime import date

_DATED = re.compile(r"[ \t]{0,40}date[ \t]{1,40}(\d{4}-\d{2}-\d{2})(?:[ \t]{1,40}(\S[^\r\n]{0,2000}))?(?:\r\n|\r|\n|$)")


def dated_title(text: str) -> tuple[str | None, str | None, str]:
    """(date of publication, title, the text after that line); ``(None, None, text)`` without such a line."""
    match = _DATED.match(text)
    if not match or not _is_day(match[1]):
        return None, None, text
    title = match[2].rstrip() if match[2] else None
    return match[1], title, text[match.end() :]


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True

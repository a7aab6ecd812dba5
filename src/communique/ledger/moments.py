"""Moments, as corrections, merges and the audit log keep them: UTC, as 2026-11-22T01:40:00Z, with parts of a second or not.

Without its Z a moment sorts as it should whether it has parts of a second or not ("…:00" is before "…:00.5"): so they are
compared, with each other and with what `ask.dates` makes of those that a user gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func


def sorting(at: str) -> str:
    """A moment that is kept, so that it sorts."""
    return at.removesuffix("Z")


def kept(column: Any) -> ColumnElement[str]:
    """A column of moments, so that it sorts."""
    return func.rtrim(column, "Z")


def newest(some: Iterable[str | None]) -> str | None:
    """The last of the moments that are known."""
    return max((one for one in some if one), key=sorting, default=None)

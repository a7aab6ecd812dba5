"""A record in the making: plain and cheap, so that layers may drop, merge and compare before anything is validated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Draft:
    """``layer`` with its ``fields`` (the record's own), the ``spans`` of its evidence, and the ``rule`` entries.

    ``rule`` names codebook entries ("acts.yaml/stand-ready", "issues.yaml/one-china"), never code.
    ``trigger`` are the spans of the words that made the rule apply, for ``--explain``.
    """

    layer: str
    fields: dict[str, Any]
    spans: list[tuple[int, int]]
    rule: list[str]
    trigger: list[tuple[int, int]] = field(default_factory=list)

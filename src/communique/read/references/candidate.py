"""A stretch of text that may be a reference, before it is known which stretches mean one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Candidate:
    """``start``/``end``: offsets in the report. ``name``: as it will be told. ``head``: the noun it is built on.

    ``key``: the codebook's entry where it is known by name. ``proper``: written with capitals.
    ``core``: where the words before a complement end (the name without "on ...").
    """

    start: int
    end: int
    name: str
    kind: str
    rule: str
    head: str = ""
    key: str | None = None
    proper: bool = False
    core: int = 0
    uses: int = 1

"""What a page gives: rows under names, and what its template needs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.ledger.rows import Rows


@dataclass
class View:
    """A page's answer.

    ``sheets`` are the rows that it shows, by name: the same go out as JSON and CSV. ``context`` is what the template
    needs beside them. ``pinned`` are values for the address that make it say the same tomorrow (``as_of``, ``until``).
    """

    template: str
    title: str
    sheets: Mapping[str, Rows[Any]] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)
    pinned: Mapping[str, str | None] = field(default_factory=dict)
    status: int = 200

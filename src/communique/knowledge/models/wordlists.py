"""Plain lists of words that the reader needs, by purpose."""

from __future__ import annotations

from communique.knowledge.models.base import Entry, Words


class WordList(Entry):
    """``words`` for the purpose that the entry's id and ``note`` name."""

    words: Words
    note: str | None = None

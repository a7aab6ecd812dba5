"""Words as the ledger compares them: which mean the same, and how much each tells."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from communique.knowledge.models.base import Entry, Words


class Likeness(Entry):
    """Words and phrases that a report may use for one another in a matter ("railway", "rail line").

    Compared by their stems: one form of a word is enough.
    """

    words: Words
    note: str | None = None


class GenreWeight(Entry):
    """Stems that tell equally little: ``weight`` from 0 (in every report) to 1 (in hardly any), which is that of a stem
    in no entry. Made by ``tools/weights.py`` from the samples, once and for all: a ledger's content doesn't change it.
    """

    weight: Annotated[float, Field(ge=0, le=1)]
    stems: Words

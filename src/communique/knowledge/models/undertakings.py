"""What the ledger needs to follow undertakings: words for the same deed or thing, and words that tell what became of it."""

from __future__ import annotations

from typing import Literal

from communique.knowledge.models.base import Entry, Words


class UndertakingGroup(Entry):
    """Words and phrases by which reports name the same deed or thing; stems are compared, so one form is enough.

    ``kind``: a ``deed`` (what is done) tells little by itself; a ``thing`` is what it is done to; a ``stage`` is a part
    of a bigger work that is an undertaking of its own ("the feasibility study for the railway").
    """

    words: Words
    kind: Literal["deed", "thing", "stage"] = "thing"
    note: str | None = None


class UndertakingFamily(Entry):
    """``whole`` may be said for any of the ``members`` ("farm products" for wheat), never one member for another."""

    whole: Words
    members: Words
    note: str | None = None

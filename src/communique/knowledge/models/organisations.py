"""Organisations and forums of states."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import field_validator

from communique.knowledge.models.base import Entry, Words


class Organisation(Entry):
    """An organisation by its usual acronym, the id itself a name of it unless ``silent_id``.

    ``names``: full and short names.
    ``party``: it can take part in an engagement and hold a statement with a voice of its own.
    ``parts``: organs whose word is the organisation's. ``members``: alpha-3 codes, for the important ones.
    ``kind``: ``organisation``, ``forum`` (a format of meetings: G20, Quad), ``court``, ``bank``,
    ``agency`` (of ``of``).
    ``seats``: cities that stand for it ("Brussels").
    """

    names: Words = ()
    parts: Words = ()
    seats: Words = ()
    party: bool = False
    kind: Literal["organisation", "forum", "court", "agency", "bank"] = "organisation"
    of: str | None = None
    members: Words = ()
    silent_id: bool = False
    note: str | None = None

    unique: ClassVar[tuple[str, ...]] = ("names", "parts")

    @field_validator("members")
    @classmethod
    def _codes(cls, value: Words) -> Words:
        wrong = [code for code in value if not (len(code) == 3 and code.isupper())]
        if wrong:
            raise ValueError(f"members are three-letter country codes, not {', '.join(wrong)}")
        return value

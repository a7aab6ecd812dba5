"""The six layers of the codebook, one type each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from communique.records._base import Act, Evidence, Record, Topic

Party = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9&-]{1,15}$")]
"""An ISO 3166-1 alpha-3 code, or the usual acronym of an organisation."""

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO date prefix: its length is its precision."""


class Engagement(Record):
    """An occasion on which sides meet or communicate (codebook, 1)."""

    record: Literal["engagement"] = "engagement"
    kind: Literal["meeting", "call", "visit", "multilateral", "mechanism", "signing", "message", "briefing", "ceremony"]
    status: Literal["held", "planned"]
    date_start: PartialDate | None = None
    date_end: PartialDate | None = None
    place: str | None = None
    parties: tuple[Party, ...]
    participants: tuple[str, ...] = ()
    level: Literal["state", "official", "working", "private"] | None = None
    ordinal: int | None = Field(default=None, ge=1)
    main: bool = False


class Statement(Record):
    """A side says something that counts (codebook, 2).

    ``due`` runs beside ``items``, ``about`` are the words by which the matter was taken up before it was spoken of. Both
    are derived from the words around, and so no part of the record's identity.
    """

    _not_identity: ClassVar[frozenset[str]] = Record._not_identity | {"due", "about"}

    record: Literal["statement"] = "statement"
    act: Act
    holders: tuple[Party, ...] = Field(min_length=1)
    speaker: str | None = None
    addressees: tuple[Party, ...] = ()
    strength: Literal["firm", "soft", "tentative"] | None = None
    topics: tuple[Topic, ...] = ()
    items: tuple[str, ...] = ()
    due: tuple[PartialDate | None, ...] = ()
    about: Evidence | None = None

    @model_validator(mode="after")
    def _due_beside_items(self) -> Self:
        if not self.due and self.items:
            object.__setattr__(self, "due", (None,) * len(self.items))
        if len(self.due) != len(self.items):
            raise ValueError("due has a date, or none, for each item")
        return self

    @model_validator(mode="after")
    def _strength_belongs(self) -> Self:
        if (self.strength is not None) != (self.act in ("pledge", "agree")):
            raise ValueError("strength is for pledge and agree, and they always have one")
        return self


class Position(Record):
    """Where a side stands on a standing issue (codebook, 3)."""

    record: Literal["position"] = "position"
    holder: Party
    issue: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(:[A-Z0-9&-]+)?$")]
    stance: Literal["support", "oppose"]


class Relation(Record):
    """What two sides call their relationship, and when (codebook, 4)."""

    record: Literal["relation"] = "relation"
    parties: tuple[Party, Party]
    label: str = Field(min_length=1)
    event: Literal["described", "established", "upgraded", "agreed", "proposed"]
    date: PartialDate | None = None


class Reference(Record):
    """A named thing that the report brings up (codebook, 5)."""

    record: Literal["reference"] = "reference"
    kind: Literal["instrument", "mechanism", "forum", "initiative", "project"]
    name: str = Field(min_length=1)


class Outcome(Record):
    """What a report tells as having happened to an undertaking (codebook, 6), or that it is to happen (``planned``).

    ``about`` are the words by which the matter was taken up before it was told of; they are no part of the identity.
    """

    _not_identity: ClassVar[frozenset[str]] = Record._not_identity | {"about"}

    record: Literal["outcome"] = "outcome"
    what: str = Field(min_length=1)
    parties: tuple[Party, ...] = ()
    state: Literal["begun", "done", "postponed", "failed", "planned"]
    date: PartialDate | None = None
    about: Evidence | None = None

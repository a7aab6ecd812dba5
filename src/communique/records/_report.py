"""The report, and a reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from communique.records._base import Record, content_id
from communique.records._layers import Engagement, Outcome, Party, Position, Reference, Relation, Statement


class Report(BaseModel):
    """One text with what is known about it. Never changed: a new version is a new report.

    ``path`` is where it was read from and no part of its identity.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    record: Literal["report"] = "report"
    id: str = ""
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_country: Party | None = None
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    url: str | None = None
    language: str | None = None
    text: str = Field(repr=False)

    @model_validator(mode="after")
    def _derive_id(self) -> Self:
        if not self.id:
            content = self.model_dump(exclude={"id", "path", "record"})
            object.__setattr__(self, "id", content_id(content))
        return self


class Fault(BaseModel):
    """A place of the text that could not be read (DESIGN, 5): the rest of the report was."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int
    end: int
    problem: str


class Reading(BaseModel):
    """A report and the records taken from it, in the order of the text.

    ``open_count`` counts the places where it was not plain who speaks or is meant, and no record was made;
    ``read_by`` names the version and codebook that read it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    report: Report
    dateline: str | None = None
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    references: tuple[Reference, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    open_count: int = 0
    read_by: str = ""
    faults: tuple[Fault, ...] = ()

    def records(self) -> Iterator[Record]:
        """All records, layer by layer."""
        for layer in (
            self.engagements, self.statements, self.positions, self.relations, self.references, self.outcomes,
        ):  # fmt: skip
            yield from layer

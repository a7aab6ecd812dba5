"""The shapes of answers: a page of rows, one thing, a fault."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

Row = TypeVar("Row")


class Page(BaseModel, Generic[Row]):
    """Some rows of a list. ``next`` is the cursor of the rows after these, null where these are the last."""

    rows: list[Row]
    total: int | None = Field(description="how many rows there are in all; null where that is not counted (search)")
    next: str | None = Field(description="give it as `cursor` for the rows after these; null: there are none")


class Problem(BaseModel):
    """What was wrong."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(description="one word that stays the same, as not_found")
    message: str = Field(description="one sentence for people")


class Fault(BaseModel):
    """What every fault looks like."""

    model_config = ConfigDict(extra="forbid")

    error: Problem


_MEANINGS = {
    400: "the question cannot be asked so", 401: "not logged in", 403: "this account may not",
    404: "there is no such report, record, party or address", 409: "the ledger cannot be written to",
    413: "too long", 422: "a value is missing or is none", 429: "too many tries", 503: "the ledger is busy; try again",
}  # fmt: skip
FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": Fault, "description": meaning} for status, meaning in _MEANINGS.items()
}
"""What may go wrong anywhere."""

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "nothing has changed since the answer with this ETag"}
}

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Date = Annotated[str | None, Query(pattern=_DATE, description="a day, month or year: 2024-05-20, 2024-05, 2024")]
_MOMENT = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2}))?)?)?$"
Moment = Annotated[
    str | None,
    Query(
        pattern=_MOMENT, description="as of this moment, which is past: 2026-11-22T01:40:00Z; or a day, month or year"
    ),
]
Party = Annotated[str, Query(min_length=1, max_length=100, description="a country or organisation: KAZ, or Kazakhstan")]
AnyParty = Annotated[
    str | None, Query(min_length=1, max_length=100, description="a country or organisation: KAZ, or Kazakhstan")
]
Word = Annotated[str | None, Query(min_length=1, max_length=60)]
Limit = Annotated[int, Query(ge=1, le=1000, description="rows of a page")]
Cursor = Annotated[str | None, Query(max_length=200, description="what `next` of the page before was")]

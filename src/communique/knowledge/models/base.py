"""What the entries of all sections have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A word or phrase as it stands in a text."""

Words = tuple[Word, ...]
"""Words or phrases; in the file a list."""


class Entry(BaseModel):
    """An entry of a section: no field that is not declared, and unchangeable once it is read.

    ``unique`` names the fields whose words may stand in one entry of the section only.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    unique: ClassVar[tuple[str, ...]] = ()

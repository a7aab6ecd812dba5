"""What all records share: evidence, the rule that made them, an id derived from their content."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Act = Literal[
    "pledge", "agree", "request", "propose", "support", "oppose", "assess", "appreciate", "complain", "announce"
]
ACTS: tuple[str, ...] = (
    "pledge", "agree", "request", "propose", "support", "oppose", "assess", "appreciate", "complain", "announce",
)  # fmt: skip
LAYERS: tuple[str, ...] = ("engagement", "statement", "position", "relation", "reference", "outcome")
Topic = Literal[
    "political-trust", "party", "governance", "trade", "investment", "finance", "connectivity", "energy",
    "agriculture", "industry", "science-technology", "digital", "environment", "health", "education", "culture",
    "people-to-people", "tourism", "media", "local", "defence-security", "law-enforcement", "border", "maritime",
    "consular-migration", "humanitarian-aid", "development", "multilateral", "hotspot", "sovereignty",
    "human-rights", "nuclear-arms-control",
]  # fmt: skip
TOPICS: tuple[str, ...] = Topic.__args__  # type: ignore[attr-defined]


class Evidence(BaseModel):
    """The words that a record came from: ``quote == text[start:end]``, in code points."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} code points does not fit {self.start}-{self.end}")
        return self


class Record(BaseModel):
    """Base of the six layers. ``id`` is derived from the content, so the same reading gives the same id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    record: str
    id: str = ""
    report: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    rule: tuple[str, ...] = Field(min_length=1, description="the codebook entries that made the record")

    _not_identity: ClassVar[frozenset[str]] = frozenset({"id", "rule"})

    @model_validator(mode="after")
    def _derive_id(self) -> Self:
        if not self.id:
            object.__setattr__(self, "id", content_id(self.model_dump(exclude=set(self._not_identity))))
        return self


def content_id(content: Any) -> str:
    """Sixteen hex digits of the SHA-256 of ``content`` as canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]

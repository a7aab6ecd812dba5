"""Rows made of what the ledger keeps: it was checked when it was kept, and an answer may have thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from communique.records import Evidence

_NEW: Any = object.__new__
_SET = object.__setattr__
_WORDS = {"start", "end", "quote"}
Made = TypeVar("Made")


def made_of(kind: type[Made], values: dict[str, Any]) -> Made:
    """An object of a kind with these values, none of which is looked at again. All of its fields must be there."""
    made: Made = _NEW(kind)
    _SET(made, "__dict__", values)
    return made


def evidence(start: int, end: int, quote: str) -> Evidence:
    """As ``Evidence.model_construct`` makes it, in a third of the time."""
    words = made_of(Evidence, {"start": start, "end": end, "quote": quote})
    _SET(words, "__pydantic_fields_set__", _WORDS)
    _SET(words, "__pydantic_extra__", None)
    _SET(words, "__pydantic_private__", None)
    return words


def evidence_of(plain: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """All of a row's."""
    return tuple([evidence(one["start"], one["end"], one["quote"]) for one in plain])

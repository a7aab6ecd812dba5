"""Dataclasses to plain values that JSON can hold, and back: for what is stored to be read again by us alone.

A dataclass becomes the list of its fields' values; a set is sorted, so the same thing has the same JSON.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from communique.records import Evidence

One = TypeVar("One")
_Change = Callable[[Any], Any]


def to_plain(one: Any) -> Any:
    """The plain values of a dataclass."""
    kind: Any = type(one)
    return _pair(kind)[0](one)


def from_plain(kind: type[One], plain: Any) -> One:
    """The dataclass of ``kind`` that ``to_plain`` made plain."""
    wanted: Any = kind
    made: One = _pair(wanted)[1](plain)
    return made


@cache
def _pair(hint: Any) -> tuple[_Change, _Change]:
    """How a value of a type is made plain, and how it is made again."""
    origin, inner = get_origin(hint), [one for one in get_args(hint) if one is not types.NoneType]
    if hint is Evidence:
        return _plain_evidence, _evidence
    if is_dataclass(hint):
        return _of_dataclass(hint)
    if origin in (Union, types.UnionType) and len(inner) == 1:
        there, back = _pair(inner[0])
        return lambda one: None if one is None else there(one), lambda one: None if one is None else back(one)
    if origin is frozenset and inner == [str]:
        return sorted, frozenset
    if origin is tuple:
        return _of_tuple(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict, dict
    if hint in (str, int, float, bool, types.NoneType) or origin is Literal:
        return _same, _same
    raise TypeError(f"no way to make {hint} plain")


def _of_dataclass(kind: Any) -> tuple[_Change, _Change]:
    hints = get_type_hints(kind)
    pairs = [(one.name, *_pair(hints[one.name])) for one in fields(kind)]

    def plain(one: Any) -> list[Any]:
        return [there(getattr(one, name)) for name, there, _ in pairs]

    def made(values: list[Any]) -> Any:
        return kind(*(back(value) for (_, _, back), value in zip(pairs, values, strict=True)))

    return plain, made


def _of_tuple(inner: list[Any]) -> tuple[_Change, _Change]:
    if inner[1:] == [...]:
        there, back = _pair(inner[0])
        if there is _same:
            return list, tuple
        return lambda one: [there(value) for value in one], lambda one: tuple(back(value) for value in one)
    if all(_pair(one)[0] is _same for one in inner):
        return list, tuple
    raise TypeError(f"no way to make a tuple of {inner} plain")


def _same(one: Any) -> Any:
    return one


def _plain_evidence(one: Evidence) -> list[Any]:
    return [one.start, one.end, one.quote]


def _evidence(plain: list[Any]) -> Evidence:
    start, end, quote = plain
    return Evidence.model_construct(start=start, end=end, quote=quote)  # it was checked when it was made

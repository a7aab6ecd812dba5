"""The words of a report's records: an office may be told in any of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json

from communique.records import Evidence


class Words(NamedTuple):
    """Words of a record, as its evidence has them: many are looked at, few are told."""

    start: int
    end: int
    quote: str

    def evidence(self) -> Evidence:
        """As evidence."""
        return Evidence.model_construct(start=self.start, end=self.end, quote=self.quote)


class Quotes:
    """All words of the records of one report, made of their bodies when they are asked for: of most records they never
    are, and to make them of a thousand records takes longer than all else.
    """

    def __init__(self) -> None:
        self._bodies: list[str] = []
        self._made: dict[int, list[Words]] = {}

    def add(self, body: str) -> None:
        """Take the words of a record."""
        self._bodies.append(body)

    def having(self, parts: Sequence[str]) -> list[Words]:
        """In their order, the words of the records in which one of ``parts`` stands somewhere."""
        plain = [part for part in parts if json.dumps(part, ensure_ascii=False) == f'"{part}"']
        every = len(plain) < len(parts)  # what is written otherwise in JSON is looked for in the words themselves
        return [
            words
            for at, body in enumerate(self._bodies)
            if every or any(part in body for part in plain)
            for words in self._words(at, body)
        ]

    def _words(self, at: int, body: str) -> list[Words]:
        made = self._made.get(at)
        if made is None:
            made = self._made[at] = words_of_body(from_json(body))
        return made


def words_of_body(body: Mapping[str, Any]) -> list[Words]:
    """The words of a record, given as its body is."""
    return [Words(one["start"], one["end"], one["quote"]) for one in body["evidence"]]

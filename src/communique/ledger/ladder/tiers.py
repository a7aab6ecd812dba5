"""The order of a country's tiers of partnership, from the codebook: partial, as its sources have it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from communique.knowledge import Codebook, load_codebook
from communique.ledger.ladder.labels import canonical

_TAIL = re.compile(r" (?:for|in|based on) ")
Order = Literal["higher", "lower", "same"]


class Tier(NamedTuple):
    """Where a label stands: on the ``rung``-th (from 1, the lowest) of ``rungs`` of ``party``'s ladder."""

    party: str
    rung: int
    rungs: int
    source: str

    def __str__(self) -> str:
        return f"{self.party} {self.rung}/{self.rungs}"


class _Ladder:
    def __init__(self, codebook: Codebook, party: str) -> None:
        self.rung: dict[str, int] = {}
        self.over: dict[str, set[str]] = {}
        self.size, self.source = 0, ""
        for one in codebook.section("relation_ladders").values():
            if one.party == party:
                self.size, self.source = len(one.rungs), one.source
                for number, labels in enumerate(one.rungs, 1):
                    # two spellings of one name: the first rung that has it
                    for label in labels:
                        self.rung.setdefault(canonical(label, codebook), number)
                for label, below in one.over.items():
                    own = self.over.setdefault(canonical(label, codebook), set())
                    own.update(canonical(other, codebook) for other in below)

    def place(self, label: str) -> str:
        """The label as the ladder has it: a tail that it does not know is cut ("... for peace and prosperity")."""
        if label not in self.rung and label not in self.over:
            head = _TAIL.split(label, maxsplit=1)[0]
            return head if head in self.rung else label
        return label

    def above(self, one: str, other: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether ``one`` stands above ``other``, by the rungs and by what is said of labels beside them."""
        if one in self.rung and other in self.rung:
            return self.rung[one] > self.rung[other]
        steps = self.over.get(one, set()) - seen
        lower = {label for label, rung in self.rung.items() if one in self.rung and rung < self.rung[one]} - seen
        if other in steps or any(self._level(step, other) for step in steps):
            return True
        return any(self.above(step, other, seen | {one, *steps, *lower}) for step in sorted(steps | lower))

    def _level(self, one: str, other: str) -> bool:
        return one in self.rung and other in self.rung and self.rung[one] >= self.rung[other]


def _ladder(codebook: Codebook | None, party: str) -> _Ladder:
    book = codebook or load_codebook()
    made: _Ladder = book.memo(f"ledger-ladder-{party}", lambda known: _Ladder(known, party))
    return made


def tier(label: str, party: str, codebook: Codebook | None = None) -> Tier | None:
    """The tier of a label on the ladder of ``party``; None where it stands on none."""
    ladder = _ladder(codebook, party)
    rung = ladder.rung.get(ladder.place(canonical(label, codebook)))
    return Tier(party, rung, ladder.size, ladder.source) if rung else None


def compare_tiers(label: str, other: str, party: str, codebook: Codebook | None = None) -> Order | None:
    """Whether ``party`` has ``label`` higher or lower than ``other`` or on the same tier; None where it is not known."""
    one, two = canonical(label, codebook), canonical(other, codebook)
    if one == two:
        return "same"
    ladder = _ladder(codebook, party)
    one, two = ladder.place(one), ladder.place(two)
    if one in ladder.rung and ladder.rung[one] == ladder.rung.get(two):
        return "same"
    if ladder.above(one, two):
        return "higher"
    return "lower" if ladder.above(two, one) else None

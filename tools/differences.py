"""What differs between two readings of one text, and whether the gold agrees."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.evaluate.attributes import checks
from communique.evaluate.coded import SCORED, Coded, coded_from_record
from communique.evaluate.gold import load_gold
from communique.evaluate.matching import MATCH, overlap, pair

RIGHT, WRONG, OPTIONAL, UNKNOWN = "right", "wrong", "optional", "no gold"
_NOT_CONTENT = frozenset({"id", "report", "rule"})


@dataclass(frozen=True)
class Verdict:
    """What the gold says of a record, and how many of its fields are right (0 where it is not right)."""

    word: str
    fields_right: float = 0.0


@dataclass(frozen=True)
class Difference:
    """A record gained (no ``old``), lost (no ``new``) or changed."""

    layer: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    was: Verdict | None
    now: Verdict | None

    @property
    def sign(self) -> str:
        """``+`` gained, ``-`` lost, ``~`` changed."""
        return "+" if self.old is None else "-" if self.new is None else "~"

    @property
    def effect(self) -> str:
        """``better``, ``worse`` or ``even`` by the gold; ``no gold`` where none says."""
        verdicts = [verdict for verdict in (self.was, self.now) if verdict is not None]
        if any(verdict.word == UNKNOWN for verdict in verdicts):
            return UNKNOWN
        before, after = _worth(self.was), _worth(self.now)
        return "better" if after > before else "worse" if after < before else "even"


def _worth(verdict: Verdict | None) -> tuple[int, float]:
    """Nothing and an optional record are worth the same: a wrong record is worse, a right one better."""
    if verdict is None or verdict.word == OPTIONAL:
        return (0, 0.0)
    return (1, verdict.fields_right) if verdict.word == RIGHT else (-1, 0.0)


@dataclass
class Judge:
    """Says of each record of one reading whether the gold has it."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    known: bool = False

    @classmethod
    def of(cls, records: Sequence[dict[str, Any]], gold: Path | None, text: str) -> Judge:
        """A judge of ``records``; without gold it says that it does not know."""
        if gold is None:
            return cls()
        verdicts: dict[int, Verdict] = {}
        gold_records, _ = load_gold(gold, text)
        for layer in SCORED:
            own = [(record, coded_from_record(record)) for record in records if record["record"] == layer]
            pairing = pair(gold_records[layer], [coded for _, coded in own], MATCH[layer])
            told = {id(found): _judged(layer, wanted, found) for wanted, found in pairing.pairs}
            told |= {id(found): Verdict(OPTIONAL) for _, found in pairing.optional_pairs}
            verdicts |= {id(record): told.get(id(coded), Verdict(WRONG)) for record, coded in own}
        return cls(verdicts, known=True)

    def __call__(self, record: dict[str, Any]) -> Verdict:
        """The verdict on a record of the reading; layers that are not scored have none."""
        return self.verdicts.get(id(record), Verdict(UNKNOWN))


def _judged(layer: str, gold: Coded, found: Coded) -> Verdict:
    return Verdict(RIGHT, sum(float(check.right) for check in checks(layer, gold, found)))


def differences(
    old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]], *, gold: Path | None, text: str
) -> list[Difference]:
    """What ``new`` gained, lost and changed against ``old``, in the order of the text.

    A record is changed where one of the same layer on overlapping words has other fields. Ids and rules do not count.
    """
    was, now = Judge.of(old, gold, text), Judge.of(new, gold, text)
    gone, come = _without_common(old, new)
    found: list[Difference] = []
    for before, after in _pairs(gone, come):
        found.append(Difference(after["record"], before, after, was(before), now(after)))
        gone = [record for record in gone if record is not before]
        come = [record for record in come if record is not after]
    found += [Difference(record["record"], record, None, was(record), None) for record in gone]
    found += [Difference(record["record"], None, record, None, now(record)) for record in come]
    return sorted(found, key=_place)


def changed_fields(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the fields that differ; ``evidence`` last, as other words alone matter least."""
    names = sorted({*before, *after} - _NOT_CONTENT, key=lambda name: (name == "evidence", name))
    return [name for name in names if before.get(name) != after.get(name)]


def _content(record: dict[str, Any]) -> str:
    return json.dumps({k: v for k, v in record.items() if k not in _NOT_CONTENT}, sort_keys=True)


def _without_common(
    old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    common = Counter(map(_content, old)) & Counter(map(_content, new))
    return _left_over(old, common), _left_over(new, common)


def _left_over(records: Sequence[dict[str, Any]], common: Counter[str]) -> list[dict[str, Any]]:
    common, left = Counter(common), []
    for record in records:
        mark = _content(record)
        if common[mark]:
            common[mark] -= 1
        else:
            left.append(record)
    return left


def _pairs(gone: list[dict[str, Any]], come: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    before = [coded_from_record(record) for record in gone]
    after = [coded_from_record(record) for record in come]
    index = {id(coded): number for coded_list in (before, after) for number, coded in enumerate(coded_list)}
    pairing = pair(before, after, _alike)
    return [(gone[index[id(a)]], come[index[id(b)]]) for a, b in pairing.pairs]


def _alike(a: Coded, b: Coded) -> float:
    """How likely two records of one layer are the same record told differently."""
    shared = overlap(a.spans, b.spans)
    if a.layer != b.layer or not shared:
        return 0.0
    fields = {*a.coded_fields(), *b.coded_fields()}
    same = sum(bool(a.get(name) == b.get(name)) for name in fields)
    return shared + same / max(1, len(fields))


def _place(difference: Difference) -> tuple[int, str, str]:
    record = difference.new or difference.old or {}
    starts = [e["start"] for e in record.get("evidence", ())]
    return (min(starts, default=0), difference.layer, difference.sign)

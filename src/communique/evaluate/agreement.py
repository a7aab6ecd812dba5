"""How far people agree on the same reports: Krippendorff's alpha, by layer and field.

A unit is a record that several people have judged: one of the reader's, or one that several added, known by its words.
Each person's own last word counts, as if the others had said nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import krippendorff
import numpy as np

from communique.evaluate.coded import SCORED
from communique.ledger.corrections.likeness import likeness
from communique.ledger.corrections.rows import Corrected
from communique.records import Record

STANDS = "stands"
"""The first question of each unit: whether there is such a record, whatever its fields."""
AS_READ = "as read"
"""Of the reader's records that stand for both: whether they stand as the reader has them, or were edited."""

_FIELDS: dict[str, tuple[str, ...]] = {
    "engagement": (
        "kind", "status", "date_start", "date_end", "place", "parties", "participants", "level", "ordinal", "main",
    ),
    "statement": ("act", "holders", "speaker", "addressees", "strength", "topics", "items", "due"),
    "position": ("holder", "issue", "stance"),
    "relation": ("parties", "label", "event", "date"),
    "reference": ("kind", "name"),
    "outcome": ("what", "parties", "state", "date"),
}  # fmt: skip
LAYERS = (*SCORED, "outcome")
_GONE = object()


@dataclass
class Unit:
    """One record as several people have it: ``said`` by person, None where there is no such record for them."""

    layer: str
    base: Record | None
    said: dict[str, Record | None] = field(default_factory=dict)

    @property
    def sample(self) -> Record:
        """A record that it is known by."""
        found = self.base or next((one for one in self.said.values() if one is not None), None)
        assert found is not None
        return found


@dataclass(frozen=True)
class Agreed:
    """Agreement on one question: ``units`` that at least two judged, the share of pairs of judgements that are the
    same, and alpha; None where all judgements are one value, so that chance cannot be told from agreement."""

    layer: str
    question: str
    units: int
    judgements: int
    same: float
    alpha: float | None


def units(sheets: Mapping[str, Sequence[Corrected]], *, whole: bool = False) -> list[Unit]:
    """The units of reports, each as each person (the key) would have it alone.

    ``whole``: who has corrected anything of a report has judged all of it: what they left stands, what they did not add
    is not there.
    """
    by_report: dict[str, dict[str, Corrected]] = {}
    for who, own in sheets.items():
        for sheet in own:
            by_report.setdefault(sheet.report.id, {})[who] = sheet
    found = [one for report in by_report.values() for one in _of_report(report, whole=whole)]
    return [one for one in found if len(one.said) > 1]


def _of_report(sheets: Mapping[str, Corrected], *, whole: bool) -> list[Unit]:
    made = {one.id: Unit(one.record, one) for sheet in sheets.values() for one in sheet.made}
    added: list[Unit] = []
    refused: list[tuple[str, Record]] = []
    for who, sheet in sheets.items():
        if whole:
            for one in sheet.made:
                made[one.id].said[who] = one
        for judged in sheet.judged:
            base = judged.before if judged.before is not None else judged.record
            if judged.standing == "read":
                continue
            if base.id in made:
                made[base.id].said[who] = None if judged.standing == "rejected" else judged.record
            elif judged.standing != "rejected":
                _place(added, who, judged.record)
        refused += [(who, one.before) for one in sheet.loose if one.effect == "moot" and one.before is not None]
    for who, record in refused:  # what another person added
        unit = _nearest(added, record, who)
        if unit is not None:
            unit.said[who] = None
    if whole:
        for unit in added:
            unit.said = {who: unit.said.get(who) for who in sheets}
    return [*made.values(), *added]


def _place(added: list[Unit], who: str, record: Record) -> None:
    """A record that a person added, with what others added at the same words."""
    unit = _nearest(added, record, who)
    if unit is None:
        unit = Unit(record.record, None)
        added.append(unit)
    unit.said[who] = record


def _nearest(added: Iterable[Unit], record: Record, who: str) -> Unit | None:
    near = [unit for unit in added if who not in unit.said and likeness(unit.sample, record) > 0]
    return max(near, key=lambda unit: likeness(unit.sample, record), default=None)


def agreement(found: Sequence[Unit]) -> list[Agreed]:
    """The figures of units, layer by layer; questions that nobody had to answer twice are left out."""
    figures = []
    for layer in LAYERS:
        own = [unit for unit in found if unit.layer == layer]
        figures.append(_figure(layer, STANDS, own, lambda _, one: one is not None))
        figures.append(_figure(layer, AS_READ, [unit for unit in own if unit.base is not None], _as_read))
        for name in _FIELDS[layer]:
            figures.append(_figure(layer, name, own, _field(name)))
    return [one for one in figures if one.units]


Answer = Callable[[Unit, Record | None], Any]
"""A person's answer to a question on a unit; ``_GONE`` where it was not theirs to answer."""


def _as_read(unit: Unit, one: Record | None) -> Any:
    return _GONE if one is None or unit.base is None else one.id == unit.base.id


def _field(name: str) -> Answer:
    def answer(_: Unit, one: Record | None) -> Any:
        return _GONE if one is None else _plain(getattr(one, name))

    return answer


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return frozenset(_plain(one) for one in value if one is not None)
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def _figure(layer: str, question: str, own: Sequence[Unit], answer: Answer) -> Agreed:
    told = [[answer(unit, one) for one in unit.said.values()] for unit in own]
    told = [[one for one in some if one is not _GONE] for some in told]
    told = [some for some in told if len(some) > 1]
    pairs = [1.0 - distance(a, b) for some in told for a, b in combinations(some, 2)]
    same = sum(pairs) / len(pairs) if pairs else 0.0
    return Agreed(layer, question, len(told), sum(map(len, told)), same, alpha(told))


def distance(a: Any, b: Any) -> float:
    """0 for the same, 1 for another; of two sets one less what they share of all that is in either (Jaccard).

    It is taken as it is, not squared, as is usual for values that are sets.
    """
    if isinstance(a, frozenset) and isinstance(b, frozenset):
        return 1.0 - len(a & b) / len(a | b) if a | b else 0.0
    return float(a != b)


def alpha(told: Sequence[Sequence[Any]]) -> float | None:
    """Krippendorff's alpha of judgements, a list for each unit; None where all are one value or there are none."""
    values = list(dict.fromkeys(one for some in told for one in some))
    if len(values) < 2:
        return None
    counts = np.array([[some.count(value) for value in values] for some in told])
    between = np.array([[distance(a, b) for b in values] for a in values])

    def metric(v1: Any, v2: Any, **_: Any) -> Any:  # the package gives places, counts and a type beside
        return between[np.asarray(v1, dtype=int), np.asarray(v2, dtype=int)]

    level: Any = metric
    measured = krippendorff.alpha(value_counts=counts, value_domain=range(len(values)), level_of_measurement=level)
    return float(measured)

"""Gold files read as one person's corrections of a ledger's reports: accepted, edited, added, rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluate.coded import SCORED, Coded, coded_from_record
from communique.evaluate.gold import load_gold
from communique.evaluate.matching import MATCH, pair
from communique.ledger.corrections.rows import Corrected
from communique.records import Record

_SETS = frozenset({"parties", "holders", "addressees", "topics", "participants"})


@dataclass(frozen=True)
class Wanted:
    """A correction to be made: as ``Ledger.correct`` takes it."""

    kind: str
    target: str | None
    record: Mapping[str, Any] | None


def wanted(file: Path, sheet: Corrected) -> tuple[list[Wanted], list[str]]:
    """What a gold file says of a report as it stands, and a sentence for each thing that is wrong with the file.

    A record that pairs off with one of the gold, as the scorer pairs them, is accepted, or edited where a field that the
    gold has is another; the words stay. What is in the gold alone is added, what is in the ledger alone rejected.
    Optional gold is left alone, and the layer of outcomes, which is not scored.
    """
    gold, problems = load_gold(file, sheet.report.text)
    found: list[Wanted] = []
    for layer in SCORED:
        records = {one.id: one for one in sheet.counts if one.record == layer}
        own = [coded_from_record(one.model_dump(mode="json")) for one in records.values()]
        pairing = pair(gold[layer], own, MATCH[layer])
        for told, made in pairing.pairs:
            found.append(_said(told, records[made["id"]]))
        found += [Wanted("reject", made["id"], None) for made in pairing.extra]
        found += [Wanted("add", None, dict(_added(layer, told, sheet.report.text))) for told in pairing.missed]
    return found, problems


def _said(gold: Coded, record: Record) -> Wanted:
    fields = record.model_dump(mode="json")
    changed = {name: value for name, value in gold.coded_fields().items() if not _same(name, value, fields.get(name))}
    return Wanted("edit", record.id, changed) if changed else Wanted("accept", record.id, None)


def _same(name: str, gold: Any, made: Any) -> bool:
    if name in _SETS:
        return set(gold or ()) == set(made or ())
    return (gold or None) == (made or None)


def _added(layer: str, gold: Coded, text: str) -> Iterator[tuple[str, Any]]:
    yield "record", layer
    yield from ((name, value) for name, value in gold.coded_fields().items() if value is not None)
    yield "evidence", [{"start": start, "end": end, "quote": text[start:end]} for start, end in gold.spans]

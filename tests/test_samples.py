"""The samples: complete, of every kind, and read with evidence and rules that lead somewhere."""

import json
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

from communique.knowledge.sections import SECTIONS
from communique.records import ACTS, LAYERS, Engagement, Outcome, Reference, Relation

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
NAMES = sorted(file.stem for file in SAMPLES.glob("*.txt"))
KINDS = (
    *((layer, None, None) for layer in LAYERS),
    *(("statement", "act", act) for act in ACTS),
    *(("engagement", "kind", kind) for kind in get_args(Engagement.model_fields["kind"].annotation)),
    *(("relation", "event", event) for event in get_args(Relation.model_fields["event"].annotation)),
    *(("reference", "kind", kind) for kind in get_args(Reference.model_fields["kind"].annotation)),
    *(("outcome", "state", state) for state in get_args(Outcome.model_fields["state"].annotation)),
)


def gold(name):
    return json.loads((SAMPLES / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_text_has_its_gold_and_its_sidecar_and_no_gold_is_alone():
    assert sorted(file.stem for file in (SAMPLES / "gold").glob("*.json")) == NAMES
    assert sorted(file.name.removesuffix(".meta.json") for file in SAMPLES.glob("*.meta.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_of_the_gold_is_in_its_text(name):
    text = (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8-sig")
    missing = sum(record["quote"] not in text for records in gold(name).values() for record in records)
    assert missing == 0, "a number only: the report may be held out"


def test_every_kind_of_record_occurs_in_three_house_styles():
    outlets = defaultdict(set)
    for name in NAMES:
        outlet = json.loads((SAMPLES / f"{name}.meta.json").read_text(encoding="utf-8"))["outlet"]
        for plural, records in gold(name).items():
            layer = plural.removesuffix("s")
            for record in records:
                outlets[layer, None, None].add(outlet)
                for field in ("kind", "act", "event", "state"):
                    outlets[layer, field, record.get(field)].add(outlet)
    assert [kind for kind in KINDS if len(outlets[kind]) < 3] == []


@pytest.fixture(scope="module")
def readings():
    from communique import Reader, load_paths

    reader = Reader()
    return reader, [reader.read_report(report) for report in load_paths([str(SAMPLES)], on_fault=pytest.fail)]


@pytest.mark.slow
def test_nothing_of_the_samples_is_lost(readings):
    _, read = readings
    assert len(read) == len(NAMES)
    assert [fault.problem for reading in read for fault in reading.faults] == []


@pytest.mark.slow
def test_every_rule_is_an_entry_of_the_codebook(readings):
    reader, read = readings
    named = {rule for reading in read for record in reading.records() for rule in record.rule}
    entries = {
        reader.codebook.rule(section, entry) for section in SECTIONS for entry in reader.codebook.section(section)
    }
    assert sorted(named - entries) == []


@pytest.mark.slow
def test_every_record_has_words_that_triggered_it(readings):
    reader, read = readings
    for reading in read[::4]:
        triggers = reader.triggers(reading)
        assert set(triggers) == {record.id for record in reading.records()}
        for spans in triggers.values():
            assert spans
            assert all(reading.report.text[start:end].strip() for start, end in spans)

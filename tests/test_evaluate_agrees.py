"""Our scorer and ../shared/score.py give the same figures over the same records, however noisy."""

import contextlib
import copy
import importlib.util
import io
import json
import random
from pathlib import Path

import pytest

from communique.evaluate import run

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="no ../shared beside the repository"),
]
LAYERS = ("engagement", "statement", "position", "relation", "reference")
ACTS = ("pledge", "agree", "request", "propose", "support", "oppose", "assess", "appreciate", "complain", "announce")
COUNTRIES = ("CHN", "KAZ", "IND", "PHL", "USA", "EU", "JPN")
OTHER_VALUES = {
    "kind": ("meeting", "visit", "call", "instrument", "forum"),
    "act": ACTS,
    "event": ("described", "upgraded", "agreed"),
    "stance": ("support", "oppose"),
    "speaker": (None, "Wang Yi", "Àidar Seitkali"),
    "place": (None, "Beijing", "the city of Astana"),
    "date_start": (None, "2027", "2027-02", "2027-02-23"),
    "strength": (None, "firm", "soft"),
    "name": ("one-China principle", "Belt and Road", "Joint Statement"),
    "label": ("strategic partnership", "comprehensive strategic partnership"),
    "holder": COUNTRIES,
    "main": (True, False),
}


@pytest.fixture(scope="module")
def score_py():
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def noisy(record: dict, text: str, rng: random.Random) -> list[dict]:
    """What a bad reader might make of one gold record: nothing, it, something like it, or several."""
    if rng.random() < 0.2:
        return []
    made = []
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
        new = copy.deepcopy(record)
        spans = [shifted(span, text, rng) for span in new.pop("spans")]
        new["evidence"] = [{"start": a, "end": b, "quote": text[a:b]} for a, b in spans]
        if rng.random() < 0.04:
            new["evidence"] = []
        elif rng.random() < 0.05:
            new["evidence"][0]["quote"] += "?"
        for field, values in OTHER_VALUES.items():
            if field in new and rng.random() < 0.12:
                new[field] = rng.choice(values)
        for field in ("parties", "holders", "addressees", "topics", "items", "participants"):
            if new.get(field) and rng.random() < 0.2:
                new[field] = new[field][1:] if rng.random() < 0.5 else [*new[field], rng.choice(COUNTRIES)]
        if rng.random() < 0.05:
            new.pop(rng.choice(sorted(set(new) - {"record", "evidence"})))
        made.append(new)
    return made


def shifted(span, text, rng):
    a, b = span
    if rng.random() < 0.4:
        a = max(0, a + rng.randint(-120, 120))
        b = min(len(text), max(a + 1, b + rng.randint(-120, 120)))
    return a, b


def corpus(score_py):
    for folder in ("seeds", "texts"):
        for path in sorted((SHARED / folder).glob("*.txt")):
            text = path.read_text(encoding="utf-8-sig")
            gold = json.loads((SHARED / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
            records = [
                {**record, "record": layer, "spans": score_py.gold_spans(record, text)}
                for layer in LAYERS
                for record in gold.get(layer + "s", [])
            ]
            yield path, text, records


def write_records(score_py, path: Path, seed: int) -> None:
    rng = random.Random(seed)
    lines = []
    for number, (source, text, records) in enumerate(corpus(score_py)):
        if rng.random() < 0.05:
            continue  # a report that was not read
        lines.append({"record": "report", "id": f"r{number}", "path": str(source)})
        found = [new for record in records for new in noisy(record, text, rng)]
        rng.shuffle(found)
        for record in found:
            for key in ("quote", "quotes", "optional"):
                record.pop(key, None)
            lines.append({**record, "id": f"{number}.{len(lines)}", "report": f"r{number}"})
        lines.append({"record": "outcome", "report": f"r{number}", "evidence": []})
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def theirs(score_py, records: Path, *options: str, gold: Path = SHARED / "gold") -> dict:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        score_py.main([str(gold), f"{SHARED / 'seeds'},{SHARED / 'texts'}", str(records), "--json", *options])
    return json.loads(out.getvalue())


def ours(capsys, records: Path, gold: Path = SHARED / "gold", **options) -> dict:
    run(gold, [SHARED / "seeds", SHARED / "texts"], records=records, format="json", **options)
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("seed", range(6))
def test_same_figures_on_noisy_records(score_py, tmp_path, capsys, seed):
    records = tmp_path / "records.jsonl"
    write_records(score_py, records, seed)
    expected = theirs(score_py, records)
    got = ours(capsys, records)
    assert 0.3 < expected["overall"] < 0.95  # the noise is neither nothing nor all
    assert {key: got[key] for key in expected} == expected


def test_same_figures_for_some_reports_only(score_py, tmp_path, capsys):
    records = tmp_path / "records.jsonl"
    write_records(score_py, records, 99)
    names = ["01_chn-kaz_fm-talks-beijing", "32_tun_handball-report-negative"]
    expected = theirs(score_py, records, "--only", ",".join(names))
    got = ours(capsys, records, only=names)
    assert {key: got[key] for key in expected} == expected
    assert set(got["by_report"]) <= set(names)


def test_same_figures_with_optional_gold(score_py, tmp_path, capsys):
    gold = tmp_path / "gold"
    gold.mkdir()
    rng = random.Random(7)
    for file in (SHARED / "gold").glob("*.json"):
        content = json.loads(file.read_text(encoding="utf-8"))
        for layer in content.values():
            for record in layer:
                if rng.random() < 0.3:
                    record["optional"] = True
        (gold / file.name).write_text(json.dumps(content), encoding="utf-8")
    records = tmp_path / "records.jsonl"
    write_records(score_py, records, 8)
    expected = theirs(score_py, records, gold=gold)
    got = ours(capsys, records, gold=gold)
    assert {key: got[key] for key in expected} == expected


def test_gold_scored_against_itself_is_perfect(score_py, tmp_path, capsys):
    records = tmp_path / "records.jsonl"
    lines = []
    for number, (source, text, found) in enumerate(corpus(score_py)):
        lines.append({"record": "report", "id": str(number), "path": str(source)})
        for record in found:
            spans = record.pop("spans")
            evidence = [{"start": a, "end": b, "quote": text[a:b]} for a, b in spans]
            lines.append({**record, "report": str(number), "evidence": evidence})
    records.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    got = ours(capsys, records, errors=True)
    assert got["overall"] == got["evidence_valid"] == 1.0
    assert got["problems"] == []
    assert {key: got[key] for key in theirs(score_py, records)} == theirs(score_py, records)

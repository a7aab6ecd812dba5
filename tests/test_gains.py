"""`python -m tools.gains`: on a toy repository whose reader is a regular expression, and its comparison alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools import gains  # noqa: E402
from tools.differences import Judge, Verdict, changed_fields, differences  # noqa: E402
from tools.readings import ReadingError, read_with, revision  # noqa: E402

LOAD = """
class Report:
    def __init__(self, path):
        self.text, self.name = path.read_text(encoding="utf-8"), path.stem

def load_path(path):
    if path.stem == "broken":
        raise ValueError("it is broken")
    return Report(path)
"""
READER = """
import re

class Record:
    def __init__(self, fields):
        self.fields = fields

    def model_dump(self, mode):
        return self.fields

class Reading:
    def __init__(self, found):
        self.found = found

    def records(self):
        return self.found

class Reader:
    def read_report(self, report):
        found = []
        for match in re.finditer(r"(China|Laos) (VERBS) [A-Za-z ]+", report.text):
            holder = {"China": "CHN", "Laos": "LAO"}[match[1]]
            evidence = [{"start": match.start(), "end": match.end(), "quote": match[0]}]
            fields = {"record": "statement", "act": ACTS[match[2]], "holders": [holder], "speaker": SPEAKER}
            found.append(Record({**fields, "id": "x", "report": "r", "rule": ["RULE"], "evidence": evidence}))
        return Reading(found)
"""
TEXT = "China will build a road. Laos thanks China for it. China asks Laos for help. Laos notes rain."
GOLD = {
    "statements": [
        {"act": "pledge", "holders": ["CHN"], "speaker": "Wang Yi", "quote": "China will build a road"},
        {"act": "appreciate", "holders": ["LAO"], "quote": "Laos thanks China for it"},
        {"act": "request", "holders": ["CHN"], "quote": "China asks Laos for help"},
    ]
}


def write_reader(root: Path, acts: dict, speaker: str | None, rule: str) -> None:
    package = root / "src" / "communique"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("")
    (package / "load.py").write_text(LOAD)
    head = f"ACTS = {acts!r}\nSPEAKER = {speaker!r}\n"
    read = package / "read"
    read.mkdir(exist_ok=True)
    (read / "__init__.py").write_text(head + READER.replace("VERBS", "|".join(acts)).replace("RULE", rule))


def git(root: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """A repository whose first commit has no reader, whose second has one; the tree has a changed one."""
    monkeypatch.setenv("COMMUNIQUE_SHARED", str(tmp_path / "none"))
    root = tmp_path / "toy"
    for folder in ("samples/gold", "benchmarks", "src"):
        (root / folder).mkdir(parents=True)
    (root / "benchmarks" / "heldout.txt").write_text("secret\n")
    (root / "src" / "empty.txt").write_text("")
    for name, text in {"open": TEXT, "secret": TEXT, "ungolden": TEXT, "broken": TEXT}.items():
        (root / "samples" / f"{name}.txt").write_text(text)
    for name in ("open", "secret"):
        (root / "samples" / "gold" / f"{name}.json").write_text(json.dumps(GOLD))
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "no reader")
    git(root, "tag", "bare")
    write_reader(root, {"will": "pledge", "thanks": "assess", "notes": "assess"}, None, "old")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a reader")
    write_reader(root, {"will": "pledge", "thanks": "appreciate", "asks": "request"}, "Wang Yi", "new")
    return root


def run(root: Path, capsys, *options: str) -> str:
    assert gains.main(["--root", str(root), *options]) == 0
    return capsys.readouterr().out


def test_gained_lost_and_changed_with_the_gold_s_word(toy, capsys):
    out = run(toy, capsys)
    lines = [line.strip() for line in out.splitlines()]
    start = lines.index("open (own samples)")
    told = lines[start + 1 : lines.index("", start)]
    assert told == [
        "~ statement [was right, now right: better] | China will build a road",
        'speaker: null -> "Wang Yi"',
        "~ statement [was wrong, now right: better] | Laos thanks China for it",
        'act: "assess" -> "appreciate"',
        'speaker: null -> "Wang Yi"',
        '+ statement [right] act="request" holders=["CHN"] speaker="Wang Yi" | China asks Laos for help',
        '- statement [was wrong] act="assess" holders=["LAO"] | Laos notes rain',
    ]
    assert "4 texts, against HEAD" in out
    assert "1 texts could not be read" in out
    assert "[no gold]" in out[out.index("ungolden") :]


def test_of_held_out_reports_counts_only(toy, capsys):
    out = run(toy, capsys, "--only", "secret")
    assert "secret" not in out
    assert "China" not in out
    assert "road" not in out
    lines = out.splitlines()
    assert "held-out reports, counts only:" in lines
    assert any(line.split()[:3] == ["gained", "statement", "1"] and "1 better" in line for line in lines)


def test_a_base_without_reader_has_everything_gained(toy, capsys):
    out = run(toy, capsys, "--base", "bare", "--only", "open")
    assert "has no reader: every record is gained" in out
    assert " - " not in out
    assert " ~ " not in out


def test_nothing_differs_from_itself(toy, capsys):
    git(toy, "commit", "-qam", "the new reader")
    assert "no record differs" in run(toy, capsys)


def test_the_temporary_tree_is_gone_afterwards(toy):
    with revision(toy, "HEAD") as tree:
        assert (tree / "src" / "communique").is_dir()
    assert not tree.exists()
    listed = subprocess.run(["git", "-C", str(toy), "worktree", "list"], capture_output=True, text=True, check=True)
    assert len(listed.stdout.splitlines()) == 1


def test_a_report_that_cannot_be_read_is_told_and_the_rest_goes_on(toy):
    readings = read_with(toy, sorted((toy / "samples").glob("*.txt")))
    assert [reading.fault for path, reading in readings.items() if path.stem == "broken"] == [
        "ValueError: it is broken"
    ]
    assert all(reading.records for path, reading in readings.items() if path.stem != "broken")


def test_unknown_revision_and_broken_reader_are_sentences(toy, capsys):
    assert gains.main(["--root", str(toy), "--base", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
    (toy / "src" / "communique" / "read" / "__init__.py").write_text("def Reader(): raise SystemExit(7)")
    with pytest.raises(ReadingError, match="exit code 7"):
        read_with(toy, [])


def record(layer="reference", start=0, end=10, **fields):
    quote = "x" * (end - start)
    evidence = [{"start": start, "end": end, "quote": quote}]
    return {"record": layer, "id": str(fields), "report": "r", "rule": ["a"], "evidence": evidence, **fields}


def test_ids_and_rules_alone_are_no_difference():
    old, new = record(name="SCO", kind="forum"), record(name="SCO", kind="forum")
    new |= {"id": "other", "report": "other", "rule": ["b"]}
    assert differences([old], [new], gold=None, text="") == []


def test_same_record_twice_is_counted():
    one = record(name="SCO", kind="forum")
    found = differences([one], [one, dict(one)], gold=None, text="")
    assert [difference.sign for difference in found] == ["+"]


def test_only_overlapping_records_of_one_layer_are_changes_of_each_other():
    old = [record(name="SCO", kind="forum"), record(start=50, end=60, name="UN", kind="forum")]
    new = [record(name="SCO", kind="mechanism"), record("relation", start=50, end=60, label="x")]
    found = differences(old, new, gold=None, text="")
    assert [(d.sign, d.layer) for d in found] == [("~", "reference"), ("-", "reference"), ("+", "relation")]
    assert changed_fields(old[0], new[0]) == ["kind"]


def test_a_judge_without_gold_does_not_know():
    assert Judge.of([], None, "")(record(name="x")) == Verdict("no gold")

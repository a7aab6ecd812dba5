"""The reader's figures do not fall under the floors of benchmarks/scores.json, and those only rise."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from communique.evaluate.documents import FileReading  # noqa: E402
from tools import corpus, score  # noqa: E402


@pytest.fixture(scope="module")
def read_file():
    read = pytest.importorskip("communique.read")
    if not hasattr(read, "Reader"):
        pytest.skip("there is no reader yet")
    from communique.evaluate.documents import our_reader

    return our_reader()


@pytest.mark.slow
@pytest.mark.parametrize("group", corpus.GROUPS)
def test_no_figure_falls_under_its_floor(group, read_file):
    floor = score.load_floors().get(group)
    texts = corpus.groups()[group]
    if not texts:
        assert group != corpus.SAMPLES or floor is None, "the samples that a floor was set on are gone"
        pytest.skip("no texts of this group here (../shared is not beside the repository)")
    figures = score.measure(texts, read_file)
    assert not figures["problems"] if group != corpus.HELD_OUT else True
    assert figures["without_diplomacy"] == 0, "records were found in texts that have no diplomacy in them"
    for key in score.FLOOR_KEYS if floor else ():
        assert figures[key] >= floor[key], f"{key} of {group} fell under its floor"


def measured(overall, fingerprint="a", reports=3):
    return {"seeds": {"overall": overall, "evidence_valid": 1.0, "reports": reports, "fingerprint": fingerprint}}


def test_a_first_floor_is_the_figure_rounded_down():
    floors, told = score.raised({}, measured(0.8579))
    assert floors["seeds"]["overall"] == 0.857
    assert told == ["seeds: floor 0.857"]


def test_a_floor_rises_and_never_falls():
    floors, _ = score.raised({}, measured(0.8))
    higher, told = score.raised(floors, measured(0.9))
    assert higher["seeds"]["overall"] == 0.9
    assert told == ["seeds: floor 0.900, was 0.800"]
    same, told = score.raised(higher, measured(0.7))
    assert same == higher
    assert told == []


def test_other_texts_need_to_be_said_so():
    floors, _ = score.raised({}, measured(0.8))
    kept, told = score.raised(floors, measured(0.9, fingerprint="b", reports=4))
    assert kept == floors
    assert "--new-texts" in told[0]
    new, _ = score.raised(floors, measured(0.5, fingerprint="b", reports=4), ["seeds"])
    assert new["seeds"] == {"overall": 0.5, "evidence_valid": 1.0, "reports": 4, "fingerprint": "b"}


@pytest.fixture
def small_corpus(tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    for folder in ("gold", "seeds", "texts"):
        (shared / folder).mkdir(parents=True)
    gold = {"references": [{"kind": "forum", "name": "SCO", "quote": "SCO"}]}
    for folder, name in (("seeds", "s"), ("texts", "worked"), ("texts", "secret"), ("texts", "sport")):
        (shared / folder / f"{name}.txt").write_text(f"{name}: the SCO met.")
        (shared / "gold" / f"{name}.json").write_text(json.dumps({} if name == "sport" else gold))
    root = tmp_path / "repo"
    (root / "benchmarks").mkdir(parents=True)
    (root / "benchmarks" / "heldout.txt").write_text("secret\n")
    (root / "samples" / "gold").mkdir(parents=True)
    (root / "samples" / "README.md").write_text("no report")
    for name in ("own", "secret"):
        (root / "samples" / f"{name}.txt").write_text(f"{name}: the SCO met.")
        (root / "samples" / "gold" / f"{name}.json").write_text(json.dumps(gold))
    monkeypatch.setenv("COMMUNIQUE_SHARED", str(shared))
    monkeypatch.setattr(score, "groups", lambda: corpus.groups(root))
    monkeypatch.setattr(score, "FLOORS", root / "benchmarks" / "scores.json")
    return root


def finds_forums(path):
    text = path.read_text()
    start = text.index("SCO")
    evidence = [{"start": start, "end": start + 3, "quote": "SCO"}]
    return FileReading(text, [{"record": "reference", "kind": "forum", "name": "SCO", "evidence": evidence}])


def test_groups_are_kept_apart_and_copies_of_held_out_texts_stay_held_out(small_corpus):
    names = {group: [text.name for text in texts] for group, texts in corpus.groups(small_corpus).items()}
    assert names == {
        "seeds": ["s"],
        "worked-on": ["sport", "worked"],
        "held-out": ["secret"],
        "own samples": ["own"],
    }
    assert sorted(text.name for text in corpus.all_texts(root=small_corpus)) == [
        "own",
        "s",
        "secret",
        "sport",
        "worked",
    ]


def test_the_command_tells_figures_by_group(small_corpus, capsys):
    assert score.main(["--json"], read_file=finds_forums) == 0
    got = json.loads(capsys.readouterr().out)
    assert got["seeds"]["layers"]["reference"] == 1.0
    assert got["seeds"]["overall"] == 0.2
    assert got["worked-on"]["without_diplomacy"] == 1
    assert score.main(["--groups", "held-out,worked-on"], read_file=finds_forums) == 0
    out = capsys.readouterr().out
    assert "held-out" in out
    assert "seeds" not in out
    assert "1 records in texts that should have none" in out


def test_without_texts_it_says_so(small_corpus, monkeypatch, capsys):
    monkeypatch.setattr(score, "groups", dict)
    assert score.main([], read_file=finds_forums) == 2
    assert "no text with gold" in capsys.readouterr().err


def test_of_held_out_faults_only_the_number_is_told(small_corpus, capsys):
    def fails(path):
        raise RuntimeError(path.read_text())

    assert score.main(["--groups", "held-out"], read_file=fails) == 1
    err = capsys.readouterr().err
    assert "1 faults in held-out reports" in err
    assert "SCO" not in err


def test_raise_writes_the_floors(small_corpus, capsys):
    assert score.main(["--raise"], read_file=finds_forums) == 0
    floors = json.loads(score.FLOORS.read_text())
    assert set(floors) == set(corpus.GROUPS)
    assert floors["seeds"]["overall"] == 0.2
    assert score.main(["--raise"], read_file=finds_forums) == 0
    assert "no floor changes" in capsys.readouterr().err

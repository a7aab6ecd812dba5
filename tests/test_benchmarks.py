"""The benchmarks' machinery, on stand-ins: nothing here depends on how long anything takes."""

import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import __main__ as command  # noqa: E402
from benchmarks import cold, stages, throughput  # noqa: E402

PRINTS = """
import sys
print('{"record": "report", "id": "r"}', flush=True)
print('{"record": "statement", "report": "r"}')
sys.exit(3)
"""


def test_rounds_go_turn_by_turn_in_alternating_order():
    order = []
    works = {name: (lambda name=name: order.append(name)) for name in ("a", "b")}
    seconds = throughput.rounds(works, 3)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert {name: len(own) for name, own in seconds.items()} == {"a": 3, "b": 3}


def test_a_ratio_is_taken_round_by_round():
    assert throughput._ratio([2.0, 4.0, 9.0], [1.0, 1.0, 3.0]) == {"median": 3.0, "worst": 2.0, "best": 4.0}


def test_a_cold_run_tells_its_first_record_memory_and_exit_code():
    got = cold.run([], command=(sys.executable, "-c", PRINTS))
    assert got.code == 3
    assert got.first_record is not None
    assert got.first_record <= got.seconds
    assert 1 < got.peak_mb < 2000


def test_a_cold_run_without_records_says_so():
    assert cold.run([], command=(sys.executable, "-c", "print('hello')")).first_record is None


def test_stages_add_up_and_the_functions_are_put_back(monkeypatch):
    module = types.ModuleType("stand_in_stages")
    module.parse = original = lambda: sum(range(20000))
    monkeypatch.setitem(sys.modules, "stand_in_stages", module)
    wanted = (("parse", "stand_in_stages", "parse"), ("gone", "stand_in_stages", "no_more"), ("x", "no_module", "f"))
    shares = stages.stage_shares(lambda: module.parse(), wanted)
    assert set(shares) == {"parse", "the rest"}
    assert sum(shares.values()) == pytest.approx(1.0)
    assert module.parse is original


def result(**changed):
    speed = {"seconds": 1.0, "documents_per_second": 10.0, "words_per_second": 4000.0}
    given = {
        "machine": {"processor": "P", "cores": 2, "python": "3.11.7", "load_before": "0.10", "core": 1},
        "cold": {
            "help_seconds": 0.2, "first_record_seconds": 2.0, "read_seconds": 2.1, "read_peak_mb": 400.0,
            "all_texts_peak_mb": 500.0, "exit_codes": [0], "times": 3,
        },
        "throughput": {
            "documents": 3, "words": 900, "rounds": 3, "ratio": {"median": 1.2, "worst": 1.1, "best": 1.3},
            "speed": {"reader": speed, "stock": speed}, "ner": {"share_of_stock": 0.4, "slows_reader_by": 0.3},
            "stages": {"parse": 0.6, "the rest": 0.4},
        },
    }  # fmt: skip
    for key, value in changed.items():
        given["cold"][key] = value
    given["floors"] = command._against_floors(given)
    return given


def test_floors_are_held_against_the_figures():
    assert all(row["met"] for row in result()["floors"])
    assert [row["met"] for row in result(help_seconds=0.31)["floors"]] == [True, False, True, True]
    assert [row["met"] for row in result(first_record_seconds=None)["floors"]] == [True, True, False, True]


def test_the_command_prints_and_checks(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(command, "measure", lambda paths, rounds: result(read_peak_mb=900.0))
    monkeypatch.setenv("COMMUNIQUE_SHARED", str(tmp_path))
    (tmp_path / "a.txt").write_text("China met Laos.")
    assert command.main([str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "1.20 times as fast" in out
    assert "NOT MET" in out
    assert command.main([str(tmp_path), "--check", "--json"]) == 1

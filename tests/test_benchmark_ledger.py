"""The ledger's benchmark on a small world: every question is asked and answered; nothing depends on how long it takes."""

import json
from dataclasses import dataclass

import pytest

from benchmarks.ledger import __main__ as command
from benchmarks.ledger import building
from benchmarks.ledger.askings import QUESTIONS

STATEMENTS = 800


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ledgers")


def asked(folder, capsys, *more):
    code = command.main(
        ["--statements", str(STATEMENTS), "--where", str(folder), "--askings", "4", "--adding", "0", *more]
    )
    return code, capsys.readouterr().out


def test_every_question_is_asked_and_answered(folder, capsys):
    code, out = asked(folder, capsys, "--json")
    assert code == 0
    size = json.loads(out)["sizes"][0]
    assert set(size["questions"]) == set(QUESTIONS)
    assert size["ledger"]["statements"] >= STATEMENTS
    refused = {name: one["refused"] for name, one in size["questions"].items() if one["refused"]}
    assert not refused, refused


def test_the_table_names_every_question_and_its_floor(folder, capsys):
    _, out = asked(folder, capsys)
    for name in QUESTIONS:
        assert any(line.startswith(name) and "met" in line.lower() for line in out.splitlines()), name


def test_a_ledger_that_is_there_is_taken_and_another_refused(folder):
    file = folder / f"world-1-{STATEMENTS}.db"
    before = file.stat().st_mtime_ns
    kept = building.made(file, STATEMENTS, 1, print)
    assert kept["reports"] == STATEMENTS // building.PER_REPORT
    assert file.stat().st_mtime_ns == before
    with pytest.raises(SystemExit, match="something else"):
        building.made(file, STATEMENTS, 2, print)


def test_rows_of_an_answer_are_counted(folder):
    """Of several answers in one, those of all."""
    assert command.rows_of(["a", "b"]) == 2
    assert command.rows_of(Moment("a day", ["a"], ("b", "c"))) == 3
    assert command.rows_of(Moment("a day", [], ())) == 1


@dataclass
class Moment:
    day: str
    some: list[str]
    others: tuple[str, ...]


def test_what_grows_is_told_with_its_rows(folder, capsys):
    code = command.main(
        [
            "--statements",
            "400",
            str(STATEMENTS),
            "--where",
            str(folder),
            "--askings",
            "3",
            "--adding",
            "0",
            "--only",
            "timeline A B",
        ]
    )
    assert code == 0
    assert " rows " in capsys.readouterr().out.splitlines()[-2]


def test_floors_growth_and_ratio_are_checked():
    fast, slow = ({"p50": 1.0, "p95": p95, "most": p95, "refused": 0} for p95 in (10.0, 30.0))
    name = next(iter(QUESTIONS))
    one = {"questions": {name: fast}, "adding": {"new": {"ratio": 1.2}, "any": {"ratio": 9.0}}}
    assert command.all_met([one])
    assert not command.all_met([one, {"questions": {name: slow}}])
    assert not command.all_met([{"questions": {name: {**fast, "p95": 101.0}}}])
    assert not command.all_met([{**one, "adding": {"new": {"ratio": 1.4}}}])

"""The questions to a ledger, through the command: every form of every answer, and what is said where there is none."""

import csv
import io
import json
import re

import pytest

from communique import Ledger
from communique.cli import main
from communique.ledger.rows import Rows
from ledger_readings import FIRST, first, second, third

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f‎‏‪-‮⁦-⁩]")
QUESTIONS = {
    "reports": ["reports"],
    "timeline": ["timeline", "LAO", "VNM"],
    "commitments": ["commitments", "LAO", "VNM"],
    "ladder": ["ladder", "LAO", "VNM"],
    "positions": ["positions"],
    "changes": ["positions", "--changes"],
    "wording": ["wording", "--holder", "LAO", "--issue", "one-china"],
    "compare": ["compare", "first.txt", "second.txt"],
    "search": ["search", "bridge"],
    "statements": ["search", "bridge", "--layer", "statement"],
    "calendar": ["calendar", "--as-of", "2030-02"],
    "show": ["show", "first.txt"],
}


@pytest.fixture(autouse=True)
def _ledger(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    with Ledger.open("communique.db", create=True) as ledger:
        ledger.add([first(), second(), third()])


@pytest.fixture
def run(capfd):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_is_given_as_text_with_words_and_whose_they_are(run, name):
    code, out, err = run(*QUESTIONS[name])
    assert (code, err) == (0, "")
    assert "Hanoi Courier (VNM), 2030-01-15" in out or "Hanoi Courier (VNM)" in out or "Vientiane Post (LAO)" in out
    assert max(map(len, out.splitlines())) <= 100
    assert "\x1b" not in out
    if name not in ("reports", "search", "statements", "show"):
        assert "“" in out


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_is_given_as_json(run, name):
    code, out, err = run(*QUESTIONS[name], "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert isinstance(answer, dict) == (name in ("compare", "show"))
    assert answer


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_is_given_as_csv(run, name):
    code, out, err = run(*QUESTIONS[name], "--format", "csv")
    assert (code, err) == (0, "")
    lines = list(csv.reader(io.StringIO(out)))
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(set(lines[0])) == len(lines[0])


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_may_go_to_a_file(run, tmp_path, name):
    expected = run(*QUESTIONS[name], "--format", "csv")[1]
    assert run(*QUESTIONS[name], "--format", "csv", "-o", tmp_path / "out.csv") == (0, "", "")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_colour_changes_nothing_but_colour(run, name):
    plain = run(*QUESTIONS[name])[1]
    painted = run(*QUESTIONS[name], "--color")[1]
    assert "\x1b[" in painted
    bare = re.sub("\x1b\\[[0-9;]*m", "", painted)
    if name in ("search", "statements"):  # what was found is marked by its colour
        plain = plain.replace("‹", "").replace("›", "")
    if name == "show":  # and the evidence in a report
        return
    assert bare == plain


def test_the_json_of_the_codebook(run):
    def ask(*arguments):
        return json.loads(run(*arguments, "-f", "json")[1])

    for row in ask("commitments", "LAO", "VNM"):
        assert {"id", "kind", "promisors", "beneficiaries", "what", "state", "score", "history"} <= set(row)
        for step in row["history"]:
            assert {"report", "path", "date", "state", "sure", "reason", "evidence"} <= set(step)
    for row in ask("ladder", "LAO", "VNM"):
        assert {"date", "label", "event", "said_by", "report", "path", "evidence"} <= set(row)
    for row in ask("wording", "--holder", "LAO", "--issue", "one-china"):
        assert {"date", "report", "path", "formula", "change", "evidence"} <= set(row)
    compared = ask("compare", "first.txt", "second.txt")
    assert {"a", "b", "only_a", "only_b", "both"} <= set(compared)
    assert (compared["a"], compared["b"]) == ("first.txt", "second.txt")
    for row in compared["only_a"]:
        assert {"record", "evidence"} <= set(row)
        part = row["evidence"][0]
        assert FIRST[part["start"] : part["end"]] == part["quote"]


def test_a_promise_is_followed_to_its_end(run):
    rows = json.loads(run("commitments", "Laos", "Viet Nam", "--kind", "pledge", "-f", "json")[1])
    bridge = next(row for row in rows if "bridge" in row["what"])
    assert [step["state"] for step in bridge["history"]] == ["stated", "done"]
    assert (bridge["state"], bridge["score"]) == ("done", 1)
    out = run("commitments", "LAO", "VNM", "--state", "done")[1]
    assert re.search(r"VNM → LAO · due 2030 +done \(\+1\)", out)
    assert "“The bridge at Pakse was opened on 2 December”" in out
    assert "as of 2031-06-20, the day of the newest report" in out
    before = run("commitments", "LAO", "VNM", "--as-of", "2030-06")[1]
    assert "as of 2030-06\n" in before
    assert "was opened" not in before


def test_csv_has_a_line_for_each_step(run):
    lines = list(csv.DictReader(io.StringIO(run("commitments", "LAO", "VNM", "-f", "csv")[1])))
    bridge = [line for line in lines if "bridge" in line["what"]]
    assert [(line["step"], line["score"], line["promisors"]) for line in bridge] == [
        ("stated", "1", "VNM"),
        ("done", "1", "VNM"),
    ]
    assert bridge[1]["quote"] == "The bridge at Pakse was opened on 2 December"
    assert bridge[1]["offsets"] == "0-44"


def test_what_is_overdue(run):
    told = json.loads(run("commitments", "LAO", "VNM", "--overdue", "-f", "json")[1])
    whole = json.loads(run("calendar", "LAO", "-f", "json")[1])
    assert {row["id"] for row in told} == {row["commitment"]["id"] for row in whole if row["standing"] == "overdue"}
    assert any("rice" in row["what"] for row in told)
    assert "Overdue" in run("calendar", "LAO")[1]
    code, out, err = run("commitments", "LAO", "VNM", "--overdue", "--as-of", "2030-02")
    assert (code, out) == (0, "")
    assert err.count("\n") == 1


def test_a_lineage_shows_which_words_went_and_came(run):
    out = run("wording", "one-China", "--with", "VNM")[1]
    assert "“Laos [-firmly-] adheres to the one-China [-principle-] {+policy+}”" in out
    assert "softened" in out
    painted = run("wording", "one-China", "--color")[1]
    assert "\x1b[31mfirmly\x1b[0m" in painted
    assert "\x1b[32mpolicy\x1b[0m" in painted


def test_search_marks_what_it_found_and_filters(run):
    out = run("search", "bridge")[1]
    assert "‹bridge›" in out
    assert "\x1b[33;1mbridge\x1b[0m" in run("search", "bridge", "--color")[1]
    asked = json.loads(run("search", "bridge", "--holder", "Viet Nam", "--act", "pledge", "-f", "json")[1])
    assert [(hit["layer"], hit["act"], hit["holders"]) for hit in asked] == [("statement", "pledge", ["VNM"])]
    assert run("search", "bridge", "--since", "2030-06", "-f", "csv")[1].count("\n") == 2


def test_show_marks_the_report_and_lists_its_records(run):
    out = run("show", "first.txt")[1]
    assert "[will visit Vientiane on 4 March 2031|eng]" in " ".join(out.split())
    assert "Positions: where each stands (1)" in out
    only = run("show", "first.txt", "--layer", "position")[1]
    assert "Statements" not in only
    told = json.loads(run("show", "first.txt", "-f", "json")[1])
    assert told["report"]["text"] == FIRST
    assert len(told["statements"]) == 2


def test_a_cut_answer_says_so(run):
    code, out, err = run("reports", "--limit", "2", "-f", "csv")
    assert (code, out.count("\n"), err) == (0, 3, "2 of 3 shown; --limit 0 for all.\n")
    assert run("reports", "--limit", "0")[2] == ""
    assert run("show", "first.txt", "--limit", "1")[2] == "1 of 6 shown; --limit 0 for all.\n"


@pytest.mark.parametrize(
    "question",
    [
        ["reports", "--since", "2040"], ["timeline", "LAO", "--until", "1999"], ["commitments", "LAO", "--state", "refused"],
        ["positions", "--as-of", "1999"], ["positions", "--changes", "--since", "2040"],
        ["wording", "no such words at all"], ["wording", "--issue", "two-china"], ["search", "zebra"], ["ladder", "LAO", "VNM", "--gaps"],
        ["calendar", "--ledger", "empty.db"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_where_there_is_nothing_it_says_so_in_one_sentence(run, question, form):
    Ledger.open("empty.db", create=True).close()
    code, out, err = run(*question, "--format", form)
    assert code == 0
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    assert out == {"table": "", "json": "[]\n"}.get(form, out)
    assert out.count("\n") == (form != "table")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (["timeline", "Ruritania"], "no country or organisation is called 'Ruritania'"),
        (["commitments", "Peru", "Chad"], "no report in the ledger is about Peru (PER)"),
        (["ladder", "LAO", "Laos"], "one and the same"),
        (["timeline", "LAO", "Laos"], "one and the same"),
        (["timeline", "LAO", "--since", "2031", "--until", "2030"], "turn them round"),
        (["commitments", "LAO", "--as-of", "soon"], "'soon' is no date"),
        (["show", "nowhere.txt"], "no report in the ledger is called 'nowhere.txt'"),
        (["compare", "first.txt", "first.txt"], "one and the same report"),
        (["commitments", "LAO", "--kind", "promise"], "there is no kind 'promise'"),
        (["search", "?!"], "say what to search for"),
        (["search", "rice", "--act", "swear"], "there is no act 'swear'"),
        (["reports", "--ledger", "nowhere.db"], "nowhere.db: there is no ledger here"),
        (["reports", "--ledger", "notes.txt"], "notes.txt: this file is no ledger"),
        (["rebuild", "--ledger", "nowhere.db"], "nowhere.db: there is no ledger here"),
        (["reports", "--ledger", "mysql://host/x"], "a ledger is an SQLite file or a PostgreSQL database"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(run, tmp_path, question, words):
    (tmp_path / "notes.txt").write_text("These are no tables, but they are long enough to look at.")
    code, out, err = run(*question)
    assert (code, out) == (1, "")
    assert err.startswith("Error: ")
    assert words in err
    assert err.count("\n") == 1
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize(
    "question",
    [
        ["timeline"], ["ladder", "LAO"], ["wording"], ["positions", "--since", "2030"], ["show", "x", "--format", "xml"],
        ["positions", "--changes", "--as-of", "2030"], ["reports", "--limit", "-1"], ["reports", "-o", "."],
        ["reports", "-o", "communique.db"], ["search"], ["add"],
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_a_usage_error(run, question):
    code, out, err = run(*question)
    assert (code, out) == (2, "")
    assert "Usage: communique" in err


def test_reports_that_are_not_worked_in_are_told(run, monkeypatch):
    monkeypatch.setattr(Ledger, "unsettled", lambda self: 2)
    err = run("reports")[2]
    assert err.startswith("Some reports are not worked into the answers yet (2 pairs of sides)")
    assert err.count("\n") == 1


def test_a_reports_words_can_steer_no_terminal_and_run_in_no_spreadsheet(run, tmp_path):
    where = tmp_path / "bad.db"
    bad = "\x1b]0;pwned\x07\x1b[2J‮=cmd"
    with Ledger.open(where, create=True) as ledger:
        ledger.add([first(title=f"=HYPERLINK({bad})", path=f"{bad}.txt"), second(title=bad, path="\x1b[31m.txt")])
    for name, question in QUESTIONS.items():
        if name in ("compare", "show"):
            continue
        for form in ("table", "json", "csv"):
            code, out, _ = run(*question, "--ledger", where, "--format", form)
            assert code == 0
            assert not STEERS.search(out), (name, form)
    cells = [
        cell for line in csv.reader(io.StringIO(run("reports", "--ledger", where, "-f", "csv")[1])) for cell in line
    ]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_rows_are_what_python_gets(run):
    with Ledger.open("communique.db") as ledger:
        rows = ledger.commitments("LAO", "VNM")
        assert isinstance(rows, Rows)
        assert rows.as_dicts() == json.loads(run("commitments", "LAO", "VNM", "-f", "json")[1])

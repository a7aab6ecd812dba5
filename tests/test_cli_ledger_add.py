"""`communique add` and `rebuild`: what is kept, what is told, how it ends; with a stand-in for the reader."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import stub_reader
from communique import Ledger
from communique.cli import _progress as bars
from communique.cli import main

ROOT = Path(__file__).resolve().parents[1]
BODY = "The President of Kazakhstan met the Foreign Minister of China in Astana, and they agreed to cooperate further."
SPANISH = (
    "El Presidente recibió al canciller de Perú en el Palacio Nacional y ambos acordaron cooperar en comercio. " * 2
)


@pytest.fixture(autouse=True)
def _place(monkeypatch, tmp_path):
    stub_reader.install(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    monkeypatch.delenv("COMMUNIQUE_TRACEBACK", raising=False)


@pytest.fixture
def run(capfd):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


def write(name, text=BODY):
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def ids(where="communique.db"):
    with Ledger.open(where) as ledger:
        return [one.report for one in ledger.reports()]


def test_reports_are_added_once(run):
    write("in/a.txt")
    write("in/b.txt", BODY + " They met again.")
    assert run("add", "in") == (0, "", "communique.db: 2 added (6 records).\n")
    assert run("add", "in") == (0, "", "communique.db: 2 already there; nothing changed.\n")
    assert len(ids()) == 2


def test_a_changed_page_is_a_new_version(run):
    file = write("a.txt")
    run("add", file)
    (old,) = ids()
    write("a.txt", BODY + " More was said.")
    assert run("add", file) == (0, "", "communique.db: 1 new version of a known page.\n")
    (new,) = ids()
    assert new != old
    assert f"There is a newer version of this page: {new}" in run("show", old)[1]
    assert f"Earlier versions of this page: {old}" in run("show", "a.txt")[1]


def test_another_codebook_reads_again_and_says_what_changed(run, monkeypatch):
    run("add", write("a.txt"))
    monkeypatch.setattr(stub_reader.Reader, "name", "stub/2")
    before = stub_reader.Reader.read_report

    def fewer(self, report):
        reading = before(self, report)
        return reading.model_copy(update={"statements": ()})

    monkeypatch.setattr(stub_reader.Reader, "read_report", fewer)
    assert run("add", "a.txt") == (0, "", "communique.db: 1 read again (+0 -1 records).\n")


def test_what_is_there_is_not_read(run, monkeypatch):
    run("add", write("a.txt"))
    monkeypatch.setattr(stub_reader.Reader, "read_report", None)
    assert run("add", "a.txt")[0] == 0


def test_again_reads_it_nevertheless(run, monkeypatch):
    run("add", write("a.txt"))
    read = []
    before = stub_reader.Reader.read_report
    monkeypatch.setattr(
        stub_reader.Reader, "read_report", lambda self, report: (read.append(report), before(self, report))[1]
    )
    assert run("add", "a.txt", "--again") == (0, "", "communique.db: 1 already there; nothing changed.\n")
    assert len(read) == 1
    monkeypatch.setattr(
        stub_reader.Reader,
        "read_report",
        lambda self, report: before(self, report).model_copy(update={"engagements": ()}),
    )
    assert run("add", "a.txt") == (0, "", "communique.db: 1 already there; nothing changed.\n")
    assert run("add", "a.txt", "--again") == (0, "", "communique.db: 1 read again (+0 -1 records).\n")


def test_what_cannot_be_read_is_listed_and_the_rest_added(run):
    write("in/a.txt")
    write("in/empty.txt", "")
    write("in/stumble.txt", "STUMBLE over this sentence, please.")
    code, _, err = run("add", "in", "nowhere.txt")
    assert code == 1
    assert err.startswith("communique.db: 1 added (2 records), 3 failed:\n")
    for words in ("nowhere.txt: there is no such file", "empty.txt: it is empty", "stumble.txt: the reader stumbled"):
        assert words in err
    assert "\x1b" not in err
    assert len(ids()) == 1


def test_another_language_is_a_skip(run):
    write("in/a.txt")
    write("in/es.txt", SPANISH)
    code, _, err = run("add", "in")
    assert code == 3
    assert "1 added (2 records), 1 skipped:" in err


def test_ctrl_c_keeps_what_was_added_and_the_next_run_goes_on(run):
    for number in range(3):
        write(f"in/{number}.txt", f"{BODY} It was day {number}.")
    stop = write("in/5.txt", "INTERRUPT this sentence, please.")
    write("in/7.txt", BODY + " It was the last day.")
    code, _, err = run("add", "in")
    assert code == 130
    assert err == (
        "communique.db: 3 added (6 records).\n"
        "Stopped by Ctrl-C: what was added is safe, and the same command goes on from there.\n"
    )
    stop.unlink()
    assert run("add", "in") == (0, "", "communique.db: 1 added (2 records), 3 already there.\n")


def test_where_there_is_nothing_to_add_no_ledger_is_made(run):
    code, _, err = run("add", "nowhere.txt")
    assert code == 1
    assert "nothing added, 1 failed:" in err
    assert not Path("communique.db").exists()


def test_a_wrong_codebook_is_told_before_anything_is_done(run, monkeypatch):
    from communique.errors import CodebookError

    def refuse(self, codebook_files=()):
        raise CodebookError([("my.yaml", 3, "there is no such section")])

    monkeypatch.setattr(stub_reader.Reader, "__init__", refuse)
    assert run("add", write("a.txt"), "--codebook", "my.yaml") == (2, "", "my.yaml:3: there is no such section\n")
    assert not Path("communique.db").exists()


def test_a_file_that_is_no_ledger_is_left_as_it_is(run):
    text = write("notes.db", "These are my notes.")
    code, _, err = run("add", write("a.txt"), "--ledger", text)
    assert code == 1
    assert err.startswith("Error: notes.db: ")
    assert err.count("\n") == 1
    assert text.read_text() == "These are my notes."


def test_the_ledger_may_be_named_by_the_environment(run, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_LEDGER", "other.db")
    assert run("add", write("a.txt"))[2].startswith("other.db: 1 added")
    assert len(run("reports", "-f", "csv")[1].splitlines()) == 2
    assert run("add", "a.txt", "--ledger", "third.db")[2].startswith("third.db: 1 added")


def test_rebuild_says_what_it_did_and_changes_no_answer(run):
    run("add", write("a.txt"))
    before = run("commitments", "CHN", "KAZ", "-f", "json")[1]
    code, out, err = run("rebuild")
    assert (code, out) == (0, "")
    assert err.startswith("communique.db: derived anew for ")
    assert run("commitments", "CHN", "KAZ", "-f", "json")[1] == before


def test_a_person_who_waits_sees_how_many_how_fast_and_how_long_still(monkeypatch):
    monkeypatch.setattr(bars, "is_terminal", lambda stream: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr("rich.console.Console.is_terminal", True)
    with bars.progress(10, output_is_seen=False) as step:
        for _ in range(10):
            step()
    told = sys.stderr.getvalue()
    assert "reading" in told
    assert "/10" in told


@pytest.mark.slow
def test_several_processes_add_the_same(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    samples = sorted(str(file) for file in (ROOT / "samples").glob("a*.txt"))[:9]
    answers = []
    for jobs in ("1", "2"):
        ledger = tmp_path / f"{jobs}.db"
        done = subprocess.run(
            [sys.executable, "-m", "communique", "add", *samples, "--ledger", str(ledger), "--jobs", jobs],
            env=environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert f"{len(samples)} added" in done.stderr
        with Ledger.open(ledger) as opened:
            answers.append([opened.report(one.report) for one in opened.reports()])
    assert answers[0] == answers[1]

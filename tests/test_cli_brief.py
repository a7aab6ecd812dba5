"""`communique brief`: printed, written by its ending, and what is said where it cannot be."""

import re

import pytest

from brief_pages import first, hostile, report, second
from communique import Ledger
from communique.cli import main

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(autouse=True)
def _ledger(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    with Ledger.open("communique.db", create=True) as ledger:
        ledger.add([first(), second(), hostile(), report("2031-01-01", "TCD", [])])


@pytest.fixture
def run(capfd):
    def run(*arguments):
        code = main(["brief", *map(str, arguments)])
        out, err = capfd.readouterr()
        return code, out, err

    return run


def test_it_is_printed_as_markdown_and_steers_no_terminal(run):
    code, out, err = run("Peru", "NOR")
    assert (code, err) == (0, "")
    assert out.startswith("# Peru – Norway\n\nBrief as of 1 March 2031. From 3 reports on the two")
    assert "## Sources" in out
    assert not STEERS.search(out)


@pytest.mark.parametrize(
    ("name", "begins"), [("b.md", b"# Peru"), ("b.html", b"<!doctype html>"), ("b.docx", b"PK"), ("b.PDF", b"%PDF-")]
)
def test_the_ending_says_the_form(run, tmp_path, name, begins):
    assert run("PER", "NOR", "-o", name) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_as_of_and_since_are_told(run):
    _, out, _ = run("PER", "NOR", "--as-of", "2031-02", "--since", "2031")
    assert "Brief as of February 2031, news since 2031. From 2 reports" in out
    assert "3 May 2030: meeting" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["PER", "NOR", "-o", "b.txt"], 2, "a brief is written as .md, .html, .docx or .pdf; b.txt ends otherwise"),
        (["PER", "NOR", "-o", "nowhere/b.pdf"], 2, "there is no folder nowhere"),
        (["PER", "NOR", "-o", "."], 2, "it is a folder; name a file"),
        (["PER", "NOR", "-o", "communique.db"], 2, "it is one of the files to read"),
        (["PER", "peru"], 1, "PER and peru are one and the same; name two sides"),
        (["PER", "Atlantis"], 1, "no country or organisation is called 'Atlantis'"),
        (["PER", "Chad"], 1, "no report in the ledger is about Chad"),
        (["PER", "NOR", "--as-of", "soon"], 1, "'soon' is no date"),
        (["PER", "NOR", "--as-of", "2030", "--since", "2031"], 1, "as-of 2030 is before since 2031; turn them round"),
        (["PER", "NOR", "--as-of", "2001"], 1, "No report in the ledger is about PER and NOR together as of 2001"),
        (["PER", "NOR", "--ledger", "none.db"], 1, "none.db"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(run, tmp_path, arguments, code, sentence):
    before = sorted(tmp_path.iterdir())
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err
    assert sorted(tmp_path.iterdir()) == before


def test_what_stood_there_stays_where_the_brief_cannot_be_made(run, tmp_path):
    (tmp_path / "b.md").write_text("mine")
    assert run("PER", "Atlantis", "-o", "b.md")[0] == 1
    assert (tmp_path / "b.md").read_text() == "mine"


def test_letters_that_the_pdf_lacks_are_told(run, monkeypatch):
    from communique.brief import pdf

    monkeypatch.setattr(pdf, "uncovered", lambda brief: ("CJK", "Thai"))
    code, _, err = run("PER", "NOR", "-o", "b.pdf")
    assert code == 0
    assert "No font of this machine has the letters of CJK, Thai" in err

import io
import json
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.cli import main
from communique.cli._json import dumps
from communique.cli._marked import marked
from communique.cli._screen import Paint, one_line, visible
from communique.records import LAYERS, Engagement, Evidence, Reading, Report
from stub_reader import install

BODY = "The President of Kazakhstan met the Foreign Minister of China in Astana, and they agreed to cooperate further."
SPANISH = (
    "El Presidente recibió al canciller de Perú en el Palacio Nacional y ambos acordaron cooperar en comercio. " * 2
)
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(autouse=True)
def stub(monkeypatch):
    install(monkeypatch)
    monkeypatch.delenv("COMMUNIQUE_TRACEBACK", raising=False)


@pytest.fixture
def run(capfd):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return run


def write(folder, name, text=BODY):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_jsonl_is_a_line_for_the_report_and_one_for_each_record(tmp_path, run):
    file = write(tmp_path, "a.txt")
    code, out, err = run("read", file, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [line["record"] for line in lines] == ["report", "engagement", "statement"]
    report = lines[0]
    assert report["path"] == str(file)
    assert report["dateline"] == "2024-05-21"
    assert report["language"] == "en"
    assert "text" not in report
    assert {"id", "title", "outlet", "outlet_country", "published", "url", "open_count", "faults"} <= set(report)
    for record in lines[1:]:
        assert record["report"] == report["id"]
        part = record["evidence"][0]
        assert BODY[part["start"] : part["end"]] == part["quote"]


def test_json_is_one_array_of_readings(tmp_path, run):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", BODY + " More was said.")
    code, out, _ = run("read", tmp_path, "--format", "json")
    readings = json.loads(out)
    assert code == 0
    assert [len(reading["engagements"]) for reading in readings] == [1, 1]
    assert readings[0]["report"]["record"] == "report"
    assert set(readings[0]) == {"report", *(f"{layer}s" for layer in LAYERS)}


def test_json_of_nothing_is_still_json(tmp_path, run):
    code, out, _ = run("read", write(tmp_path, "a.txt", ""), "--format", "json")
    assert (code, json.loads(out)) == (1, [])


def test_layers_can_be_chosen(tmp_path, run):
    _, out, _ = run("read", write(tmp_path, "a.txt"), "-f", "jsonl", "--layer", "statement")
    assert [json.loads(line)["record"] for line in out.splitlines()] == ["report", "statement"]


def test_text_shows_each_record_with_its_words(tmp_path, run):
    code, out, _ = run("read", write(tmp_path, "a.txt"))
    flat = " ".join(out.split())
    assert code == 0
    assert "meeting, held: CHN, KAZ" in flat
    assert BODY.removesuffix(".") in flat
    assert "1 place was left open" in flat
    assert "rule" not in flat
    assert "\x1b" not in out


def test_explain_shows_the_rule_and_the_words_that_triggered_it(tmp_path, run):
    _, out, _ = run("read", write(tmp_path, "a.txt"), "--explain")
    assert "rule  acts.yaml/met" in out
    assert "words “The”" in out


def test_marked_shows_the_text_with_its_evidence(tmp_path, run):
    _, plain, _ = run("read", write(tmp_path, "a.txt"), "--marked")
    assert "[The President of Kazakhstan met" in plain
    assert "further|eng]." in plain
    _, coloured, _ = run("read", tmp_path / "a.txt", "--marked", "--color")
    assert "\x1b[34;1mThe President" in coloured


def test_the_same_bytes_twice(tmp_path, run):
    write(tmp_path, "a.txt")
    for form in ("text", "jsonl", "json"):
        assert run("read", tmp_path, "-f", form) == run("read", tmp_path, "-f", form)


def test_a_batch_goes_on_and_is_summed_up(tmp_path, run):
    write(tmp_path, "good.txt")
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "spanish.txt", SPANISH)
    write(tmp_path, "stumble.txt", BODY + " STUMBLE")
    (tmp_path / "pdf.txt").write_bytes(b"%PDF-1.4")
    write(tmp_path, "side.txt", BODY + " Also.")
    write(tmp_path, "side.meta.json", '{"published": "soon"}')
    code, out, err = run("read", tmp_path, tmp_path / "goood.txt", "-f", "jsonl")
    assert code == 1
    assert sum('"record": "report"' in line for line in out.splitlines()) == 2
    head, *lines = err.splitlines()
    assert head == "2 read, 4 failed, 1 skipped, 1 warning:"
    assert len(lines) == 6
    for words in ("did you mean", "it is empty", "it is a PDF", "in Spanish", "no ISO date", "ZeroDivisionError"):
        assert sum(words in line for line in lines) == 1
    assert not STEERS.search(err)


def test_exit_codes(tmp_path, run):
    good, other = write(tmp_path, "a.txt"), write(tmp_path, "b.txt", SPANISH)
    assert run("read", good)[0] == 0
    assert run("read", good, other)[0] == 3
    assert run("read", good, other, tmp_path / "none.txt")[0] == 1
    assert run("read")[0] == 2
    assert run("read", good, "--format", "xml")[0] == 2
    assert run("nonsense")[0] == 2
    assert run("--help")[0] == 0
    assert run("--version")[1].startswith("communique 0")


def test_ctrl_c_is_one_sentence(tmp_path, run):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", BODY + " INTERRUPT")
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    code, _, err = run("read", tmp_path, "-f", "jsonl", "-o", target)
    assert code == 130
    assert err.startswith("Stopped by Ctrl-C after 1 report")
    assert err.count("\n") == 1
    assert target.read_text() == "old"


def test_output_file(tmp_path, run):
    file, target = write(tmp_path, "a.txt"), tmp_path / "out.jsonl"
    code, out, _ = run("read", file, "-f", "jsonl", "-o", target)
    assert (code, out) == (0, "")
    assert target.read_text() == run("read", file, "-f", "jsonl")[1]
    assert run("read", file, "-o", "-")[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


def test_a_file_that_may_not_be_written_is_told_by_its_own_name(tmp_path, run, monkeypatch):
    def refused(prefix, dir):  # noqa: A002 - the name in tempfile
        raise PermissionError(13, "Permission denied", f"{dir}/{prefix}x7b2k")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    code, _, err = run("read", write(tmp_path, "a.txt"), "--output", tmp_path / "out.txt")
    assert code == 1
    assert f"{tmp_path / 'out.txt'}: Permission denied" in err
    assert "x7b2k" not in err


def test_output_is_never_an_input_nor_a_folder(tmp_path, run):
    file = write(tmp_path, "a.txt")
    for target in (file, tmp_path, tmp_path / "no" / "such"):
        code, _, err = run("read", file, "-o", target)
        assert (code, "--output" in err) == (2, True)
    assert file.read_text() == BODY


def test_standard_input(monkeypatch, run):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    code, out, _ = run("read", "-", "-f", "jsonl")
    assert (code, json.loads(out.splitlines()[0])["path"]) == (0, "-")


def test_max_size(tmp_path, run):
    code, _, err = run("read", write(tmp_path, "a.txt", BODY * 30), "--max-size", "0.002")
    assert (code, "longer than 0" in err) == (1, True)


def test_a_strangers_text_and_paths_steer_nothing(tmp_path, run):
    evil = "\x1b[31m\x1b]0;title\x07\x9b2J\u202egnp.exe[bold]x[/bold]"
    file = write(tmp_path, "a\x1b[2J[red]\u202e.txt", BODY.replace("Astana", f"Astana {evil}"))
    write(tmp_path, "a\x1b[2J[red]\u202e.meta.json", json.dumps({"title": evil, "outlet": evil, "published": evil}))
    for arguments in (("-f", "text", "--marked", "--explain"), ("-f", "jsonl"), ("-f", "json")):
        _, out, err = run("read", file, tmp_path / f"none{evil}", *arguments)
        assert not STEERS.search(out)
        assert not STEERS.search(err)
        assert "[bold]x[/bold]" in out
    line = json.loads(run("read", file, "-f", "jsonl")[1].splitlines()[0])
    assert line["path"] == str(file)
    _, _, err = run("read", "-f", evil, file)
    assert not STEERS.search(err)


@given(st.text(max_size=200))
def test_nothing_printed_steers(text):
    assert not STEERS.search(one_line(text))
    assert not STEERS.search(visible(text, keep_lines=True))
    printed = dumps({"quote": text})
    assert not STEERS.search(printed)
    assert json.loads(printed) == {"quote": text}


@settings(max_examples=50)
@given(st.data())
def test_marking_keeps_the_text(data):
    text = data.draw(st.text("ab c\n", min_size=5, max_size=40))
    records = []
    for _ in range(data.draw(st.integers(0, 5))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        words = Evidence(start=start, end=end, quote=text[start:end])
        records.append(
            Engagement(kind="call", status="held", parties=("CHN",), rule=("x",), evidence=(words,), report="r")
        )
    reading = Reading(report=Report(text=text), engagements=records)
    painted = "".join(list(marked(reading, LAYERS, Paint(True)))[1:])
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == text + "\n\n"


@settings(max_examples=30)
@given(st.text("ab c\n", min_size=1, max_size=60), st.integers(1, 12))
def test_marking_breaks_lines_between_words_only(text, width):
    start = len(text) // 3
    words = Evidence(start=start, end=len(text), quote=text[start:])
    record = Engagement(kind="call", status="held", parties=("CHN",), rule=("x",), evidence=(words,), report="r")
    reading = Reading(report=Report(text=text), engagements=[record])
    painted = re.sub("\x1b\\[[0-9;]*m", "", "".join(list(marked(reading, LAYERS, Paint(True), width))[1:]))
    assert painted.split() == text.split()
    assert all(len(line) <= width or " " not in line.strip() for line in painted.splitlines())

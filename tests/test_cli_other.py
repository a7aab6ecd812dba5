import json
from pathlib import Path

import pytest

from communique.cli import main
from communique.errors import CodebookError, ModelMissing
from stub_reader import install


def test_schema_describes_every_line_that_read_prints(tmp_path, capfd, monkeypatch):
    install(monkeypatch)
    assert main(["schema"]) == 0
    schema = json.loads(capfd.readouterr().out)
    names = {reference["$ref"].rsplit("/", 1)[1].lower() for reference in schema["oneOf"]}
    (tmp_path / "a.txt").write_text("The President met the Minister in Astana, and they agreed to cooperate.")
    main(["read", str(tmp_path / "a.txt"), "-f", "jsonl"])
    for line in capfd.readouterr().out.splitlines():
        record = json.loads(line)
        assert record["record"] in names
        definition = schema["$defs"][record["record"].capitalize()]
        assert set(record) == set(definition["properties"]) == set(definition["required"])


def test_a_value_that_is_none_is_told_in_plain_words(capfd):
    assert main(["export", "csv"]) == 2
    assert "Error: Invalid value for 'FORMAT': 'csv' is not one of 'gold'." in capfd.readouterr().err


def test_evaluate_hands_over_what_was_asked(monkeypatch, tmp_path):
    asked = {}

    def run(gold, texts, **options):
        asked.update(options, gold=gold, texts=texts)
        return 1

    monkeypatch.setattr("communique.evaluate.run", run, raising=False)
    arguments = ["evaluate", "gold", "texts", "more", "--records", "r.jsonl", "--only", "a", "--only", "b"]
    assert main([*arguments, "-f", "json", "-o", "x", "--errors", "--by-doc"]) == 1
    assert asked == {
        "gold": Path("gold"), "texts": [Path("texts"), Path("more")], "records": Path("r.jsonl"), "only": ["a", "b"],
        "format": "json", "output": Path("x"), "errors": True, "by_doc": True,
    }  # fmt: skip


def test_check_codebook_lists_problems_by_line(monkeypatch, capfd):
    monkeypatch.setattr("communique.knowledge.check_codebook", lambda files: [("my.yaml", 3, "no \x1b[31m section")])
    assert main(["check-codebook", "my.yaml"]) == 1
    out, err = capfd.readouterr()
    assert out == "my.yaml:3: no \\x1b[31m section\n"
    assert err == "1 problem.\n"
    monkeypatch.setattr("communique.knowledge.check_codebook", lambda files: [])
    assert main(["check-codebook"]) == 0


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (CodebookError([("my.yaml", 3, "there is no section")]), 2, "my.yaml:3: there is no section"),
        (ModelMissing("the language model is not installed"), 1, "Error: the language model is not installed"),
    ],
)
@pytest.mark.parametrize("method", ["__init__", "read_report"])
def test_what_stops_the_reader_is_said_once(tmp_path, monkeypatch, capfd, error, code, words, method):
    install(monkeypatch)
    import stub_reader

    def refuse(self, *given, **options):
        raise error

    monkeypatch.setattr(stub_reader.Reader, method, refuse)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The President met the Minister in Astana, and they agreed to cooperate.")
    assert main(["read", str(tmp_path)]) == code
    assert capfd.readouterr().err.strip() == words

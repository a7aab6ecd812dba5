"""`communique evaluate` from end to end, on small files, with good and bad gold."""

import json
from html.parser import HTMLParser

import pytest

from communique.errors import UnreadableInput, WrongLanguage
from communique.evaluate import run
from communique.evaluate.documents import FileReading
from communique.evaluate.safe import shortened, visible

TEXT = (
    "China and Laos held talks in Vientiane on Monday. Wang Yi said China will build a railway. "
    "The two sides agreed to meet again. Laos thanked China for <b>help</b> \x1b[31mred\u202e & more."
)


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


GOLD = {
    "engagements": [
        {
            "kind": "meeting", "status": "held", "date_start": "2027-02-22", "date_end": "2027-02-22",
            "place": "Vientiane", "parties": ["CHN", "LAO"], "participants": ["Wang Yi"], "level": None,
            "ordinal": None, "main": True, "quote": "China and Laos held talks in Vientiane on Monday",
        }
    ],
    "statements": [
        {
            "act": "pledge", "holders": ["CHN"], "speaker": "Wang Yi", "addressees": ["LAO"], "strength": "firm",
            "topics": ["connectivity"], "items": ["build a railway"], "quote": "China will build a railway",
        },
        {
            "act": "agree", "holders": ["CHN", "LAO"], "speaker": None, "addressees": [], "strength": "firm",
            "topics": [], "items": ["meet again"], "quote": "The two sides agreed to meet again",
        },
        {
            "act": "appreciate", "holders": ["LAO"], "speaker": None, "addressees": ["CHN"], "strength": None,
            "topics": [], "items": [], "quote": "Laos thanked China",
        },
    ],
    "positions": [], "relations": [], "references": [],
}  # fmt: skip

FOUND = [
    {
        "record": "engagement", "kind": "meeting", "status": "held", "date_start": "2027-02-22",
        "date_end": "2027-02-22", "place": None, "parties": ["CHN", "LAO"], "participants": [], "main": True,
        "evidence": [span("China and Laos held talks in Vientiane")],
    },
    {
        "record": "statement", "act": "pledge", "holders": ["CHN"], "speaker": None, "addressees": [],
        "strength": "soft", "topics": [], "items": [], "evidence": [span("China will build a railway")],
    },
    {
        "record": "statement", "act": "propose", "holders": ["CHN"], "speaker": None, "addressees": [],
        "evidence": [span("The two sides agreed to meet again")],
    },
    {
        "record": "reference", "kind": "project", "name": "<script>alert(1)</script>",
        "evidence": [span("<b>help</b> \x1b[31mred\u202e")],
    },
]  # fmt: skip


@pytest.fixture
def files(tmp_path):
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (gold / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    records = tmp_path / "records.jsonl"
    lines = [{"record": "report", "id": "r", "path": "x/a.txt"}, *({**f, "report": "r", "id": "1"} for f in FOUND)]
    records.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return gold, texts, records


def as_json(files, capsys, code=0, **options):
    gold, texts, records = files
    assert run(gold, [texts], records=records, format="json", **options) == code
    captured = capsys.readouterr()
    return json.loads(captured.out), captured.err


def test_errors_are_told_by_kind(files, capsys):
    got, _ = as_json(files, capsys, errors=True)
    kinds = {(e["layer"], e["side"], e["kind"]) for e in got["errors"]}
    assert kinds == {
        ("engagement", "field", "engagement place: none found"),
        ("engagement", "field", "engagement participants: none found"),
        ("statement", "wrong", "wrong act and holders"),
        ("statement", "missed", "nothing found there"),
        ("statement", "field", "speaker: none found"),
        ("statement", "field", "addressees: none found"),
        ("statement", "field", "strength: not the same"),
        ("statement", "field", "topics: none found"),
        ("statement", "field", "items: none found"),
        ("reference", "extra", "not in the gold"),
    }
    strength = next(e for e in got["errors"] if "strength" in e["kind"])
    assert strength["field"] == {"name": "strength", "gold": "firm", "found": "soft"}


def test_a_missed_record_inside_another_is_told_apart(files, capsys):
    gold, _texts, records = files
    content = json.loads((gold / "a.json").read_text())
    content["references"].append({"kind": "project", "name": "railway", "quote": "railway"})
    content["statements"].append({**content["statements"][0], "act": "assess", "quote": "said China will build"})
    (gold / "a.json").write_text(json.dumps(content))
    with records.open("a") as file:
        twice = {**FOUND[0], "report": "r", "evidence": [span("Laos held talks")], "kind": "meeting"}
        file.write(json.dumps(twice) + "\n")
        for _ in range(2):
            file.write(json.dumps({**FOUND[3], "name": "Railway", "report": "r"}) + "\n")
    got, _ = as_json(files, capsys, errors=True)
    kinds = {(e["layer"], e["side"], e["kind"]) for e in got["errors"]}
    assert ("statement", "missed", "told as part of another") in kinds
    assert ("engagement", "extra", "one record too many for the same words") in kinds
    assert ("reference", "extra", "repeats another") in kinds


def test_only_the_layers_asked_for(files, capsys):
    got, _ = as_json(files, capsys, layers=["statement", "engagement"])
    assert list(got["layers"]) == ["engagement", "statement"]
    assert got["overall"] == sum(v["f1"] for v in got["layers"].values()) / 2


def test_table_shows_control_characters_instead_of_sending_them(files, capsys):
    gold, texts, records = files
    assert run(gold, [texts], records=records, errors=True, by_doc=True) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\\x1b[31mred\\u202e" in out
    assert "overall (mean F1 of the 5 layers)" in out


class Page(HTMLParser):
    """Collects what a browser would load, run or mark."""

    def __init__(self):
        super().__init__()
        self.tags, self.marked, self.open, self.sources = [], {}, None, []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.sources += [value for name, value in attrs if name in ("src", "href") or name.startswith("on")]
        if tag == "mark":
            self.open = dict(attrs)["class"]

    def handle_endtag(self, tag):
        if tag == "mark":
            self.open = None

    def handle_data(self, data):
        if self.open:
            self.marked.setdefault(self.open, []).append(data)


def test_page_is_whole_in_itself_and_marks_the_text(files, tmp_path):
    gold, texts, records = files
    page_file = tmp_path / "page.html"
    assert run(gold, [texts], records=records, format="html", output=page_file) == 0
    source = page_file.read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    assert not {"script", "link", "img", "iframe", "b"} & set(page.tags)
    assert page.sources == ["#reports"]
    assert "\x1b" not in source
    assert "\u202e" not in source
    assert "China will build a railway" in page.marked["right"]
    assert "Laos thanked China" in page.marked["missed"]
    assert "<b>help</b> \\x1b[31mred\\u202e" in page.marked["extra"]
    assert page.marked["missed extra"] == ["The two sides agreed to meet again"]
    assert "speaker: none found" in source
    assert "#show-statement:not(:checked)" in source


def test_bad_gold_is_told_by_file_and_record_and_the_rest_goes_on(files, capsys):
    gold, texts, _ = files
    (texts / "b.txt").write_text(TEXT, encoding="utf-8")
    (gold / "b.json").write_text('{"statements": [', encoding="utf-8")
    content = json.loads((gold / "a.json").read_text())
    content["statements"][0]["quote"] = "words that are not there"
    content["statements"][1]["mood"] = "fine"
    content["statements"][2]["act"] = "thank"
    content["statements"].append({"act": "pledge", "quote": "China"})
    content["statements"].append({"act": "pledge", "holders": "CHN", "quote": "China"})
    content["opinions"] = []
    (gold / "a.json").write_text(json.dumps(content))
    got, err = as_json(files, capsys, code=1)
    problems = "\n".join(got["problems"])
    assert "a.json: statement 1: left out, its quote is not in the text: 'words that are not there'" in problems
    assert "a.json: statement 2: unknown field 'mood'" in problems
    assert "a.json: statement 3: unknown act 'thank'" in problems
    assert "a.json: statement 4: left out, it has no 'holders'" in problems
    assert "a.json: statement 5: left out, its 'holders' is a str" in problems
    assert "a.json: unknown layer 'opinions'" in problems
    assert "b.json: the gold cannot be read as JSON" in problems
    assert "not read: b" in problems
    assert all(line.startswith("communique: ") for line in err.splitlines())
    assert len(err.splitlines()) == len(got["problems"]) == 8
    assert got["counts"]["statement"]["gold"] == 2
    assert got["counts"]["engagement"]["right"] == 1


def test_bad_lines_of_records_are_told_by_number(files, capsys):
    *_, records = files
    with records.open("a") as file:
        file.write('{"record": "statement"\n[1]\n{"record": "statement", "report": "unknown"}\n')
        file.write('{"record": "statement", "report": "r", "holders": 3}\n')
    got, _ = as_json(files, capsys, code=1)
    assert [problem.split(":")[1] for problem in got["problems"]] == ["6", "7", "8", "9"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"format": "pdf"}, "no format 'pdf'"),
        ({"layers": ["opinion"]}, "no scored layer 'opinion'"),
        ({"only": ["zzz"]}, "no gold file has a text"),
    ],
)
def test_what_cannot_be_scored_at_all(files, capsys, options, sentence):
    gold, texts, records = files
    assert run(gold, [texts], **{"records": records, **options}) == 2
    assert sentence in capsys.readouterr().err


def test_missing_paths(files, capsys, tmp_path):
    gold, texts, records = files
    assert run(tmp_path / "none", [texts], records=records) == 2
    assert run(gold, [tmp_path / "none"], records=records) == 2
    assert run(gold, [texts], records=tmp_path / "none") == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_several_folders_as_one_argument_and_a_byte_order_mark(files, capsys):
    gold, texts, records = files
    (texts / "a.txt").write_text("\ufeff" + TEXT, encoding="utf-8")
    other = texts.parent / "other"
    other.mkdir()
    assert run(gold, [type(texts)(f"{other},{texts}")], records=records, format="json") == 0
    assert json.loads(capsys.readouterr().out)["evidence_valid"] == 1.0


def test_reading_goes_on_after_a_report_that_cannot_be_read(files, capsys):
    gold, texts, _ = files
    for name in "bcd":
        (texts / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (gold / f"{name}.json").write_text(json.dumps(GOLD), encoding="utf-8")

    def read_file(path):
        if path.stem == "b":
            raise WrongLanguage(str(path), "the text is in French")
        if path.stem == "c":
            raise UnreadableInput(str(path), "it is binary")
        if path.stem == "d":
            raise RuntimeError("boom")
        return FileReading(TEXT, FOUND, ["the third sentence is too long"])

    assert run(gold, [texts], format="json", read_file=read_file) == 1
    got = json.loads(capsys.readouterr().out)
    assert any("French" in note for note in got["notes"])
    assert len(got["problems"]) == 3
    assert any("a.txt: in part not read: the third sentence is too long" in problem for problem in got["problems"])
    assert any("RuntimeError: boom" in problem for problem in got["problems"])
    assert got["by_report"]["a"]["engagement"] == 1.0
    assert got["by_report"]["d"]["engagement"] == 0.0
    assert run(gold, [texts], only=["b,c"], read_file=read_file) == 1
    assert run(gold, [texts], only=["b"], read_file=read_file) == 3


def test_visible_and_shortened():
    assert visible("a\x00b\u202ec\nd") == "a\\x00b\\u202ec d"
    assert visible("a\nb", keep_lines=True) == "a\nb"
    assert visible("中文 é 🙂 e\u0301") == "中文 é 🙂 e\u0301"
    assert shortened("x" * 500, 21) == "x" * 9 + "..." + "x" * 9

"""Correcting, merging and taking gold out, through the command."""

import csv
import io
import json

import pytest

from communique import Ledger
from communique.cli import main
from communique.errors import InputError
from ledger_readings import FIRST, first, second, third

ANA = ("--who", "Ana")


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


def shown(run, report="first.txt"):
    return json.loads(run("show", report, "--format", "json")[1])


def pledge(run):
    return next(one for one in shown(run)["statements"] if one["act"] == "pledge")


def test_a_record_is_rejected_shown_as_such_and_that_is_undone(run):
    code, out, err = run("correct", pledge(run)["id"][:10], "--reject", *ANA, "--why", "only a plan")
    assert (code, err) == (0, "")
    assert "Ana: rejected statement" in out
    assert "why: only a plan" in out
    text = run("show", "first.txt")[1]
    assert "Rejected (1)" in text
    assert "rejected by Ana, " in text
    made = json.loads(run("correct", "--list", "--format", "json")[1])
    assert [(one["kind"], one["who"], one["why"], one["effect"]) for one in made] == [
        ("reject", "Ana", "only a plan", "in-force")
    ]
    code, out, err = run("correct", "--undo", made[0]["id"], "--who", "Boris", "--why", "a pledge it is")
    assert (code, err) == (0, "")
    assert "undone by Boris, " in out
    assert pledge(run)
    assert "Rejected" not in run("show", "first.txt")[1]


def test_fields_are_edited_by_hand_and_by_file(run, tmp_path):
    fields = ("--field", "strength=soft", "--field", "topics=trade, energy", "--field", "items=build a bridge, or two",
              "--field", "speaker=")  # fmt: skip
    assert run("correct", pledge(run)["id"], *fields, *ANA, "--why", "so it is said")[0] == 0
    now = pledge(run)
    assert (now["strength"], now["topics"], now["items"], now["speaker"]) == (
        "soft", ["trade", "energy"], ["build a bridge, or two"], None,
    )  # fmt: skip
    assert "edited by Ana" in run("show", "first.txt")[1]
    (tmp_path / "e.json").write_text('{"strength": "tentative"}')
    assert run("correct", now["id"], "--edit", "e.json", *ANA, "--why", "less")[0] == 0
    assert pledge(run)["strength"] == "tentative"
    judged = [one for one in shown(run)["judged"] if one["standing"] == "edited"]
    assert [len(one["corrections"]) for one in judged] == [2]


def test_records_are_added_from_a_file_and_from_standard_input(run, tmp_path, monkeypatch):
    one = {"record": "reference", "kind": "project", "name": "bridge at Pakse", "quote": "a bridge at Pakse"}
    two = {
        "record": "position",
        "holder": "VNM",
        "issue": "one-china",
        "stance": "support",
        "quote": "special partners",
    }
    (tmp_path / "a.json").write_text(json.dumps([one, two]))
    assert run("correct", "first.txt", "--add", "a.json", *ANA, "--why", "missed")[0] == 0
    three = {"record": "reference", "name": "Hanoi talks", "quote": "met the President of Viet Nam in Hanoi"}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(three)))
    assert run("correct", "first.txt", "--add", "-", "--field", "kind=forum", *ANA, "--why", "missed")[0] == 0
    found = shown(run)
    assert {one["name"] for one in found["references"]} >= {"bridge at Pakse", "Hanoi talks"}
    assert any(one["holder"] == "VNM" for one in found["positions"])
    for record in found["references"]:
        for span in record["evidence"]:
            assert FIRST[span["start"] : span["end"]] == span["quote"]


def test_the_user_of_the_system_is_who_says_it(run, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "novak")
    assert run("correct", pledge(run)["id"], "--accept")[0] == 0
    assert json.loads(run("correct", "first.txt", "--list", "--format", "json")[1])[0]["who"] == "novak"


def test_what_was_corrected_is_listed_in_every_form(run):
    run("correct", pledge(run)["id"], "--reject", *ANA, "--why", "=1+1")
    rows = list(csv.DictReader(io.StringIO(run("correct", "--list", "--format", "csv")[1])))
    assert [(row["who"], row["kind"], row["why"]) for row in rows] == [("Ana", "reject", "'=1+1")]
    assert run("correct", "--list", "--who", "Boris")[1:] == ("", "No such correction is in the ledger.\n")
    assert run("correct", "--list", "--until", "2020")[1] == ""
    assert "Hanoi Courier" in run("correct", "--list")[1] or "Vientiane Post" in run("correct", "--list")[1]


def test_a_list_of_corrections_brings_them_into_another_ledger(run, tmp_path):
    record = pledge(run)
    run("correct", record["id"], "--field", "strength=soft", *ANA, "--why", "so it is said")
    (later,) = (one for one in shown(run)["statements"] if one["rule"] == ["person:Ana"])
    run("correct", later["id"], "--reject", "--who", "Boris", "--why", "no")
    listed = json.loads(run("correct", "--list", "--format", "json")[1])
    run("correct", "--undo", next(one["id"] for one in listed if one["who"] == "Boris"), "--who", "Boris")
    run("correct", "--list", "--format", "json", "--output", "all.json")
    with Ledger.open("other.db", create=True) as other:
        other.add([first(), second(), third()])
    code, _, err = run("correct", "--file", "all.json", "--ledger", "other.db")
    assert (code, err) == (0, "other.db: 2 corrections made.\n")
    with Ledger.open("other.db") as other, Ledger.open("communique.db") as one:
        assert {row.id: row for row in other.corrections()} == {row.id: row for row in one.corrections()}
        assert other.report("first.txt").reading == one.report("first.txt").reading


def test_of_a_file_what_cannot_be_made_is_told_and_the_rest_is_made(run, tmp_path):
    lines = [
        {"report": "first.txt", "kind": "accept", "target": pledge(run)["id"]},
        {"report": "nowhere.txt", "kind": "accept", "target": "0000"},
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, lines)))
    code, _, err = run("correct", "--file", "c.jsonl", *ANA)
    assert code == 1
    assert err.startswith("communique.db: 1 correction made, 1 not:\n  accept 0000: no report")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["correct"], "say one of --accept"),
        (["correct", "x", "--accept", "--reject"], "not --accept and --reject at once"),
        (["correct", "--accept"], "say the record"),
        (["correct", "--add", "x.json"], "say the report"),
        (["correct", "x", "--undo", "y"], "it says itself"),
        (["merge", "person", "A"], "say both names"),
        (["correct", "x"], "say one of --accept, --reject, --field or --edit,"),
        (["merge"], "Invalid value for NAME: say one of --undo, --list, person|named NAME INTO"),
        (["export", "gold"], "say the folder"),
        (["export", "gold", "-o", "communique.db"], "it is a file; name a folder"),
        (["evaluate", "--corrections", "--agreement"], "not --corrections and --agreement at once"),
        (["evaluate", "--corrections", "gold"], "it is of a ledger"),
        (["evaluate", "gold", "texts", "--whole"], "it goes with --corrections"),
        (["evaluate", "--agreement", "--errors"], "it goes with --format"),
        (["evaluate", "--corrections", "--who", "A", "--who", "B"], "of one person"),
    ],
)
def test_a_command_that_cannot_be_is_told_in_a_sentence(run, arguments, told):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["correct", "zzzzzz", "--accept"], "Error: no record in the ledger is called 'zzzzzz'"),
        (["correct", "--undo", "zzzzzz"], "Error: there is no correction 'zzzzzz'"),
        (["correct", "PLEDGE", "--field", "strength"], "Error: --field: 'strength' is not NAME=VALUE"),
        (["correct", "PLEDGE", "--field", "act=sing", "--why", "x"], "Error: this cannot be a statement: act"),
        (["correct", "PLEDGE", "--edit", "none.json"], "Error: none.json: it cannot be read: No such file"),
        (["correct", "PLEDGE", "--edit", "bad.json"], "Error: bad.json: it holds no JSON object"),
        (["correct", "PLEDGE", "--reject"], "Error: a correction needs a word on why"),
        (["correct", "--from-gold", "none"], "Error: none: no gold file"),
        (["merge", "person", "Nobody", "Somebody", "--why", "x"], "Error: no record in the ledger names a person"),
        (["merge", "--undo", "zzzzz"], "Error: there is no merge 'zzzzz'"),
        (["export", "gold", "nowhere", "-o", "g"], "Error: no report in the ledger is called 'nowhere'"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(run, tmp_path, arguments, told):
    (tmp_path / "bad.json").write_text("{")
    record = pledge(run)["id"]
    code, out, err = run(*(record if one == "PLEDGE" else one for one in arguments))
    assert (code, out) == (1, "")
    assert err.startswith(told)
    assert err.count("\n") == 1


def test_without_a_user_of_the_system_a_name_is_asked_for(run, monkeypatch):
    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert (
        run("correct", pledge(run)["id"], "--accept")[2]
        == "Error: this system does not say who you are; use --who NAME\n"
    )


def test_names_are_merged_listed_and_taken_back(run):
    run("correct", pledge(run)["id"], "--field", "speaker=Tran Minh", *ANA, "--why", "he is named")
    code, out, err = run(
        "merge", "person", "Tran Minh", "Tran Van Minh", *ANA, "--why", "his full name", "--country", "VNM"
    )
    assert (code, err) == (0, "")
    assert "Ana: person of VNM Tran Minh is Tran Van Minh" in out
    (made,) = json.loads(run("merge", "--list", "--format", "json")[1])
    assert (made["name"], made["into"], made["country"], made["why"]) == (
        "Tran Minh", "Tran Van Minh", "VNM", "his full name",
    )  # fmt: skip
    assert "undone by Boris" in run("merge", "--undo", made["id"], "--who", "Boris")[1]


def test_gold_goes_out_and_comes_back(run, tmp_path):
    run("correct", pledge(run)["id"], "--field", "strength=soft", *ANA, "--why", "so it is said")
    assert run("export", "gold", "-o", "gold", "--whole")[2] == "gold: 1 report of gold.\n"
    assert (tmp_path / "gold" / "first.txt").read_text() == FIRST
    with Ledger.open("other.db", create=True) as other:
        other.add([first()])
    code, _, err = run("correct", "--from-gold", "gold", "--ledger", "other.db", *ANA)
    assert code == 0, err
    with Ledger.open("other.db") as other, Ledger.open("communique.db") as one:
        mine, yours = (ledger.report("first.txt").reading for ledger in (one, other))
        for layer in ("engagements", "statements", "positions", "relations"):
            assert {record.id for record in getattr(mine, layer)} == {record.id for record in getattr(yours, layer)}
        kinds = [row.kind for row in other.corrections()]
        assert sorted(set(kinds)) == ["accept", "edit"]
        assert kinds.count("edit") == 1


def test_gold_that_has_no_report_is_told(run, tmp_path):
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / "unknown.json").write_text("{}")
    code, _, err = run("correct", "--from-gold", "g", *ANA)
    assert code == 1
    assert "has no report from a file of this name" in err


def test_export_says_where_nothing_was_corrected(run, tmp_path):
    assert run("export", "gold", "-o", "gold")[2] == "communique.db: nobody has corrected anything in it.\n"
    assert not (tmp_path / "gold").exists()
    assert run("evaluate", "--corrections")[::2] == (
        2, "communique: communique.db: nobody has corrected anything in it\n",
    )  # fmt: skip


def test_an_unreadable_object_is_no_record():
    from communique.cli._correct import objects

    with pytest.raises(InputError, match="cannot be read"):
        objects("/nowhere/at/all.json")

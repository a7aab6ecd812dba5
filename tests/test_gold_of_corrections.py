"""Corrections as gold: what is written is what is scored, by us and by the reference scorer; agreement of people."""

import json
import os
import subprocess
import sys
from pathlib import Path

import krippendorff
import pytest

from communique import Ledger
from communique.evaluate import run_agreement, run_corrections
from communique.evaluate.agreement import agreement, alpha, distance, units
from communique.evaluate.corrected import documents
from communique.evaluate.from_gold import wanted
from communique.evaluate.gold import load_gold
from communique.evaluate.tallies import score_documents
from communique.export.gold import gold, names, write
from communique.records import Statement
from ledger_pages import TEXT, Page, whole_page

AT = "2026-11-22T01:40:00Z"
PATH = "/reports/a.txt"
SHARED = os.environ.get("COMMUNIQUE_SHARED") or Path(__file__).resolve().parents[2] / "shared"
SCORER = Path(SHARED) / "score.py"


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add([whole_page(path=PATH).read()])
        yield opened


def say(ledger, kind, target=None, record=None, who="Ana", report=PATH):
    id_ = getattr(ledger.report(report).reading, f"{target}s")[0].id if target else None
    return ledger.correct(report, kind, target=id_, record=record, who=who, why="read", at=AT)


MISSED = {"record": "reference", "kind": "project", "name": "Khorgos railway", "quote": "the Khorgos railway"}


def corrected(ledger):
    say(ledger, "accept", "engagement")
    say(ledger, "edit", "statement", {"strength": "soft"})
    say(ledger, "reject", "position")
    say(ledger, "add", record=MISSED)
    return ledger.corrected()[0]


def test_gold_has_what_counts_and_what_nobody_judged_as_optional(ledger):
    told = gold(corrected(ledger))
    assert [(one["kind"], one["quote"], "optional" in one) for one in told["engagements"]] == [
        ("meeting", "met in Astana", False)
    ]
    assert [(one["strength"], "optional" in one) for one in told["statements"]] == [("soft", False)]
    assert told["positions"] == []
    assert [one["optional"] for one in told["relations"] + told["outcomes"]] == [True, True]
    assert not any("optional" in one for layer in gold(ledger.corrected()[0], whole=True).values() for one in layer)


def test_words_that_stand_before_are_given_with_those_around(tmp_path):
    text = "China thanked them. China thanked all."
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add([Page(text, path=PATH).read()])
        span = {"start": 20, "end": 33, "quote": "China thanked"}
        say(ledger, "add", record={"record": "statement", "act": "appreciate", "holders": ["CHN"], "evidence": [span]})
        (one,) = gold(ledger.corrected()[0])["statements"]
    start = text.index(one["quote"])
    assert start <= 20
    assert start + len(one["quote"]) >= 33


def test_files_have_the_names_of_the_reports_and_never_the_same(ledger):
    other = Page(TEXT + "It rained.", path="/elsewhere/A.txt").read()
    bare = Page(TEXT + "It snowed.", path="-").read()
    odd = Page(TEXT + "It hailed.", path="/x/..\u202e a/b?c.txt").read()
    ledger.add([other, bare, odd])
    found = list(names(ledger.corrected(PATH, other.report.id, bare.report.id, odd.report.id)))
    assert found == ["a", f"A-{other.report.id}", bare.report.id, "b-c"]


def figures(scores):
    return {name: (tally.gold, tally.found, tally.right) for name, tally in scores.layers.items()}


def test_the_reader_is_scored_on_what_was_judged(ledger):
    scores = score_documents(documents([corrected(ledger)]))
    assert figures(scores) == {
        "engagement": (1, 1, 1), "statement": (1, 1, 1), "position": (0, 1, 0), "relation": (0, 0, 0),
        "reference": (1, 0, 0),
    }  # fmt: skip
    assert scores.attributes["strength"].value == 0
    whole = score_documents(documents(ledger.corrected(), whole=True))
    assert figures(whole)["relation"] == (1, 1, 1)


@pytest.mark.parametrize("whole", [False, True])
def test_written_gold_scores_as_the_ledger_does(ledger, tmp_path, whole):
    """By ``score.py``, the project's reference, on the files that were written and the reader's records as printed."""
    if not SCORER.exists():
        pytest.skip(f"{SCORER} is not there")
    sheet = corrected(ledger)
    assert write([sheet], tmp_path / "gold", whole=whole) == ["a"]
    lines = [{"record": "report", "id": sheet.report.id, "path": "a.txt"}]
    lines += [one.model_dump(mode="json") for one in sheet.made]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, lines)))
    command = [sys.executable, SCORER, tmp_path / "gold", tmp_path / "gold", tmp_path / "r.jsonl", "--json"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = score_documents(documents([sheet], whole=whole))
    assert told["layers"] == {
        name: {"p": tally.precision, "r": tally.recall, "f1": tally.f1} for name, tally in ours.layers.items()
    }
    assert told["attributes"] == pytest.approx({name: share.value for name, share in ours.attributes.items()})


def test_gold_read_back_says_what_was_said(ledger, tmp_path):
    sheet = corrected(ledger)
    write([sheet], tmp_path, whole=True)
    records, problems = load_gold(tmp_path / "a.json", sheet.report.text)
    assert problems == []
    assert sum(map(len, records.values())) == 4
    said, problems = wanted(tmp_path / "a.json", sheet)
    assert (problems, {one.kind for one in said}) == ([], {"accept"})
    before = ledger.corrected()[0]
    untouched = type(before)(before.report, before.made, before.made, (), ())
    said, _ = wanted(tmp_path / "a.json", untouched)
    assert sorted(one.kind for one in said) == ["accept", "accept", "add", "edit", "reject"]
    (edit,) = (one for one in said if one.kind == "edit")
    assert edit.record == {"strength": "soft"}


def test_one_person_s_corrections_leave_out_those_of_others(ledger):
    say(ledger, "reject", "position")
    say(ledger, "reject", "statement", who="Boris")
    assert sorted(one.record for one in ledger.corrected(who="Boris")[0].counts) == [
        "engagement", "outcome", "position", "relation",
    ]  # fmt: skip
    assert list(ledger.corrected(who="Zoe")) == []


def test_evaluation_of_corrections_is_printed(ledger, capsys):
    corrected(ledger)
    assert run_corrections(ledger.where, format="json", errors=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["reference"] == {"gold": 1, "found": 0, "right": 0}
    assert [(one["layer"], one["side"]) for one in told["errors"]] == [
        ("statement", "field"), ("position", "extra"), ("reference", "missed"),
    ]  # fmt: skip
    assert run_corrections(ledger.where, who="Zoe") == 2
    assert "Zoe has corrected nothing" in capsys.readouterr().err


def judged(ledger, **options):
    every = {one.who for one in ledger.corrections()}
    sheets = {who: ledger.corrected(who=who) for who in sorted(every)}
    return {(one.layer, one.question): one for one in agreement(units(sheets, **options))}


def test_people_agree_on_records_that_both_have_judged(ledger):
    say(ledger, "reject", "position", who="Ana")
    ledger.undo(say(ledger, "reject", "statement", who="Zoe").id, who="Zoe", at=AT)
    position = next(one.id for one in ledger.corrected(PATH)[0].made if one.record == "position")
    ledger.correct(PATH, "accept", target=position, who="Boris", at=AT)
    say(ledger, "accept", "relation", who="Ana")
    ledger.correct(PATH, "accept", target=ledger.report(PATH).reading.relations[0].id, who="Boris", at=AT)
    say(ledger, "edit", "statement", {"topics": ["trade"]}, who="Ana")
    made = next(one for one in ledger.corrected()[0].made if isinstance(one, Statement))
    ledger.correct(PATH, "edit", target=made.id, record={"topics": ["trade", "energy"], "strength": "soft"},
                   who="Boris", why="x", at=AT)  # fmt: skip
    say(ledger, "accept", "engagement", who="Ana")  # of one person alone
    found = judged(ledger)
    assert (found["position", "stands"].units, found["position", "stands"].same) == (1, 0.0)
    assert found["position", "stands"].alpha == pytest.approx(0.0)
    assert (found["relation", "label"].same, found["relation", "label"].alpha) == (1.0, None)
    assert found["statement", "topics"].same == 0.5
    assert (found["statement", "strength"].same, found["statement", "act"].same) == (0.0, 1.0)
    assert ("engagement", "stands") not in found
    assert ("position", "stance") not in found, "for one of them there is no such position"


def test_what_two_added_at_the_same_words_is_one_unit(ledger):
    say(ledger, "add", record=MISSED, who="Ana")
    say(ledger, "add", record={**MISSED, "kind": "instrument"}, who="Boris")
    found = judged(ledger)
    assert (found["reference", "stands"].units, found["reference", "kind"].same, found["reference", "name"].same) == (
        1, 0.0, 1.0,
    )  # fmt: skip


def test_who_rejects_what_another_added_disagrees(ledger):
    done = say(ledger, "add", record=MISSED, who="Ana")
    ledger.correct(PATH, "reject", target=done.after.id, who="Boris", why="no", at=AT)
    assert judged(ledger)["reference", "stands"].same == 0.0


def test_of_a_report_judged_as_a_whole_silence_is_a_word(ledger):
    say(ledger, "add", record=MISSED, who="Ana")
    say(ledger, "reject", "position", who="Boris")
    assert judged(ledger) == {}
    found = judged(ledger, whole=True)
    assert (found["reference", "stands"].units, found["reference", "stands"].same) == (1, 0.0)
    assert (found["position", "stands"].units, found["position", "stands"].same) == (1, 0.0)
    assert found["relation", "stands"].same == 1.0


def test_alpha_is_that_of_the_package_and_of_krippendorff_s_own_example():
    """The nominal example of his "Computing Krippendorff's Alpha-Reliability" (2011), C: four observers, alpha .743."""
    gone = None
    rows = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, gone, gone, gone], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gone, 3],
        [gone, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gone], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gone],
    ]  # fmt: skip
    told = [[row[unit] for row in rows if row[unit] is not None] for unit in range(12)]
    assert alpha(told) == pytest.approx(0.743, abs=0.0005)
    table = [[float("nan") if value is None else value for value in row] for row in rows]
    assert alpha(told) == pytest.approx(krippendorff.alpha(table, level_of_measurement="nominal"))
    assert alpha([["a", "a"], ["a"]]) is None


def test_sets_are_as_far_apart_as_they_share_little():
    assert distance(frozenset("ab"), frozenset("bc")) == pytest.approx(2 / 3)
    assert (distance(frozenset(), frozenset()), distance("a", "b"), distance(None, None)) == (0.0, 1.0, 0.0)


def test_agreement_is_printed(ledger, capsys):
    assert run_agreement(ledger.where) == 2
    assert "nobody has corrected anything" in capsys.readouterr().err
    say(ledger, "add", record=MISSED, who="Ana")
    assert run_agreement(ledger.where) == 2
    assert "only Ana has corrected anything" in capsys.readouterr().err
    assert run_agreement(ledger.where, who=["Ana", "Zoe"]) == 2
    assert "Zoe has corrected nothing" in capsys.readouterr().err
    say(ledger, "accept", "engagement", who="Boris")
    assert run_agreement(ledger.where) == 2
    assert "no record that two of Ana, Boris have judged" in capsys.readouterr().err
    assert run_agreement(ledger.where, whole=True, format="json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["people"], told["reports"]) == (["Ana", "Boris"], 1)
    assert run_agreement(ledger.where, whole=True) == 0
    out = capsys.readouterr().out
    assert "Agreement of Ana, Boris on 1 report" in out
    assert run_agreement(ledger.where, format="html") == 2

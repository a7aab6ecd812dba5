"""The figures on storylines: those of ../shared/score_storylines.py, however noisy the answers; and the command."""

import contextlib
import copy
import importlib.util
import io
import json
import random
import re
import sys
from pathlib import Path

import pytest

from communique.cli import main
from communique.evaluate.storyline_gold import Texts, load_stories
from communique.evaluate.storyline_scores import score_stories, wording_name
from communique.evaluate.storylines import as_table, run_storylines
from communique.records import Engagement, Evidence, Position, Reading, Relation, Report, Statement

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
beside = pytest.mark.skipif(not (SHARED / "score_storylines.py").exists(), reason="no ../shared beside the repository")
STATES = ("stated", "asked", "restated", "done", "planned", "held")


@pytest.fixture(scope="module")
def theirs():
    sys.path.insert(0, str(SHARED))
    spec = importlib.util.spec_from_file_location("shared_storylines", SHARED / "score_storylines.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(SHARED))

    def score(answers):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            module.main([str(SHARED / "storylines.json"), str(SHARED / "texts"), str(answers)])
        return [figures(line) for line in out.getvalue().splitlines()]

    return score


def figures(line):
    """The numbers of a line, whichever program printed it."""
    found = [float(number) for number in re.findall(r"\b\d+(?:\.\d+)?", line)]
    return sorted(found)


def evidence(texts, report, quote, rng):
    (span,) = texts.at(report, quote)
    start, end = span
    if rng.random() < 0.3:
        start = max(0, start + rng.randint(-80, 80))
        end = min(len(texts.texts[report]), max(start + 1, end + rng.randint(-80, 80)))
    return [{"start": start, "end": end}] if rng.random() > 0.05 else []


def write_answers(folder, stories, texts, seed):
    """What a bad ledger might answer: steps lost, doubled, in the wrong thread, of the wrong state."""
    rng = random.Random(seed)

    def write(name, answer):
        if rng.random() > 0.03:
            (folder / f"{name}.json").write_text(json.dumps(answer))

    for story in stories:
        threads = []
        for thread in story.threads:
            steps = [step for step in thread["steps"] if step.get("quote") for _ in range(rng.choice((0, 1, 1, 1, 2)))]
            history = [
                {
                    "path": f"/x/{step['report']}.txt",
                    "state": step["state"] if rng.random() < 0.8 else rng.choice(STATES),
                    "sure": rng.random() < 0.9,
                    "evidence": evidence(texts, step["report"], step["quote"], rng),
                }
                for step in steps
            ]
            threads.append({"what": thread["name"], "history": history})
        for thread in threads:  # some steps stray
            if thread["history"] and rng.random() < 0.3:
                rng.choice(threads)["history"].append(copy.deepcopy(rng.choice(thread["history"])))
        threads.append(
            {
                "what": "elsewhere",
                "history": [{"path": "no.txt", "state": "done", "evidence": [{"start": 0, "end": 9}]}],
            }
        )
        write(f"{story.name}.commitments", threads)
        rungs = [
            {"path": f"{rung['report']}.txt", "label": rung["label"] if rng.random() < 0.8 else "partnership",
             "event": rung["event"] if rng.random() < 0.8 else "described"}
            for rung in story.ladder for _ in range(rng.choice((0, 1, 1, 2)))
        ]  # fmt: skip
        write(f"{story.name}.ladder", rungs)
        for wanted in story.wording:
            rows = [
                {"path": f"{step['report']}.txt", "change": step["change"] if rng.random() < 0.8 else "same",
                 "evidence": evidence(texts, step["report"], step["quote"], rng) if step.get("quote") else []}
                for step in wanted["steps"] for _ in range(rng.choice((0, 1, 1, 2)))
            ]  # fmt: skip
            write(wording_name(story, wanted["holder"], wanted["issue"]), rows)
        for wanted in story.compare:
            write(f"{story.name}.compare.{wanted['a']}.{wanted['b']}", comparison(wanted, texts, rng))


def comparison(wanted, texts, rng):
    answer = {}
    for side in ("a", "b"):
        quotes = [quote for quote in wanted[f"only_{side}"] for _ in range(rng.choice((0, 1, 1, 2)))]
        answer[f"only_{side}"] = [{"evidence": evidence(texts, wanted[side], quote, rng)} for quote in quotes]
    answer["both"] = [
        {**{side: {"evidence": evidence(texts, wanted[side], pair[side], rng)} for side in ("a", "b")},
         "differs": list(pair.get("differs", [])) if rng.random() < 0.7 else ["act"]}
        for pair in wanted["both"] for _ in range(rng.choice((0, 1, 1, 2)))
    ]  # fmt: skip
    return answer


@beside
@pytest.mark.shared
@pytest.mark.parametrize("seed", range(8))
def test_same_figures_as_the_shared_scorer(theirs, tmp_path, seed):
    stories = load_stories(SHARED / "storylines.json")
    names = {name for story in stories for name in story.reports}
    texts = Texts({name: (SHARED / "texts" / f"{name}.txt").read_text(encoding="utf-8-sig") for name in names})
    write_answers(tmp_path, stories, texts, seed)

    def answer(name):
        file = tmp_path / f"{name}.json"
        return json.loads(file.read_text()) if file.exists() else None

    scores = score_stories(stories, texts, answer)
    assert 0.2 < scores.links.f1 < 0.95  # the noise is neither nothing nor all
    ours = as_table(scores).splitlines()[1:]
    for line, expected in zip(ours, theirs(tmp_path), strict=True):
        share = line.startswith("  ")
        got = figures(line)
        if share:  # ours has the number of right ones too
            of, _, value = (float(number) for number in re.findall(r"\d+(?:\.\d+)?", line))
            got = sorted((of, value))
        assert got == expected, line


TEXTS = {
    "one": "Ruritania will open an embassy in Borduria. Ruritania adheres to the one-China policy.",
    "two": "The embassy was opened. Ruritania adheres to the one-China policy. They are partners.",
}


def story(**changed):
    whole = {
        "name": "made-up", "parties": ["RUR", "BOR"], "reports": ["one", "two"],
        "threads": [{"name": "embassy", "steps": [
            {"report": "one", "state": "stated", "quote": "will open an embassy"},
            {"report": "two", "state": "done", "quote": "The embassy was opened"}]}],
        "ladder": [], "wording": [{"holder": "RUR", "issue": "one-china", "steps": [
            {"report": "one", "change": "first", "quote": "adheres to the one-China policy"},
            {"report": "two", "change": "same", "quote": "adheres to the one-China policy"}]}],
        "compare": [{"a": "one", "b": "two", "only_a": [], "only_b": [], "both": []}],
    }  # fmt: skip
    return {"storylines": [{**whole, **changed}]}


@pytest.fixture
def file(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path / "stories.json"


def read(path):
    """A reader that finds a pledge and a position."""
    number = list(TEXTS).index(path.stem)
    text = TEXTS[path.stem]
    report = Report(text=text, path=str(path), published=f"2030-01-0{number + 1}", outlet_country="RUR")

    def found(quote):
        start = text.index(quote)
        return {
            "report": report.id,
            "rule": ("x",),
            "evidence": (Evidence(start=start, end=start + len(quote), quote=quote),),
        }

    meeting = Engagement(
        kind="meeting", status="held", parties=("BOR", "RUR"), main=True, date_start=report.published, **found(text[:9])
    )
    position = Position(holder="RUR", issue="one-china", stance="support", **found("adheres to the one-China policy"))
    statement = Statement(
        act="support", holders=("RUR",), addressees=("BOR",), **found("adheres to the one-China policy")
    )
    relations = (
        [Relation(parties=("BOR", "RUR"), label="partnership", event="described", **found("partners"))]
        if number
        else []
    )
    return Reading(
        report=report,
        engagements=(meeting,),
        statements=(statement,),
        positions=(position,),
        relations=tuple(relations),
        read_by="test",
    )


def test_the_ledger_is_asked_and_scored(file, capsys):
    file.write_text(json.dumps(story()))
    assert run_storylines(file, [], read_file=read, format="json", errors=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["links"]["gold"] == 1
    assert told["wording"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 2, "found": 2, "right": 2}
    assert told["change"] == {"right": 1.0, "of": 2}
    assert told["ladder"]["found"] == 1
    assert "EXTRA RUNG made-up: " in " ".join(told["errors"])
    assert run_storylines(file, [], read_file=read, output=file.parent / "out.txt") == 0
    assert "links between steps" in (file.parent / "out.txt").read_text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "cannot be read as JSON"),
        ("[]", 'holds no list "storylines"'),
        (json.dumps({"storylines": [{"name": "x"}]}), "storyline 1 is not as it should be"),
        (json.dumps(story(reports=["one", "three"])), "three.txt: no such text"),
        (json.dumps(story(threads=[{"name": "x", "steps": [{"report": "one", "state": "done", "quote": "never said"}]}])), "its quote is not in the text"),
    ],
)  # fmt: skip
def test_bad_storylines_are_told_in_one_sentence(file, capsys, content, words):
    file.write_text(content)
    assert run_storylines(file, [], read_file=read) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [[], ["gold"], ["--storylines", "x.json", "--by-doc"], ["--storylines", "x.json", "--format", "html"]],
)
def test_arguments_that_do_not_go_together_are_a_usage_error(arguments, capfd):
    assert main(["evaluate", *arguments]) == 2
    assert "Usage: communique evaluate" in capfd.readouterr().err

"""What `communique evaluate --storylines FILE` does: reports into a ledger of their own, questions, figures."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError, InputError
from communique.evaluate.safe import shortened, visible
from communique.evaluate.storyline_gold import Story, Texts, faults, load_stories
from communique.evaluate.storyline_scores import StoryScores, score_stories, wording_name
from communique.evaluate.tallies import Share, Tally

if TYPE_CHECKING:
    from communique.ledger._ledger import Ledger
    from communique.records import Reading

FINE, NOTHING = 0, 2
"""Exit codes, as those of `evaluate`: all scored; nothing could be scored."""

FORMATS = ("table", "json")
ReadFile = Callable[[Path], "Reading"]


def run_storylines(
    file: Path,
    texts: Sequence[Path],
    *,
    format: str = "table",  # noqa: A002 - the name of the option
    output: Path | None = None,
    errors: bool = False,
    read_file: ReadFile | None = None,
) -> int:
    """Score what a ledger makes of the storylines of ``file`` and return the exit code.

    ``texts``: folders with NAME.txt; by default ``file``'s own folder and its ``texts``. ``read_file`` reads with
    something else than our reader. Faults are told on standard error, one sentence each.
    """
    try:
        if format not in FORMATS:
            raise InputError("", f"storylines are shown as {' or '.join(FORMATS)}, not as {format!r}")
        stories = load_stories(file)
        readings = _readings(stories, _files(file, stories, texts), read_file)
        scores = score_readings(file, stories, readings)
        told = as_json(scores, errors=errors) if format == "json" else as_table(scores, errors=errors)
        if output is None:
            sys.stdout.write(told)
        else:
            output.write_text(told, encoding="utf-8", errors="backslashreplace")
    except BrokenPipeError:
        raise  # the command line knows what to do with it
    except (CommuniqueError, OSError) as fault:
        print(f"communique: {visible(str(fault))}", file=sys.stderr)
        return NOTHING
    return FINE


def score_readings(file: Path, stories: Sequence[Story], readings: dict[str, Reading]) -> StoryScores:
    """The scores of what a ledger makes of ``readings`` (by the names of their reports) of the stories in ``file``.

    Raises ``InputError`` where the stories quote what is in no text.
    """
    found = Texts({name: reading.report.text for name, reading in readings.items()})
    wrong = list(faults(stories, found))
    if wrong:
        raise InputError(str(file), "; ".join(wrong[:5]))
    return score_stories(stories, found, _answers(stories, readings).get)


def _files(file: Path, stories: Sequence[Story], texts: Sequence[Path]) -> dict[str, Path]:
    """The file of each report, by its name."""
    folders = list(texts) or [file.parent, file.parent / "texts"]
    for folder in texts:
        if not folder.is_dir():
            raise InputError(str(folder), "there is no such folder of texts")
    found: dict[str, Path] = {}
    for name in dict.fromkeys(name for story in stories for name in story.reports):
        path = next((folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").is_file()), None)
        if path is None:
            raise InputError(f"{name}.txt", "no such text is in " + ", ".join(map(str, folders)))
        found[name] = path
    return found


def _readings(stories: Sequence[Story], files: dict[str, Path], read_file: ReadFile | None) -> dict[str, Reading]:
    if read_file is None:
        from communique.read import Reader

        read_file = Reader().read_path
    return {name: read_file(path) for name, path in files.items()}


def _answers(stories: Sequence[Story], readings: dict[str, Reading]) -> dict[str, Any]:
    """What a ledger with all the reports answers, by name."""
    from communique.ledger._ledger import Ledger

    answers: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db", create=True) as ledger:
        ledger.add(readings.values())
        for story in stories:
            _ask(ledger, story, readings, answers)
    return answers


def _ask(ledger: Ledger, story: Story, readings: dict[str, Reading], answers: dict[str, Any]) -> None:
    from communique.ledger.rows import as_dict

    def keep(name: str, question: Callable[[], Any]) -> None:
        try:
            answer = question()
        except CommuniqueError:  # a party or issue that the ledger has not: no answer
            return
        answers[name] = as_dict(list(answer) if isinstance(answer, list) else answer)

    a, b = story.parties
    keep(f"{story.name}.commitments", partial(ledger.commitments, a, b, limit=0, history=0))
    keep(f"{story.name}.ladder", partial(ledger.ladder, a, b, limit=0))
    for one in story.wording:
        holder, issue = one["holder"], one["issue"]
        keep(wording_name(story, holder, issue), partial(ledger.wording, holder=holder, issue=issue, limit=0))
    for one in story.compare:
        x, y = (readings[one[side]].report.id for side in ("a", "b"))
        keep(f"{story.name}.compare.{one['a']}.{one['b']}", partial(ledger.compare, x, y))


def _lines(scores: StoryScores) -> tuple[tuple[str, Tally | Share], ...]:
    return (
        ("links between steps", scores.links), ("state, given the step", scores.state), ("ladder steps", scores.ladder),
        ("wording steps", scores.wording), ("change, given the step", scores.change),
        ("said by one side alone", scores.alone), ("said by both", scores.both),
        ("differs, given the pair", scores.differs),
    )  # fmt: skip


def as_table(scores: StoryScores, *, errors: bool = False) -> str:
    """The figures as lines of text."""
    head = f"{'':28}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    out = [head]
    for name, one in _lines(scores):
        if isinstance(one, Tally):
            counts = f"{one.gold:>6}{one.found:>7}{one.right:>7}"
            out.append(f"{name:28}{counts}{one.precision:>11.3f}{one.recall:>8.3f}{one.f1:>7.3f}")
        else:
            out.append(f"  {name:26}{one.of:>6}{'':7}{int(one.right):>7}{one.value:>11.3f}")
    if errors:
        out += ["", *(visible(line) for line in scores.errors)]
    return "\n".join(out) + "\n"


def as_json(scores: StoryScores, *, errors: bool = False) -> str:
    """The figures as JSON."""
    keys = ("links", "state", "ladder", "wording", "change", "alone", "both", "differs")
    told: dict[str, Any] = {}
    for key, (_, one) in zip(keys, _lines(scores), strict=True):
        if isinstance(one, Tally):
            told[key] = {
                "precision": one.precision, "recall": one.recall, "f1": one.f1, "gold": one.gold, "found": one.found,
                "right": one.right,
            }  # fmt: skip
        else:
            told[key] = {"right": one.value, "of": one.of}
    if errors:
        told["errors"] = [shortened(line, 500) for line in scores.errors]
    text = json.dumps(told, indent=1, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"

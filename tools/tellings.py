"""Whether an undertaking is known again in other words: `python -m tools.tellings [FILE]... [--errors] [--words]`.

samples/tellings/NAME.yaml (or any such file) holds pairs of reports of our own, a lead and a sentence or two each. A line
``asked > done | A ||| B`` says that B, told in the later report, belongs to what A asks, and by which states; ``... >`` leaves the state open;
``apart | A ||| B`` that the two are about different undertakings. A report may tell two steps itself.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from communique import Reader
from communique.ledger.commitments import Linker, Memory, Mention, Thread, mentions
from communique.ledger.entry import Entry
from tools import ROOT

FOLDER = ROOT / "samples" / "tellings"
APART, OPEN = "apart", "..."


@dataclass(frozen=True)
class Telling:
    """A line: the two sides, what is expected, and the texts of the reports with the days they came out."""

    sides: tuple[str, str]
    expected: str
    reports: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def tellings(file: Path) -> Iterator[Telling]:
    """The lines of a file."""
    for group in yaml.safe_load(file.read_text(encoding="utf-8")):
        for line in group["tellings"]:
            expected, _, told = line.partition("|")
            words = tuple(part.strip() for part in told.split("|||"))
            leads = zip(group["leads"], words, strict=False)
            reports = tuple((str(lead["date"]), f"{lead['text'].strip()}\n\n{one}\n") for lead, one in leads)
            yield Telling(tuple(group["sides"]), expected.strip(), reports, words)


def followed(reader: Reader, one: Telling) -> tuple[list[Thread], list[Mention]]:
    """The threads that the reports of a line make, and all that they mention."""
    bucket, threads, told = "|".join(sorted(one.sides)), Memory(), list[Mention]()
    linker = Linker(threads)
    for date, text in one.reports:
        found = [
            each
            for each in mentions(Entry.of(reader.read(text, published=date, language="en")))
            if each.bucket == bucket
        ]
        told += found
        linker.take(found)
    return threads.all(), told


def judged(one: Telling, threads: list[Thread]) -> str:
    """How a line came out: right, "other states", "not linked" or "linked wrongly"."""
    courses = [[step for step in thread.steps if step.sure] for thread in threads]
    linked = [
        steps for steps in courses if len({step.report for step in steps}) > 1 or len(one.reports) == 1 < len(steps)
    ]
    if one.expected == APART:
        return "linked wrongly" if linked else "right"
    if not linked:
        return "not linked"
    wanted = one.expected.split(" > ")
    return "right" if any(_fits(wanted, [step.state for step in steps]) for steps in linked) else "other states"


def _fits(wanted: list[str], states: list[str]) -> bool:
    return len(wanted) == len(states) and all(a in (OPEN, b) for a, b in zip(wanted, states, strict=True))


def show(one: Telling, outcome: str, threads: list[Thread], told: list[Mention], *, words: bool) -> None:
    """Print a line with what was made of it; with ``words`` also by what it is known."""
    print(f"{outcome.upper()}: {one.expected} | " + " ||| ".join(one.words))
    for thread in threads:
        print(
            "    ", " > ".join(step.state + ("" if step.sure else "?") for step in thread.steps), "|", thread.what[:90]
        )
    for each in told if words else ():
        kind = each.occasion.kind if each.occasion else ""
        weights = {term: round(weight, 2) for term, weight in each.terms.weights.items()}
        doers = ",".join(each.doers)
        print(
            "        ", each.told, each.kind, doers, each.strength, kind, "faint" * each.faint, each.what[:70], weights
        )


def main(arguments: list[str] | None = None) -> None:
    """Print how many lines of each file came out right; with ``--errors`` those that did not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--words", action="store_true")
    asked = parser.parse_args(arguments)
    reader = Reader()
    for file in asked.files or sorted(FOLDER.glob("*.yaml")):
        count: Counter[str] = Counter()
        for one in tellings(file):
            threads, told = followed(reader, one)
            outcome = judged(one, threads)
            count[outcome] += 1
            if asked.errors and outcome != "right":
                show(one, outcome, threads, told, words=asked.words)
        print(file.stem + ": " + ", ".join(f"{name} {number}" for name, number in count.most_common()))


if __name__ == "__main__":
    main()

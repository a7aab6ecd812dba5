"""How many ways of telling the reader hears: `python -m tools.ways [SET]... [--errors]`.

samples/ways/SET.yaml holds passages of a sentence or two that we wrote, in many house styles, each with the records that
the codebook finds in it. A statement is heard where one overlaps with its quote with the same act and holders, an outcome
with the same state, an engagement with the same kind and status. What is found besides is too much: the passages are
coded whole. Sets that are held out are scored, their errors are not shown.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from communique import Reader
from communique.records import Reading, Record
from tools import ROOT

FOLDER = ROOT / "samples" / "ways"
LAYERS = ("statement", "outcome", "engagement")
HELD_OUT = frozenset({"c"})
"""Sets whose errors nobody reads."""


@dataclass
class Heard:
    """What was heard of one passage: wanted and found, wanted and missed, found and not wanted."""

    passage: dict[str, Any]
    right: list[tuple[dict[str, Any], Record]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    excess: list[Record] = field(default_factory=list)


def passages(name: str) -> list[dict[str, Any]]:
    """The passages of a set."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def heard(reader: Reader, passage: dict[str, Any]) -> Heard:
    """Read a passage after its lead, and compare."""
    lead = f"{passage['lead']}\n\n"
    reading = reader.read(
        lead + passage["text"], published=str(passage["date"]), outlet_country=passage["sides"][0], language="en"
    )
    result = Heard(passage)
    left = list(_of_passage(reading, len(lead)))
    for want in passage["expect"]:
        start = len(lead) + passage["text"].index(want["quote"])
        one = next((one for one in left if _is(one, want, start, start + len(want["quote"]))), None)
        if one is None:
            result.missed.append(want)
        else:
            left.remove(one)
            result.right.append((want, one))
    result.excess = [one for one in left if not any(_is(one, also) for also in passage.get("also", ()))]
    return result


def _of_passage(reading: Reading, start: int) -> Iterable[Record]:
    """The records whose words stand after the lead."""
    every: tuple[Record, ...] = (*reading.statements, *reading.outcomes, *reading.engagements)
    return [one for one in every if all(words.start >= start for words in one.evidence)]


def _is(one: Any, want: dict[str, Any], start: int = 0, end: int = 1 << 30) -> bool:
    if one.record != want["layer"] or not any(words.start < end and start < words.end for words in one.evidence):
        return False
    if one.record == "statement":
        return bool(one.act == want["act"] and ("holders" not in want or set(one.holders) == set(want["holders"])))
    if one.record == "outcome":
        return bool(one.state == want["state"])
    return bool(one.kind == want.get("kind", one.kind) and one.status == want.get("status", one.status))


def tally(results: Iterable[Heard]) -> Counter[tuple[str, str]]:
    """How many are right, missed and too much, by layer."""
    found: Counter[tuple[str, str]] = Counter()
    for one in results:
        found.update(("right", want["layer"]) for want, _ in one.right)
        found.update(("missed", want["layer"]) for want in one.missed)
        found.update(("excess", record.record) for record in one.excess)
    return found


def show(results: Sequence[Heard]) -> None:
    """Print each passage in which something was missed or is too much."""
    for one in results:
        if not one.missed and not one.excess:
            continue
        print(
            f"\n[{one.passage['style']}] {'-'.join(one.passage['sides'])} {one.passage['date']}: {one.passage['lead']}"
        )
        print(f"  {one.passage['text']}")
        for want in one.missed:
            print(f"  - {_short(want)}: {want['quote']}")
        for record in one.excess:
            print(f"  + {_short(record.model_dump())}: {record.evidence[0].quote}")


def _short(values: dict[str, Any]) -> str:
    named = ("layer", "record", "act", "state", "kind", "status", "holders", "strength")
    return " ".join(str(values[name]) for name in named if values.get(name))


def main(argv: Sequence[str] | None = None) -> None:
    """Print the tallies of sets."""
    parser = argparse.ArgumentParser(prog="python -m tools.ways", description=__doc__)
    parser.add_argument("sets", nargs="*", help="names of files in samples/ways; by default all")
    parser.add_argument("--errors", action="store_true", help="show what was missed, and what is too much")
    given = parser.parse_args(argv)
    reader = Reader()
    for name in given.sets or sorted(path.stem for path in FOLDER.glob("*.yaml")):
        results = [heard(reader, passage) for passage in passages(name)]
        found = tally(results)
        print(f"{name}: {len(results)} passages")
        for layer in LAYERS:
            right, missed, excess = (found[what, layer] for what in ("right", "missed", "excess"))
            recall, precision = right / max(1, right + missed), right / max(1, right + excess)
            print(
                f"  {layer:11} precision {precision:.2f}  recall {recall:.2f}  ({right} right, {missed} missed, {excess} too much)"
            )
        if given.errors and name not in HELD_OUT:
            show(results)


if __name__ == "__main__":
    main()

"""Figures of the reader on all texts with gold, group by group, and the floors that they may not fall under.

    python -m tools.score [--groups seeds,worked-on] [--json] [--raise]

Of held-out reports only figures are told, never what was wrong in them. ``--raise`` writes the floors of
benchmarks/scores.json, upward only. Where texts or gold of a group have changed, its figures are of something else:
then ``--new-texts GROUP`` sets its floor anew, and only then.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from communique.evaluate.documents import Collection, ReadFile, add_document, our_reader
from communique.evaluate.tallies import Scores, score_documents
from tools import ROOT
from tools.corpus import GROUPS, HELD_OUT, Text, fingerprint, groups

FLOORS = ROOT / "benchmarks" / "scores.json"
FLOOR_KEYS = ("overall", "evidence_valid")
_ATTRIBUTES = {"act": "act, given the span", "holders": "holders, given the span", "speaker": "speaker"}


def measure(texts: Sequence[Text], read_file: ReadFile) -> dict[str, Any]:
    """The figures of one group."""
    collection = Collection()
    for text in texts:
        assert text.gold is not None
        add_document(collection, text.path, text.gold, read_file)
    scores = score_documents(collection.documents)
    return {**_figures(scores), "fingerprint": fingerprint(texts), "problems": collection.problems}


def _figures(scores: Scores) -> dict[str, Any]:
    attributes = {name: scores.attributes[key].value for name, key in _ATTRIBUTES.items() if key in scores.attributes}
    return {
        "reports": len(scores.documents),
        "overall": scores.overall,
        "layers": {layer: tally.f1 for layer, tally in scores.layers.items()},
        "attributes": attributes,
        "evidence_valid": scores.evidence.value if scores.evidence.of else 1.0,
        "without_diplomacy": _records_where_none_are(scores),
    }


def _records_where_none_are(scores: Scores) -> int:
    """How many records were found in reports whose gold is empty: texts with no diplomacy in them."""
    documents = [score.document for score in scores.documents]
    return sum(sum(map(len, document.found.values())) for document in documents if not any(document.gold.values()))


def load_floors(path: Path | None = None) -> dict[str, dict[str, Any]]:
    """The floors by group; empty where none were written yet."""
    path = path or FLOORS
    if not path.is_file():
        return {}
    floors = json.loads(path.read_text(encoding="utf-8"))
    return {group: floor for group, floor in floors.items() if group in GROUPS}


def raised(
    floors: dict[str, dict[str, Any]], measured: dict[str, dict[str, Any]], new_texts: Sequence[str] = ()
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The floors after ``measured``, none of them lower than before, and a sentence for each change or refusal."""
    result, told = dict(floors), []
    for group, figures in measured.items():
        old = floors.get(group)
        same_texts = old is None or old["fingerprint"] == figures["fingerprint"]
        if not same_texts and group not in new_texts:
            told.append(f"{group}: its texts or gold have changed; --new-texts '{group}' sets its floor anew")
            continue
        floor = {key: _rounded_down(figures[key]) for key in FLOOR_KEYS}
        if old is not None and same_texts:
            floor = {key: max(value, old[key]) for key, value in floor.items()}
        new = {**floor, "reports": figures["reports"], "fingerprint": figures["fingerprint"]}
        if new != old:
            told.append(f"{group}: floor {floor['overall']:.3f}" + (f", was {old['overall']:.3f}" if old else ""))
        result[group] = new
    return result, told


def _rounded_down(value: float) -> float:
    """Three decimals, down: a floor must hold on another machine's last digit too."""
    return math.floor(value * 1000 + 1e-9) / 1000


def _print_table(measured: dict[str, dict[str, Any]], floors: dict[str, dict[str, Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    heads = ("texts", "reports", "mean F1", "floor", "eng", "stat", "pos", "rel", "ref", *_ATTRIBUTES, "evidence")
    table = Table(*heads, box=box.SIMPLE, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for group, figures in measured.items():
        floor = floors.get(group, {}).get("overall")
        table.add_row(
            group,
            str(figures["reports"]),
            f"{figures['overall']:.3f}",
            "-" if floor is None else f"{floor:.3f}",
            *(f"{f1:.2f}" for f1 in figures["layers"].values()),
            *(f"{figures['attributes'][name]:.2f}" if name in figures["attributes"] else "-" for name in _ATTRIBUTES),
            f"{figures['evidence_valid']:.3f}",
        )
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 140
    console.print(table)
    for group, figures in measured.items():
        if figures["without_diplomacy"]:
            console.print(f"{group}: {figures['without_diplomacy']} records in texts that should have none")


def _tell_problems(measured: dict[str, dict[str, Any]]) -> int:
    count = 0
    for group, figures in measured.items():
        count += len(figures["problems"])
        if group == HELD_OUT and figures["problems"]:
            figures["problems"] = [f"{len(figures['problems'])} faults in held-out reports or their gold"]
        for problem in figures["problems"]:
            print(f"score: {problem}", file=sys.stderr)
    return count


def main(argv: Sequence[str] | None = None, read_file: ReadFile | None = None) -> int:
    """The command. Exit code 1 where something could not be read or scored, 2 where nothing is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", default=",".join(GROUPS), help="which, of " + ", ".join(GROUPS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise", action="store_true", dest="raise_floors")
    parser.add_argument("--new-texts", action="append", default=[], metavar="GROUP", choices=GROUPS)
    options = parser.parse_args(argv)
    wanted = [group.strip() for group in options.groups.split(",")]
    for group in wanted:
        if group not in GROUPS:
            parser.error(f"no group {group!r}: one of {', '.join(GROUPS)}")
    here = {group: texts for group, texts in groups().items() if group in wanted and texts}
    if not here:
        print(f"score: no text with gold is here for {', '.join(wanted)} (../shared or samples/)", file=sys.stderr)
        return 2
    read_file = read_file or our_reader()
    measured = {group: measure(texts, read_file) for group, texts in here.items()}
    faults = _tell_problems(measured)
    floors = load_floors()
    if options.json:
        print(json.dumps(measured, indent=1, ensure_ascii=False))
    else:
        _print_table(measured, floors)
    if options.raise_floors:
        floors, told = raised(floors, measured, options.new_texts)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        for sentence in told or ["no floor changes"]:
            print(sentence, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

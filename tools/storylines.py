"""Score what the ledger makes of connected reports: `python -m tools.storylines [--set NAME] [--errors]`.

``shared`` are those of ../shared, ``dev`` the eleven of storylines/dev that the rules were made on; ``later`` and
``elsewhere``, in quite other words, ``ordinary``, ``plain`` and ``wide`` came later and were read since; of ``unread`` two of five have
been read, ``fresh``, ``dense`` and ``open`` have been read since, ``further`` in part, ``sealed``, ``kept`` and ``full`` have not; ``heldout`` are those that no rule may be made from (HELDOUT.md). ``--raise`` lifts the
floors in benchmarks/storylines.json to what was measured. The texts are read once for each state of reader and codebook (the readings are kept in build/readings).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import pickle
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.evaluate.storyline_gold import Story, load_stories
from communique.evaluate.storyline_scores import StoryScores
from communique.evaluate.storylines import as_json, as_table, score_readings
from communique.ledger.entry import Entry
from communique.records import Reading
from tools import ROOT
from tools.corpus import shared_folder

KEPT = ROOT / "build" / "readings"
FLOORS = ROOT / "benchmarks" / "storylines.json"
SETS = (
    "shared",
    "dev",
    "later",
    "elsewhere",
    "ordinary",
    "plain",
    "wide",
    "unread",
    "fresh",
    "dense",
    "open",
    "further",
    "sealed",
    "kept",
    "full",
    "heldout",
)
OWN_FOLDERS = frozenset({"heldout", "fresh", "dense", "open", "further", "sealed", "kept", "full", "unread"})
CAME_LATER = {
    "later": ("egy-grc", "ind-fra", "tha-khm"),
    "elsewhere": ("arg-pry", "can-gha", "kor-kaz"),
    "ordinary": ("nga-tur", "chl-idn", "nld-bgd", "mys-pol"),
    "plain": ("vnm-hun", "usa-geo", "kaz-kgz", "col-ecu", "chn-lao", "eth-dji", "ind-mdv", "srb-tur"),
    "wide": (
        "sgp-rwa", "ita-tun", "swe-bwa", "nzl-wsm", "tkm-jpn", "are-sen", "gbr-omn", "chn-png", "bra-ago", "lka-bgd", "prt-tls", "blr-vnm",
        "aus-fji", "omn-ind", "ltu-geo", "mys-mdv",
    ),
}  # fmt: skip
"""Stories in storylines/dev that are sets of their own, by the names of their files."""


def places(name: str) -> tuple[list[Path], Path] | None:
    """The gold files and the folder of texts of a set of storylines; None where ../shared is not there."""
    if name == "shared":
        shared = shared_folder()
        return ([shared / "storylines.json"], shared / "texts") if shared is not None else None
    folder = ROOT / "storylines" / (name if name in OWN_FOLDERS else "dev")
    files = sorted(file for file in folder.glob("*.json") if not file.name.endswith(".meta.json"))
    apart = {stem: of for of, stems in CAME_LATER.items() for stem in stems}
    return [file for file in files if apart.get(file.stem, folder.name) == name], folder


def gold_of(name: str) -> list[dict[str, Any]]:
    """The storylines of a set as they are written."""
    files, _ = places(name) or ([], None)
    return [story for file in files for story in json.loads(file.read_text(encoding="utf-8"))["storylines"]]


def source_digest() -> str:
    """A hash of all that a reading depends on."""
    digest = hashlib.sha256()
    package = ROOT / "src" / "communique"
    rooms = ("records", "load", "read", "knowledge", "codebook")
    for file in sorted(f for room in rooms for f in (package / room).rglob("*") if f.suffix in {".py", ".yaml"}):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def readings_of(paths: Iterable[Path]) -> list[Reading]:
    """The readings of texts, read now or taken from what is kept."""
    folder = KEPT / source_digest()
    folder.mkdir(parents=True, exist_ok=True)
    reader: Any = None
    found: list[Reading] = []
    for path in paths:
        sidecar = path.with_name(path.stem + ".meta.json")
        content = path.read_bytes() + (sidecar.read_bytes() if sidecar.exists() else b"")
        kept = folder / (hashlib.sha256(str(path).encode() + content).hexdigest()[:24] + ".pickle")
        if not kept.exists():
            if reader is None:
                from communique import Reader

                reader = Reader()
            kept.write_bytes(pickle.dumps(reader.read_path(path)))
        found.append(pickle.loads(kept.read_bytes()))  # noqa: S301 - written by ourselves
    return found


def entries_of(paths: Iterable[Path]) -> list[Entry]:
    """The entries of texts in the ledger's order."""
    return sorted(map(Entry.of, readings_of(paths)), key=lambda entry: entry.order)


def measure(name: str) -> StoryScores | None:
    """The scores of a set; None where it is not there."""
    found = places(name)
    if found is None:
        return None
    files, texts = found
    stories: list[Story] = [story for file in files for story in load_stories(file)]
    names = list(dict.fromkeys(report for story in stories for report in story.reports))
    readings = dict(zip(names, readings_of(texts / f"{one}.txt" for one in names), strict=True))
    return score_readings(texts, stories, readings)


def figures(scores: StoryScores) -> dict[str, float]:
    """What a floor is held against: precision, recall and shares, by name."""
    told = json.loads(as_json(scores))
    found = {f"{name} {key}": one[key] for name, one in told.items() for key in ("precision", "recall") if key in one}
    return found | {name: one["right"] for name, one in told.items() if "of" in one}


def raised(floors: dict[str, dict[str, float]], name: str, now: dict[str, float]) -> dict[str, dict[str, float]]:
    """The floors, those of a set lifted to what was measured where that is more."""
    old = floors.get(name, {})
    down = {key: math.floor(value * 1000 + 1e-9) / 1000 for key, value in now.items()}
    return {**floors, name: {key: max(value, old.get(key, 0.0)) for key, value in down.items()}}


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="shared", choices=SETS)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    asked = parser.parse_args(arguments)
    scores = measure(asked.set)
    if scores is None:
        raise SystemExit("../shared is not beside the repository")
    print(as_table(scores, errors=asked.errors), end="")
    if asked.lift:
        floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
        new = raised(floors, asked.set, figures(scores))
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

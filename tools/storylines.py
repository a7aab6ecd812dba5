"""Score what the ledger makes of connected reports: `python -m tools.storylines [--set shared|dev] [--errors]`.

The texts are read once for each state of reader and codebook (the readings are kept in build/readings).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from communique.ledger.entry import Entry
from communique.ledger.rows import Rows, as_dict
from tools import ROOT
from tools.corpus import shared_folder

KEPT = ROOT / "build" / "readings"


def places(name: str) -> tuple[list[Path], Path]:
    """The gold files and the folder of texts of a set of storylines."""
    shared = shared_folder()
    if name == "shared":
        if shared is None:
            raise SystemExit("../shared is not there")
        return [shared / "storylines.json"], shared / "texts"
    folder = ROOT / "storylines" / name
    return sorted(folder.glob("*.json")), folder


def gold_of(name: str) -> list[dict[str, Any]]:
    """The storylines of a set; sidecars of texts are no gold."""
    files, _ = places(name)
    whole = [json.loads(f.read_text(encoding="utf-8")) for f in files if not f.name.endswith(".meta.json")]
    return [story for one in whole for story in one["storylines"]]


def source_digest() -> str:
    """A hash of all that a reading depends on."""
    digest = hashlib.sha256()
    package = ROOT / "src" / "communique"
    rooms = ("records", "load", "read", "knowledge", "codebook")
    for file in sorted(f for room in rooms for f in (package / room).rglob("*") if f.suffix in {".py", ".yaml"}):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def entries_of(paths: Iterable[Path]) -> list[Entry]:
    """The entries of texts, read or taken from what is kept."""
    folder = KEPT / source_digest()
    folder.mkdir(parents=True, exist_ok=True)
    reader: Any = None
    found = []
    for path in paths:
        sidecar = path.with_name(path.stem + ".meta.json")
        content = path.read_bytes() + (sidecar.read_bytes() if sidecar.exists() else b"")
        kept = folder / (hashlib.sha256(str(path).encode() + content).hexdigest()[:24] + ".pickle")
        if not kept.exists():
            if reader is None:
                from communique import Reader

                reader = Reader()
            kept.write_bytes(pickle.dumps(reader.read_path(path)))
        found.append(Entry.of(pickle.loads(kept.read_bytes())))  # noqa: S301 - written by ourselves
    return sorted(found, key=lambda entry: entry.order)


def answers(story: dict[str, Any], entries: list[Entry], write: Callable[[str, Any], None]) -> None:
    """Ask the ledger's pure functions what the storyline asks."""
    from communique.ledger import commitments, compare, ladder, wording

    a, b = story["parties"]
    name = story["name"]
    by_stem = {Path(entry.path or "").stem: entry for entry in entries}
    write(f"{name}.commitments", commitments.follow(entries, a, b))
    write(f"{name}.ladder", ladder.rungs(entries, a, b))
    for one in story.get("wording", []):
        key = f"{name}.wording.{one['holder']}.{one['issue'].replace(':', '_')}"
        write(key, wording.lineage(entries, one["holder"], one["issue"]))
    for one in story.get("compare", []):
        key = f"{name}.compare.{one['a']}.{one['b']}"
        write(key, compare.compare(by_stem[one["a"]], by_stem[one["b"]]))


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of the sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="shared")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder for the answers")
    asked = parser.parse_args(arguments)
    _, texts = places(asked.set)
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)

        def write(name: str, rows: Any) -> None:
            plain = rows.as_dicts() if isinstance(rows, Rows) else as_dict(rows)
            (folder / f"{name}.json").write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")

        stories = gold_of(asked.set)
        for story in stories:
            answers(story, entries_of(texts / f"{report}.txt" for report in story["reports"]), write)
        gold = folder / "gold.all"
        gold.write_text(json.dumps({"storylines": stories}, ensure_ascii=False), encoding="utf-8")
        shared = shared_folder()
        assert shared is not None
        command = [sys.executable, str(shared / "score_storylines.py"), str(gold), str(texts), str(folder)]
        subprocess.run(command + (["--errors"] if asked.errors else []), check=True)  # noqa: S603
    return 0


if __name__ == "__main__":
    sys.exit(main())

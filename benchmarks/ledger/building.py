"""Makes the synthetic ledger that is asked, or takes the one that is there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.world import World
from communique.ledger._ledger import Ledger
from communique.ledger.store.engine import reading

PER_REPORT = 10
"""Statements of a synthetic report, on average somewhat more."""
SEED = 1


def reports_for(statements: int) -> int:
    """How many reports have so many statements."""
    return max(1, statements // PER_REPORT)


def note_of(file: Path) -> Path:
    """Where it is noted what a ledger was made of and how long that took."""
    return file.with_name(file.name + ".made.json")


def made(file: Path, statements: int, seed: int, tell: Callable[[str], None]) -> dict[str, Any]:
    """The ledger at ``file`` with so many statements: made, or taken where it was made of the same. Its figures."""
    wanted = {"seed": seed, "reports": reports_for(statements)}
    note = note_of(file)
    if file.exists() and note.exists():
        kept: dict[str, Any] = json.loads(note.read_text())
        if all(kept.get(key) == value for key, value in wanted.items()):
            return kept
        raise SystemExit(f"{file} was made of something else ({note.name}); name another file")
    if file.exists():
        raise SystemExit(f"{file} is there and has no {note.name}; name another file")
    figures = {**wanted, **_build(file, seed, wanted["reports"], tell)}
    note.write_text(json.dumps(figures))
    return figures


def _build(file: Path, seed: int, reports: int, tell: Callable[[str], None]) -> dict[str, Any]:
    begun, count = time.perf_counter(), 0

    def on_kept(_: object) -> None:
        nonlocal count
        count += 1
        if count % 5000 == 0:
            tell(f"{count} of {reports} reports in {time.perf_counter() - begun:.0f} s")

    with Ledger.open(file, create=True) as ledger:
        ledger.add(_untold(World(seed, reports)), on_kept)
        seconds = time.perf_counter() - begun
        return {"build_seconds": seconds, "megabytes": file.stat().st_size / 1e6, **counts(ledger)}


def _untold(world: World) -> Any:
    """The readings one by one: none is kept."""
    return world.readings()


def counts(ledger: Ledger) -> dict[str, int]:
    """How much there is in a ledger."""
    asked = {
        "statements": "SELECT count(*) FROM record WHERE layer = 'statement'",
        "records": "SELECT count(*) FROM record",
        "threads": "SELECT count(*) FROM thread",
        "formulas": "SELECT count(*) FROM formula",
    }
    with reading(ledger.engine) as connection:
        return {name: int(connection.execute(text(query)).scalar() or 0) for name, query in asked.items()}

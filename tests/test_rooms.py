"""Each room knows only those before it (docs: the way of the data)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "communique"
SHOW = {"cli", "web", "brief", "export", "evaluate"}
FORBIDDEN = {
    "records": {"knowledge", "load", "read", "ledger", *SHOW},
    "knowledge": {"load", "read", "ledger", *SHOW},
    "load": {"read", "ledger", *SHOW},
    "read": {"ledger", *SHOW, "sqlalchemy", "httpx"},
    "ledger": {"load", "read", *SHOW, "httpx"},
    "brief": {"load", "read", "cli", "web", "sqlalchemy"},
    "export": {"load", "cli", "web", "sqlalchemy"},
    "evaluate": {"cli", "web"},
    "web": {"cli", "sqlalchemy"},
    "cli": {"sqlalchemy"},
}


def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            parts = name.split(".")
            found.add(parts[1] if parts[0] == "communique" and len(parts) > 1 else parts[0])
    return found


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_knows_only_those_before_it(room):
    files = sorted((SOURCE / room).rglob("*.py"))
    if room == "export" and not files:
        files = sorted(SOURCE.glob("export*.py"))
    assert files, room
    for file in files:
        assert not imported(file) & FORBIDDEN[room], f"{file.relative_to(SOURCE)}: {imported(file) & FORBIDDEN[room]}"


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "ctime"}
"""How Python is asked what day it is; `monotonic` and `process_time` tell how long something takes, and no day."""


@pytest.mark.parametrize("room", ["records", "knowledge", "load", "read", "ledger", "brief", "export"])
def test_no_answer_hangs_on_the_clock_of_the_machine(room):
    """Who asks says as of when; of a correction or account, who makes it says at what time."""
    for file in sorted((SOURCE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name | ast.Attribute):
                whose = called.value.id if isinstance(called.value, ast.Name) else called.value.attr
                told = whose in {"datetime", "date", "time"} and called.attr in CLOCKS
                assert not told, f"{file.relative_to(SOURCE)}, line {node.lineno}: {whose}.{called.attr}"

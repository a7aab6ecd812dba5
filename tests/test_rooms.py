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

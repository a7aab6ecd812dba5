import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")


def plain(name):
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", name)[0]).lower()


def test_the_lock_has_all_that_is_asked_for_each_with_hashes_and_no_address():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    locked = {plain(block): block for block in blocks if not block.startswith("#")}
    assert {plain(one) for one in asked} <= set(locked)
    assert all("--hash=sha256:" in block and "==" in block for block in locked.values())
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links| @ ", LOCK)


def test_ci_runs_what_a_person_runs():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text().strip().endswith("make test")


def test_house_rules_of_size():
    """No file over 600 lines, no function over 60: what is longer has more than one idea."""
    for file in sorted((ROOT / "src").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 600, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                length = (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1
                assert length <= 60, f"{file}:{node.lineno} {node.name}"

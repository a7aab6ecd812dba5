import importlib.util
from pathlib import Path

import pytest
import typer

from communique.cli._main import app

ROOT = Path(__file__).resolve().parents[1]


def load_generator():
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("columns", ["60", "200"])
def test_the_generated_pages_are_current_from_any_terminal(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    for name, text in load_generator().pages().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, f"docs/{name}: run `make docs`"


def test_every_command_and_every_option_has_help():
    group = typer.main.get_command(app)
    assert group.help
    assert {"read", "check-codebook", "evaluate", "schema"} <= set(group.commands)
    for name, command in group.commands.items():
        assert command.help, name
        assert "Exit codes" in command.epilog, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_house_rules_of_size():
    """No file over 600 lines, no function over 60: what is longer has more than one idea."""
    import ast

    for file in sorted((ROOT / "src").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 600, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                length = (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1
                assert length <= 60, f"{file}:{node.lineno} {node.name}"


def test_links_between_the_pages_lead_somewhere():
    import re

    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} -> {target}"

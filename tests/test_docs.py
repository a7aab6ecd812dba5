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
    assert {"read", "add", "commitments", "compare", "check-codebook", "evaluate", "schema"} <= set(group.commands)
    for name, command in group.commands.items():
        assert command.help, name
        assert "Exit codes" in command.epilog, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_every_question_is_in_the_page_on_the_ledger():
    from communique.cli import _ledger_commands, _question_commands

    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    for command in (*_ledger_commands.COMMANDS, *_question_commands.COMMANDS):
        assert f"communique {command.__name__}" in page
    assert page.count("<!-- run: ") == page.count("<!-- end -->") == page.count("\n$ communique ")


def test_links_between_the_pages_lead_somewhere():
    import re

    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} -> {target}"

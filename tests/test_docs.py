import importlib.util
import json
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
    inner = {
        f"{name} {one}": command
        for name, group_ in group.commands.items()
        for one, command in getattr(group_, "commands", {}).items()
    }
    assert {"user add", "user change", "user list"} <= set(inner)
    for name, command in {**group.commands, **inner}.items():
        assert command.help, name
        assert "Exit codes" in (command.epilog or ""), name
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


@pytest.mark.slow
def test_the_examples_of_the_http_api_are_what_it_answers(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    generate = load_generator()
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    ask = generate.api_of_samples(str(tmp_path))
    examples = generate.asks(page)
    assert len(examples) >= 5
    for address, told in examples:
        assert shape(json.loads(told)) == shape(generate._cut(ask(address))), f"{address}: run `make docs`"


def shape(value):
    """The names and kinds in an answer; what stands there changes with every rule of the reader."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    return list if isinstance(value, list) else type(value) if value is not None else None


def test_every_question_of_the_http_api_is_in_its_page():
    from communique.web.api import ROOT as API
    from communique.web.api import ROUTERS

    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for router in ROUTERS:
        for route in router.routes:
            assert f"{API}{route.path}`" in page, route.path

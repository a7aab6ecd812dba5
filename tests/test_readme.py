"""What the README and the pages tell people to type is there, and does what they say."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
import typer

from communique.cli import main
from communique.cli._main import PROGRAM, app

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLE = "33_svn-mkd_working-visit"
_TYPED = re.compile(r"^(?:    |\$ )(?:cat [\w./]+ \| )?communique (.+)$", re.MULTILINE)
_REMARK = re.compile(r" {3,}\S.*$")


def typed(page):
    """The commands in a page, without the remarks behind them."""
    return [_REMARK.sub("", line) for line in _TYPED.findall(page)]


def test_every_command_that_a_page_tells_of_can_be_typed():
    group = typer.main.get_command(app)
    seen = set()
    for page in PAGES:
        for line in typed(page.read_text(encoding="utf-8")):
            words = shlex.split(line.split(" > ")[0], comments=True)
            if page.name == "cli.md" or not words:
                continue
            with group.make_context(PROGRAM, words) as context:  # raises where a word or option is not known
                name, command, rest = group.resolve_command(context, [*context._protected_args, *context.args])
                command.make_context(name, rest, parent=context)
            seen.add(name)
    assert seen >= {"read", "add", "commitments", "ladder", "positions", "wording", "compare", "timeline", "brief", "serve",
                    "correct", "merge", "export", "evaluate", "user"}  # fmt: skip


def test_every_make_target_and_extra_that_a_page_tells_of_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    made, wanted = set(), set()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        made |= set(re.findall(r"`make ([a-z-]+)", text)) | set(
            re.findall(r"^    (?:.*&& )?make ([a-z-]+)", text, re.MULTILINE)
        )
        wanted |= {one for found in re.findall(r"communique\[([\w,]+)\]", text) for one in found.split(",")}
    assert {"demo", "bench", "storylines", "docs"} <= made <= targets
    assert {"web", "brief", "postgres", "tables"} <= wanted <= set(extras)


def test_what_a_page_shows_of_an_output_was_printed_by_the_program():
    for name in ("README.md", "docs/ledger.md", "docs/brief.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        shown = re.findall(r"^\$ (communique .+)$", text, re.MULTILINE)
        run = re.findall(r"^<!-- run: (communique .+?)(?: \(first \d+ lines\))? -->\n```\n\$ ", text, re.MULTILINE)
        assert shown, name
        assert shown == run, name


def test_the_ledger_is_served_where_the_readme_says():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (address,) = set(re.findall(r"http://127\.0\.0\.1:\d+/", text))
    serve = typer.main.get_command(app).commands["serve"]
    default = {one.name: one.default for one in serve.params}
    assert address == f"http://{default['host']}:{default['port']}/"


@pytest.mark.slow
def test_the_corrections_of_the_readme_can_be_made(tmp_path, monkeypatch, capfd):
    """Record ids are made of what the records say: where the reader has learnt better, the README needs another example."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    for ending in ("txt", "meta.json"):
        shutil.copy(ROOT / "samples" / f"{SAMPLE}.{ending}", tmp_path / f"report.{ending}")
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    (missed,) = re.findall(r"^\$ cat missed\.json\n(\{.*?\})\n", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "missed.json").write_text(missed, encoding="utf-8")
    assert main(["add", "report.txt"]) == 0
    told = (ROOT / "README.md").read_text(encoding="utf-8").split("## Correct\n")[1].split("\n## ")[0]
    commands = typed(told)
    assert len(commands) == 5
    for line in commands:
        assert main(shlex.split(line)) == 0, f"{line}: {capfd.readouterr().err}"
    assert (tmp_path / "gold" / "report.json").exists()

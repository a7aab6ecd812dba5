"""Write the pages of docs/ that are made from the program, and the README's examples (`make docs`).

`--check` says whether the pages are current.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Written by `make docs`; change the program or docs/meanings.yaml instead. -->\n"


def pages() -> dict[str, str]:
    """The text of each page, by file name."""
    from communique.cli._schema import as_text

    return {
        "cli.md": cli_page(), "records.md": records_page(), "records.schema.json": as_text(), "rows.md": rows_page(),
    }  # fmt: skip


def cli_page() -> str:
    """Every command's help, and the exit codes."""
    import typer

    from communique.cli import _exits
    from communique.cli._main import PROGRAM, app

    group: Any = typer.main.get_command(app)
    out = [NOTE, "# The command line\n"]
    with group.make_context(PROGRAM, [], resilient_parsing=True, terminal_width=100) as top:
        out.append(_block(top.get_help()))
        for name, command in group.commands.items():
            out += _command(PROGRAM, name, command, top)
    out += ["## Exit codes\n", "| code | meaning |", "|---|---|"]
    out += [f"| {code} | {meaning} |" for code, meaning in _exits.MEANINGS]
    return "\n".join(out) + "\n"


def _command(parents: str, name: str, command: Any, parent: Any) -> list[str]:
    """The help of a command, and of those that are in it."""
    with command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=100) as context:
        out = [f"## {parents} {name}\n", _block(context.get_help())]
        for inner, one in getattr(command, "commands", {}).items():
            out += _command(f"{parents} {name}", inner, one, context)
    return out


def _block(text: str) -> str:
    lines = (line.rstrip() for line in text.strip().splitlines())
    return "```\n" + "\n".join(lines) + "\n```\n"


def records_page() -> str:
    """The fields of every record, with their types and meanings."""
    from communique.cli._schema import schema
    from communique.records import ACTS, LAYERS, TOPICS

    definitions = schema()["$defs"]
    meanings = yaml.safe_load((DOCS / "meanings.yaml").read_text(encoding="utf-8"))
    out = [
        NOTE,
        "# The records\n",
        "`communique read --format jsonl` prints a line for each report and a line for each of its records; their",
        "JSON Schema is [records.schema.json](records.schema.json) (`communique schema`). Nothing is stated as fact:",
        "a record says that a report says something, and whose word it is.\n",
        "Countries are ISO 3166-1 alpha-3 codes, organisations their usual acronyms. Dates are ISO, as precise as the",
        "text allows: `2024-05-20`, `2024-05`, `2024`. What is not said is `null` or an empty list.\n",
        "## In every record\n",
        *_table(
            {**definitions["Statement"]["properties"], "record": {"type": "string"}},
            meanings["Common"],
            list(meanings["Common"]),
        ),
    ]
    own = {layer.capitalize() for layer in LAYERS}
    for kind in ("Evidence", "Report", "Fault", *(layer.capitalize() for layer in LAYERS)):
        common = {"record", *meanings["Common"]} if kind in own else {"record"}
        fields = [field for field in definitions[kind]["properties"] if field not in common]
        out += [f"## {kind}\n"]
        out += [meanings[kind]["_"] + "\n"] if "_" in meanings[kind] else []
        out += _table(definitions[kind]["properties"], meanings[kind], fields)
        if kind == "Statement":
            out += ["### Acts\n", "| act | the holder ... |", "|---|---|"]
            out += [f"| `{act}` | {meanings['acts'][act]} |" for act in ACTS]
            out += ["", "### Topics\n", ", ".join(f"`{topic}`" for topic in TOPICS) + "\n"]
    return "\n".join(out)


def _table(properties: dict[str, Any], meanings: dict[str, str], fields: list[str]) -> list[str]:
    missing = [field for field in fields if field not in meanings]
    if missing:
        raise SystemExit(f"docs/meanings.yaml has no meaning of: {', '.join(missing)}")
    rows = [f"| `{field}` | {_type(properties[field])} | {meanings[field].strip()} |" for field in fields]
    return ["| field | type | meaning |", "|---|---|---|", *rows, ""]


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        values = schema["enum"]
        return ", ".join(f"`{value}`" for value in values) if len(values) <= 9 else "one of the values below"
    if schema.get("type") == "array":
        items = schema.get("prefixItems") or [schema["items"]]
        inner = _type(items[0])
        return f"two: {inner}" if "prefixItems" in schema else f"list of {inner}"
    if "pattern" in schema:
        pattern = str(schema["pattern"])
        return "date" if r"\d{4}" in pattern else "code" if pattern.startswith("^[A-Z]") else "key"
    return {"string": "text", "integer": "number", "boolean": "true or false", "null": "null"}[schema["type"]]


def rows_page() -> str:
    """The fields of every row that a ledger answers with, with their types and meanings."""
    import communique
    from communique.ledger.rows import State

    words = yaml.safe_load((DOCS / "meanings.yaml").read_text(encoding="utf-8"))
    meanings, states = words["Rows"], words["states"]
    out = [
        NOTE,
        "# The ledger's rows\n",
        "What the [ledger](ledger.md) answers with: `--format json` prints these fields, Python gives them as attributes of",
        "dataclasses. Lists of them are `Rows`: lists with `total` (how many there are in the ledger, where a limit cut the",
        "list), `as_dicts()`, `to_polars()` and `to_pandas()`. Dates are ISO, as precise as they are told; countries are",
        "ISO 3166-1 alpha-3 codes, organisations their acronyms.\n",
    ]
    for name, meaning in meanings.items():
        row = getattr(communique, name)
        hints = get_type_hints(row)
        names = [field.name for field in dataclasses.fields(row)]
        if set(names) != set(meaning) - {"_"}:
            raise SystemExit(f"docs/meanings.yaml, {name}: {sorted(set(names) ^ (set(meaning) - {'_'}))}")
        out += [f"## {name}\n", meaning["_"] + "\n", "| field | type | meaning |", "|---|---|---|"]
        out += [f"| `{field}` | {_python_type(hints[field])} | {meaning[field]} |" for field in names]
        out.append("")
    out += ["## States\n", "| state | the report ... |", "|---|---|"]
    out += [f"| `{state}` | {states[state]} |" for state in get_args(State)]
    return "\n".join(out) + "\n"


def _python_type(hint: Any) -> str:
    """A type as the pages name it."""
    plain: dict[Any, str] = {
        str: "text", int: "number", float: "number", bool: "true or false", type(None): "null", ...: "",
    }  # fmt: skip
    if hint in plain:
        return plain[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in parts) if len(parts) <= 8 else "[state](#states)"
    if origin is tuple:
        inner = _python_type(parts[0])
        return f"list of {inner}" if len(parts) == 2 and parts[1] is ... else f"two: {inner}"
    if origin is not None and origin.__name__ == "Rows":
        return f"list of {_python_type(parts[0])}"
    if parts:
        return " or ".join(_python_type(part) for part in parts)
    return f"[{hint.__name__}]({_ELSEWHERE.get(hint.__name__, '#' + hint.__name__.lower())})"


_ELSEWHERE = {"Evidence": "records.md#evidence", "Record": "records.md", "Report": "records.md#report"}


_RUN = re.compile(r"(<!-- run: (.+?)(?: \(first (\d+) lines\))? -->\n).*?(<!-- end -->)", re.DOTALL)


def with_runs(page: str) -> str:
    """``page`` with what each ``<!-- run: COMMAND -->`` prints below it, up to ``<!-- end -->``.

    ``COMMAND (first N lines)`` shows so many. All commands of a page share a ledger of its own.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COMMUNIQUE_LEDGER": f"{folder}/communique.db"}
        return _RUN.sub(lambda match: _run(match, folder, environment), page)


def _run(match: re.Match[str], folder: str, environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - a command of our own pages
        [sys.executable, "-m", *shlex.split(match[2])], cwd=DOCS.parent, env=environment, text=True, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    lines = done.stdout.replace(f"{folder}/", "").rstrip().lstrip("\n").splitlines()
    if match[3] and len(lines) > int(match[3]):
        lines = [*lines[: int(match[3])], "..."]
    text = "\n".join(line.rstrip() for line in lines)
    return f"{match[1]}```\n$ {match[2]}\n\n{text}\n```\n{match[4]}"


_ASK = re.compile(r"(<!-- ask: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
ASKED = ("01_chn-kaz", "02_chn-kaz", "03_kaz-chn", "04_kaz-chn")
"""Samples of which the ledger is that the examples of docs/api.md ask."""


def with_answers(page: str, ask: Callable[[str], Any]) -> str:
    """``page`` with what the HTTP API answers to each ``<!-- ask: ADDRESS -->``, long texts and lists cut."""
    return _ASK.sub(lambda found: f"{found[1]}```\nGET {found[2]}\n\n{_short(ask(found[2]))}\n```\n{found[3]}", page)


def asks(page: str) -> list[tuple[str, str]]:
    """Each address that a page asks, with the answer that stands there."""
    return [(found[2], found[0].split("\n\n", 1)[1].rsplit("\n```", 1)[0]) for found in _ASK.finditer(page)]


def _short(value: Any) -> str:
    return json.dumps(_cut(value), ensure_ascii=False, indent=1)


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cut(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_cut(one) for one in value[:2]] + (["..."] if len(value) > 2 else [])
    return value if not isinstance(value, str) or len(value) <= 120 else value[:117] + "..."


def api_of_samples(folder: str) -> Callable[[str], Any]:
    """A way to ask the HTTP API over a ledger of some samples."""
    from starlette.testclient import TestClient

    from communique import Ledger, Reader, load_paths
    from communique.web.app import create_app
    from communique.web.settings import Settings

    names = [path for path in sorted((DOCS.parent / "samples").glob("*.txt")) if path.name.startswith(ASKED)]
    paths = [os.path.relpath(path, DOCS.parent) for path in names]
    os.chdir(DOCS.parent)
    ledger = Ledger.open(Path(folder) / "ledger.db", create=True)
    ledger.add(Reader().read_many(load_paths(paths, on_fault=print)))
    client = TestClient(create_app(ledger, Settings(hosts=("testserver",))))
    return lambda address: client.get(address).json()


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are not current.

    The examples of the README, docs/ledger.md and docs/brief.md are run anew too, but not checked: they change with every rule.
    """
    stale = []
    if "--check" not in arguments:
        for page in (DOCS.parent / "README.md", DOCS / "ledger.md", DOCS / "brief.md"):
            page.write_text(with_runs(page.read_text(encoding="utf-8")), encoding="utf-8")
        page = DOCS / "api.md"
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(with_answers(page.read_text(encoding="utf-8"), api_of_samples(folder)), encoding="utf-8")
    for name, text in pages().items():
        file = DOCS / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                file.write_text(text, encoding="utf-8")
    if stale:
        print(("not current: " if "--check" in arguments else "written: ") + ", ".join(stale))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

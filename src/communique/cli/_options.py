"""Options that several commands have."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = "communique.db"
LEDGER_VARIABLE = "COMMUNIQUE_LEDGER"


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


class Layer(StrEnum):
    """The layers of the codebook."""

    engagement = "engagement"
    statement = "statement"
    position = "position"
    relation = "relation"
    reference = "reference"
    outcome = "outcome"


Where = Annotated[
    str,
    typer.Option(
        "--ledger", metavar="FILE|URL", envvar=LEDGER_VARIABLE,
        help="The ledger: an SQLite file, or a PostgreSQL database by its address.",
    ),
]  # fmt: skip
Form = Annotated[
    AnswerFormat,
    typer.Option("--format", "-f", metavar="FORMAT", help="table (for people), json, or csv."),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help="Show at most N; 0 for all.")]
History = Annotated[
    int,
    typer.Option(
        "--history", metavar="N", min=0, help="Show N steps of each at most: the first and the newest; 0 for all.",
    ),
]  # fmt: skip
To = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to FILE, whole or not at all."),
]
Colour = Annotated[
    bool | None,
    typer.Option("--color/--no-color", show_default=False, help="Colour or none; by default colour on a terminal."),
]
Codebooks = Annotated[
    list[Path] | None,
    typer.Option(
        "--codebook", metavar="FILE", show_default=False,
        help="A codebook file of your own, laid over ours; may be given again.",
    ),
]  # fmt: skip
MaxSize = Annotated[
    float, typer.Option("--max-size", metavar="MB", min=0.001, max=1000, help="Longest file that is read.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", show_default=False, help="From this day, month or year on (2024-05)."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", show_default=False, help="Up to this day, month or year, and with it."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", show_default=False,
        help="As things stood then, by the reports up to then; by default, as of the newest report.",
    ),
]  # fmt: skip
Holder = Annotated[
    str | None,
    typer.Option("--holder", metavar="PARTY", show_default=False, help="Only what this country or organisation holds."),
]
Issue = Annotated[
    str | None, typer.Option("--issue", metavar="ISSUE", show_default=False, help="Only this issue, as one-china.")
]

PARTY = "a country or organisation: its code (KAZ) or name (Kazakhstan)"


def output_of(output: Path | None, kept: Iterable[str] = ()) -> Path | None:
    """Where to write, None for standard output. Raises a usage error where it cannot be, or is one of ``kept``."""
    if output is None or str(output) == "-":
        return None
    if output.is_dir():
        raise typer.BadParameter("it is a folder; name a file", param_hint="--output")
    if not output.resolve().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    if any(os.path.realpath(path) == os.path.realpath(output) for path in kept):
        raise typer.BadParameter("it is one of the files to read", param_hint="--output")
    return output

"""The commands and their options, and how the program ends. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli import (
    _brief_command,
    _correction_commands,
    _exits,
    _ledger_commands,
    _question_commands,
    _web_commands,
)
from communique.cli._correction_commands import Whole
from communique.cli._options import DEFAULT_LEDGER, Codebooks, Colour, Layer, MaxSize, To, Where, output_of
from communique.cli._screen import say, visible
from communique.errors import CodebookError, CommuniqueError

PROGRAM = "communique"

app = typer.Typer(
    name=PROGRAM,
    rich_markup_mode=None,  # plain help: a third of the start-up time, and the same on every terminal
    add_completion=True,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_exits.as_help(),
)


class Format(StrEnum):
    """How records are printed."""

    text = "text"
    jsonl = "jsonl"
    json = "json"


class Figures(StrEnum):
    """How an evaluation is shown."""

    table = "table"
    json = "json"
    html = "html"


def _version(wanted: bool) -> None:
    if wanted:
        from communique import __version__

        print(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read diplomatic readouts into records: who met whom, who said what, what was promised, each with its words."""


@app.command(epilog=_exits.as_help())
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            show_default=False,
            help="Text (.txt), Markdown (.md) and HTML (.html) files; folders, read with their subfolders; "
            "- for standard input.",
        ),
    ],
    format: Annotated[  # noqa: A002 - the name of the option
        Format,
        typer.Option(
            "--format", "-f", metavar="FORMAT",
            help="text (for people), jsonl (one record a line) or json (one array of readings)."
        ),
    ] = Format.text,
    layer: Annotated[
        list[Layer] | None,
        typer.Option(
            "--layer", "-l", metavar="LAYER", show_default=False,
            help="Print only engagement, statement, position, relation, reference or outcome; may be given again.",
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Under each record, the codebook entries and the words that made it (text)."),
    ] = False,
    marked: Annotated[
        bool, typer.Option("--marked", help="Before its records, the report itself with its evidence marked (text).")
    ] = False,
    codebook: Codebooks = None,
    output: To = None,
    max_size: MaxSize = 5.0,
    color: Colour = None,
) -> None:  # fmt: skip
    """Read reports and print their records, each with the words that it came from.

    A file NAME.txt may have a sidecar NAME.meta.json with its title, outlet, outlet_country, published, url and
    language. What cannot be read is listed at the end, and the rest is read.
    """
    from communique.cli._read import Options
    from communique.cli._read import read as run
    from communique.records import LAYERS

    output = output_of(output, paths)
    wanted = {one.value for one in layer or []}
    options = Options(
        paths=paths,
        format=format.value,
        layers=tuple(one for one in LAYERS if not wanted or one in wanted),
        explain=explain,
        marked=marked,
        codebooks=tuple(codebook or ()),
        output=output,
        colour=color,
        max_size=round(max_size * 1_000_000),
    )
    raise typer.Exit(run(options))


for command in (
    *_ledger_commands.COMMANDS, *_question_commands.COMMANDS, *_brief_command.COMMANDS, *_correction_commands.COMMANDS,
    *_web_commands.COMMANDS,
):  # fmt: skip
    app.command(epilog=_exits.as_help())(command)
app.add_typer(_web_commands.users, epilog=_exits.as_help())


@app.command("check-codebook", epilog=_exits.as_help())
def check_codebook(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", show_default=False, help="Your codebook files; without any, ours."),
    ] = None,
) -> None:
    """Check codebook files and list what is wrong with them, by line."""
    from communique.knowledge import check_codebook as check

    problems = check(files or [])
    for file, line, sentence in problems:
        print(f"{visible(file)}:{line}: {visible(sentence)}")
    if problems:
        say(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}.")
        raise typer.Exit(_exits.FAILED)
    say("The codebook is in order." if not files else f"{len(files)} in order.")


@app.command(epilog=_exits.as_help())
def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD", show_default=False,
            help="Folder of gold files: NAME.json for NAME.txt; left out with --storylines, --corrections, --agreement.",
        ),
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="TEXTS", show_default=False,
            help="Folders or files of the texts; with --storylines, by default those beside its FILE.",
        ),
    ] = None,
    storylines: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", show_default=False,
            help="Score instead what a ledger makes of the connected reports of FILE, as tables or JSON.",
        ),
    ] = None,
    corrections: Annotated[
        bool,
        typer.Option("--corrections", help="Score the reader on the reports of a ledger that people have corrected."),
    ] = False,
    agreement: Annotated[
        bool,
        typer.Option("--agreement", help="How far the people who corrected a ledger agree, as a table or JSON."),
    ] = False,
    who: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", show_default=False,
            help="With --corrections, those of this person alone; with --agreement, these people (give it again).",
        ),
    ] = None,
    whole: Whole = False,
    ledger: Where = DEFAULT_LEDGER,
    records: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Score these records (jsonl) and read nothing."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", show_default=False, help="Score this report, by its name or, of a ledger, its id or path; may be given again."),
    ] = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Figures,
        typer.Option("--format", "-f", metavar="FORMAT", help="table, json, or html (a page with the texts marked)."),
    ] = Figures.table,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to FILE.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was too much.")] = False,
    by_doc: Annotated[bool, typer.Option("--by-doc", help="Also a line for each report.")] = False,
) -> None:  # fmt: skip
    """Score the reader (or records of any program) against gold that people wrote, or the ledger against storylines.

    With --corrections, what people corrected in a ledger is the gold. Without --whole, what nobody said anything of
    counts neither way, and agreement is on what each has judged.
    """
    from communique.evaluate import run, run_storylines

    chosen = [
        name
        for name, given in (("--storylines", storylines), ("--corrections", corrections), ("--agreement", agreement))
        if given
    ]
    if len(chosen) > 1:
        raise typer.BadParameter(f"not {' and '.join(chosen)} at once", param_hint=chosen[-1])
    if corrections or agreement:
        if gold or texts or records:
            raise typer.BadParameter("it is of a ledger: no GOLD, TEXTS or --records", param_hint=chosen[0])
        shown = _Shown(format.value, output, errors, by_doc)
        raise typer.Exit(_of_ledger(ledger, only or [], who or [], whole, shown, agreement=agreement))
    if who or whole:
        raise typer.BadParameter("it goes with --corrections and --agreement", param_hint="--who, --whole")
    if storylines is not None:
        if records or only or by_doc or format is Figures.html:
            raise typer.BadParameter(
                "it goes with --format table or json, --output and --errors", param_hint="--storylines"
            )
        folders = [*([gold] if gold else []), *(texts or [])]
        raise typer.Exit(run_storylines(storylines, folders, format=format.value, output=output, errors=errors))
    if gold is None or not texts:
        raise typer.BadParameter("say GOLD and TEXTS, or --storylines FILE", param_hint="GOLD TEXTS")
    code = run(
        gold, texts, records=records, only=only, format=format.value, output=output, errors=errors, by_doc=by_doc
    )
    raise typer.Exit(code)


@dataclass(frozen=True)
class _Shown:
    """How figures are shown."""

    format: str
    output: Path | None
    errors: bool
    by_doc: bool


def _of_ledger(
    ledger: str, reports: list[str], who: list[str], whole: bool, shown: _Shown, *, agreement: bool
) -> int:  # fmt: skip
    """`evaluate` of what people corrected in a ledger."""
    from communique.evaluate import run_agreement, run_corrections

    if agreement:
        if shown.errors or shown.by_doc or shown.format == "html":
            raise typer.BadParameter("it goes with --format table or json, and --output", param_hint="--agreement")
        return run_agreement(ledger, reports, who=who, whole=whole, format=shown.format, output=shown.output)
    if len(who) > 1:
        raise typer.BadParameter("--corrections are of one person, or of all", param_hint="--who")
    return run_corrections(
        ledger, reports, who=who[0] if who else None, whole=whole, format=shown.format, output=shown.output,
        errors=shown.errors, by_doc=shown.by_doc,
    )  # fmt: skip


@app.command(epilog=_exits.as_help())
def schema() -> None:
    """Print the JSON Schema of the records, as `read --format jsonl` prints them."""
    from communique.cli._schema import as_text

    sys.stdout.write(as_text())


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; whatever happens, at most one sentence and no traceback."""
    from communique.cli._output import use_utf8

    use_utf8()
    try:
        code = app(args=None if argv is None else list(argv), prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("Stopped by Ctrl-C.")
        return _exits.INTERRUPTED
    except BrokenPipeError:
        return _closed()
    except SystemExit as ending:  # Typer catches a closed pipe before us, and ends with 1
        if isinstance(ending.__context__, BrokenPipeError):
            return _closed()
        raise
    except typer.TyperException as error:
        return _usage(error)
    except OSError as error:
        _forget_stdout()
        where = f"{error.filename}: " if error.filename else ""
        say(f"Error: {where}{error.strerror or error}")
        return _exits.FAILED
    except CodebookError as error:
        say(str(error))
        return _exits.USAGE
    except CommuniqueError as error:
        say(f"Error: {error}")
        return _exits.FAILED
    return code if isinstance(code, int) else _exits.OK


def _usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        say(context.get_help())
        return _exits.USAGE
    if context is not None:
        say(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n")
    # the library that checks values names its own kind of error first, which tells a user nothing
    say(f"Error: {visible(error.format_message()).replace('Value error, ', '', 1)}")
    return _exits.USAGE


def _closed() -> int:
    _forget_stdout()
    return _exits.CLOSED


def _forget_stdout() -> None:
    """Point standard output nowhere, so that the interpreter's last flush has nothing to complain of."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # a stand-in without a descriptor
        return

"""The commands by which people correct a ledger, and take its corrected reports out: correct, merge, export."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli import _options as o
from communique.cli._exits import OK

Who = Annotated[
    str | None,
    typer.Option(metavar="NAME", show_default=False, help="Whose word it is; by default the user of this system."),
]
Why = Annotated[str, typer.Option(metavar="WORDS", show_default=False, help="Why; only --accept and --undo need none.")]
Whole = Annotated[
    bool,
    typer.Option(
        "--whole", help="Whoever corrected anything of a report has judged all of it: what they left is right."
    ),
]


def correct(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="RECORD", show_default=False,
            help="A record's id or its beginning, as `show --format json` has it; with --add, --list and --from-gold a "
            "REPORT.",
        ),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it stands.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="There is no such thing in the report.")] = False,
    edit: Annotated[
        str | None,
        typer.Option(metavar="FILE", show_default=False, help="The fields that change, as a JSON object; - for stdin."),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE", show_default=False,
            help="A field that changes (or of a record to --add); may be given again. Countries and topics stand between "
            "commas; of items and participants each takes its own --field.",
        ),
    ] = None,
    add: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", show_default=False,
            help='A record that was missed, as a JSON object with its layer as "record" and its "quote"; or a list.',
        ),
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", show_default=False, help="Undo this correction; it is kept as undone.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show what was corrected, newest first.")] = False,
    file: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", show_default=False, help="Make all corrections of a file, as --list --format json has them."
        ),
    ] = None,
    from_gold: Annotated[
        Path | None,
        typer.Option(metavar="GOLD", show_default=False, help="Take gold files as corrections of the reports they name."),
    ] = None,
    who: Who = None,
    why: Why = "",
    ledger: o.Where = o.DEFAULT_LEDGER,
    since: o.Since = None,
    until: o.Until = None,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 200,
    output: o.To = None,
    color: o.Colour = None,
) -> None:  # fmt: skip
    """Accept, reject, edit or add records of a ledger, by name, with the reason; or undo that.

    A correction is laid over what the reader made, and stays through every re-reading as long as its words are in the
    report. Nothing is deleted: of two on one record the later counts.
    """
    from communique.cli import _correct as run

    edits = edit is not None or (bool(field) and add is None)
    chosen = {
        "--accept": accept, "--reject": reject, "--field or --edit": edits, "--add": add is not None, "--undo": undo is not None,
        "--list": list_, "--file": file is not None, "--from-gold": from_gold is not None,
    }  # fmt: skip
    what = _one_of(chosen, "RECORD")
    if name is None and what in ("--accept", "--reject", "--field or --edit", "--add"):
        wanted = "the report to add it to" if what == "--add" else "the record that it is about"
        raise typer.BadParameter(f"say {wanted}", param_hint="RECORD")
    if name is not None and what in ("--undo", "--file"):
        raise typer.BadParameter("it says itself what it is about", param_hint=what)
    asked = _asked(ledger, format, limit, output, color)
    if list_:
        raise typer.Exit(run.listed(asked, name, who, since, until))
    if file is not None:
        raise typer.Exit(run.from_file(ledger, file, who, why))
    judge = who or run.user()
    if undo is not None:
        raise typer.Exit(run.undo(asked, undo, judge, why))
    if from_gold is not None:
        raise typer.Exit(run.from_gold(ledger, from_gold, name, judge, why))
    if add is not None:
        said = [
            run.Said("add", name, None, {**one, **run.record_of(None, field or [])}, judge, why)
            for one in run.objects(add)
        ]
        raise typer.Exit(run.correct(asked, said))
    record = run.record_of(edit, field or []) if edits else None
    raise typer.Exit(
        run.correct(asked, [run.Said("edit" if edits else what.lstrip("-"), None, name, record, judge, why)])
    )


def _one_of(chosen: dict[str, bool], hint: str) -> str:
    given = [name for name, wanted in chosen.items() if wanted]
    if len(given) != 1:
        problem = f"not {' and '.join(given)} at once" if given else f"say one of {', '.join(chosen)}"
        raise typer.BadParameter(problem, param_hint=given[-1] if given else hint)
    return given[0]


class Merged(StrEnum):
    """What may have two names."""

    person = "person"
    named = "named"


def merge(
    kind: Annotated[
        Merged | None, typer.Argument(metavar="person|named", show_default=False, help="A person, or a named thing.")
    ] = None,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", show_default=False, help="The name that is used no longer.")
    ] = None,
    into: Annotated[
        str | None, typer.Argument(metavar="INTO", show_default=False, help="The name that is used instead.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(metavar="PARTY", show_default=False, help=f"Only the person of this party: {o.PARTY}."),
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", show_default=False, help="Take this merge back; it is kept as undone.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show what was merged, newest first.")] = False,
    who: Who = None,
    why: Why = "",
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 200,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """Say that two names are of one person, or of one named thing (a treaty, a project, a body).

    Answers then use the one name; each record keeps the words of its report. It can be undone.
    """
    from communique.cli import _correct as run

    asked = _asked(ledger, format, limit, output, color)
    what = _one_of({"--undo": undo is not None, "--list": list_, "person|named NAME INTO": kind is not None}, "NAME")
    if what == "--list":
        raise typer.Exit(run.merge(asked, lambda at: at.merges(limit=limit)))
    from communique.ledger.rows import Rows

    judge = who or run.user()
    if undo is not None:
        raise typer.Exit(run.merge(asked, lambda at: Rows([at.unmerge(undo, who=judge, why=why, at=run.now())])))
    if kind is None or name is None or into is None:
        raise typer.BadParameter("say both names", param_hint="NAME INTO")
    raise typer.Exit(
        run.merge(
            asked,
            lambda at: Rows([at.merge(kind.value, name, into, country=country, who=judge, why=why, at=run.now())]),
        )
    )


class ExportFormat(StrEnum):
    """The forms in which a ledger can be taken out."""

    gold = "gold"


def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="gold: corrected reports, for `evaluate`.")],
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT", show_default=False, help="Only these, by id or its beginning, path or address; else all."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", show_default=False, help="Where the files go; it is made."),
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", show_default=False, help="As this person alone would have it.")
    ] = None,
    whole: Whole = False,
    ledger: o.Where = o.DEFAULT_LEDGER,
) -> None:  # fmt: skip
    """Write what people corrected as gold: NAME.txt, NAME.meta.json and NAME.json for each report.

    Without --whole, the records that nobody said anything of are marked "optional": they count neither way.
    """
    from communique.cli._screen import say
    from communique.export.gold import write
    from communique.ledger._ledger import Ledger

    if output is None:
        raise typer.BadParameter("say the folder that the files go to", param_hint="--output")
    if output.exists() and not output.is_dir():
        raise typer.BadParameter("it is a file; name a folder", param_hint="--output")
    with Ledger.open(ledger) as opened:
        sheets = opened.corrected(*(reports or ()), who=who)
        written = write(sheets, output, whole=whole)
    if not written:
        say(
            f"{ledger}: {'nobody' if who is None else who} has corrected {'anything' if who is None else 'nothing'} in it."
        )
    else:
        say(f"{output}: {len(written)} {'report' if len(written) == 1 else 'reports'} of gold.")
    raise typer.Exit(OK)


def _asked(ledger: str, format: o.AnswerFormat, limit: int, output: Any, colour: bool | None) -> Any:  # noqa: A002
    from communique.cli._asking import Asked

    return Asked(ledger, format.value, limit, o.output_of(output, [ledger]), colour)


COMMANDS = (correct, merge, export)

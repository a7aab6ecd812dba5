"""The commands that keep a ledger and look things up in it: add, rebuild, reports, show, search."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli import _options as o
from communique.cli._exits import OK


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            show_default=False,
            help="Text (.txt), Markdown (.md) and HTML (.html) files; folders, read with their subfolders; "
            "- for standard input.",
        ),
    ],
    ledger: o.Where = o.DEFAULT_LEDGER,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Read on N processes; 0 for one on each core.")
    ] = 1,
    codebook: o.Codebooks = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read also what is there by this reader and codebook, and compare.")
    ] = False,
    max_size: o.MaxSize = 5.0,
) -> None:
    """Read reports into a ledger, which is made where there is none.

    What is there already is not read again, unless the reader or the codebook has changed: then its records are
    replaced, and what was gained and lost is told. Another text of a page that is known becomes its new version. What
    cannot be read is listed at the end, and the rest is added. It may be stopped at any time: run it again, and it
    goes on.
    """
    from communique.cli._add import Wanted
    from communique.cli._add import add as run

    wanted = Wanted(
        paths=paths, ledger=ledger, jobs=jobs, codebooks=tuple(codebook or ()), again=again,
        max_size=round(max_size * 1_000_000),
    )  # fmt: skip
    raise typer.Exit(run(wanted))


def rebuild(ledger: o.Where = o.DEFAULT_LEDGER) -> None:
    """Derive everything in a ledger anew from its records; the answers stay the same.

    Commitments, ladders, positions and wordings can be made again at any time; reports and records are not touched.
    It goes in pieces: others can ask and add meanwhile, and stopped, the next `communique add` or `communique rebuild`
    goes on.
    """
    from communique.cli._progress import share
    from communique.cli._screen import say
    from communique.ledger._ledger import Ledger

    with Ledger.open(ledger) as opened, share("deriving", "pieces") as step:
        number = opened.rebuild(step)
        say(f"{opened.where}: derived anew for {number:,} {'pair' if number == 1 else 'pairs'} of sides.")
    raise typer.Exit(OK)


def reports(
    country: Annotated[
        str | None,
        typer.Argument(metavar="PARTY", show_default=False, help=f"Only of this party's outlets: {o.PARTY}."),
    ] = None,
    since: o.Since = None,
    until: o.Until = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 100,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """List the reports in a ledger, newest first, with the ids that other commands take."""
    from communique.cli._asking import Asked, Question, answer
    from communique.cli.views.found import SOURCES

    asked = Asked(ledger, format, limit, o.output_of(output, [ledger]), color)
    question = Question(
        lambda at: at.reports(country, since=since, until=until, limit=limit),
        SOURCES,
        "No such report is in the ledger; `communique add PATH` adds some.",
    )
    raise typer.Exit(answer(asked, question))


def show(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id or its beginning, path or address.")],
    layer: Annotated[
        list[o.Layer] | None,
        typer.Option(
            "--layer", "-l", metavar="LAYER", show_default=False,
            help="Only engagement, statement, position, relation, reference or outcome; may be given again.",
        ),
    ] = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 0,
    output: o.To = None,
    color: o.Colour = None,
) -> None:  # fmt: skip
    """Show a report of a ledger with its evidence marked, and its records.

    The limit is of the records that are listed; the text is always whole.
    """
    from communique.cli._asking import Asked
    from communique.cli._show import show as run
    from communique.records import LAYERS

    wanted = {one.value for one in layer or []}
    layers = tuple(one for one in LAYERS if not wanted or one in wanted)
    asked = Asked(ledger, format, limit, o.output_of(output, [ledger]), color)
    raise typer.Exit(run(asked, report, layers))


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", show_default=False,
            help='All of them, in any order; "quoted words" together, OR between alternatives, -word for without it '
            "(after --), begin* for its beginning.",
        ),
    ],
    country: Annotated[
        str | None, typer.Option(metavar="PARTY", show_default=False, help="Only about this country or organisation.")
    ] = None,
    holder: o.Holder = None,
    act: Annotated[
        str | None, typer.Option(metavar="ACT", show_default=False, help="Only statements of this act, as pledge.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", show_default=False, help="Only statements on this topic, as energy.")
    ] = None,
    layer: Annotated[
        o.Layer | None,
        typer.Option("--layer", "-l", metavar="LAYER", show_default=False, help="Only records of this layer."),
    ] = None,
    since: o.Since = None,
    until: o.Until = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 20,
    output: o.To = None,
    color: o.Colour = None,
) -> None:  # fmt: skip
    """Search the texts of the reports, or their records where a holder, act, topic or layer is asked for.

    The best come first, with the words found marked.
    """
    from communique.cli._asking import Asked, Question, answer
    from communique.cli.views.found import VIEW

    asked = Asked(ledger, format, limit, o.output_of(output, [ledger]), color)
    wanted = " ".join(words)
    question = Question(
        lambda at: at.search(
            wanted, country=country, holder=holder, act=act, topic=topic, layer=layer.value if layer else None,
            since=since, until=until, limit=limit,
        ),
        VIEW,
        "Nothing was found; try fewer or other words (all must be there), or fewer filters.",
    )  # fmt: skip
    raise typer.Exit(answer(asked, question))


COMMANDS = (add, reports, show, search, rebuild)

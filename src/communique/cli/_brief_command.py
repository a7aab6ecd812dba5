"""The command that writes a brief."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import _options as o
from communique.cli._exits import FAILED, OK

if TYPE_CHECKING:
    from communique.brief import Brief

_ENDINGS = (".md", ".html", ".docx", ".pdf")


def brief(
    a: Annotated[str, typer.Argument(metavar="A", help=f"One side: {o.PARTY}.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other side.")],
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", show_default=False,
            help="Meetings and changes of wording from this day, month or year on; what is open stays, however old.",
        ),
    ] = None,
    as_of: o.AsOf = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default=False,
            help="Write to FILE, whole or not at all; its ending says how: .md, .html, .docx or .pdf.",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Two pages on two sides, for the room: what a desk officer needs at hand, every line with whose words it is.

    The name of the relationship and its last step, the last meetings, what is coming, open commitments both ways, what
    was asked and not answered, positions and what changed in their wording, who is who. Nothing is in it that the
    ledger does not hold. Without -o it is printed as Markdown.
    """
    from communique.brief import make_brief
    from communique.cli._output import Output
    from communique.cli._screen import say
    from communique.ledger._ledger import Ledger

    place = o.output_of(output, [ledger])
    ending = place.suffix.lower() if place is not None else ".md"
    if ending not in _ENDINGS:
        raise typer.BadParameter(
            f"a brief is written as {', '.join(_ENDINGS[:-1])} or {_ENDINGS[-1]}; {output} ends otherwise",
            param_hint="--output",
        )
    with Ledger.open(ledger) as opened:
        made = make_brief(opened, a, b, since=since, as_of=as_of)
    if not made.sources:
        until = f" as of {as_of}" if as_of else ""
        say(f"No report in the ledger is about {a} and {b} together{until}; `communique reports` lists what is there.")
        raise typer.Exit(FAILED)
    data = _written(made, ending)
    with Output(place) as out:
        out.write_bytes(data) if isinstance(data, bytes) else out.write(data)
    if ending == ".pdf":
        _tell_letters(made)
    raise typer.Exit(OK)


def _written(made: Brief, ending: str) -> str | bytes:
    """The brief in the form of a file that ends so."""
    forms: dict[str, Callable[[], str | bytes]] = {
        ".md": made.to_markdown, ".html": made.to_html, ".docx": made.to_word, ".pdf": made.to_pdf,
    }  # fmt: skip
    return forms[ending]()


def _tell_letters(made: Brief) -> None:
    """Say which letters the PDF could not show."""
    from communique.brief.pdf import uncovered
    from communique.cli._screen import say

    scripts = uncovered(made)
    if scripts:
        say(
            f"No font of this machine has the letters of {', '.join(scripts)}: in the PDF they stand as \ufffd. "
            "Install a font that has them, or write .html, .docx or .md."
        )


COMMANDS = (brief,)

"""``communique serve`` and ``communique user``: the ledger in a browser, and who may use it."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli import _exits
from communique.cli import _options as o

HOST = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; other than loopback, people must log in.")
]


def serve(
    ledger: o.Where = o.DEFAULT_LEDGER,
    host: HOST = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", metavar="N", min=0, max=65535, help="The port; 0: any.")] = 8300,
    login: Annotated[
        bool, typer.Option("--login", help="Only for those who have an account (communique user add), here too.")
    ] = False,
    secure: Annotated[
        bool,
        typer.Option(
            "--behind-tls",
            help="Browsers come by https, through a proxy on this machine that says for whom; people must log in.",
        ),
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            show_default=False,
            help="A name that browsers call it by, beside localhost: people must log in; may be given again.",
        ),
    ] = None,
    codebook: o.Codebooks = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Show the ledger in a browser: pages, search, comparison, corrections, the brief; for programs, an HTTP API.

    On this machine alone nobody needs to log in. Ends with Ctrl-C.
    """
    from communique.cli._serve import Served
    from communique.cli._serve import serve as run

    served = Served(ledger, host, port, login, secure, tuple(name or ()), tuple(map(str, codebook or ())), open_browser)
    raise typer.Exit(run(served))


users = typer.Typer(
    name="user",
    help="Who may use the ledger in a browser, and as what: reader, editor or admin.",
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the account.")]
_Role = Annotated[
    str, typer.Option("--role", metavar="ROLE", help="reader, editor (adds and corrects) or admin (sees to accounts).")
]
_Stdin = Annotated[bool, typer.Option("--password-stdin", help="Take the password from standard input, do not ask.")]


@users.command("add", epilog=_exits.as_help())
def add(
    name: _Name,
    role: _Role = "reader",
    password_stdin: _Stdin = False,
    ledger: o.Where = o.DEFAULT_LEDGER,
) -> None:
    """Make an account; asks for its password."""
    from communique.cli._users import add as run

    raise typer.Exit(run(ledger, name, role, password_stdin))


@users.command("change", epilog=_exits.as_help())
def change(
    name: _Name,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", show_default=False, help="Another role.")
    ] = None,
    password: Annotated[bool, typer.Option("--password", help="Another password: asks for it.")] = False,
    password_stdin: _Stdin = False,
    close: Annotated[
        bool | None, typer.Option("--close/--reopen", show_default=False, help="No longer let them log in, or again.")
    ] = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
) -> None:
    """Give an account another role or password, close it or open it again."""
    from communique.cli._users import change as run

    raise typer.Exit(run(ledger, name, role, password or password_stdin, password_stdin, close))


@users.command("list", epilog=_exits.as_help())
def listed(ledger: o.Where = o.DEFAULT_LEDGER) -> None:
    """The accounts of the ledger."""
    from communique.cli._users import listed as run

    raise typer.Exit(run(ledger))


COMMANDS = (serve,)

"""``communique serve``: the web view on a port of this machine."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from communique.cli import _exits
from communique.cli._extras import login_name, needs
from communique.cli._screen import say
from communique.errors import BadQuery, NoLedger

if TYPE_CHECKING:
    from communique.ledger._ledger import Ledger
    from communique.web.settings import Settings


@dataclass(frozen=True)
class Served:
    """What the command was given."""

    ledger: str
    host: str
    port: int
    login: bool
    secure: bool
    names: tuple[str, ...]
    codebooks: tuple[str, ...]
    open_browser: bool


def serve(served: Served) -> int:
    """Serve until Ctrl-C. Raises ``LedgerError``, ``BadQuery`` where nobody could log in, ``ExtraMissing``."""
    for module in ("fastapi", "uvicorn", "jinja2", "argon2"):
        needs(module, "web")
    with opened(served) as ledger:
        settings = _settings(served, ledger)
        return _run(served, ledger, settings)


def opened(served: Served) -> Ledger:
    """The ledger, read-only where it is; a new one where there is none and nobody must log in, who then has no account."""
    from communique.ledger._ledger import Ledger

    try:
        return Ledger.open(served.ledger)
    except NoLedger:
        if needs_login(served):
            raise
        return Ledger.open(served.ledger, create=True)


def _run(served: Served, ledger: Ledger, settings: Settings) -> int:
    import uvicorn

    from communique.web.app import create_app
    from communique.web.charts import warm

    warm()
    listening = _listen(served.host, served.port)
    port = listening.getsockname()[1]
    shown = f"[{served.host}]" if ":" in served.host else served.host
    address = f"http://{shown}:{port}/"
    config = uvicorn.Config(
        create_app(ledger, settings), log_level="warning", server_header=False, proxy_headers=served.secure,
        forwarded_allow_ips="127.0.0.1,::1", timeout_graceful_shutdown=5,
    )  # fmt: skip
    say(
        f"The ledger {ledger.where} is at {address}{' for those with an account' if settings.login else ''}. Ctrl-C ends it."
    )
    if served.open_browser:
        import webbrowser

        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt):  # it ends in good order, then raises what ended it
        uvicorn.Server(config).run(sockets=[listening])
    say("Stopped.")
    return _exits.OK


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ``BadParameter`` where it cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen()  # who comes before all is loaded waits, and is not turned away
    except OSError as error:
        made.close()
        reason = error.strerror or str(error)
        raise typer.BadParameter(f"cannot listen on {host}:{port}: {reason}; choose another --port") from None
    return made


def _settings(served: Served, ledger: Ledger) -> Settings:
    from communique.web.settings import LOOPBACK, Settings

    own = is_loopback(served.host)
    login = needs_login(served)
    if login and not any(one.role == "admin" and not one.disabled for one in ledger.accounts()):
        raise BadQuery("nobody could log in: make an account first, with: communique user add NAME --role admin")
    if not own and not served.secure:
        say("Without TLS, passwords and reports cross the network as they are; put a proxy before it (--behind-tls).")
    anywhere = served.host in {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound
    hosts = (*LOOPBACK, *([] if own or anywhere else [served.host]), *served.names)
    if anywhere and not served.names:
        hosts = ("*",)
    return Settings(login=login, local=login_name(), secure=served.secure, hosts=hosts, codebooks=served.codebooks)


def needs_login(served: Served) -> bool:
    """Whether people must log in: they are asked to, or others than this machine's own reach it.

    Behind a proxy, or by a name of its own, others come although it listens on loopback alone.
    """
    named = not all(map(is_loopback, served.names))
    return served.login or served.secure or named or not is_loopback(served.host)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

"""How the web view is run."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Settings:
    """How the web view is run.

    ``login``: who looks must have an account; without it whoever reaches the server may do all, so it listens on
    loopback only, and they are called ``local``. ``secure``: browsers reach it by TLS. ``hosts`` are the names it
    answers to ("*": any), ``most_bytes`` is the longest request that is read.
    """

    login: bool = False
    local: str = "local"
    secure: bool = False
    hosts: tuple[str, ...] = LOOPBACK
    most_bytes: int = 6_000_000
    session_hours: int = 12
    codebooks: tuple[str, ...] = ()

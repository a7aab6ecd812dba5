"""The exit codes, in one place: the commands return them, ``--help`` and the docs show them."""

from __future__ import annotations

OK = 0
FAILED = 1
USAGE = 2
SKIPPED = 3
INTERRUPTED = 130
CLOSED = 141

MEANINGS: tuple[tuple[int, str], ...] = (
    (OK, "everything was done"),
    (FAILED, "something failed; it is listed at the end, and the rest was done"),
    (USAGE, "the command line or a codebook file is wrong; nothing was done"),
    (SKIPPED, "nothing failed, but something was skipped, as a text in another language is"),
    (INTERRUPTED, "stopped by Ctrl-C"),
    (CLOSED, "whoever read the output closed it, as `| head` does"),
)


def as_help() -> str:
    """The paragraph of ``--help``."""
    lines = "\n".join(f"{code:>4}  {meaning}" for code, meaning in MEANINGS)
    return f"\b\nExit codes:\n{lines}"

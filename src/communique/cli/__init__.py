"""The command line. ``main`` is the entry point; what a command needs is imported when it runs."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``communique`` with ``argv`` (default: the process's) and return its exit code."""
    from communique.cli._main import main as run

    return run(argv)

"""A progress bar on standard error, where a person is watching and has to wait."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from communique.cli._screen import is_terminal

_MANY = 5


@contextmanager
def progress(total: int, output_is_seen: bool) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each report. ``output_is_seen``: the output itself shows how far it is."""
    if total <= _MANY or output_is_seen or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)

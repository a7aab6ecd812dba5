"""A progress bar on standard error, where a person is watching and has to wait: how many, how fast, how long still."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.cli._screen import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

_MANY = 5


@contextmanager
def progress(total: int, output_is_seen: bool) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each report. ``output_is_seen``: the output itself shows how far it is."""
    if total <= _MANY or output_is_seen or not is_terminal(sys.stderr):
        yield lambda: None
        return
    with _bar("reading", "reports") as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def share(what: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function to call with how many are done of how many."""
    if not is_terminal(sys.stderr):
        yield lambda done, total: None
        return
    with _bar(what, unit) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _bar(what: str, unit: str) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many a second, of late."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.1f} {unit}/s" if task.speed else "")

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)

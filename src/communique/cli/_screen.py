"""What goes to a terminal: colours that are ours, text that is not and so can steer nothing."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO

from communique.evaluate.safe import visible

__all__ = ["Paint", "is_terminal", "one_line", "say", "visible", "width"]

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35",
          "cyan": "36"}  # fmt: skip
_WIDTH_OF_FILES = 100


class Paint:
    """Puts a colour around text, or nothing: ``paint("text", "bold", "red")``. The text must be ``visible`` already."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, *styles: str) -> str:
        if not self.on or not text:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def one_line(text: str, limit: int = 500) -> str:
    """A stranger's words on one line: control characters written out, the tail cut."""
    line = visible(" ".join(text[: 2 * limit].split()))
    return line if len(line) <= limit else line[: limit - 1] + "…"


def say(sentence: str) -> None:
    """A line on standard error; a closed standard error is nobody's loss."""
    try:
        print(visible(sentence, keep_lines=True), file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):
        return


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a person looks at it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def wants_colour(choice: bool | None, to_file: bool) -> bool:
    """``choice`` where one was made; else colour for a terminal, unless NO_COLOR or TERM=dumb say otherwise."""
    if choice is not None:
        return choice
    quiet = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return not to_file and not quiet and is_terminal(sys.stdout)


def width(to_file: bool) -> int:
    """Letters in a line: the terminal's, or a fixed number, so that a file is the same from every terminal."""
    if to_file or not is_terminal(sys.stdout):
        return _WIDTH_OF_FILES
    return min(max(shutil.get_terminal_size().columns, 40), 140)

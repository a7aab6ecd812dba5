"""From a path or standard input to bytes, within a limit."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from communique.errors import UnreadableInput
from communique.load._limits import megabytes

STDIN = "-"
STDIN_NAME = "standard input"

_WHY = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "you may not read it",
    errno.EPERM: "you may not read it",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is longer than file names can be",
    errno.ELOOP: "it is a link that leads back to itself",
}


def read_bytes(source: str, max_size: int) -> bytes:
    """The bytes of the file ``source`` (``-``: standard input); raises ``UnreadableInput`` beyond ``max_size``.

    Never reads more than the limit, so that an endless device ends here too.
    """
    where = shown(source)
    try:
        if source == STDIN:
            data = _standard_input(max_size + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(max_size + 1)
    except OSError as error:
        raise UnreadableInput(where, why(error)) from error
    if len(data) > max_size:
        limit = megabytes(max_size)
        raise UnreadableInput(where, f"it is longer than {limit}; split it into its reports, or raise --max-size")
    return data


def _standard_input(size: int) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise OSError(errno.EBADF, "it is closed")
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:  # a stand-in without bytes beneath, as notebooks have
        return sys.stdin.read(size).encode("utf-8", "surrogateescape")[:size]
    data: bytes = binary.read(size)
    return data


def why(error: OSError) -> str:
    """One sentence part for an error of the operating system."""
    return _WHY.get(error.errno or 0) or f"it cannot be read ({error.strerror or error})"


def shown(source: str) -> str:
    """``source`` as messages and records name it: valid text, even where the file's name is none."""
    if source == STDIN:
        return STDIN_NAME
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

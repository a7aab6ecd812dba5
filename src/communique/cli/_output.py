"""Where the output goes: standard output as UTF-8, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


def use_utf8() -> None:
    """Make both standard streams UTF-8, whatever the locale says; a letter that is none is written out."""
    if sys.stdout is None:  # closed by whoever started us: nobody wants to see it
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - it lives as long as the process
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class Output:
    """``with Output(path) as out: out.write(text)``; ``None`` is standard output.

    A regular file is written beside its place and moved there at the end, so that neither a failure nor Ctrl-C leaves
    half of it, or takes away what was there before.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._stream: TextIO | None = None
        self._beside: Path | None = None

    def __enter__(self) -> Self:
        if self.path is None:
            self._stream = sys.stdout
        elif self.path.exists() and not self.path.is_file():  # a pipe or a device: there is no moving into its place
            self._stream = self.path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            place = self.path.resolve()
            try:
                number, name = tempfile.mkstemp(prefix=f".{place.name[:50]}.", dir=place.parent)
            except OSError as error:  # of the file that was asked for, not of the one beside it
                raise OSError(error.errno, error.strerror, str(self.path)) from None
            self._beside = Path(name)
            self._stream = os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        return self

    def write(self, text: str) -> None:
        """Write ``text`` as it is."""
        assert self._stream is not None
        self._stream.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write ``data``, of a file that is no text."""
        assert self._stream is not None
        self._stream.flush()
        self._stream.buffer.write(data)

    def flush(self) -> None:
        """Let what was written so far be seen: a report's records show when it is read, not when all are."""
        assert self._stream is not None
        self._stream.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._stream is not None
        if self.path is None:
            if kind is None:
                self._stream.flush()
            return
        try:
            self._stream.close()
            if kind is None and self._beside is not None:
                self._beside.chmod(_mode(self.path))
                self._beside.replace(self.path.resolve())
                self._beside = None
        finally:
            if self._beside is not None:
                self._beside.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of what stood there, or what any new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask

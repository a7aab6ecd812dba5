"""Reading a text that somebody pastes or uploads: one at a time, with one reader, loaded when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from communique.errors import InputError
from communique.load import load_bytes, load_text
from communique.records import Reading, Report

if TYPE_CHECKING:
    from communique.read import Reader

LONGEST = 300_000
"""Letters that are read while somebody waits: a few seconds' work."""


class TheReader:
    """The reader of the server. It is called from many threads, and reads for one at a time."""

    def __init__(self, codebooks: Sequence[str]) -> None:
        self._codebooks = codebooks
        self._lock = threading.Lock()
        self._reader: Reader | None = None

    def read(self, report: Report) -> Reading:
        """The reading of a report. Raises ``InputError`` where it is too long to wait for, ``CodebookError``."""
        if len(report.text) > LONGEST:
            problem = f"it has more than {LONGEST:,} letters; read it with: communique add FILE"
            raise InputError(report.title or "the text", problem)
        with self._lock:
            return self._loaded().read_report(report)

    def triggers(self, reading: Reading) -> dict[str, tuple[tuple[int, int], ...]]:
        """By record id, where the words stand that made its rule apply: the report is read once more.

        Raises ``InputError`` where it is too long to wait for, ``CodebookError``.
        """
        if len(reading.report.text) > LONGEST:
            raise InputError("the report", f"it has more than {LONGEST:,} letters: too long to read while you wait")
        with self._lock:
            return self._loaded().triggers(reading)

    def _loaded(self) -> Reader:
        if self._reader is None:
            from communique.read import Reader

            self._reader = Reader(codebook_files=list(self._codebooks))
        return self._reader


def pasted(text: str, metadata: Mapping[str, str | None]) -> Report:
    """The report of a text from a form. Browsers send each line end as two letters: it is one.

    Raises ``InputError`` and its kin.
    """
    return load_text(text.replace("\r\n", "\n"), **_told(metadata))


def uploaded(data: bytes, name: str, metadata: Mapping[str, str | None]) -> Report:
    """The report of an uploaded file. Raises ``InputError`` and its kin."""
    return load_bytes(data, _plain(name), **_told(metadata))


def _told(metadata: Mapping[str, str | None]) -> dict[str, str | None]:
    return {key: value.strip() for key, value in metadata.items() if value and value.strip()}


def _plain(name: str) -> str:
    """The file's own name: a browser may send a way to it, which is nobody's business here."""
    return name.replace("\\", "/").rsplit("/", 1)[-1][-200:] or "the upload"

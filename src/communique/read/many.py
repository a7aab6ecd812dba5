"""Many reports on several processes: the reader is a pure function, so it is a map."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.read.reader import Reader
    from communique.records import Reading, Report

_worker: Reader | None = None


def _start(files: tuple[str, ...], layers: frozenset[str]) -> None:
    """Load the reader once in each process."""
    global _worker
    from communique.read.reader import Reader

    _worker = Reader([Path(f) for f in files], layers=layers)


def _read(report: Report) -> Reading:
    assert _worker is not None
    return _worker.read_report(report)


def read_parallel(reader: Reader, reports: Iterable[Report], n_process: int) -> Iterator[Reading]:
    """Readings in the order of ``reports``. Processes are spawned, so that nothing of the caller's state leaks in."""
    context = multiprocessing.get_context("spawn")
    files = tuple(str(f) for f in reader.codebook_files)
    with context.Pool(n_process, initializer=_start, initargs=(files, reader.layers)) as pool:
        yield from pool.imap(_read, reports, chunksize=8)

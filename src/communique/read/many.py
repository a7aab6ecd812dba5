"""Many reports on several processes: the reader is a pure function, so it is a map."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import WorkersLost

if TYPE_CHECKING:
    from communique.read.reader import Reader
    from communique.records import Reading, Report

_CHUNK = 8
_AHEAD = 4
"""Chunks handed out for each process: enough that none waits, few enough that a stream of reports is not swallowed."""
_worker: Reader | None = None


def _start(files: tuple[str, ...], layers: frozenset[str]) -> None:
    """Load the reader once in each process."""
    global _worker
    from communique.read.reader import Reader

    _worker = Reader([Path(f) for f in files], layers=layers)


def _read(reports: list[Report]) -> list[Reading]:
    assert _worker is not None
    return [_worker.read_report(report) for report in reports]


def read_parallel(reader: Reader, reports: Iterable[Report], n_process: int) -> Iterator[Reading]:
    """Readings in the order of ``reports``. Processes are spawned, so that nothing of the caller's state leaks in.

    Raises ``WorkersLost`` where a process ends before its reports are read.
    """
    files = tuple(str(f) for f in reader.codebook_files)
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Reading]]] = deque()
    source = iter(reports)
    with ProcessPoolExecutor(n_process, context, initializer=_start, initargs=(files, reader.layers)) as pool:
        try:
            while chunk := list(islice(source, _CHUNK)):
                waiting.append(pool.submit(_read, chunk))
                if len(waiting) >= _AHEAD * n_process:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise WorkersLost(
                "a process that was to read reports ended early; a script that reads on several processes does so under "
                'if __name__ == "__main__":, and from a file'
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

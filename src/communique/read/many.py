"""Many reports on several processes: the reader is a pure function, so it is a map."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
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


def attempt(reader: Reader, report: Report) -> Reading | Exception:
    """The reading, or what the reader raised over the report."""
    try:
        return reader.read_report(report)
    except Exception as error:  # noqa: BLE001 - DESIGN, 5: one report that cannot be read loses that report
        return error


def read_parallel(
    reader: Reader, reports: Iterable[Report], n_process: int
) -> Iterator[tuple[Report, Reading | Exception]]:
    """Each report with its reading or what was raised over it, in the order of ``reports``.

    Processes are spawned, so that nothing of the caller's state leaks in. Raises ``WorkersLost`` where a process ends
    before its reports are read.
    """
    files = tuple(str(f) for f in reader.codebook_files)
    context = multiprocessing.get_context("spawn")
    waiting: deque[tuple[list[Report], Future[list[Reading | Exception]]]] = deque()
    source = iter(reports)
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(n_process, context, initializer=_start, initargs=(files, reader.layers)) as pool:
        try:
            while chunk := list(islice(source, _CHUNK)):
                with _interrupts_held():
                    waiting.append((chunk, pool.submit(_read, chunk)))
                if len(waiting) >= _AHEAD * n_process:
                    yield from _results(*waiting.popleft())
            while waiting:
                yield from _results(*waiting.popleft())
        except BrokenProcessPool:
            raise WorkersLost(
                "a process that was to read reports ended early; a script that reads on several processes does so under "
                'if __name__ == "__main__":, and from a file'
            ) from None
        except BaseException:  # Ctrl-C, or nobody wants the rest: what is still being read is not waited for
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _results(
    reports: list[Report], future: Future[list[Reading | Exception]]
) -> Iterator[tuple[Report, Reading | Exception]]:
    yield from zip(reports, future.result(), strict=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started here never hear of Ctrl-C: it is the caller's to end them. It reaches the caller afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(files: tuple[str, ...], layers: frozenset[str]) -> None:
    """Load the reader once in each process."""
    global _worker
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    from communique.read.reader import Reader

    _worker = Reader([Path(f) for f in files], layers=layers)


def _end_with_the_parent() -> None:
    """A process whose parent was killed would wait for its next reports for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(reports: list[Report]) -> list[Reading | Exception]:
    assert _worker is not None
    return [_portable(attempt(_worker, report)) for report in reports]


def _portable(found: Reading | Exception) -> Reading | Exception:
    """What can be sent to another process; of an error that cannot, its words."""
    if not isinstance(found, Exception):
        return found
    try:
        pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - whatever an exception's own pickling raises
        return RuntimeError(f"{type(found).__name__}: {found}")
    return found

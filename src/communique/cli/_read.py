"""``communique read``: from paths to printed records, one report at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.cli import _exits
from communique.cli._output import Output
from communique.cli._progress import progress
from communique.cli._screen import Paint, is_terminal, say, wants_colour, width
from communique.cli._tally import Tally
from communique.errors import CommuniqueError, InputError
from communique.load import find_sources, load_source

if TYPE_CHECKING:
    from communique.records import Reading, Report

TRACEBACK = "COMMUNIQUE_TRACEBACK"
"""Environment variable: when set, a fault of the reader's own shows its traceback."""


@dataclass(frozen=True)
class Options:
    """What the user asked for."""

    paths: list[str]
    format: str
    layers: tuple[str, ...]
    explain: bool = False
    marked: bool = False
    codebooks: tuple[Path, ...] = ()
    output: Path | None = None
    colour: bool | None = None
    max_size: int = 5_000_000


def read(options: Options) -> int:
    """Read and print; returns the exit code. Raises ``CodebookError`` and ``ModelMissing`` before anything is read."""
    tally = Tally()
    try:
        sources = find_sources(options.paths, tally.fault)
        shown = _writer(options)
        seen = options.output is None and is_terminal(sys.stdout)
        with Output(options.output) as out, progress(len(sources), seen) as step:
            out.write(shown.begin)
            for reading in _readings(sources, options, tally, shown, step):
                for piece in shown(reading):
                    out.write(piece)
                out.flush()
            out.write(shown.end())
    except KeyboardInterrupt:
        kept = "" if options.output is None else f"; {options.output} is left as it was"
        say(f"Stopped by Ctrl-C after {tally.read} reports{kept}.")
        return _exits.INTERRUPTED
    tally.tell()
    return tally.exit_code


def _readings(
    sources: list[str], options: Options, tally: Tally, shown: Writer, step: Callable[[], None]
) -> Iterator[Reading]:
    reader: Any = None
    for source in sources:
        try:
            report = load_source(source, on_fault=tally.fault, max_size=options.max_size)
        except InputError as fault:
            tally.fault(fault)
            step()
            continue
        if reader is None:  # spaCy takes a second to load: not before there is something to read
            from communique.read import Reader

            reader = Reader(codebook_files=list(options.codebooks))
            shown.reader = reader
        reading = _read_one(reader, report, tally)
        if reading is not None:
            yield reading
        step()
    if reader is None and options.codebooks:  # their faults are told even where nothing could be read
        from communique.knowledge import load_codebook

        load_codebook(list(options.codebooks))


def _read_one(reader: Any, report: Report, tally: Tally) -> Reading | None:
    where = report.path or report.id
    try:
        reading: Reading = reader.read_report(report)
    except InputError as fault:
        tally.fault(fault)
        return None
    except CommuniqueError:  # the codebook is wrong or the model missing: so it will be for every report
        raise
    except Exception as error:  # noqa: BLE001 - DESIGN, 5: one report that cannot be read loses that report
        if os.environ.get(TRACEBACK):
            import traceback

            say(traceback.format_exc())
        tally.lost_report(where, error)
        return None
    tally.read += 1
    for place in reading.faults:
        tally.lost_place(where, place.start, place.end, place.problem)
    return reading


class Writer:
    """Gives the pieces of output for a reading. ``begin`` and ``end()`` go around all of them."""

    begin = ""
    reader: Any = None

    def __init__(self, layers: Collection[str]) -> None:
        self.layers = layers

    def __call__(self, reading: Reading) -> Iterator[str]:
        """The output for one reading, in pieces."""
        raise NotImplementedError

    def end(self) -> str:
        """What closes the output."""
        return ""


class _Lines(Writer):
    def __call__(self, reading: Reading) -> Iterator[str]:
        from communique.cli._json import lines

        yield from lines(reading, self.layers)


class _Array(Writer):
    begin = "["
    _before = "\n"

    def __call__(self, reading: Reading) -> Iterator[str]:
        from communique.cli._json import element

        yield self._before + element(reading, self.layers)
        self._before = ",\n"

    def end(self) -> str:
        return "\n]\n"


class _Pages(Writer):
    def __init__(self, options: Options) -> None:
        super().__init__(options.layers)
        from communique.cli._text import Page

        to_file = options.output is not None
        self._paint = Paint(wants_colour(options.colour, to_file))
        self._width = width(to_file)
        self._page = Page(self._paint, self._width, options.explain)
        self._explain, self._marked = options.explain, options.marked

    def __call__(self, reading: Reading) -> Iterator[str]:
        if self._marked:
            from communique.cli._marked import marked

            yield from marked(reading, self.layers, self._paint, self._width)
        # the words that triggered a rule are known to the reader alone: records do not carry them
        find = getattr(self.reader, "triggers", None) if self._explain else None
        yield from self._page.reading(reading, self.layers, find(reading) if find else None)


def _writer(options: Options) -> Writer:
    if options.format == "jsonl":
        return _Lines(options.layers)
    if options.format == "json":
        return _Array(options.layers)
    return _Pages(options)

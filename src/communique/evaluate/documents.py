"""The reports to be scored: text, gold and what was found, brought together by name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from communique.errors import CommuniqueError, EmptyInput, InputError, UnreadableInput, WrongLanguage
from communique.evaluate.coded import SCORED, Coded, coded_from_record
from communique.evaluate.gold import gold_files, load_gold
from communique.evaluate.safe import shortened

Found = dict[str, list[Mapping[str, Any]]]


class FileReading(NamedTuple):
    """What was made of a file: its text, its records as they are printed, and what in it could not be read."""

    text: str
    records: Sequence[Mapping[str, Any]]
    faults: Sequence[str] = ()


ReadFile = Callable[[Path], FileReading]
"""Reads a file, or raises."""


@dataclass
class Document:
    """One report with its gold and its found records, by layer."""

    name: str
    text: str
    gold: dict[str, list[Coded]]
    found: dict[str, list[Coded]]


@dataclass
class Collection:
    """All reports to be scored. ``problems`` are faults (sentences), ``notes`` what one may want to know.

    ``skipped`` counts the reports that were not for the reader, as a text in another language is.
    """

    documents: list[Document] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    skipped: int = 0


def collect(
    gold: Path,
    texts: Sequence[Path],
    *,
    records: Path | None = None,
    only: Sequence[str] | None = None,
    read_file: ReadFile | None = None,
) -> Collection:
    """Bring together gold, texts and records.

    The records come from ``records`` (JSON lines as `communique read --format jsonl` prints them) or, without it, from
    reading the texts with ``read_file`` (default: our reader). Gold without a text is left out, as other folders may
    hold it.
    """
    result = Collection()
    pairs = _find_texts(gold, texts, only, result)
    if records is not None:
        read_file = printed_reader(load_records(records, result.problems))
    read_file = read_file or our_reader()
    for gold_file, text_file in pairs:
        add_document(result, text_file, gold_file, read_file)
    return result


def add_document(collection: Collection, text_file: Path, gold_file: Path, read_file: ReadFile) -> None:
    """Read one report and put it into ``collection`` with its gold. A report that cannot be read has no records."""
    text, found = _read(text_file, read_file, collection)
    if text is None:
        return
    gold_records, faults = load_gold(gold_file, text)
    collection.problems.extend(faults)
    collection.documents.append(Document(text_file.stem, text, gold_records, by_layer(found)))


def _find_texts(
    gold: Path, texts: Sequence[Path], only: Sequence[str] | None, result: Collection
) -> list[tuple[Path, Path]]:
    files = gold_files(gold)
    if not files:
        raise InputError(str(gold), "no gold file (NAME.json) is there")
    folders = _folders(texts)
    pairs, without = [], []
    for file in files:
        if only and file.stem not in only:
            continue
        text = next((path for path in (_text_in(place, file.stem) for place in folders) if path), None)
        if text is None:
            without.append(file.stem)
        else:
            pairs.append((file, text))
    result.problems.extend(
        f"{name}: asked for, but there is no gold of this name" for name in only or () if name not in _stems(files)
    )
    if only:
        result.problems.extend(f"{name}: asked for, but no text of this name is there" for name in without)
    elif without:
        result.notes.append(f"{len(without)} gold files have no text in the folders given and were left out")
    if not pairs:
        raise InputError(str(gold), "no gold file has a text (NAME.txt) in " + ", ".join(map(str, folders)))
    return pairs


def _stems(files: Iterable[Path]) -> set[str]:
    return {file.stem for file in files}


def _folders(texts: Sequence[Path]) -> list[Path]:
    """The places given; several may be written as one, with commas, as for ``score.py``."""
    places: list[Path] = []
    for path in texts:
        parts = [path] if path.exists() else [Path(part) for part in str(path).split(",") if part]
        for part in parts:
            if not part.exists():
                raise InputError(str(part), "there is no such folder or file of texts")
        places.extend(parts)
    return places


def _text_in(place: Path, name: str) -> Path | None:
    path = place if place.is_file() else place / f"{name}.txt"
    return path if path.stem == name and path.is_file() else None


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UnreadableInput(str(path), f"the text cannot be read: {fault}") from fault


def printed_reader(printed: Found) -> ReadFile:
    """A function that "reads" files by looking up what was printed for reports of their name."""

    def read_file(path: Path) -> FileReading:
        if path.stem not in printed:
            raise InputError(path.stem, "the records have no report of this name")
        return FileReading(_text_of(path), printed[path.stem])

    return read_file


def our_reader() -> ReadFile:
    """A function that reads files with our own reader, which is loaded once."""
    from communique.load import load_path
    from communique.read import Reader

    reader = Reader()

    def read_file(path: Path) -> FileReading:
        report = load_path(path)
        reading = reader.read_report(report)
        records = [record.model_dump(mode="json") for record in reading.records()]
        return FileReading(report.text, records, [fault.problem for fault in reading.faults])

    return read_file


def _read(path: Path, read_file: ReadFile, result: Collection) -> tuple[str | None, Sequence[Mapping[str, Any]]]:
    try:
        text, records, faults = read_file(path)
    except (WrongLanguage, EmptyInput) as skip:
        result.notes.append(f"not read: {skip}")
        result.skipped += 1
    except CommuniqueError as fault:
        result.problems.append(f"not read: {fault}")
    except Exception as fault:  # noqa: BLE001 - one report that cannot be read loses that report, and the rest goes on
        result.problems.append(f"not read: {path}: {type(fault).__name__}: {shortened(str(fault))}")
    else:
        result.problems.extend(f"{path}: in part not read: {shortened(fault)}" for fault in faults)
        return text, records
    try:
        return _text_of(path), ()  # its gold counts as missed
    except UnreadableInput:
        return None, ()


def load_records(path: Path, problems: list[str]) -> Found:
    """The records of a JSON-lines file by the name of their report; what cannot be used is told and left out."""
    by_name: Found = defaultdict(list)
    name_of: dict[str, str] = {}
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(str(path), f"the records cannot be read: {fault}") from fault
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            _one_line(json.loads(line), by_name, name_of)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            problems.append(f"{path}:{number}: not a record that can be scored: {shortened(str(fault) or 'broken')}")
    return dict(by_name)


def _one_line(record: Any, by_name: Found, name_of: dict[str, str]) -> None:
    if not isinstance(record, dict):
        raise TypeError("no JSON object")
    if record.get("record") == "report":
        name = name_of[record["id"]] = PurePath(record["path"]).stem
        by_name.setdefault(name, [])  # a report with no records still counts as read
    elif record.get("record") in SCORED:
        if record.get("report") not in name_of:
            raise ValueError(f"its report {record.get('report')!r} has not come before it")
        coded_from_record(record)  # fails here, with its line, rather than later
        by_name[name_of[record["report"]]].append(record)


def by_layer(records: Iterable[Mapping[str, Any]]) -> dict[str, list[Coded]]:
    """Found records sorted into the scored layers; others (`outcome`) are left out."""
    layers: dict[str, list[Coded]] = {layer: [] for layer in SCORED}
    for record in records:
        if record.get("record") in layers:
            layers[record["record"]].append(coded_from_record(record))
    return layers

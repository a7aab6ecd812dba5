"""Corrected reports as gold: NAME.txt, NAME.meta.json and NAME.json, as `communique evaluate` and ``score.py`` read them.

What nobody said anything of is marked ``optional``: whether it is right is not known, and it counts neither way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from communique.ledger.corrections.rows import Corrected
from communique.records import Evidence, Record

_NOT_CODED = frozenset({"record", "id", "report", "evidence", "rule", "due", "about"})
_LAYERS = ("engagement", "statement", "position", "relation", "reference", "outcome")
_META = ("title", "outlet", "outlet_country", "published", "url", "language")
_UNFIT = re.compile(r"[^\w.,()+-]+")
_LONGEST = 100


def unjudged(sheet: Corrected) -> frozenset[str]:
    """The ids of the records that count and that nobody has said anything of."""
    said = {one.record.id for one in sheet.judged if one.standing != "read"}
    return frozenset(one.id for one in sheet.counts if one.id not in said)


def gold(sheet: Corrected, *, whole: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The records that count, by layer, as gold. ``whole``: what nobody said anything of is right."""
    open_ = frozenset[str]() if whole else unjudged(sheet)
    told: dict[str, list[dict[str, Any]]] = {f"{layer}s": [] for layer in _LAYERS}
    for record in sorted(sheet.counts, key=lambda one: (one.evidence[0].start, one.evidence[0].end, one.id)):
        told[f"{record.record}s"].append(_coded(record, sheet.report.text, optional=record.id in open_))
    if not told["outcomes"]:
        del told["outcomes"]
    return told


def _coded(record: Record, text: str, *, optional: bool) -> dict[str, Any]:
    fields = {name: value for name, value in record.model_dump(mode="json").items() if name not in _NOT_CODED}
    quotes = [_unmistakable(one, text) for one in record.evidence]
    words = {"quote": quotes[0]} if len(quotes) == 1 else {"quotes": quotes}
    return {**fields, **words, **({"optional": True} if optional else {})}


def _unmistakable(span: Evidence, text: str) -> str:
    """The words of evidence; with those around, where the same words stand before: gold has no offsets."""
    start, end = span.start, span.end
    while text.find(text[start:end]) != start:
        before = text.rfind(" ", 0, max(0, start - 1)) + 1
        after = text.find(" ", end + 1)
        end = after if after >= 0 else len(text)
        start = before
    return text[start:end]


def names(sheets: Iterable[Corrected]) -> Iterator[str]:
    """A name for each report's files: that of its own file, else its id; never the same twice."""
    taken: set[str] = set()
    for sheet in sheets:
        path = sheet.report.path
        stem = PurePath(path).stem if path and path != "-" else ""
        name = _UNFIT.sub("-", stem).strip("-.")[:_LONGEST] or sheet.report.id
        if name.casefold() in taken:
            name = f"{name}-{sheet.report.id}"
        taken.add(name.casefold())
        yield name


def write(sheets: Iterable[Corrected], folder: Path, *, whole: bool = False) -> list[str]:
    """Write the files of each report into ``folder``, which is made where there are any; returns the names. Raises ``OSError``."""
    every = list(sheets)
    if not every:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for sheet, name in zip(every, names(every), strict=True):
        (folder / f"{name}.txt").write_bytes(sheet.report.text.encode("utf-8", "backslashreplace"))
        known = {key: value for key in _META if (value := getattr(sheet.report, key)) is not None}
        _json(folder / f"{name}.meta.json", known)
        _json(folder / f"{name}.json", gold(sheet, whole=whole))
        written.append(name)
    return written


def _json(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="backslashreplace")

"""The reader: a report in, a reading out. Pure: the same report and codebook give the same records, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from communique.errors import CodebookError, ModelMissing
from communique.knowledge import Codebook, load_codebook
from communique.read.about import about_of
from communique.read.analyse import analyse
from communique.read.draft import Draft
from communique.read.scene import Scene
from communique.records import (
    Engagement,
    Evidence,
    Fault,
    Outcome,
    Position,
    Reading,
    Record,
    Reference,
    Relation,
    Report,
    Statement,
)

_TYPES: dict[str, type[Record]] = {
    "engagement": Engagement,
    "statement": Statement,
    "position": Position,
    "relation": Relation,
    "reference": Reference,
    "outcome": Outcome,
}
_PLURAL = {
    "engagement": "engagements",
    "statement": "statements",
    "position": "positions",
    "relation": "relations",
    "reference": "references",
    "outcome": "outcomes",
}


class Reader:
    """Loads once, reads many. ``codebook_files`` are a user's own, laid over ours.

    Raises ``CodebookError`` where one of them is wrong and ``ModelMissing`` where the language model is not installed.
    """

    def __init__(self, codebook_files: Sequence[str | Path] = (), *, layers: Iterable[str] | None = None) -> None:
        self.codebook_files = tuple(Path(f) for f in codebook_files)
        self.codebook: Codebook = load_codebook(self.codebook_files)
        self.layers = frozenset(layers) if layers is not None else frozenset(_TYPES)

    @property
    def name(self) -> str:
        """The version and codebook, as readings carry it: where both are the same, so are the records."""
        from communique import __version__

        return f"{__version__}/{self.codebook.digest}"

    def read(self, text: str, **metadata: Any) -> Reading:
        """Read ``text``; ``metadata``: title, outlet, outlet_country, published, url, language, as in ``Report``."""
        return self.read_report(Report(text=_whole(text), **metadata))

    def read_path(self, path: str | Path) -> Reading:
        """Read a file. Raises ``InputError`` where it cannot be read."""
        from communique.load import load_path

        return self.read_report(load_path(Path(path)))

    def read_report(self, report: Report) -> Reading:
        """The records of ``report``. A layer or sentence that fails is listed in ``faults`` and loses only itself."""
        scene = analyse(report, self.codebook)
        found, faults = read_layers(scene, self.codebook)
        records: dict[str, list[Record]] = {name: [] for name in _PLURAL.values()}
        seen: set[str] = set()
        for draft in found:
            if draft.layer not in self.layers:
                continue
            record = draft_to_record(draft, scene, faults, self.codebook)
            if record is not None and record.id not in seen:
                seen.add(record.id)
                records[_PLURAL[draft.layer]].append(record)
        fields: dict[str, Any] = {name: tuple(sorted(some, key=_order)) for name, some in records.items()}
        return Reading(
            report=report,
            dateline=scene.anchor,
            open_count=scene.open_count,
            read_by=self.name,
            faults=tuple(faults),
            **fields,
        )

    def triggers(self, reading: Reading) -> dict[str, tuple[tuple[int, int], ...]]:
        """By record id, where the words stand that made the record's rule apply; reads the report once more."""
        from communique.read.triggers import triggers

        return triggers(reading, self.codebook)

    def read_many(
        self,
        reports: Iterable[Report],
        n_process: int = 1,
        on_fault: Callable[[Report, Exception], None] | None = None,
    ) -> Iterator[Reading]:
        """Readings in the order of ``reports``, on ``n_process`` processes.

        A report over which the reader stumbles is handed to ``on_fault`` with what was raised, and the rest is read;
        without ``on_fault`` that is raised in its turn. ``CodebookError`` and ``ModelMissing`` always are.
        """
        from communique.read.many import attempt, read_parallel

        tried: Iterator[tuple[Report, Reading | Exception]]
        if n_process <= 1:
            tried = ((report, attempt(self, report)) for report in reports)
        else:
            tried = read_parallel(self, reports, n_process)
        for report, found in tried:
            if isinstance(found, Reading):
                yield found
            elif on_fault is None or isinstance(found, CodebookError | ModelMissing):
                raise found
            else:
                on_fault(report, found)


def read_layers(scene: Scene, codebook: Codebook) -> tuple[list[Draft], list[Fault]]:
    """The drafts of all layers; what a layer raises is caught, listed, and costs that layer only."""
    from communique.read.domain import is_diplomatic
    from communique.read.engagements import engagements
    from communique.read.outcomes import outcomes
    from communique.read.positions import positions
    from communique.read.references import references
    from communique.read.relations import relations
    from communique.read.statements import statements

    faults: list[Fault] = []
    if not scene.units or not is_diplomatic(scene, codebook):
        return [], _faults_of(scene)
    said = _guarded(faults, scene, "statements", lambda: statements(scene, codebook))
    found = list(said)
    steps: tuple[tuple[str, Callable[[], list[Draft]]], ...] = (
        ("engagements", lambda: engagements(scene, codebook)),
        ("positions", lambda: positions(scene, said, codebook)),
        ("relations", lambda: relations(scene, codebook)),
        ("references", lambda: references(scene, codebook)),
        ("outcomes", lambda: outcomes(scene, codebook, found)),
    )
    for name, step in steps:
        found.extend(_guarded(faults, scene, name, step))
    return found, [*faults, *_faults_of(scene)]


def _faults_of(scene: Scene) -> list[Fault]:
    return [Fault(start=start, end=end, problem=problem) for start, end, problem in scene.faults]


def _guarded(faults: list[Fault], scene: Scene, name: str, step: Callable[[], list[Draft]]) -> list[Draft]:
    try:
        return step()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        faults.append(Fault(start=0, end=len(scene.text), problem=f"{name}: {type(error).__name__}: {error}"))
        return []


def draft_to_record(draft: Draft, scene: Scene, faults: list[Fault], codebook: Codebook | None = None) -> Record | None:
    """The validated record of ``draft``; None where it is none, and why is added to ``faults``.

    With a ``codebook`` it has the words by which its matter is taken up; its id is the same without.
    """
    evidence = tuple(
        Evidence(start=s, end=e, quote=scene.text[s:e]) for s, e in draft.spans if 0 <= s < e <= len(scene.text)
    )
    fields = draft.fields
    if codebook is not None and evidence and draft.layer in ("statement", "outcome"):
        found = about_of(scene, evidence[0].start, codebook)
        if found is not None:
            fields = {**fields, "about": Evidence(start=found[0], end=found[1], quote=scene.text[slice(*found)])}
    try:
        return _TYPES[draft.layer](
            report=scene.report.id, evidence=evidence, rule=tuple(dict.fromkeys(draft.rule)), **fields
        )
    except ValidationError as error:
        start, end = draft.spans[0] if draft.spans else (0, len(scene.text))
        first = error.errors()[0]
        faults.append(
            Fault(start=start, end=end, problem=f"{draft.layer}: {'.'.join(map(str, first['loc']))}: {first['msg']}")
        )
        return None


def _order(record: Record) -> tuple[int, int, str]:
    return record.evidence[0].start, record.evidence[0].end, record.id


def _whole(text: str) -> str:
    """``text`` with lone surrogates, which no encoding can hold, each replaced by U+FFFD: offsets stay as they are."""
    return (
        text.encode("utf-8", "replace").decode("utf-8")
        if text.isascii()
        else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    )

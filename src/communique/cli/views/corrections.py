"""Corrections and merges: who said what of which record, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import View, fields
from communique.ledger.corrections.rows import Correction, Judged, Merging
from communique.records import Record

_HANG = " " * 18
_DID = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added"}
_EFFECTS = {
    "in-force": "in force", "overruled": "overruled by a later one", "words-gone": "words no longer there",
    "moot": "no longer made", "undone": "undone",
}  # fmt: skip
_UNCHANGED = ("id", "rule", "report", "record")


def _text(sheet: Sheet, rows: Sequence[Correction]) -> Iterator[str]:
    for row in rows:
        about = row.target or (row.after.id if row.after is not None else "")
        yield from sheet.row(((_minute(row.at), 16),), f"{row.who}: {_DID[row.kind]} {row.layer} {about}")
        for change in changes(row):
            yield from sheet.wrapped(one_line(change), _HANG, hang=_HANG + "  ")
        yield from sheet.quote(words_of(_own(row).evidence), _HANG)
        if row.why:
            yield from sheet.wrapped(f"why: {one_line(row.why)}", _HANG)
        if row.undone_at is not None:
            yield from sheet.wrapped(one_line(_undone(row)), _HANG, "yellow")
        yield from sheet.cite(row.report, None, _HANG, f" · correction {row.id} · {_EFFECTS[row.effect]}")


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def _own(row: Correction) -> Any:
    return row.after if row.after is not None else row.before


def _undone(row: Correction | Merging) -> str:
    why = f": {row.undone_why}" if row.undone_why else ""
    return f"undone by {row.undone_by}, {_minute(str(row.undone_at))}{why}"


def changes(row: Correction) -> list[str]:
    """What an edit changes, field by field; what an added record says."""
    return between(row.before, row.after) if row.after is not None else []


def between(before: Record | None, after: Record) -> list[str]:
    """What is said otherwise of a record, field by field."""
    told = after.model_dump(mode="json", exclude={*_UNCHANGED, "evidence"})
    if before is None:
        said = {name: value for name, value in told.items() if value not in (None, [], False)}
        return ["; ".join(f"{name}: {_value(value)}" for name, value in said.items())]
    was = before.model_dump(mode="json")
    changed = [f"{n}: {_value(was[n])} → {_value(value)}" for n, value in told.items() if value != was[n]]
    moved = before.evidence != after.evidence
    return [*changed, *([f"words: “{one_line(words_of(before.evidence), 200)}” →"] if moved else [])]


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value) or "none"
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def judgement(judged: Judged) -> str:
    """How a record stands by what people said of it, in a line: the last word that is in force, or that none is."""
    for one in reversed(judged.corrections):
        if one.effect in ("in-force", "moot"):
            why = f": {one.why}" if one.why else ""
            edited = judged.standing == "edited" and judged.before is not None
            changed = f" ({'; '.join(between(judged.before, judged.record))})" if edited else ""
            return f"{judged.standing} by {one.who}, {one.at[:10]}{changed}{why}"
    return "what was said of it is undone" if judged.standing == "read" else judged.standing


def said(row: Correction) -> str:
    """A correction on one line, with its words."""
    why = f": {row.why}" if row.why else ""
    did = f"{_DID[row.kind]} by {row.who}, {row.at[:10]}{why} ({_EFFECTS[row.effect]})"
    return f"{row.layer} “{one_line(words_of(_own(row).evidence), 200)}”, {did}"


VIEW = View(
    text=_text,
    columns={
        **fields("at", "who", "kind", "layer", "report", "target"),
        "made": lambda row: row.after.id if row.after is not None else None,
        "changes": lambda row: "; ".join(changes(row)),
        "quote": lambda row: words_of(_own(row).evidence),
        **fields("why", "effect", "undone_by", "undone_at", "undone_why", "id"),
    },
)


def _merges(sheet: Sheet, rows: Sequence[Merging]) -> Iterator[str]:
    for row in rows:
        where = f" of {row.country}" if row.country else ""
        kind = "person" if row.kind == "person" else "named thing"
        yield from sheet.row(((_minute(row.at), 16),), f"{row.who}: {kind}{where} {row.name} is {row.into}")
        yield from sheet.wrapped(f"why: {one_line(row.why)}", _HANG)
        if row.undone_at is not None:
            yield from sheet.wrapped(one_line(_undone(row)), _HANG, "yellow")
        yield from sheet.wrapped(f"merge {row.id}", _HANG, "dim")


MERGES = View(
    text=_merges,
    columns=fields("at", "who", "kind", "name", "into", "country", "why", "undone_by", "undone_at", "undone_why", "id"),
    cites=lambda row: (),
)

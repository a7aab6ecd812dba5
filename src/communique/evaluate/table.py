"""The figures as tables for a terminal. Everything that comes from a text is shown, never obeyed."""

from __future__ import annotations

import io
import json
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.evaluate.coded import Coded
from communique.evaluate.documents import Collection
from communique.evaluate.errors import FIELD, RecordError, all_errors, count_kinds
from communique.evaluate.safe import shortened, visible
from communique.evaluate.tallies import Scores, Tally

_STYLE = {"missed": "yellow", "extra": "red", "wrong": "magenta", FIELD: "cyan"}


def render(scores: Scores, collection: Collection, *, errors: bool, by_doc: bool) -> str:
    """The tables as plain text, for a file or a pipe."""
    buffer = io.StringIO()
    show(scores, collection, errors=errors, by_doc=by_doc, stream=buffer)
    return buffer.getvalue()


def show(scores: Scores, collection: Collection, *, errors: bool, by_doc: bool, stream: TextIO | None = None) -> None:
    """Print the tables to ``stream`` (default: standard output), in colour where it is a terminal."""
    # Wide enough when it is no terminal: rich would fold at 80 characters, and a pipe has no width.
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = 200
    console.print(_layers(scores))
    console.print(_attributes(scores))
    found = all_errors(scores)
    console.print(_kinds(found))
    if by_doc:
        console.print(_by_doc(scores))
    if errors:
        _print_errors(console, found)
    for note in collection.notes:
        console.print(Text("note: " + visible(note)), soft_wrap=True)
    console.print(
        f"{len(scores.documents)} reports; evidence valid {scores.evidence.value:.4f} of {scores.evidence.of}; "
        f"overall (mean F1 of the {len(scores.layers)} layers) {scores.overall:.3f}",
        soft_wrap=True,
    )


def _new_table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number == 0 else "right")
    return table


def _layers(scores: Scores) -> Table:
    table = _new_table("Layers", "layer", "gold", "found", "right", "precision", "recall", "F1")
    for layer, tally in scores.layers.items():
        table.add_row(layer, *_figures(tally))
        if layer == "statement":
            table.add_row("  by span alone", *_figures(scores.span), style="dim")
    return table


def _figures(tally: Tally) -> tuple[str, ...]:
    shares = (tally.precision, tally.recall, tally.f1)
    return (str(tally.gold), str(tally.found), str(tally.right), *(f"{share:.3f}" for share in shares))


def _attributes(scores: Scores) -> Table:
    table = _new_table("Fields of what was found", "field", "right", "of")
    for name, share in sorted(scores.attributes.items()):
        table.add_row(name, f"{share.value:.3f}", str(share.of))
    return table


def _kinds(errors: list[RecordError]) -> Table:
    table = _new_table("Errors by kind", "layer", "side", "kind", "times")
    table.columns[1].justify = table.columns[2].justify = "left"
    for layer, kinds in count_kinds(errors).items():
        for side, kind, count in kinds:
            table.add_row(layer, Text(side, style=_STYLE[side]), kind, str(count))
    return table


def _by_doc(scores: Scores) -> Table:
    table = _new_table("F1 by report", "report", *scores.layers)
    for score in scores.documents:
        figures = (score.f1(layer) for layer in score.layers)
        name = Text(shortened(score.document.name, 60))
        table.add_row(name, *("-" if f1 is None else f"{f1:.2f}" for f1 in figures))
    return table


def _print_errors(console: Console, errors: list[RecordError]) -> None:
    for error in errors:
        line = Text(f"{error.side.upper():7}", style=_STYLE[error.side])
        line.append(f"{visible(error.document)} {error.layer}: {error.kind}", style="default")
        console.print(line, soft_wrap=True)
        for what, record in (("gold", error.gold), ("found", error.found)):
            if error.side == FIELD and error.check is not None:
                value = error.check.gold if what == "gold" else error.check.found
                console.print(Text(f"        {what}: {compact(value)}"), soft_wrap=True)
            elif record is not None:
                console.print(Text(f"        {what}: {describe(record)}"), soft_wrap=True)


def compact(value: Any) -> str:
    """A field's value as one visible line."""
    return shortened(json.dumps(value, ensure_ascii=False), 300)


def describe(record: Coded) -> str:
    """A record's telling fields and its words, as one visible line."""
    told = {key: value for key, value in record.coded_fields().items() if value not in (None, [], (), False)}
    return f"{shortened(json.dumps(told, ensure_ascii=False), 300)} | {words(record)}"


def words(record: Coded) -> str:
    """The words that a record stands on, shortened."""
    quotes = [e.get("quote", "") for e in record.evidence]
    quotes = quotes or record.get("quotes") or [record.get("quote") or ""]
    return " ... ".join(shortened(str(quote)) for quote in quotes)

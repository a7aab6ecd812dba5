"""``communique show``: a report of the ledger as it stands, with its evidence marked, and its records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.cli import _exits
from communique.cli._asking import Asked, tell
from communique.cli._output import Output
from communique.cli._screen import Paint, one_line, wants_colour, width

if TYPE_CHECKING:
    from communique.cli._text import Page as Text
    from communique.ledger.ask.rows import Page
    from communique.records import Record


def show(asked: Asked, name: str, layers: tuple[str, ...]) -> int:
    """Print it and return the exit code. Raises ``UnknownReport``, ``LedgerError``."""
    from communique.ledger._ledger import Ledger
    from communique.ledger.rows import Rows

    with Ledger.open(asked.ledger) as ledger:
        page = ledger.report(name)
        every = [record for record in page.reading.records() if record.record in layers]
        records = Rows(every[: asked.limit] if asked.limit else every, len(every))
        with Output(asked.output) as out:
            for piece in _pieces(page, records, asked, layers):
                out.write(piece)
        tell(ledger, records, "No records of it are in the ledger.")
    return _exits.OK


def _pieces(page: Page, records: list[Record], asked: Asked, layers: tuple[str, ...]) -> Iterator[str]:
    if asked.format == "json":
        from communique.cli._json import dumps

        yield dumps(_as_dict(page, records, layers), indent=1) + "\n"
        return
    if asked.format == "csv":
        from communique.cli.views import as_csv
        from communique.cli.views.records import VIEW

        yield from as_csv(VIEW, records)
        return
    from communique.cli._marked import marked
    from communique.cli._text import Page as Text
    from communique.cli.views.corrections import judgement

    to_file = asked.output is not None
    paint, columns = Paint(wants_colour(asked.colour, to_file)), width(to_file)
    text = Text(paint, columns, ids=True)
    for line in _versions(page):
        yield from text.wrapped(line, "", "yellow")
    kept = {record.id for record in records}
    yield from marked(page.reading, layers, paint, columns)
    notes = {one.record.id: judgement(one) for one in page.judged}
    yield from text.reading(page.reading, layers, only=kept, notes=notes)
    yield from _aside(text, page, layers)


def _aside(text: Text, page: Page, layers: tuple[str, ...]) -> Iterator[str]:
    """What people took out of the report, and what they said of words that are no longer in it."""
    from communique.cli._text import summary
    from communique.cli.views.corrections import judgement, said

    rejected = [one for one in page.judged if one.standing == "rejected" and one.record.record in layers]
    if rejected:
        yield text.head(f"Rejected ({len(rejected)})")
        for one in rejected:
            yield from text.wrapped(f"{one.record.record}: {summary(one.record)}", "  - ", hang="       ")
            yield from text.wrapped(one_line(judgement(one)), "       ", "magenta", hang="         ")
        yield "\n"
    gone = [one for one in page.loose if one.layer in layers and one.effect != "undone"]
    if gone:
        yield text.head(f"Corrections that apply to nothing in it ({len(gone)})")
        for correction in gone:
            yield from text.wrapped(one_line(said(correction)), "  - ", hang="       ")
        yield "\n"


def _versions(page: Page) -> Iterator[str]:
    """What the reader of an old or changed page must know."""
    if page.newer is not None:
        yield f"There is a newer version of this page: {page.newer}"
    if page.versions:
        yield f"Earlier versions of this page: {', '.join(page.versions)}"


def _as_dict(page: Page, records: list[Record], layers: tuple[str, ...]) -> dict[str, Any]:
    from communique.cli._json import report_line
    from communique.ledger.rows import as_dict

    whole: dict[str, Any] = {
        "report": {**report_line(page.reading), "text": page.reading.report.text},
        "versions": list(page.versions),
        "newer": page.newer,
    }
    whole["judged"] = [as_dict(one) for one in page.judged if one.record.record in layers]
    whole["loose"] = [as_dict(one) for one in page.loose if one.layer in layers]
    for layer in layers:
        whole[f"{layer}s"] = [record.model_dump(mode="json") for record in records if record.record == layer]
    return whole

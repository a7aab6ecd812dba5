"""``communique show``: a report of the ledger as it stands, with its evidence marked, and its records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.cli import _exits
from communique.cli._asking import Asked, tell
from communique.cli._output import Output
from communique.cli._screen import Paint, wants_colour, width

if TYPE_CHECKING:
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

    to_file = asked.output is not None
    paint, columns = Paint(wants_colour(asked.colour, to_file)), width(to_file)
    text = Text(paint, columns)
    for line in _versions(page):
        yield from text.wrapped(line, "", "yellow")
    kept = {record.id for record in records}
    yield from marked(page.reading, layers, paint, columns)
    yield from text.reading(page.reading, layers, only=kept)


def _versions(page: Page) -> Iterator[str]:
    """What the reader of an old or changed page must know."""
    if page.newer is not None:
        yield f"There is a newer version of this page: {page.newer}"
    if page.versions:
        yield f"Earlier versions of this page: {', '.join(page.versions)}"


def _as_dict(page: Page, records: list[Record], layers: tuple[str, ...]) -> dict[str, Any]:
    from communique.cli._json import report_line

    whole: dict[str, Any] = {
        "report": {**report_line(page.reading), "text": page.reading.report.text},
        "versions": list(page.versions),
        "newer": page.newer,
    }
    for layer in layers:
        whole[f"{layer}s"] = [record.model_dump(mode="json") for record in records if record.record == layer]
    return whole

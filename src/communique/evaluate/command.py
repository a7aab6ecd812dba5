"""What `communique evaluate GOLD TEXTS` does: read or take records, score them, show the figures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from communique.errors import CommuniqueError, InputError
from communique.evaluate import as_json, page, table
from communique.evaluate.coded import SCORED
from communique.evaluate.documents import Collection, ReadFile, collect
from communique.evaluate.safe import visible
from communique.evaluate.tallies import Scores, score_documents

FINE, FAULTS, NOTHING, SKIPPED = 0, 1, 2, 3
"""Exit codes, as those of the command line: all scored; scored, but something in gold, texts or records is faulty;
nothing could be scored; scored, nothing is faulty, but a text was not for the reader (its gold counts as missed)."""

FORMATS = ("table", "json", "html")


def run(
    gold: Path,
    texts: list[Path],
    *,
    records: Path | None = None,
    only: list[str] | None = None,
    format: str = "table",  # noqa: A002 - the name of the option
    output: Path | None = None,
    errors: bool = False,
    by_doc: bool = False,
    layers: list[str] | None = None,
    read_file: ReadFile | None = None,
) -> int:
    """Score ``records`` (or what our reader finds in ``texts``) against ``gold`` and return the exit code.

    ``read_file`` reads with something else than our reader. Faults are told on standard error, one sentence each.
    """
    try:
        chosen = wanted(layers, format)
        names = [name for given in only or () for name in given.split(",") if name]
        collection = collect(gold, texts, records=records, only=names, read_file=read_file)
        scores = score_documents(collection.documents, chosen)
        give(scores, collection, format, output, errors=errors, by_doc=by_doc)
    except BrokenPipeError:
        raise  # the command line knows what to do with it
    except (CommuniqueError, OSError) as fault:
        tell(str(fault))
        return NOTHING
    for problem in collection.problems:
        tell(problem)
    if not collection.documents:
        return NOTHING
    if collection.problems:
        return FAULTS
    return SKIPPED if collection.skipped else FINE


def wanted(layers: Sequence[str] | None, form: str) -> tuple[str, ...]:
    """The layers to score, checked with the form. Raises ``InputError``."""
    if form not in FORMATS:
        raise InputError("", f"no format {form!r}: one of {', '.join(FORMATS)}")
    unknown = sorted(set(layers or ()) - set(SCORED))
    if unknown:
        raise InputError("", f"no scored layer {unknown[0]!r}: one of {', '.join(SCORED)}")
    return tuple(layer for layer in SCORED if not layers or layer in layers)


def give(scores: Scores, collection: Collection, form: str, output: Path | None, *, errors: bool, by_doc: bool) -> None:
    """Show the figures, or write them to ``output``."""
    if form == "table" and output is None:
        table.show(scores, collection, errors=errors, by_doc=by_doc)
        return
    if form == "json":
        told = as_json.render(scores, collection, errors=errors)
    elif form == "html":
        told = page.render(scores, collection)
    else:
        told = table.render(scores, collection, errors=errors, by_doc=by_doc)
    if output is None:
        sys.stdout.write(told)
    else:
        output.write_text(told, encoding="utf-8", errors="backslashreplace")


def tell(sentence: str) -> None:
    """A fault, on standard error."""
    print(f"communique: {visible(sentence)}", file=sys.stderr)

"""What `communique evaluate --corrections` does: the reader's own records against what people made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.errors import CommuniqueError, InputError
from communique.evaluate.coded import Coded, coded_from_record
from communique.evaluate.command import FINE, NOTHING, give, tell, wanted
from communique.evaluate.documents import Collection, Document, by_layer
from communique.evaluate.tallies import score_documents
from communique.export.gold import names, unjudged
from communique.ledger._ledger import Ledger
from communique.ledger.corrections.rows import Corrected


def run_corrections(
    ledger: str,
    reports: Sequence[str] = (),
    *,
    who: str | None = None,
    whole: bool = False,
    format: str = "table",  # noqa: A002 - the name of the option
    output: Path | None = None,
    errors: bool = False,
    by_doc: bool = False,
) -> int:
    """Score what the reader made of the corrected reports of a ledger and return the exit code.

    ``who``: by this person's corrections alone. ``whole``: what nobody said anything of is right; without, it counts
    neither way. Faults are told on standard error, one sentence each.
    """
    try:
        layers = wanted(None, format)
        with Ledger.open(ledger) as opened:
            sheets = opened.corrected(*reports, who=who)
        if not sheets:
            raise InputError(ledger, _nothing(who))
        collection = Collection(documents=list(documents(sheets, whole=whole)))
        give(score_documents(collection.documents, layers), collection, format, output, errors=errors, by_doc=by_doc)
    except BrokenPipeError:
        raise  # the command line knows what to do with it
    except (CommuniqueError, OSError) as fault:
        tell(str(fault))
        return NOTHING
    return FINE


def _nothing(who: str | None) -> str:
    return f"{who} has corrected nothing in it" if who is not None else "nobody has corrected anything in it"


def documents(sheets: Sequence[Corrected], *, whole: bool = False) -> list[Document]:
    """Corrected reports to be scored: as gold what counts, as found what the reader made."""
    return [
        Document(name, sheet.report.text, _gold(sheet, whole=whole), by_layer(_printed(sheet)))
        for sheet, name in zip(sheets, names(sheets), strict=True)
    ]


def _printed(sheet: Corrected) -> list[dict[str, object]]:
    return [one.model_dump(mode="json") for one in sheet.made]


def _gold(sheet: Corrected, *, whole: bool) -> dict[str, list[Coded]]:
    open_ = frozenset[str]() if whole else unjudged(sheet)
    coded = by_layer(one.model_dump(mode="json") for one in sheet.counts if one.id not in open_)
    for one in sheet.counts:
        if one.id in open_ and one.record in coded:
            made = coded_from_record(one.model_dump(mode="json"))
            coded[one.record].append(
                Coded(layer=made.layer, fields=made.fields, spans=made.spans, optional=True, evidence=made.evidence)
            )
    return coded

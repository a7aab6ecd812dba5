"""The figures as JSON: the keys of ``score.py --json``, and ours beside them."""

from __future__ import annotations

import json
from typing import Any

from communique.evaluate.coded import Coded
from communique.evaluate.documents import Collection
from communique.evaluate.errors import FIELD, RecordError, all_errors, count_kinds
from communique.evaluate.tallies import Scores


def as_dict(scores: Scores, collection: Collection, *, errors: bool = False) -> dict[str, Any]:
    """The figures of ``scores``; with ``errors`` each error as well."""
    found = all_errors(scores)
    result: dict[str, Any] = {
        "overall": scores.overall,
        "evidence_valid": scores.evidence.value,
        "statement_span_f1": scores.span.f1,
        "layers": {name: {"p": t.precision, "r": t.recall, "f1": t.f1} for name, t in scores.layers.items()},
        "attributes": {name: share.value for name, share in scores.attributes.items()},
        "reports": len(scores.documents),
        "counts": {name: {"gold": t.gold, "found": t.found, "right": t.right} for name, t in scores.layers.items()},
        "attribute_counts": {name: share.of for name, share in scores.attributes.items()},
        "evidence_count": scores.evidence.of,
        "errors_by_kind": {
            layer: [{"side": side, "kind": kind, "count": n} for side, kind, n in kinds]
            for layer, kinds in count_kinds(found).items()
        },
        "by_report": {
            score.document.name: {layer: score.f1(layer) for layer in score.layers} for score in scores.documents
        },
        "problems": collection.problems,
        "notes": collection.notes,
    }
    if errors:
        result["errors"] = [_error(error) for error in found]
    return result


def _error(error: RecordError) -> dict[str, Any]:
    told: dict[str, Any] = {
        "report": error.document,
        "layer": error.layer,
        "side": error.side,
        "kind": error.kind,
        "gold": _record(error.gold),
        "found": _record(error.found),
    }
    if error.side == FIELD and error.check is not None:
        told["field"] = {"name": error.check.name, "gold": error.check.gold, "found": error.check.found}
    return told


def _record(record: Coded | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {**record.coded_fields(), "spans": [list(span) for span in record.spans]}


def render(scores: Scores, collection: Collection, *, errors: bool = False) -> str:
    """The figures as text of JSON. Half characters of a text are escaped rather than break the output."""
    told = json.dumps(as_dict(scores, collection, errors=errors), indent=1, ensure_ascii=False)
    return told.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"

"""Errors by kind: what went wrong with each record that is missed, extra or not right in all its fields.

A missed and an extra record about the same words are one error ("wrong act"), not two, since one mend cures both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.evaluate.attributes import Check, checks
from communique.evaluate.coded import Coded
from communique.evaluate.matching import NEAR, Pairing, close, jaccard, overlap, pair
from communique.evaluate.tallies import DocumentScore, Scores

FIELD = "field"
"""The side of an error in a field of a record that is otherwise right."""


@dataclass(frozen=True, eq=False)
class RecordError:
    """One error: in which report and layer, of which kind, between which records.

    ``side`` is ``missed``, ``extra``, ``wrong`` (both are there and differ in what makes them the same) or ``field``.
    """

    document: str
    layer: str
    side: str
    kind: str
    gold: Coded | None = None
    found: Coded | None = None
    check: Check | None = None


_KEYS: dict[str, tuple[str, ...]] = {
    "engagement": ("kind", "parties"),
    "statement": ("act", "holders"),
    "position": ("holder", "issue", "stance"),
    "relation": ("parties", "label"),
    "reference": ("name",),
}


def _key_is_right(layer: str, key: str, gold: Coded, found: Coded) -> bool:
    wanted, has = gold[key], found.get(key)
    if key == "parties" and layer == "engagement":
        return jaccard(wanted, has or []) >= 0.5
    if isinstance(wanted, list):
        return set(wanted) == set(has or [])
    if key in ("label", "name"):
        return close(wanted, has or "")
    return bool(wanted == has)


def _wrong_keys(gold: Coded, found: Coded) -> list[str]:
    return [key for key in _KEYS[gold.layer] if not _key_is_right(gold.layer, key, gold, found)]


def _meant(gold: Coded, found: Coded) -> float:
    """How likely a found record is a failed try at this gold one; 0 where it is another matter."""
    shared = overlap(gold.spans, found.spans)
    keys = _KEYS[gold.layer]
    right = len(keys) - len(_wrong_keys(gold, found))
    if gold.layer == "position":
        # A position may be told in other words of the report: holder and issue say that it is the same matter.
        same_matter = gold["holder"] == found.get("holder") and gold["issue"] == found.get("issue")
        return 2 + shared if same_matter else float(shared >= NEAR and right > 0) * (right + shared) / 2
    if shared < NEAR:
        # The same kind between the same sides, with neither its words nor its day, or the day told otherwise.
        return 0.1 if gold.layer == "engagement" and right == len(keys) else 0.0
    if gold.layer in ("engagement", "relation") and not right:
        return 0.0
    return shared + right


def errors_of(score: DocumentScore) -> Iterator[RecordError]:
    """The errors of one report, layer by layer."""
    for layer, pairing in score.layers.items():
        yield from _layer_errors(score.document.name, layer, pairing)


def _layer_errors(name: str, layer: str, pairing: Pairing) -> Iterator[RecordError]:
    tries = pair(pairing.missed, pairing.extra, _meant)
    for gold, found in tries.pairs:
        yield RecordError(name, layer, "wrong", _wrong_kind(gold, found), gold, found)
    taken = [*pairing.pairs, *pairing.optional_pairs]
    for gold in tries.missed:
        yield RecordError(name, layer, "missed", _missed_kind(gold, [found for _, found in taken]), gold)
    for found in tries.extra:
        yield RecordError(name, layer, "extra", _extra_kind(found, [gold for gold, _ in taken]), None, found)
    for gold, found in pairing.pairs:
        for check in checks(layer, gold, found):
            if check.right < 1:
                kind = _field_kind(check)
                yield RecordError(name, layer, FIELD, kind, gold, found, check)


def _wrong_kind(gold: Coded, found: Coded) -> str:
    wrong = _wrong_keys(gold, found)
    return "wrong " + " and ".join(wrong) if wrong else "wrong words and date"


_OWN_WORDS = frozenset({"engagement", "statement"})
"""Layers whose records have words of their own; several positions or references may rightly share theirs."""


def _missed_kind(gold: Coded, taken: Sequence[Coded]) -> str:
    if gold.layer not in _OWN_WORDS:
        return "not found"
    return "told as part of another" if _near(gold, taken) else "nothing found there"


def _extra_kind(found: Coded, taken: Sequence[Coded]) -> str:
    if found.layer in _OWN_WORDS:
        return "one record too many for the same words" if _near(found, taken) else "nothing there in the gold"
    return "repeats another" if any(not _wrong_keys(gold, found) for gold in taken) else "not in the gold"


def _near(record: Coded, others: Sequence[Coded]) -> bool:
    return any(overlap(record.spans, other.spans) >= NEAR for other in others)


def _field_kind(check: Check) -> str:
    name = check.name.removesuffix(" (Jaccard)").removesuffix(" found")
    if _nothing(check.found) and not _nothing(check.gold):
        return f"{name}: none found"
    if _nothing(check.gold):
        return f"{name}: found where there is none"
    return f"{name}: not the same"


def _nothing(value: Any) -> bool:
    return value in (None, [], (), "", (None, None))


def all_errors(scores: Scores) -> list[RecordError]:
    """The errors of all reports."""
    return [error for score in scores.documents for error in errors_of(score)]


def count_kinds(errors: Iterable[RecordError]) -> dict[str, list[tuple[str, str, int]]]:
    """By layer: side, kind and how often, the most frequent first."""
    counted: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for error in errors:
        counted[error.layer][error.side, error.kind] += 1
    return {
        layer: [(side, kind, n) for (side, kind), n in sorted(c.items(), key=lambda x: (-x[1], x[0]))]
        for layer, c in counted.items()
    }

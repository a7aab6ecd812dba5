"""The steps of a ladder: what reports say that two sides call, or came to call, their relationship."""

from __future__ import annotations

from collections.abc import Iterable

from communique.knowledge import Codebook
from communique.ledger.entry import Entry
from communique.ledger.ladder.said import said_by
from communique.ledger.ladder.tiers import Tier, tier
from communique.ledger.rows import Rows, Rung
from communique.records import Relation


def rungs_of(entry: Entry, a: str, b: str, codebook: Codebook | None = None) -> list[Rung]:
    """The rungs that one report tells of ``a`` and ``b``, in the order of its text: one for each label and event."""
    best: dict[tuple[str, str], Relation] = {}
    for relation in entry.relations:
        if set(relation.parties) != {a, b}:
            continue
        key = (relation.label, relation.event)
        if key not in best or (relation.date and len(relation.date) > len(best[key].date or "")):
            best[key] = relation
    found = sorted(best.values(), key=lambda one: (one.evidence[0].start, one.label, one.event))
    return [_rung(entry, relation, codebook) for relation in found]


def rungs(entries: Iterable[Entry], a: str, b: str) -> Rows[Rung]:
    """The steps of the ladder of ``a`` and ``b`` in ``entries``, which stand in their order."""
    return Rows(rung for entry in entries for rung in rungs_of(entry, a, b))


def _rung(entry: Entry, relation: Relation, codebook: Codebook | None) -> Rung:
    said = said_by(entry, relation)
    place = _tier(relation, said, codebook)
    return Rung(
        relation.date, relation.label, relation.event, said, entry.report, entry.path, entry.date,
        str(place) if place else None, relation.evidence, entry.outlet_country,
    )  # fmt: skip


def _tier(relation: Relation, said: tuple[str, ...], codebook: Codebook | None) -> Tier | None:
    """On the ladder of who says it, else of either of the two."""
    for party in (*said, *sorted(relation.parties)):
        place = tier(relation.label, party, codebook) if party in relation.parties else None
        if place:
            return place
    return None

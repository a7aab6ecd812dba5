"""Whose word it is that a relation is called so."""

from __future__ import annotations

from communique.ledger.entry import Entry
from communique.records import Relation


def said_by(entry: Entry, relation: Relation) -> tuple[str, ...]:
    """The holders of the narrowest statement that has the words, else the country of the outlet; sorted."""
    span = relation.evidence[0]
    around = [
        (len(one.quote), number)
        for number, statement in enumerate(entry.statements)
        for one in statement.evidence
        if one.start < span.end and span.start < one.end
    ]
    if around:
        return tuple(sorted(entry.statements[min(around)[1]].holders))
    return (entry.outlet_country,) if entry.outlet_country else ()

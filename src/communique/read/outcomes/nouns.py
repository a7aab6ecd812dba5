"""Outcomes told as nouns of what has been: "following the signing of", "saw the opening of", "welcomed the lifting of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import is_thing
from communique.read.outcomes.table import Found, Known, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_FUTURE = frozenset({"will", "would", "shall", "should", "to", "may", "could", "can"})
_OF = frozenset({"of", "on", "in"})


def by_noun(noun: Token, known: Sequence[Known], table: Table) -> Found | None:
    """The outcome told by a noun at ``noun``, where the words before it look back on it."""
    doc = noun.doc
    first = noun.left_edge.i
    if not _looked_back_on(noun, first, table):
        return None
    for words, rule, entry in known:
        stop = noun.i + len(words)
        if tuple(t.lower_ for t in doc[noun.i : stop]) != words:
            continue
        thing = _of_what(noun, stop)
        if thing is None or thing.lower_ in entry.but or not is_thing(thing, table):
            continue
        opened = noun.lower_ == "opening" and thing.lower_ in table.processes
        state = "begun" if opened else entry.state
        end = max(thing.i + 1, clause.reach(doc, thing.i))
        return Found(rule, entry, state, thing, noun.i, stop, first, end)
    return None


def _looked_back_on(noun: Token, first: int, table: Table) -> bool:
    doc = noun.doc
    if first == 0 or any(t.lower_ in table.ahead for t in doc[first : noun.i]):
        return False
    cue = doc[first - 1]
    if cue.lower_ in table.back and cue.tag_ in ("IN", "VBG", "VBN"):
        return not any(c.lower_ in _FUTURE for t in (cue, *cue.ancestors) for c in t.children if c.dep_ == "aux")
    verb = noun.head
    past = verb.lower_ in table.back and verb.tag_ in ("VBD", "VBN") and noun.dep_ == "dobj"
    return past and not any(c.lower_ in _FUTURE for c in verb.children if c.dep_ == "aux")


def _of_what(noun: Token, stop: int) -> Token | None:
    """The undertaking: behind "of", or before the noun ("the treaty's entry into force")."""
    doc = noun.doc
    behind = next((t for t in doc[stop : stop + 4] if t.lower_ in _OF and t.dep_ == "prep"), None)
    if behind is not None:
        return next((c for c in behind.children if c.dep_ == "pobj"), None)
    return next((c for c in noun.lefts if c.dep_ in ("poss", "compound")), None)

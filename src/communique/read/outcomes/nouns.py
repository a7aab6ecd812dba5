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
_OF = frozenset({"of", "on", "in", "for"})
_PRESENT = frozenset(
    {
        "part in",
        "participated in",
        "proceeded to",
        "presided over",
        "present at",
        "officiated at",
        "assisted at",
        "presence at",
    }
)
_HAPPENED = frozenset(
    "occurred happened followed effected performed carried celebrated held completed solemnised".split()
)


def by_noun(noun: Token, known: Sequence[Known], table: Table) -> Found | None:
    """The outcome told by a noun at ``noun``, where the words before it look back on it."""
    doc = noun.doc
    first = noun.left_edge.i
    happened = _took_place(noun)
    if happened is None and not _looked_back_on(noun, first, table):
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
        last = max(thing.i, happened.i if happened is not None else 0, stop - 1)
        end = max(thing.i + 1, clause.reach(doc, last))
        return Found(rule, entry, state, thing, noun.i, stop, first, end)
    return None


def _looked_back_on(noun: Token, first: int, table: Table) -> bool:
    doc = noun.doc
    if first == 0 or any(t.lower_ in table.ahead for t in doc[first : noun.i]):
        return False
    above = _first_of(noun)
    if above is not noun:
        return _looked_back_on(above, above.left_edge.i, table)
    cue = doc[first - 1]
    if _were_there(noun, cue):
        return True
    if cue.lower_ in table.back and cue.tag_ in ("IN", "VBG", "VBN"):
        return not any(c.lower_ in _FUTURE for t in (cue, *cue.ancestors) for c in t.children if c.dep_ == "aux")
    verb = noun.head
    past = verb.lower_ in table.back and verb.tag_ in ("VBD", "VBN") and noun.dep_ == "dobj"
    return past and not any(c.lower_ in _FUTURE for c in verb.children if c.dep_ == "aux")


def _first_of(noun: Token) -> Token:
    """ "welcomed the recognition of diplomas and the opening of the pass": the first of what is told in one row."""
    while noun.dep_ == "conj" and noun.head.tag_ in ("NN", "NNS", "NNP"):
        noun = noun.head
    verb = noun.head  # "..., as well as the opening of": the parser hangs it on the verb
    if noun.dep_ == "conj" and verb.pos_ == "VERB":
        return next((c for c in verb.rights if c.dep_ == "dobj" and c.i < noun.i), noun)
    return noun


def _were_there(noun: Token, cue: Token) -> bool:
    """ "took part in the opening of the school", "proceeded to the signing of", "presided over the launch of"."""
    verb = cue.head
    part = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "part"), verb)
    if noun.dep_ != "pobj" or cue.dep_ != "prep" or f"{part.lower_} {cue.lower_}" not in _PRESENT:
        return False
    if verb.dep_ in ("dobj", "acomp"):  # "were present at"
        verb = verb.head
    return clause.tense(verb) == "past" and not clause.negated(verb) and not clause.conditional(verb)


def _of_what(noun: Token, stop: int) -> Token | None:
    """The undertaking: behind "of", or before the noun ("the treaty's entry into force")."""
    doc = noun.doc
    behind = next((t for t in doc[stop : stop + 4] if t.lower_ in _OF and t.dep_ == "prep"), None)
    # "the entry into force, last July, of the pact"
    aside = (t for t in doc[stop : stop + 8] if t.lower_ == "of" and t.dep_ == "prep" and doc[t.i - 1].text == ",")
    behind = behind or (next(aside, None) if doc[stop : stop + 1].text == "," else None)
    if behind is not None:
        return next((c for c in behind.children if c.dep_ == "pobj"), None)
    before = next((c for c in noun.lefts if c.dep_ in ("poss", "compound")), None)
    by = any(t.lower_ == "by" and t.dep_ in ("prep", "agent") for t in doc[stop : stop + 2])
    return before if before is not None or not by else _of_the_clause(noun)


def _of_the_clause(noun: Token) -> Token | None:
    """ "The treaty enters into force, following ratification by the Senate": the subject of what followed on it."""
    verb = noun
    for _ in range(4):
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ != "prep":
            return clause.subject(verb)
    return None


def _took_place(noun: Token) -> Token | None:
    """ "the signing of the pact took place in May": the verb that tells that what the noun names has been."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB" or clause.tense(verb) != "past":
        return None
    if clause.negated(verb) or clause.conditional(verb):
        return None
    placed = verb.lower_ in ("took", "taken") and any(c.lower_ == "place" for c in verb.children)
    return verb if placed or verb.lower_ in _HAPPENED else None

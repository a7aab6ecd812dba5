"""What is told as handed to somebody, whoever stands between the verb and the thing: "handed over to Peru six statues",
"gave the museum the first two of the canoes", "presented the archive with forty maps".

Guests are given many things. Told of here is only what is counted, one of several, or known as a thing of undertakings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_TO, _WITH = "to", "with"
_PRESENTS = frozenset({"present", "presents", "presented", "provided", "furnished", "supplied"})
_ONE_OF = frozenset({"first", "second", "third", "last", "final", "remaining", "initial"})
_HELPERS = frozenset({"has", "have", "had", "'ve", "’ve"})


def handed(verb: Token, table: Table) -> Found | None:
    """The outcome that a verb of handing over tells, where the thing does not stand right behind it."""
    if table.handed is None or verb.lower_ not in table.handing or verb.pos_ != "VERB" or not _has_been(verb):
        return None
    thing = next((t for t in _given(verb) if _is_given(t, table)), None)
    if thing is None:
        return None
    begin, _ = bounds(verb, thing, thing.i + 1)
    end = max(thing.i + 1, clause.reach(verb.doc, thing.i))
    return Found(*table.handed, "done", thing, verb.i, verb.i + 1, begin, end)


def begins_at(thing: Token, first: int) -> int:
    """Where the thing's words begin: of "Peru six statues" behind "to", with the number."""
    doc = thing.doc
    while first < thing.i and doc[first].tag_ == "NNP":
        first += 1
    return first


def _has_been(verb: Token) -> bool:
    """Told in the active as past, neither denied nor only supposed."""
    if clause.passive(verb) or clause.negated(verb) or clause.conditional(verb):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    finite = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (verb.dep_ in ("ROOT", "conj") or bool(helpers & _HELPERS)))
    return finite and helpers <= _HELPERS


def _given(verb: Token) -> Iterator[Token]:
    """The nouns behind the verb that may be what is given: with "to", the second of two."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == _WITH and verb.lower_ in _PRESENTS:
            yield from (g for g in child.children if g.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ == _TO and child.i <= verb.i + 2:
            for inside in (g for g in child.children if g.dep_ == "pobj"):
                # "to Peru six statues": the parser takes the receiver's name for a part of the thing's
                if inside.left_edge.tag_ == "NNP" and inside.tag_ in ("NN", "NNS"):
                    yield inside
                yield from (g for g in inside.rights if g.dep_ == "appos" and g.doc[g.left_edge.i - 1].text != ",")
        elif child.dep_ == "dobj" and verb.lower_ not in _PRESENTS and _behind_the_receiver(child, verb):
            yield child


def _behind_the_receiver(thing: Token, verb: Token) -> bool:
    """Whether those who are given something stand before it."""
    return any(c.dep_ in ("dative", "prep") and verb.i < c.i < thing.i for c in verb.rights)


def _is_given(thing: Token, table: Table) -> bool:
    assert table.handed is not None
    if thing.lower_ in table.handed[1].but or thing.tag_ not in ("NN", "NNS", "CD"):
        return False
    number = thing.tag_ == "NNS" and any(c.dep_ == "nummod" for c in thing.children)
    several = any(c.lower_ in _ONE_OF for c in thing.children if c.dep_ == "amod")
    some = thing.tag_ == "CD" and any(c.lower_ == "of" for c in thing.rights)
    return number or several or some or (is_thing(thing, table) and thing.tag_ == "NNS")

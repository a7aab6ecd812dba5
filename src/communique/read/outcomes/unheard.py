"""What is told by there being nothing of it: "of the tunnel nothing more has been heard", "there is no longer any talk of
a second bridge".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Table

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOTHING = frozenset({"nothing", "little", "none"})
_HEARD = frozenset({"heard", "seen", "known", "come", "came", "remains", "remained", "left", "built", "done"})
_TALK = frozenset({"question", "talk", "mention", "word", "news", "sign", "trace", "prospect"})
_NO_MORE = frozenset({"longer", "more", "further"})


def unheard_of(verb: Token, table: Table) -> Found | None:
    """The outcome of a thing of which nothing is heard or spoken any more, the thing in front or behind."""
    if table.unheard is None:
        return None
    talk = next((c for c in verb.rights if c.dep_ == "attr" and c.lower_ in _TALK), None)
    if talk is not None and any(c.dep_ == "expl" for c in verb.children):
        words = {t.lower_ for t in verb.doc[verb.i : talk.i]}
        of = _of(verb, talk) if "no" in words and words & _NO_MORE else None
    else:
        told = clause.subject(verb)
        of = _of(verb, verb) if told is not None and told.lower_ in _NOTHING and verb.lower_ in _HEARD else None
    thing = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if thing is None or of is None or not is_thing(thing, table):
        return None
    begin, end = bounds(verb, thing, max(verb.i, talk.i if talk is not None else verb.i) + 1)
    end = max(end, thing.right_edge.i + 1) if thing.i > verb.i else end
    return Found(*table.unheard, "failed", thing, verb.i, verb.i + 1, min(begin, of.i), end)


def _of(verb: Token, behind: Token) -> Token | None:
    """The "of" that begins the clause, or stands behind what there is none of."""
    front = (c for c in verb.lefts if c.lower_ == "of" and c.dep_ == "prep")
    return next(front, None) or next((c for c in behind.rights if c.lower_ in ("of", "about")), None)

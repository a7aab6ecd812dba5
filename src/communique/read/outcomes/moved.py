"""What was first set for one day and now is for another: "first set for June, the visit will now take place in July"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Table

if TYPE_CHECKING:
    from spacy.tokens import Token

_SET = frozenset(
    "set scheduled planned fixed foreseen due slated billed pencilled penciled penned booked timed expected envisaged "
    "called convened announced supposed meant intended".split()
)
_TO_COME = frozenset({"will", "shall", "is", "are", "'ll", "’ll"})


def by_now(now: Token, table: Table) -> Found | None:
    """The outcome of a clause with "now" in it, told of a thing that was to be on another day."""
    verb = now.head
    if now.lower_ == "only":
        verb = verb.head if verb.pos_ == "ADP" else verb
    if table.moved is None or now.dep_ != "advmod" or verb.pos_ not in ("VERB", "AUX") or clause.negated(verb):
        return None
    ahead = verb.lower_ in ("is", "are") and any(c.dep_ == "xcomp" for c in verb.rights)
    if not ahead and not _TO_COME & {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}:
        return None
    thing = clause.subject(verb)
    if thing is None or not is_thing(thing, table) or not _was_to_be(thing, verb):
        return None
    begin, end = bounds(verb, thing, verb.i + 1)
    end = max(end, clause.reach(verb.doc, verb.i))
    return Found(*table.moved, "postponed", thing, now.i, now.i + 1, min(begin, thing.left_edge.i), end)


def _was_to_be(thing: Token, verb: Token) -> bool:
    """Whether the words between the thing and the verb, or before both, tell when it was to be."""
    behind = [t.lower_ for t in thing.doc[verb.i : clause.reach(thing.doc, verb.i)]]
    if "instead" in behind or any(a in ("later", "earlier", "rather") and b == "than" for a, b in pairwise(behind)):
        return True
    for token in thing.doc[: verb.i]:
        if token.lower_ in _SET and token.tag_ in ("VBN", "VBD", "JJ"):
            if token.dep_ in ("acl", "relcl", "acomp", "advcl", "amod") or token.head.dep_ == "relcl":
                return True
        elif token.pos_ == "VERB" and token.i != verb.i and clause.never_was(token):
            return True
    return False

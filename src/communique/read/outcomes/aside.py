"""What is told by the way as still to come: "the pact, which will be signed in May"; and what bodies without a voice of
their own will do by a day: "the navies will hold a drill in June".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.read.engagements import clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.outcomes.table import Table

_OF = frozenset({"of", "on", "for", "to", "between", "in", "with", "against"})
_DOES = frozenset({"receive", "hold", "host", "provide", "pay", "give", "make", "accept"})
"""Verbs that tell a plan only with a thing and a day: "the bank will provide the loan in May"."""
_STANDS = frozenset({"stands", "stand", "stood"})
_REMAINS = frozenset({"remains", "remain", "remained"})
_VALID = frozenset({"valid", "open", "unchanged", "good"})
_OFFERED = frozenset(
    "offer offers invitation invitations promise promises commitment commitments pledge pledges undertaking undertakings proposal "
    "proposals guarantee guarantees assurance assurances request plan plans goal target".split()
)
_DAYS = frozenset({"date", "dates", "deadline", "timetable", "schedule"})
"""What was offered, asked or set: "stands" says that it is so still."""
_READY = frozenset({"ready", "complete", "operational", "finished", "available"})


def told_aside(doc: Doc) -> Iterator[Token]:
    """The verbs of relative clauses behind a comma: what only tells which one is meant ("the plant that will be built") is
    left out.
    """
    for verb in doc:
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ == "relcl":
            which = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.lower_ == "which"), None)
            if which is not None and which.i > 1 and doc[which.i - 1].text == ",":
                yield verb


def meant_by(noun: Token) -> Token:
    """Of "the text of the treaty on fish, which" and "sending the mission to Lima, which" the text and the mission."""
    for _ in range(4):
        above = noun.head
        if noun.dep_ == "dobj" and above.dep_ == "pcomp" and above.tag_ == "VBG":  # "on driving licences"
            noun, above = above, above.head
        if noun.dep_ not in ("pobj", "pcomp") or above.lower_ not in _OF:
            break
        if above.head.pos_ in ("NOUN", "PROPN"):
            noun = above.head
            continue
        sent = (c for c in above.head.children if c.dep_ == "dobj" and c.i < above.i)
        return next(sent, noun) if noun.pos_ == "PROPN" else noun
    return noun


def does_by(verb: Token, table: Table) -> Token | None:
    """The thing that the subject will do something to: what a day is told for, and no good that may come of it."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or clause.passive(verb) or any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights):
        return None
    if verb.lower_ in table.unplanned and verb.lower_ not in _DOES:
        return None
    return thing if thing.lower_ in table.named and thing.lower_ not in table.occasions else None


def ready(verb: Token) -> bool:
    """ "The study will be ready in May"."""
    return verb.lower_ == "be" and any(c.dep_ == "acomp" and c.lower_ in _READY for c in verb.rights)


def still_set(verb: Token, table: Table) -> Token | None:
    """What is as it was announced: "the opening remains set for May", "the offer stands", "the loan remains due in June"."""
    thing = clause.subject(verb)
    if thing is None or clause.negated(verb) or clause.conditional(verb) or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return None
    if any(c.dep_ in ("aux", "auxpass", "dobj", "xcomp", "expl") for c in verb.children):
        return None
    if any(c.lower_ in ("longer", "hardly", "only") for c in verb.children):
        return None
    if thing.lower_ not in table.named and thing.lower_ not in _OFFERED | _DAYS:
        return None
    if verb.lower_ in _STANDS:
        last = all(c.dep_ in ("nsubj", "advmod", "punct", "cc", "conj", "mark") for c in verb.children)
        return thing if last and thing.lower_ in _OFFERED | _DAYS else None
    if verb.lower_ not in _REMAINS:
        return None
    how = next((c for c in verb.rights if c.dep_ in ("acomp", "oprd", "attr", "advcl", "ccomp")), None)
    if how is None:
        return None
    if how.lower_ in _VALID:
        return thing if thing.lower_ in _OFFERED | _DAYS else None
    return thing if how.lower_ in table.awaited and any(c.dep_ == "prep" for c in (*how.rights, *verb.rights)) else None

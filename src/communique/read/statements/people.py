"""Whose word it is where people are told of: "we agreed", "neither army", "Czech officers", "the Chairman, who promised"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.decision import WILL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause
    from communique.read.statements.decision import Decision
    from communique.read.statements.told import Sentence

_EITHER = frozenset({"each", "neither", "either"})
_SIDES = frozenset({"side", "party", "country", "government", "state", "army", "capital", "delegation"})


def we_agreed(clause: Clause, decision: Decision | None) -> bool:
    """ "We agreed to open a consulate": it takes two to agree."""
    we = clause.subject is not None and clause.subject.lower_ == "we" and not clause.passive and not clause.negated
    agreed = decision is not None and decision.rule.endswith(("/agree", "/concur", "/reach-consensus"))
    return we and agreed and clause.modal is None and clause.verb.tag_ in ("VBD", "VBN")


def either(subject: Token) -> bool:
    """ "each", "neither", "each side": both of the two."""
    side = subject.lower_ in _SIDES
    return subject.lower_ in _EITHER or (side and any(c.lower_ in _EITHER for c in subject.lefts))


def who_did(clause: Clause) -> bool:
    """ "the Chairman, who also promised that": told on of somebody, not which one is meant."""
    verb = clause.verb
    who = next((c for c in verb.lefts if c.lower_ == "who" and c.dep_ == "nsubj"), None)
    told_on = who is not None and who.i > 0 and verb.doc[who.i - 1].text in (",", "–", "—")
    return told_on and verb.tag_ == "VBD" and (bool(clause.contents) or any(c.dep_ == "xcomp" for c in verb.rights))


def whose_servants(reader: Sentence, clause: Clause) -> tuple[str, ...] | None:
    """ "Czech police officers will remain there until the spring": whom one of the sides sends or leaves there."""
    base = reader.book.base(clause.verb.lower_)
    if clause.modal not in WILL or clause.modal == "would" or clause.passive or base in reader.book.groups["sitting"]:
        return None
    if (
        base in reader.book.groups["motion"]
        or base in reader.book.groups["befalling"]
        or reader.scene.genre != "report"
    ):
        return None
    return reader.cases.sent_by(clause.subject, reader.book.groups["servants"])


__all__ = ["either", "we_agreed", "who_did", "whose_servants"]

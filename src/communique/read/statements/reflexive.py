"""What a side says of itself: "declared itself prepared to", "professed themselves against", "showed himself willing to".

The adjective or preposition behind the pronoun decides, as it would behind "is".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.adjectives import of_adjective
from communique.read.statements.decision import Decision

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.clauses import Clause
    from communique.read.statements.frames import FrameBook
    from communique.read.statements.who import Cases, Who

_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def of_oneself(book: FrameBook, clause: Clause, verb: Token, cases: Cases, who: Who | None) -> Decision | None:
    """What ``verb`` with a reflexive pronoun behind it does; ``None`` where it says nothing of oneself."""
    if verb.i + 2 >= len(verb.doc) or verb.nbor().lower_ not in _SELVES:
        return None
    if book.base(verb.lower_) not in book.groups["of-oneself"]:
        return None
    at = verb.i + 2
    while at + 1 < len(verb.doc) and (verb.doc[at].tag_ == "RB" or verb.doc[at].lower_ in ("to", "be", "as")):
        at += 1
    token = verb.doc[at]
    found = book.adjectives.get(token.lower_)
    return of_adjective(book, *found, token, clause, verb, cases, who) if found is not None else None


__all__ = ["of_oneself"]

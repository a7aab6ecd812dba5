"""What sides agreed in a clause that only hangs on: "talks in which they agreed to", "..., after both agreed to".

Agencies pack a meeting and what came of it into one sentence. What two sides agreed counts there as in a sentence of its
own, unless it is told of an earlier time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.clauses import Clause, to_which
from communique.read.statements.deeds import a_time, bodies_of_both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from communique.read.statements.decision import Decision
    from communique.read.statements.frames import FrameBook
    from communique.read.statements.narration import Narration

AGREED = ("/agree", "/decide", "/pledge")
"""Rules by which sides give their word to do something."""
EARLIER = frozenset({"ago", "earlier", "once", "previous", "previously", "last", "already", "originally", "then"})
"""Words by which what was agreed is told of an earlier time."""


def earlier(words: Iterable[Token]) -> bool:
    """Whether ``words`` tell of an earlier time, or of any that is named."""
    return any(a_time(word) or word.lower_ in EARLIER for word in words)


def to_do(clause: Clause, head: Token | None) -> Token | None:
    """The verb of what was agreed, behind the verb of agreeing: an infinitive, or the clause that tells it."""
    if head is not None and head.tag_.startswith("V") and head.i > clause.verb.i:
        return head
    return clause.contents[0].verb if clause.contents and clause.contents[0].verb.i > clause.verb.i else None


def agreed_besides(reader: Narration, clause: Clause) -> list[Clause]:
    """The clauses of time on ``clause`` that tell what sides agreed; its own words end before them."""
    found = [aside for aside in clause.asides if _agreed(reader, aside)]
    for aside in found:
        begins = min(aside.first, aside.verb.left_edge.i)
        if begins > clause.verb.i:
            clause.last = min(clause.last, begins - 1)
    return found


def agreed_at(reader: Narration, clause: Clause) -> bool:
    """ "talks during which the two sides agreed to raise it", "the harbour, where they decided to build"."""
    verb = clause.verb
    where = any(c.lower_ in ("where", "whereby") and c.i < verb.i for c in verb.children)
    if not clause.own_subject or not (where or to_which(verb)):
        return False
    which = next((t for t in verb.subtree if t.lower_ in ("which", "where", "whereby")), verb)
    named = _named_before(which)
    new = [noun for noun in named if _happens(reader, noun)] or (named if where else [])
    if not new:
        return False  # "the declaration in which both pledged to": some earlier paper
    return not earlier(t for t in new[0].subtree if t.i < which.i) and _agreed(reader, clause)


def _named_before(which: Token) -> list[Token]:
    """The noun before "which" or "where", and those that it hangs on: "a meeting in Kisumu at which"."""
    back = [t for t in which.doc[max(0, which.i - 3) : which.i] if t.tag_.startswith("NN")]
    found = back[-1:]
    while found and found[-1].dep_ in ("pobj", "compound"):
        up = found[-1].head.head if found[-1].dep_ == "pobj" else found[-1].head
        if not up.tag_.startswith("NN"):
            break
        found.append(up)
    return found


def _happens(reader: Narration, noun: Token) -> bool:
    """An occasion that is told of, or a paper that is new: "signed an accord in which Peru agreed to buy"."""
    if noun.lower_ in reader.book.groups["occasions"]:
        return True
    return noun.dep_ == "dobj" and reader.book.base(noun.head.lower_) in reader.book.groups["signing"]


def _agreed(reader: Narration, clause: Clause) -> bool:
    if clause.negated or clause.modal or clause.passive or clause.verb.tag_ not in ("VBD", "VBN"):
        return False
    decision = reader.judge.decide(clause, reader.cases, reader.subject(clause))
    if decision is None or decision.act not in ("agree", "pledge") or not decision.rule.endswith(AGREED):
        return False
    done = to_do(clause, decision.head)
    return done is not None and not earlier(clause.verb.doc[clause.first : done.left_edge.i])


def agreed_upon(clause: Clause) -> bool:
    """ "A partnership has been agreed upon"."""
    behind = clause.verb.i + 1
    upon = behind < len(clause.verb.doc) and clause.verb.doc[behind].lower_ in ("upon", "on")
    return clause.verb.lower_ == "agreed" and upon and not clause.modal and not clause.negated


def body_agreed(clause: Clause, decision: Decision, book: FrameBook) -> bool:
    """ "The joint commission agreed to", "the session of the joint commission decided to": a body of both, for both."""
    if clause.modal or clause.negated or clause.passive or not decision.rule.endswith(AGREED):
        return False
    subject = clause.subject
    if subject is not None and subject.lower_ in book.groups["occasions"]:
        of = (g for c in subject.rights if c.lower_ == "of" for g in c.children)
        subject = next((g for g in of if bodies_of_both(g, book)), subject)
    if subject is None or subject.tag_ not in ("NN", "NNP"):
        return False  # "two officials agreed to": any two people
    return bodies_of_both(subject, book) and to_do(clause, decision.head) is not None

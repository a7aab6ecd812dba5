"""Points without a finite verb: "Kenya to waive storage charges", "Agreement on a single toll", "Tariffs: to be studied".

Fact sheets and minutes tell so what was agreed or promised; an opening line that says so itself is read by :mod:`.lists`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.told import Told
from communique.read.statements.who import Cases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.scene import Unit
    from communique.read.statements.narration import Narration

_ACTORS = ("country", "joint", "organisation", "person", "office")
_PASSED = frozenset({"adopted", "agreed", "decided", "approved", "endorsed", "settled", "resolved"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def points(reader: Narration, unit: Unit) -> list[Told]:
    """What a point tells as agreed by the sides, or promised by the one it names; ``[]`` where it has a finite verb."""
    doc = unit.doc
    if unit.kind != "sentence" or len(doc) < 4:
        return []
    reader.unit, reader.cases, reader.told = unit, Cases(reader.scene, unit), []
    head = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    if (subject := _to_do(head)) is not None and _free(doc):
        who = reader.cases.who(subject)
        if who is not None and who.parties and who.kind in _ACTORS:
            act = "agree" if who.joint else "pledge"
            return [_told(reader, act, head, head, who.parties, who.person)]
    pair = reader.pair()
    if unit.block.kind != "item" or len(pair) < 2:
        return []
    found = _agreed(reader, doc, head)
    return [_told(reader, "agree", *found, pair, None)] if found is not None else []


def _to_do(head: Token) -> Token | None:
    """The subject of "Kenya to waive charges"."""
    if head.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in head.lefts):
        return None
    return next((c for c in head.lefts if c.dep_ == "nsubj"), None)


def _free(doc: Doc) -> bool:
    """Whether no verb of the point is finite, but for those of clauses inside it."""
    return not any(t.tag_ in _FINITE and t.dep_ in ("ROOT", "aux", "auxpass", "ccomp") for t in doc if t.i < 8)


def _agreed(reader: Narration, doc: Doc, head: Token) -> tuple[Token, Token] | None:
    """The words that tell of agreement, and those that say on what."""
    first = doc[1] if doc[0].is_punct else doc[0]
    if first.lower_ in _PASSED and any(t.text == ":" for t in doc[first.i + 1 : first.i + 3]):
        return first, next((t for t in doc[first.i + 2 :] if t.tag_.startswith("NN")), first)
    if not _free(doc):
        return None
    if head.lower_ in ("agreement", "accord", "consensus", "understanding") and head.i < 4 and _no_paper(head):
        behind = next((c for c in head.rights if c.lower_ in ("on", "to", "about", "for", "that")), None)
        what = next(iter(behind.children), behind) if behind is not None else None
        return (head, what) if what is not None else None
    if first.lower_ == "to" and len(doc) > first.i + 1 and doc[first.i + 1].tag_ == "VB":
        return first, doc[first.i + 1]
    done = next((t for t in doc if t.tag_ == "VBN" and _to_be(doc, t)), None)
    return (done, done) if done is not None else None


def _no_paper(noun: Token) -> bool:
    """ "Agreement in principle on", "Agreement reached on": no document of that name."""
    return noun.lower_ == "consensus" or any(c.lower_ in ("in", "reached", "that") for c in noun.rights)


def _to_be(doc: Doc, verb: Token) -> bool:
    """ "to be studied", behind a colon or a noun."""
    at = verb.i - 1
    while at > 0 and doc[at].tag_ == "RB":
        at -= 1
    return at > 1 and doc[at].lower_ == "be" and doc[at - 1].lower_ == "to"


def _told(reader: Narration, act: str, trigger: Token, head: Token, parties: tuple[str, ...], person: object) -> Told:
    weak = reader.judge.tentative(head) if head.tag_.startswith("V") else False
    rule = "acts.yaml/agree" if act == "agree" else "acts.yaml/pledge"
    last = len(reader.unit.doc) - 1
    return Told(act, "tentative" if weak else "firm", parties, person, 0, last, rule, trigger, head, True)


__all__ = ["points"]

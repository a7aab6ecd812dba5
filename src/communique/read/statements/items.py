"""The distinct things to be done in a pledge, agreement, request or proposal, each a phrase of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.scene import Unit
from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.told import Told

_LEAD = re.compile(
    r"^(?:and|or|as well as|to|that|also|will|would|should|,|;|:|\(\w\)|(?:jointly )?work(?:ing)? (?:together )?with [A-Z]\w+ to)\s+",
    re.IGNORECASE,
)

_TRAIL = re.compile(r"\s*,?\s+(?:and|or|as well as|to|and to|or to)$")


def items_of(text: str, unit: Unit, told: Told) -> list[str]:
    """The items of ``told``; where the parse gives none, the words after its trigger."""
    doc = unit.doc
    head = told.head
    if head is None or not told.first <= head.i <= told.last:
        first = min(told.trigger.i + 1, told.last)
        return _split(text[unit.start + doc[first].idx : unit.start + doc[told.last].idx + len(doc[told.last])])
    if head.tag_ == "PRP" and head.head.i >= told.first and verbal(head.head):
        head = head.head  # "will consider it"
    starts = _starts(head, told)
    out = []
    for at, start in enumerate(starts):
        end = starts[at + 1] - 1 if at + 1 < len(starts) else told.last
        out.extend(_split(text[unit.start + doc[start].idx : unit.start + doc[end].idx + len(doc[end])]))
    return [item for item in out if item]


def _starts(head: Token, told: Told) -> list[int]:
    """Token indices at which the items begin: the head's words and those of each verb or noun coordinated with it."""
    first = _left(head)
    out = [first]
    if verbal(head):
        stack = [c for c in head.children if c.dep_ == "conj"]
        while stack:
            token = stack.pop(0)
            if told.first <= token.i <= told.last and verbal(token):
                out.append(_left(token))
            stack.extend(c for c in token.children if c.dep_ == "conj")
    return sorted({i for i in out if told.first <= i <= told.last})


def _left(token: Token) -> int:
    if verbal(token):
        lefts = [
            c.left_edge.i for c in token.children if c.i < token.i and c.dep_ in ("advmod", "neg", "nsubj", "nsubjpass")
        ]
        return min([token.i, *lefts])
    return int(token.left_edge.i)


def _split(words: str) -> list[str]:
    """Semicolon lists are items each; the joints of the list are cut off."""
    out = []
    for part in re.split(r";\s+", words):
        item = part.strip(" ,;.:\n\t")
        while True:
            shorter = _LEAD.sub("", item)
            if shorter == item:
                break
            item = shorter
        if len(item) > 3:
            out.append(_TRAIL.sub("", item))
    return out

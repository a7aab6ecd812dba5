"""The distinct things to be done in a pledge, agreement, request or proposal, each a phrase of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.scene import Unit
from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.told import Told

_EDGES = " ,;.:\n\t"
_SEMICOLON = re.compile(r";\s+")
_LEAD = re.compile(
    r"^(?:and|or|as well as|to|that|also|will|would|should|,|;|:|\(\w\)|(?:jointly )?work(?:ing)? (?:together )?with [A-Z]\w+ to)\s+",
    re.IGNORECASE,
)

_TRAIL = re.compile(r"\s*,?\s+(?:and|or|as well as|to|and to|or to)$")


Span = tuple[int, int]


def items_of(text: str, unit: Unit, told: Told) -> list[Span]:
    """Where in ``text`` the items of ``told`` stand; where the parse gives none, the words after its trigger."""
    head = told.head
    if head is None or not told.first <= head.i <= told.last:
        first = min(told.trigger.i + 1, told.last)
        return _split(text, *_span(unit, first, told.last))
    if head.tag_ == "PRP" and head.head.i >= told.first and verbal(head.head):
        head = head.head  # "will consider it"
    starts = _starts(head, told)
    out = []
    for at, start in enumerate(starts):
        end = starts[at + 1] - 1 if at + 1 < len(starts) else told.last
        out.extend(_split(text, *_span(unit, start, end)))
    return out


def _span(unit: Unit, first: int, last: int) -> Span:
    doc = unit.doc
    return unit.start + doc[first].idx, unit.start + doc[last].idx + len(doc[last])


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


def _split(text: str, start: int, end: int) -> list[Span]:
    """Semicolon lists are items each; the joints of the list are cut off."""
    out = []
    joints = [m.span() for m in _SEMICOLON.finditer(text, start, end)]
    for first, last in zip([start, *(j[1] for j in joints)], [*(j[0] for j in joints), end], strict=True):
        words = text[first:last]
        first += len(words) - len(words.lstrip(_EDGES))
        item = words.strip(_EDGES)
        while lead := _LEAD.match(item):
            rest = item[lead.end() :]
            item = rest.lstrip(_EDGES)
            first += lead.end() + len(rest) - len(item)
        if len(item) > 3:
            item = _TRAIL.sub("", item)
            out.append((first, first + len(item)))
    return out

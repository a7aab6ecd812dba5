"""What "it", "they", "both", "the second" and "five of them" stand for, where an outcome is told of them.

The thing is sought before the word in its own sentence, then in the two sentences before it in the paragraph: the subject
first, then the nouns from the left. Nothing is found where a person or a side is as near: "they" may be the ministers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.read.engagements import clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.engagements.view import View
    from communique.read.outcomes.table import Table
    from communique.read.scene import Unit

_ONE, _MANY = frozenset({"it"}), frozenset({"they", "both", "these", "those"})
_OF_SEVERAL = frozenset("one ones other others another half some most none first second third last rest".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "xcomp"})
_SENTENCES = 2
_SCALES = frozenset({"million", "billion", "trillion"})
_PLURAL, _SINGULAR = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})


def points_back(head: Token) -> bool:
    """Whether ``head`` is the subject of a clause, and names nothing itself but stands for what was named."""
    if head.dep_ not in _SUBJECTS:
        return False
    if head.lower_ in _ONE:  # "it was agreed that ..." stands for nothing
        return not any(c.dep_ in _CLAUSES and c.i > head.head.i for c in head.head.children)
    if head.lower_ in _MANY:
        return head.lower_ != "those" or not any(c.dep_ in ("relcl", "acl", "prep") for c in head.rights)
    if any(c.tag_ == "$" for c in head.children):
        return False  # a sum of money
    if any(c.lower_ == "of" and any(_names_it(g) for g in c.children) for c in head.children):
        return False  # "ten of the trucks", "the last of the 68 million in aid" names them
    return (head.tag_ == "CD" and not head.text.isdigit()) or (
        head.lower_ in _OF_SEVERAL and head.tag_ not in ("NN", "RB")
    )


def _names_it(of: Token) -> bool:
    return of.pos_ == "NOUN" or of.lower_ in _SCALES or any(c.tag_ == "$" for c in of.children)


def antecedent(head: Token, view: View, table: Table) -> tuple[Unit, Token] | None:
    """The thing that ``head`` stands for, with the unit in which it is named; ``None`` where none is plain."""
    wanted = _SINGULAR if head.lower_ in _ONE else _PLURAL
    for unit, stop in _backwards(view, head.left_edge.i):
        subject = _subject(unit.doc, stop)
        if subject is not None and subject.lower_ in table.persons and not clause.passive(head.head):
            return None
        nouns = [t for t in unit.doc[:stop] if t.tag_ in wanted and t.lower_ in table.named and _heads(t)]
        if subject is not None and subject in nouns:
            return unit, subject
        if nouns:
            return unit, nouns[0]
    return None


def _backwards(view: View, first: int) -> Iterator[tuple[Unit, int]]:
    """The words before token ``first`` of the sentence, then those of the sentences before it in the paragraph."""
    if first > 0:
        yield view.unit, first
    at = view.unit.index
    for unit in reversed(view.scene.units[max(0, at - _SENTENCES) : at]):
        if unit.block is not view.unit.block:
            return
        if unit.doc is not None and unit.kind == "sentence":
            yield unit, len(unit.doc)


def _subject(doc: Doc, stop: int) -> Token | None:
    root = next((t for t in doc[:stop] if t.dep_ == "ROOT"), None)
    return clause.subject(root) if root is not None else None


def _heads(noun: Token) -> bool:
    return noun.dep_ not in ("compound", "npadvmod", "nmod", "poss")

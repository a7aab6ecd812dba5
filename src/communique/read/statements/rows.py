"""Rows of things to be done: the verbs, or the nouns, that stand beside the first of them.

The parser loses its way in long rows ("to buy A and B, put C on D, and finish E"), so a verb counts as one of the row
where a comma or "and" opens it and its form is that of the first, unless it plainly belongs to a purpose or a relative
clause further in ("build a dam to store water and make power").
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINTS = frozenset({",", ";", "and", "or", "but", "&"})
_BETWEEN = frozenset({"advmod", "neg", "aux", "auxpass", "preconj"})
_INNER = frozenset({"relcl", "acl", "pcomp", "xcomp", "csubj", "advcl"})
_OBJECT = frozenset({"DT", "PRP$", "JJ", "JJR", "CD", "NN", "NNS", "NNP", "PRP", "PDT", "RP"})
_VERBAL_ENDS = ("ify", "ise", "ize", "en", "ate", "ere")
_WORK = frozenset("work working strive striving join joining make making act acting cooperate collaborate".split())
_EFFORTS = frozenset("effort efforts hands forces utmost best".split())


def first_of(head: Token) -> Token:
    """The verb with which the row begins: behind "work with X to", "make every effort to"."""
    if head.lower_ not in _WORK:
        return head
    inside = [*head.children, *(g for c in head.children if c.lower_ in _EFFORTS for g in c.children)]
    behind = [c for c in inside if c.tag_ == "VB" and c.i > head.i and _marked(c)]
    if not behind or any(c.dep_ == "dobj" and c.lower_ not in _EFFORTS for c in head.children):
        return head
    return min(behind, key=lambda c: c.i)


def verbs_beside(head: Token, last: int, homographs: Set[str]) -> list[Token]:
    """``head`` and the verbs up to token ``last`` that are to be done as well.

    ``homographs``: base forms that the tagger takes for nouns, adjectives or past forms ("put", "host", "deepen").
    """
    row: list[Token] = [head]
    waiting: list[Token] = []
    for token in head.doc[head.i + 1 : last + 1]:
        joint = _joint(token)
        if joint is None or not _alike(token, head, homographs):
            continue
        marked = _marked(token)
        if marked and joint == "," and token.dep_ != "conj":
            waiting.append(token)  # a purpose, unless "and to" follows
            continue
        root = _root(token)
        if waiting and marked and root in (*waiting, *row):
            row += waiting
        if root in row or (root not in waiting and _stray(token, root, head, row)):
            row.append(token)
        waiting = waiting if joint == "," else []
    return sorted(row, key=lambda t: t.i)


def _joint(token: Token) -> str | None:
    """The comma or conjunction that opens the verb's words; ``None`` where something else does."""
    doc, at = token.doc, token.i - 1
    while at > 0 and (doc[at].head == token and doc[at].dep_ in _BETWEEN):
        at -= 1
    while at > 0 and doc[at].tag_ == "RB" and doc[at].lower_ not in ("well",):
        at -= 1
    if token.tag_ == "VBG" and doc[at].lower_ == "to" and at > 0:
        at -= 1  # "to meeting X and to signing Y"
    word = str(doc[at].lower_)
    if word in _JOINTS and word != "," and at > 0 and verbal(doc[at - 1]):
        return None  # "promote and improve ties": one thing
    if word == "well" and at > 1 and doc[at - 1].lower_ == "as":
        return "and"
    return word if word in _JOINTS else None


def _alike(token: Token, head: Token, homographs: Set[str]) -> bool:
    """Whether the form of the token is that of the row's verbs."""
    if head.tag_ == "VBG":
        return token.tag_ == "VBG" and token.dep_ not in ("amod", "compound")
    modal = any(c.tag_ == "MD" for c in token.lefts)
    if _passive(head):
        return token.dep_ == "conj" and token.tag_ in ("VBN", "VBD", "VB")
    if token.tag_ == "VB" or (token.tag_ == "VBP" and (modal or token.dep_ != "relcl")):
        return True
    return token.lower_ in homographs and _opens_object(token)


def _opens_object(token: Token) -> bool:
    doc: Doc = token.doc
    if token.i + 1 >= len(doc):
        return False
    after = doc[token.i + 1]
    if token.tag_ == "RB":
        return after.tag_ in _OBJECT or after.tag_ == "IN"
    if token.tag_ in ("NN", "NNP") and not token.lower_.endswith(_VERBAL_ENDS):
        return after.tag_ in ("DT", "PRP$", "JJR", "JJ") or after.lower_ in ("up", "out")
    return after.tag_ in _OBJECT


def _passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)


def _root(token: Token) -> Token:
    """The word that the token's coordination hangs on."""
    seen = token
    while seen.dep_ in ("conj", "appos") and seen.head.i < seen.i:
        seen = seen.head
    return seen


def _stray(token: Token, root: Token, head: Token, row: list[Token]) -> bool:
    """Whether the parser hung the coordination where the verb cannot belong: on a noun, or on a verb above the row.

    "to" goes on with a "to" before it, whatever lies between ("to help in building roads and to lend").
    """
    if not _goes_on(token):
        return False
    if root.i < head.i:
        return True
    marked = _marked(token)
    for above in (*root.ancestors,) if root == token else (root, *root.ancestors):
        if above in row or above.i < head.i:
            return True
        if verbal(above) and above.dep_ in _INNER and (not marked or _marked(above)):
            return False
    return False


def _goes_on(verb: Token) -> bool:
    """Whether something follows the verb: a noun taken for a verb at the end of a list has nothing."""
    return verb.i + 1 < len(verb.doc) and not verb.doc[verb.i + 1].is_punct and verb.nbor().lower_ not in _JOINTS


def _marked(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.lefts)


def nouns_beside(head: Token, last: int) -> list[Token]:
    """``head`` and the nouns coordinated with it, where each is a thing of its own: "a loan of X, two boats and a school"."""
    row = [t for t in (head, *_coordinated(head)) if t.i <= last]
    if len(row) < 2 or not all(t.tag_.startswith("NN") and (_determined(t) or _of(t)) for t in row):
        return [head]
    if not _of(head) and any(_of(t) and not _determined(t) for t in row[1:]):
        return [head]  # "the repair and upkeep of the dam"
    return row


def _coordinated(noun: Token) -> Iterator[Token]:
    for child in noun.rights:
        if child.dep_ in ("conj", "appos") and _joint_before(child):
            yield child
            yield from _coordinated(child)


def _joint_before(noun: Token) -> bool:
    left = noun.left_edge.i
    return left > 0 and noun.doc[left - 1].lower_ in (*_JOINTS, "as")


def _determined(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss", "nummod") and c.i < noun.i for c in noun.children)


def _of(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.i > noun.i for c in noun.children)


__all__ = ["first_of", "nouns_beside", "verbs_beside"]

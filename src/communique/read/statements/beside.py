"""Clauses beside one another: "Poland will build the hangar and Peru will provide the land".

Where nothing but "and" parts them, the parser takes the second subject for a second object of the first verb, and its
verb for one that shares the first subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_JOINTS = frozenset({"and", "but", "while", "whereas", ","})


def subjects_before_modals(doc: Doc) -> None:
    """Give each verb under a modal that follows "and" and a noun that noun as its subject; mends ``doc`` in place."""
    for modal in doc:
        verb = modal.head
        if modal.tag_ != "MD" or modal.dep_ != "aux" or verb.i < modal.i or verb.dep_ != "conj":
            continue
        if any(c.dep_ in _SUBJECTS for c in verb.lefts) or not verbal(verb.head):
            continue
        noun = _phrase_before(modal, verb.head)
        if noun is None:
            continue
        noun.head = verb
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"


def _phrase_before(modal: Token, first: Token) -> Token | None:
    """The head of the noun phrase that ends at ``modal``, where "and" opens it and it hangs on an object of ``first``."""
    doc, at = modal.doc, modal.i - 1
    while at > first.i and doc[at].tag_ == "RB":
        at -= 1
    noun = doc[at]
    while noun.dep_ != "conj" and first.i < noun.head.i < modal.i and noun.head != noun:
        noun = noun.head
    if noun.head.dep_ == "conj" and noun.head.i > first.i and _opened(noun.head):
        noun = noun.head  # "..., and Peru and Chile will"
    fits = noun.dep_ == "conj" and noun.tag_ in _NOMINAL and noun.head.tag_ in _NOMINAL and noun.head.i > first.i
    return noun if fits and _opened(noun) and noun.right_edge.i < modal.i else None


def _opened(noun: Token) -> bool:
    left = noun.left_edge.i
    return left > 0 and noun.doc[left - 1].lower_ in _JOINTS


__all__ = ["subjects_before_modals"]

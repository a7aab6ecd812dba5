"""Mending what words between commas tear apart: "to lift, from 1 May, the cap on X", "and the work, due in May, began"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.symbols import advcl, ccomp, conj

from communique.read.engagements.lexicon import word_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "CD"})
_TORN = frozenset({"appos", "dep", "conj", "npadvmod", "nsubj", "attr"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 14
_COMMA = word_id(",")


def interrupted(doc: Doc) -> None:
    """Hang such objects and subjects on their verbs again, in place."""
    words, parts = doc.to_array("LOWER").tolist(), doc.to_array("DEP").tolist()
    for at, part in enumerate(parts):
        if part == ccomp:
            _garden_path(doc[at])
        elif part == conj:
            _subject(doc[at])
        elif part == advcl and at + 1 < len(parts):
            _false_verb(doc[at])
    for at in range(len(words) - 3):
        if words[at + 1] == _COMMA:
            _object(doc[at])


def _garden_path(verb: Token) -> None:
    """ "Ten of the trucks promised to Chad have been sent": the participle that the parser took for the main verb."""
    above = verb.head
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE]
    if above.dep_ != "ROOT" or above.tag_ != "VBD" or above.i > verb.i or not helpers:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark", "expl") for c in verb.lefts) or not above.lower_.endswith("ed"):
        return
    noun = next((c for c in above.lefts if c.dep_ == "nsubj"), None)
    between = verb.doc[above.i + 1 : helpers[0].i]
    if noun is None or any(t.is_punct or t.tag_ in ("PRP", "WP", "WDT") or t.lower_ == "that" for t in between):
        return
    for child in [c for c in above.rights if c.i > verb.i and c != verb]:
        child.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head = verb
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    above.head, above.dep_, above.tag_ = noun, "acl", "VBN"


def _object(verb: Token) -> None:
    """ "to lift, from 1 May, the cap": the noun behind the second comma."""
    doc = verb.doc
    if verb.tag_ != "VB" or any(c.dep_ == "dobj" for c in verb.children):
        return
    closing = _closing(doc, verb.i + 2)
    noun = _phrase_at(doc, closing + 1) if closing is not None else None
    if noun is None or noun.dep_ not in _TORN or noun.head.i >= verb.i:
        return
    noun.head, noun.dep_ = verb, "dobj"
    for child in list(noun.rights):
        if child.dep_ == "conj" and child.tag_ == "VB":
            child.head = verb


def _subject(noun: Token) -> None:
    """A noun coordinated with a verb is the subject of the finite verb behind it that has none."""
    doc, above = noun.doc, noun.head
    if above.i >= noun.i or not noun.tag_.startswith("NN") or not above.tag_.startswith("VB"):
        return
    verb = next((c for c in above.rights if c.i > noun.right_edge.i and _bare(c)), None)
    if verb is not None and all(t.is_punct for t in doc[noun.right_edge.i + 1 : verb.left_edge.i]):
        noun.head = verb
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _false_verb(word: Token) -> None:
    """ "medicines, bovine meat and rice": an adjective or noun that the parser took for a verb with an object."""
    doc, noun = word.doc, word.doc[word.i + 1]
    if word.tag_ not in ("NN", "JJ") or noun.dep_ != "dobj" or noun.head != word:
        return
    before = doc[word.i - 2] if word.i > 1 and doc[word.i - 1].text == "," else None
    if word.head.i > word.i and not any(c.dep_ == "nsubj" for c in word.head.children):
        noun.head, noun.dep_ = word.head, "nsubj"
    elif before is not None and before.tag_.startswith("NN"):
        noun.head, noun.dep_ = before, "conj"
    else:
        return
    word.head, word.dep_ = noun, "compound"


def _bare(verb: Token) -> bool:
    """Whether a coordinated verb is finite and has no subject."""
    if verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    return verb.tag_ in ("VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.lefts)


def _closing(doc: Doc, at: int) -> int | None:
    """The comma that closes a phrase of time or place or manner which begins at token ``at``."""
    if at >= len(doc) or doc[at].tag_ not in ("IN", "RB", "TO"):
        return None
    return next((t.i for t in doc[at + 1 : at + _LONGEST] if t.text == ","), None)


def _phrase_at(doc: Doc, at: int) -> Token | None:
    """The head of the noun phrase that begins at token ``at``."""
    if at >= len(doc) or doc[at].tag_ not in _OPENS:
        return None
    heads = [t for t in doc[at : at + 8] if t.tag_.startswith("NN") and t.left_edge.i == at]
    return heads[-1] if heads else None

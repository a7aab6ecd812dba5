"""What stands behind a verb, noun or adjective: infinitives, objects, what somebody is called on to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "obj", "dative", "nsubjpass"})
_OWN = frozenset({"their", "its", "our", "his", "her"})


def to_do(token: Token) -> Token | None:
    """The verb of "to do" or "to doing"/"of doing" after a noun or adjective."""
    for child in token.rights:
        if child.dep_ in ("xcomp", "acl", "ccomp", "advcl") and child.tag_ == "VB" and not _finite(child):
            return child
        if child.dep_ == "prep" and child.lower_ in ("to", "in", "for", "of", "on"):
            for grand in child.children:
                if grand.dep_ in ("pcomp", "pobj") and grand.tag_ == "VBG":
                    return grand
    for child in token.head.children:
        near = child.i > token.i and child.i - token.i < 8
        if near and child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB" and not _marked(child):
            return child
    return None


def none_of(verb: Token, words: Sequence[str]) -> bool:
    """ "saw no difficulty": the verb's object, one of ``words``, is denied."""
    found = (c for c in verb.rights if c.dep_ in _OBJECTS and c.lower_ in words)
    return any(g.lower_ in ("no", "any", "neither") and g.dep_ == "det" for c in found for g in c.lefts)


def _finite(verb: Token) -> bool:
    """Whether a base form is finite by its modal: "that firms will invest"."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _marked(verb: Token) -> bool:
    return any(c.dep_ == "mark" for c in verb.children)


def of_doing(token: Token) -> Token | None:
    """The verb of "of doing", "for doing", "in doing" after a noun."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in"):
            for grand in child.children:
                if grand.dep_ == "pcomp" and grand.tag_ == "VBG":
                    return grand
    return None


def called_upon(token: Token) -> Token | None:
    """ "its call on the junta to release", "its appeal for the donors to give": what somebody is called on to do."""
    for word in token.subtree:
        inside = word.dep_ in ("acl", "xcomp", "advcl", "pcomp", "relcl")
        if word.i > token.i and word.tag_ == "VB" and inside and _with_to(word):
            return word if word.head != token or any(c.dep_ == "prep" for c in token.children) else None
    for word in token.head.children:
        if word.dep_ in ("xcomp", "advcl", "ccomp") and word.tag_ == "VB" and word.i > token.i and _with_to(word):
            asked = (c for t in (token, token.head) for c in t.children if c.dep_ == "prep")
            return word if any(c.lower_ in ("on", "upon", "to", "for") for c in asked) else None
    return None


def _with_to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.lefts)


def infinitive(verb: Token) -> Token | None:
    """The verb of "to do" or "to be done" after a verb."""
    for child in verb.rights:
        if child.dep_ not in ("xcomp", "advcl", "ccomp") or not _with_to(child):
            continue
        if child.tag_ == "VB" or (child.tag_ == "VBN" and any(c.lower_ == "be" for c in child.lefts)):
            return child
    return None


def of_another(verb: Token) -> bool:
    """ "wants the neighbour to extradite": the infinitive has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def sees_others(verb: Token) -> bool:
    """ "would like to see more voices speak out", "would like to have the levy dropped"."""
    if verb.lower_ in ("have", "get"):
        inner = (c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "acl") and c.tag_ in ("VBN", "VBD"))
        return any(c.dep_ in ("nsubj", "nsubjpass") for v in inner for c in v.lefts)
    return verb.lower_ in ("see", "seeing") and any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in verb.children)


def complement(verb: Token) -> Token | None:
    """What the verb is about: what is to be done before the object, the object before what a preposition adds."""
    if (wanted := _asked_of_somebody(verb)) is not None:
        return wanted
    for deps in (("xcomp", "ccomp"), ("dobj", "obj", "attr", "oprd"), ("advcl",), ("prep",)):
        for child in verb.rights:
            if child.dep_ not in deps or _by_the_way(child):
                continue
            if child.dep_ != "prep":
                return child
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return inner
    return None


def _by_the_way(word: Token) -> bool:
    """ "called for the flights, suspended in May, and proposed": what is told of the flights, not what is called for."""
    told = word.dep_ == "advcl" and word.tag_ in ("VBD", "VBN")
    return told and word.left_edge.i > 0 and word.nbor(word.left_edge.i - word.i - 1).text == ","


def _asked_of_somebody(verb: Token) -> Token | None:
    """ "asked him for 40 trams": the trams."""
    if not verb.lower_.startswith(("ask", "press", "beg", "petition")):
        return None
    somebody = any(c.dep_ in ("dobj", "dative") and c.tag_ in ("PRP", "NNP", "NN") for c in verb.rights)
    behind = (c for c in verb.rights if c.dep_ in ("prep", "dative") and c.lower_ == "for" and c.i - verb.i < 6)
    wanted = next((g for c in behind for g in c.children if g.dep_ == "pobj"), None)
    return wanted if somebody and all(c.dep_ not in ("xcomp", "ccomp") for c in verb.rights) else None


def bare(verb: Token) -> bool:
    """Whether nothing follows the verb: "President X concurred"."""
    return all(c.dep_ in ("punct", "cc", "conj", "advmod") for c in verb.rights)


def own_object(verb: Token) -> bool:
    """ "asked their trade representatives to ...", "encourages its companies": one's own are asked."""
    for child in verb.rights:
        if child.dep_ in ("dobj", "nsubj", "ccomp", "dative"):
            near = [c for t in (child, *child.children) for c in (t, *t.children)]
            return any(c.tag_ == "PRP$" and c.lower_ in _OWN for c in near)
    return False


def it_that(verb: Token, token: Token) -> bool:
    """ "it is vital that aid reach the camps": ``token`` is the adjective."""
    if not any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children):
        return False
    inside = [c for t in (verb, token) for c in t.children if c.dep_ in ("ccomp", "advcl")]
    return any(c.dep_ == "mark" and c.lower_ == "that" for verb in inside for c in verb.children)


def tells(token: Token) -> bool:
    """Whether a clause hangs from the noun: "the view that", "the belief expressed"."""
    return any(c.dep_ in ("acl", "ccomp") and verbal(c) for c in token.children)


def objects(verb: Token) -> set[str]:
    """The words that the verb has for objects, behind prepositions too, with their compounds and adjectives."""
    out: set[str] = set()
    for child in verb.children:
        if child.dep_ in ("prep", "agent"):
            tokens = [c for c in child.children if c.dep_ in ("pobj", "pcomp")] if child.i > verb.i else []
        else:
            tokens = [child] if child.dep_ in _OBJECTS or child.dep_ in ("xcomp", "advmod", "ccomp", "appos") else []
        for token in tokens:
            out.add(token.lower_)
            out.update(c.lower_ for c in token.conjuncts)
            out.update(c.lower_ for c in token.children if c.dep_ in ("compound", "amod"))
            out.update(g.lower_ for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj")
    return out

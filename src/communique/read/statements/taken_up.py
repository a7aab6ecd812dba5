"""What was asked, told as what an answer is about: "On Chile's request for a longer season, she was guarded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.statements.told import Sentence

_ASKINGS = frozenset({"request", "appeal", "demand", "plea", "call"})
_ABOUT = (("on",), ("as", "for"), ("as", "to"), ("regarding",), ("concerning",), ("about",), ("with", "regard", "to"))


def taken_up(reader: Sentence) -> None:
    """A request of one side which the sentence begins with, as a statement of its own before what it is answered with."""
    doc = reader.unit.doc
    noun = _asking(doc)
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None) if noun is not None else None
    wanted = _wanted(noun) if noun is not None else None
    entry = reader.book.nouns.get(noun.lower_) if noun is not None else None
    if noun is None or owner is None or wanted is None or entry is None:
        return
    who = reader.cases.who(owner)
    if who is None or len(who.parties) != 1:
        return
    first, last = owner.left_edge.i, next(t.i for t in doc[wanted.i :] if t.text == ",") - 1
    reader.asked = who.parties
    rule = f"acts.yaml/{entry[0]}"
    reader.told.insert(0, Told("request", None, who.parties, who.person, first, last, rule, noun, wanted, False))


def _asking(doc: Doc) -> Token | None:
    """The noun of asking in the words before the sentence's first comma, where these tell what it is about."""
    comma = next((t.i for t in doc if t.text == ","), 0)
    start = next((len(words) for words in _ABOUT if tuple(t.lower_ for t in doc[: len(words)]) == words), 0)
    return next((t for t in doc[start:comma] if t.lower_ in _ASKINGS), None) if start else None


def _wanted(noun: Token) -> Token | None:
    """What is asked for: the noun behind "for"."""
    behind = next((c for c in noun.rights if c.lower_ == "for"), None)
    return next((c for c in behind.children if c.dep_ == "pobj"), None) if behind is not None else None

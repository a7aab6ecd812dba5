"""What was decided of a clause, and its modality."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.read.statements.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
AGREEING = (
    "/agree",
    "/concur",
    "/unanimous",
    "/share-view",
    "/confirm",
    "/be-at-one",
    "/be-of-one-mind",
    "/be-in-accord",
)
"""Rules under which what is said is what several hold together."""
_SHOULD = frozenset({"should", "ought", "need", "needs"})
_MUST = frozenset({"must"})


@dataclass(slots=True)
class Decision:
    """An act with its strength, the codebook entries (``rule``) and words (``trigger``) that decided it.

    ``content``: how a clause that follows is to be read: ``inner``, ``hope``, an act, or ``None`` where none follows.
    ``head``: the token whose subtree says what is to be done.
    """

    act: str | None
    strength: str | None = None
    rule: str = ""
    trigger: Token | None = None
    content: Any = None
    default: str | None = None
    head: Token | None = None
    saying: bool = True
    extra: list[str] = field(default_factory=list)


def modality(clause: Clause) -> str:
    """``will``, ``should``, ``must``, ``can`` or ``""`` of a clause."""
    modal = clause.modal or ""
    if modal in WILL:
        return "will"
    if modal in _SHOULD:
        return "should"
    if modal in _MUST:
        return "must"
    verb = clause.verb
    if not modal and verb.lower_ in ("need", "needs", "needed") and any(c.dep_ == "xcomp" for c in verb.children):
        return "should"
    return "can" if modal else ""

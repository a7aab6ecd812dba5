"""Standing issues, and the words by which a side takes a stand."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from communique.knowledge.models.base import Entry
from communique.knowledge.models.topics import PLAIN_NAMES, PhraseList
from communique.records._base import Act

Stance = Literal["support", "oppose"]


class Issue(Entry):
    """A standing issue (codebook, 3); the id is its key, without the country behind the colon.

    ``names``: the thing itself: who supports it supports the issue. ``against``: what goes against it ("interference
    in internal affairs"): who opposes that supports the issue. ``claims``: whole propositions ("Taiwan is a part of
    China"): who says so takes the ``usual`` stance. Inside the phrases of ``except`` nothing counts.

    ``acts``: the acts of a statement that take a stand by themselves, without a word of support or opposition before
    the thing; ``[]`` where such a word must stand there. ``asked``: a request to others to keep it is a stand too.
    ``parameter``: what stands behind the colon: a ``country``, the place of a ``conflict``, or a fixed code.
    ``needs``/``unless``: one of these must / none of these may stand in the sentence.
    """

    label: str
    usual: Stance = "support"
    names: PhraseList = ()
    against: PhraseList = ()
    claims: PhraseList = ()
    except_: PhraseList = ()
    needs: PhraseList = ()
    unless: PhraseList = ()
    acts: tuple[Act, ...] = ("support", "oppose", "agree", "pledge", "propose")
    asked: bool = False
    parameter: Annotated[str, StringConstraints(pattern=r"^(country|conflict|[A-Z]{3})$")] | None = None

    model_config = PLAIN_NAMES

    @model_validator(mode="after")
    def _has_words(self) -> Issue:
        if not (self.names or self.against or self.claims):
            raise ValueError("an issue needs words: `names`, `against` or `claims`")
        return self


class Attitude(Entry):
    """Words that govern a thing and tell a stand on it.

    ``kind``: ``for`` or ``against`` it; ``praise`` (for it, but of somebody else's stand it is praise only);
    ``criticism`` (against an act, which is no stand on the principle that the act hurts); ``harm`` (does harm to it:
    turns round the stand of who opposes the harm); ``void`` (no stand at all: discussed, recalled).
    ``before`` stand before the thing, ``after`` behind it ("... must be respected"). ``weak`` ones ("to build") tell
    a stand only where the statement wills, asks or backs something, and never one of somebody named beside them.
    """

    kind: Literal["for", "against", "praise", "criticism", "harm", "void"]
    before: PhraseList = ()
    after: PhraseList = ()
    weak: bool = False

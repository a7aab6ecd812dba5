"""How a side says something that counts: verbs, nouns, adjectives and modals with their acts (codebook, 2)."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from communique.knowledge.models.base import Entry, Words
from communique.records._base import Act

Strength = Literal["firm", "soft", "tentative"]


class Outcome(Entry):
    """An act with its strength, where it has one."""

    act: Act
    strength: Strength | None = None

    @model_validator(mode="after")
    def _strong_enough(self) -> Self:
        if (self.strength is not None) != (self.act in ("pledge", "agree")):
            raise ValueError("pledge and agree need a strength (firm, soft, tentative), the other acts have none")
        return self


class Verb(Entry):
    """What a verb does when a side is its subject.

    ``words``: base forms. ``with``: words one of which must follow as particle or preposition. ``object``: words one
    of which must be in its object or complement; ``no-object``: words that forbid it. ``does``: the act with an object
    or infinitive. ``joint``/``single``: the act where both sides or one are the subject, over ``does``. ``infinitive``:
    the act before "to do". ``negated``: the act under "not". ``content``: the act before a clause, ``inner`` where the
    clause itself decides (then ``default`` where it does not), ``hope`` where its subject decides. ``nouns``: its
    object's noun decides (see nouns). ``asks``: its object is asked to do something. ``needs``: what must follow.
    ``progressive``: only "is -ing" or after a modal. ``needs``: ``doing`` is a verb in -ing, ``present`` that it is told
    as of now, ``received`` that the subject is the one who gets the thing ("was given", "received"), ``to-come`` that it will be.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    words: Words
    with_: Words = Field(default=(), alias="with")
    object: Words = ()
    no_object: Words = Field(default=(), alias="no-object")
    does: Outcome | None = None
    joint: Outcome | None = None
    single: Outcome | None = None
    infinitive: Outcome | None = None
    negated: Outcome | None = None
    content: Literal["inner", "hope"] | Outcome | None = None
    default: Outcome | None = None
    nouns: bool = False
    asks: bool = False
    progressive: bool = False
    needs: Literal["infinitive", "content", "complement", "doing", "present", "received", "to-come"] | None = None
    own_object: Outcome | None = Field(default=None, alias="own-object")
    note: str | None = None


class Noun(Entry):
    """What a verb of expressing makes of its object: "voiced concern", "reaffirmed its commitment to".

    ``infinitive``: the act before "to do" ("commitment to doing"). ``wants``: ``importance`` and ``hope`` are decided
    by what follows.
    """

    words: Words
    does: Outcome | None = None
    joint: Outcome | None = None
    infinitive: Outcome | None = None
    joint_infinitive: Outcome | None = Field(default=None, alias="joint-infinitive")
    wants: Literal["importance", "hope", "call"] | None = None
    note: str | None = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Adjective(Noun):
    """What "is ready", "are committed" do; ``impersonal``: with "it" as subject ("it is necessary to")."""

    negated: Outcome | None = None
    impersonal: bool = False


class VerbGroup(Entry):
    """Verbs that share a behaviour named by the entry's id."""

    words: Words
    note: str | None = None

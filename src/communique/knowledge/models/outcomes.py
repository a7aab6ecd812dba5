"""What may have happened to an undertaking (codebook, 6)."""

from __future__ import annotations

from typing import Literal

from communique.knowledge.models.base import Entry, Words


class OutcomeRule(Entry):
    """Words that tell that something between the sides has come to ``state``.

    ``verbs``: base form with the words that must follow ("enter into force"). ``told_of``: where the undertaking
    stands: the verb's ``object`` ("signed the treaty", "the treaty was signed"), its ``subject`` ("the treaty lapsed") or
    ``behind`` the last of the words ("put an end to the ban"). ``whose``: only where one of these is the subject
    ("nothing came of it"); ``never``: not with one of these behind it; ``only``: of these nouns alone; ``ends``: of
    a barrier it tells that it was done away with ("the ban was dropped"); ``now``: ``phrases`` only after "is" and "are"; ``matter``: it is
    told of what the noun is about ("a start was made with the survey").
    ``present``: told of the present too; ``being``: only where it goes on; ``negated``: only where it is denied;
    ``takes``: told in the present with an object behind it, too
    ("awaits signature"); ``since``: only of what has been so up to now ("has been running", "has been open"); ``to_be``: only of what will be done to it; ``partly``: only with a measure
    ("is half complete"); ``adverbs``: only with one of these. ``anything``: of whatever is named, ``but``: not of these
    nouns. ``phrases`` stand after "is" or "remains", ``nouns`` tell it as a noun.
    """

    state: Literal["begun", "done", "postponed", "failed", "planned"]
    verbs: Words = ()
    told_of: Literal["object", "subject", "behind"] = "object"
    whose: Words = ()
    never: Words = ()
    only: Words = ()
    ends: bool = False
    now: bool = False
    matter: bool = False
    present: bool = False
    being: bool = False
    negated: bool = False
    anything: bool = False
    since: bool = False
    to_be: bool = False
    partly: bool = False
    takes: bool = False
    adverbs: Words = ()
    but: Words = ()
    phrases: Words = ()
    nouns: Words = ()
    note: str | None = None


class OutcomeWords(Entry):
    """A list of words that the reading of outcomes needs."""

    words: Words
    note: str | None = None

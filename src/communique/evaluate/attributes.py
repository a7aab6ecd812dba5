"""How right the fields are of records that were found: each comparison once, for the figures and for the errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.evaluate.coded import Coded
from communique.evaluate.matching import close, jaccard, tokens


@dataclass(frozen=True)
class Check:
    """One field of one pair: how right it is (0 to 1), what the gold has and what was found."""

    name: str
    right: float
    gold: Any
    found: Any


def checks(layer: str, gold: Coded, found: Coded) -> Iterator[Check]:
    """The checks of a pair of ``layer``, in the order and by the rules of ``score.py``."""
    if layer in _CHECKS:  # all fields of a position are compared to pair it: none is left to check
        yield from _CHECKS[layer](gold, found)


def given_the_span(gold: Coded, found: Coded) -> Iterator[Check]:
    """The two checks of statements that are paired by their words alone."""
    yield _equal("act, given the span", gold["act"], found.get("act"))
    holders = found.get("holders", [])
    yield Check("holders, given the span", set(gold["holders"]) == set(holders), gold["holders"], holders)


def _equal(name: str, gold: Any, found: Any) -> Check:
    return Check(name, gold == found, gold, found)


def _statement(gold: Coded, found: Coded) -> Iterator[Check]:
    speaker, said = gold.get("speaker"), found.get("speaker")
    yield Check("speaker", tokens(speaker) == tokens(said), speaker, said)
    to, found_to = gold.get("addressees") or [], found.get("addressees") or []
    yield Check("addressees", set(to) == set(found_to), to, found_to)
    if gold.get("strength"):
        yield _equal("strength", gold["strength"], found.get("strength"))
    topics, found_topics = gold.get("topics") or [], found.get("topics") or []
    yield Check("topics (Jaccard)", jaccard(topics, found_topics), topics, found_topics)
    items = found.get("items") or []
    for item in gold.get("items") or []:
        yield Check("items found", any(close(item, other, 0.5) for other in items), item, items)


def _engagement(gold: Coded, found: Coded) -> Iterator[Check]:
    for name in ("status", "main", "ordinal", "level"):
        if name != "level" or gold["kind"] == "visit":
            yield _equal(f"engagement {name}", gold.get(name), found.get(name))
    yield _equal("engagement date", _dates(gold), _dates(found))
    place, found_place = gold.get("place"), found.get("place")
    yield Check("engagement place", tokens(place) == tokens(found_place), place, found_place)
    who, found_who = gold.get("participants") or [], found.get("participants") or []
    yield Check("engagement participants (Jaccard)", jaccard(_names(who), _names(found_who)), who, found_who)


def _dates(record: Coded) -> tuple[Any, Any]:
    return record.get("date_start"), record.get("date_end")


def _names(names: list[str]) -> set[str]:
    """Names without regard to the order of their parts."""
    return {" ".join(sorted(tokens(name))) for name in names}


def _relation(gold: Coded, found: Coded) -> Iterator[Check]:
    yield _equal("relation event", gold["event"], found.get("event"))
    yield _equal("relation date", gold.get("date"), found.get("date"))


def _reference(gold: Coded, found: Coded) -> Iterator[Check]:
    yield _equal("reference kind", gold["kind"], found.get("kind"))


_CHECKS = {
    "engagement": _engagement,
    "statement": _statement,
    "relation": _relation,
    "reference": _reference,
}

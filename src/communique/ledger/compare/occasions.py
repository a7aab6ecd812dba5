"""Whether two reports are readouts of one occasion, and which of many are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.knowledge.gazetteer import folded, gazetteer
from communique.ledger.compare.names import one_person
from communique.ledger.entry import Entry
from communique.ledger.lexicon import lexicon
from communique.records import Engagement

NEAR = 2
"""How many days two readouts' dates of one occasion may lie apart: time zones, and papers that print the next day."""
REMOTE = frozenset({"call", "message"})


def readouts_of_one_meeting(a: Entry, b: Entry) -> tuple[bool, str]:
    """Whether two reports tell of one occasion, and why (or why not) in words."""
    if a.report == b.report:
        return False, "they are one report"
    if a.outlet and a.outlet == b.outlet:
        return False, f"both are by {a.outlet}"
    if set(a.sides) != set(b.sides) or len(a.sides) < 2:
        return False, f"the parties differ: {', '.join(a.sides) or 'none'}; {', '.join(b.sides) or 'none'}"
    why_not = "neither tells when the two sides met"
    for one in _occasions(a):
        for other in _occasions(b):
            same, why = _one_occasion(one, other, a, b)
            if same:
                return True, f"{', '.join(a.sides)}: {why}"
            why_not = why
    return False, why_not


def twins(entry: Entry, others: Iterable[Entry]) -> tuple[Entry, ...]:
    """The other readouts of an entry's occasion among ``others``; those by another country's outlet first."""
    found = [other for other in others if readouts_of_one_meeting(entry, other)[0]]
    return tuple(sorted(found, key=lambda one: (one.outlet_country == entry.outlet_country, one.order)))


def _occasions(entry: Entry) -> list[Engagement]:
    """The main occasions of the two sides, else all they are said to have had."""
    held = [one for one in entry.engagements if one.status == "held" and set(one.parties) == set(entry.sides)]
    return [one for one in held if one.main] or held


def _one_occasion(one: Engagement, other: Engagement, a: Entry, b: Entry) -> tuple[bool, str]:
    if (one.kind in REMOTE) != (other.kind in REMOTE):
        return False, f"a {one.kind} and a {other.kind}"
    apart = _days_apart(one.date_start or a.date, other.date_start or b.date)
    if apart is None or apart > NEAR:
        return False, "the dates are not known" if apart is None else f"{apart} days apart"
    if not _near(one.place, other.place):
        return False, f"in {one.place} and in {other.place}"
    ours, theirs = _persons(one, a), _persons(other, b)
    shared = [name for name in ours if any(one_person(name, another) for another in theirs)]
    if ours and theirs and not shared:
        return False, "other persons took part"
    who = f", both with {', '.join(shared)}" if shared else ""
    return True, f"{'on one day' if not apart else f'{apart} days apart'}{who}"


def _days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two ISO prefixes; where one is not told to the day, 0 if it may be the other's, else None."""
    if not one or not other:
        return None
    if len(one) < 10 or len(other) < 10:
        short = min(len(one), len(other))
        return 0 if one[:short] == other[:short] else None
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return None


def _near(one: str | None, other: str | None) -> bool:
    """Whether two places may be one: not told, of one name, or of one country."""
    if not one or not other or folded(one) == folded(other):
        return True
    ours, theirs = _countries_of(one), _countries_of(other)
    return not ours or not theirs or bool(ours & theirs)


def _countries_of(place: str) -> set[str]:
    return {code for _, code in gazetteer(lexicon().codebook).lookup(place) if code}


def _persons(engagement: Engagement, entry: Entry) -> list[str]:
    """Who took part; who is quoted where nobody is listed."""
    quoted = (one.speaker for one in entry.statements if one.speaker)
    return list(dict.fromkeys(engagement.participants or quoted))

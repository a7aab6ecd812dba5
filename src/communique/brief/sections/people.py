"""Who is who today: the last known holder of each office, and who sat at the table."""

from __future__ import annotations

from functools import partial

from communique.brief.drafts import Draft, Part, drafted, first_words, line
from communique.brief.facts import Facts
from communique.brief.saying import age, clean, counted, day
from communique.ledger.rows import Person

_FIRST = frozenset({"monarch", "head-of-state", "head-of-government", "foreign-minister"})
_AT_TABLE = 4
"""Who took part in so many of the last occasions is listed too, whatever their office."""
_OLD = 12
_LATELY = 5
"""Who was last seen more years ago is not who is who today, nor is who held an office before them."""


def people(facts: Facts) -> Part:
    """Of each side the first offices, then who dealt with the other lately, then the rest."""
    groups = [
        drafted(facts.name(side), _chosen(facts, side), partial(_line, facts), 3, 6, f"communique people {side}")
        for side in facts.sides
    ]
    return Part(
        "people", "Who is who", groups, f"No person of the two was seen in the {_LATELY} years before.",
        "Offices as last told in the records' words.",
    )  # fmt: skip


def _chosen(facts: Facts, side: str) -> list[Person]:
    table = {
        name
        for one in [one for one in facts.occasions if one.status == "held"][:_AT_TABLE]
        for name in one.participants
    }
    since = _years_before(facts, _LATELY)
    today = [one for one in facts.people[side] if one.later is None and (one.last_seen or "") >= since]
    first = [one for one in today if one.rank in _FIRST]
    dealt = [
        one for one in today
        if one not in first and (one.office or " " in one.name)
        and (table & {one.name, *one.also} or one.report in facts.outlets)
    ]  # fmt: skip
    rest = [one for one in today if one.office and one not in first and one not in dealt]
    return [*first, *sorted(dealt, key=lambda one: one.office is None), *rest]


def _years_before(facts: Facts, years: int) -> str:
    return f"{max(int(facts.day[:4] or 0) - years, 0):04}{facts.day[4:]}"


def _told(one: Person) -> str:
    """The stretch of its words that has the office and the name."""
    words = clean(one.evidence[0].quote) if one.evidence else ""
    parts = [part for part in (clean(one.office or ""), clean(one.name)) if part and part in words]
    if not parts:
        return one.name
    begins = min(words.find(part) for part in parts)
    return words[begins : max(words.find(part) + len(part) for part in parts)]


def _line(facts: Facts, one: Person) -> Draft:
    office = one.office[0].upper() + one.office[1:] if one.office else None
    before = next(
        (
            other
            for other in facts.people[one.country]
            if other.later == one.name and (other.last_seen or "") >= _years_before(facts, _LATELY)
        ),
        None,
    )
    seen = f"seen {day(one.last_seen)}" if one.last_seen else "seen on no known date"
    often = f", {counted(one.times, 'report')} since {day(one.first_seen)}" if one.times > 1 else ""
    told = f"; office told {day(one.told)}" if one.office and one.told and one.told < (one.last_seen or "") else ""
    old = age(one.last_seen, facts.day)
    long_ago = f" ({old})" if "year" in old or ("month" in old and int(old.split()[0]) >= _OLD) else ""
    earlier = f"; before: {before.name}, seen {day(before.last_seen)}" if before else ""
    missing = "" if office else "; the records give no office"
    words = first_words(one.report, one.evidence, around=_told(one))
    words += first_words(before.report, before.evidence, around=_told(before)) if before else []
    return line(
        words, *([f"{office} "] if office else []), (one.name, "strong"),
        (f" – {seen}{long_ago}{often}{told}{earlier}{missing}", "note"),
    )  # fmt: skip

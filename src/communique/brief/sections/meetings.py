"""The last meetings: who met whom, where and when, and who tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from communique.brief.drafts import Draft, Part, Words, drafted, line
from communique.brief.facts import Facts
from communique.brief.saying import counted, cut, days, listed
from communique.brief.sections.accounts import account
from communique.ledger.ask.rows import Occasion, Told

_KINDS = {
    "meeting": "meeting", "call": "call", "visit": "visit", "mechanism": "session of a joint body",
    "multilateral": "multilateral session", "signing": "signing", "ceremony": "ceremony", "message": "message",
    "briefing": "briefing",
}  # fmt: skip
_ORDER = tuple(_KINDS)
_NOT_MET = frozenset({"briefing"})
_PEOPLE = 6
_NAME = 60


def meetings(facts: Facts) -> Part:
    """The newest first; what took place on one day is one line."""
    held = [
        one for one in facts.occasions if one.status == "held" and one.kind not in _NOT_MET and _happened(facts, one)
    ]
    fresh = [one for one in held if facts.new(one.date_start)]
    groups = _by_day(facts, fresh)
    nothing = "No meeting of the two is in the ledger" + (f" since {days(facts.since, None)}." if facts.since else ".")
    lines = drafted(None, groups, partial(_line, facts), 3, 6, f"communique timeline {facts.a} {facts.b}")
    more = facts.met_before and len(fresh) == len(held)  # else the first that is no news was looked at
    return Part("meetings", "Last meetings", (replace(lines, more=more),), nothing)


def _happened(facts: Facts, one: Occasion) -> bool:
    """Whether it is known to have taken place by the day; what has no date at all cannot be the last."""
    return bool(one.date_start) and facts.known(one.date_start) and bool(_tellers(facts, one))


def _tellers(facts: Facts, one: Occasion) -> list[Told]:
    return [told for told in one.told if facts.known(told.source.date)]


def _by_day(facts: Facts, occasions: Sequence[Occasion]) -> list[list[Occasion]]:
    groups: dict[str, list[Occasion]] = {}
    for one in sorted(occasions, key=lambda one: _ORDER.index(one.kind)):
        groups.setdefault(one.date_start or "", []).append(one)
    return [groups[day] for day in sorted(groups, reverse=True)]


def _line(facts: Facts, group: list[Occasion]) -> Draft:
    first = group[0]
    kinds = listed(dict.fromkeys(_called(one) for one in group))
    place = next((one.place for one in group if one.place), None)
    names = list(dict.fromkeys(name for one in group for name in one.participants))
    others = sorted({code for one in group for code in one.parties} - set(facts.sides))
    people = ", ".join(cut(name, _NAME) for name in names[:_PEOPLE]) + (
        f" and {len(names) - _PEOPLE} more" if len(names) > _PEOPLE else ""
    )
    told = [one for occasion in group[:2] for one in _one_of_each(facts, occasion)]
    reports = {teller.source.report for occasion in group for teller in _tellers(facts, occasion)}
    last = max((one.date_end or "" for one in group), default="")
    also = f", with {_few(others)}" if others else ""
    return line(
        [Words(one.source.report, one.evidence[0]) for one in told],
        (days(first.date_start, last or None), "strong"), f": {kinds}" + (f", {place}" if place else "") + also,
        f". {people}" if people else "", (f" – {account(facts, sorted(reports))}", "note"),
    )  # fmt: skip


def _called(one: Occasion) -> str:
    kind = f"{one.level} visit" if one.kind == "visit" and one.level else _KINDS.get(one.kind, one.kind)
    return f"{kind} (no. {one.ordinal})" if one.ordinal else kind


def _few(codes: list[str]) -> str:
    return listed(codes) if len(codes) <= 4 else counted(len(codes), "other")


def _one_of_each(facts: Facts, one: Occasion) -> list[Told]:
    """The first report of each country that tells of it, the two sides' own before others'."""
    first: dict[str | None, Told] = {}
    for told in _tellers(facts, one):
        first.setdefault(told.source.outlet_country, told)
    own = [first[code] for code in facts.sides if code in first]
    return own or list(first.values())[:1]

"""What the two call their relationship, and its last step."""

from __future__ import annotations

from communique.brief.drafts import Draft, Drafts, Part, first_words, line
from communique.brief.facts import Facts
from communique.brief.saying import day
from communique.brief.sections.accounts import account, readout
from communique.ledger.ladder import Apart, family, kinds, last_step, name_now
from communique.ledger.ladder import names as names_in
from communique.ledger.rows import Rung

_SAID = {
    "described": "so described", "established": "established", "upgraded": "upgraded to it", "agreed": "agreed",
    "proposed": "proposed",
}  # fmt: skip
_DIFFERENT = {
    "higher": "on {a}'s own ladder {a}'s name stands higher",
    "lower": "on {a}'s own ladder {a}'s name stands lower",
    "same": "on {a}'s own ladder both stand on one rung",
}


def relationship(facts: Facts) -> Part:
    """The name that each side gives it now, where they differ, the last step, and since when they have relations."""
    ties = [rung for rung in facts.rungs if "diplomatic" in rung.label]
    names = names_in(facts.rungs)
    lines: list[Draft] = []
    for kind in kinds(names):
        own = [rung for rung in names if family(rung.label) == kind]
        lines += [_name(facts, side, rung) for side in facts.sides if (rung := name_now(own, side)) is not None]
        lines += _apart(facts, own)
    lines[2:2] = _last_step(facts, names)
    lines += _ties(facts, ties)
    return Part(
        "relationship", "The relationship",
        (Drafts(None, lines[:6], len(lines), 4, f"communique ladder {facts.a} {facts.b}"),),
        "No report in the ledger says what the two call their relationship.",
    )  # fmt: skip


def _name(facts: Facts, side: str, rung: Rung) -> Draft:
    when = (
        f" on {day(rung.date)}"
        if rung.event != "described" and rung.date and len(rung.date) == 10
        else (f", {day(rung.date)}" if rung.event != "described" and rung.date else "")
    )
    place = ""
    if rung.tier:
        party, _, rungs = rung.tier.partition(" ")
        place = f"; rung {rungs.replace('/', ' of ')} of {party}'s own ladder"
    by = "" if rung.outlet == side else f", {account(facts, [rung.report])}"
    return line(
        first_words(rung.report, rung.evidence, around=rung.label), (facts.name(side), "strong"), ": ",
        rung.label, (f" – {_SAID.get(rung.event, rung.event)}{when}{place}; said {day(rung.told)}{by}", "note"),
    )  # fmt: skip


def _apart(facts: Facts, names: list[Rung]) -> list[Draft]:
    """Where the names that they give it now differ."""
    now = [name_now(names, side) for side in facts.sides]
    found = [gap for gap in facts.gaps if gap.one.label in _labels(now) and gap.other.label in _labels(now)]
    if not found or None in now:
        return []
    gap = found[-1]
    words = [*first_words(gap.one.report, gap.one.evidence), *first_words(gap.other.report, gap.other.evidence)]
    return [line(words, ("The two name it differently: ", "alert"), _how(gap), ".")]


def _labels(rungs: list[Rung | None]) -> set[str]:
    return {rung.label for rung in rungs if rung is not None}


def _how(gap: Apart) -> str:
    if gap.differ == "words":
        return f"{gap.a} and {gap.b} have two wordings of one name"
    order = _DIFFERENT[gap.order].format(a=gap.a) if gap.order else "no ladder has both"
    return f"{gap.a} and {gap.b} have two names for it; {order}"


def _last_step(facts: Facts, names: list[Rung]) -> list[Draft]:
    """The last event that changed it, by all who tell of it, and what it was called before."""
    last = last_step(names)
    if last is None:
        return []
    when = last.date
    same = [rung for rung in names if rung.date == when and rung.event == last.event]
    telling = list({rung.outlet: rung for rung in same}.values())
    words = [one for rung in telling for one in first_words(rung.report, rung.evidence, around=rung.label)]
    before = next(
        (rung for rung in reversed(names)
         if (rung.told or "") < (when or "") and rung.event != "proposed" and rung.label not in _labels([*same])), None,
    )  # fmt: skip
    earlier = ""
    if before is not None:
        earlier = f"; before that {before.label} ({readout(facts, before.report)}, {day(before.told)})"
        words += first_words(before.report, before.evidence, around=before.label)
    by = account(facts, [rung.report for rung in telling])
    return [line(words, ("Last step", "strong"), f": {last.event}, {day(when)}", (f", {by}{earlier}", "note"))]


def _ties(facts: Facts, ties: list[Rung]) -> list[Draft]:
    dated = [rung for rung in ties if rung.date and rung.event == "established"]
    if not dated:
        return []
    first = min(dated, key=lambda rung: (len(rung.date or "") * -1, rung.told or ""))
    by = account(facts, [first.report])
    return [line(
        first_words(first.report, first.evidence), ("Diplomatic relations", "strong"), f" since {day(first.date)}",
        (f", {by}", "note"),
    )]  # fmt: skip

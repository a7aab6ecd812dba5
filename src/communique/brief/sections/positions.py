"""Where each stands in its dealings with the other, and what changed in the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from communique.brief.drafts import Draft, Part, Words, drafted, line
from communique.brief.facts import Facts
from communique.brief.model import Kind
from communique.brief.saying import CUT, clean, counted, cut, day, listed
from communique.brief.sections.accounts import readout
from communique.knowledge import load_codebook
from communique.ledger.rows import Wording

_FORMULA = 130
_LEFT_OUT = 4
_ALIKE = 0.5
"""Formulas that have less in common are told one after the other: nothing is learnt from all words being others."""
_CHANGED = frozenset({"hardened", "softened", "reworded"})


@dataclass(frozen=True)
class _Told:
    """What is to be told of an issue: ``words`` are the formulas in it, ``order`` how needed it is."""

    order: tuple[bool, str, bool, int]
    words: tuple[str | None, ...]
    make: Callable[[], Draft]


def positions(facts: Facts) -> Part:
    """For each side, its changes of wording, the newest first, then what it says unchanged; what both say once."""
    a, b = (_told(facts, facts.wordings[side]) for side in facts.sides)
    both = {one.words for one in a} & {one.words for one in b}
    named = [
        (facts.name(facts.a), [one for one in a if one.words not in both], facts.sides),
        (facts.name(facts.b), [one for one in b if one.words not in both], facts.sides[::-1]),
        ("Both, in the same words", [one for one in a if one.words in both], facts.sides),
    ]
    groups = [
        drafted(title, some, lambda one: one.make(), 3, 6, f"communique wording --holder {side} --with {other}")
        for title, some, (side, other) in named
    ]
    return Part(
        "positions", "Positions, and what changed in their wording", groups,
        "No position of the two towards each other is in the ledger.",
    )  # fmt: skip


def _told(facts: Facts, rows: Sequence[Wording]) -> list[_Told]:
    """Changes by the day, what one report left out together, then what stays, the most often said first."""
    lineages: dict[str, list[Wording]] = {}
    for row in rows:
        lineages.setdefault(row.issue, []).append(row)
    dropped: dict[tuple[str, str], list[tuple[Wording, Wording]]] = {}
    found: list[_Told] = []
    for issue, some in sorted(lineages.items()):
        said = [row for row in some if row.formula]
        if not said:
            continue
        last = some[-1]
        turn = next((at for at in range(len(said) - 1, 0, -1) if said[at].change in _CHANGED), None)
        if last.change == "dropped" and facts.new(last.date):
            dropped.setdefault((last.report, said[-1].report), []).append((said[-1], last))
        elif turn is not None and facts.new(said[turn].date):
            before, now = said[turn - 1], said[turn]
            words: tuple[str | None, ...] = (issue, now.report, before.formula, now.formula)
            found.append(_Told((True, now.date or "", True, 0), words, partial(_reworded, facts, before, now)))
        elif last.change != "dropped":
            order = (False, "", False, len(said))
            found.append(_Told(order, (issue, last.report, last.formula), partial(_unchanged, facts, said)))
    for (report, _), left_out in dropped.items():
        order = (True, left_out[0][1].date or "", False, 0)
        words = (report, *(before.issue for before, _ in left_out), left_out[0][1].holder)
        found.append(_Told(order, words, partial(_dropped, facts, left_out)))
    return sorted(found, key=lambda one: one.order, reverse=True)


def _reworded(facts: Facts, before: Wording, now: Wording) -> Draft:
    old, new = (cut(row.formula or "", _FORMULA) for row in (before, now))
    how = "reversed" if before.stance and now.stance and before.stance != now.stance else now.change
    return line(
        [*_words(before), *_words(now)], (f"{_capital(issue_name(facts, now.issue))}, {how}: ", "strong"),
        *marked(old, new), (f" – {_by(facts, before)}; then {_by(facts, now)}", "note"),
    )  # fmt: skip


def _dropped(facts: Facts, some: Sequence[tuple[Wording, Wording]]) -> Draft:
    """What a report of the holder's own side left out of what one report had before."""
    last, now = some[0]
    names = [issue_name(facts, before.issue) for before, _ in some]
    shown = names[:_LEFT_OUT] + ([f"{len(names) - _LEFT_OUT} more"] if len(names) > _LEFT_OUT else [])
    return line(
        [words for before, _ in some[:_LEFT_OUT] for words in _words(before)[:1]],
        (f"Not said in {readout(facts, now.report)} of {day(now.date)}: ", "alert"), listed(shown),
        (f" – last said in {_by(facts, last)}", "note"),
    )  # fmt: skip


def _unchanged(facts: Facts, said: Sequence[Wording]) -> Draft:
    last = said[-1]
    often = f"said {counted(len(said), 'time')} since {day(said[0].date)}, last" if len(said) > 1 else "said once,"
    stance = "" if last.stance != "oppose" else ", opposed"
    return line(
        _words(last), (f"{_capital(issue_name(facts, last.issue))}{stance}: ", "strong"), (cut(last.formula or "", _FORMULA), "quote"),
        (f" – {often} {_by(facts, last)}", "note"),
    )  # fmt: skip


def _words(row: Wording) -> list[Words]:
    """The stretches that the formula was put together from; a formula of one stretch is told in the line."""
    return [
        Words(row.report, one, told=clean(one.quote) == clean(row.formula or "")) for one in row.evidence[:2]
    ]  # fmt: skip


def _by(facts: Facts, row: Wording) -> str:
    return f"{readout(facts, row.report)}, {day(row.date)}"


def marked(old: str, new: str) -> list[tuple[str, Kind]]:
    """Two formulas, the old before the new; where they have enough in common, with what went and what came marked."""
    is_cut = CUT in (old[-1:], new[-1:])  # then the two end at other places, which tells nothing
    was, now = old.split(" "), new.split(" ")
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [(old, "quote"), (" → ", "plain"), (new, "quote")]
    first: list[tuple[str, Kind]] = []
    then: list[tuple[str, Kind]] = []
    for op, start, end, begin, stop in matcher.get_opcodes():
        same = op == "equal" or (is_cut and max(len(was) - end, len(now) - stop) <= 1)
        first += [(" ".join(was[start:end]), "quote" if same else "old")] if end > start else []
        then += [(" ".join(now[begin:stop]), "quote" if same else "new")] if stop > begin else []
    return [*_spaced(first), (" → ", "plain"), *_spaced(then)]


def _spaced(runs: list[tuple[str, Kind]]) -> list[tuple[str, Kind]]:
    """With a space between each two, which is not itself marked."""
    every: list[tuple[str, Kind]] = []
    for run in runs:
        every += [(" ", "quote"), run] if every else [run]
    return every


def issue_name(facts: Facts, issue: str) -> str:
    """What the codebook calls an issue; its key, where it is another codebook's."""
    key, _, parameter = issue.partition(":")
    entry = load_codebook([]).section("issues").get(key)
    name = entry.label if entry is not None else key
    return f"{name} ({facts.name(parameter)})" if parameter else str(name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

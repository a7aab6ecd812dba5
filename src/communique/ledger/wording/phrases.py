"""Who uses a phrase: over all holders, since when, how often, in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from communique.knowledge.phrases import words_of
from communique.ledger.rows import Rows
from communique.ledger.wording.formulas import Formula
from communique.records import Evidence


@dataclass(frozen=True)
class Usage:
    """A holder's use of a phrase on an issue, in one formula: first and last time, in how many reports.

    ``reports`` are in the order of reports; ``evidence`` is that of the first use.
    """

    holder: str
    issue: str
    formula: str
    first: str | None
    last: str | None
    count: int
    counterparts: tuple[str, ...]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def says(formula: str, phrase: str) -> bool:
    """Whether a formula has the phrase, whatever the case, hyphens and quotation marks: "one-China" in "One China"."""
    return saying(phrase)(formula)


_PLAIN = re.compile("[a-z]+(?: [a-z]+)*")


def saying(phrase: str) -> Callable[[str], bool]:
    """What tells of one formula after the other whether it ``says`` the phrase.

    Most say it letter for letter, and need not be taken apart into words.
    """
    wanted, simple = words_of(phrase).lower, phrase.lower()
    size = len(wanted)
    plain = re.compile(rf"(?<![\w.']){simple}(?![\w.'])") if _PLAIN.fullmatch(simple) else None

    def told(formula: str) -> bool:
        if plain is not None and formula.isascii() and plain.search(formula.lower()):
            return True
        words = words_of(formula).lower
        return bool(size) and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))

    return told


def usages(formulas: Iterable[Formula], phrase: str) -> Rows[Usage]:
    """The uses of a phrase in ``formulas``, which stand in the order of their reports; by first use."""
    groups: dict[tuple[str, str, str], list[Formula]] = {}
    said = saying(phrase)
    for one in formulas:
        if said(one.text):
            groups.setdefault((one.holder, one.issue, one.text), []).append(one)
    return Rows(
        Usage(
            holder, issue, text, some[0].date, some[-1].date, len({one.report for one in some}),
            tuple(sorted({one.counterpart for one in some if one.counterpart})),
            tuple(dict.fromkeys(one.report for one in some)), some[0].evidence,
        )
        for (holder, issue, text), some in groups.items()
    )  # fmt: skip

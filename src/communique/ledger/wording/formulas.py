"""The formulas of a report: the exact words in which a holder takes a position, notes an issue or names a relation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.phrases import words_of
from communique.ledger.entry import Entry
from communique.ledger.ladder.labels import family
from communique.ledger.ladder.said import said_by
from communique.ledger.wording.changes import NOTED
from communique.ledger.wording.force import is_bare
from communique.ledger.wording.lexicon import Lexicon, lexicon
from communique.records import Evidence, Position, Relation, Statement

_WHOLE = 30
"""A statement of so many words at most may be a formula as a whole."""
LABEL = "label:"
"""What the ``issue`` of a formula begins with that names a relation; behind it the kind of relation."""

_NO_NAME = "diplomatic-relations"
"""What everybody calls them."""

_PARTED = re.compile(r"[;:]|,(?! “| \")|\b(?:and(?! of\b)|but|while|whereas)\b")
_GOES_ON = re.compile(
    r",\s*[“\"]?(?:as part of|as long as|so long as|provided|including|in particular|particularly|especially|subject to"
    r"|on condition|in accordance with|in line with|in all|on the basis of|based on|without|with|within|under)\b"
)


@dataclass(frozen=True)
class Formula:
    """The words in which ``holder`` speaks of ``issue`` to ``counterpart`` (None to nobody or to several) in a report.

    ``stance`` is None where they take note only, or name a relation. ``record`` is the record that they are from.
    """

    holder: str
    issue: str
    counterpart: str | None
    stance: str | None
    text: str
    evidence: tuple[Evidence, ...]
    record: str
    report: str
    path: str | None
    date: str | None


def formulas(entry: Entry, words: Lexicon | None = None) -> tuple[Formula, ...]:
    """The formulas of a report in the order of its text: of positions in the holders' own words, then the others.

    One side's account of the other's stand ("thanked Laos for its adherence to ...") is no formula of the other's.
    """
    known = words or lexicon()
    found = [one for position in entry.positions for one in _of_position(entry, position, known)]
    taken = {(one.holder, one.issue) for one in found}
    for one in _noted(entry, known):
        if (one.holder, one.issue) not in taken:
            taken.add((one.holder, one.issue))
            found.append(one)
    labels = {(one.holder, one.issue, one.text): one for relation in entry.relations for one in _names(entry, relation)}
    found += labels.values()
    return tuple(sorted(found, key=lambda one: (one.evidence[0].start, one.issue, one.holder)))


def is_own(entry: Entry, position: Position) -> bool:
    """Whether a position is told in the holder's own words, or in nobody's: not in another side's account."""
    around = [one for one in entry.statements if holds(one, position)]
    return not around or any(position.holder in one.holders for one in around)


def holds(statement: Statement, position: Position) -> bool:
    """Whether a position's first words lie in a statement."""
    first = position.evidence[0]
    return any(one.start < first.end and first.start < one.end for one in statement.evidence)


def counterpart_of(entry: Entry, holder: str) -> str | None:
    """The other of the two whose dealings the report is about."""
    others = [side for side in entry.sides if side != holder]
    return others[0] if len(entry.sides) == 2 and len(others) == 1 else None


def _of_position(entry: Entry, position: Position, known: Lexicon) -> Iterator[Formula]:
    if not is_own(entry, position):
        return
    own = [one for one in entry.statements if position.holder in one.holders and holds(one, position)]
    spans = tuple(_told(one, own, position.holder, known) for one in position.evidence)
    yield Formula(
        position.holder, position.issue, counterpart_of(entry, position.holder), position.stance,
        " … ".join(one.quote for one in spans), spans, position.id, entry.report, entry.path, entry.date,
    )  # fmt: skip


def _told(span: Evidence, statements: Sequence[Statement], holder: str, known: Lexicon) -> Evidence:
    """The words of a formula: the position's own with what else belongs to them in the statement.

    A bare name in a list ("Hong Kong, ... and Xizang are internal affairs") has its stand only in the whole.
    """
    around = [e for one in statements for e in one.evidence if e.start <= span.start and span.end <= e.end]
    if not around:
        return span
    whole = min(around, key=lambda e: (len(e.quote), e.start))
    if len(whole.quote.split()) <= _WHOLE and is_bare(span.quote, holder, known):
        return whole
    return _widened(span, whole, known)


def _widened(span: Evidence, whole: Evidence, known: Lexicon) -> Evidence:
    """The words with what stands beside them in the statement: "firm and", "of Laos", "as part of ..."."""
    low, high = span.start - whole.start, span.end - whole.start
    low = _from_firm(whole.quote[:low], known)
    while (parted := _PARTED.search(whole.quote, high)) and _GOES_ON.match(whole.quote, parted.start()):
        high = parted.end()
    high = (parted.start() if parted else len(whole.quote)) if high <= len(whole.quote) else high
    quote = whole.quote[low:high].rstrip()
    return Evidence(start=whole.start + low, end=whole.start + low + len(quote), quote=quote)


def _from_firm(before: str, known: Lexicon) -> int:
    """Where the formula begins: at "firm and" or "in principle," right before it, else behind what is before."""
    words = words_of(before)
    last = len(words.lower) - 1
    joined = last > 0 and words.lower[last] == "and"
    kind, end = ("firm", last) if joined else ("hedge", last + 1)
    beside = [one for one in known.find(words) if one.kind == kind and one.last == end]
    return words.starts[beside[0].first] if beside else len(before)


def _noted(entry: Entry, known: Lexicon) -> Iterator[Formula]:
    """Statements that take note of an issue without a stand on it."""
    for statement in entry.statements:
        for span in statement.evidence:
            words = words_of(span.quote)
            notes = [one for one in known.find(words) if one.kind == "level" and one.level == NOTED]
            if not notes:
                continue
            for at, issue in known.issues_named(words):
                if any(one.last <= at <= one.last + 8 for one in notes):
                    for holder in statement.holders:
                        yield Formula(
                            holder, issue, counterpart_of(entry, holder), None, span.quote, (span,), statement.id,
                            entry.report, entry.path, entry.date,
                        )  # fmt: skip


def _names(entry: Entry, relation: Relation) -> Iterator[Formula]:
    """A relation's name, as a formula of whoever gives it: of the two whose dealings the report is about."""
    kind = family(relation.label)
    if set(relation.parties) != set(entry.sides) or kind == _NO_NAME:
        return
    for holder in said_by(entry, relation):
        if holder in relation.parties:
            other = next(party for party in relation.parties if party != holder)
            yield Formula(
                holder, LABEL + kind, other, None, relation.label, relation.evidence, relation.id,
                entry.report, entry.path, entry.date,
            )  # fmt: skip

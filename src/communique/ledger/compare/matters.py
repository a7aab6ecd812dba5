"""What a readout says, matter by matter: the parts of its statements, and upgrades that no statement tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.ledger.commitments.dates import due_in
from communique.ledger.compare.formalities import is_formality
from communique.ledger.compare.parts import parts
from communique.ledger.entry import Entry
from communique.ledger.rows import Said
from communique.records import Evidence, Position, Record, Relation, Statement

NEWS = ("upgraded", "established", "agreed", "proposed")
"""Events of a relation that an occasion brings; that it is "described" is no matter of its own."""

_UNTIL = re.compile(
    r"\b(?:by|before|within|in|at|until|through|throughout|during|on|to|this|late|early|mid|later than|(?<!for )next)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:from|for|since|after)\b", re.IGNORECASE)
_BESIDE = re.compile(r",\s*(?:(?:on|in|of|at|for|to|by|with)\s+)?(?:which|where|when|who|whose)\b[^,;]*", re.IGNORECASE)
"""A clause told beside the matter: its date is not the matter's."""
_NEAR = 36
"""A date stands so near its preposition."""


@dataclass(frozen=True)
class Matter:
    """One thing that a readout says.

    ``whole`` is the statement (or relation) that it is a part of, ``place`` its place in the readout, ``before`` the
    words just before it, to which "its" and "the matter" may point. ``issues`` are (holder, issue) of the positions
    in it, ``relations`` those that it names, ``due`` the date that it sets.
    """

    whole: Statement | Relation
    evidence: tuple[Evidence, ...]
    place: int
    before: str = ""
    issues: frozenset[tuple[str, str]] = frozenset()
    relations: tuple[Relation, ...] = ()
    due: str | None = None

    @property
    def words(self) -> str:
        """Its words."""
        return " … ".join(one.quote for one in self.evidence)

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose word it is."""
        return self.whole.holders if isinstance(self.whole, Statement) else self.whole.parties

    @property
    def act(self) -> str | None:
        """Its act; None for a relation."""
        return self.whole.act if isinstance(self.whole, Statement) else None

    @property
    def strength(self) -> str | None:
        """Its strength; None where the act has none."""
        return self.whole.strength if isinstance(self.whole, Statement) else None

    @property
    def speaker(self) -> str | None:
        """The person quoted, where one is."""
        return self.whole.speaker if isinstance(self.whole, Statement) else None

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of the statement it is in."""
        return self.whole.topics if isinstance(self.whole, Statement) else ("political-trust",)

    def said(self) -> Said:
        """The row that tells it."""
        return Said(
            record=self.whole.id, layer=self.whole.record, holders=self.holders, act=self.act,
            strength=self.strength, speaker=self.speaker, evidence=self.evidence,
        )  # fmt: skip


def matters(entry: Entry) -> list[Matter]:
    """The matters of a readout in the order of its text; formalities are none."""
    found: list[tuple[Statement | Relation, Evidence]] = [
        (statement, part) for statement in entry.statements for part in parts(statement)
    ]
    found += [(relation, relation.evidence[0]) for relation in _untold_news(entry)]
    found.sort(key=lambda one: (one[1].start, one[1].end, one[0].id))
    all_told = [
        Matter(
            whole=whole,
            evidence=(part,),
            place=place,
            before=_before(found, place),
            issues=frozenset((one.holder, one.issue) for one in entry.positions if _ends_in(one, part)),
            relations=tuple(one for one in entry.relations if one is whole or _ends_in(one, part)),
            due=_due(part.quote, entry.date),
        )
        for place, (whole, part) in enumerate(found)
    ]
    return [one for one in all_told if one.issues or one.relations or not is_formality(one.words)]


def joined(some: list[Matter]) -> Matter:
    """Parts of one statement as one matter again."""
    first = some[0]
    return Matter(
        whole=first.whole,
        evidence=first.whole.evidence,
        place=first.place,
        before=first.before,
        issues=frozenset(issue for one in some for issue in one.issues),
        relations=tuple(relation for one in some for relation in one.relations),
    )


def _due(words: str, told: str | None) -> str | None:
    """The date by which or in which it is to be done: "by 2030", "in the first half of 2029", not "from October"."""
    plain = _BESIDE.sub(lambda match: " " * len(match[0]), words)
    for match in _UNTIL.finditer(plain):
        day = due_in(_SINCE.split(plain[match.start() : match.start() + _NEAR], maxsplit=1)[0], told)
        if day:
            return day
    return None


def _untold_news(entry: Entry) -> Iterator[Relation]:
    for relation in entry.relations:
        told = any(_overlap(relation.evidence[0], part) for one in entry.statements for part in one.evidence)
        if relation.event in NEWS and not told and not _long_ago(relation, entry.date):
            yield relation


def _long_ago(relation: Relation, told: str | None) -> bool:
    """Whether the event was before the month in which it is told: recalled, and nothing that the occasion brought."""
    size = min(len(relation.date or ""), len("2031-05"))
    return bool(relation.date and told) and str(relation.date)[:size] < str(told)[:size]


def _before(found: list[tuple[Statement | Relation, Evidence]], place: int) -> str:
    """The words of the part just before, if the two stand near one another."""
    if not place:
        return ""
    last, this = found[place - 1][1], found[place][1]
    return last.quote if this.start - last.end < 250 else ""


def _ends_in(record: Position | Relation | Record, part: Evidence) -> bool:
    """Whether a record's words end in the part: there the issue or label is named."""
    return any(part.start < one.end <= part.end for one in record.evidence)


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.start < b.end and b.start < a.end

"""As of a day: which reports are known, and how threads stood by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, not_, or_
from sqlalchemy import literal_column as literally

from communique.ledger.ask.dates import end_of, last_day
from communique.ledger.ask.given import of_each
from communique.ledger.ask.reports import newest
from communique.ledger.commitments import EVER, asked_last, judged
from communique.ledger.rows import Commitment
from communique.ledger.store.schema import standing as table

_AFTER = "~"
"""Sorts after all digits: a day is past, and so is a year, when with this it is still before a day."""


@dataclass(frozen=True)
class AsOf:
    """Reports dated before ``end`` are known; ``day`` is when what is overdue is judged, '' where no report has a date."""

    day: str
    end: str

    @classmethod
    def of(cls, connection: Connection, given: str | None) -> AsOf:
        """The end of the day, month or year given; by default all that the ledger knows, on its newest report's day."""
        return cls(last_day(given), end_of(given)) if given else cls(newest(connection) or "", EVER)

    def stood(self, a: str, b: str) -> tuple[ColumnElement[bool], ...]:
        """The stretches in which threads of these parties ('': any) stood then: one of each thread that had begun."""
        return *_of(a, b), *self.known

    def begun(self, a: str, b: str) -> tuple[ColumnElement[bool], ...]:
        """The same, found by when they were last told of, not by what has ended since: of an early day that is less."""
        told = (table.c.last_date < self.end, table.c.since < self.end)
        return (
            *_of(a, b),
            *told,
            table.c.until + "" >= self.end,
        )  # as it stands it would lead to the index of what ended

    def stand(self, a: str, b: str) -> tuple[ColumnElement[bool], ...]:
        """The same, to be told apart by kind and state: an index has those that stand so to this day in their order."""
        return (*_of(a, b), table.c.until == EVER) if self.end == EVER else self.stood(a, b)

    @property
    def known(self) -> tuple[ColumnElement[bool], ...]:
        """That it is how a thread stood then."""
        return table.c.since < self.end, table.c.until >= self.end

    @property
    def awaited(self) -> tuple[ColumnElement[bool], ...]:
        """That something was still to come by a date. As its index has it; ``>`` would take the place of another bound."""
        return table.c.open, table.c.due != literally("''")

    @property
    def over(self) -> tuple[ColumnElement[bool], ...]:
        """That the time (``due``, of any precision) was past: the year and the month of the day are not over."""
        return table.c.due.not_in((self.day[:4], self.day[:7])), table.c.due < self.day

    @property
    def coming(self) -> tuple[ColumnElement[bool], ...]:
        """That the time was not past."""
        return table.c.due + _AFTER >= self.day, table.c.due >= self.day[:4]

    def in_state(self, state: str) -> ColumnElement[bool]:
        """That a thread stood so: what was still open and whose time had passed without a word of it had lapsed."""
        lapsed = and_(*self.awaited, *self.over, table.c.last_date < table.c.due + _AFTER)
        return or_(lapsed, table.c.state == state) if state == "lapsed" else and_(table.c.state == state, not_(lapsed))


def _of(a: str, b: str) -> tuple[ColumnElement[bool], ...]:
    """Whose it is; '' written out, as the indices of all have it."""
    return tuple(column == (code or literally("''")) for column, code in ((table.c.a, a), (table.c.b, b)))


def judge(connection: Connection, rows: Sequence[tuple[str, Commitment]], at: AsOf) -> Iterator[Commitment]:
    """The rows, each given with the bucket of its thread, with what was overdue, had lapsed, or met with silence."""
    if not at.day:
        return (row for _, row in rows)
    asked = [_asked(bucket, row, at) for bucket, row in rows]
    met = _met(connection, asked, at)
    return (judged(row, at.day, met.get(one, ())) for one, (_, row) in zip(asked, rows, strict=True))


Asked = tuple[str, str, str]
"""Two sides, and when one of them last asked for something, of which nothing else was reported."""


def _asked(bucket: str, row: Commitment, at: AsOf) -> Asked | None:
    asked = asked_last(row)
    a, b = (*bucket.split("|"), "")[:2]
    return (a, b, asked) if asked is not None and b else None


def _met(connection: Connection, asked: Iterable[Asked | None], at: AsOf) -> dict[Asked | None, tuple[str]]:
    """When the two sides met next, by the reports up to then."""
    wanted = sorted({one for one in asked if one is not None})
    found = of_each(connection, _NEXT, wanted, day=at.day, end=at.end)
    return {one: (row.met,) for one, row in zip(wanted, found, strict=True) if row.met}


_NEXT = """
    (SELECT min(date) FROM occasion
     WHERE a = given.v0 AND b = given.v1 AND date > given.v2 AND date <= :day AND held < :end) AS met
"""

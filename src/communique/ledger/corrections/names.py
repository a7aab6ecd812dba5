"""Names that people said are of one person or thing: the name that is used, wherever records are worked on.

A record itself keeps the words of its report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sqlalchemy import Connection, select

from communique.ledger.corrections.rows import Merging
from communique.ledger.entry import Entry, parties_of
from communique.ledger.store import schema
from communique.records import Engagement, Record, Statement
from communique.records._base import content_id

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Names:
    """The names in use. Made of the merges in force, oldest first; of two of one name the later counts."""

    persons: dict[tuple[str, str | None], str] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, merges: Iterable[Merging]) -> Names:
        """The names after these merges."""
        names = cls()
        for one in merges:
            if one.undone_at is not None:
                continue
            if one.kind == "person":
                names.persons[one.name, one.country] = one.into
            else:
                names.things[one.name] = one.into
        return names

    def person(self, name: str, parties: Collection[str]) -> str:
        """The name in use of a person who is named in dealings of these parties."""
        seen = {name}
        while True:
            own = [self.persons.get((name, code)) for code in sorted(parties)]
            into = next((one for one in own if one is not None), None) or self.persons.get((name, None))
            if into is None or into in seen:  # a circle cannot be made, but merges of several countries may form one
                return name
            name = into
            seen.add(name)

    def thing(self, name: str) -> str:
        """The name in use of an instrument, mechanism, forum, initiative or project."""
        seen = {name}
        while (into := self.things.get(name)) is not None and into not in seen:
            name = into
            seen.add(name)
        return name

    def record(self, record: AnyRecord) -> AnyRecord:
        """A record with its persons by the names in use; its id stays."""
        if not self.persons:
            return record
        parties = parties_of(record)
        if isinstance(record, Engagement):
            named = tuple(dict.fromkeys(self.person(name, parties) for name in record.participants))
            return record if named == record.participants else record.model_copy(update={"participants": named})
        if isinstance(record, Statement) and record.speaker:
            name = self.person(record.speaker, parties)
            return record if name == record.speaker else record.model_copy(update={"speaker": name})
        return record

    def entry(self, entry: Entry) -> Entry:
        """An entry with the names in use; one that has them stays as it is."""
        if entry.merged is not None:
            return entry
        if not self.persons and not self.things:
            return replace(entry, merged="")
        engagements = tuple(self.record(one) for one in entry.engagements)
        statements = tuple(self.record(one) for one in entry.statements)
        called = self._called(entry)
        met = [[a.id, a.participants] for a, b in zip(engagements, entry.engagements, strict=True) if a is not b]
        said = [[a.id, a.speaker] for a, b in zip(statements, entry.statements, strict=True) if a is not b]
        merged = content_id([met, said, called]) if met or said or called else ""
        return replace(entry, engagements=engagements, statements=statements, called=called, merged=merged)

    def _called(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """The merged things that stand in the words of a report, each with the name in use; the longest names first."""
        if not self.things:
            return ()
        words = "\n".join(span.quote for one in entry.records() for span in one.evidence)
        own = {one.name for one in entry.references}
        found = [(name, self.thing(name)) for name in self.things if name in own or name in words]
        return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


def names_of(connection: Connection) -> Names:
    """The names in use in a ledger."""
    return Names.of(merges_of(connection, in_force=True))


def merges_of(connection: Connection, *, in_force: bool = False) -> list[Merging]:
    """The merges of a ledger, oldest first."""
    table = schema.merging
    query = select(table).order_by(table.c.no)
    if in_force:
        query = query.where(table.c.undone_at.is_(None))
    return [
        Merging(
            id=row.id, kind=row.kind, name=row.name, into=row.meant, country=row.country, who=row.who, at=row.at,
            why=row.why, undone_by=row.undone_by, undone_at=row.undone_at, undone_why=row.undone_why,
        )
        for row in connection.execute(query)
    ]  # fmt: skip

"""What the ledger answers with: typed rows, in lists that turn into JSON, Polars or pandas (codebook, Derived)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Generic, Literal, TypeVar

from communique.records import Evidence, Record

State = Literal[
    "stated", "asked", "answered", "refused", "restated", "hardened", "softened", "broadened", "narrowed",
    "in-progress", "done", "planned", "moved", "held", "cancelled", "overtaken", "lapsed",
]  # fmt: skip
Change = Literal["first", "same", "hardened", "softened", "reworded", "dropped"]
Difference = Literal["act", "strength", "wording", "attribution"]


@dataclass(frozen=True)
class Step:
    """One step in the history of a commitment. ``sure`` is False where the link is left open ("possibly").

    ``reason`` says in words why the step belongs here and what changed, ``likeness`` how near the words are (0 to 1;
    None for a first step). A ``lapsed`` step told by nobody has no evidence.
    """

    report: str
    path: str | None
    date: str | None
    state: State
    sure: bool = True
    reason: str = ""
    likeness: float | None = None
    record: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Commitment:
    """A pledge, agreement, request or planned engagement, followed through the reports.

    ``due`` is when it is to be done by, as last told (an ISO prefix); ``named`` the instruments, projects and
    mechanisms in it; ``condition`` the words that make it depend on something. ``score`` follows the G7 Research
    Group's compliance manual: 1, 0, -1 or None. As of a day (by default that of the ledger's newest report):
    ``overdue`` where its time is past and it is not told as done, ``days`` since it was first told, ``silence`` the
    first later meeting of the two at which what was asked was not taken up.

    Of a long ``history`` lists have the first step and the newest, the last sure one among them; ``steps`` is how many
    there are in all. What is said of the whole is by all of them: ``only_asked``, nothing is told but that it was asked
    for; ``outlets``, the countries of the outlets that surely tell of it, in the order in which they first did (None: of
    one of no known country).
    """

    id: str
    kind: Literal["pledge", "agreement", "request", "engagement"]
    promisors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    what: str
    state: State
    score: int | None
    strength: str | None
    due: str | None
    condition: str | None
    named: tuple[str, ...]
    history: tuple[Step, ...]
    overdue: bool = False
    days: int | None = None
    silence: str | None = None
    steps: int = 0
    only_asked: bool = False
    outlets: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: what a report says that two sides call, or came to call, their relationship.

    ``said_by`` are those whose word it is, ``outlet`` is the country of the outlet that has it so: of what two sides
    decided together, each gives the name in words of its own. ``parties`` are the two, in the order of their codes.
    """

    date: str | None
    label: str
    event: str
    said_by: tuple[str, ...]
    report: str
    path: str | None
    told: str | None
    tier: str | None
    evidence: tuple[Evidence, ...]
    outlet: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wording:
    """A formula: the exact words in which a holder takes a position in a report, and how they changed.

    ``formula`` is None where the position was ``dropped``: the holder's own side reported and did not say it.
    """

    date: str | None
    report: str
    path: str | None
    holder: str
    issue: str
    counterpart: str | None
    stance: str | None
    formula: str | None
    change: Change
    evidence: tuple[Evidence, ...]
    record: str | None = None


@dataclass(frozen=True)
class Said:
    """One statement, engagement or relation in a comparison."""

    record: str
    layer: str
    holders: tuple[str, ...]
    act: str | None
    strength: str | None
    speaker: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Pair:
    """What both readouts say of one matter, and in what they differ."""

    a: Said
    b: Said
    differs: tuple[Difference, ...]
    words: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two readouts of one occasion. ``first_named`` is whose side each names first.

    ``topics`` are the topics in the order in which each comes to them, ``same_order`` whether what both say comes in
    one order.
    """

    a: str
    b: str
    only_a: tuple[Said, ...]
    only_b: tuple[Said, ...]
    both: tuple[Pair, ...]
    first_named: tuple[str | None, str | None] = (None, None)
    topics: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    same_order: bool = True


@dataclass(frozen=True)
class Person:
    """A person who speaks for a country, as reports name them: ``office`` in the words of the one that told it last.

    ``offices`` are those of the codebook in it, ``also`` the other spellings of the name. Seen means taking part or
    speaking, at the dates of the occasions and reports; ``times`` counts the reports. ``told`` is when the office was
    last told, ``later`` who was told in it since then. The evidence has the name, with the office where there is one.
    """

    country: str
    name: str
    office: str | None
    offices: tuple[str, ...]
    rank: str | None
    also: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    times: int
    told: str | None
    later: str | None
    report: str
    path: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Holder:
    """A party that takes positions: how often it is told to take one, and when last."""

    code: str
    times: int
    last: str | None


@dataclass(frozen=True)
class Use:
    """A holder's use of a phrase on an issue: first and last time, in how many reports, towards whom."""

    holder: str
    issue: str
    first: str | None
    last: str | None
    reports: int
    counterparts: tuple[str, ...]


Row = TypeVar("Row")


class Rows(list[Row], Generic[Row]):
    """A list of rows. ``total`` is how many there are in the ledger, where a limit cut the list."""

    def __init__(self, rows: Iterable[Row] = (), total: int | None = None) -> None:
        super().__init__(rows)
        self.total = len(self) if total is None else total

    def as_dicts(self) -> list[dict[str, Any]]:
        """Each row as a dictionary of plain values, as ``--format json`` prints it."""
        return [as_dict(row) for row in self]

    def to_polars(self) -> Any:
        """A Polars frame, a column for each field. Needs ``communique[tables]``."""
        import polars as pl

        return pl.DataFrame(self.as_dicts(), infer_schema_length=None)

    def to_pandas(self) -> Any:
        """A pandas frame, a column for each field. Needs ``communique[tables]``."""
        import pandas as pd

        return pd.DataFrame(self.as_dicts())


def as_dict(row: Any) -> Any:
    """A row, or a value in it, as plain values: dictionaries, lists, text and numbers."""
    if isinstance(row, Record):
        return row.model_dump(mode="json")
    if isinstance(row, Evidence):
        return {"start": row.start, "end": row.end, "quote": row.quote}
    if is_dataclass(row) and not isinstance(row, type):
        return {field.name: as_dict(getattr(row, field.name)) for field in fields(row)}
    if isinstance(row, tuple | list):
        return [as_dict(one) for one in row]
    return row


__all__ = [
    "Change", "Commitment", "Comparison", "Difference", "Holder", "Pair", "Person", "Row", "Rows", "Rung", "Said", "State",
    "Step", "Use", "Wording", "as_dict",
]  # fmt: skip

"""Corrections laid over what the reader made of a report: a pure function of both, done anew at each reading.

What people said of one record is kept together in a slot. The later of two corrections of a record counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from communique.ledger.corrections.likeness import (
    content,
    found_again,
    likeness,
    same_content,
    tells_the_same,
)
from communique.ledger.corrections.rows import Correction, Judged
from communique.records import Record
from communique.records._base import content_id

MADE_BY_READER = (None, "accepted", "rejected", "replaced")
"""The standings of records that the newest reading made; the others are of people."""
SET_ASIDE = ("rejected", "replaced")
"""The standings of records that do not count."""


def person_id(record: Record) -> str:
    """The id of a person's record: never that of a reader's, even where both say the same."""
    return content_id({**content(record), "by": "person"})


def of_person(record: Record, **changes: Any) -> Record:
    """A person's record with some fields changed, and its id."""
    made = record.model_copy(update=changes)
    return made.model_copy(update={"id": person_id(made)})


@dataclass
class Slot:
    """One record of a report and what people said of it.

    ``base`` is what the newest reading made, ``active`` what counts; either may be None. ``last`` is what counted last.
    """

    base: Record | None
    active: Record | None
    last: Record | None
    ids: set[str]
    said: list[Correction] = field(default_factory=list)
    outcomes: list[tuple[int, str | None]] = field(default_factory=list)

    def end_in(self, record: Record | None, correction: Correction) -> None:
        """What counts from this correction on."""
        self.active = record
        self.last = record or self.last
        self.outcomes.append((len(self.said), record.id if record else None))
        self.note(correction)
        if record is not None:
            self.ids.add(record.id)

    def note(self, correction: Correction) -> None:
        """That something was said of it, in force or not."""
        self.said.append(correction)
        self.ids.update(one for one in (correction.target, _id(correction.after)) if one)

    def rows(self) -> Iterator[tuple[Record, str | None]]:
        """The records that are kept, each with its standing."""
        if self.base is not None:
            yield self.base, self._standing_of_base()
        if self.active is not None and self.active is not self.base:
            yield self.active, self._standing_of_own(self.active)

    def _standing_of_base(self) -> str | None:
        if not self.outcomes:
            return None
        if self.active is None:
            return "rejected"
        return "accepted" if self.active is self.base else "replaced"

    def _standing_of_own(self, own: Record) -> str:
        made = [one.kind for one in self.said if one.kind in ("edit", "add") and _id(one.after) == own.id]
        return {"edit": "edited", "add": "added"}.get(made[-1] if made else "", "kept")

    def judged(self) -> Judged:
        """How it stands, for people."""
        record = self.active or self.last or self.base
        assert record is not None  # a slot is made of a reader's record or a person's
        standing: Any = "read"
        if self.outcomes and self.active is None:
            standing = "rejected"
        elif self.outcomes:
            own = self.active is not None and self.active is not self.base
            standing = self._standing_of_own(record) if own else "accepted"
        before = self.base if self.base is not None and self.base is not record else None
        return Judged(record, "accepted" if standing == "kept" else standing, before, self.corrections())

    def corrections(self) -> tuple[Correction, ...]:
        """What was said, each with what comes of it."""
        now = _id(self.active)
        came = dict(self.outcomes)
        return tuple(
            one if at not in came else replace(one, effect="in-force" if came[at] == now else "overruled")
            for at, one in enumerate(self.said)
        )


@dataclass
class Laid:
    """What a report says after corrections. ``loose`` are those that apply to nothing in it."""

    slots: list[Slot]
    loose: list[Correction]

    def rows(self) -> Iterator[tuple[Record, str | None]]:
        """The records that are kept, each once with its standing; those set aside too, the reader's first."""
        own: dict[str, tuple[Record, str | None]] = {}
        for slot in self.slots:
            for record, standing in slot.rows():
                if record is slot.base:
                    yield record, standing
                else:  # of two slots that end in one record it is there once
                    own[record.id] = record, standing
        made = {slot.base.id for slot in self.slots if slot.base is not None}
        yield from (row for id_, row in own.items() if id_ not in made)

    def records(self) -> list[Record]:
        """The records that count."""
        return [record for record, standing in self.rows() if standing not in SET_ASIDE]

    def judged(self) -> tuple[Judged, ...]:
        """Those of which something was said."""
        return tuple(slot.judged() for slot in self.slots if slot.said)

    def corrections(self) -> Iterator[Correction]:
        """All, each with its effect."""
        for slot in self.slots:
            yield from slot.corrections()
        yield from self.loose

    def slot_of(self, record: str) -> Slot | None:
        """The slot that a record's id names, whoever made it."""
        return next((slot for slot in self.slots if record in slot.ids), None)


def lay(made: Iterable[Record], corrections: Sequence[Correction], report: str, text: str) -> Laid:
    """Lay ``corrections`` (oldest first) over the records that a reading of ``report`` made.

    A correction made on another version of the page is carried over where its words are found in ``text``. One whose
    record is no longer made is applied to the likeliest other of the same words, else stands by itself.
    """
    slots = [Slot(one, one, one, {one.id}) for one in {one.id: one for one in made}.values()]
    laid = Laid(slots, [])
    if not corrections:
        return laid
    carried = [(one, _carried(one, report, text)) for one in corrections]
    named = {_id(here.before) for one, here in carried if here is not None and one.undone_at is None}
    for one, here in carried:
        if here is None:
            laid.loose.append(replace(one, effect="undone" if one.undone_at else "words-gone"))
        else:
            _Laying(laid, named - {None}, one, here).run()
    return laid


@dataclass
class _Here:
    """What a correction says, in the words of the report that it is laid over."""

    before: Record | None
    after: Record | None


def _carried(one: Correction, report: str, text: str) -> _Here | None:
    """None where its words are no longer there."""
    if one.report == report:
        return _Here(one.before, one.after)
    before = _moved(one.before, report, text)
    after = _moved(one.after, report, text)
    if (one.after is not None and after is None) or (one.after is None and before is None):
        return None
    return _Here(before, after)


def _moved(record: Record | None, report: str, text: str) -> Record | None:
    evidence = found_again(record.evidence, text) if record is not None else None
    if record is None or evidence is None:
        return None
    if record.id == person_id(record):
        return of_person(record, report=report, evidence=evidence)
    fields = record.model_dump(exclude={"id", "report", "evidence"})
    return type(record).model_validate({**fields, "report": report, "evidence": evidence})  # its id anew


class _Laying:
    """One correction being laid over what those before it left."""

    def __init__(self, laid: Laid, named: set[str | None], said: Correction, here: _Here) -> None:
        self.laid, self.named, self.here = laid, named, here
        self.said = replace(said, effect="undone") if said.undone_at else said

    def run(self) -> None:
        """Lay it."""
        slot = self._slot()
        if self.said.undone_at is not None:
            if slot is None:
                self.laid.loose.append(self.said)
            else:
                slot.note(self.said)
                slot.ids.update(one for one in (_id(self.here.before), _id(self.here.after)) if one)
            return
        if self.said.kind == "reject":
            if slot is None:
                self.laid.loose.append(replace(self.said, effect="moot"))
            else:
                slot.end_in(None, self.said)
            return
        wanted = self.here.before if self.said.kind == "accept" else self.here.after
        assert wanted is not None  # the types of correction see to it
        if slot is None:
            slot = Slot(None, None, None, set())
            self.laid.slots.append(slot)
        elif slot.base is not None and same_content(slot.base, wanted):
            wanted = slot.base
        slot.ids.update(one for one in (_id(self.here.before), wanted.id) if one)
        slot.end_in(wanted, self.said)

    def _slot(self) -> Slot | None:
        """The slot that it is about: by name, else by likeness."""
        about = self.here.before
        if self.said.kind == "add":
            return self._of_same_content(self.here.after)
        for id_ in (_id(about), self.said.target):
            slot = self.laid.slot_of(id_) if id_ else None
            if slot is not None:
                return slot
        slot = self._of_same_content(self.here.after)  # the reader may have learnt what the person said
        if slot is not None or about is None:
            return slot
        near = [slot for slot in self._unclaimed() if self._fits(about, slot.base)]
        return max(near, key=lambda slot: _nearness(about, slot.base), default=None)

    def _of_same_content(self, record: Record | None) -> Slot | None:
        if record is None:
            return None
        for slot in self.laid.slots:
            if any(one is not None and same_content(one, record) for one in (slot.base, slot.last)):
                return slot
        return None

    def _unclaimed(self) -> Iterator[Slot]:
        """Slots of the reader's that no correction names and nobody has said anything of."""
        for slot in self.laid.slots:
            if slot.base is not None and slot.base.id not in self.named and not slot.outcomes:
                yield slot

    def _fits(self, about: Record, other: Record | None) -> bool:
        if other is None:
            return False
        # To put a person's record in the place of one that is no longer the same is safe; to take one away is not.
        return tells_the_same(about, other) if self.said.kind == "reject" else likeness(about, other) > 0


def _nearness(about: Record, other: Record | None) -> float:
    return likeness(about, other) if other is not None else 0.0


def _id(record: Record | None) -> str | None:
    return record.id if record is not None else None

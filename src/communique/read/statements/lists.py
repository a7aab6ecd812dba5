"""Lists: "It was agreed to:" and its items, "the Ministers:" and what they did, one paragraph each.

An item without a subject takes what its opening left open: the subject ("the Ministers: 1. Ratified ..."), or the
verb too ("agreed to: - reopen ..."); in the latter case the items of one strength are one statement (codebook, 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.scene import Block, Unit
from communique.read.statements.clauses import main_clause, verbal
from communique.read.statements.told import Told
from communique.read.statements.voices import Voice
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from communique.read.statements.decision import Decision
    from communique.read.statements.narration import Narration


@dataclass(slots=True)
class _Opening:
    """What the paragraph before a list leaves open."""

    who: Who | None
    act: str | None = None
    strength: str | None = None
    rule: str = ""
    start: int = 0


class Lists:
    """Remembers the openings of the lists of one report."""

    def __init__(self) -> None:
        self._openings: dict[int, _Opening] = {}

    def read(self, reader: Narration, unit: Unit, voice: Voice) -> list[Told]:
        """What an item of a list says by its opening; ``[]`` where it stands by itself."""
        if unit.block.kind == "intro" and _last_of(reader, unit):
            self._open(reader, unit, voice)
        intro = unit.block.intro
        if intro is None or unit.kind != "sentence" or not _first_of(reader, unit):
            return []
        opening = self._openings.get(intro.para)
        if opening is None or opening.who is None or not opening.who.parties or len(unit.doc) == 0:
            return []
        first = unit.doc[1] if unit.doc[0].lower_ in ("to", "also", "and") and len(unit.doc) > 1 else unit.doc[0]
        reader.unit, reader.cases, reader.told = unit, Cases(reader.scene, unit), []
        if first.tag_ == "VBD" or (first.tag_ == "VBN" and first.dep_ == "ROOT"):
            return _told_by(reader, unit, opening.who)
        bare = (
            first.tag_ in ("VB", "VBP", "VBG")
            or (unit.doc[0].lower_ == "to")
            or (opening.act is not None and not _has_subject(unit))
        )
        if opening.act is None or not bare:
            return []
        return self._item(reader, unit, opening)

    def _open(self, reader: Narration, unit: Unit, voice: Voice) -> None:
        clause = main_clause(unit.doc)
        cases = Cases(reader.scene, unit)
        reader.unit, reader.cases = unit, cases
        if clause is None:
            named = [
                m
                for m in reader.scene.mentions_in(unit.start, unit.end)
                if m.kind in ("joint", "country", "person", "office") and m.parties
            ]
            if named:
                self._openings[unit.block.para] = _Opening(
                    Who(named[-1].parties, None, named[-1].kind, named[-1].start)
                )
            return
        last = clause.after[-1] if clause.after else clause
        who = reader.subject(last) or reader.subject(clause)
        decision: Decision | None = reader.judge.decide(last, cases, who)
        if who is None and decision is not None:
            who = reader.impersonal(last, decision)
            decision = reader.judge.decide(last, cases, who) or decision
        if who is None and len(voice.parties) > 1:
            who = Who(voice.parties, voice.speaker, "joint", unit.start)
        opening = _Opening(who, start=unit.start)
        if decision is not None and who is not None:
            opening.act, opening.strength, opening.rule = decision.act, decision.strength, decision.rule
            if opening.act is None and decision.rule.endswith(("/agree", "/decide")):
                opening.act, opening.strength = ("agree", "firm") if who.joint else ("pledge", "firm")
        self._openings[unit.block.para] = opening

    def _item(self, reader: Narration, unit: Unit, opening: _Opening) -> list[Told]:
        assert opening.who is not None
        doc = unit.doc
        head = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
        strength = opening.strength
        if (
            opening.act in ("agree", "pledge")
            and strength == "firm"
            and any(reader.judge.tentative(t) for t in doc[:3] if verbal(t) or t.tag_.startswith("NN"))
        ):
            strength = "tentative"
        told = Told(
            opening.act or "agree",
            strength,
            opening.who.parties,
            opening.who.person,
            0,
            len(doc) - 1,
            opening.rule,
            doc[0],
            head,
            False,
            opening=opening.start,
        )
        return [told]


def _told_by(reader: Narration, unit: Unit, who: Who) -> list[Told]:
    """ "1. Ratified the decision ...": the reporter's words, the subject being the list's."""
    clause = main_clause(unit.doc)
    if clause is None:
        return []
    reader.narrate(clause, who)
    return reader.told


def _has_subject(unit: Unit) -> bool:
    root = next((t for t in unit.doc if t.dep_ == "ROOT"), None)
    return root is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children)


def _first_of(reader: Narration, unit: Unit) -> bool:
    before: Block | None = reader.scene.units[unit.index - 1].block if unit.index else None
    return before is not unit.block


def _last_of(reader: Narration, unit: Unit) -> bool:
    units = reader.scene.units
    return unit.index + 1 >= len(units) or units[unit.index + 1].block is not unit.block

"""Whose words a sentence is: the reporter's, a speaker's, or the document's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.read.actors.turns import speaker
from communique.read.scene import Block, Person, Scene, Unit
from communique.read.statements.clauses import Clause, main_clause
from communique.read.statements.who import Cases, Who


@dataclass(frozen=True, slots=True)
class Voice:
    """``kind``: ``narration`` (the reporter's), ``reported`` (a speaker's) or ``own`` (the document's own).

    ``default`` is the act of what the speaker says where the clause itself decides none.
    """

    kind: str
    parties: tuple[str, ...] = ()
    speaker: Person | None = None
    default: str = "assess"
    spokesperson: bool = False
    mode: str = ""
    sentence: bool = False


_BRIEFING = re.compile(r"\b(?:briefing|press conference|remarks|answers) by\b", re.IGNORECASE)
_MINISTRY = re.compile(
    r"according to (?:the|its) (?:[A-Z]\w+ )?(?:Ministry|Department|Presidency|Cabinet|Chancellery|Prime Minister['’]s Office)\b"
)
"""Bodies of state without a country: the outlet's own."""

NARRATION = Voice("narration")


class Voices:
    """Tells the voice of each unit; keeps who spoke last in the paragraph."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._turns: dict[str, Person | None] = {}
        self._nameless = Person("", scene.home, ["spokesperson"])
        self.last: Voice | None = None
        self._para = -1

    def of(self, unit: Unit, attributed: Voice | None) -> Voice:
        """The voice of ``unit``; ``attributed`` is the voice its attribution tells, if it has one."""
        if unit.block.para != self._para:
            self._para = unit.block.para
            self.last = None
        if unit.kind == "attribution":
            return self._document(unit.block) if unit.block.turn else NARRATION
        if attributed is not None and unit.mask is not None and unit.mask[0] - unit.start > 60:
            return NARRATION  # the attribution is inside a later clause of the sentence
        if attributed is not None:
            return attributed
        document = self._document(unit.block)
        if unit.quoted and document.kind == "narration":
            return self.last or self._ahead(unit) or document
        return document

    def _document(self, block: Block) -> Voice:
        scene = self._scene
        if block.label == "notes":
            return NARRATION
        if block.turn and self._speaks(block.turn):
            person = self._turn(block.turn)
            party = person.country if person and person.country else scene.home
            if party:
                return Voice("own", (party,), person, spokesperson=scene.genre == "transcript")
        if scene.genre == "transcript" and scene.home and self._briefed(block):
            return Voice("own", (scene.home,), self._turn(""), spokesperson=True)
        if scene.genre == "joint" and len(scene.sides) > 1:
            return Voice("own", scene.sides)
        if scene.genre in ("first-person",) and scene.home:
            return Voice(
                "own", (scene.home,), scene.cast[0] if scene.cast and scene.cast[0].country == scene.home else None
            )
        if scene.genre == "communique" and (scene.author or scene.home):
            return Voice("own", scene.author or (scene.home or "",))
        return NARRATION

    def _speaks(self, label: str) -> bool:
        """Whether it is somebody who speaks behind ``label``: in a joint document "Trade and Energy:" only names a chapter."""
        return self._scene.genre != "joint" or speaker(label, self._scene.cast) is not None

    def _briefed(self, block: Block) -> bool:
        """Whether a paragraph without a label is of the briefing that the title names: nobody is told to speak in it."""
        scene = self._scene
        title = scene.report.title or next((scene.text[b.start : b.end] for b in scene.blocks if b.kind == "title"), "")
        if block.turn or block.kind != "body" or not _BRIEFING.search(title):
            return False
        person = self._turn("")
        said = any(u.block is block and (u.attribution is not None or u.quoted) for u in scene.units)
        return not said and all(person not in m.persons for m in scene.mentions_in(block.start, block.end))

    def _turn(self, label: str) -> Person | None:
        if label not in self._turns:
            named = speaker(label, self._scene.cast)
            officials = [p for p in self._scene.cast if any("spokes" in o for o in p.offices)]
            if not officials and self._unnamed_spokesperson(label):
                officials = [self._nameless]
            officials = officials or self._scene.cast[:1]
            self._turns[label] = named or next((p for p in officials if p.country == self._scene.home), None)
        return self._turns[label]

    def _unnamed_spokesperson(self, label: str) -> bool:
        """Whether it is a spokesperson who speaks, by the label of the turn or those of others."""
        labels = [label, *(block.turn or "" for block in self._scene.blocks)]
        return any("spokes" in one.lower() for one in labels)

    def _ahead(self, unit: Unit) -> Voice | None:
        """The speaker that an attribution later in the paragraph names."""
        scene = self._scene
        for later in scene.units[unit.index + 1 : unit.index + 9]:
            if later.block is not unit.block:
                break
            if later.attribution is not None and later.mask is None:
                return attribution_voice(scene, later.attribution)
        return None

    def ahead(self, unit: Unit) -> Voice | None:
        """As for quotes: who speaks by an attribution at the end of the paragraph (codebook, 2: it covers what is before)."""
        return self._ahead(unit)


def attribution_voice(scene: Scene, unit: Unit) -> Voice | None:
    """The voice that an attribution ("Wang said", "according to Mao") gives to its content."""
    text = scene.text[unit.start : unit.end]
    cases = Cases(scene, unit)
    if text.lower().startswith("according to"):
        for mention in scene.mentions_in(unit.start, unit.end):
            if (
                mention.kind in ("person", "office", "country", "pronoun", "organisation")
                and mention.parties
                and mention.start - unit.start < 20
            ):
                person = mention.persons[0] if len(mention.persons) == 1 else None
                return _reported(Who(mention.parties, person, mention.kind, mention.start), "say")
        if scene.home in scene.sides and _MINISTRY.match(text[:1].lower() + text[1:]):
            return _reported(Who((scene.home or "",), None, "country", unit.start), "say")
        return None
    clause = main_clause(unit.doc)
    if unit.doc[len(unit.doc) - 1 - (unit.doc[-1].is_punct)].lower_ in ("reports", "reported"):
        return None  # the outlet's own source
    who = _subject(clause, cases) or _first(scene, unit)
    if who is None or not who.parties:
        return None
    return _reported(who, clause.verb.lower_ if clause is not None else "said")


def _subject(clause: Clause | None, cases: Cases) -> Who | None:
    return cases.who(clause.subject) if clause is not None else None


def _first(scene: Scene, unit: Unit) -> Who | None:
    for mention in scene.mentions_in(unit.start, unit.end):
        if mention.kind in ("person", "office", "pronoun", "country", "joint") and mention.parties:
            return Who(
                mention.parties, mention.persons[0] if len(mention.persons) == 1 else None, mention.kind, mention.start
            )
    return None


def _reported(who: Who, verb: str) -> Voice:
    person = who.person
    spokesperson = person is not None and "spokesperson" in " ".join(person.offices)
    default = "announce" if verb in ("announced", "announces", "disclosed", "revealed") else "assess"
    mode = "pledge" if verb in ("pledged", "promised", "vowed", "assured") else ""
    return Voice("reported", who.parties, person, default, spokesperson, mode)

"""From a scene to statements: each sentence's clauses, in the voice that they are said in, become drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.knowledge import Codebook, load_codebook
from communique.read.anchor import unit_anchors
from communique.read.draft import Draft
from communique.read.scene import Person, Scene, Unit
from communique.read.statements import finish
from communique.read.statements.answers import answers
from communique.read.statements.beside import subjects_before_modals
from communique.read.statements.bullets import points
from communique.read.statements.clauses import Clause, main_clause
from communique.read.statements.interrupted import interrupted
from communique.read.statements.lists import Lists
from communique.read.statements.narration import Narration
from communique.read.statements.own import own_words
from communique.read.statements.questions import suggested, suggests
from communique.read.statements.repair import repair
from communique.read.statements.taken_up import taken_up
from communique.read.statements.told import Told
from communique.read.statements.voices import NARRATION, Voice, Voices, attribution_voice
from communique.read.statements.who import Cases

if TYPE_CHECKING:
    pass

_ISSUED = re.compile(
    r"\b(?:text of the following|the following) (?:\w+ )?(?:statement|communiqu[eé]|declaration|text|press release)"
    r"\b.{0,40}\b(?:released|issued|adopted|published)\b|\b(?:released|issued|adopted|published) the following\b",
    re.IGNORECASE,
)
"""How a document is handed out: words about the document, not of it."""


_COURTESY = re.compile(
    r"(?:Many thanks|Thank you|Thanks)(?: (?:all|very much|so much|again))*(?: for (?:your (?:kind )?attention|your time|your questions|coming|listening))?\W*"
)
"""With what a speech ends."""


_TURNING_TO = frozenset({"turning", "touching", "returning", "moving", "coming", "reverting", "referring"})
_AS_A_SIDE = frozenset({"side", "sides", "delegation", "party", "ministry", "he", "she", "they"})


def statements(scene: Scene, codebook: Codebook | None = None) -> list[Draft]:
    """The statements of ``scene`` as drafts, in the order of the text."""
    return Extractor(scene, codebook or load_codebook()).run()


class Extractor(Narration):
    """Reads one scene, sentence by sentence."""

    def __init__(self, scene: Scene, codebook: Codebook) -> None:
        super().__init__(scene, codebook)
        self.lists = Lists()

    def run(self) -> list[Draft]:
        """All statements of the scene, in the order of the text."""
        scene = self.scene
        voices = Voices(scene)
        out: list[Draft] = []
        spoke: Person | None = None
        for unit, self.anchor in zip(scene.units, unit_anchors(scene), strict=True):
            try:
                spoke = self._unit(unit, voices, spoke, out)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                # One sentence that cannot be read loses that sentence (DESIGN, 5).
                scene.faults.append((unit.start, unit.end, f"statements: {type(error).__name__}: {error}"))
        return finish.settle(scene, out)

    def _unit(self, unit: Unit, voices: Voices, spoke: Person | None, out: list[Draft]) -> Person | None:
        """Read one unit into ``out``; gives who spoke last, for what follows a semicolon."""
        scene = self.scene
        attributed = attribution_voice(scene, unit.attribution) if unit.attribution is not None else None
        voice = voices.of(unit, attributed)
        if unit.kind == "that" and self.content_voice is not None:
            voice = self.content_voice
        elif unit.kind != "that":
            self.content_voice = None
        if _ISSUED.search(scene.text, unit.start, unit.end) or _COURTESY.fullmatch(scene.text, unit.start, unit.end):
            return spoke
        found = self.lists.read(self, unit, voice)
        found = found or (points(self, unit) if voice is NARRATION else []) or self._read(unit, voice)
        if (
            not found
            and voice is NARRATION
            and unit.kind == "sentence"
            and scene.genre == "report"
            and unit.block.label != "notes"
        ):
            found, voice = self._covered(unit, voices, voice)
        if found and voice is NARRATION and voices.last is not None and self._still_speaks(unit, found, voices.last):
            found, voice = self._read(unit, voices.last), voices.last
        if unit.kind == "semi":
            for told in found:
                if told.speaker is None and spoke is not None and told.holders == (spoke.country,):
                    told.speaker = spoke
        spoke = next(
            (t.speaker for t in reversed(found) if t.speaker is not None),
            spoke if unit.kind in ("semi", "that") else None,
        )
        if voice.kind == "reported" and voice.speaker is not None:
            voices.last = voice
        elif found and found[-1].speaker is not None and voice is NARRATION:
            last = found[-1]
            if last.reported:
                voices.last = Voice("reported", last.holders, last.speaker)
        out.extend(finish.drafts(self, unit, found))
        return spoke

    def _covered(self, unit: Unit, voices: Voices, voice: Voice) -> tuple[list[Told], Voice]:
        """A sentence without attribution: that of a later sentence of its paragraph, or of the one before, may cover it."""
        ahead = voices.ahead(unit) if self._coverable(unit) else None
        if ahead is not None and not self._about_speaker(unit, ahead):
            return self._read(unit, ahead), ahead
        if voices.last is not None and voices.last.speaker is not None and _goes_on(unit):
            return self._read(unit, voices.last), voices.last
        return [], voice

    def _still_speaks(self, unit: Unit, found: list[Told], last: Voice) -> bool:
        """ "Minister X said that Laos is ready. The land will be handed over, and Laos will study the plan": X's words still."""
        plain = unit.kind == "sentence" and self.scene.genre == "report" and unit.block.label != "notes"
        clause = main_clause(unit.doc)
        if not plain or last.speaker is None or not _goes_on(unit) or clause is None:
            return False
        if clause.verb.tag_ == "VBD" or (clause.subject is not None and clause.subject.lower_ in _AS_A_SIDE):
            return False  # "The Polish side hoped that": told again
        return all(told.speaker is None and told.holders == last.parties for told in found)

    def _coverable(self, unit: Unit) -> bool:
        """Not where somebody else speaks in the sentence ("Human rights groups had urged the minister ...")."""
        clause = main_clause(unit.doc)
        if clause is None:
            return False
        decision = self.judge.decide(clause, Cases(self.scene, unit), None)
        return decision is None or decision.rule.rsplit("/", 1)[-1] in self.book.groups["stances"]

    def _about_speaker(self, unit: Unit, voice: Voice) -> bool:
        clause = main_clause(unit.doc)
        who = Cases(self.scene, unit).who(clause.subject) if clause is not None else None
        return (
            who is not None
            and who.person is not None
            and who.person is voice.speaker
            and clause is not None
            and clause.verb.tag_ == "VBD"
        )

    def _read(self, unit: Unit, voice: Voice) -> list[Told]:
        self.unit, self.cases, self.told = unit, Cases(self.scene, unit), []
        repair(unit.doc, self.cases, self.book)
        interrupted(unit.doc)
        subjects_before_modals(unit.doc)
        clause = main_clause(unit.doc)
        if clause is None:
            if voice.kind == "reported" and unit.end - unit.start > 25 and unit.kind == "sentence":
                self._tell_all(voice)
            return self.told
        if (matter := _matter(clause)) is not None:
            clause.first = matter
        words = self.scene.text[unit.start : unit.end]
        if voice.kind != "narration" and unit.kind == "sentence" and words.rstrip('"”’)').endswith("?"):
            if voice.kind == "reported" and suggests(words):
                suggested(self, voice)
            return self.told  # another question asks, it holds nothing
        if voice.kind == "narration" and words.endswith("?") and _turned(clause):
            return self.told
        if voice.kind == "narration" or self._told_of_others(clause, voice):
            self.narrate(clause, None)
        else:
            own_words(self, clause, voice)
        answers(self)
        taken_up(self)
        return self.told

    def _told_of_others(self, clause: Clause, voice: Voice) -> bool:
        """In a ministry's own statement, a sentence about what somebody did or said is told, not said by the ministry."""
        if self.scene.genre != "communique" or voice.kind != "own" or clause.passive:
            return False
        who = self.cases.who(clause.subject)
        return who is not None and (
            who.person is not None or who.kind in ("office", "joint") or not set(who.parties) <= set(voice.parties)
        )

    def _tell_all(self, voice: Voice) -> None:
        doc = self.unit.doc
        self.told.append(
            Told(
                voice.default, None, voice.parties, voice.speaker, 0, len(doc) - 1, "acts.yaml/say", doc[0], None, True
            )
        )


def _matter(clause: Clause) -> int | None:
    """Where the words begin that tell what the sentence is about: "Turning to the ferry, Peru asked to have it sooner"."""
    doc = clause.verb.doc
    topic = doc[0].lower_ in _TURNING_TO and doc[0].tag_ == "VBG" and doc[0].head == clause.verb
    ends = doc[0].right_edge.i + 1
    return 0 if topic and ends < len(doc) and doc[ends].text == "," and clause.first == ends + 1 else None


def _turned(clause: Clause) -> bool:
    """ "Would Canada pay for it?": the auxiliary before the subject."""
    subject = clause.subject
    return subject is not None and any(c.dep_ == "aux" and c.i < subject.left_edge.i for c in clause.verb.lefts)


def _goes_on(unit: Unit) -> bool:
    """Whether a sentence without attribution may go on with what was said: it is about how things are or should be."""
    tags = {
        t.tag_ for t in unit.doc if t.dep_ in ("ROOT", "aux", "auxpass") or (t.dep_ == "conj" and t.head.dep_ == "ROOT")
    }
    perfect = any(t.lower_ in ("has", "have") and t.dep_ == "aux" for t in unit.doc)
    return bool(tags & {"VBZ", "VBP", "MD"}) and not perfect

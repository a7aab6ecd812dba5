"""What one sentence says, while it is being read: who acts in it, and the statements told so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.knowledge import Codebook
from communique.read.scene import Scene, Unit
from communique.read.statements.acts import Judge
from communique.read.statements.clauses import Clause
from communique.read.statements.complements import to_do
from communique.read.statements.decision import Decision
from communique.read.statements.frames import framebook
from communique.read.statements.nouns import noun_outcome
from communique.read.statements.voices import Voice
from communique.read.statements.who import Cases, Who, of_the_side

if TYPE_CHECKING:
    from spacy.tokens import Token


_DOCUMENTS = frozenset({"statement", "communique", "communiqué", "declaration"})


@dataclass(slots=True)
class Told:
    """A statement before it is merged and finished; ``first``/``last`` are token indices of the unit.

    ``opening``: for an item of a list, where in the text the list's opening begins.
    """

    act: str
    strength: str | None
    holders: tuple[str, ...]
    speaker: Any
    first: int
    last: int
    rule: str
    trigger: Token
    head: Token | None
    saying: bool
    reported: bool = False
    opening: int = -1


class Sentence:
    """The sentence being read. ``told`` collects what it says before it is merged, ``anchor`` is what dates count from,
    ``asked`` who asked or proposed something last."""

    def __init__(self, scene: Scene, codebook: Codebook) -> None:
        self.scene = scene
        self.codebook = codebook
        self.book = framebook(codebook)
        self.judge = Judge(self.book)
        self.told: list[Told] = []
        self.anchor: str | None = scene.anchor
        self.asked: tuple[str, ...] = ()
        self.content_voice: Voice | None = None
        self.unit: Unit = scene.units[0] if scene.units else None  # type: ignore[assignment]
        self.cases: Cases = None  # type: ignore[assignment]

    def subject(self, clause: Clause) -> Who | None:
        """Who acts in the clause: the subject, or the agent of a passive."""
        if clause.passive and clause.verb.lower_ not in self.book.adjectives:
            for child in clause.verb.children:
                if child.dep_ not in ("agent", "prep") or child.lower_ not in ("by", "from", "on"):
                    continue
                for agent in child.children if child.lower_ == "by" else of_the_side(child):
                    if agent.lower_ in ("two", "both") and child.lower_ == "by" and len(self.pair()) > 1:
                        return Who(self.pair(), None, "joint", self.unit.start)  # "set up by the two"
                    found = self.cases.who(agent)
                    if found is not None and found.parties:
                        return found
            return None
        found = self.cases.who(clause.subject) or self._document(clause.subject)
        if found is None and clause.subject is None and clause.role == "main" and clause.verb.tag_ == "VBD":
            before = next((t for t in reversed(list(clause.verb.doc[: clause.verb.i])) if t.tag_ != "RB"), None)
            near = self.cases.who(before)
            found = near if near is not None and near.kind in ("person", "office") else None
        return found

    def _document(self, subject: Token | None) -> Who | None:
        """ "The joint communiqué calls for": the sides whose it is."""
        if subject is None or subject.lower_ not in _DOCUMENTS or self.scene.genre != "report":
            return None
        joint = any(c.lower_ == "joint" for c in subject.lefts)
        parties = self.pair() if joint else ()
        return Who(parties, None, "joint", self.unit.start) if len(parties) > 1 else None

    def pair(self) -> tuple[str, ...]:
        """The sides that "they" are when nobody else is: those told of last in the paragraph, else the report's."""
        joint = [
            m for m in self.scene.mentions if m.kind == "joint" and len(m.parties) > 1 and m.start <= self.unit.end
        ]
        near = [m for m in joint if m.start >= self.unit.block.start]
        return near[-1].parties if near else self.scene.sides

    def tell(
        self, clause: Clause, decision: Decision | None, parties: tuple[str, ...], speaker: object, act: str, strength: str | None,
        *, head: Token | None = None, first: int | None = None, reported: bool = False, saying: bool | None = None,
    ) -> None:  # fmt: skip
        """Put a statement on the list: from the clause's first to its last word."""
        rule = decision.rule if decision is not None and decision.rule else "acts.yaml/say"
        key = rule.rsplit("/", 1)[-1]
        if saying is None:
            saying = key not in self.book.groups["stances"]
        trigger = decision.trigger if decision is not None and decision.trigger is not None else clause.verb
        last = max([clause.last, *(c.last for c in clause.contents)])
        if act in ("request", "propose") and len(parties) == 1:
            self.asked = parties
        self.told.append(
            Told(
                act,
                strength,
                parties,
                speaker,
                clause.first if first is None else first,
                last,
                rule,
                trigger,
                head or (decision.head if decision else None),
                saying,
                reported,
            )
        )
        self._second_noun(trigger, key)

    def _second_noun(self, trigger: Token, key: str) -> None:
        """ "reiterated its support for X and its readiness to do Y": another act starts a statement of its own."""
        told = self.told[-1]
        if key not in self.book.second or trigger.tag_ not in ("NN", "NNS"):
            return
        for other in (t for t in trigger.subtree if t.dep_ == "conj" and t.i > trigger.i):
            entry = self.book.nouns.get(other.lower_)
            if entry is None or not any(c.dep_ == "poss" or c.tag_ == "PRP$" for c in other.lefts):
                continue
            joint = Who(told.holders, None, "joint" if len(told.holders) > 1 else "country", 0)
            felt = noun_outcome(entry[1], other, joint)
            if felt is None or felt.act == told.act:
                continue
            rest = Told(
                felt.act,
                felt.strength,
                told.holders,
                told.speaker,
                other.left_edge.i,
                told.last,
                f"acts.yaml/{entry[0]}",
                other,
                to_do(other) or other,
                True,
                told.reported,
            )
            told.last = other.left_edge.i - 1
            self.told.append(rest)
            return

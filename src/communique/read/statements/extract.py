"""From a scene to statements: each sentence's clauses, in the voice that they are said in, become drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.knowledge import Codebook, load_codebook
from communique.read.draft import Draft
from communique.read.scene import Person, Scene, Unit
from communique.read.statements import finish
from communique.read.statements.acts import Decision, Judge, modality
from communique.read.statements.clauses import Clause, build, main_clause, verbal
from communique.read.statements.frames import framebook
from communique.read.statements.lists import Lists
from communique.read.statements.own import Told, own_words
from communique.read.statements.repair import repair
from communique.read.statements.voices import NARRATION, Voice, Voices, attribution_voice
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_ISSUED = re.compile(
    r"\b(?:text of the following|the following) (?:\w+ )?(?:statement|communiqu[eé]|declaration|text|press release)"
    r"\b.{0,40}\b(?:released|issued|adopted|published)\b|\b(?:released|issued|adopted|published) the following\b",
    re.IGNORECASE,
)
"""How a document is handed out: words about the document, not of it."""


def statements(scene: Scene, codebook: Codebook | None = None) -> list[Draft]:
    """The statements of ``scene`` as drafts, in the order of the text."""
    return Extractor(scene, codebook or load_codebook()).run()


class Extractor:
    """Reads one scene. ``told`` collects what the current sentence says before it is merged."""

    def __init__(self, scene: Scene, codebook: Codebook) -> None:
        self.scene = scene
        self.book = framebook(codebook)
        self.judge = Judge(self.book)
        self.codebook = codebook
        self.told: list[Told] = []
        self.content_voice: Voice | None = None
        self.lists = Lists()
        self.unit: Unit = scene.units[0] if scene.units else None  # type: ignore[assignment]
        self.cases: Cases = None  # type: ignore[assignment]

    def run(self) -> list[Draft]:
        scene = self.scene
        voices = Voices(scene)
        out: list[Draft] = []
        spoke: Person | None = None
        for unit in scene.units:
            try:
                spoke = self._unit(unit, voices, spoke, out)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                # One sentence that cannot be read loses that sentence (DESIGN, 5).
                scene.faults.append((unit.start, unit.end, f"statements: {type(error).__name__}: {error}"))
        return finish.settle(scene, out)

    def _unit(self, unit: Unit, voices: Voices, spoke: Person | None, out: list[Draft]) -> Person | None:
        """Read one unit into ``out``; gives who spoke last, for what follows a semicolon."""
        scene = self.scene
        attributed = attribution_voice(scene, unit.attribution, self.judge) if unit.attribution is not None else None
        voice = voices.of(unit, attributed)
        if unit.kind == "that" and self.content_voice is not None:
            voice = self.content_voice
        elif unit.kind != "that":
            self.content_voice = None
        if _ISSUED.search(scene.text, unit.start, unit.end):
            return spoke
        found = self.lists.read(self, unit, voice) or self._read(unit, voice)
        if (
            not found
            and voice is NARRATION
            and unit.kind == "sentence"
            and scene.genre == "report"
            and unit.block.label != "notes"
        ):
            found, voice = self._covered(unit, voices, voice)
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
        clause = main_clause(unit.doc)
        if clause is None:
            if voice.kind == "reported" and unit.end - unit.start > 25 and unit.kind == "sentence":
                self._tell_all(voice)
            return self.told
        if (
            voice.kind != "narration"
            and unit.kind == "sentence"
            and self.scene.text[unit.start : unit.end].rstrip('"”’)').endswith("?")
        ):
            return self.told  # a question asks, it holds nothing
        if voice.kind == "narration" or self._told_of_others(clause, voice):
            self.narrate(clause, None)
        else:
            own_words(self, clause, voice)
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

    # ------------------------------------------------------------------ the reporter's words

    def narrate(self, clause: Clause, inherited: Who | None, *, shared: bool = False) -> None:
        """Read a clause of the reporter's, and all that follows it."""
        who = (
            inherited
            if shared
            else self.subject(clause) or (inherited if clause.subject is None or not clause.own_subject else None)
        )
        decision = self.judge.decide(clause, self.cases, who)
        before = [p for p in clause.participles if p.verb.i < clause.verb.i]
        for participle in before:
            self._participle(participle, who)
        self._narrated(clause, who, decision)
        for participle in clause.participles:
            if participle not in before:
                self._participle(participle, who)
        for purpose in clause.purposes if decision is None or decision.act is None else ():
            self._purpose(purpose, who)
        if clause.role == "main":
            self._letters(who)
        for relative in clause.relatives:
            self._relative(relative)
        for following in clause.after:
            self.narrate(following, who)

    def subject(self, clause: Clause) -> Who | None:
        """Who acts in the clause: the subject, or the agent of a passive."""
        if clause.passive and clause.verb.lower_ not in self.book.adjectives:
            for child in clause.verb.children:
                if child.dep_ in ("agent", "prep") and child.lower_ == "by":
                    for agent in child.children:
                        found = self.cases.who(agent)
                        if found is not None and found.parties:
                            return found
            return None
        found = self.cases.who(clause.subject)
        if found is None and clause.subject is None and clause.role == "main" and clause.verb.tag_ == "VBD":
            before = next((t for t in reversed(list(clause.verb.doc[: clause.verb.i])) if t.tag_ != "RB"), None)
            near = self.cases.who(before)
            found = near if near is not None and near.kind in ("person", "office") else None
        return found

    def _narrated(self, clause: Clause, who: Who | None, decision: Decision | None) -> None:
        if self.unit.kind == "attribution" and clause.role == "main" and not clause.contents:
            return
        who, decision = self._both_sides(clause, who, decision)
        if who is not None and self._refuses(clause, who):
            self.tell(clause, None, who.parties, who.person, "oppose", None, saying=False)
            return
        if decision is None:
            self._unframed(clause, who)
            return
        if clause.passive and decision.act == "appreciate" and self.book.base(clause.verb.lower_) in ("welcome", "greet") and self.cases.who(clause.subject) is not None:
            return  # "was welcomed at the airport by": a ceremony
        if who is None or not who.parties:
            who = self._impersonal(clause, decision)
            if who is None:
                # It says something that would count, but whose word it is is not plain (DESIGN, 3).
                self.scene.open_count += clause.subject is not None and clause.subject.tag_ == "PRP"
                return
            decision = self.judge.decide(clause, self.cases, who) or decision
        if not self._contents(clause, who, decision):
            self._acted(clause, who, decision)

    def _both_sides(
        self, clause: Clause, who: Who | None, decision: Decision | None
    ) -> tuple[Who | None, Decision | None]:
        """ "They agreed": where nobody nearer is meant, the two sides."""
        subject = clause.subject
        if who is not None or decision is None or subject is None or clause.passive:
            return who, decision
        pair = self._pair() if subject.lower_ in ("they", "both") else ()
        if len(pair) < 2 or decision.rule.rsplit("/", 1)[-1] in ("hold", "value", "regard"):
            return who, decision
        both = Who(pair, None, "joint", self.unit.start)
        return both, self.judge.decide(clause, self.cases, both) or decision

    def _contents(self, clause: Clause, who: Who, decision: Decision) -> bool:
        """Read what a verb of saying tells in its turn; ``False`` where the verb itself still counts."""
        contents = clause.contents or (self._noun_contents(decision) if decision.content in ("inner", "hope") else [])
        if decision.content not in ("inner", "hope") or (not contents and decision.act is not None):
            return decision.act is None
        agreeing = ("/agree", "/concur", "/unanimous", "/share-view", "/confirm")
        agreed = "agree" if decision.rule.endswith(agreeing) and who.joint else ""
        mode = "hope" if decision.content == "hope" else agreed
        default = decision.default or "assess"
        voice = Voice("reported", who.parties, who.person, default, _spokesperson(who), mode)
        self.content_voice = voice
        for content in contents:
            own_words(self, content, voice, framed=decision)
        if not contents and self._says_that(clause):
            self.tell(clause, decision, who.parties, who.person, voice.default, None, reported=True, saying=True)
            clause.after.clear()
        return True

    def _acted(self, clause: Clause, who: Who, decision: Decision) -> None:
        """The verb counts itself: agreed, thanked, called on."""
        if _not_done(clause, decision):
            if decision.act not in ("support", "agree") or decision.trigger != self.judge.effective(clause) or decision.rule.endswith("/confirm"):
                return
            decision = Decision("oppose", None, decision.rule, decision.trigger, head=decision.head)
        modal = modality(clause)
        nameless = who.person is None and who.kind in ("country", "joint", "pronoun", "organisation")
        if modal in ("will", "should", "must") and nameless:
            own_words(self, clause, Voice("own", who.parties, None, sentence=True), alone=True)
            return
        if modal == "will" and who.person is not None and decision.act in ("assess", "announce"):
            return
        self._split_tell(clause, decision, who)

    @staticmethod
    def _says_that(clause: Clause) -> bool:
        """Whether "that" follows the verb though the parser saw no clause."""
        doc = clause.verb.doc
        return any(
            t.lower_ == "that" and t.dep_ in ("det", "mark", "pobj", "dobj")
            for t in doc[clause.verb.i + 1 : clause.verb.i + 3]
        )

    def _split_tell(self, clause: Clause, decision: Decision, who: Who) -> None:
        """A difference of strength splits: "agreed to intensify work and to explore the participation" (codebook, 2)."""
        head = decision.head
        act, strength = decision.act or "assess", decision.strength
        if act == "agree" and len(who.parties) == 1:
            act = "pledge"  # one side that agrees gives its word
        if (
            act in ("agree", "pledge")
            and strength == "firm"
            and head is not None
            and head.lower_ in self.book.groups["tentative-nouns"]
        ):
            strength = "tentative"
        if act not in ("agree", "pledge") or strength != "firm" or head is None or not head.tag_.startswith("V"):
            self.tell(clause, decision, who.parties, who.person, act, strength)
            return
        heads = [head, *(c for c in head.conjuncts if c.i > head.i and c.tag_.startswith("V"))]
        weak = [self.judge.tentative(h) for h in heads]
        if all(weak):
            self.tell(clause, decision, who.parties, who.person, act, "tentative")
            return
        self.tell(clause, decision, who.parties, who.person, act, strength)
        if any(weak):
            first = next(h for h, w in zip(heads, weak, strict=True) if w)
            told = self.told[-1]
            rest = Told(
                act, "tentative", told.holders, told.speaker, first.i, told.last, told.rule, told.trigger, first, True
            )
            told.last = first.i - 1
            self.told.append(rest)

    def _refuses(self, clause: Clause, who: Who | None) -> bool:
        """ "could not accept", "cannot agree to": a side that cannot, will not."""
        if who is None or not who.parties or not clause.negated or modality(clause) != "can" or clause.passive:
            return False
        return self.book.base(self.judge.effective(clause).lower_) in self.book.groups["refusable"]

    def _noun_contents(self, decision: Decision) -> list[Clause]:
        token = decision.trigger
        if token is None:
            return []
        near = [c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and verbal(c) and c.tag_ != "VBG"]
        if not near:  # "were of the view that", "gave his word that"
            near = [
                t
                for t in token.subtree
                if t.i > token.i
                and t.dep_ in ("acl", "ccomp", "relcl")
                and any(g.dep_ == "mark" and g.lower_ == "that" for g in t.children)
                and not _of_next(t, token)
            ][:1]
        return [build(c, "content", None, None) for c in near]

    def _unframed(self, clause: Clause, who: Who | None) -> None:
        """A side that will, should or is to do something, in the reporter's words but as the side's own undertaking."""
        if (
            who is None
            or not who.parties
            or who.kind not in ("country", "joint", "pronoun", "organisation")
            or who.person is not None
        ):
            return
        if modality(clause) in ("will", "should") or self._is_to(clause):
            own_words(self, clause, Voice("own", who.parties, None, sentence=True), alone=True)

    @staticmethod
    def _is_to(clause: Clause) -> bool:
        return clause.verb.lower_ in ("are", "is") and any(
            c.dep_ == "xcomp" and c.tag_ == "VB" for c in clause.verb.children
        )

    def _impersonal(self, clause: Clause, decision: Decision) -> Who | None:
        """ "It was agreed to", "a wish was voiced": both sides' where it is an agreement, else the outlet's own."""
        if not clause.passive:
            return None
        scene = self.scene
        asked = self.cases.who(clause.subject) if decision.act == "request" and decision.extra == ["asks"] and not decision.rule.endswith("/expect") else None
        if asked is not None and len(asked.parties) == 1 and len(scene.sides) == 2 and asked.parties[0] in scene.sides:
            return Who(tuple(s for s in scene.sides if s not in asked.parties), None, "country", self.unit.start)  # "Ghana was requested to"
        if decision.trigger == clause.verb or (
            decision.trigger != clause.subject
            and clause.verb.lower_
            in ("agreed", "decided", "confirmed", "stressed", "emphasized", "emphasised", "underlined")
        ):
            ordered = decision.rule.endswith("/direct")
            if decision.rule.endswith(("/say", "/note")) and clause.verb.lower_ == "noted":
                return None  # "it was noted that" is the report's own narration (codebook, 2)
            if (
                clause.subject is not None
                and clause.subject.lower_ not in ("it", "that")
                and not clause.contents
                and not ordered
            ):
                return None
            pair = self._pair()
            return Who(pair, None, "joint", self.unit.start) if len(pair) > 1 else None
        if clause.subject is not None and (
            decision.extra == ["importance"]
            or any(g.lower_ in ("mutual", "common", "joint", "shared") for g in clause.subject.lefts)
        ):
            pair = self._pair()
            return Who(pair, None, "joint", self.unit.start) if len(pair) > 1 else None
        if decision.extra or decision.trigger == clause.subject or decision.act in ("complain", "request"):
            if scene.home and scene.genre != "joint":
                return Who((scene.home,), None, "country", self.unit.start)
        return None

    def _pair(self) -> tuple[str, ...]:
        joint = [
            m for m in self.scene.mentions if m.kind == "joint" and len(m.parties) > 1 and m.start <= self.unit.end
        ]
        near = [m for m in joint if m.start >= self.unit.block.start]
        return near[-1].parties if near else self.scene.sides

    def _participle(self, clause: Clause, who: Who | None) -> None:
        """ "noting that ...", "thanking ...", "adding that ...": statements of their own (codebook, 2)."""
        base = self.book.base(clause.verb.lower_)
        if clause.verb.tag_ == "VBN" and not any(c.lower_ == "having" for c in clause.verb.children):
            return
        if who is None or base in self.book.groups["not-participles"]:
            return
        own = self.cases.who(clause.subject) if clause.own_subject else None
        who = own or who
        decision = self.judge.decide(clause, self.cases, who)
        if decision is not None:
            self._narrated(clause, who, decision)
        for inner in (*clause.participles, *clause.after):
            self._participle(inner, who)

    def _letters(self, who: Who | None) -> None:
        """ "a letter from President X inviting Y", "an invitation from X to Y": the sender asks (codebook, 2)."""
        for token in self.unit.doc:
            inviting = (
                token.dep_ == "acl"
                and token.lower_ in ("inviting", "asking", "requesting", "urging")
                and token.head.tag_ in ("NN", "NNS")
            )
            brought = (
                token.lower_ in ("invitation",)
                and token.dep_ in ("dobj", "pobj")
                and token.head.lower_
                in ("handed", "delivered", "conveyed", "presented", "over", "gave", "brought", "extended")
            )
            noun = token.head if inviting else token if brought else None
            if noun is None:
                continue
            sender = next(
                (
                    self.cases.who(g)
                    for c in noun.subtree
                    if c.lower_ in ("from", "of", "by") and c.i - noun.i < 6
                    for g in c.children
                    if g.dep_ == "pobj"
                ),
                None,
            )
            sender = sender if sender is not None and sender.parties else who if inviting else None
            if sender is not None and len(sender.parties) == 1:
                self.told.append(
                    Told(
                        "request",
                        None,
                        sender.parties,
                        sender.person,
                        noun.left_edge.i,
                        max(noun.right_edge.i, token.right_edge.i),
                        "acts.yaml/invitation",
                        token,
                        token,
                        True,
                    )
                )

    def _purpose(self, clause: Clause, who: Who | None) -> None:
        """ "called the President to congratulate him": the courtesy that a meeting or call was for."""
        if who is None or not who.parties:
            return
        decision = self.judge.decide(clause, self.cases, who)
        if decision is not None and decision.act in ("appreciate", "complain"):
            self.tell(clause, decision, who.parties, who.person, decision.act, None)
        elif (
            decision is not None
            and clause.parent is not None
            and self.book.base(clause.parent.verb.lower_) in self.book.groups["phases"]
            and clause.verb.tag_ == "VBG"
        ):
            self._narrated(clause, who, decision)  # "ended by agreeing to speak again"

    def _relative(self, clause: Clause) -> None:
        who = self.cases.who(clause.subject)
        if who is None or not who.parties or who.kind == "adjective":
            return
        decision = self.judge.decide(clause, self.cases, who)
        firm = (
            decision is not None
            and decision.act in ("agree", "pledge", "request", "propose")
            and clause.verb.tag_ in ("VBD", "VBN")
        )
        if (
            decision is not None
            and decision.act in ("appreciate", "complain", "support", "oppose", "request", "agree", "propose")
            and (not firm or who.person is not None)
        ):
            self.narrate(clause, who)

    # ------------------------------------------------------------------ telling

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
        """"reiterated its support for X and its readiness to do Y": another act starts a statement of its own."""
        told = self.told[-1]
        if key not in self.book.second or trigger.tag_ not in ("NN", "NNS"):
            return
        for other in (t for t in trigger.subtree if t.dep_ == "conj" and t.i > trigger.i):
            entry = self.book.nouns.get(other.lower_)
            if entry is None or not any(c.dep_ == "poss" or c.tag_ == "PRP$" for c in other.lefts):
                continue
            joint = Who(told.holders, None, "joint" if len(told.holders) > 1 else "country", 0)
            felt = self.judge._noun_outcome(entry[1], other, joint, False)
            if felt is None or felt.act == told.act:
                continue
            rest = Told(felt.act, felt.strength, told.holders, told.speaker, other.left_edge.i, told.last, f"acts.yaml/{entry[0]}", other, self.judge._to_do(other) or other, True, told.reported)
            told.last = other.left_edge.i - 1
            self.told.append(rest)
            return


def _of_next(token: Token, verb: Token) -> bool:
    """Whether ``token`` belongs to a verb that is coordinated with ``verb`` or goes on after it, not to ``verb``."""
    while token.i != verb.i and token.head.i != token.i:
        going_on = token.dep_ == "conj" or (token.dep_ == "advcl" and token.tag_ == "VBG")
        if going_on and verbal(token) and token.head.i == verb.i:
            return True
        token = token.head
    return False


def _not_done(clause: Clause, decision: Decision) -> bool:
    """ "did not offer", "has not agreed to": what is told as not done."""
    before = clause.verb.doc[clause.verb.i - 1].lower_ if clause.verb.i else ""
    if before in ("neither", "nor") and clause.verb.tag_ in ("VBD", "VBZ", "VBP") and decision.act not in (None, "assess"):
        return True
    if not clause.negated or "negated" in decision.extra or decision.act in (None, "assess", "complain"):
        return False
    aux = {c.lower_ for c in clause.verb.children if c.dep_ == "aux"}
    return any(c.dep_ == "neg" for c in clause.verb.children) and bool(
        aux & {"did", "do", "does", "has", "have", "had"}
    )


def _spokesperson(who: Who) -> bool:
    return who.person is not None and any("spokes" in office for office in who.person.offices)


def _goes_on(unit: Unit) -> bool:
    """Whether a sentence without attribution may go on with what was said: it is about how things are or should be."""
    tags = {
        t.tag_ for t in unit.doc if t.dep_ in ("ROOT", "aux", "auxpass") or (t.dep_ == "conj" and t.head.dep_ == "ROOT")
    }
    perfect = any(t.lower_ in ("has", "have") and t.dep_ == "aux" for t in unit.doc)
    return bool(tags & {"VBZ", "VBP", "MD"}) and not perfect

"""The reporter's words: who did or said what, clause by clause, and what hangs from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.answers import other_side
from communique.read.statements.asides import agreed_at, agreed_besides, agreed_upon, body_agreed
from communique.read.statements.clauses import Clause, build, seen_to, to_which, verbal, which_it
from communique.read.statements.clefts import answers_of_other, cleft, firm, intention, owner, promises, saying
from communique.read.statements.decision import AGREEING, WILL, Decision, modality
from communique.read.statements.deeds import (
    bodies_of_both,
    does,
    gives_now,
    in_turn,
    not_done,
    often,
    pays,
    same_hands,
    so_decided,
    to_come,
)
from communique.read.statements.duties import Duty, duty
from communique.read.statements.nominal import put_as_noun
from communique.read.statements.own import own_words
from communique.read.statements.people import either, we_agreed, who_did, whose_servants
from communique.read.statements.refusals import plain_no, unable_to, unwilling
from communique.read.statements.told import Sentence, Told
from communique.read.statements.voices import Voice
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE_ACTS = ("appreciate", "complain", "support", "oppose", "request", "agree", "propose")


class Narration(Sentence):
    """Reads clauses that the reporter tells. Words that are a side's own are read by :mod:`.own`."""

    def narrate(self, clause: Clause, inherited: Who | None, *, shared: bool = False) -> None:
        """Read a clause of the reporter's, and all that follows it."""
        who = (
            inherited
            if shared
            else self.subject(clause) or (inherited if clause.subject is None or not clause.own_subject else None)
        )
        if who is None and inherited is not None and same_hands(clause):
            who = inherited
        beside = agreed_besides(self, clause)
        decision = self.judge.decide(clause, self.cases, who)
        before = [p for p in clause.participles if p.verb.i < clause.verb.i]
        for participle in before:
            self.participle(participle, who)
        self._narrated(clause, who, decision)
        for participle in clause.participles:
            if participle not in before:
                self.participle(participle, who)
        for purpose in clause.purposes if decision is None or decision.act is None else ():
            self._purpose(purpose, who)
        if clause.role == "main":
            self._letters(who)
        for relative in clause.relatives:
            self.relative(relative)
        for aside in beside:
            self.narrate(aside, None)
        for following in clause.after:
            self.narrate(following, who)

    def _narrated(self, clause: Clause, who: Who | None, decision: Decision | None) -> None:
        if self.unit.kind == "attribution" and clause.role == "main" and not clause.contents:
            return
        who, decision = self._both_sides(clause, who, decision)
        if self._otherwise(clause, who, decision):
            return
        if who is not None and self._refuses(clause, who):
            self.tell(clause, None, who.parties, who.person, "oppose", None, saying=False)
            return
        if (decision is None or decision.act is None) and (self._by_saying(clause) or self._wished(clause)):
            return
        if decision is None or does(clause, decision, modality(clause) or ("is" if self._is_to(clause) else "")):
            self._unframed(clause, who)
            return
        if (
            clause.passive
            and decision.act == "appreciate"
            and self.book.base(clause.verb.lower_) in ("welcome", "greet")
            and self.cases.who(clause.subject) is not None
        ):
            return  # "was welcomed at the airport by": a ceremony
        if decision.rule.endswith("/be-given"):
            who = self._giver(clause, who)
        if who is None or not who.parties:
            who = self.impersonal(clause, decision)
            if who is None:
                # It says something that would count, but whose word it is is not plain (DESIGN, 3).
                self.scene.open_count += clause.subject is not None and clause.subject.tag_ == "PRP"
                return
            decision = self.judge.decide(clause, self.cases, who) or decision
        if not self._contents(clause, who, decision):
            self._acted(clause, who, decision)

    def _otherwise(self, clause: Clause, who: Who | None, decision: Decision | None) -> bool:
        """What is told by no verb of the codebook: whose turn it is, a plain no, "it was so decided", a body of both."""
        if who is None and (decision is None or decision.content != "inner") and self._by_a_body(clause):
            return True
        if put_as_noun(self, clause):
            return True
        if (turn := duty(clause)) is not None:
            self._on_whom(clause, turn, who)
            return True
        if (of := plain_no(clause, self.book.base(clause.verb.lower_))) is not None:
            refuser = self.cases.who(of)
            if refuser is not None and refuser.parties:
                self.tell(clause, None, refuser.parties, refuser.person, "oppose", None, saying=True)
            return True
        if so_decided(clause) and len(pair := self.pair()) > 1:
            rule = Decision("agree", "firm", "acts.yaml/decide", clause.verb)
            self.tell(clause, rule, pair, None, "agree", "firm", saying=True)
            return True
        return False

    def _giver(self, clause: Clause, who: Who | None) -> Who | None:
        """ "received from her host an undertaking", "was given a promise": who gives it, else the other of the two."""
        for word in clause.verb.subtree:
            if word.lower_ in ("from", "by") and word.dep_ in ("prep", "agent"):
                named = next((self.cases.who(c) for c in word.children if c.dep_ == "pobj"), None)
                if named is not None and len(named.parties) == 1 and (who is None or named.parties != who.parties):
                    return named
        mine = who or self.cases.who(clause.subject)
        return other_side(self.scene, mine.parties, self.unit.start) if mine is not None else None

    def _wished(self, clause: Clause) -> bool:
        """ "What Peru seeks is for the port to open"."""
        base = self.book.base(clause.verb.lower_)
        if (will := intention(clause, base)) is not None:
            return self._will(clause, *will)
        found = cleft(clause, self.book.base)
        who = self.cases.who(found.teller) if found is not None else None
        if found is None or who is None or not who.parties:
            return False
        rule = Decision(None, None, "acts.yaml/seek", found.said, head=found.said)
        self.tell(clause, rule, who.parties, who.person, found.act, found.strength, saying=True)
        return True

    def _will(self, clause: Clause, noun: Token, whose: Token, done: Token) -> bool:
        """ "It is Norway's wish to open", "that Peru open": promised of oneself, asked of another."""
        who = self.cases.who(whose)
        if who is None or not who.parties or whose.tag_ == "PRP$":
            return False
        doer = next((self.cases.who(c) for c in done.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        others = any(c.dep_ in ("nsubj", "nsubjpass") for c in done.lefts) and (
            doer is None or doer.parties != who.parties
        )
        mine = "agree" if who.joint else "pledge"
        act = ("propose" if who.joint else "request") if others else mine
        strength = None if others else "firm" if firm(noun) else "soft"
        rule = Decision(act, strength, "acts.yaml/readiness", noun, head=done)
        self.tell(clause, rule, who.parties, who.person, act, strength, saying=True)
        return True

    def _by_saying(self, clause: Clause) -> bool:
        """ "Chile's reply was that it would", "the answer we got was that": whose noun of saying it is, says it."""
        noun = saying(clause, self.book.base(clause.verb.lower_))
        if noun is None:
            return False
        of = owner(noun)
        who = self.cases.who(of) if of is not None else None
        if who is None and answers_of_other(noun) and self.asked:
            who = other_side(self.scene, self.asked, self.unit.start)
        if who is None or not who.parties:
            return False
        mode = "pledge" if promises(noun) or answers_of_other(noun) else ""
        for content in clause.contents:
            rule = Decision(None, None, "acts.yaml/say", clause.verb, content="inner", default="assess")
            own_words(self, content, Voice("reported", who.parties, who.person, "assess", mode=mode), framed=rule)
        return True

    def _on_whom(self, clause: Clause, turn: Duty, who: Who | None) -> None:
        """ "It fell to Peru to furnish the maps": arranged by both, or asked by the side that is told of."""
        doer = self.cases.who(turn.doer)
        alone = who is not None and len(who.parties) == 1 and doer is not None and doer.parties != who.parties
        rule = Decision(None, None, "acts.yaml/duty", turn.act, head=turn.act)
        if clause.modal and alone and who is not None:
            self.tell(clause, rule, who.parties, who.person, "request", None, saying=True)
        elif not clause.modal and len(pair := self.pair()) > 1:
            self.tell(clause, rule, pair, None, "agree", "firm", saying=True)

    def _both_sides(
        self, clause: Clause, who: Who | None, decision: Decision | None
    ) -> tuple[Who | None, Decision | None]:
        """ "They agreed": where nobody nearer is meant, the two sides."""
        subject = clause.subject
        if who is None and subject is not None and either(subject):
            to_do = modality(clause) == "will" or self._is_to(clause)
            if to_do and len(pair := self.pair()) > 1:
                return Who(pair, None, "joint", self.unit.start), decision  # "each will withdraw its posts"
        if who is not None and we_agreed(clause, decision) and set(who.parties) < set(self.pair()):
            both = Who(self.pair(), None, "joint", self.unit.start)
            return both, self.judge.decide(clause, self.cases, both) or decision
        if who is not None or decision is None or subject is None or clause.passive:
            return who, decision
        of_both = subject.lower_ in ("they", "both") or body_agreed(clause, decision, self.book)
        pair = self.pair() if of_both else ()
        if len(pair) < 2 or decision.rule.rsplit("/", 1)[-1] in ("hold", "value", "regard"):
            return who, decision
        joint = Who(pair, None, "joint", self.unit.start)
        return joint, self.judge.decide(clause, self.cases, joint) or decision

    def _contents(self, clause: Clause, who: Who, decision: Decision) -> bool:
        """Read what a verb of saying tells in its turn; ``False`` where the verb itself still counts."""
        contents = clause.contents or (self.noun_contents(decision) if decision.content in ("inner", "hope") else [])
        if decision.content not in ("inner", "hope") or (not contents and decision.act is not None):
            return decision.act is None
        agreed = "agree" if decision.rule.endswith(AGREEING) and who.joint else ""
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
        if not_done(clause, decision):
            if (
                decision.act not in ("support", "agree")
                or decision.trigger != self.judge.effective(clause)
                or decision.rule.endswith("/confirm")
            ):
                return
            decision = Decision("oppose", None, decision.rule, decision.trigger, head=decision.head)
        if clause.modal in ("would", "'d", "’d") and decision.act == "appreciate" and "polite" not in decision.extra:
            decision = Decision(
                "propose" if who.joint else "request", None, decision.rule, decision.trigger, head=decision.head
            )
        modal = modality(clause)
        nameless = who.person is None and who.kind in ("country", "joint", "pronoun", "organisation")
        if modal in ("will", "should", "must") and nameless:
            own_words(self, clause, Voice("own", who.parties, None, sentence=True), alone=True)
            return
        if modal == "will" and who.person is not None and decision.act in ("assess", "announce"):
            return
        self._split_tell(clause, decision, who)

    def _refuses(self, clause: Clause, who: Who | None) -> bool:
        """ "could not accept", "cannot agree to", "was unable to agree": a side that cannot, will not."""
        if who is not None and who.parties and not who.joint and unwilling(clause, self.book) is not None:
            return True
        if who is not None and who.parties and (denied := unable_to(clause)) is not None:
            return self.book.base(denied.lower_) in self.book.groups["refusable"]
        if who is None or not who.parties or not clause.negated or modality(clause) != "can" or clause.passive:
            return False
        return self.book.base(self.judge.effective(clause).lower_) in self.book.groups["refusable"]

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

    def _unframed(self, clause: Clause, who: Who | None) -> None:
        """A side that will, should or is to do something, in the reporter's words but as the side's own undertaking."""
        if who is not None and self._accepts(clause, who):
            self.tell(clause, None, who.parties, who.person, "pledge", "firm", saying=True)
            return
        if self._is_to(clause) and self._arranged(clause, who):
            return
        if who is None and (sent := whose_servants(self, clause)) is not None:
            strength = "tentative" if self.judge.tentative(clause.verb) else "firm"
            self.tell(clause, None, sent, None, "pledge", strength, head=clause.verb, saying=True)
            return
        if (
            who is None
            or not who.parties
            or who.kind not in ("country", "joint", "pronoun", "organisation")
            or who.person is not None
        ):
            return
        going = clause.verb.lower_ == "going" and any(c.dep_ == "xcomp" for c in clause.verb.children)
        if in_turn(clause, self.book):
            act = "agree" if who.joint else "pledge"
            self.tell(clause, None, who.parties, None, act, "firm", head=clause.verb, saying=True)
            return
        if to_come(clause, self.book.base(clause.verb.lower_)):
            return
        if gives_now(clause, self.book):
            act = "agree" if who.joint else "pledge"
            self.tell(clause, None, who.parties, None, act, "firm", head=clause.verb, saying=True)
            return
        if modality(clause) in ("will", "should") or self._is_to(clause) or going:
            own_words(self, clause, Voice("own", who.parties, None, sentence=True), alone=True)

    def _arranged(self, clause: Clause, who: Who | None) -> bool:
        """ "A protocol is to be drafted", "Experts are to meet": arranged by both; ``True`` where nothing is left to say."""
        done = next(c for c in clause.verb.children if c.dep_ == "xcomp")
        base = self.book.base(done.lower_)
        if often(done):
            pass  # "are to meet every six months": a rule, not an occasion
        elif (base in self.book.groups["motion"] and not pays(done)) or base in (
            "meet",
            "hold",
            "convene",
            "take",
            "sign",
            "open",
            "begin",
            "be",
        ):
            return True  # an occasion to come
        if who is not None or self.scene.genre != "report" or self.unit.block.label == "notes" or clause.negated:
            return False
        by = next((g for c in done.rights if c.dep_ == "agent" for g in c.children), None)
        agent = self.cases.who(by)
        if agent is None and (sent := self.cases.sent_by(by, self.book.groups["servants"])) is not None:
            agent = Who(sent, None, "country", self.unit.start)  # "is to be made by Chinese experts"
        parties = agent.parties if agent is not None and agent.parties else self.pair()
        if not parties or (agent is None and len(parties) < 2):
            return False
        act, strength = "agree" if len(parties) > 1 else "pledge", "tentative" if self.judge.tentative(done) else "firm"
        rule = Decision(act, strength, "acts.yaml/arrange", done, head=done)
        self.tell(clause, rule, parties, None, act, strength, saying=True)
        return True

    def _by_a_body(self, clause: Clause) -> bool:
        """ "The joint commission will mark the border by May", "will be studied by a mixed group": arranged by both."""
        agent = next((g for c in clause.verb.rights if c.dep_ == "agent" for g in c.children), None)
        doer = agent if clause.passive else clause.subject
        base = self.book.base(clause.verb.lower_)
        occasion = base in self.book.groups["motion"] or base in self.book.groups["sitting"]
        if clause.modal not in WILL or clause.negated or occasion or not bodies_of_both(doer, self.book):
            return False
        foretold = base in self.book.groups["beneficial"] and not clause.passive
        if self.scene.genre != "report" or self.unit.block.label == "notes" or foretold or len(self.pair()) < 2:
            return False
        strength = "tentative" if self.judge.tentative(clause.verb) else "firm"
        rule = Decision("agree", strength, "acts.yaml/arrange", clause.verb, head=clause.verb)
        self.tell(clause, rule, self.pair(), None, "agree", strength, saying=True)
        return True

    @staticmethod
    def _is_to(clause: Clause) -> bool:
        return clause.verb.lower_ in ("are", "is") and any(
            c.dep_ == "xcomp" and c.tag_ in ("VB", "VBN") and any(g.lower_ == "to" for g in c.lefts)
            for c in clause.verb.children
        )

    def impersonal(self, clause: Clause, decision: Decision) -> Who | None:
        """ "It was agreed to", "a wish was voiced": both sides' where it is an agreement, else the outlet's own."""
        if not clause.passive:
            return None
        scene = self.scene
        if self._answer(clause, decision):
            return other_side(scene, self.asked, self.unit.start)
        asked = (
            self.cases.who(clause.subject)
            if decision.act == "request"
            and decision.extra == ["asks"]
            and not decision.rule.endswith("/expect")
            and not any(c.lower_ in ("about", "whether", "if", "how", "why") for c in clause.verb.rights)
            else None
        )
        if asked is not None and len(asked.parties) == 1 and len(scene.sides) == 2 and asked.parties[0] in scene.sides:
            return Who(
                tuple(s for s in scene.sides if s not in asked.parties), None, "country", self.unit.start
            )  # "Ghana was requested to"
        if decision.trigger == clause.verb or (
            (decision.trigger != clause.subject or self._reached(clause))
            and clause.verb.lower_
            in ("agreed", "decided", "confirmed", "stressed", "emphasized", "emphasised", "underlined")
        ):
            ordered = decision.rule.endswith(("/direct", "/entrust", "/give-directives"))
            if decision.rule.endswith(("/say", "/note")) and clause.verb.lower_ == "noted":
                return None  # "it was noted that" is the report's own narration (codebook, 2)
            if (
                clause.subject is not None
                and clause.subject.lower_ not in ("it", "that")
                and not self._reached(clause)
                and not agreed_upon(clause)
                and not clause.contents
                and not ordered
            ):
                return None
            pair = self.pair()
            return Who(pair, None, "joint", self.unit.start) if len(pair) > 1 else None
        if clause.subject is not None and (
            decision.extra == ["importance"]
            or any(g.lower_ in ("mutual", "common", "joint", "shared") for g in clause.subject.lefts)
        ):
            pair = self.pair()
            return Who(pair, None, "joint", self.unit.start) if len(pair) > 1 else None
        felt = decision.extra or decision.trigger == clause.subject or decision.act in ("complain", "request")
        if felt and scene.home and scene.genre != "joint":
            return Who((scene.home,), None, "country", self.unit.start)
        if felt and scene.genre == "report" and decision.act == "appreciate" and len(pair := self.pair()) > 1:
            return Who(pair, None, "joint", self.unit.start)
        return None

    def _accepts(self, clause: Clause, who: Who) -> bool:
        """ "The Chancellor accepted.": what the other side has just asked."""
        plain = clause.verb.lower_ == "accepted" and not clause.passive and not clause.negated and not clause.modal
        others = bool(self.asked) and len(who.parties) == 1 and not set(who.parties) & set(self.asked)
        return plain and others and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in clause.verb.rights)

    def _reached(self, clause: Clause) -> bool:
        """ "Agreement was reached to", "the task was set of", unless "no agreement" was."""
        subject = clause.subject
        if subject is None or subject.lower_ not in self.book.groups["accords"] or clause.negated:
            return False
        if subject.lower_ == "decision" and clause.verb.lower_ not in ("taken", "made", "reached", "agreed"):
            return False  # "the decision was announced"
        return all(c.lower_ != "no" for c in subject.lefts)

    def _answer(self, clause: Clause, decision: Decision) -> bool:
        """ "The invitation was accepted": by the side that did not send it."""
        put = clause.subject is not None and (
            clause.subject.lower_ in self.book.groups["asked"]
            or (clause.subject.lower_ in ("question", "matter", "issue", "it") and decision.strength == "tentative")
        )
        return put and bool(self.asked) and decision.act in ("pledge", "oppose")

    def participle(self, clause: Clause, who: Who | None) -> None:
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
            self.participle(inner, who)

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

    def relative(self, clause: Clause) -> None:
        """Read a relative clause, where it says something: ", who thanked the hosts", ", to which he replied that"."""
        if agreed_at(self, clause):
            self.narrate(clause, None)
            return
        who = self.cases.who(clause.subject)
        if who is None or not who.parties or who.kind == "adjective":
            return
        base = self.book.base(clause.verb.lower_)
        occasion = base in self.book.groups["motion"] or base in self.book.groups["sitting"]
        behind = to_which(clause.verb) or (which_it(clause.verb) and not occasion)  # "which Peru will host"
        if behind and modality(clause) == "will" and who.person is None:
            self._unframed(clause, who)  # "a plan, under which Peru will buy ten ferries", ", which Peru will study"
            return
        decision = self.judge.decide(clause, self.cases, who)
        if decision is None or (clause.passive and self.subject(clause) is None):
            return  # "who was expected at the feast": what others did to him
        past = clause.verb.tag_ in ("VBD", "VBN")
        promised = decision.act in ("agree", "pledge", "request", "propose") and past and who.person is None
        replied = to_which(clause.verb) and clause.verb.tag_ == "VBD" and bool(clause.contents)
        gave_word = decision.act == "pledge" and who_did(clause)
        if (
            gave_word
            or (decision.act in _RELATIVE_ACTS and (not promised or who_did(clause)))
            or (replied and decision.content == "inner")
        ):
            self.narrate(clause, who)

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

    def noun_contents(self, decision: Decision) -> list[Clause]:
        """The clauses that hang from the deciding word: "expressed the view that ..."."""
        token = decision.trigger
        if token is None:
            return []
        near = [c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and verbal(c) and c.tag_ != "VBG"]
        near = [c for c in near if c.i > token.i or all(t.text != ";" for t in token.doc[c.i : token.i])]
        if not near:  # "were of the view that", "gave his word that"
            near = [
                t
                for t in token.subtree
                if t.i > token.i
                and t.dep_ in ("acl", "ccomp", "relcl")
                and any(g.dep_ == "mark" and g.lower_ == "that" for g in t.children)
                and not _of_next(t, token)
                and not seen_to(t.head)
            ][:1]
        return [build(c, "content", None, None) for c in near]

    @staticmethod
    def _says_that(clause: Clause) -> bool:
        """Whether "that" follows the verb though the parser saw no clause."""
        doc = clause.verb.doc
        return any(
            t.lower_ == "that" and t.dep_ in ("det", "mark", "pobj", "dobj")
            for t in doc[clause.verb.i + 1 : clause.verb.i + 3]
        )


def _of_next(token: Token, verb: Token) -> bool:
    """Whether ``token`` belongs to a verb that is coordinated with ``verb`` or goes on after it, not to ``verb``."""
    while token.i != verb.i and token.head.i != token.i:
        going_on = token.dep_ == "conj" or (token.dep_ == "advcl" and token.tag_ == "VBG")
        if going_on and verbal(token) and token.head.i == verb.i:
            return True
        token = token.head
    return False


def _spokesperson(who: Who) -> bool:
    return who.person is not None and any("spokes" in office for office in who.person.offices)

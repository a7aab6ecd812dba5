"""What a clause does: its act and strength, from its verb, modal, negation, complement, and whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.adjectives import by_adjective
from communique.read.statements.clauses import Clause
from communique.read.statements.complements import sees_others
from communique.read.statements.decision import WILL, Decision
from communique.read.statements.frames import FrameBook
from communique.read.statements.reflexive import of_oneself
from communique.read.statements.verbs import by_verb
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_GRATEFULLY = frozenset({"gratefully", "thankfully", "appreciatively"})
HONOURS = frozenset({"honour", "honor", "pleasure", "privilege", "instructions", "duty", "satisfaction"})
_LIKES = frozenset({"like", "love", "prefer", "wish", "want"})
_LOOKS_AT = frozenset(
    {
        "consideration",
        "thought",
        "attention",
        "study",
        "examination",
        "favourably",
        "favorably",
        "considered",
        "examined",
        "studied",
        "explored",
    }
)


def _honoured(verb: Token) -> bool:
    """ "have the honour to"."""
    return any(c.lower_ in HONOURS and c.dep_ == "dobj" for c in verb.rights)


def _brought_about(verb: Token, base: str) -> Token | None:
    """ "succeeded in agreeing", "were able to agree", "found it possible to agree": the verb behind."""
    if base == "succeed":
        behind = (g for c in verb.rights if c.lower_ == "in" for g in c.children if c.dep_ == "prep")
        return next((g for g in behind if g.tag_ == "VBG"), None)
    able = next((c for c in verb.rights if c.lower_ in ("able", "possible") and c.dep_ in ("acomp", "oprd")), None)
    if able is None or base not in ("be", "find", "prove", "feel"):
        return None
    return next((c for c in able.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)


_OCCASIONS = frozenset({"opportunity", "occasion", "chance", "meeting", "visit", "platform"})


def _on_the_occasion(verb: Token, base: str) -> Token | None:
    """ "took the opportunity to invite", "used the occasion to announce": the verb behind."""
    if base != "take" and not base.startswith(("use", "using", "seiz", "avail")):
        return None
    heads = [c for c in verb.rights if c.dep_ in ("dobj", "prep")]
    heads += [g for c in heads if c.lower_ == "of" for g in c.children]
    of = next((c for c in heads if c.lower_ in _OCCASIONS), None)
    if of is None:
        return None
    behind = [c for c in (*of.rights, *verb.rights) if c.dep_ in ("acl", "xcomp", "advcl", "relcl") and c.i > of.i]
    return next((c for c in behind if c.tag_ == "VB" and any(g.lower_ == "to" for g in c.lefts)), None)


def _would_like(clause: Clause, book: FrameBook) -> Token | None:
    """ "would like Norway to buy more", "would like the return of the works": what another is to do."""
    if clause.modal not in ("would", "'d", "’d") or book.base(clause.verb.lower_) not in _LIKES:
        return None
    if (thing := _liked(clause)) is not None:
        return thing
    inner = (c for c in clause.verb.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ in ("VB", "VBN", "VBD"))
    named = any(c.dep_ == "dobj" and c.left_edge.i == clause.verb.i + 1 for c in clause.verb.rights)
    return next((c for c in inner if named or any(g.dep_ in ("nsubj", "nsubjpass") for g in c.lefts)), None)


def _liked(clause: Clause) -> Token | None:
    """What is wished for, where nothing is told of doing: "would like longer quotas"."""
    behind = [c for c in clause.verb.rights if c.dep_ not in ("punct", "npadvmod", "advmod")]
    things = [c for c in behind if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS")]
    others = any(c.dep_ in ("xcomp", "ccomp", "advcl") for c in behind)
    return things[0] if things and not others and not clause.contents else None


class Judge:
    """Decides what clauses do, by the codebook."""

    def __init__(self, book: FrameBook) -> None:
        self.book = book

    def effective(self, clause: Clause) -> Token:
        """The verb that counts: past "continues to", "went on to", "would like to"."""
        verb = clause.verb
        for _ in range(3):
            base = self.book.base(verb.lower_)
            if base in ("let", "allow", "permit") and (spoken := self._of_me(verb)) is not None:
                return spoken  # "Allow me to thank"
            inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in ("VB", "VBG")), None)
            managed = _brought_about(verb, base) or _on_the_occasion(verb, base)
            if managed is None and (base == "manage" or (base == "have" and _honoured(verb))):
                managed = inner
            if managed is not None:
                verb = managed
                continue
            if inner is None:
                break
            if base in ("want", "wish", "desire") and self._thanks(inner):
                return inner  # "I want to thank"
            if base not in self.book.groups["transparent"] or base == "stand":
                break
            verb = inner
        return verb

    @staticmethod
    def _of_me(verb: Token) -> Token | None:
        inside = (c for c in verb.rights if c.dep_ in ("ccomp", "xcomp") and c.tag_ in ("VB", "VBP"))
        return next((c for c in inside if verb.i + 1 < c.i and verb.nbor().lower_ == "me"), None)

    def _thanks(self, verb: Token) -> bool:
        return any(key == "thank" for key, _ in self.book.verbs.get(self.book.base(verb.lower_), ()))

    def decide(self, clause: Clause, cases: Cases, who: Who | None) -> Decision | None:
        """What the clause does when ``who`` is its subject, modals aside; ``None`` where the codebook has no entry."""
        verb = self.effective(clause)
        if (wanted := _would_like(clause, self.book)) is not None:
            if clause.negated:
                return Decision("oppose", None, "acts.yaml/seek", clause.verb, head=wanted)
            beside = (*wanted.lefts, *clause.verb.rights)
            doer = next((cases.who(g) for g in beside if g.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
            both = doer is not None and doer.joint
            both = both or (wanted.tag_ in ("NN", "NNS") and who is not None and who.joint)
            return Decision("propose" if both else "request", None, "acts.yaml/seek", clause.verb, head=wanted)
        if verb != clause.verb and clause.modal in WILL and sees_others(verb):
            asked = next((cases.who(g) for c in verb.children for g in c.children if g.dep_ == "nsubj"), None)
            both = asked is not None and asked.joint
            return Decision("propose" if both else "request", None, "acts.yaml/seek", clause.verb, head=verb)
        found = (
            of_oneself(self.book, clause, verb, cases, who)
            or by_adjective(self.book, clause, verb, cases, who)
            or by_verb(self.book, clause, verb, cases, who)
        )
        if found is not None and found.rule.endswith("/pledge") and (stance := self._assured(clause, cases, who)):
            return stance
        gratefully = any(c.lower_ in _GRATEFULLY and c.dep_ == "advmod" for c in verb.children)
        if gratefully and found is not None and found.act in (None, "assess"):
            return Decision("appreciate", None, found.rule, verb, content="act" if clause.contents else None)
        return found

    def _assured(self, clause: Clause, cases: Cases, who: Who | None) -> Decision | None:
        """ "Assured him that Peru supports the accord": a stance, where no clause tells of what is to be done."""
        if self.book.base(clause.verb.lower_) not in ("assure", "reassure") or not clause.contents:
            return None
        told = [self.decide(content, cases, who) for content in clause.contents]
        stances = all(one is not None and one.act in ("support", "oppose") for one in told[:1])
        all_told = [one for content in clause.contents for one in (content, *content.after)]
        if not stances or told[0] is None or any(one.modal for one in all_told):
            return None  # "that Peru supports it and would sign soon": a promise beside it
        return Decision(told[0].act, None, told[0].rule, clause.verb, content="act")

    def tentative(self, verb: Token) -> bool:
        """Whether what is promised is only to look at something (G7 compliance manual)."""
        base = self.book.base(verb.lower_)
        if base in self.book.groups["tentative"]:
            return True
        if base == "look" and any(c.lower_ in ("into", "at") for c in verb.children):
            return True
        if base in ("give", "be", "look", "take"):
            return bool({c.lower_ for c in verb.subtree if c.i - verb.i < 7} & _LOOKS_AT)
        return False

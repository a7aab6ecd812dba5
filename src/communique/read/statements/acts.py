"""What a clause does: its act and strength, from its verb, modal, negation, complement, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.read.statements.clauses import Clause, verbal
from communique.read.statements.frames import FrameBook
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
_SHOULD = frozenset({"should", "ought", "need", "needs"})
_MUST = frozenset({"must"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "obj", "dative", "nsubjpass"})
_GRATEFULLY = frozenset({"gratefully", "thankfully", "appreciatively"})
_SOON = frozenset({"early", "earliest", "speedy", "prompt", "swift", "expeditious", "timely", "immediate", "rapid", "quick"})
_COPULAS = frozenset({"be", "remain", "feel", "become", "stay", "stand", "appear", "seem"})


@dataclass(slots=True)
class Decision:
    """An act with its strength, the codebook entries (``rule``) and words (``trigger``) that decided it.

    ``content``: how a clause that follows is to be read: ``inner``, ``hope``, an act, or ``None`` where none follows.
    ``head``: the token whose subtree says what is to be done.
    """

    act: str | None
    strength: str | None = None
    rule: str = ""
    trigger: Token | None = None
    content: Any = None
    default: str | None = None
    head: Token | None = None
    saying: bool = True
    extra: list[str] = field(default_factory=list)


class Judge:
    """Decides what clauses do, by the codebook."""

    def __init__(self, book: FrameBook) -> None:
        self.book = book

    # ------------------------------------------------------------------ the verb that counts

    def effective(self, clause: Clause) -> Token:
        """The verb that counts: past "continues to", "went on to", "would like to"."""
        verb = clause.verb
        for _ in range(3):
            base = self.book.base(verb.lower_)
            inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in ("VB", "VBG")), None)
            if inner is not None and base in ("want", "wish", "desire") and any(key == "thank" for key, _ in self.book.verbs.get(self.book.base(inner.lower_), ())):
                return inner  # "I want to thank"
            if inner is None or base not in self.book.groups["transparent"] or (base == "stand"):
                break
            verb = inner
        return verb

    def decide(self, clause: Clause, cases: Cases, who: Who | None) -> Decision | None:
        """What the clause does when ``who`` is its subject, modals aside; ``None`` where the codebook has no entry."""
        verb = self.effective(clause)
        base = self.book.base(verb.lower_)
        if verb is not clause.verb and verb.lower_ == "see" and clause.modal in _WILL and self._sees_others(verb):
            asked = next((cases.who(g) for c in verb.children for g in c.children if g.dep_ == "nsubj"), None)
            return Decision("propose" if asked is not None and asked.joint else "request", None, "acts.yaml/seek", clause.verb, head=verb)
        found = self._adjective(clause, verb, base, cases, who)
        if found is None:
            found = self._verb(clause, verb, base, cases, who)
        if found is not None and found.act in (None, "assess") and any(c.lower_ in _GRATEFULLY and c.dep_ == "advmod" for c in verb.children):
            return Decision("appreciate", None, found.rule, verb, content="act" if clause.contents else None)
        return found

    # ------------------------------------------------------------------ adjectives

    def _adjective(self, clause: Clause, verb: Token, base: str, cases: Cases, who: Who | None) -> Decision | None:
        candidates: list[Token] = []
        if verb.lower_ in self.book.adjectives and verb.tag_ != "VB" and (clause.passive or any(c.dep_ in ("aux", "auxpass", "cop") for c in verb.children)):
            candidates.append(verb)
        if base in _COPULAS:
            candidates.extend(c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "advmod", "xcomp", "ccomp") and c.i > verb.i)
        for token in candidates:
            entry = self.book.adjectives.get(token.lower_)
            if entry is None:
                continue
            key, adjective = entry
            act = self.noun_outcome(adjective, token, who, clause.negated)
            if key == "unanimous":  # "were united in their condemnation of"
                inner = next((g for c in (*token.children, *verb.children) if c.lower_ == "in" for g in c.children if g.lower_ in self.book.nouns), None)
                if inner is not None and (felt := self.noun_outcome(self.book.nouns[inner.lower_][1], inner, who, False)) is not None:
                    return Decision(felt.act, felt.strength, f"acts.yaml/{key}", inner, head=self.to_do(inner) or inner)
            note = self.to_do(token)
            if act is not None and act.act == "appreciate" and note is not None and self.book.base(note.lower_) == "note":
                return Decision("assess", None, f"acts.yaml/{key}", token)
            if act is not None and act.act == "appreciate" and note is not None and self.book.base(note.lower_) in ("accept", "announce", "offer", "confirm"):
                done = self._verb(clause, note, self.book.base(note.lower_), cases, who)  # "was pleased to accept the invitation"
                if done is not None:
                    return done
            content = "inner" if act and act.act == "assess" else None
            if adjective.wants == "hope":
                content = "hope"
            if act is None and adjective.wants is None:
                continue
            if clause.negated and act is not None:
                if adjective.negated is not None:
                    return Decision(adjective.negated.act, adjective.negated.strength, f"acts.yaml/{key}", token, extra=["negated"])
                act = None if act.act in ("appreciate", "complain") else act
                if act is None:
                    return Decision("assess", None, f"acts.yaml/{key}", token)
                if act.act in ("pledge", "support"):
                    return Decision("oppose", None, f"acts.yaml/{key}", token)
            if adjective.wants == "importance" and self._it_that(verb, token):
                return Decision("propose", None, f"acts.yaml/{key}", token, saying=False)
            if adjective.wants == "importance":
                return Decision("propose" if self.to_do(token) is not None else "assess", None, f"acts.yaml/{key}", token, head=self.to_do(token), saying=False)
            return Decision(act.act if act else None, act.strength if act else None, f"acts.yaml/{key}", token, content=content, head=self.to_do(token) or token, saying=False)
        return None

    def noun_outcome(self, entry: Any, token: Token, who: Who | None, negated: bool) -> Any:
        to_do = self.to_do(token)
        joint = who is not None and who.joint
        if to_do is not None and entry.infinitive is not None:
            if joint and entry.joint_infinitive is not None:
                return entry.joint_infinitive
            return entry.infinitive
        if joint and entry.joint is not None:
            return entry.joint
        return entry.does

    @staticmethod
    def to_do(token: Token) -> Token | None:
        """The verb of "to do" or "to doing"/"of doing" after a noun or adjective."""
        for child in token.children:
            if child.i < token.i:
                continue
            if child.dep_ in ("xcomp", "acl", "ccomp", "advcl") and child.tag_ == "VB" and not _finite(child):
                return child
            if child.dep_ == "prep" and child.lower_ in ("to", "in", "for", "of", "on"):
                for grand in child.children:
                    if grand.dep_ in ("pcomp", "pobj") and grand.tag_ == "VBG":
                        return grand
        head = token.head
        for child in head.children:
            if child.i > token.i and child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB" and child.i - token.i < 6 and not any(g.dep_ == "mark" for g in child.children):
                return child
        return None

    # ------------------------------------------------------------------ verbs

    def _verb(self, clause: Clause, verb: Token, base: str, cases: Cases, who: Who | None) -> Decision | None:
        for key, entry in self.book.verbs.get(base, ()):
            if not self._fits(entry, clause, verb):
                continue
            decision = self._apply(key, entry, clause, verb, cases, who)
            if decision is not None:
                return decision
        return None

    def _fits(self, entry: Any, clause: Clause, verb: Token) -> bool:
        if entry.with_:
            near = {c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod", "dative", "agent", "acomp", "advcl", "pcomp") and c.i > verb.i}
            if entry.object:  # "is following the trial with concern"
                near |= {g.lower_ for c in verb.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "prep"}
            follows = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
            if not (near | {follows}) & set(entry.with_):
                return False
        if "for" in entry.with_ and "propose" in (entry.does.act if entry.does else "") and (clause.passive or any(c.lower_ in ("home", "back", "off", "up") for c in verb.children)):
            return False
        if entry.object and not self._objects(verb) & set(entry.object):
            return False
        if entry.no_object and self._objects(verb) & set(entry.no_object):
            return False
        if entry.needs == "infinitive" and self._infinitive(verb) is None and not any(t.tag_ == "VB" and t.i > verb.i and t.i and t.doc[t.i - 1].tag_ in ("TO", "RB") for t in verb.subtree):
            return False
        if entry.needs == "complement" and not any(c.dep_ in ("oprd", "xcomp", "ccomp", "attr") or c.lower_ == "as" or (c.dep_ == "dobj" and any(g.lower_ == "as" for g in c.rights)) for c in verb.children if c.i > verb.i) and len([c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")]) < 2:
            return False
        if entry.needs == "content" and not clause.contents:
            return False
        if entry.progressive and not (clause.progressive or clause.modal in _WILL or verb is not clause.verb):
            return False
        return True

    def _objects(self, verb: Token) -> set[str]:
        out: set[str] = set()
        for child in verb.children:
            if child.dep_ in _OBJECTS or (child.dep_ in ("prep", "agent") and child.i > verb.i) or child.dep_ in ("xcomp", "advmod", "ccomp", "appos"):
                tokens = [child] if child.dep_ not in ("prep", "agent") else [g for g in child.children if g.dep_ in ("pobj", "pcomp")]
                for token in tokens:
                    out.add(token.lower_)
                    out.update(g.lower_ for g in token.conjuncts)
                    out.update(g.lower_ for g in token.children if g.dep_ in ("compound", "amod"))
                    out.update(h.lower_ for g in token.children if g.dep_ == "prep" for h in g.children if h.dep_ == "pobj")
        return out

    def _apply(self, key: str, entry: Any, clause: Clause, verb: Token, cases: Cases, who: Who | None) -> Decision | None:
        rule = f"acts.yaml/{key}"
        if clause.negated and entry.negated is not None:
            return Decision(entry.negated.act, entry.negated.strength, rule, verb, head=self._complement(verb), extra=["negated"])
        if entry.negated is not None and entry.does is None and entry.content is None:
            return None
        joint = who is not None and who.joint
        infinitive = self._infinitive(verb)
        if entry.nouns and (noun := self._noun(key, verb, clause, who)) is not None:
            return noun
        if to_do := self._to_be_done(key, entry, clause, verb, infinitive, joint=joint):
            return to_do
        manner = self._manner(verb)
        if manner is not None and clause.contents and entry.content is not None and (entry.content == "inner" or manner == "appreciate"):
            return Decision(manner, None, rule, verb, content="act")
        if clause.contents and entry.content is not None:
            content = entry.content
            default = entry.default.act if entry.default else None
            if not isinstance(content, str):
                if content.act == "agree" and not joint and entry.does is not None:
                    content = entry.does
                outcome = entry.joint if joint and entry.joint is not None and content.act in ("pledge",) else content
                if content.act == "propose" and not joint and self._other_to_do(clause, cases, who):
                    return Decision("request", None, rule, verb, content="act", head=None)
                return Decision(outcome.act, outcome.strength, rule, verb, content="act", head=None)
            return Decision(None, None, rule, verb, content=content, default=default)
        if joint and entry.joint is not None and entry.joint.act == "agree" and entry.does is not None and entry.does.act == "assess" and self._bare(verb):
            return Decision("assess", None, rule, verb)
        if manner is not None and entry.does is not None and entry.does.act == "assess":
            return Decision(manner, None, rule, verb)
        outcome = entry.does
        if infinitive is not None and entry.asks and entry.infinitive is not None and self._of_another(infinitive):
            return Decision("request", None, rule, verb, head=infinitive, extra=["asks"])
        if infinitive is not None and entry.infinitive is not None:
            outcome = entry.infinitive
            if outcome.act == "pledge" and self._sees_others(infinitive):
                return Decision("propose" if joint else "request", None, rule, verb, head=infinitive)
        if joint and entry.joint is not None and not (entry.asks and infinitive is None):
            outcome = entry.joint
        elif not joint and entry.single is not None:
            outcome = entry.single
            if outcome.act == "request" and not self._answerable(verb, cases, who):
                outcome = entry.does
        if outcome is not None and outcome.act == "oppose" and infinitive is not None and self.book.base(infinitive.lower_) in self.book.groups["comments"]:
            return None
        if outcome is not None and outcome.act == "support" and entry.with_ and any(g.tag_ == "VBG" and g.dep_ == "pcomp" for c in verb.children for h in c.children for g in (h, *h.children, *[x for y in h.children for x in y.children])):
            outcome = type(outcome)(act="propose")
        if joint and entry.asks and self._own_object(verb):
            return Decision("agree", "firm", rule, verb, head=self._complement(verb))
        if entry.asks and not joint and outcome is not None and outcome.act == "request" and self._asks_both(verb, cases, who):
            return Decision("propose", None, rule, verb, head=infinitive or self._complement(verb))
        if entry.own_object is not None and not joint and infinitive is None and outcome is not None and outcome.act == "request" and not self._anybody(verb, cases):
            return Decision("propose", None, rule, verb, head=self._complement(verb))
        if not joint and entry.asks and entry.own_object is not None and self._own_object(verb):
            outcome = entry.own_object
        if outcome is None:
            if entry.infinitive is not None and infinitive is None and entry.does is None:
                return None
            return Decision(None, None, rule, verb, content=entry.content, default=entry.default.act if entry.default else None) if entry.content is not None else None
        return Decision(outcome.act, outcome.strength, rule, verb, content=entry.content if isinstance(entry.content, str) else None, head=self._complement(verb), extra=["asks"] if entry.asks else [])

    def _noun(self, key: str, verb: Token, clause: Clause, who: Who | None) -> Decision | None:
        """The noun that the verb expresses decides: "voiced concern", "reaffirmed its commitment to"."""
        heads = [c for c in verb.children if c.dep_ in ("dobj", "obj", "attr", "oprd")]
        if clause.passive:
            heads += [c for c in verb.children if c.dep_ == "nsubjpass"]
        heads += [g for c in verb.children if not clause.contents and c.dep_ == "prep" and c.lower_ == "on" and c.i - verb.i < 3 for g in c.children if g.dep_ == "pobj"]
        if key == "stress" and not clause.contents:
            soon = next((h for h in heads if h.i > verb.i and any(g.lower_ in _SOON for g in h.lefts)), None)
            if soon is not None and soon.lower_ not in self.book.nouns:
                return Decision("propose", None, f"acts.yaml/{key}", verb, head=soon)
        heads += [t for h in heads if h.lower_ not in self.book.nouns for t in h.subtree if t.lower_ in self.book.nouns and any(g.dep_ == "poss" for g in t.children)]
        for head in heads:
            for token in (head, *head.conjuncts):
                entry = self.book.nouns.get(token.lower_)
                if entry is None:
                    continue
                name, noun = entry
                if (name == "policy" and key != "stress") or (key == "note" and noun.wants != "importance"):
                    continue
                if any(g.lower_ == "no" for g in token.lefts):
                    against = noun.does is not None and noun.does.act in ("oppose", "complain")
                    return Decision("support" if against else "assess", None, f"acts.yaml/{name}", token)
                if name == "readiness" and self.to_do(token) is None and any(c.lower_ == "on" for c in token.children):
                    return Decision("support", None, f"acts.yaml/{name}", token, head=token)
                if noun.wants == "importance":
                    to_do = self.to_do(token) or self._of_doing(token)
                    act = "propose" if to_do is not None or token.lower_ in ("need", "necessity", "urgency", "imperative") else self._important(token)
                    if to_do is not None and self._keeps_rule(to_do):
                        act = "support"
                    return Decision(act, None, f"acts.yaml/{name}", token, head=to_do or self._complement(token), saying=True, extra=["importance"])
                if noun.wants == "call" and (who is None or not who.joint) and self._called_upon(token):
                    return Decision("request", None, f"acts.yaml/{name}", token, head=self._called_upon(token))
                if noun.wants == "hope":
                    to_do = self.to_do(token)
                    if to_do is not None:
                        both = who is not None and who.joint
                        return Decision("agree" if both else "pledge", "soft", f"acts.yaml/{name}", token, head=to_do)
                    return Decision("propose", None, f"acts.yaml/{name}", token, content="hope", head=self._complement(token))
                outcome = self.noun_outcome(noun, token, who, clause.negated)
                if key == "pledge" and outcome is not None and outcome.act == "support":  # "assured continued support"
                    promise = next(e for k, e in self.book.verbs["pledge"] if k == "pledge")
                    outcome = promise.joint if who is not None and who.joint else promise.does
                if outcome is None or (key == "express" and verb.lower_ in ("has", "have", "had") and outcome.act == "pledge" and self.to_do(token) is None):
                    continue
                content = "inner" if outcome.act == "assess" and (clause.contents or self._acl(token)) else None
                return Decision(outcome.act, outcome.strength, f"acts.yaml/{name}", token, content=content, default="assess" if content else None, head=self.to_do(token) or token, extra=[key])
        return None

    def _to_be_done(
        self, key: str, entry: Any, clause: Clause, verb: Token, infinitive: Token | None, *, joint: bool
    ) -> Decision | None:
        """"reaffirmed to work together", "wishes to see others speak out"."""
        rule = f"acts.yaml/{key}"
        if infinitive is None:
            return None
        if key == "stress" and infinitive.dep_ == "xcomp" and not clause.contents and infinitive.i - verb.i < 4:
            return Decision("agree" if joint else "pledge", "firm", rule, verb, head=infinitive)
        wished = entry.infinitive is not None and entry.infinitive.act == "pledge"
        if wished and not joint and clause.contents and self._sees_others(infinitive):
            return Decision("request", None, rule, verb, head=infinitive)
        return None

    @staticmethod
    def _anybody(verb: Token, cases: Cases) -> bool:
        """Whether somebody is encouraged, not just a thing ("encouraged further investment")."""
        return any(cases.mention(t) is not None for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp") for t in (c, *c.children))

    @staticmethod
    def _other_to_do(clause: Clause, cases: Cases, who: Who | None) -> bool:
        """"suggested that Laos ratify the agreement": the other side alone is to do it."""
        doer = cases.who(clause.contents[0].subject) if clause.contents else None
        return doer is not None and len(doer.parties) == 1 and who is not None and set(doer.parties) != set(who.parties) and doer.kind != "pronoun"

    @staticmethod
    def _it_that(verb: Token, token: Token) -> bool:
        """"it is vital that aid reach the camps"."""
        if not any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children):
            return False
        return any(c.dep_ in ("ccomp", "advcl") and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children) for t in (verb, token) for c in t.children)

    @staticmethod
    def _of_doing(token: Token) -> Token | None:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "in"):
                for grand in child.children:
                    if grand.dep_ == "pcomp" and grand.tag_ == "VBG":
                        return grand
        return None

    def _manner(self, verb: Token) -> str | None:
        """"noted with regret that", "recalled with gratitude that": the feeling is what is said."""
        nouns = [g.lower_ for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" for g in c.children if g.dep_ == "pobj"]
        if set(nouns) & self.book.groups["thanks"]:
            return "appreciate"
        felt = [e[1].does for n in nouns if (e := self.book.nouns.get(n)) is not None]
        return "complain" if any(f is not None and f.act == "complain" for f in felt) else None

    def _keeps_rule(self, verb: Token) -> bool:
        """"the need to respect the sovereignty": keeping a rule or principle is support (codebook, 2)."""
        if self.book.base(verb.lower_) not in self.book.groups["keeping"]:
            return False
        return bool({t.lower_ for t in verb.subtree} & self.book.groups["principles"])

    def _important(self, token: Token) -> str:
        """The importance of a tie or project that exists is an assessment, that of a principle support (codebook, 2)."""
        heads = [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
        words = {w.lower_ for h in heads for w in (h, *h.conjuncts)}
        return "assess" if words & self.book.groups["ties"] or not words else "support"

    @staticmethod
    def _called_upon(token: Token) -> Token | None:
        """"its call on the junta to release", "its appeal for the donors to give": what somebody is called on to do."""
        for word in token.subtree:
            if word.i > token.i and word.tag_ == "VB" and word.dep_ in ("acl", "xcomp", "advcl", "pcomp", "relcl") and any(g.lower_ == "to" for g in word.lefts):
                return word if word.head != token or any(c.dep_ == "prep" for c in token.children) else None
        after = next((c for c in token.head.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB" and c.i > token.i and any(g.lower_ == "to" for g in c.lefts)), None)
        return after if after is not None and any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "for") for t in (token, token.head) for c in t.children) else None

    @staticmethod
    def _acl(token: Token) -> bool:
        return any(c.dep_ in ("acl", "ccomp") and verbal(c) for c in token.children)

    @staticmethod
    def _asks_both(verb: Token, cases: Cases, who: Who | None) -> bool:
        """"called on the two sides to ...": both are to do it."""
        for child in verb.children:
            targets = [child] if child.dep_ in ("dobj", "dative") else [g for g in child.children if g.dep_ == "pobj"] if child.dep_ == "prep" and child.i - verb.i < 3 else []
            targets += [g for g in child.children if g.dep_ == "nsubj"] if child.dep_ in ("ccomp", "xcomp") else []
            for target in targets:
                asked = cases.who(target)
                if asked is not None and asked.joint and (who is None or set(who.parties) <= set(asked.parties) or asked.kind == "joint"):
                    return True
        return False

    @staticmethod
    def _bare(verb: Token) -> bool:
        """Whether nothing follows the verb: "President X concurred"."""
        return not any(c.i > verb.i and c.dep_ not in ("punct", "cc", "conj", "advmod") for c in verb.children)

    @staticmethod
    def _own_object(verb: Token) -> bool:
        """"asked their trade representatives to ...", "encourages its companies": one's own are asked."""
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubj", "ccomp", "dative") and child.i > verb.i:
                return any(g.tag_ == "PRP$" and g.lower_ in ("their", "its", "our", "his", "her") for t in (child, *child.children) for g in (t, *t.children))
        return False

    @staticmethod
    def _sees_others(infinitive: Token) -> bool:
        """"would like to see more voices speak out"."""
        return infinitive.lower_ == "see" and any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in infinitive.children)

    def _answerable(self, verb: Token, cases: Cases, who: Who | None) -> bool:
        """Whether somebody can answer the call: not for a ceasefire, peace or justice, nor for what third states should do."""
        words = {t.lower_ for t in verb.subtree if t.i > verb.i}
        if words & self.book.groups["unanswerable"]:
            return False
        del cases, who
        return True

    @staticmethod
    def _infinitive(verb: Token) -> Token | None:
        for child in verb.children:
            if child.dep_ not in ("xcomp", "advcl", "ccomp") or child.i < verb.i or not any(g.lower_ == "to" for g in child.lefts):
                continue
            if child.tag_ == "VB" or (child.tag_ == "VBN" and any(g.lower_ == "be" for g in child.lefts)):
                return child
        return None

    @staticmethod
    def _of_another(infinitive: Token) -> bool:
        """"wants the neighbour to extradite": the infinitive has a subject of its own."""
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in infinitive.children)

    @staticmethod
    def _complement(verb: Token) -> Token | None:
        for deps in (("xcomp", "ccomp"), ("dobj", "obj", "attr", "oprd"), ("advcl",), ("prep",)):
            for child in verb.children:
                if child.i > verb.i and child.dep_ in deps:
                    if child.dep_ == "prep":
                        inner = next((g for g in child.children if g.dep_ in ("pobj", "pcomp")), None)
                        if inner is not None:
                            return inner
                        continue
                    return child
        return None

    # ------------------------------------------------------------------ tentativeness

    def tentative(self, verb: Token) -> bool:
        """Whether what is promised is only to look at something (G7 compliance manual)."""
        base = self.book.base(verb.lower_)
        if base in self.book.groups["tentative"] or (base == "look" and any(c.lower_ in ("into", "at") for c in verb.children)):
            return True
        if base in ("give", "be", "look", "take"):
            words = {c.lower_ for c in verb.subtree if c.i - verb.i < 7}
            return bool(words & {"consideration", "favourably", "favorably", "considered", "examined", "studied", "explored"})
        return False


def _finite(verb: Token) -> bool:
    """Whether a base form is finite by its modal: "that firms will invest"."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def modality(clause: Clause) -> str:
    """``will``, ``should``, ``must``, ``can`` or ``""`` of a clause."""
    modal = clause.modal or ""
    if modal in _WILL:
        return "will"
    if modal in _SHOULD:
        return "should"
    if modal in _MUST:
        return "must"
    if not modal and clause.verb.lower_ in ("need", "needs", "needed") and any(c.dep_ == "xcomp" for c in clause.verb.children):
        return "should"
    if modal:
        return "can"
    return ""

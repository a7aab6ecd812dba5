"""What a verb of the codebook does in a clause: by its negation, its noun, what follows it, and whose word it is.

The steps stand in their order; the first that applies decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.read.statements.clauses import Clause
from communique.read.statements.complements import (
    bare,
    complement,
    infinitive,
    none_of,
    objects,
    of_another,
    own_object,
    sees_others,
    to_do,
)
from communique.read.statements.decision import WILL, Decision
from communique.read.statements.frames import FrameBook
from communique.read.statements.nouns import by_noun
from communique.read.statements.who import Cases, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITSELF = ("look-favourably", "see-what")
"""Entries whose verb says what is to be done."""
_BESIDE = ("prt", "prep", "advmod", "dative", "agent", "acomp", "advcl", "pcomp")


@dataclass(slots=True)
class Frame:
    """A verb of the text with the codebook's entry for it. ``to_do``: the verb of the infinitive behind it."""

    book: FrameBook
    key: str
    entry: Any
    clause: Clause
    verb: Token
    cases: Cases
    who: Who | None
    to_do: Token | None

    @property
    def rule(self) -> str:
        """The codebook's entry, as records name it."""
        return f"acts.yaml/{self.key}"

    @property
    def joint(self) -> bool:
        """Whether several sides act together."""
        return self.who is not None and self.who.joint

    def decide(self, act: str, strength: str | None = None, **more: Any) -> Decision:
        """A decision by this entry."""
        return Decision(act, strength, self.rule, self.verb, **more)


def by_verb(book: FrameBook, clause: Clause, verb: Token, cases: Cases, who: Who | None) -> Decision | None:
    """What ``verb``, the verb that counts in ``clause``, does when ``who`` is its subject; ``None`` if it is no entry's."""
    for key, entry in book.verbs.get(book.base(verb.lower_), ()):
        if not _fits(entry, clause, verb):
            continue
        decision = _apply(Frame(book, key, entry, clause, verb, cases, who, infinitive(verb)))
        if decision is not None:
            return decision
    return None


# ---------------------------------------------------------------------- whether the entry fits


def _fits(entry: Any, clause: Clause, verb: Token) -> bool:
    if entry.with_ and not _beside(entry, verb) & set(entry.with_):
        return False
    if "for" in entry.with_ and entry.does is not None and "propose" in entry.does.act:
        called_home = any(c.lower_ in ("home", "back", "off", "up") for c in verb.children)
        if clause.passive or called_home:
            return False
    named = objects(verb) if entry.object or entry.no_object else frozenset()
    if (entry.object and not named & set(entry.object)) or named & set(entry.no_object):
        return False
    if entry.progressive and not (clause.progressive or clause.modal in WILL or verb != clause.verb):
        return False
    return entry.needs is None or _NEEDS[entry.needs](clause, verb)


def _beside(entry: Any, verb: Token) -> set[str]:
    near = {c.lower_ for c in verb.rights if c.dep_ in _BESIDE}
    if entry.object:  # "is following the trial with concern"
        near |= {g.lower_ for c in verb.children if c.dep_ == "dobj" for g in c.children if g.dep_ == "prep"}
    return near | {verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""}


def _has_infinitive(clause: Clause, verb: Token) -> bool:
    after = (t for t in verb.subtree if t.tag_ == "VB" and t.i > verb.i)
    return infinitive(verb) is not None or any(t.doc[t.i - 1].tag_ in ("TO", "RB") for t in after)


def _has_complement(clause: Clause, verb: Token) -> bool:
    """ "called it a success", "described ties as good"."""
    for child in verb.rights:
        if child.dep_ in ("oprd", "xcomp", "ccomp", "attr") or child.lower_ == "as":
            return True
        if child.dep_ == "dobj" and any(c.lower_ == "as" for c in child.rights):
            return True
    return sum(c.dep_ in ("dobj", "nsubjpass", "dative") for c in verb.children) > 1


def _has_content(clause: Clause, verb: Token) -> bool:
    return bool(clause.contents)


def _has_doing(clause: Clause, verb: Token) -> bool:
    """ "advocated opening": what is favoured is to be done."""
    return any(c.tag_ == "VBG" and c.dep_ in ("xcomp", "pcomp", "dobj", "ccomp") for c in verb.rights)


def _is_present(clause: Clause, verb: Token) -> bool:
    """ "grants": done by saying it, while "granted" tells of an earlier day."""
    return verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_received(clause: Clause, verb: Token) -> bool:
    """ "was given a promise", "obtained an assurance from": who is the subject has it from another."""
    if clause.negated or clause.modal:
        return False
    given = verb.lower_ in ("given", "gave", "give", "gives", "giving")
    return clause.passive if given else not clause.passive


def _is_to_come(clause: Clause, verb: Token) -> bool:
    """ "will look kindly on it", "promised to look kindly on it"."""
    return clause.modal in WILL or verb != clause.verb or verb.tag_ == "VB"


_NEEDS = {
    "infinitive": _has_infinitive,
    "complement": _has_complement,
    "content": _has_content,
    "doing": _has_doing,
    "present": _is_present,
    "received": _is_received,
    "to-come": _is_to_come,
}


# ---------------------------------------------------------------------- what it does


def _apply(frame: Frame) -> Decision | None:
    entry, clause = frame.entry, frame.clause
    if entry.negated is not None and (clause.negated or (entry.object and none_of(frame.verb, entry.object))):
        denied = entry.negated
        return frame.decide(denied.act, denied.strength, head=complement(frame.verb), extra=["negated"])
    if entry.negated is not None and entry.does is None and entry.content is None:
        return None
    for step in (_noun, _deemed, _to_be_done, _felt, _content, _bare_agreement, _felt_of_it, _asked, _seen):
        decision = step(frame)
        if decision is not None:
            return decision
    return _outcome(frame)


def _noun(frame: Frame) -> Decision | None:
    if not frame.entry.nouns:
        return None
    return by_noun(frame.book, frame.key, frame.verb, frame.clause, frame.who)


def _deemed(frame: Frame) -> Decision | None:
    """ "considered it useful to", "deems it necessary that": what is held to be needed is proposed."""
    if frame.key not in ("regard", "believe", "hold"):
        return None
    near = (c for t in (frame.verb, *frame.verb.rights) for c in t.rights if c.i - frame.verb.i < 6)
    for token in near:
        found = frame.book.adjectives.get(token.lower_)
        wanted = found is not None and found[1].wants == "importance"
        if not wanted or token.tag_ not in ("JJ", "NN", "VBN", "JJR"):
            continue
        act = to_do(token) or frame.to_do
        if act is not None or any(t.lower_ == "that" and t.dep_ == "mark" for t in token.doc[token.i : token.i + 2]):
            return frame.decide("propose", content="act", head=act)
    return None


def _to_be_done(frame: Frame) -> Decision | None:
    """ "reaffirmed to work together", "wishes to see others speak out"."""
    to_do, entry = frame.to_do, frame.entry
    if to_do is None:
        return None
    if (
        frame.key == "seek"
        and to_do.lower_ in ("know", "hear", "learn")
        and any(c.dep_ == "ccomp" for c in to_do.rights)
    ):
        return frame.decide("request", content="act", head=to_do)  # "wanted to know whether"
    near = to_do.dep_ == "xcomp" and to_do.i - frame.verb.i < 4
    if frame.key == "stress" and near and not frame.clause.contents:
        return frame.decide("agree" if frame.joint else "pledge", "firm", head=to_do)
    wished = entry.infinitive is not None and entry.infinitive.act == "pledge"
    if wished and not frame.joint and frame.clause.contents and sees_others(to_do):
        return frame.decide("request", head=to_do)
    return None


def _manner(frame: Frame) -> str | None:
    """ "noted with regret that", "recalled with gratitude that": the feeling is what is said."""
    behind = [c for c in frame.verb.children if c.dep_ == "prep" and c.lower_ == "with"]
    nouns = [g.lower_ for c in behind for g in c.children if g.dep_ == "pobj"]
    if set(nouns) & frame.book.groups["thanks"]:
        return "appreciate"
    felt = [frame.book.nouns[n][1].does for n in nouns if n in frame.book.nouns]
    return "complain" if any(f is not None and f.act == "complain" for f in felt) else None


def _felt(frame: Frame) -> Decision | None:
    content = frame.entry.content
    if not frame.clause.contents or content is None:
        return None
    manner = _manner(frame)
    if manner is None or (content != "inner" and manner != "appreciate"):
        return None
    return frame.decide(manner, content="act")


def _felt_of_it(frame: Frame) -> Decision | None:
    does = frame.entry.does
    manner = _manner(frame) if does is not None and does.act == "assess" else None
    return frame.decide(manner) if manner is not None else None


def _content(frame: Frame) -> Decision | None:
    """A clause follows: it decides ("inner"), or the entry says what such a clause is."""
    entry = frame.entry
    content = entry.content
    if not frame.clause.contents or content is None:
        return None
    if isinstance(content, str):
        default = entry.default.act if entry.default else None
        return Decision(None, None, frame.rule, frame.verb, content=content, default=default)
    if content.act == "agree" and not frame.joint and entry.does is not None:
        content = entry.does
    outcome = entry.joint if frame.joint and entry.joint is not None and content.act == "pledge" else content
    if content.act == "propose" and not frame.joint and _other_to_do(frame):
        return frame.decide("request", content="act")
    return frame.decide(outcome.act, outcome.strength, content="act")


def _other_to_do(frame: Frame) -> bool:
    """ "suggested that Laos ratify the agreement": the other side alone is to do it."""
    doer = frame.cases.who(frame.clause.contents[0].subject) if frame.clause.contents else None
    if doer is None or frame.who is None or len(doer.parties) != 1 or doer.kind == "pronoun":
        return False
    return set(doer.parties) != set(frame.who.parties)


def _bare_agreement(frame: Frame) -> Decision | None:
    """ "The leaders concurred": nothing that they agree to do."""
    joint, does = frame.entry.joint, frame.entry.does
    if not frame.joint or joint is None or does is None:
        return None
    agreed = joint.act == "agree" and does.act == "assess"
    return frame.decide("assess") if agreed and bare(frame.verb) else None


def _asked(frame: Frame) -> Decision | None:
    """ "wants the neighbour to extradite"."""
    if frame.to_do is None or not frame.entry.asks or frame.entry.infinitive is None or not of_another(frame.to_do):
        return None
    return frame.decide("request", head=frame.to_do, extra=["asks"])


def _seen(frame: Frame) -> Decision | None:
    """ "would like to see more voices speak out"."""
    entry = frame.entry
    if frame.to_do is None or entry.infinitive is None or entry.infinitive.act != "pledge":
        return None
    if not sees_others(frame.to_do):
        return None
    return frame.decide("propose" if frame.joint else "request", head=frame.to_do)


def _outcome(frame: Frame) -> Decision | None:
    entry, verb = frame.entry, frame.verb
    outcome = _chosen(frame)
    if outcome is not None and outcome.act == "oppose" and _comments(frame):
        return None
    if outcome is not None and outcome.act == "support" and entry.with_ and _doing(verb):
        outcome = type(outcome)(act="propose")
    if frame.joint and entry.asks and own_object(verb):
        return frame.decide("agree", "firm", head=complement(verb))
    if not frame.joint and outcome is not None and outcome.act == "request":
        if entry.asks and _asks_both(frame):
            return frame.decide("propose", head=frame.to_do or complement(verb))
        if entry.own_object is not None and frame.to_do is None and not _somebody(frame):
            return frame.decide("propose", head=complement(verb))
    if not frame.joint and entry.asks and entry.own_object is not None and own_object(verb):
        outcome = entry.own_object
    content = entry.content
    if outcome is None:
        if content is None or (entry.infinitive is not None and frame.to_do is None and entry.does is None):
            return None
        default = entry.default.act if entry.default else None
        return Decision(None, None, frame.rule, verb, content=content, default=default)
    extra = ["asks"] if entry.asks else []
    inner = content if isinstance(content, str) else None
    head = verb if frame.key in _ITSELF else complement(verb)
    return frame.decide(outcome.act, outcome.strength, content=inner, head=head, extra=extra)


def _chosen(frame: Frame) -> Any:
    """The entry's outcome: for several together or one alone, with an infinitive or without."""
    entry = frame.entry
    if frame.joint and entry.joint is not None and not (entry.asks and frame.to_do is None):
        return entry.joint
    if not frame.joint and entry.single is not None:
        if entry.single.act == "request" and not _answerable(frame):
            return entry.does
        return entry.single
    return entry.infinitive if frame.to_do is not None and entry.infinitive is not None else entry.does


def _comments(frame: Frame) -> bool:
    """ "declined to comment" opposes nothing."""
    return frame.to_do is not None and frame.book.base(frame.to_do.lower_) in frame.book.groups["comments"]


def _doing(verb: Token) -> bool:
    """ "spoke in favour of opening": what is favoured is to be done."""
    deep = (
        g
        for c in verb.children
        for h in c.children
        for g in (h, *h.children, *(x for y in h.children for x in y.children))
    )
    return any(t.tag_ == "VBG" and t.dep_ == "pcomp" for t in deep)


def _asks_both(frame: Frame) -> bool:
    """ "called on the two sides to ...": both are to do it."""
    mine = frame.who
    for target in _targets(frame.verb):
        asked = frame.cases.who(target)
        if asked is None or not asked.joint:
            continue
        if target.lower_ == "them":
            continue  # "wants them to": others than whose wish it is
        if mine is None or set(mine.parties) <= set(asked.parties) or asked.kind == "joint":
            return True
    return False


def _targets(verb: Token) -> list[Token]:
    """Who is asked: the object, what a near preposition adds, the subject of what is to be done."""
    out: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative"):
            out.append(child)
        elif child.dep_ == "prep" and child.i - verb.i < 3:
            out.extend(c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ in ("ccomp", "xcomp"):
            out.extend(c for c in child.children if c.dep_ == "nsubj")
    return out


def _somebody(frame: Frame) -> bool:
    """Whether somebody is encouraged, not just a thing ("encouraged further investment")."""
    near = (t for c in frame.verb.children if c.dep_ in ("dobj", "ccomp", "xcomp") for t in (c, *c.children))
    return any(frame.cases.mention(t) is not None for t in near)


def _answerable(frame: Frame) -> bool:
    """Whether somebody can answer the call: not for a ceasefire, peace or justice, nor for what third states should do."""
    verb = frame.verb
    return not {t.lower_ for t in verb.subtree if t.i > verb.i} & frame.book.groups["unanswerable"]

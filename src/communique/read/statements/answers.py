"""Answers: what was asked is accepted, granted, agreed to, in the same sentence or a later one (codebook, 2).

Two things are done. In a sentence that asks, the other side's answer behind it ("..., which she accepted", "..., and
the latter accepted with pleasure") becomes a promise of its own. And where an answer only points at what was asked
("accepted the invitation", "the request would be considered"), its items are those of the request.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.statements.clauses import to_which
from communique.read.statements.told import Told
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.draft import Draft
    from communique.read.scene import Scene
    from communique.read.statements.told import Sentence

_ASKING = frozenset({"request", "propose"})
_ACCEPT = frozenset({"accepted", "granted"})
_PROMISE = frozenset(
    {
        "agreed",
        "promised",
        "undertook",
        "pledged",
        "consented",
        "assented",
        "acceded",
        "acquiesced",
        "concurred",
        "complied",
    }
)
_ASSENT = frozenset({"assent", "consent", "agreement", "approval", "blessing", "accord", "promise", "word"})
_SECONDED = frozenset({"pleaded", "argued", "pressed", "spoke", "called", "seconded", "supported", "endorsed"})
_RESPONDED = frozenset({"responded", "replied", "reacted", "answered"})
_WELL = frozenset({"favourably", "favorably", "positively", "affirmatively", "sympathetically"})
_HINDRANCES = frozenset({"difficulty", "difficulties", "objection", "objections", "hesitation", "reservations"})
_IT = frozenset({"it", "that", "this", "both", "invitation", "request", "proposal", "offer"})
_POINTED_AT = frozenset({"latter", "he", "she", "they"})
_FAR = 1500
_NOUN = r"(?:requests?|proposals?|invitations?|offers?|ideas?|suggestions?|matters?|issues?|questions?|pleas?|appeals?)"
_POINTING = rf"(?:it|this|that|so|them|both|(?:the|this|that|these|his|her|its|their|our|such an?)(?: \w+)? {_NOUN}(?! (?:of|for|to|on|that|by)\b))"
_LOOKING = (
    r"(?:accept|consider|examin|stud|review|explor|look|weigh|think|discuss|revert|respond|do|giv|meet|fulfil|grant|"
    r"approv|support|pursu|act|agree|concur|open|receptive|amenable|be)\w*(?: \w+ly)?(?: (?:into|at|up|over|on|to|upon|with))?"
)
_POINTS = re.compile(
    rf"^\W*(?:\w+ly |also |nonetheless |gladly )*(?:(?:{_LOOKING} )*{_POINTING}\b|(?:accept\w*|granted)\b(?: it)?(?: with\b.*)?$"
    rf"|(?:with )?pleasure$|{_POINTING}\b|{_LOOKING}$)",
    re.IGNORECASE,
)
_ASKED_AGAIN = re.compile(
    r"(?:the|this|that|his|her|its|their)(?: \w+)? (?:request|demand|plea|appeal|proposal)s?", re.IGNORECASE
)
_CONTENT = re.compile(
    r"^.{0,60}?\b(?:request|proposal|invitation|offer|suggestion)s? (?:to|for|of|that) (?!him\b|her\b|them\b|it\b)(.{4,})$",
    re.IGNORECASE | re.DOTALL,
)


def answers(reader: Sentence) -> None:
    """Cut the other side's answer off what was asked in the sentence just read."""
    for told in list(reader.told):
        if told.act not in _ASKING and not told.rule.endswith("/offer"):
            continue
        for token in reader.unit.doc[told.trigger.i + 1 : told.last + 1]:
            if not _answers(token) or token.tag_ not in ("VBD", "VBN") or _helped(token):
                continue
            if any(other is not told and other.first <= token.i <= other.last for other in reader.told):
                continue
            if _answered(reader, told, token):
                break


def _answers(token: Token) -> bool:
    low = token.lower_
    if low in ("took", "jumped", "seized"):
        return any(c.lower_ in ("up", "at", "upon", "on") and c.i == token.i + 1 for c in token.rights)
    if low in _RESPONDED:  # "..., to which he responded favourably"
        return to_which(token) and any(c.lower_ in _WELL for c in token.rights)
    if low == "had":  # "..., which the guests had no difficulty in accepting"
        none = (c for c in token.rights if c.dep_ == "dobj" and any(g.lower_ == "no" for g in c.lefts))
        return token.dep_ == "relcl" and any(c.lower_ in _HINDRANCES for c in none)
    if low == "gave":  # "..., to which she gave her assent"
        return any(c.lower_ in _ASSENT and c.dep_ == "dobj" for c in token.rights)
    return low in _ACCEPT or low in _PROMISE or (low in _SECONDED and token.dep_ == "relcl")


def _answered(reader: Sentence, told: Told, verb: Token) -> bool:
    start, subject = _opening(verb)
    who = reader.cases.who(subject) if subject is not None else None
    if subject is not None and subject.lower_ in _POINTED_AT and (who is None or set(who.parties) <= set(told.holders)):
        who = other_side(reader.scene, told.holders, reader.unit.start)  # nobody accepts what he asked himself
    agent = next((g for c in verb.rights if c.dep_ == "agent" for g in c.children), None)
    if subject is None and agent is not None and any(c.tag_ == "WDT" for c in verb.lefts):
        who = reader.cases.who(agent)  # "an offer which was accepted by Peru"
    elif start is not None and (subject is None or subject.lower_ in _IT) and _in_passive(verb):
        who = other_side(reader.scene, told.holders, reader.unit.start)  # "..., which was accepted"
    if start is None or who is None or len(who.parties) != 1 or set(who.parties) & set(told.holders):
        return False
    to_do = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    if verb.lower_ == "gave" and not to_which(verb):
        return False
    if verb.lower_ in _PROMISE and to_do is None and not to_which(verb):
        return False
    if verb.lower_ in _SECONDED:
        _second(reader, told, verb, who, start)
        return True
    strength = "tentative" if to_do is not None and reader.judge.tentative(to_do) else "firm"
    rule = "acts.yaml/agree" if verb.lower_ in _PROMISE else "acts.yaml/accept-invitation"
    last, told.last = told.last, start - 1
    while told.last > told.first and verb.doc[told.last].tag_ in ("IN", "TO", ","):
        told.last -= 1  # "..., with which Fiji concurred"
    reader.told.append(Told("pledge", strength, who.parties, who.person, start, last, rule, verb, to_do or verb, True))
    return True


def _in_passive(verb: Token) -> bool:
    """ "..., which was accepted", nobody being named: by the side that was asked."""
    doc, which = verb.doc, next((c for c in verb.lefts if c.tag_ == "WDT"), None)
    helped = any(c.dep_ == "auxpass" for c in verb.lefts) and all(c.dep_ != "agent" for c in verb.rights)
    return helped and (which is None or doc[which.i - 1].text in (",", "–", "—", "("))


def _second(reader: Sentence, told: Told, verb: Token, who: Who, start: int) -> None:
    """ "a course for which his colleague pleaded too": the other side wants the same."""
    last, told.last = told.last, start - 1
    rule = "acts.yaml/suggest" if told.act == "propose" else "acts.yaml/ask"
    reader.told.append(Told("propose", None, who.parties, who.person, start, last, rule, verb, verb, True))


def _helped(verb: Token) -> bool:
    """ "has offered": told of an earlier day, or denied."""
    return any(c.dep_ in ("aux", "neg") for c in verb.children)


def other_side(scene: Scene, holders: tuple[str, ...], start: int) -> Who | None:
    """The side of the two that did not ask."""
    other = tuple(side for side in scene.sides if side not in holders)
    return Who(other, None, "country", start) if len(other) == 1 and len(scene.sides) == 2 else None


def _opening(verb: Token) -> tuple[int | None, Token | None]:
    """Where the answer begins, and who gives it: ", which she ...", ", an invitation the guest ...", ", and the latter ..."."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP")), None)
    if verb.dep_ == "relcl" or to_which(verb):
        which = next((t for t in verb.subtree if t.tag_ == "WDT" and t.i < verb.i), None)
        return (which.i if which is not None else verb.head.left_edge.i), subject
    if verb.dep_ == "acl" and verb.head.lower_ == "latter":
        return verb.head.left_edge.i, verb.head
    if verb.dep_ in ("conj", "ccomp", "advcl") and subject is not None:
        return subject.left_edge.i, subject
    return None, None


def name_what_was_asked(scene: Scene, found: list[Draft]) -> None:
    """Give answers that only point at what was asked its items, in place; ``found`` in the order of the text."""
    asked: list[Draft] = []
    for draft in found:
        act, items = draft.fields["act"], draft.fields["items"]
        if act in _ASKING and len(items) == 1 and _ASKED_AGAIN.fullmatch(items[0]):
            _again(draft, asked)
        elif act in _ASKING and items:
            asked.append(draft)
        elif act == "pledge" and len(items) == 1:
            _point(scene, draft, asked)


def _again(draft: Draft, asked: list[Draft]) -> None:
    """ "repeated the request": for what the same side asked before; nothing is known of one that was not told."""
    start, holders = draft.spans[0][0], set(draft.fields["holders"])
    near = [one for one in asked if start - one.spans[0][1] < _FAR and holders == set(one.fields["holders"])]
    draft.fields["items"] = near[-1].fields["items"] if near else ()
    draft.fields["due"] = near[-1].fields["due"] if near else ()


def _point(scene: Scene, draft: Draft, asked: list[Draft]) -> None:
    item, due = draft.fields["items"][0], draft.fields["due"][0]
    own = _CONTENT.match(item)
    if own is not None and draft.rule[0].endswith(("/accept-invitation", "/accept-gladly", "/agree")):
        draft.fields["items"] = (own[1],)
        return
    if not _POINTS.match(item):
        return
    start, holders = draft.spans[0][0], set(draft.fields["holders"])
    near = [one for one in asked if start - one.spans[0][1] < _FAR and not holders & set(one.fields["holders"])]
    if "invitation" in item.lower():
        near = [one for one in near if "nvit" in scene.text[slice(*one.spans[0])]] or near
    if near:
        draft.fields["items"] = near[-1].fields["items"]
        draft.fields["due"] = tuple(due or one for one in near[-1].fields["due"])


__all__ = ["answers", "name_what_was_asked", "other_side"]

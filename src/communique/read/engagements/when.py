"""When an occasion is, and whether it has been: dates of its own clause, the tense above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.dates import Dated
from communique.read.dates.dated import Tense
from communique.read.engagements import clause
from communique.read.engagements.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.engagements.occasion import Occasion


_BACK = frozenset(
    "after following since recalled recalling recalls recall remembered recent results outcome outcomes success".split()
)
_SET = r"(?:set|scheduled|planned|fixed|foreseen|due|slated|billed|pencilled in|booked|envisaged|called|convened|supposed|meant)"
_FIRST_SET = re.compile(
    rf"(?:\b(?:first|originally|initially|previously|earlier|once) {_SET}|\b(?:which|that) (?:was|were|had been) {_SET}"
    rf"|, {_SET} (?:for|to)|\b(?:was|were|should|ought) (?:to )?have \w+)\b[^,;]*$"
)
_BUT_NOW = re.compile(
    r"^[^,;.]*,[^;.]*\b(?:now|put (?:back|off)|moved|postponed|brought forward|shifted|rescheduled|deferred|pushed back|held|tak(?:e|es|ing) place|took place)\b"
)
_DONE = frozenset("held concluded took met ended finished convened hosted conducted completed".split())
_SITS = frozenset({"meet", "convene", "reconvene", "sit", "gather"})
_DUE = frozenset({"due", "set", "scheduled", "slated", "expected", "planned", "poised", "going"})


def pick_date(view: View, tense: Tense | None, start: int, stop: int, at: int) -> Dated | None:
    """The date told in tokens ``start`` up to ``stop`` of an occasion at token ``at``: a day before a month before a
    year, the one after the occasion's word before one in front of it."""
    low, high, centre = view.at(start), view.at(stop), view.at(at)
    best: Dated | None = None
    best_key: tuple[int, int, int] | None = None
    for dated in view.dates(tense):
        begin = view.unit.start + dated.start
        if (
            not low <= begin < high
            or dated.relation == "after"
            or _since(view, begin)
            or dated.date_start is None
            or _of_a_thing(view, dated)
            or _as_first_set(view, dated)
        ):
            continue
        fineness = {"day": 0, "month": 1, "year": 2}[dated.precision]
        key = (fineness, 0 if begin >= centre else 1, abs(begin - centre))
        if best_key is None or key < best_key:
            best, best_key = dated, key
    return best


def _since(view: View, begin: int) -> bool:
    """Whether the date is in "since taking office in 2031": not the occasion's own."""
    words = view.scene.text[max(view.unit.start, begin - 60) : begin].lower().replace(",", " , ").split()
    return "since" in words[:-1] and "," not in words[words.index("since") :]


def _as_first_set(view: View, dated: Dated) -> bool:
    """Whether it is the day that was given up: "first set for June, ...", "which was fixed for 20 April, ..."."""
    before = view.scene.text[max(view.unit.start, view.unit.start + dated.start - 70) : view.unit.start + dated.start]
    after = view.scene.text[view.unit.start + dated.end : view.unit.end]
    if not _FIRST_SET.search(before) or not _BUT_NOW.search(after):
        return False
    return any(other.start >= dated.end for other in view.dates(None))


def _of_a_thing(view: View, dated: Dated) -> bool:
    """Whether a year is part of a name or a term of something else ("a plan for 2027-2028", "the Vision 2030")."""
    if dated.kind != "absolute" or dated.precision != "year" or dated.relation == "before":
        return False
    if dated.date_end is not None and dated.date_end != dated.date_start:
        return True
    before = view.scene.text[max(0, view.unit.start + dated.start - 12) : view.unit.start + dated.start].lower().split()
    return not before or before[-1] not in ("in", "since", "during", "of", "late", "early", "by", "throughout")


def set_date(occasion: Occasion, dated: Dated | None) -> None:
    """Put a date into the occasion."""
    if dated is None:
        return
    if dated.relation == "before" and occasion.status == "held":
        return
    occasion.first, occasion.last = dated.date_start, dated.date_end
    occasion.deadline = dated.relation == "before"


def status_of(
    view: View,
    verb: Token | None,
    lower_words: frozenset[str],
    anchor: str | None,
    dated: Dated | None,
    ahead: bool = False,
) -> str:
    """``planned`` or ``held``: by the verb, else by a word such as "upcoming", else by the date."""
    if ahead or (lower_words & view.lex.lists["upcoming"] and not _one_more_was(verb, lower_words)):
        return "planned"
    if verb is not None and clause.once(verb):
        return "planned"
    if verb is not None:
        carrier = clause.finite(verb)
        tense = clause.tense(carrier)
        if tense == "future" or clause.looks_forward(carrier) or clause.to_come(verb):
            return "planned"
        if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and clause.arranged(verb):
            return "planned"
        if verb.tag_ == "VB" and _over(dated, anchor):
            return "held"
        if (
            verb.tag_ == "VB"
            and carrier != verb
            and not any(c.dep_ == "aux" and c.lower_ in ("did", "do") for c in verb.children)
        ):
            return "planned"
    if dated is not None and dated.date_start is not None and anchor is not None:
        width = min(len(dated.date_start), len(anchor))
        first = dated.date_start[:width]
        if first > anchor[:width]:
            return "planned"
    return "held"


def _one_more_was(verb: Token | None, words: frozenset[str]) -> bool:
    """ "A further round was concluded in May": one more, which has been."""
    held = verb is not None and verb.lower_ in _DONE and clause.tense(clause.finite(verb)) == "past"
    return held and "further" in words


def _over(dated: Dated | None, anchor: str | None) -> bool:
    """Whether the date lies before the report ("went there last year to attend the forum")."""
    if dated is None or dated.date_start is None or anchor is None or dated.relation != "on":
        return False
    width = min(len(dated.date_start), len(anchor))
    return dated.date_start[:width] < anchor[:width]


def looks_ahead(view: View, first: int) -> bool:
    """Whether the words in front of token ``first`` put what follows in the future ("preparations for the visit")."""
    near = {token.lower_ for token in view.doc[max(0, first - 7) : first]}
    if "back" in near:
        near -= {"looked", "look", "looking"}
    ahead = bool(near & view.lex.lists["ahead"]) or _to_succeed(view, first)
    return ahead or _to_be_done_at(view, first) or will_be_done_there(view, first)


_THERE = re.compile(
    r"\b(?:will|would|shall|(?:agreed|decided|plan(?:ned|s)?|intend(?:ed|s)?|undertook|promised|expected|hoped|ready|wish(?:ed)?) to)\b"
    r"[^,;]*\b(?:during|on the occasion of|in the course of|at the time of|to coincide with|in time for|before|ahead of|prior to) (?:(?:the|his|her|a|an) )?$"
)


def will_be_done_there(view: View, first: int) -> bool:
    """ "Agreed to sign it on the occasion of | the visit": something else is to be done then."""
    doc = view.doc
    return _THERE.search(" ".join(token.lower_ for token in doc[max(0, first - 20) : first]) + " ") is not None


def _to_be_done_at(view: View, first: int) -> bool:
    """ "A list, to be discussed at | the third session": something else is to be done there."""
    words = [token.lower_ for token in view.doc[max(0, first - 6) : first + 1]]
    at = next((i for i in range(len(words) - 4, -1, -1) if words[i : i + 2] == ["to", "be"]), None)
    if at is None or words[at - 1 : at] in (["was"], ["were"], ["had"]):
        return False
    done = view.doc[max(0, first - 6) + at + 2]
    return done.tag_ == "VBN" and words[at + 3] in ("at", "by", "during", "to", "before")


def looks_back(view: View, first: int) -> bool:
    """ "since the visit in March", "recalled his visit": it has been."""
    near = {token.lower_ for token in view.doc[max(0, first - 3) : first]}
    return bool(near & _BACK) and not _to_succeed(view, first)


def _to_succeed(view: View, first: int) -> bool:
    """ "would work toward the success of the summit": it is still to come."""
    words = [token.lower_ for token in view.doc[max(0, first - 5) : first]]
    at = words.index("success") if "success" in words else 0
    return at > 0 and bool(set(words[:at]) & {"toward", "towards", "for", "ensure", "wished", "wishing", "wish"})


def due(view: View, first: int, stop: int) -> bool:
    """Whether tokens ``first`` up to ``stop`` say that it "is due to", "is scheduled for", "to be held"."""
    doc = view.doc
    for at in range(first, min(stop, len(doc) - 1)):
        lower, after = doc[at].lower_, doc[at + 1].lower_
        if lower in _DUE and after in ("to", "for", "on", "in", "at", "next", "this"):
            return True
        if lower in ("is", "are") and after == "to" and doc[min(at + 2, len(doc) - 1)].lower_ in _SITS:
            return True
        if lower == "to" and after in ("be", "take") and doc[at - 1].lower_ not in ("had", "has", "have"):
            return True
    return False


def tense_for(view: View, verb: Token | None, lower_words: frozenset[str], ahead: bool = False) -> Tense | None:
    """The tense that decides which Monday or May is meant."""
    if ahead or (lower_words & view.lex.lists["upcoming"] and not _one_more_was(verb, lower_words)):
        return "future"
    if verb is None:
        return None
    carrier = clause.finite(verb)
    tense = clause.tense(carrier)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return None
    if clause.to_come(verb) or (verb != carrier and verb.tag_ == "VB"):
        return "future"
    if verb != carrier and verb.tag_ == "VBG" and tense == "past":
        return "past"
    return tense

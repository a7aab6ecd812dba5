"""Outcomes told by what is: "is in force", "remain outside the agreement", "are under negotiation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.antecedent import points_back
from communique.read.outcomes.befallen import on_the_mend
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Known, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from communique.knowledge.models.outcomes import OutcomeRule

_IS = frozenset(
    "is are was were been 's ’s remain remains remained stay stays stayed stand stands stood lie lies lay become becomes "
    "became go goes went gone come comes came".split()
)
_AS_A_RULE = frozenset("by every each annually yearly monthly for from to in at on with into under through".split())
_HOURS = frozenset("day night days nights weekdays weekends mornings daytime sundays year".split())
_LABELLED = frozenset({":", "–", "—"})
_LOOK_BACK = 5
_BY_NOW = frozenset({"now", "already", "still", "currently", "again", "presently", "meanwhile", "today"})
_LONGEST = 8
"""Words of a phrase."""
_NOT = frozenset({"not", "n't", "n’t", "never", "yet", "hardly", "barely", "scarcely"})
_AROUND = frozenset({"neg", "aux", "advmod", "mark"})
_ONLY_SUPPOSED = frozenset("not n't never will would to should may once if until unless when yet after".split())
_IN_FORCE = frozenset({"has", "have", "is", "are"})
_MEASURES = frozenset(
    "half third thirds quarter quarters percent % partly partially mostly largely year years month months week weeks days".split()
)
_MEASURING = frozenset({"RB", "CD", "NN", "NNS", "DT", "IN", "JJR", "JJ", "PDT", "HYPH", "RBR"})


def by_state(token: Token, known: Sequence[Known], table: Table) -> Found | None:
    """The outcome told by a phrase behind "is" or "remains" that begins at ``token``."""
    ahead = tuple(t.lower_ for t in token.doc[token.i : token.i + _LONGEST])
    known = [one for one in known if ahead[: len(one[0])] == one[0]]
    if not known:
        return None
    whole, part = _unless_not_so(_copula(token)), _unless_not_so(_measured(token))
    if whole is None and part is None:
        labelled = _label(token)
        if labelled is not None:
            return _by_label(token, labelled, known, table)
        if token.doc[_comma(token)].text != ",":
            return None
    for words, rule, entry in known:
        stop = token.i + len(words)
        copula = part if entry.partly else whole
        thing = _apposed(token, stop, entry) if copula is None else None
        if thing is not None and is_thing(thing, table):
            end = clause.reach(token.doc, stop - 1)
            return Found(rule, entry, entry.state, thing, token.i, stop, thing.left_edge.i, end)
        thing = _told(token, copula, words, entry, table) if copula is not None else None
        if copula is None or thing is None:
            continue
        begin, end = bounds(_carried(copula), thing, stop)
        state = "done" if entry.ends and thing.lower_ in table.barriers else entry.state
        return Found(rule, entry, state, thing, copula.i, stop, min(begin, thing.left_edge.i), end)
    return None


def _told(token: Token, copula: Token, words: tuple[str, ...], entry: OutcomeRule, table: Table) -> Token | None:
    """What ``words`` behind ``copula`` tell something of; ``None`` where they tell nothing by ``entry``."""
    if _goes_on(token, token.i + len(words), words) or _NOT & {t.lower_ for t in token.doc[copula.i + 1 : token.i]}:
        return None
    if (entry.since and copula.lower_ != "been") or (entry.now and copula.lower_ not in ("is", "are")):
        return None
    if entry.state in ("postponed", "failed") and on_the_mend(_carried(copula)):
        return None
    thing = clause.subject(copula) or (clause.subject(copula.head) if copula.dep_.startswith("aux") else None)
    if thing is None or thing.i > token.i:
        return None
    if entry.only:
        return thing if thing.lower_ in entry.only else None
    if thing.lower_ in table.persons and words[0] == "back":
        return None  # "the President is back in the capital"
    noun = thing.tag_.startswith("NN") or thing.lower_ in table.named or points_back(thing)
    return thing if entry.anything or (noun and is_thing(thing, table)) else None


def _carried(copula: Token) -> Token:
    """The verb of which "is" is an auxiliary, else itself."""
    return copula.head if copula.dep_.startswith("aux") else copula


def _unless_not_so(copula: Token | None) -> Token | None:
    return None if copula is None or _not_so(copula) else copula


def _by_label(token: Token, thing: Token, known: Sequence[Known], table: Table) -> Found | None:
    """ "Joint customs post: in service since Monday": what a list says of the thing before the colon."""
    for words, rule, entry in known:
        stop = token.i + len(words)
        if not entry.partly and (entry.anything or is_thing(thing, table)):
            end = max(stop, clause.reach(token.doc, stop - 1))
            return Found(rule, entry, entry.state, thing, token.i, stop, thing.left_edge.i, end)
    return None


def _label(token: Token) -> Token | None:
    """The thing before the colon, where the sentence has no verb of its own there."""
    doc = token.doc
    at = token.i - 1
    while at > 0 and doc[at].tag_ == "RB":
        at -= 1
    if at < 1 or doc[at].text not in _LABELLED or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[:at]):
        return None
    heads = [t for t in doc[:at] if t.tag_ in ("NN", "NNS", "NNP")]
    return next((t for t in heads if t.head.i >= at or t.dep_ == "ROOT" or t.head.tag_ == "VBN"), None)


def _copula(token: Token) -> Token | None:
    """ "is" or "remains" before the phrase, adverbs in between."""
    doc = token.doc
    for at in range(token.i - 1, max(-1, token.i - _LOOK_BACK), -1):
        if doc[at].lower_ in _IS:
            return doc[at]
        if doc[at].tag_ not in ("RB", "``", ",") and doc[at].text not in ('"', "“"):
            return None
    return None


def _comma(token: Token) -> int:
    """Where the comma before the phrase must stand, "now" or "still" in between."""
    doc = token.doc
    return token.i - 2 if token.i > 1 and doc[token.i - 1].lower_ in _BY_NOW else token.i - 1


def _apposed(token: Token, stop: int, entry: OutcomeRule) -> Token | None:
    """ "The waiver, in force since May,", "the refit of the tug, now under way in Oslo,": the noun before the comma."""
    doc, at = token.doc, _comma(token)
    if at < 1 or doc[at].text != ",":
        return None
    noun = doc[at - 1]
    if not noun.tag_.startswith("NN"):
        return None
    if at == token.i - 1:  # without "now" only what is told since a day
        since = stop < len(doc) and doc[stop].lower_ in ("since", "from")
        return noun if since and entry.state == "done" else None
    closed = any(t.text in (",", ";", ".", "–", "—") for t in doc[stop : stop + _LONGEST])
    of = noun.head
    climbs = of.lower_ in ("at", "near", "in") or (of.lower_ == "of" and entry.state == "begun")
    if noun.dep_ == "pobj" and climbs and of.head.tag_ in ("NN", "NNS"):
        noun = of.head
    return noun if closed and not entry.partly else None


def _measured(token: Token) -> Token | None:
    """ "is about a third complete", "are 40 percent ready": "is" before a measure."""
    doc, measure = token.doc, False
    for at in range(token.i - 1, max(-1, token.i - _LOOK_BACK - 3), -1):
        word = doc[at]
        if word.lower_ in _IS:
            return word if measure else None
        measure = measure or word.tag_ == "CD" or word.lower_ in _MEASURES
        if word.tag_ not in _MEASURING:
            return None
    return None


def _not_so(copula: Token) -> bool:
    """Denied, only to come or only supposed."""
    verb = _carried(copula)
    near = {c.lower_ for c in (*copula.children, *verb.children) if c.dep_ in _AROUND and c.i < copula.i + _LOOK_BACK}
    awaited = "before" in near and bool(near & _IN_FORCE)  # "not before the review has been completed"
    return bool(near & _ONLY_SUPPOSED) or awaited or clause.conditional(copula) or clause.conditional(verb)


def _goes_on(token: Token, stop: int, words: tuple[str, ...]) -> bool:
    """ "is complete control", "are operational plans": the phrase describes a noun behind it."""
    doc = token.doc
    if stop < len(doc) and len(words) == 1 and token.lower_ in ("home", "open", "off") and doc[stop].lower_ == "to":
        return True  # "is home to", "has been open to talks"
    if stop < len(doc) and token.lower_ in ("home", "back") and doc[stop].lower_.startswith(("un", "empty")):
        return True  # "went home unsigned"
    if stop < len(doc) and doc[stop - 1].tag_ == "VBN" and doc[stop].lower_ in _AS_A_RULE:
        return True  # "are paid by", "is signed every year"
    noun = stop < len(doc) and doc[stop].tag_.startswith("NN") and doc[stop].lower_ not in _HOURS
    return noun and token.tag_ in ("JJ", "VBN")

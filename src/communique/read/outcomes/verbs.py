"""Outcomes told by a verb: "was signed", "has entered into force", "is still being worked out", "is not being pursued"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.befallen import befallen, by_the_way, fronted, on_the_mend, whole_of, with_it_done
from communique.read.outcomes.moved import dated
from communique.read.outcomes.phrase import bounds, with_its_clause
from communique.read.outcomes.table import Found, Known, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from communique.knowledge.models.outcomes import OutcomeRule

_NOT = frozenset({"not", "never", "n't", "n’t", "hardly", "longer"})
_NOT_YET = frozenset({"to", "yet"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "dobj"})
_BEFORE = frozenset({"after", "once", "until", "unless", "if", "before", "when", "whether", "till"})
_WORD_GIVEN = frozenset({"undertook", "promised", "pledged", "guaranteed", "assured", "undertaken", "vowed", "agreed"})
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_UNDONE = frozenset({"acomp", "oprd"})
_SETS_IN = frozenset({"begin", "start", "commence", "open", "arrive"})
_ARE = frozenset({"is", "are", "was", "were", "'re", "’re"})
_REACH = 6


def by_verb(verb: Token, known: Sequence[Known], table: Table) -> Found | None:
    """The outcome that a verb tells, if it does: the first entry of the codebook that fits."""
    here = [(one, stop) for one in known if (stop := follows(verb, one[0])) is not None]
    if not here:
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "being" in helpers and verb.dep_ == "advcl" and verb.head.lower_ in ("is", "are"):
        helpers.add(verb.head.lower_)  # "are, at present, being unloaded"
    denied = _denied(verb)
    for (_, rule, entry), stop in here:
        fits = denied == entry.negated and _fits(verb, entry, stop)
        state = _state(verb, entry, stop, helpers) if fits else None
        thing = befallen(verb, entry, stop, table) if state is not None else None
        if state is None or thing is None:
            continue
        begin, end = bounds(verb, thing, stop)
        end = with_its_clause(thing, verb, end, table)
        return Found(rule, entry, _of_thing(state, thing, verb, entry, table), thing, verb.i, stop, begin, end)
    return None


def _fits(verb: Token, entry: OutcomeRule, stop: int) -> bool:
    """Whether the words around are those that the entry asks for, and none that it shuns."""
    if by_the_way(verb) or _laid_up(verb, stop) or (entry.state in ("postponed", "failed") and on_the_mend(verb)):
        return False
    if _till_now(verb, stop) or (verb.lower_.startswith("assign") and any(c.tag_ == "VB" for c in verb.rights)):
        return False  # what was so "until now" is so no more; "assigned a group to draft it"
    if entry.told_of == "subject" and any(c.lower_.startswith("un") and c.dep_ in _UNDONE for c in verb.rights):
        return False  # "went home unsigned"
    if clause.passive(verb) == entry.takes and (entry.takes or _left_for(verb, entry)):
        return False  # "awaited by many", "left the wharf for Oslo"
    if entry.negated and entry.only and entry.told_of == "subject" and verb.dep_ == "relcl":
        return False  # "the council, which had not sat since May, is to meet": told by the way
    if entry.to_be and not (clause.passive(verb) and clause.tense(verb) == "future"):
        return False
    if entry.negated and entry.state == "postponed" and _promised(verb):
        return False
    if entry.never and any(t.lower_ in entry.never for t in verb.doc[stop : clause.reach(verb.doc, stop - 1) + 1]):
        return False
    subject = clause.subject(verb) if entry.whose else None
    return not entry.whose or (subject is not None and subject.lower_ in entry.whose)


def _promised(verb: Token) -> bool:
    """ "undertook that the plant would not open before it is safe": a word given puts nothing off."""
    above = verb.head
    return verb.dep_ == "ccomp" and above.lower_ in _WORD_GIVEN and any(c.lower_ == "would" for c in verb.lefts)


def _left_for(verb: Token, entry: OutcomeRule) -> bool:
    return verb.lower_ in ("left", "leave", "leaves", "leaving") and entry.state == "postponed"


def _till_now(verb: Token, stop: int) -> bool:
    """ "which have been issued until now for a year": it is told of what no longer is."""
    words = [t.lower_ for t in verb.doc[max(0, verb.i - 4) : stop + 4]]
    return verb.dep_ in ("relcl", "acl") and (
        "hitherto" in words or any(a in ("until", "till") and b == "now" for a, b in pairwise(words))
    )


def _laid_up(verb: Token, stop: int) -> bool:
    """ "the vessel was laid up": with its particle the verb tells something else."""
    after = verb.doc[stop : stop + 1].text.lower()
    return verb.lower_ in ("laid", "lay") and stop == verb.i + 1 and after in ("up", "off", "aside", "idle", "low")


def _of_thing(state: str, thing: Token, verb: Token, entry: OutcomeRule, table: Table) -> str:
    """What the state is of this thing: talks that are opened have begun, a ban that is dropped is done with."""
    opened = thing.lower_ in table.processes and verb.lower_.startswith(("open", "reopen"))
    subject = clause.subject(verb) if state == "done" else None
    if subject is not None and whole_of(subject, verb) is not None:
        return "begun"  # "half of the road has been built"
    if state == "done" and (opened or thing.lower_ in table.beginnings):
        return "begun"  # also "the foundation was laid", "the first steel was cut"
    return "done" if entry.ends and thing.lower_ in table.barriers else state


def follows(verb: Token, words: tuple[str, ...]) -> int | None:
    """One past the last of the entry's words, adverbs or (before a particle) the object in between; else ``None``."""
    doc, at = verb.doc, verb.i + 1
    for number, word in enumerate(words[1:], 1):
        near = doc[at : at + (_REACH if number == 1 else 2)]
        found = next((t for t in near if t.lower_ == word), None)
        if found is None:
            return None
        between = doc[at : found.i]
        own = number == 1 and found.head == verb and found.dep_ in _PARTICLES
        if not own and any(t.tag_ not in ("RB", "``", "DT", "PRP$") for t in between):
            return None
        at = found.i + 1
    return at


# ---------------------------------------------------------------------- whether it has happened


def _state(verb: Token, entry: OutcomeRule, stop: int, helpers: set[str]) -> str | None:
    """The state that the verb's form tells by ``entry``; ``None`` where it tells none."""
    if _hypothetical(verb, entry, helpers) or (entry.adverbs and not _beside(verb, entry)):
        return None
    if entry.since:
        return entry.state if verb.tag_ == "VBG" and "been" in helpers and helpers & {"has", "have"} else None
    if entry.negated or entry.whose:
        if any(c.dep_ == "conj" and any(g.lower_ == "now" for g in c.children) for c in verb.children):
            return None  # "could not be held and is now foreseen for May"
        if _but_will(verb) or (helpers & _FUTURE and verb.lower_ in _SETS_IN and _on_a_day(verb)):
            return "postponed"  # "will not begin in August"
        if _impossible(verb):
            return entry.state
        finite = verb.tag_ in ("VBZ", "VBP", "VBD") or bool(helpers - {"be"})
        return entry.state if finite and "to" not in helpers else None
    if _had_to(verb, helpers) or _must_wait(verb, entry, helpers):
        return entry.state
    if helpers & _FUTURE or _NOT_YET & {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod")}:
        return None
    drafting = (
        bool(entry.being and entry.only) and verb.tag_ == "VBG" and bool(helpers & _ARE)
    )  # "are drafting the text"
    going_on = "being" in helpers or drafting
    if entry.being or going_on:
        told = bool(helpers - {"being"}) or (verb.dep_ == "ROOT" and any(t.text == ":" for t in verb.doc[: verb.i]))
        begun = going_on and entry.state in ("done", "begun") and told
        return "begun" if begun else None
    if entry.present and _now(verb, helpers):
        doing = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.rights if c.i >= stop)
        return None if doing and entry.told_of == "subject" and not entry.takes else entry.state
    return entry.state if _past(verb) else None


def _on_a_day(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("in", "on", "by") and dated(c) for c in verb.rights)


def _but_will(verb: Token) -> bool:
    """ "did not take place in May, but will in July"."""
    but = any(c.lower_ == "but" and c.dep_ == "cc" for c in verb.children)
    return but and any(c.dep_ == "conj" and _FUTURE & {g.lower_ for g in c.children} for c in verb.children)


def _impossible(verb: Token) -> bool:
    """ "it proved impossible to agree on the nets", "it was not possible to agree"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl"):
        return False
    word = above if above.lower_ in ("impossible", "possible") else None
    word = word or next((c for c in above.children if c.lower_ in ("impossible", "possible")), None)
    carrier = above.head if word is above else above
    if word is None or carrier.tag_ not in ("VBD", "VBN"):
        return False
    return word.lower_ == "impossible" or clause.negated(carrier)


def _had_to(verb: Token, helpers: set[str]) -> bool:
    """ "has had to be deferred"."""
    return "to" in helpers and verb.dep_ == "xcomp" and verb.head.lower_ == "had"


def _must_wait(verb: Token, entry: OutcomeRule, helpers: set[str]) -> bool:
    """ "Lamb will have to wait": told of what is to come, it puts off."""
    waits = verb.lower_ == "have" and entry.state == "postponed" and entry.told_of == "subject"
    return waits and bool(helpers & _FUTURE) and verb.dep_ in ("ROOT", "conj", "ccomp")


def _beside(verb: Token, entry: OutcomeRule) -> bool:
    return any(c.lower_ in entry.adverbs for c in verb.children)


def _denied(verb: Token) -> bool:
    if any(c.lower_ in _NOT and c.dep_ in ("neg", "advmod") for c in verb.children):
        return True
    carrier = clause.finite(verb)
    if clause.negated(carrier) or _impossible(verb):
        return True
    subject = clause.subject(verb)
    return subject is not None and any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc", "nmod") for c in subject.children
    )


def _hypothetical(verb: Token, entry: OutcomeRule, helpers: set[str]) -> bool:
    """Only wished, or the condition of something else: "once it is ratified", "if it is lifted"."""
    could_not = entry.negated and "could" in helpers and verb.dep_ in ("ROOT", "conj")
    if clause.conditional(verb) and not could_not:  # "could not be reached" is told
        return True
    if any(c.lower_ == "while" and c.dep_ == "mark" for c in verb.children) and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in verb.head.children
    ):
        return True  # "to leave it there while the bridge is being rebuilt"
    if fronted(verb) and any(c.tag_ == "MD" and c.lower_ not in _FUTURE - {"would"} for c in verb.head.children):
        return True
    token = verb
    for _ in range(4):
        if any(c.lower_ in _BEFORE and c.dep_ in ("mark", "advmod") and c.i < token.i for c in token.children):
            return not (helpers & {"had", "was", "were"} or token.tag_ == "VBD") or token.dep_ != "advcl"
        if token.dep_ not in ("conj", "xcomp"):
            return False
        token = token.head
    return False


def _now(verb: Token, helpers: set[str]) -> bool:
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    if verb.tag_ == "VBG":
        return bool(helpers & {"is", "are", "was", "were", "'s", "’s"})
    return verb.tag_ == "VBN" and bool(helpers & {"is", "are", "remains", "remain"})


def _past(verb: Token) -> bool:
    """Past or perfect, or the present of what takes force today."""
    if any(c.lower_ in ("having", "did") and c.dep_ == "aux" for c in verb.children) or with_it_done(verb):
        return True  # "having been deferred", "did open", "with the bridge completed"
    if verb.tag_ in ("VB", "VBG"):
        return False
    if verb.tag_ == "VBN" and verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.lefts):
        return not any(c.dep_ == "aux" and c.lower_ in ("will", "would", "to") for c in verb.lefts)
    if verb.tag_ in ("VBZ", "VBP"):
        return verb.dep_ in ("ROOT", "ccomp") and verb.lower_ in ("enters", "enter")
    if (
        verb.tag_ == "VBD"
        and verb.dep_ == "conj"
        and verb.head.tag_ == "VB"
        and clause.subject(verb) == clause.subject(verb.head)
    ):
        return False  # "will open a school and set up a desk"
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return clause.tense(verb.head) == "past"  # "would be finalised and signed" has not been
    return clause.tense(verb) == "past"

"""Outcomes told by a verb: "was signed", "has entered into force", "is still being worked out", "is not being pursued"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Known, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from communique.knowledge.models.outcomes import OutcomeRule

_NOT = frozenset({"not", "never", "n't", "n’t", "hardly", "longer"})
_NOT_YET = frozenset({"to", "yet"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "dobj"})
_BEFORE = frozenset({"once", "until", "unless", "if", "before", "when", "whether", "till"})
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_REACH = 6


def by_verb(verb: Token, known: Sequence[Known], table: Table) -> Found | None:
    """The outcome that a verb tells, if it does: the first entry of the codebook that fits."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    denied = _denied(verb)
    for words, rule, entry in known:
        stop = _follows(verb, words) if denied == entry.negated else None
        state = _state(verb, entry, stop, helpers) if stop is not None else None
        if stop is None or state is None:
            continue
        thing = _thing(verb, entry, table)
        if thing is None:
            continue
        if state == "done" and thing.lower_ in table.processes and verb.lower_.startswith(("open", "reopen")):
            state = "begun"
        if state == "done" and thing.lower_ in table.beginnings:
            state = "begun"  # "the foundation was laid", "the first steel was cut"
        begin, end = bounds(verb, thing, stop)
        return Found(rule, entry, state, thing, verb.i, stop, begin, end)
    return None


def _follows(verb: Token, words: tuple[str, ...]) -> int | None:
    """One past the last of the entry's words, adverbs or (before a particle) the object in between; else ``None``."""
    doc, at = verb.doc, verb.i + 1
    for number, word in enumerate(words[1:], 1):
        near = doc[at : at + (_REACH if number == 1 else 2)]
        found = next((t for t in near if t.lower_ == word), None)
        if found is None:
            return None
        between = doc[at : found.i]
        own = number == 1 and found.head == verb and found.dep_ in _PARTICLES
        if not own and any(t.tag_ not in ("RB", "``") for t in between):
            return None
        at = found.i + 1
    return at


# ---------------------------------------------------------------------- whether it has happened


def _state(verb: Token, entry: OutcomeRule, stop: int, helpers: set[str]) -> str | None:
    """The state that the verb's form tells by ``entry``; ``None`` where it tells none."""
    if _hypothetical(verb, helpers) or (entry.adverbs and not _beside(verb, entry)):
        return None
    if entry.since:
        return entry.state if verb.tag_ == "VBG" and "been" in helpers and helpers & {"has", "have"} else None
    if entry.negated:
        finite = verb.tag_ in ("VBZ", "VBP", "VBD") or bool(helpers)
        return entry.state if finite and "to" not in helpers else None
    if helpers & _FUTURE or _NOT_YET & {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod")}:
        return None
    going_on = "being" in helpers
    if entry.being or going_on:
        begun = going_on and entry.state in ("done", "begun") and bool(helpers - {"being"})
        return "begun" if begun else None
    if entry.present and _now(verb, helpers):
        doing = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.rights if c.i >= stop)
        return None if doing and entry.told_of == "subject" else entry.state
    return entry.state if _past(verb) else None


def _beside(verb: Token, entry: OutcomeRule) -> bool:
    return any(c.lower_ in entry.adverbs for c in verb.children)


def _denied(verb: Token) -> bool:
    if any(c.lower_ in _NOT and c.dep_ in ("neg", "advmod") for c in verb.children):
        return True
    carrier = clause.finite(verb)
    if clause.negated(carrier):
        return True
    subject = clause.subject(verb)
    return subject is not None and any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in subject.children)


def _hypothetical(verb: Token, helpers: set[str]) -> bool:
    """Only wished, or the condition of something else: "once it is ratified", "if it is lifted"."""
    if clause.conditional(verb):
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
    if any(c.lower_ in ("having", "did") and c.dep_ == "aux" for c in verb.children):
        return True  # "having been deferred", "did open"
    if verb.tag_ in ("VB", "VBG"):
        return False
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


# ---------------------------------------------------------------------- what it befell


def _thing(verb: Token, entry: OutcomeRule, table: Table) -> Token | None:
    """The noun of the undertaking, as the verb's object (or passive subject), or its subject."""
    head = _befallen(verb, entry)
    if head is None or abs(head.i - verb.i) > 40 or head.lower_ in entry.but:
        return None
    if (entry.negated and head.lower_ in table.accords) or head.lower_ == "ground":
        return _matter(head, verb)  # "no progress was made on X", "ground was broken for X"
    if entry.anything:
        return _whatever(head, verb, table)
    if head.tag_ == "VBG" and head.lower_ not in table.things:
        return head if entry.state == "begun" and any(c.dep_ == "dobj" for c in head.children) else None
    if is_thing(head, table):
        return head
    above = head.head.head if head.dep_ == "pobj" and verb.dep_ in ("relcl", "acl") else head
    return above if above != head and above.lower_ in table.things else None  # "the pact on fish that was signed"


def _befallen(verb: Token, entry: OutcomeRule) -> Token | None:
    if clause.passive(verb):
        return clause.subject(verb) or (verb.head if verb.dep_ == "acl" else _interrupted(verb))
    if entry.told_of == "subject":
        return clause.subject(verb)
    found = next((c for c in verb.children if c.dep_ == "dobj" and c.i >= verb.i), None)
    if found is None and entry.state == "begun":
        found = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    return found


def _interrupted(verb: Token) -> Token | None:
    """ "The drill, put off once, has been called off": the subject hangs on the words between the commas."""
    between = (c for c in verb.lefts if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD"))
    return next((g for c in between for g in c.lefts if g.dep_ in ("nsubj", "nsubjpass")), None)


def _whatever(head: Token, verb: Token, table: Table) -> Token | None:
    """Any noun in the passive; in the active only where an undertaking does it ("the pact does not cover X")."""
    if not head.tag_.startswith("NN"):
        return None
    if clause.passive(verb):
        return head
    subject = clause.subject(verb)
    return head if subject is not None and subject.lower_ in table.things else None


def _matter(head: Token, verb: Token) -> Token | None:
    """ "no agreement was reached on the quota": what it is about."""
    behind = (
        c for above in (head, verb) for c in above.rights if c.lower_ in ("on", "over", "about", "for") and c.i > head.i
    )
    return next((g for c in behind for g in c.children if g.dep_ in ("pobj", "pcomp")), None)

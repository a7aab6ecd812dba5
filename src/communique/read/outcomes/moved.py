"""What was first set for one day and now is for another: "first set for June, the visit will now take place in July".

Also what is told to come later than one would have thought: "will open only in May", "will not begin until the spring".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.antecedent import points_back
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Table

if TYPE_CHECKING:
    from spacy.tokens import Token

_SET = frozenset(
    "set scheduled planned fixed foreseen due slated billed pencilled penciled penned booked timed expected envisaged "
    "called convened announced supposed meant intended".split()
)
_TO_COME = frozenset({"will", "shall", "is", "are", "'ll", "’ll"})
_SURELY = frozenset({"will", "shall", "'ll", "’ll", "wo", "wo n't"})
_AWAITED = frozenset({"due", "expected", "scheduled", "set", "slated", "planned", "foreseen", "likely", "going"})
_WHEN = frozenset({"in", "on", "at", "by", "from", "after", "towards", "during"})
_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday spring summer autumn fall winter year month week quarter half season decade end "
    "middle beginning christmas easter ramadan tomorrow".split()
)

_ONLY_FOR = frozenset({"announced", "called", "convened", "booked"})
_AGO = frozenset({"last", "this", "originally", "initially", "first", "earlier"})


def by_now(now: Token, table: Table) -> Found | None:
    """The outcome of a clause with one of ``table.CUES`` in it, told of a thing that is to be on another or a late day."""
    if table.moved is None:
        return None
    verb = _late(now, table) if now.lower_ != "now" else None
    if verb is None and now.lower_ in ("now", "only"):
        verb = now.head
        if now.lower_ == "only":
            verb = verb.head if verb.pos_ == "ADP" else verb
        if now.dep_ != "advmod" or verb.pos_ not in ("VERB", "AUX") or clause.negated(verb):
            return None
        ahead = verb.lower_ in ("is", "are") and any(c.dep_ == "xcomp" for c in verb.rights)
        if not ahead and not _TO_COME & {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}:
            return None
        thing = clause.subject(verb)
        if thing is None or not _stands_for(thing, table) or not _was_to_be(thing, verb):
            return None
    thing = clause.subject(verb) if verb is not None else None
    if verb is None or thing is None:
        return None
    begin, end = bounds(verb, thing, verb.i + 1)
    end = max(end, clause.reach(verb.doc, verb.i))
    return Found(*table.moved, "postponed", thing, now.i, now.i + 1, min(begin, thing.left_edge.i), end)


def set_anew(verb: Token, table: Table) -> Found | None:
    """ "The handover, announced for May, will take place in June", "the session, which was to have met this year, has been
    set for April": a thing with the day that it was to be told right behind it, and with another one.
    """
    thing = clause.subject(verb)
    if table.moved is None or thing is None or clause.negated(verb) or clause.conditional(verb) or thing.pos_ == "PRON":
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    set_for = verb.lower_ in _SET and "been" in helpers and helpers & {"has", "have", "had"}
    to_come = helpers & (_SURELY | {"would"}) or (
        verb.lower_ in ("is", "are") and any(c.dep_ == "xcomp" for c in verb.rights)
    )
    before = verb.doc[thing.i : verb.i]
    if not (set_for or to_come) or not any(t.text == "," for t in before) or thing.lower_ in table.persons:
        return None
    day = any((c.dep_ == "prep" and (c.lower_ in _WHEN or c.lower_ == "for") and dated(c)) for c in verb.rights)
    if not day or not any(_was_set(t, thing) for t in before):
        return None
    begin, end = bounds(verb, thing, verb.i + 1)
    end = max(end, clause.reach(verb.doc, verb.i))
    return Found(*table.moved, "postponed", thing, verb.i, verb.i + 1, min(begin, thing.left_edge.i), end)


def _was_set(token: Token, thing: Token) -> bool:
    """ "Announced for May", "which was to have met this year", "which Peru had planned to open": told of the thing."""
    if not thing.is_ancestor(token):
        return False
    if clause.never_was(token):
        return True
    if token.lower_ not in _SET or token.tag_ not in ("VBN", "VBD"):
        return False
    if token.lower_ in _ONLY_FOR:  # "announced in May": that was when it was said
        return any(c.lower_ == "for" and dated(c) for c in token.children if c.dep_ == "prep")
    return any(dated(c) for c in token.subtree if c.dep_ == "prep") or any(t.lower_ in _AGO for t in token.subtree)


def _stands_for(thing: Token, table: Table) -> bool:
    """Whether the subject is a thing, or one of several ("the Tacna one, the other")."""
    return is_thing(thing, table) or _one(thing)


def _one(thing: Token) -> bool:
    """ "the Tacna one", whichever of the two words the parser takes for the noun."""
    if thing.lower_ == "one":
        return any(c.dep_ == "compound" for c in thing.children)
    return thing.doc[thing.i + 1 : thing.i + 2].text == "one"


def _late(cue: Token, table: Table) -> Token | None:
    """The verb of "will open only in May", "will not begin until the spring", "will open in May at the earliest"."""
    doc, prep = cue.doc, None
    if cue.lower_ == "only":
        after = doc[cue.i + 1] if cue.i + 1 < len(doc) else None
        prep = after if after is not None and (after.lower_ in _WHEN or after.lower_ == "next") else None
        if prep is None or not dated(prep):
            return None
    elif cue.lower_ == "earliest":
        if doc[cue.i - 1].lower_ != "the" or doc[cue.i - 2].lower_ != "at":
            return None
        prep = doc[cue.i - 2]
    elif cue.lower_ in ("earlier", "sooner"):
        if doc[cue.i - 1].lower_ not in ("no", "not") or doc[cue.i + 1 : cue.i + 2].text != "than":
            return None
        prep = cue
    elif not dated(cue):
        return None
    verb = _above(prep or cue)
    if verb is None or verb.lower_ in table.outlasting or clause.conditional(verb) or _asked(verb):
        return None
    denied = clause.negated(verb) or (
        verb.dep_ == "xcomp" and any(clause.negated(above) for above in (verb.head, verb.head.head))
    )
    if denied != (cue.lower_ in ("until", "till", "before")) and not (cue.lower_ in ("earlier", "sooner") and denied):
        return None
    thing = clause.subject(verb)
    if thing is None or thing.lower_ in table.persons:
        return None
    return verb if _stands_for(thing, table) and not points_back(thing) else None


def _above(word: Token) -> Token | None:
    """The verb that is to come which ``word`` tells the day of."""
    token = word
    for _ in range(4):
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            break
    helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if helpers & _SURELY:
        return token
    if token.dep_ == "xcomp" and "to" in helpers and token.head.lower_ in _AWAITED | {"is", "are"}:
        above = token.head
        carriers = {c.lower_ for c in above.children if c.dep_ in ("aux", "auxpass")} | {
            above.lower_,
            above.head.lower_,
        }
        return token if carriers & {"is", "are"} else None
    return token if token.lower_ in _AWAITED and helpers & {"is", "are"} else None


def _asked(verb: Token) -> bool:
    return verb.dep_ in ("advcl", "csubj") and any(c.lower_ in ("if", "unless", "once", "until") for c in verb.children)


def dated(prep: Token) -> bool:
    """Whether the words behind are a day, month, season or year."""
    behind = prep.doc[prep.i + 1 : prep.i + 6]
    for token in behind:
        if token.lower_ in _DAYS or (token.text.isdigit() and len(token.text) == 4):
            return True
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            return False
    return False


def _was_to_be(thing: Token, verb: Token) -> bool:
    """Whether the words between the thing and the verb, or before both, tell when it was to be."""
    behind = [t.lower_ for t in thing.doc[verb.i : clause.reach(thing.doc, verb.i)]]
    if "instead" in behind or any(a in ("later", "earlier", "rather") and b == "than" for a, b in pairwise(behind)):
        return True
    for token in thing.doc[: verb.i]:
        if token.lower_ in _SET and token.tag_ in ("VBN", "VBD", "JJ"):
            if token.dep_ in ("acl", "relcl", "acomp", "advcl", "amod") or token.head.dep_ == "relcl":
                return True
        elif token.pos_ == "VERB" and token.i != verb.i and clause.never_was(token):
            return True
    return False

"""Grammar of a unit: which verb governs a word, who its subject is, how far its clause reaches, what tense it has.

The small model's dependencies are trusted for subjects and for the verb above a noun; how far a clause reaches is told
by its surface (relative pronouns, semicolons, the next finite verb), which holds up better in long sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.dates.dated import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_STOP_WORDS = frozenset(
    "who whom whose which that where what but because although though while whereas if unless whether when as after "
    "before during following despite ahead prior until amid aimed regarding concerning besides within under "
    "accompanied".split()
)
_STOP_MARKS = frozenset({";", ":", "--", "—"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "going", "’ll"})
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday next early late mid one two three four five six seven eight nine ten".split()
)
_ARRANGING = frozenset(
    "agreed decided directed instructed agree decide determined resolved concurred concur settled arranged".split()
)
_SHARING = frozenset(
    "met meet meeting held hold visited visit arrived arrive went go travelled traveled travel attended attend paid "
    "pay received receive flew fly left leave called call had have signed sign took take took made make chaired".split()
)
_TO_COME = frozenset({"is", "are", "due", "set", "scheduled", "slated", "expected", "planned", "poised"})
_CLIMB = frozenset(
    {
        "dobj",
        "nsubj",
        "nsubjpass",
        "attr",
        "conj",
        "pobj",
        "prep",
        "oprd",
        "appos",
        "dative",
        "obj",
        "agent",
        "npadvmod",
        "nmod",
    }
)
_MEANT = frozenset({"due", "scheduled", "expected", "supposed", "planned", "meant", "set", "slated", "been"})


def governor(noun: Token) -> tuple[Token | None, str]:
    """The verb above a noun, and the noun's part in it: ``dobj``, ``nsubj``, ``pobj:of``, ..."""
    token, role = noun, ""
    for _ in range(6):
        if token.dep_ not in _CLIMB or token.head == token:
            return None, role
        if not role or role == "conj":
            role = token.dep_ if token.dep_ != "pobj" else f"pobj:{token.head.lower_}"
        head = token.head
        if head.pos_ in ("VERB", "AUX"):
            return head, role
        if role not in ("conj",) and head.pos_ in ("NOUN", "PROPN", "PRON", "ADJ") and token.dep_ in ("prep", "appos"):
            return None, role
        token = head
    return None, role


def subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, or the one it shares with the verb above it."""
    token = verb
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("on", "for", "in") and verb.head.i > 0:
        before = verb.doc[verb.head.i - 1]
        if before.pos_ == "PROPN":  # "congratulated Laos on hosting"
            return before
    for _ in range(5):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                if child.tag_ in ("WDT", "WP") and token.dep_ == "relcl":
                    return token.head
                return child
        if token.dep_ == "relcl":
            return token.head
        if token.dep_ == "acl":
            return token.head if token.tag_ == "VBG" else None
        if _shares_subject(token, verb):
            if token.dep_ == "pcomp":
                token = token.head
                while token.pos_ not in ("VERB", "AUX") and token.head != token:
                    token = token.head
                continue
            token = token.head
            continue
        return None
    return None


def _shares_subject(token: Token, verb: Token) -> bool:
    """Whether the subject of ``token``, reached from ``verb``, is that of the word above it."""
    if token.dep_ == "acomp":  # "the King is due to arrive"
        return token != verb and token.lower_ in _MEANT
    return token.dep_ in ("conj", "xcomp", "advcl", "aux", "auxpass", "pcomp", "dep") or (
        token.dep_ == "ccomp" and token.tag_ in ("VB", "VBG")
    )


def passive(verb: Token) -> bool:
    """Whether the verb is a passive ("was signed", "is to be held", "signed last year" after its noun)."""
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if any(child.dep_ == "aux" and child.lower_ in ("has", "have", "had") for child in verb.children):
        return False
    return verb.dep_ in ("acl", "relcl") or (verb.dep_ == "conj" and passive(verb.head))


def reach(doc: Doc, start: int) -> int:
    """Index of the first token right of ``start`` that no longer belongs to its phrase or clause."""
    at = start + 1
    while at < len(doc):
        token = doc[at]
        if token.text in _STOP_MARKS or (
            token.text in ("–", "-")
            and token.whitespace_
            and doc[at - 1].whitespace_
            and doc[at + 1 : at + 2]
            and doc[at + 1].text[:1].islower()
        ):
            return at
        if (
            token.lower_ in _STOP_WORDS
            and not (token.lower_ == "as" and doc[at - 1].lower_ == "well")
            and not _deadline(doc, at)
        ):
            return at
        if token.tag_ in _FINITE and not token.is_title:
            return _left_of(token, start)
        if token.tag_ == "TO" and at + 1 < len(doc) and doc[at + 1].tag_ == "VB" and doc[at - 1].lower_ not in _TO_COME:
            return at
        if token.tag_ == "VBG" and doc[at - 1].text == "," and not token.is_title:
            return at
        loose = token.dep_ == "acl" or (token.dep_ == "advcl" and doc[at - 1].pos_ != "ADP")
        if token.tag_ == "VBG" and loose and token.lower_ not in ("including", "following"):
            return at
        if token.lower_ == "and" and at + 1 < len(doc) and doc[at + 1].lower_ == "to":
            return at
        if (
            token.lower_ == "co"
            and at + 2 < len(doc)
            and doc[at + 1].text == "-"
            and doc[at + 2].lower_.startswith("chair")
        ):
            return at
        if token.lower_ in ("on", "in") and at + 2 < len(doc) and doc[at + 2].lower_.startswith(("sideline", "margin")):
            return at
        at += 1
    return len(doc)


def _deadline(doc: Doc, at: int) -> bool:
    """ "before July", "until 2030", "after 5 May": the word belongs to a date."""
    if doc[at].lower_ not in ("before", "until", "after", "following", "within") or at + 1 >= len(doc):
        return False
    nxt = doc[at + 1]
    if nxt.text[:1].isdigit() or nxt.ent_type_ == "DATE" or nxt.lower_ in _DATE_WORDS:
        return True
    if nxt.lower_ == "this" and at + 2 < len(doc) and doc[at + 2].lower_ in ("year", "month", "week"):
        return True
    return (
        nxt.lower_ == "the"
        and at + 2 < len(doc)
        and doc[at + 2].lower_ in ("end", "middle", "summer", "spring", "autumn", "winter")
    )


def _left_of(verb: Token, start: int) -> int:
    """Where the clause of a finite verb begins: at its subject, or the comma or "and" before it."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS] or [
        c for c in verb.head.children if verb.dep_ in ("aux", "auxpass") and c.dep_ in _SUBJECTS
    ]
    cut = verb.i
    for child in subjects:
        if start < child.left_edge.i < cut:
            cut = child.left_edge.i
    if cut - 1 > start and verb.doc[cut - 1].lower_ in (",", "and", "or"):
        cut -= 1
    return cut


def clause_start(doc: Doc, verb: int) -> int:
    """Index of the first token of the clause that the verb at ``verb`` is in, fronted adverbials included."""
    at, own_verbs = verb, _chain(doc[verb])
    while at > 0:
        token = doc[at - 1]
        if token.text in _STOP_MARKS or token.tag_ in ("WDT", "WP", "WP$", "WRB"):
            return at
        if token.lower_ in ("that", "but") and token.dep_ in ("mark", "cc"):
            return at
        if (
            token.tag_ in _FINITE
            and token.i not in own_verbs
            and token.head.i not in own_verbs
            and token.lower_ not in ("co", "-")
        ):
            # A finite verb of another clause: ours begins at its own subject or at the conjunction between.
            own = next((c.left_edge.i for c in doc[verb].children if c.dep_ in _SUBJECTS and c.i < verb), None)
            if token.dep_ == "relcl" and own is not None and own < at - 1:
                closing = next((t.i for t in reversed(doc[at:verb]) if t.text == ","), None)
                return closing + 1 if closing is not None else at  # "the body, which met in 2009, will meet"
            return own if own is not None and own > at - 1 else at
        at -= 1
    return 0


def _chain(verb: Token) -> frozenset[int]:
    """The verb with those above it whose time and place it shares: "look forward to meeting", "arrived and met"."""
    out, token = {verb.i}, verb
    for _ in range(4):
        shares = token.dep_ in ("xcomp", "conj", "aux", "auxpass") and not any(
            c.dep_ in _SUBJECTS for c in token.children
        )
        if token.dep_ == "conj" and token.head.lower_ not in _SHARING:
            break
        if token.dep_ == "xcomp" and token.head.dep_ == "acomp":  # "is due to arrive"
            token = token.head.head
            out.add(token.i)
            continue
        if token.dep_ == "pcomp" and token.head.head.lower_.startswith("look"):
            out.add(token.head.head.i)
            token = token.head.head
        elif (
            (shares or (token.dep_ == "advcl" and token.tag_ == "VB"))
            and token.head.pos_ in ("VERB", "AUX")
            and token.head.i < token.i
        ):
            token = token.head
            out.add(token.i)
        else:
            break
    return frozenset(out)


def finite(verb: Token) -> Token:
    """The verb that carries the tense: the one itself, or above an infinitive or participle."""
    token = verb
    for _ in range(5):
        if token.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in token.children):
            return token
        if token.dep_ in ("xcomp", "conj", "advcl", "pcomp", "prep", "ccomp", "acl") and token.head != token:
            token = token.head
            continue
        return token
    return token


def tense(verb: Token) -> Tense | None:
    """``future`` for "will meet", "would be held"; ``past`` for the past and the perfect; else ``None``."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _FUTURE or (verb.lower_ == "going" and _going_to(verb)):
        return "future"
    if verb.tag_ == "VBD" or auxiliaries & {"had", "was", "were", "did", "has", "have"}:
        return "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "past"
    return None


def _going_to(verb: Token) -> bool:
    """ "is going to be signed"."""
    now = any(c.dep_ == "aux" and c.lower_ in ("is", "are", "'s", "'re", "’s", "’re", "am") for c in verb.children)
    return now and any(c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.lefts) for c in verb.rights)


def never_was(verb: Token) -> bool:
    """What was to be and was not: "was to have met", "should have met", "had been due to meet"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "have" in helpers and helpers & {"to", "should", "would", "could", "might"}:
        return True
    if verb.lower_ in _MEANT and {"had", "been"} <= helpers and verb.dep_ not in ("relcl", "acl"):
        return True  # "the signing had been planned for this week"
    above = verb.head
    if {"to", "be"} <= helpers and above.lower_ in ("was", "were") and above.dep_ == "relcl":
        return True  # "the pact, which was to be signed on this occasion, ..."
    if verb.dep_ != "xcomp" or above.lower_ not in _MEANT:
        return False
    carrier = above.head if above.dep_ == "acomp" else above
    return any(c.lower_ == "had" for word in (above, carrier) for c in word.children if c.dep_ == "aux")


def negated(verb: Token) -> bool:
    """ "has not met", "never visited", "did not sign"."""
    return any(child.dep_ == "neg" or child.lower_ in ("never", "not", "n't") for child in verb.children)


def conditional(verb: Token) -> bool:
    """ "if the visit takes place", "should they meet", "would like to", "could be held"."""
    token = verb
    for _ in range(4):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children):
            return True
        if _inverted(token):
            return True
        modal = next(
            (
                c.lower_
                for c in token.children
                if c.dep_ == "aux" and c.lower_ in ("could", "might", "may", "can", "should", "must")
            ),
            None,
        )
        if modal is not None:
            # "agreed that the committee should meet in Chipata" is arranged.
            return not (modal in ("should", "must") and token.dep_ == "ccomp" and token.head.lower_ in _ARRANGING)
        if token.dep_ not in ("xcomp", "conj", "auxpass") or any(
            c.dep_ == "aux" and c.tag_ == "MD" for c in token.children
        ):
            return False
        token = token.head
    return False


def _inverted(verb: Token) -> bool:
    """ "Had the pact been signed, trade would have grown", "were it to open": a condition without "if"."""
    helps = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    told_of = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if helps is None or told_of is None or helps.lower_ not in ("had", "were"):
        return False
    opens = helps.is_sent_start or helps.i == 0 or helps.doc[helps.i - 1].text in (",", ";", "but", "and")
    return opens and helps.i < told_of.left_edge.i and verb.dep_ in ("advcl", "ccomp", "csubj", "dep")


def looks_forward(verb: Token) -> bool:
    """ "look forward to receiving"."""
    return verb.lower_.startswith("look") and any(child.lower_ == "forward" for child in verb.children)


def once(verb: Token) -> bool:
    """ "will report when they convene the next session", "in May, when he visits": the present is what is to come."""
    if verb.tag_ not in ("VBP", "VBZ") or verb.dep_ not in ("advcl", "relcl"):
        return False
    marks = ("when", "once", "before", "until", "as") if verb.dep_ == "advcl" else ("when",)
    above = next((token for token in verb.ancestors if token.tag_.startswith(("V", "MD"))), verb.head)
    return any(child.lower_ in marks for child in verb.children) and (
        above.tag_ == "VB" or tense(above) == "future" or to_come(above)
    )


def arranged(verb: Token) -> bool:
    """ "concurred on holding the next round", "agreed on convening it"."""
    return verb.head.lower_ in ("on", "to") and verb.head.head.lower_ in _ARRANGING


def to_come(verb: Token) -> bool:
    """A verb in a list of things agreed ("hold the next round"), or "decided that it be signed on that occasion"."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in ("should", "must") for c in auxiliaries):
        return True
    if verb.dep_ == "ccomp" and verb.head.lower_ in _ARRANGING and verb.tag_ in ("VB", "VBP") and not auxiliaries:
        return True
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not auxiliaries:
        return not any(child.dep_ in _SUBJECTS for child in verb.children)
    if {"to", "be"} <= {c.lower_ for c in auxiliaries} and finite(verb).lower_ in ("is", "are"):
        return True  # "the pacts are to be signed in May"
    return (
        verb.tag_ == "VBN"
        and any(c.lower_ == "be" and c.tag_ == "VB" for c in auxiliaries)
        and not any(c.tag_ in _FINITE or c.tag_ == "TO" for c in auxiliaries)
    )

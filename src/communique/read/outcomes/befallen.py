"""What a verb befell: the noun of the undertaking, in each voice in which English may put it.

"signed the pact", "the pact was signed", "the pact, signed in May,", "Signed in May, the pact ...", "there was signed a
pact", "put an end to the ban", "of the four pacts, three were signed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.phrase import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.knowledge.models.outcomes import OutcomeRule
    from communique.read.outcomes.table import Table

_GIVES_UP = frozenset("gave given give abandoned abandon renounced dropped".split())
_FAR = 40
_RESUMES = frozenset("resumed resumes resume restored reopened lifted released unfrozen unblocked revived".split())
_BY_THEMSELVES = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass"})
_ABOUT = frozenset({"on", "over", "about", "for", "at", "upon", "with", "towards", "toward"})
_SHARES = frozenset(
    "percent % half third thirds quarter quarters fifth fifths sixth sixths tenth tenths majority bulk part most two-thirds "
    "three-quarters portion".split()
)
_LEAVES, _NEW = frozenset({"chapter", "page", "era"}), frozenset({"new", "fresh"})
_NEWS = frozenset(
    "yesterday today just since recently newly already now last this ago earlier january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday saturday sunday".split()
)


def befallen(verb: Token, entry: OutcomeRule, stop: int, table: Table) -> Token | None:
    """The noun of the undertaking that ``verb``, its words ending before ``stop``, tells something of by ``entry``."""
    head = _head(verb, entry, stop)
    if head is None or abs(head.i - verb.i) > _FAR:
        return None
    head = whole_of(head, verb) or head
    if entry.only and entry.told_of == "subject" and head.lower_ not in entry.only:
        head = _some_of(head)
    if _of_another_sense(head, verb, entry, stop, table):
        return None
    if entry.only:
        return (_matter(head, verb) if entry.matter else head) if head.lower_ in entry.only else None
    if (entry.negated and head.lower_ in table.accords) or head.lower_ == "ground":
        return _matter(head, verb)  # "no progress was made on X", "ground was broken for X"
    if entry.anything:
        return _anything(head, verb, entry, table)
    if head.tag_ == "VBG" and head.lower_ not in table.named:
        begun = entry.state == "begun" or verb.lower_ in _GIVES_UP
        return head if begun and _begins(head, entry) else None
    if is_thing(head, table) or (entry.since and head.lower_ == "those"):
        return head  # "those who live there have been crossing since May"
    above = head.head.head if head.dep_ == "pobj" and verb.dep_ in ("relcl", "acl") else head
    return above if above != head and above.lower_ in table.things else None  # "the pact on fish that was signed"


def _of_another_sense(head: Token, verb: Token, entry: OutcomeRule, stop: int, table: Table) -> bool:
    """Whether the verb tells something else of this noun."""
    if head.lower_ in entry.but or (head.lower_ in _LEAVES and any(c.lower_ in _NEW for c in head.children)):
        return True  # "opened a new chapter"
    if (
        entry.told_of == "subject"
        and not entry.takes
        and _does(verb, stop)
        and (entry.only or verb.lower_.startswith(("open", "reopen")))
    ):
        return True  # "the experts met the Minister twice", "the visit opened a new chapter"
    if verb.lower_ == "broken" and head.lower_ != "ground" and not entry.only:
        return True
    guests = head.tag_.startswith("NNP") or head.lower_ in table.persons
    return verb.lower_.startswith("receiv") and not entry.only and guests  # guests are received too


def _anything(head: Token, verb: Token, entry: OutcomeRule, table: Table) -> Token | None:
    """The noun by an entry that is told of whatever is named."""
    if entry.since:
        return head if head.tag_ in ("NN", "NNS") and head.lower_ not in table.persons else None
    if entry.told_of == "behind":
        return head if head.tag_.startswith("NN") else None
    if entry.told_of == "subject":  # "lamb will have to wait"
        named = head.tag_ in ("NN", "NNS") and head.lower_ not in table.persons and head.ent_type_ != "PERSON"
        return head if named or is_thing(head, table) else None
    return _whatever(head, verb, table)


def _begins(head: Token, entry: OutcomeRule) -> bool:
    """ "embarked on the mapping of the valley", "began paving the road"."""
    return entry.told_of == "behind" or any(c.dep_ == "dobj" or c.lower_ == "of" for c in head.children)


def whole_of(head: Token, verb: Token) -> Token | None:
    """ "Half of the road", "of the road, 40 percent", "the road, of which a third": the thing that it is a part of."""
    if head.lower_ not in _SHARES and not _counted(head):
        return None
    for above in (head, verb):
        of = next((c for c in above.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        if of is None or (head.lower_ not in _SHARES and of.i > head.i):
            continue  # "three of the pacts": which they are is told by the noun itself
        inside = next((c for c in of.children if c.dep_ == "pobj"), None)
        if inside is not None and inside.lower_ == "which":
            return verb.head if verb.dep_ == "relcl" else None
        if inside is not None and inside.tag_.startswith("NN"):
            return inside
    return None


def _counted(head: Token) -> bool:
    """ "Of the 60 million, 25 million has been paid", "of which two million ...": a number that stands alone."""
    figure = head.text[0].isdigit() or head.lower_ in ("million", "billion", "thousand")
    return head.tag_ == "CD" and figure and not any(c.dep_ == "det" for c in head.children)


def _does(verb: Token, stop: int) -> bool:
    """Whether the verb has an object besides the entry's words."""
    inside = 0 if verb.lower_.startswith("m") else stop  # "met the Minister twice"
    return any(c.dep_ == "dobj" and c.i >= inside for c in verb.rights)


def without_finite_verb(verb: Token) -> Token | None:
    """ "The bid to raise the wreck died in May": the subject, where the parser took the verb for a participle."""
    touched_down = verb.tag_ == "VBN" and any(c.dep_ == "prt" for c in verb.rights)
    if (verb.tag_ != "VBD" and not touched_down) or verb.dep_ != "acl":
        return None
    root = verb
    while root.head != root:
        root = root.head
    if root.pos_ not in ("NOUN", "PROPN") or root.i > verb.i or any(c.dep_ in _BY_THEMSELVES for c in root.children):
        return None
    return root


def _some_of(head: Token) -> Token:
    """ "the first of the students", "a group of trainees": those whom they are some of."""
    of = (g for c in head.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    return next(of, head)


def fronted(verb: Token) -> bool:
    """ "Initialled in May, the pact ...": a participle before the clause whose subject is its own."""
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "advcl" or verb.head.i < verb.i:
        return False
    if any(c.dep_ in _BY_THEMSELVES for c in verb.children):
        return False
    doc, first = verb.doc, verb.left_edge.i
    return (first == 0 or doc[first - 1].is_punct) and any(t.text == "," for t in doc[verb.i : verb.head.i])


def by_the_way(verb: Token) -> bool:
    """ "the clinics built with Norwegian money": a participle that only says which, and tells nothing as news."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    doc, first = verb.doc, verb.left_edge.i
    if without_finite_verb(verb) is not None or _with_it(verb):
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBD" and not any(c.dep_ in _BY_THEMSELVES for c in verb.children)
    if verb.dep_ != "acl" or first == 0 or doc[first - 1].text in (",", "(", "–", "—"):
        return False
    return not any(t.ent_type_ == "DATE" or t.lower_ in _NEWS for t in doc[verb.i : clause.reach(doc, verb.i)])


def with_it_done(verb: Token) -> bool:
    """The same where the parser takes it for a clause of its own: "with the dam at Ilo completed, farmers harvest twice"."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    first = verb.left_edge
    marked = first.lower_ == "with" and first.head == verb and first.i in (0, verb.sent.start)
    return marked and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts)


def _with_it(verb: Token) -> bool:
    """ "With the bridge completed, trade has grown": what has come about before the rest of the sentence."""
    prep = verb.head.head
    if verb.dep_ != "acl" or prep.lower_ != "with" or prep.i not in (0, verb.sent.start):
        return False
    return verb.doc[verb.i + 1 : verb.i + 2].text == "," and verb.doc[prep.i + 1].tag_ in ("DT", "CD", "PRP$", "PDT")


def on_the_mend(verb: Token) -> bool:
    """ "the aid, frozen since May, flows again", "we shall pay the aid that was held up": what is told is that it ends."""
    if verb.dep_ not in ("acl", "relcl"):
        return False
    above, _ = clause.governor(verb.head)
    if above is None or above.i == verb.i:
        return False
    again = any(t.lower_ in ("again", "anew", "afresh") for t in above.subtree)
    return again or clause.tense(above) == "future" or above.lower_ in _RESUMES


def _head(verb: Token, entry: OutcomeRule, stop: int) -> Token | None:
    if entry.told_of == "behind":
        return next((c for c in verb.doc[stop - 1].rights if c.dep_ in ("pobj", "pcomp", "dobj")), None)
    if fronted(verb):
        return clause.subject(verb.head)
    if with_it_done(verb):
        return clause.subject(verb) if entry.told_of == "object" else None
    if clause.passive(verb):
        return clause.subject(verb) or (verb.head if verb.dep_ == "acl" else _interrupted(verb) or _behind(verb))
    if entry.told_of == "subject":
        return clause.subject(verb) or without_finite_verb(verb)
    found = next((c for c in verb.children if c.dep_ == "dobj" and c.i >= verb.i), None)
    if found is None and (entry.state == "begun" or verb.lower_ in _GIVES_UP):
        found = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
    return found


def _interrupted(verb: Token) -> Token | None:
    """ "The drill, put off once, has been called off": the subject hangs on the words between the commas."""
    between = (c for c in verb.lefts if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD"))
    return next((g for c in between for g in c.lefts if g.dep_ in ("nsubj", "nsubjpass")), None)


def _behind(verb: Token) -> Token | None:
    """ "There were exchanged, in the same act, the notes ...", "Also signed was a memorandum"."""
    carrier = next((c for c in verb.rights if c.dep_ == "auxpass"), None)
    if carrier is None and not any(c.dep_ == "expl" for c in verb.children):
        return None
    behind = (
        c for c in (*(carrier.rights if carrier is not None else ()), *verb.rights) if c.pos_ in ("NOUN", "PROPN")
    )
    return next((c for c in behind if c.dep_ in ("appos", "attr", "dobj", "conj", "nsubjpass")), None)


def _whatever(head: Token, verb: Token, table: Table) -> Token | None:
    """Any noun in the passive; in the active only where an undertaking does it ("the pact does not cover X")."""
    if not head.tag_.startswith("NN"):
        return None
    if clause.passive(verb):
        return head
    subject = clause.subject(verb)
    return head if subject is not None and subject.lower_ in table.things else None


def _matter(head: Token, verb: Token) -> Token | None:
    """ "no agreement was reached on the quota", "over the quota, agreement could not be reached": what it is about."""
    about = (c for above in (head, verb) for c in above.children if c.lower_ in _ABOUT)
    return next((g for c in about for g in c.children if g.dep_ in ("pobj", "pcomp") and g.lower_ not in _NEWS), None)

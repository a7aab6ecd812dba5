"""The distinct things to be done in a pledge, agreement, request or proposal, each a phrase of the text."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from communique.read.scene import Unit
from communique.read.statements.clauses import verbal
from communique.read.statements.rows import first_of, nouns_beside, verbs_beside

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.statements.told import Told
    from communique.read.statements.who import Cases

_EDGES = " ,;.:\n\t"
_SEMICOLON = re.compile(r";\s+")
_LEAD = re.compile(
    r"^(?:and|or|as well as|(?:as )?follows:|to|that|also|will|would|shall|should|,|;|:|\(\w\)|(?:jointly )?work(?:ing)? (?:together )?with [A-Z]\w+ to)\s+",
    re.IGNORECASE,
)

_TRAIL = re.compile(r"\s*,?\s+(?:and|or|as well as|to|and to|or to|and for|(?:and|or) (?:will|would|should|that))$")
_MODAL = frozenset({"will", "would", "shall", "should", "'ll", "’ll", "must"})
_GOES_ON = frozenset({"continue", "continues", "continuing", "continued"})
_BINDING = frozenset({"commit", "commits", "committed", "committing", "recommitted", "bound", "pledged"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "pobj"})
_ASIDE = frozenset({"although", "though", "where", "whose", "which", "whom"})

Span = tuple[int, int]


def items_of(text: str, unit: Unit, told: Told, cases: Cases, homographs: Set[str]) -> list[Span]:
    """Where in ``text`` the items of ``told`` stand; where the parse gives none, the words after its trigger.

    ``cases`` tells who the subjects are; ``homographs`` are the verbs that the tagger takes for something else.
    """
    head = told.head if told.head is not None else _content(told)
    if (put := _put_to_it(told, head)) is not None:
        return _split(text, *_span(unit, put.left_edge.i, put.right_edge.i))
    if head is not None and told.trigger.dep_ == "nsubjpass" and told.trigger.i < head.i <= told.trigger.right_edge.i:
        first = head.i if verbal(head) else head.left_edge.i
        return _split(text, *_span(unit, first, told.trigger.right_edge.i))  # "a request for ten trams was made"
    if head is None or not told.first <= head.i <= told.last or _told_beside(head, told):
        first = min(told.trigger.i + 1, told.last)
        if unit.doc[first].lower_ == "for" and unit.doc[first].dep_ == "prep" and first < told.last:
            first += 1  # "called | for the return of ..."
        return _split(text, *_span(unit, first, _without_aside(unit.doc, first, told.last)))
    if head.tag_ == "PRP" and head.head.i >= told.first and verbal(head.head):
        head = head.head  # "will consider it"
    head = _done(head, told)
    starts = _starts(head, told, cases, homographs)
    out = []
    for at, start in enumerate(starts):
        end = starts[at + 1] - 1 if at + 1 < len(starts) else told.last
        out.extend(_split(text, *_span(unit, start, _without_aside(unit.doc, start, end))))
    return out


def _put_to_it(told: Told, head: Token | None) -> Token | None:
    """ "The proposal to open a ferry was accepted by Peru": what was accepted, not by whom."""
    verb = told.trigger
    if head is not None or not any(c.dep_ == "agent" for c in verb.rights):
        return None
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass" and c.left_edge.i >= told.first), None)


def _told_beside(head: Token, told: Told) -> bool:
    """Whether the parse has taken ", whose files are complete" for what was asked or promised."""
    first = head.left_edge
    return (
        verbal(head)
        and first.lower_ in _ASIDE
        and first.tag_ in ("WDT", "WP$")
        and first.i > told.trigger.i + 2
        and first.nbor(-1).text == ","
    )


def _span(unit: Unit, first: int, last: int) -> Span:
    doc = unit.doc
    return unit.start + doc[first].idx, unit.start + doc[last].idx + len(doc[last])


def _content(told: Told) -> Token | None:
    """ "proposed that the sides set up a fund": the verb of the clause behind the trigger."""
    behind = (c for c in told.trigger.rights if c.dep_ in ("ccomp", "acl") and verbal(c))
    return next((c for c in behind if any(g.dep_ in ("nsubj", "nsubjpass") for g in c.lefts)), None)


def _done(head: Token, told: Told) -> Token:
    """What is to be done: "will grant a loan" rather than the loan, "continue to send" rather than send."""
    charged = _charged_with(head)
    if charged is not None and charged.i <= told.last:
        return charged
    if not verbal(head) and (told_in := _that(head)) is not None and told_in.i <= told.last:
        return told_in
    if not verbal(head) and head.dep_ in _OBJECTS:
        verb = head.head.head if head.dep_ == "pobj" else head.head
        if verb.i >= told.first and verbal(verb) and _modal(verb) is not None:
            head = verb
    above = head.head
    if head.dep_ == "xcomp" and above.lower_ in _GOES_ON and above.i >= told.first:
        head = above
    if head.lower_ in ("need", "needs"):
        head = next((c for c in head.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), head)
    return first_of(head)


def _that(noun: Token) -> Token | None:
    """ "gave assurances that returns would be free": the clause behind the noun, where it says what is to be."""
    behind = (c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _modal(c) is not None)
    return next((c for c in behind if any(g.lower_ == "that" and g.dep_ == "mark" for g in c.lefts)), None)


def _charged_with(head: Token) -> Token | None:
    """ "tasked their ministers with drawing up a plan", "committed both countries to doubling it"."""
    verb = head.head if head.dep_ in ("dobj", "npadvmod", "oprd") else head
    if not verbal(verb):
        return None
    binds = verb.lower_ in _BINDING and any(c.dep_ == "dobj" or c.lower_.endswith("self") for c in verb.rights)
    led = {"with", "to"} if binds else {"with"} if verb != head and head.dep_ == "dobj" else set()
    if binds and (to_do := next((c for c in verb.rights if c.tag_ == "VBG" and _to(c)), None)) is not None:
        return to_do
    above = (head, verb, *(head.conjuncts if binds else ()))
    behind = (c for one in above for c in one.rights if c.dep_ == "prep" and c.lower_ in led)
    return next((g for c in behind for g in c.children if g.dep_ == "pcomp" and g.tag_ == "VBG"), None)


def _to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.lefts)


def _modal(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ in _MODAL), None)


def _starts(head: Token, told: Told, cases: Cases, homographs: Set[str]) -> list[int]:
    """Token indices at which the items begin: the head's words and those of each verb or noun coordinated with it."""
    if not verbal(head):
        out = (
            [_where_to(head)]
            if head.head.lower_.startswith("invit")
            else [t.left_edge.i for t in (*nouns_beside(head, told.last), *_asked_for_too(head))]
        )
    else:
        out = [_left(t, cases) for t in verbs_beside(head, told.last, homographs)]
        beside = _clauses_beside(head, told.last)
        out = [i for i in out if i - 1 not in beside] + beside  # "and that joint patrols": one start, not two
    return sorted({i for i in out if told.first <= i <= told.last}) or [head.i]


def _asked_for_too(noun: Token) -> list[Token]:
    """ "for 40 trams and for help with the tunnel": the help."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "for":
        return []
    beside = [
        c for c in (*prep.conjuncts, *noun.rights) if c.lower_ == "for" and c.i > noun.i and c.dep_ in ("conj", "prep")
    ]
    opened = [c for c in beside if c.doc[c.i - 1].lower_ in ("and", ",")]
    return [g for c in opened for g in c.children if g.dep_ == "pobj"]


def _where_to(guest: Token) -> int:
    """ "invited the President to Lima": what the guest is invited to, not the guest."""
    behind = (c for above in (guest, guest.head) for c in above.rights if c.lower_ == "to" and c.dep_ == "prep")
    return next((c.i for c in behind if c.i > guest.i), guest.left_edge.i)


def _clauses_beside(head: Token, last: int) -> list[int]:
    """ ", and that the test be held there": where further clauses of a row of "that" begin."""
    doc = head.doc
    beside = [i for t in doc[head.i + 1 : last + 1] if (i := _of_its_own(t, head)) is not None]
    if not any(c.lower_ == "that" and c.dep_ == "mark" for c in head.lefts):
        return beside
    return beside + [
        t.i
        for t in doc[head.i + 1 : last + 1]
        if t.lower_ == "that" and t.dep_ == "mark" and doc[t.i - 1].lower_ in (",", "and", "or")
    ]


def _of_its_own(verb: Token, head: Token) -> int | None:
    """Where a clause beside the head's begins that has a subject of its own: ", and the quota be raised"."""
    above = verb
    while above.dep_ == "conj" and above.head.i > head.i and verbal(above.head):
        above = above.head
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    beside = (
        above.head == head if above.dep_ == "conj" else above.dep_ == head.dep_ == "ccomp" and above.head == head.head
    )
    if not beside or subject is None or subject.tag_ in ("WDT", "WP"):
        return None
    will, be = _modal(verb) is not None, any(c.lower_ == "be" for c in verb.lefts)
    before = verb.doc[subject.left_edge.i - 1].lower_
    joined = before in ("and", "but") or (before == "," and not will)
    return subject.left_edge.i if (will or be) and joined else None


def _left(verb: Token, cases: Cases) -> int:
    """Where the words of what is to be done begin: before its adverbs; at its subject where somebody else's it is."""
    modal = _modal(verb)
    lefts = [c.left_edge.i for c in verb.lefts if c.dep_ in ("advmod", "neg") and (modal is None or c.i > modal.i)]
    lefts += [modal.i] if modal is not None and not modal.nbor().is_punct else []
    above = verb.head if verb.tag_ == "VBN" and verb.dep_ == "xcomp" and verb.head.lower_ in ("is", "are") else verb
    subject = next((c for c in above.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and (subject.dep_ == "nsubjpass" or above != verb or not _acts(verb, subject, cases)):
        lefts.append(subject.left_edge.i)
    return min([verb.i, *lefts])


def _acts(verb: Token, subject: Token, cases: Cases) -> bool:
    """Whether the subject is a side that is to act, or somebody who is asked "to do": what it is to do is the item."""
    if subject.lower_ in ("i", "we"):
        return True
    if any(c.lower_ == "to" for c in verb.lefts) and verb.tag_ == "VB":
        return True
    return cases.who(subject) is not None


def _without_aside(doc: Doc, first: int, last: int) -> int:
    """The last token before ", which ...", ", the first of which ...", ", although ..." that the words end in."""
    for at in range(last - 1, first, -1):
        if doc[at].text != ",":
            continue
        for after in doc[at + 1 : min(last, at + 7)]:
            opens = after.i == at + 1 or doc[after.i - 1].tag_ in ("IN", "TO")
            if opens and after.lower_ in _ASIDE and after.tag_ in ("WDT", "WP", "WP$", "WRB", "IN"):
                return at - 1
        break  # what goes on after an aside belongs to the item
    return last


def _split(text: str, start: int, end: int) -> list[Span]:
    """Semicolon lists are items each; the joints of the list are cut off."""
    out = []
    joints = [m.span() for m in _SEMICOLON.finditer(text, start, end)]
    for first, last in zip([start, *(j[1] for j in joints)], [*(j[0] for j in joints), end], strict=True):
        words = text[first:last]
        first += len(words) - len(words.lstrip(_EDGES))
        item = words.strip(_EDGES)
        while lead := _LEAD.match(item):
            rest = item[lead.end() :]
            item = rest.lstrip(_EDGES)
            first += lead.end() + len(rest) - len(item)
        if len(item) > 3:
            item = _TRAIL.sub("", item)
            out.append((first, first + len(item)))
    return out

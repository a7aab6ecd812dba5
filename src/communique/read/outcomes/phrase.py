"""What an outcome befell, in which words, and where the words that tell it begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.outcomes.antecedent import points_back
from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.outcomes.table import Table

_LONGEST = 14
_ONES = frozenset("one ones other others another both all half some most none first second third last rest".split())
_OUTSIDE = frozenset({"punct", "cc", "mark", "ccomp", "parataxis", "advcl"})
_DAYS_OF = frozenset({"days", "day", "week", "weeks", "year", "month", "decade"})
_CULTURE = frozenset("culture cinema film films language literature music cuisine art theatre science tourism".split())
_ENDS = frozenset({",", ";", ":"})
_PROVIDES = frozenset({"that", "which"})
_NO_PROVISION = frozenset("following including marking pending ending crowning opening during using".split())
_CLAUSE = 26


_CURRENCY = re.compile(r"(?:[A-Z]{1,3})?[$€£¥]|USD|EUR|GBP|CHF|JPY|SEK|NOK|DKK|CAD|AUD|NZD|INR|Rs\.?|Euro")


def is_thing(head: Token, table: Table) -> bool:
    """Whether a noun is that of an undertaking, or one with it ("the start of construction", "cars and vessels").

    Also of "it" and the like, which may stand for one (``antecedent`` tells).
    """
    if head.lower_ in table.named or one_of(head, table) or points_back(head):
        return True
    if head.dep_ in ("dobj", "nsubjpass") and _sum(head):
        return True  # "granted EUR 21 million in support"
    for child in head.children:
        if child.lower_ in table.named and child.dep_ in ("conj", "compound", "appos") and child.i < head.i + 12:
            return True
        if head.lower_ in _DAYS_OF and child.lower_ == "of" and any(g.lower_ in _CULTURE for g in child.subtree):
            return True  # "days of Turkmen culture"
        if child.lower_ in ("of", "on", "for") and any(g.lower_ in table.named or _sum(g) for g in child.children):
            return True
    return False


def _sum(word: Token) -> bool:
    """ "the last of the $5 million", "EUR 21 million", "US$ 3 million"."""
    return word.tag_ == "CD" and any(_CURRENCY.fullmatch(t.text) for t in word.doc[word.left_edge.i : word.i])


def one_of(head: Token, table: Table) -> bool:
    """ "Of the four agreements, three ...; the one on fish ...": the noun that it is one of stands before it."""
    if head.tag_ != "CD" and head.lower_ not in _ONES:
        return False
    return any(t.tag_ == "NNS" and t.lower_ in table.named for t in head.doc[: head.left_edge.i])


def words_of(head: Token, at: int) -> tuple[int, int]:
    """Tokens ``first`` up to ``last`` (exclusive) of what it befell; ``at`` is the word that tells it."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    if at < head.i:
        first = max(first, at + 1)
    elif at > head.i:
        last = min(last, at)
    for token in doc[head.i + 1 : last]:
        if head.lower_ == "those":
            break  # "those who live there"
        loose = token.dep_ in ("relcl", "acl") or token.tag_ in ("WDT", "WP", "WRB", "VBD", "VBZ", "MD")
        if (token.text in _ENDS and not _in_a_row(token)) or loose:
            last = token.i
            break
    if doc[first].tag_ in ("WP$", "WDT"):
        first += 1
    last = max(head.i + 1, min(last, head.i + _LONGEST))
    while last - 1 > first and doc[last - 1].tag_ in ("IN", "TO", "CC", "RB", "DT", "``", "''"):
        last -= 1
    return first, last


def with_its_clause(thing: Token, verb: Token, end: int, table: Table) -> int:
    """The end of what tells it, with the clause that says what a document is for: "signed the treaty that will let nurses
    work there", "an accord exempting students from visas".
    """
    if thing.lower_ not in table.documents or thing.i < verb.i:
        return end
    doc = thing.doc
    at = max(words_of(thing, verb.i)[1], end)
    if at >= len(doc) or doc[at - 1].tag_ == "IN" or any(t.text in _ENDS for t in doc[thing.i : at]):
        return end  # "on which they did not agree"
    if doc[at].text == ":" and doc[at + 1 : at + 2].text.lower() == "on":  # "three agreements: on tax, on fish"
        return next((t.i for t in doc[at + 1 : at + 2 * _CLAUSE] if t.text in (";", ".", ":")), end)
    told = doc[at].lower_ in _PROVIDES or (doc[at].tag_ == "VBG" and doc[at].lower_ not in _NO_PROVISION)
    if not told:
        return end
    clause = doc[at + 1 : at + _CLAUSE]
    stop = next((t.i + (not t.is_punct) for t in clause if t.text in _ENDS or t.is_sent_end), at + _CLAUSE)
    return min(stop, len(doc))


def _in_a_row(comma: Token) -> bool:
    """ "illegal, unreported and unregulated fishing": a comma between words that describe one noun."""
    doc = comma.doc
    if comma.text != "," or comma.i + 1 >= len(doc):
        return False
    before, after = doc[comma.i - 1], doc[comma.i + 1]
    return before.tag_ in ("JJ", "VBN") and after.tag_ in ("JJ", "VBN") and before.head.i > after.i


def bounds(verb: Token, head: Token, stop: int) -> tuple[int, int]:
    """Tokens of the verb's own clause: from its subject, to its last word that is no other clause's."""
    doc = verb.doc
    own = [c for c in verb.children if c.dep_ not in _OUTSIDE]
    begin = min([verb.i, *(c.left_edge.i for c in own if c.i < verb.i)])
    if head.i < begin and verb.dep_ in ("relcl", "acl"):
        begin = head.left_edge.i
    end = max([stop, *(c.right_edge.i + 1 for c in own if c.i > verb.i and not _another(c))])
    end = min(end, _next_clause(doc, verb, stop), len(doc))
    while end > stop and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc"):
        end -= 1
    return begin, end


def _another(child: Token) -> bool:
    return child.dep_ == "conj" and verbal(child)


def _next_clause(doc: Doc, verb: Token, stop: int) -> int:
    """Where the next clause begins: at its subject's first word or its conjunction."""
    other = next((c for c in verb.children if c.i > verb.i and _another(c)), None)
    if other is not None:
        cut = min([other.i, *(c.left_edge.i for c in other.children if c.i < other.i)])
        return max(stop, cut)
    return max(stop, clause.reach(doc, stop - 1)) if stop < len(doc) else stop

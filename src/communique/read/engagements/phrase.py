"""The noun phrase that names an occasion: which words belong to it, which verb is above it, how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.lexicon import Hit
from communique.read.engagements.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

BACK_ROLES = frozenset(
    f"pobj:{word}"
    for word in "during at after following before in on of throughout for to prior through by upon since from".split()
)
_OBJECT_ROLES = frozenset(
    {"dobj", "attr", "oprd", "npadvmod", "dative", "conj"}
    | {f"pobj:{word}" for word in ("in", "at", "over", "on", "for", "into")}
)
_WEEK_OR_MONTH = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names an occasion: its ``head``, the hits in it, where it begins, the words in it."""

    head: Token
    hits: list[Hit]
    first: int
    words: frozenset[str]
    verb: Token | None
    role: str
    stop: int
    shared: int | None = None

    @property
    def performed(self) -> bool:
        """Whether the verb above takes the occasion as its object."""
        if self.verb is None or self.role not in _OBJECT_ROLES:
            return False
        # "In a conversation of an hour they took stock", "the pledges made at the conference": nobody holds these.
        return not self.role.startswith("pobj") or (self.head.i > self.verb.i and self.verb.dep_ != "acl")

    @property
    def happens(self) -> bool:
        """Whether the occasion is the subject of the verb above."""
        return self.verb is not None and self.role in ("nsubj", "nsubjpass")


def phrases(view: View, hits: list[Hit]) -> Iterator[Phrase]:
    """The noun phrases that the hits stand in; hits in one phrase ("meeting of the Committee") go together."""
    doc = view.doc
    heads: dict[int, list[Hit]] = {}
    by_token = {at: hit for hit in hits for at in range(hit.first, hit.last + 1)}
    for hit in hits:
        head = _head(doc[hit.last], by_token)
        if head is not None:
            heads.setdefault(head.i, []).append(hit)
    for index in sorted(heads):
        head = doc[index]
        verb, role = clause.governor(head)
        relative = _relative_verb(view, head)
        if relative is not None:
            verb, role = relative, "nsubj"
        first = _phrase_start(view, min(index, *(hit.first for hit in heads[index])))
        last = max(index, *(h.last for h in heads[index]))
        words = frozenset(token.lower_ for token in doc[first : last + 1])
        stop = clause.reach(doc, last) if relative is None else clause.reach(doc, relative.i)
        fronted = (
            first > 0
            and first < 7
            and doc[first - 1].pos_ in ("ADP", "PART", "SCONJ", "ADV")
            and (verb is None or head.i < verb.i)
        )
        if fronted and relative is None:
            stop = next(
                (at for at in range(last + 1, stop) if doc[at].text == ","), stop
            )  # "Prior to the summit, on 8 August, ..."
        yield Phrase(head, heads[index], first, words, verb, role, _past_relative(view, stop, verb))


def _relative_verb(view: View, head: Token) -> Token | None:
    """ "negotiations on which began in May": the verb of what happens to the occasion."""
    doc, at = view.doc, head.i + 1
    if (
        at + 1 < len(doc)
        and doc[at].lower_ == "that"
        and doc[at + 1].lower_ in view.lex.occur
        and doc[at + 1].tag_ in ("VBD", "VBZ", "VBP")
    ):
        return doc[at + 1]
    if at + 3 < len(doc) and doc[at].lower_ == "that" and doc[at + 1].tag_ == "MD":  # "that will take place in May"
        return next((t for t in doc[at + 2 : at + 5] if t.lower_ in view.lex.occur and t.lower_ != "be"), None)
    if at + 2 < len(doc) and doc[at].tag_ == "IN" and doc[at + 1].lower_ == "which":
        return next(
            (
                token
                for token in doc[at + 2 : at + 9]
                if token.lower_ in view.lex.occur
                and token.tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB")
                and token.dep_ not in ("aux", "auxpass")
            ),
            None,
        )
    return None


def _past_relative(view: View, stop: int, above: Token | None) -> int:
    """ "the visit to Warsaw, which is being arranged for October": such a clause belongs to the phrase, but for "the
    commission, which met last in 2009, will meet again"."""
    doc = view.doc
    at = stop + 1 if stop < len(doc) and doc[stop].text in (",", "(") else stop
    if (
        at + 2 < len(doc)
        and doc[at].lower_ == "to"
        and (doc[at + 1].lower_ == "take" or (doc[at + 1].lower_ == "be" and doc[at + 2].lower_ in view.lex.occur))
    ):
        return clause.reach(doc, at + 2)
    if at < len(doc) and doc[at].lower_ == "which":
        verb = next((token for token in doc[at + 1 : at + 6] if token.pos_ == "VERB"), None)
        if verb is not None and verb.lower_ in view.lex.occur and verb.lower_ not in ("followed", "set", "marked"):
            other = above is not None and clause.tense(above) == "future" and clause.tense(verb) == "past"
            if other and any(t.lower_ in ("last", "previously", "first") for t in verb.children):
                return stop
            return clause.reach(doc, verb.i)
    return stop


def _phrase_start(view: View, at: int) -> int:
    """Where the noun phrase begins whose noun is at ``at``: with the articles, adjectives and names before it."""
    doc = view.doc
    while at > 0:
        before = doc[at - 1]
        if before.lower_ == "following" and (at < 2 or doc[at - 2].lower_ != "the"):
            break
        if before.lower_ in ("and", "&") and _one_name(view, at):
            at -= 2
            continue
        covered = view.over(before)
        joined = (
            before.text in ("-", "–", "/", "'", "’")
            or before.tag_ in ("POS", "PRP$", "HYPH", "VBN", "WP$")
            or before.dep_ in ("amod", "poss", "compound", "nummod")
        )
        listed = before.text == "," and doc[at].dep_ == "amod" and at > 1 and doc[at - 2].pos_ == "ADJ"
        named = (
            covered is not None
            and covered.kind in ("adjective", "country", "organisation", "person")
            and before.lower_ != "the"
            and before.pos_ != "VERB"
        )
        if before.pos_ not in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and not joined and not listed and not named:
            break
        at -= 1
    return at


def _one_name(view: View, at: int) -> bool:
    """ "the fifth Foreign and Defence Ministerial Meeting": "and" stands in the name."""
    doc = view.doc
    if at < 2 or not doc[at].text[:1].isupper() or not doc[at - 2].text[:1].isupper():
        return False
    return view.over(doc[at - 2]) is None and doc[at - 2].dep_ in ("nmod", "compound", "amod")


def _head(token: Token, by_token: dict[int, Hit]) -> Token | None:
    """The head of the phrase that a hit is in; ``None`` where it only qualifies a noun ("summit declaration")."""
    for _ in range(4):
        if (
            token.dep_ in ("compound", "nmod", "amod")
            and token.head.i > token.i
            and token.head.pos_ in ("NOUN", "PROPN")
        ):
            above = token.head
            if above.i not in by_token and not _WEEK_OR_MONTH.match(above.text):
                if above.dep_ in ("compound",) and above.head.i in by_token:
                    token = above
                    continue
                return None
            if above.i not in by_token:
                return token
            token = above
            continue
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in ("of", "under")
            and token.head.head.i in by_token
            and token.head.head.i < token.i
        ):
            token = token.head.head
            continue
        if token.dep_ == "poss" and token.head.i in by_token:
            token = token.head
            continue
        return token
    return token

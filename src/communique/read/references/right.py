"""How far a name reaches to the right of the noun that it is built on.

An acronym in brackets belongs to it, and what the noun's own prepositions bring, as long as that is a noun phrase
("Treaty on | the Sharing of Salmon Stocks of the Lower Vell") and neither a time, a place nor a clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.references.left import BEFORE, joins
from communique.read.references.sentence import APOSTROPHES, DASHES, Sentence

if TYPE_CHECKING:
    from communique.knowledge.models.references import ReferenceHead
    from communique.read.references.lexicon import Lexicon

_PHRASE = BEFORE | {"VBN", "VBG", "RB", "SYM", "NFP"}
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "FW", "VBG", "ADD", "JJ"))
_OPENERS = frozenset(("DT", "PRP$", "PDT"))
_NEVER = frozenset(("IN", "CC", "DT", "PRP", "MD", "VBZ", "VBD"))
_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_INNER = frozenset(("of", "for", "on", "in", "to", "against", "between", "at", "from", "through"))
_POINTING = frozenset(("this", "these", "that", "those", "any", "all", "both", "each", "every"))
_ALL_OF = (["forms", "of"], ["aspects", "of"])
_FIELDS = frozenset(("field", "fields", "area", "areas", "sphere", "spheres", "domain"))
_THE_TWO = (["the", "two", "countries"], ["the", "two", "sides"], ["our", "two", "countries"])
_BOTH = (["both", "countries"], ["both", "sides"], ["the", "parties"])
_ACRONYM = re.compile(r"^(?:[A-Z][a-z]{0,3}[A-Z0-9+&-][A-Za-z0-9+&-]{0,9}|[A-Z]{2,12}|\d\+\d)$")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)
_NEAR = frozenset(("last", "next", "this", "earlier", "later"))
_PARTS = frozenset(("quarter", "half", "semester", "week", "month", "year", "decade"))
_LONG, _SHORT = 22, 15


def acronym_after(sentence: Sentence, last: int) -> int:
    """The closing bracket of an acronym that follows the name, or ``last`` where none does."""
    text = sentence.text
    if last + 3 < len(text) and text[last + 1] == "(" and text[last + 3] == ")" and _ACRONYM.match(text[last + 2]):
        return last + 3
    return last


def right_of(
    sentence: Sentence,
    last: int,
    links: frozenset[str],
    proper: bool,
    lexicon: Lexicon,
    places: frozenset[int],
    entry: ReferenceHead,
) -> int:
    """The last token of the name whose noun ends at token ``last``.

    ``links``: the noun's prepositions; ``places``: tokens of states (and cities), where a thing is done: "in Japan"
    after a name is no part of it. ``entry``: the noun's; where a forum meets is no part of its name.
    """
    end = acronym_after(sentence, last)
    if end > last and sentence.low[end + 1 : end + 2] != ["on"]:
        return end
    inner = _INNER if entry.kind != "forum" or entry.seated else frozenset(("of", "for", "on"))
    walk = _Walk(sentence, proper, lexicon, end + (_LONG if proper else _SHORT))
    allowed = links
    while end + 1 < len(sentence.text):
        link, start = _link(sentence, end + 1, allowed)
        if not link or (link == "between" and _the_two(sentence, start)):
            break
        phrase = walk.phrase(start, link)
        if phrase < 0 or (link in ("in", "at") and all(i in places for i in range(start, phrase + 1))):
            break
        end = _with_year(sentence, phrase)
        allowed = links | inner if link != "to" else links
        bracket = acronym_after(sentence, end)
        if bracket > end:
            return bracket
    return end


def _the_two(sentence: Sentence, start: int) -> bool:
    """ "Between both states" says nothing that the report does not say anyway; "... both states' libraries" does."""
    if any(_owner_mark(sentence, i) for i in range(start + 2, min(start + 4, len(sentence.tag)))):
        return False
    return sentence.low[start : start + 3] in _THE_TWO or sentence.low[start : start + 2] in _BOTH


def _owner_mark(sentence: Sentence, index: int) -> bool:
    """A possessive's ending, also where the parser takes the apostrophe of a plural for a quotation mark."""
    if sentence.tag[index] == "POS":
        return True
    if sentence.text[index] not in APOSTROPHES or index + 1 >= len(sentence.tag):
        return False
    glued = sentence.at[index - 1] + len(sentence.text[index - 1]) == sentence.at[index]
    return glued and sentence.low[index - 1].endswith("s") and sentence.tag[index + 1] in ("NN", "NNS", "JJ", "NNP")


def _link(sentence: Sentence, index: int, allowed: frozenset[str]) -> tuple[str, int]:
    """The preposition at ``index``, if it is one of ``allowed``, and the token after it."""
    low = sentence.low
    word = low[index]
    if (
        word == "in"
        and low[index + 1 : index + 2] == ["the"]
        and low[index + 3 : index + 4] == ["of"]
        and low[index + 2] in _FIELDS
    ):
        return "on", index + 4
    if word in allowed:
        return word, index + 1
    if word == "relating" and low[index + 1 : index + 2] == ["to"] and "on" in allowed:
        return "on", index + 2
    return "", index


@dataclass(slots=True)
class _Walk:
    """A walk over the noun phrases after a noun, up to token ``longest``."""

    sentence: Sentence
    proper: bool
    lexicon: Lexicon
    longest: int

    def phrase(self, start: int, link: str) -> int:
        """The last token of the noun phrase at ``start``, or -1 where there is none that could belong to a name."""
        sentence = self.sentence
        if self.proper and _told_of(sentence, start):
            return -1
        index = self._opened(_after_verb(sentence, start, link))
        size = min(len(sentence.text), self.longest + 1)
        if index < 0 or index >= size or self._is_time(index, link):
            return -1
        if sentence.tag[index] == "VBG" and index == start and not sentence.capital(index):
            return self.phrase(index + 1, "of")
        last = -1
        while index < size and not (index > start and _time_follows(sentence, index)):
            word, tag = sentence.text[index], sentence.tag[index]
            if word in DASHES or word in "/&":
                if index == start or index + 1 >= size or not joins(sentence, index):
                    break
            elif tag in _PHRASE or (sentence.capital(index) and tag not in _NEVER):
                if tag in ("VBN", "VBG", "RB") and not _leads_to_noun(sentence, index, start):
                    break
                last = index if tag in _NOUNS or tag not in _PHRASE else last
            elif not (last == index - 1 and _owner_mark(sentence, index)):
                index = self._joined(index, link, last)
                if index < 0:
                    break
                last = index
            index += 1
        return last

    def _opened(self, index: int) -> int:
        """Past articles and possessives; -1 where "this" or "any" points to no name."""
        sentence = self.sentence
        while index < len(sentence.tag) and sentence.tag[index] in _OPENERS:
            if sentence.low[index] in _POINTING and sentence.low[index + 1 : index + 3] not in _ALL_OF:
                return -1
            index += 1
        return index

    def _is_time(self, index: int, link: str) -> bool:
        """Whether the phrase says when (or how): "in May", "at present", "for the first time"."""
        sentence = self.sentence
        word = sentence.low[index]
        following = sentence.low[index + 1] if index + 1 < len(sentence.low) else ""
        ordinal = word in self.lexicon.lists["ordinals"] or word in ("current", "coming")
        if following in _PARTS and ordinal and not sentence.capital(index):
            return True
        if word.isdigit() and following in _CALENDAR and link != "of":
            return True
        if word in self.lexicon.lists["times"]:
            noun_follows = index + 1 < len(sentence.tag) and sentence.tag[index + 1].startswith("NN")
            kept = word in ("future", "general", "full") and noun_follows
            if link not in ("of", "on") and not kept and not (self.proper and self._in_title(index, word)):
                return True
            if word in _CALENDAR and sentence.text[index][0].isupper() and link != "of":
                return True
        return link in ("in", "at", "to", "from") and len(word) == 4 and word.isdigit()

    def _in_title(self, index: int, word: str) -> bool:
        """ "... for the Return of Displaced Persons": in capitals, and no day or month."""
        return self.sentence.capital(index) and word not in _CALENDAR

    def _joined(self, index: int, link: str, last: int) -> int:
        """Where "and" (or a comma of a list in capitals) goes on with the phrase: its last token, else -1."""
        sentence = self.sentence
        low, tag = sentence.low, sentence.tag
        start = index + 1
        if last < 0 or last != index - 1 or start >= len(tag):
            return -1
        if sentence.text[index] == "," and low[start] == "and" and self._in_capitals(index):
            return self.phrase(start + 1, link)
        listed = self.proper and _closes(sentence, start)
        comma = sentence.text[index] == "," and (listed or (link == "on" and _closes_plainly(sentence, start)))
        if not comma and low[index] not in ("and", "or", "&"):
            return -1
        if low[start] in ("of", "for", "in") and link in ("of", "for", "on", "in"):
            return self.phrase(start + 1, link)
        both = self.proper or (link == "of" and sentence.capital(last))
        named = both and start + 1 < len(tag) and sentence.capital(start + 1)
        named = named and low[start + 1] not in self.lexicon.lists["offices"]
        if link != "between" and tag[start] in _OPENERS and not named:
            return -1
        inner = self.phrase(start, link)
        if inner < 0:
            return -1
        bodies = named and not self.proper and self._body(last) and self._body(inner)
        if link != "between" and tag[last] != "JJ" and not bodies and self._opens_another(start, inner):
            return -1
        in_list = "," in sentence.text[max(0, index - 4) : index + 1] or (low[last].isdigit() and low[inner].isdigit())
        return -1 if not in_list and inner + 1 < len(tag) and tag[inner + 1] in _FINITE else inner

    def _body(self, index: int) -> bool:
        """Whether the word ends the name of a body of states: "of the Arctic Council and the Baltic Council"."""
        lists = self.lexicon.lists
        return self.sentence.low[index] in lists["organs"] or self.sentence.low[index] in lists["name-ends"]

    def _in_capitals(self, comma: int) -> bool:
        """Whether ", and" closes a list in capitals: "for Security, Trade, | and Safe Borders"."""
        sentence = self.sentence
        if not self.proper or comma + 2 >= len(sentence.text) or not sentence.capital(comma + 2):
            return False
        before = sentence.text[max(0, comma - 5) : comma]
        return "," in before and all(word[0].isupper() or word == "," for word in before[before.index(",") :])

    def _opens_another(self, start: int, inner: int) -> bool:
        """Whether the phrase after "and" ends in a noun that names are built on: then it is a name of its own."""
        sentence, stops = self.sentence, self.lexicon.stops
        return any(
            sentence.low[i] in stops and (i == inner or not sentence.tag[i + 1].startswith("NN"))
            for i in range(start, inner + 1)
        )


def _with_year(sentence: Sentence, end: int) -> int:
    """ "... of May 4|, 1994": the year of a date belongs to it."""
    text = sentence.text[end + 1 : end + 3]
    dated = sentence.text[end].isdigit() and sentence.low[end - 1] in _CALENDAR
    return end + 2 if dated and len(text) == 2 and text[0] == "," and text[1].isdigit() and len(text[1]) == 4 else end


def _told_of(sentence: Sentence, start: int) -> bool:
    """ "... Protocol for a lasting peace": what a paper in capitals is about, told in the report's own words."""
    following = sentence.text[start + 1 : start + 2]
    return sentence.low[start : start + 1] in (["a"], ["an"]) and bool(following) and not following[0][0].isupper()


def _after_verb(sentence: Sentence, start: int, link: str) -> int:
    """Past the verb of an infinitive or gerund: "to | promote tourism", "on | continuing to deepen the ties"."""
    tag = sentence.tag
    index = start
    if link == "to" and tag[index : index + 1] == ["VB"]:
        index += 1
    elif tag[index : index + 1] == ["VBG"] and tag[index + 1 : index + 3] == ["TO", "VB"]:
        index += 3
    else:
        return start
    return index + 2 if tag[index : index + 2] == ["CC", "VB"] else index


def _time_follows(sentence: Sentence, index: int) -> bool:
    """ "... last week", "... Thursday": a time without a preposition ends the name."""
    low = sentence.low
    if low[index] in _NEAR:
        following = low[index + 1] if index + 1 < len(low) else ""
        return following in ("week", "month", "year", "night") or following in _DAYS
    return low[index] in _DAYS or low[index] in ("today", "yesterday", "tomorrow", "here")


def _leads_to_noun(sentence: Sentence, index: int, start: int) -> bool:
    """Whether a participle or adverb belongs to the phrase: "shared waters", "environmentally sound technologies"."""
    tag = sentence.tag
    following = tag[index + 1] if index + 1 < len(tag) else ""
    if tag[index] == "RB":
        return following in ("JJ", "VBN", "VBG")
    if sentence.capital(index) or (index > start and sentence.text[index - 1] in DASHES):
        return True
    if tag[index] == "VBG" and index == start:
        return True
    return following in _PHRASE and (index == start or tag[index - 1] in ("DT", "JJ", "PRP$", "CC", "IN"))


def _closes_plainly(sentence: Sentence, start: int) -> bool:
    """Whether a list of plain nouns goes on after a comma: "on trade, | energy and rail links"."""
    tag = sentence.tag
    for index in range(start, min(start + 6, len(tag) - 1)):
        if tag[index] == "CC" and sentence.low[index] == "and":
            return index > start and tag[index - 1] in ("NN", "NNS") and tag[index + 1] in ("NN", "NNS", "JJ")
        if tag[index] not in ("NN", "NNS", "JJ", ",", "HYPH"):
            return False
    return False


def _closes(sentence: Sentence, start: int) -> bool:
    """Whether a list in capitals goes on after a comma and is closed by "and" soon."""
    for index in range(start, min(start + 8, len(sentence.text))):
        if sentence.low[index] == "and":
            return index > start
        if not (sentence.text[index][0].isupper() or sentence.text[index] in DASHES or sentence.text[index] == ","):
            return False
    return False

"""The office that a quote gives a person: "Foreign Minister Ada Okafor", "Ada Okafor, foreign minister of Chad".

The words are those of records; what counts as an office, and which come first, is in the codebook.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.knowledge import Codebook, load_codebook
from communique.knowledge.gazetteer import Gazetteer, gazetteer
from communique.knowledge.models.offices import Office
from communique.knowledge.phrases import COMMA, NONE, Hit, Phrases, Words, words_of
from communique.ledger.people.names import PARTICLES, words_of_name

_LEADS_ON = frozenset("of for to in at".split())
_CONNECTORS = _LEADS_ON | frozenset("the and & on".split())
_COURTEOUS = frozenset("sisterly brotherly fraternal friendly neighbouring neighboring".split())
_FORMER = frozenset("former ex late then predecessor erstwhile onetime".split())
_OPENING = frozenset("the a an also who is his her its their our country new visiting and".split())
_EQUALS = frozenset("counterpart colleague homologue successor".split())
_STATES = frozenset({"head-of-state", "head-of-government"})
_OF_STATES = frozenset("republic state kingdom government federation council ministers union states".split())
RANKS = (
    "monarch", "head-of-state", "head-of-government", "party", "foreign-minister", "minister", "deputy", "ambassador",
    "parliament", "org-head", "official", "spokesperson", "military", "local", "clergy", "private",
)  # fmt: skip
"""The order in which offices are listed."""
_REACH = 14
"""So many words may stand between a title's beginning and the name."""
_REMEMBERED = 20_000
"""So many quotes are remembered with the office that they give: the same are asked about again and again."""
_LONGEST_COUNTRY = 7
_OPENING_WORDS = 5


@dataclass(frozen=True)
class Title:
    """``words`` as the quote has them, without the country; ``offices`` are entries of the codebook, ``rank`` the first's.

    ``country`` is what the quote says of it, where it does; ``former``: it was held once.
    """

    words: str
    offices: tuple[str, ...]
    rank: str
    country: str | None
    former: bool


class Titles:
    """The codebook's offices, ready to be found; made by ``codebook.memo``."""

    def __init__(self, codebook: Codebook) -> None:
        self._offices: dict[str, Office] = dict(codebook.section("offices"))
        self._as_written: dict[str, frozenset[str]] = {
            key: frozenset(one.abbreviations) for key, one in self._offices.items()
        }
        self._phrases: Phrases[tuple[str, bool]] = Phrases(
            (phrase, (key, exact))
            for key, one in self._offices.items()
            for exact, phrases in ((False, one.words), (True, one.abbreviations))
            for phrase in phrases
            if any(letter.isalpha() for letter in phrase) and not set(phrase) & set("()|?*")
        )
        self._honorifics = frozenset(
            word
            for one in codebook.section("honorifics").values()
            for phrase in one.words
            for word in words_of(phrase).lower
        )
        self._places: Gazetteer = gazetteer(codebook)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)

    def find(self, quote: str, name: str, others: Collection[str] = ()) -> Title | None:
        """The office that ``quote`` gives the person of this name; ``others`` are the people named beside."""
        return self._found(quote, name, frozenset(others))

    def _find(self, quote: str, name: str, others: frozenset[str]) -> Title | None:
        words = words_of(quote)
        own = frozenset(words_of_name(name))
        beside = frozenset(word for one in others for word in words_of_name(one)) - own
        found = None
        for first, last in _mentions(words, own):
            found = self._before(quote, words, first, beside)
            if found is not None and found.country is None:
                found = replace(found, country=self._country_behind(quote, words, last))
            found = found or self._behind(quote, words, last, beside)
            if found is not None:
                break
        return found

    def rank(self, office: str) -> str:
        """The rank of an entry of the codebook."""
        return str(self._offices[office].rank)

    def _before(self, quote: str, words: Words, first: int, beside: frozenset[str]) -> Title | None:
        """The title before the name that begins at the word ``first``."""
        at = first - 1
        while at >= 0 and words.breaks[at + 1] <= COMMA and words.lower[at] in self._honorifics:
            at -= 1
        if at < 0 or words.breaks[at + 1] > COMMA:
            return None
        hits = self._hits(quote, words, max(0, at - _REACH), at + 1)
        if words.lower[at] == "predecessor":
            return Title("predecessor", (), RANKS[-1], None, former=True)
        if words.lower[at] in _EQUALS:
            return self._counterpart(quote, words, at, hits)
        for end in range(at + 1, max(at - _REACH, 0), -1):
            if end <= at and not _may_stand_between(words, end, beside):
                return None
            ending = [hit for hit in hits if hit.last == end]
            if ending and (end == at + 1 or words.lower[end] in _LEADS_ON):
                return self._title(quote, words, self._joined(words, hits, ending), at + 1)
        return None

    def _behind(self, quote: str, words: Words, last: int, beside: frozenset[str]) -> Title | None:
        """The title after the name that ends before the word ``last``, a comma between."""
        if last >= len(words.lower) or words.breaks[last] != COMMA:
            return None
        hits = self._hits(quote, words, last, min(len(words.lower), last + _REACH))
        opening = next((hit for hit in hits if self._opens(quote, words, last, hit.first)), None)
        if opening is None:
            return None
        longest = {hit.first: hit for hit in sorted(hits, key=lambda hit: hit.last)}
        chain = [longest[opening.first]]
        for first, hit in sorted(longest.items()):
            if first >= chain[-1].last and _joins(words, chain[-1].last, first):
                chain.append(hit)
        end = chain[-1].last
        if end < len(words.lower) and words.breaks[end] == NONE and _begins_name(words, end, beside):
            return None
        while end < len(words.lower) and words.breaks[end] == NONE and _goes_on(words, end, beside):
            end += 1
        return self._title(quote, words, chain, end)

    def _opens(self, quote: str, words: Words, last: int, first: int) -> bool:
        """Whether only small words and the name of a country stand between the comma and a title."""
        if first - last > _OPENING_WORDS or any(words.breaks[at] != NONE for at in range(last + 1, first + 1)):
            return False
        return all(
            words.lower[at] in _OPENING or words.plain[at] == "'s" or self._is_country(quote, words, at)
            for at in range(last, first)
        )

    def _hits(self, quote: str, words: Words, start: int, end: int) -> list[Hit[tuple[str, bool]]]:
        """Offices, those that are found only as written if they are so."""
        return [
            hit
            for hit in self._phrases.find(words, start, end)
            if not hit.payload[1]
            or quote[words.starts[hit.first] : words.ends[hit.last - 1]].rstrip(".") in self._exact(hit.payload[0])
        ]

    def _exact(self, office: str) -> frozenset[str]:
        return frozenset(one.rstrip(".") for one in self._as_written[office])

    def _joined(
        self, words: Words, hits: list[Hit[tuple[str, bool]]], ending: list[Hit[tuple[str, bool]]]
    ) -> list[Hit[tuple[str, bool]]]:
        """The longest of the titles ``ending`` before the name, and those joined to it by "and" before it."""
        chain = [min(ending, key=lambda hit: hit.first)]
        while True:
            before = [hit for hit in hits if hit.last <= chain[0].first and _joins(words, hit.last, chain[0].first)]
            if not before:
                return chain
            last = max(hit.last for hit in before)
            chain.insert(0, min((hit for hit in before if hit.last == last), key=lambda hit: hit.first))

    def _counterpart(self, quote: str, words: Words, at: int, hits: list[Hit[tuple[str, bool]]]) -> Title | None:
        """In "President A and his Chadian counterpart, B" the office is A's, the country the adjective's."""
        before = [hit for hit in hits if hit.last <= at]
        if not before:
            return None
        last = max(before, key=lambda hit: (hit.last, -hit.first))
        chain = [min((hit for hit in before if hit.last == last.last), key=lambda hit: hit.first)]
        title = self._title(quote, words, chain, chain[0].last)
        return Title(title.words, title.offices, title.rank, self._country_before(quote, words, at), False)

    def _title(self, quote: str, words: Words, chain: list[Hit[tuple[str, bool]]], end: int) -> Title:
        """The title from the first office of ``chain`` up to the word ``end``."""
        start, stop = self._bare(quote, words, chain[0]), chain[-1].last
        tail = quote[words.ends[stop - 1] : words.ends[end - 1]] if end > stop else ""
        country, end = self._country_in(quote, words, stop, end)
        while end > stop and words.lower[end - 1] in _CONNECTORS | _COURTEOUS:
            end -= 1
        shown = quote[words.starts[start] : words.ends[end - 1]]
        offices = tuple(dict.fromkeys(hit.payload[0] for hit in chain))
        rank = min(map(self.rank, offices), key=RANKS.index)
        if rank in _STATES and tail and country is None and not set(words.lower[stop:end]) & _OF_STATES:
            rank = "org-head"  # "President of the Chamber of Commerce"
        before = words.lower[max(0, start - 3) : start]
        return Title(
            words=" ".join(shown.split()), offices=offices, rank=rank,
            country=country or self._country_before(quote, words, start), former=bool(set(before) & _FORMER),
        )  # fmt: skip

    def _bare(self, quote: str, words: Words, hit: Hit[tuple[str, bool]]) -> int:
        """Where a title begins without the country that some have in front: "Chinese Premier"."""
        for first in range(hit.last - 1, hit.first, -1):
            if self._country(quote, words, hit.first, first) is not None:
                return first
        return hit.first

    def _country_before(self, quote: str, words: Words, at: int) -> str | None:
        """The country named right before the word ``at``: "Sri Lankan", "Kazakhstan's"."""
        end = at
        while end > 0 and (words.plain[end - 1] == "'s" or words.lower[end - 1] in ("new", "visiting", "former")):
            end -= 1
        for size in range(_LONGEST_COUNTRY, 0, -1):
            if end - size >= 0:
                code = self._country(quote, words, end - size, end)
                if code is not None:
                    return code
        return None

    def _country_behind(self, quote: str, words: Words, last: int) -> str | None:
        """The country in "Prime Minister A of Norway"."""
        if words.lower[last : last + 1] != ["of"] or words.breaks[last] != NONE:
            return None
        code, first = self._country_in(quote, words, last + 1, min(len(words.lower), last + 1 + _LONGEST_COUNTRY))
        return code if set(words.lower[last + 1 : first]) <= _CONNECTORS | _COURTEOUS | _OF_STATES else None

    def _country_in(self, quote: str, words: Words, start: int, end: int) -> tuple[str | None, int]:
        """The country named among these words ("of the Republic of Chad"), and where it begins; else their end."""
        for first in range(start, end):
            for size in range(min(_LONGEST_COUNTRY, end - first), 0, -1):
                code = self._country(quote, words, first, first + size)
                if code is not None:
                    return code, first
        return None, end

    def _country(self, quote: str, words: Words, first: int, last: int) -> str | None:
        phrase = quote[words.starts[first] : words.ends[last - 1]]
        return next(
            (code for kind, code in self._places.lookup(phrase) if kind in ("country", "adjective", "organisation")),
            None,
        )

    def _is_country(self, quote: str, words: Words, at: int) -> bool:
        return words.plain[at][0].isupper() and self._country(quote, words, at, at + 1) is not None


def _mentions(words: Words, own: frozenset[str]) -> list[tuple[int, int]]:
    """Where a name stands: the longest runs of its words, the first and the last no mere particle."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words.lower):
        if not _of_name(words, at, own):
            at += 1
            continue
        end = at + 1
        while (
            end < len(words.lower)
            and words.breaks[end] == NONE
            and (_of_name(words, end, own) or (words.lower[end] in PARTICLES and end + 1 < len(words.lower)))
        ):
            end += 1
        while end > at + 1 and words.lower[end - 1] in PARTICLES:
            end -= 1
        runs.append((at, end))
        at = end
    return runs


def _of_name(words: Words, at: int, own: frozenset[str]) -> bool:
    plain = words.plain[at]
    return plain[0].isupper() and (words.lower[at] in own or "".join(words_of_name(plain)) in own)


def _may_stand_between(words: Words, at: int, beside: frozenset[str]) -> bool:
    """Whether a word may be a part of what an office is of: "Minister of Water Resources and Irrigation"."""
    word = words.lower[at]
    if word in beside or words.breaks[at] > COMMA:
        return False
    return word in _CONNECTORS or word in _COURTEOUS or words.plain[at][0].isupper()


def _joins(words: Words, end: int, first: int) -> bool:
    """Whether only "and", a comma or a bracket stands between two titles of one person."""
    between = words.lower[end:first]
    if any(words.breaks[at] > COMMA for at in range(end, first + 1)):
        return False
    return between in ([], ["and"], ["&"], ["also"])


def _begins_name(words: Words, at: int, beside: frozenset[str]) -> bool:
    """Whether the title is that of the name behind it, "A, President B"."""
    return words.lower[at] in beside


def _goes_on(words: Words, at: int, beside: frozenset[str]) -> bool:
    if words.plain[at] == "'s" or words.lower[at - 1] in _LEADS_ON:
        return words.lower[at] not in beside  # "minister of trade"
    return words.lower[at] in _CONNECTORS or (words.plain[at][0].isupper() and words.lower[at] not in beside)


def titles(codebook: Codebook | None = None) -> Titles:
    """The offices of a codebook, compiled when first asked for."""
    made: Titles = (codebook or load_codebook([])).memo("ledger-titles", Titles)
    return made

"""What all mentions of one report share: its sides, acronyms, persons' offices and named things."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from communique.ledger.commitments.terms import Terms, terms_of
from communique.ledger.commitments.vocabulary import Vocabulary
from communique.ledger.entry import Entry, parties_of
from communique.ledger.lexicon import fold
from communique.ledger.lexicon.words import stem_of
from communique.records import Engagement, Evidence, Outcome, Record, Statement

_ACRONYM = re.compile(r"^(?P<full>.+?)\s*\((?P<short>[A-Z][A-Za-z]*[A-Z][\w-]*)\)$")
_TITLES = r"(?:H\.?\s?E\.?\s+|Mr\.?\s+|Ms\.?\s+|Mrs\.?\s+|Dr\.?\s+|Shri\s+|Smt\.?\s+)*"
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_ADDRESSED = re.compile(
    r"\b(?:Minister|President|Premier|Chancellor|Ambassador|Secretary|Commissioner)\b\.?\s+([A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)?)"
)
_EU = re.compile(r"\bEU\b")
_UNION = frozenset(stem_of(word) for word in ("eu", "european", "union"))
_POSSESSIVE = re.compile(r"['’]s$")
REACH, CLOSE = 160, 80
"""In characters: how far back the words stand that others lean on, and how near the last of them."""
MOST_PARTIES = 4
"""Among more, each pair of sides would repeat what all of them said together."""


@dataclass(frozen=True)
class Context:
    """A report as the makers of mentions see it."""

    entry: Entry
    known: Vocabulary = field(repr=False)
    _terms: dict[tuple[str, str], Terms] = field(default_factory=dict, init=False, repr=False, compare=False)
    _skipped: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def buckets(self, record: Record) -> tuple[str, ...]:
        """The pairs of sides that a record is between, by their sorted codes: "CHN|KAZ"."""
        parties = set(parties_of(record))
        sides = self.entry.sides
        if isinstance(record, Engagement) and len(parties) == 1:
            return ()
        between = len(parties) != 2 or not parties - set(sides)
        if len(sides) == 2 and between and (not parties or parties & set(sides)):
            return ("|".join(sides),)
        if 2 <= len(parties) <= MOST_PARTIES:
            return tuple("|".join(pair) for pair in combinations(sorted(parties), 2))
        if len(parties) == 1 and 3 <= len(sides) <= MOST_PARTIES:
            own = next(iter(parties))
            return tuple("|".join(sorted((own, other))) for other in sides if other != own)
        return ()

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """The full form of each acronym that a named thing of the report is given with."""
        found = (_ACRONYM.match(reference.name) for reference in self.entry.references)
        return {match["short"]: match["full"] for match in found if match}

    def terms(self, text: str, bucket: str) -> Terms:
        """The terms of a text: the two sides' own names tell nothing between them."""
        key = (text, bucket)
        if key not in self._terms:
            named = self.known.names_of_several_words(tuple(bucket.split("|")))
            self._terms[key] = terms_of(
                named.sub(" ", self.in_names_used(text)), self.known, self._left_out(bucket), self.acronyms
            )
        return self._terms[key]

    def _left_out(self, bucket: str) -> frozenset[str]:
        if bucket not in self._skipped:
            self._skipped[bucket] = self.side_stems(bucket) | self.person_stems
        return self._skipped[bucket]

    @cached_property
    def person_stems(self) -> frozenset[str]:
        """The stems of the names of the persons in the report: who signed is not what was signed."""
        addressed = {fold(word) for name in _ADDRESSED.findall(self.quotes) for word in _NAME.findall(name)}
        return frozenset(stem_of(name) for name in {*self.people, *addressed})

    def side_stems(self, bucket: str) -> frozenset[str]:
        """The stems of the names of the two sides."""
        sides = bucket.split("|")
        own = _UNION if "EU" in sides else frozenset[str]()
        return own.union(*(self.known.stems_of_country(side) for side in sides))

    def named(self, text: str) -> tuple[str, ...]:
        """The named things of the report that stand in a text."""
        low = text.lower()
        found = []
        for reference in self.entry.references:
            match = _ACRONYM.match(reference.name)
            forms = (match["full"], match["short"]) if match else (reference.name,)
            if reference.kind in ("instrument", "project", "mechanism", "initiative") and any(
                form.lower() in low for form in forms
            ):
                found.append(self._called.get(reference.name, reference.name))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _called(self) -> dict[str, str]:
        """By its name in the report, the name in use of each thing that people said has several."""
        return dict(self.entry.called)

    @cached_property
    def _called_otherwise(self) -> re.Pattern[str] | None:
        names = "|".join(re.escape(name) for name in self._called)  # the longest first
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def in_names_used(self, text: str) -> str:
        """A text with the things that have several names by the name in use, so that they are known again by it."""
        text = _EU.sub("European Union", text)
        if self._called_otherwise is None:
            return text
        return self._called_otherwise.sub(lambda found: self._called[found[0]], text)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The names of the standing bodies and forums of the report."""
        return tuple(one.name for one in self.entry.references if one.kind in ("mechanism", "forum"))

    @cached_property
    def instruments(self) -> list[tuple[Evidence, str]]:
        """Where documents are named, in the order of the text, with the record that names them."""
        found = [(span, one.id) for one in self.entry.references if one.kind == "instrument" for span in one.evidence]
        return sorted(found, key=lambda named: (named[0].start, -named[0].end))

    @cached_property
    def about(self) -> dict[str, Evidence]:
        """By record, the words by which the report took up its matter before it told of it."""
        told: tuple[Statement | Outcome, ...] = (*self.entry.statements, *self.entry.outcomes)
        return {one.id: one.about for one in told if one.about is not None}

    def told_elsewhere(self, span: Evidence, but: Evidence) -> bool:
        """Whether a statement or outcome, other than the one with the words ``but``, tells of the words of a span."""
        records: tuple[Record, ...] = (*self.entry.statements, *self.entry.outcomes)
        spans = (words for one in records for words in one.evidence)
        return any(w.start < span.end and span.start < w.end and w.start != but.start for w in spans)

    @cached_property
    def quotes(self) -> str:
        """All the evidence of the report, for what is said of a person beside the place in question."""
        spans = sorted({(span.start, span.quote) for record in self.entry.records() for span in record.evidence})
        return "\n".join(quote for _, quote in spans)

    def around(self, span: Evidence) -> str:
        """The words of a span with up to 80 characters before them, as far as a statement has them."""
        for statement in self.entry.statements:
            for whole in statement.evidence:
                if whole.start <= span.start and span.end <= whole.end:
                    return whole.quote[max(0, span.start - whole.start - 80) : span.end - whole.start]
        return span.quote

    def rest_of(self, span: Evidence) -> str:
        """The words of a record that stand behind a span; '' where it ends with it."""
        for start, end, quote in self._spans:
            if start <= span.start and span.end < end:
                return quote[span.end - start :]
        return ""

    @cached_property
    def _spans(self) -> list[tuple[int, int, str]]:
        """All evidence of the report, the longer of two that begin alike first."""
        spans = {(span.start, -span.end, span.quote) for record in self.entry.records() for span in record.evidence}
        return [(start, -end, quote) for start, end, quote in sorted(spans)]

    def before(self, at: int) -> str:
        """The words of the records that stand right before a place in the text, each once; '' where there are none near."""
        reached, pieces, end = at - REACH, [], 0
        for start, end_of, quote in self._spans:
            if start >= at:
                break
            if end_of > reached:
                cut = max(0, reached - start)
                words = quote[cut : at - start]
                pieces.append(words.partition(" ")[2] if cut and quote[cut - 1 : cut].isalnum() else words)
                reached = end = end_of
        return " ".join(pieces) if end >= at - CLOSE else ""

    def after(self, at: int) -> str:
        """The words of the records that go on beyond a place in the text, to the end of their sentence."""
        found = [quote[at - start :] for start, end, quote in self._spans if start < at < end]
        return max(found, key=len, default="").split(". ", 1)[0]

    @cached_property
    def people(self) -> dict[str, str]:
        """The folded last names of the persons who take part in something, with the full name."""
        names = {name for one in self.entry.engagements for name in one.participants}
        names |= {one.speaker for one in self.entry.statements if one.speaker}
        return {fold(word): name for name in sorted(names) for word in name.split() if len(word) > 2}

    def rank_of(self, text: str) -> str | None:
        """The office named in a text, or that of the person named in it, as the report gives it anywhere."""
        direct = self.known.search("higher", text)
        if direct:
            return _rank_at(direct, text)
        for word in re.findall(r"[A-ZÀ-Þ][\w’'-]+", text):
            full = self.people.get(fold(word))
            if full:
                found = re.search(self._office_before + re.escape(word) + r"\b", self.quotes)
                return _rank_at(re.compile(re.escape(found[1])).search(found[0]), found[0]) if found else None  # type: ignore[arg-type]
        return None

    def who(self, text: str) -> frozenset[str]:
        """The folded names of persons in a text: those known to the report, and those that follow an office."""
        named = {fold(_POSSESSIVE.sub("", word)) for word in _NAME.findall(text)}
        after = {
            fold(_POSSESSIVE.sub("", word)) for found in self.officials.findall(text) for word in _NAME.findall(found)
        }
        return frozenset(word for word in (named & self.people.keys()) | after if len(word) > 2) - PARTICLES

    @cached_property
    def _office_before(self) -> str:
        """What stands before the name of whoever has an office; the office is the group."""
        offices = "|".join(re.escape(office) for office in self.known.words("higher"))
        return rf"\b({offices})\b(?:\s+of\s+[\w\s]+?)?,?\s+{_TITLES}(?:\S+\s+){{0,2}}?"

    @cached_property
    def officials(self) -> re.Pattern[str]:
        """An office with the name that follows it; the name is the group."""
        offices = "|".join(re.escape(office) for office in self.known.words("higher"))
        return re.compile(rf"\b(?:{offices})\s+{_TITLES}((?:[A-ZÀ-Þ][\w’'-]+\s?){{1,3}})")


PARTICLES = frozenset("bin ibn bint abu abd van von der den del dos das las los san bte haj hon the".split())
"""Small words inside of names, which many share."""
_PORTFOLIO = re.compile(r"\s*(?:of|for)\s+(?:the\s+)?(?P<of>[A-ZÀ-Þ][\w-]+)")
_OF_A_FIELD = re.compile(
    r"\b(?P<of>Defen[cs]e|Agriculture|Health|Trade|Commerce|Economy|Economic|Energy|Interior|Transport|Culture|Education|Finance|Industry|"
    r"Justice|Tourism|Labou?r|Environment|Science|Mining|Fisheries|Investment|Planning|Infrastructure|Home|Water)(?:\s+Affairs)?\s+$"
)
_FOREIGN = frozenset({"foreign", "external", "international"})


def same_rank(one: str | None, other: str | None) -> bool:
    """Whether two offices may be one: a minister of no known field may be any."""
    if one is None or other is None or one == other:
        return one is not None and one == other
    fields = {rank.partition(":")[2] for rank in (one, other) if rank.partition(":")[0] == "minister"}
    return one.partition(":")[0] == other.partition(":")[0] == "minister" and "" in fields


def _rank_at(found: re.Match[str], text: str) -> str:
    """The office found in a text; of a minister with the field that he is of, where it is told."""
    office = _office(found[0])
    if office != "minister" or "foreign" in found[0].lower():
        return office + ":foreign" if office == "minister" else office
    after, before = _PORTFOLIO.match(text[found.end() :]), _OF_A_FIELD.search(text[: found.start()])
    field = after or before
    if field is None or field["of"] == "State":
        return office
    of = field["of"].lower()
    return "minister:foreign" if of in _FOREIGN else f"minister:{stem_of(of.replace('defense', 'defence'))}"


_HEADS_OF_STATE = frozenset(
    {
        "president",
        "king",
        "queen",
        "emir",
        "amir",
        "ameer",
        "sultan",
        "head of state",
        "emperor",
        "governor-general",
        "chairman of the presidency",
    }
)


def _office(written: str) -> str:
    low = " ".join(written.lower().split())
    if low.startswith(("deputy", "vice")):
        return low.replace("deputy prime minister", "vice premier").replace("-", " ")
    if "foreign" in low or low in ("minister", "secretary of state", "cabinet secretary", "external affairs minister"):
        return "minister"
    if "general secretary" in low:
        return "party-leader"
    if low in ("prime minister", "premier", "chancellor", "head of government", "head of the government", "taoiseach"):
        return "head-of-government"
    return "head-of-state" if low in _HEADS_OF_STATE else low

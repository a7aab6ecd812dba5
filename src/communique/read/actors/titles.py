"""What stands before a name: honorifics, titles with portfolio and country, "his counterpart"."""

from __future__ import annotations

from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.sighting import Sighting

CONNECTORS = frozenset({"of", "for", "and", "the", "to", "in", "on", "&", "at"})
"""What joins the words of a title."""
REACH = 16
"""How many chunks a title may have between office and name."""

_COURTEOUS = frozenset("sisterly brotherly fraternal friendly neighbouring neighboring".split())
"""What a state may be called inside a title: "the President of the sisterly Republic of Chad"."""
_EQUALS = frozenset({"counterpart", "colleague", "homologue"})
_STATE = frozenset("the Republic Kingdom State Federation of".split())
_DEFINITE = frozenset("the his her its their our new and visiting former incoming outgoing acting".split())
_TENURE = frozenset("new visiting former acting then first current outgoing incoming newly caretaker interim".split())
"""How an office is held: may stand between a country and the title."""
_BORN = frozenset({"prince", "princess"})
"""What one is beside an office."""
_INSIDE = frozenset({"country", "adjective", "organisation", "part", "party", "seat", "people"})
_BETWEEN = frozenset({"country", "adjective", "organisation", "part", "party", "city", "capital", "cap", "seat"})
_BEFORE = frozenset({"country", "adjective", "organisation", "part", "party", "capital", "people", "seat"})


def look_left(chunks: list[Chunk], first: int, seen: Sighting, lexicon: Lexicon) -> None:
    """Note in ``seen`` the honorifics and titles before the name that begins at ``first``, and the country in them."""
    at, gap = _past_brackets(chunks, *_past_honorifics(chunks, first, seen))
    if at >= 0 and gap in (" ", ", ", " – ", " - ") and chunks[at].text.lower() in _EQUALS:
        _counterpart(chunks, at, seen)
        return
    equal = _counterpart_from(chunks, at, gap)
    if equal is not None:
        _counterpart(chunks, equal, seen)
        seen.country = chunks[at].code
        return
    office = _office_left(chunks, at, gap, lexicon, honoured=seen.titled)
    if office is not None:
        seen.comma = gap == ", " and not seen.titled
        _take_offices(chunks, office, first, seen, lexicon)


def _past_honorifics(chunks: list[Chunk], first: int, seen: Sighting) -> tuple[int, str]:
    """The chunk before "the Hon. Dr." of the name, and the gap behind that chunk."""
    at, gap = first - 1, chunks[first].gap
    while at >= 0 and gap in (" ", ". ", ", ", ".", "\u00a0") and chunks[at].kind == "honorific":
        seen.gender = seen.gender or chunks[at].entry.gender
        seen.titled = True
        seen.title_start = chunks[at].start
        at, gap = at - 1, chunks[at].gap
    if at >= 0 and chunks[at].text == "the" and seen.titled and gap == " ":
        at, gap = at - 1, chunks[at].gap
    return at, gap


def _past_brackets(chunks: list[Chunk], at: int, gap: str) -> tuple[int, str]:
    """Past the portfolio in "Director General (Americas) X"."""
    if gap != ") ":
        return at, gap
    for back in range(at, max(at - 6, 0), -1):
        if chunks[back].gap == " (":
            return (back - 1, " ") if chunks[back - 1].kind == "office" else (at, gap)
    return at, gap


def _counterpart(chunks: list[Chunk], at: int, seen: Sighting) -> None:
    """In "his Chadian counterpart, A" the office is the other's, the country the adjective's."""
    seen.titled = seen.counterpart = True
    seen.title_start = chunks[at].start
    back = at - 1
    if back >= 0 and chunks[back].kind in ("adjective", "country", "organisation"):
        seen.country = chunks[back].code
        seen.title_start = chunks[back].start


def _counterpart_from(chunks: list[Chunk], at: int, gap: str) -> int | None:
    """Where "counterpart" stands in "counterpart from Chad", "counterpart from the Republic of Chad" that ends at ``at``."""
    if at < 2 or gap not in (" ", ", ") or chunks[at].kind != "country":
        return None
    back = at - 1
    while back > 0 and back > at - 5 and chunks[back].text in _STATE:
        back -= 1
    return back - 1 if back > 0 and chunks[back].text == "from" and chunks[back - 1].text.lower() in _EQUALS else None


def _office_left(chunks: list[Chunk], at: int, gap: str, lexicon: Lexicon, *, honoured: bool) -> int | None:
    """Index of the office chunk that belongs to the name: adjacent, or with its portfolio or country between."""
    if at >= 0 and gap == ". " and chunks[at].kind == "office" and len(chunks[at].text.split()[-1]) < 6:
        return at  # "Prof. X", "Lt. Gen. Y"
    if at < 0 or gap not in (" ", ", ", ": ", " - ", " – ", "\u00a0"):
        return None
    if chunks[at].kind != "office":
        return _office_beyond(chunks, at, lexicon, comma=gap == ", ", honoured=honoured)
    bare = gap == ", " and not chunks[at].gap.strip() and not honoured and not _definite(chunks, at)
    return None if bare and not _full_title(chunks, at) else at


def _full_title(chunks: list[Chunk], at: int) -> bool:
    """Whether a title without an article is one in full: "signed by Minister of Health, A B"."""
    full = chunks[at].text[0].isupper() and any(f" {word} " in chunks[at].text for word in ("of", "for"))
    return full and chunks[at - 1].text.lower() in ("by", "with", "between", "and", "from", "to")


def _office_beyond(chunks: list[Chunk], at: int, lexicon: Lexicon, *, comma: bool, honoured: bool) -> int | None:
    """Index of the office whose portfolio or country runs up to ``at``; ``comma``: one stands between it and the name."""
    for back in range(at, max(at - REACH, -1), -1):
        if chunks[back].kind != "office":
            if not _may_lie_between(chunks, back, lexicon, comma=comma):
                return None
        elif _leads_on(chunks, back, comma=comma) and (not comma or honoured or _definite(chunks, back)):
            return back
        else:
            return None
    return None


def _leads_on(chunks: list[Chunk], at: int, *, comma: bool) -> bool:
    """Whether the title at ``at`` goes on in the words behind it, and is not of a name before it."""
    if comma and _in_apposition(chunks, at):
        return False
    office, after = chunks[at], chunks[at + 1]
    return (
        bool(office.entry.heads)
        or after.text.lower() in ("of", "for", "to", "in", "and", "at")
        or office.text.lower().endswith((" to", " of", " for", " in"))
        or after.kind == "cap"
    )


def _may_lie_between(chunks: list[Chunk], at: int, lexicon: Lexicon, *, comma: bool) -> bool:
    """Whether the chunk may stand between a title and its name: a country, a portfolio, what joins them."""
    chunk = chunks[at]
    if chunk.kind not in _BETWEEN and chunk.text.lower() not in CONNECTORS | _COURTEOUS:
        return False
    known = chunk.text in lexicon.portfolios or chunk.text in lexicon.not_names
    if chunk.kind == "cap" and not known and not comma:
        return False
    return chunk.gap in (" ", "-", "/", " – ", "") or (chunk.gap == ", " and _listy(chunks, at))


def _in_apposition(chunks: list[Chunk], at: int) -> bool:
    """Whether the title belongs to a name before it: "X, GCFR, President and Commander-in-Chief of ...,"."""
    while at >= 2 and chunks[at - 1].text == "and" and chunks[at - 2].kind == "office":
        at -= 2
    return at > 0 and chunks[at].gap == ", " and chunks[at - 1].kind in ("cap", "particle")


def _listy(chunks: list[Chunk], at: int) -> bool:
    """Whether the comma before ``at`` may be inside a portfolio ("Culture, Sports and Tourism")."""
    written_large = chunks[at].kind in ("cap", "adjective", "organisation", "part") and chunks[at].text[0].isupper()
    return written_large and at > 0 and chunks[at - 1].kind in ("cap", "office")


def _definite(chunks: list[Chunk], at: int) -> bool:
    """Whether the title has an article, genitive or adjective, or opens its sentence: "The Foreign Secretary, X"."""
    if chunks[at].opens or at == 0:
        return True
    before = chunks[at - 1]
    told = before.kind in ("adjective", "country", "organisation")
    return told or before.genitive or before.text.lower() in _DEFINITE


def _take_offices(chunks: list[Chunk], at: int, first: int, seen: Sighting, lexicon: Lexicon) -> None:
    """Collect the offices that end at ``at`` ("Deputy Prime Minister and Foreign Minister"), and their country."""
    seen.titled = True
    within = [c for c in chunks[at + 1 : first] if c.kind in _INSIDE]
    start, told, inner = _collect(chunks, at, _inner(within), seen, lexicon)
    if chunks[at].entry.rank in ("head-of-state", "head-of-government") and any(c.genitive for c in within):
        # "the President of Ruritania's Supreme Court" is no head of state
        seen.offices[:] = ["official" if office == chunks[at].code else office for office in seen.offices]
    seen.title_start = chunks[start].start
    _country_before(chunks, start, seen)
    seen.country = seen.country or told or None
    if inner and not _posted(chunks, at, first):
        seen.country = seen.country or inner
    seen.country = seen.country or _country_of_host(chunks, start)


def _inner(within: list[Chunk]) -> str | None:
    """The country told inside the title; a state rather than the organisation that it is a member of."""
    states = [c for c in within if c.kind not in ("organisation", "part")]
    told = states if states and within[0].kind == "organisation" else within
    return told[0].code if told else None


def _collect(
    chunks: list[Chunk], at: int, inner: str | None, seen: Sighting, lexicon: Lexicon
) -> tuple[int, str, str | None]:
    """Note the offices from ``at`` leftwards: index of the first, the country their words name, the one between them."""
    told = ""
    while True:
        seen.hold(chunks[at])
        told = told or chunks[at].country
        if _served(chunks, at):
            seen.offices.clear()
            at -= 3
            continue
        further = _joined(chunks, at, lexicon)
        if further is None and inner is None:
            further = _office_of_rank(chunks, at, lexicon)
            inner = None if further is None else _told_between(chunks, further, at)
        if further is None:
            further = _adjacent(chunks, at)
        if further is None:
            return at, told, inner
        at = further


def _served(chunks: list[Chunk], at: int) -> bool:
    """Whether the office is that of somebody whom the person serves: "Adviser to the President"."""
    return (
        at >= 3
        and chunks[at - 1].text == "the"
        and chunks[at - 2].text in ("to", "of")
        and chunks[at - 3].kind == "office"
    )


def _joined(chunks: list[Chunk], at: int, lexicon: Lexicon) -> int | None:
    """The office before "and", its portfolio skipped: "Minister of Trade and Foreign Minister"."""
    back = at - 2
    if back < 0 or chunks[at - 1].text not in ("and", "&"):
        return None
    while (
        back > 0 and chunks[back].kind == "cap" and chunks[back].text in lexicon.portfolios and chunks[back].gap == " "
    ):
        back -= 1
    return back if chunks[back].kind == "office" else None


def _office_of_rank(chunks: list[Chunk], at: int, lexicon: Lexicon) -> int | None:
    """The office before a rank: "Defence Minister of Chad, General X", "the Minister of Health of Chad, Prince Y"."""
    ranked = chunks[at].entry.rank in ("military", "ambassador", "parliament") or chunks[at].code in _BORN
    ranked = ranked and chunks[at].gap in (", ", " ")
    return _office_left(chunks, at - 1, chunks[at].gap, lexicon, honoured=True) if ranked else None


def _told_between(chunks: list[Chunk], first: int, last: int) -> str | None:
    return next((c.code for c in chunks[first + 1 : last] if c.kind in ("country", "adjective")), None)


def _adjacent(chunks: list[Chunk], at: int) -> int | None:
    """The office right before this one: "President Field Marshal", "Chairman/Minister"."""
    if at < 1 or chunks[at - 1].kind != "office":
        return None
    gap = chunks[at].gap
    return at - 1 if gap in (" ", "/") or (gap == ", " and not _other_person(chunks, at - 1)) else None


def _other_person(chunks: list[Chunk], at: int) -> bool:
    """Whether the title before a comma stands for somebody by itself: "the Chadian PM, General Secretary X said"."""
    back = at - 1
    while back >= 0 and chunks[back].kind in ("adjective", "country"):
        back -= 1
    return back >= 0 and chunks[back].text.lower() in ("the", "his", "her")


def _country_before(chunks: list[Chunk], start: int, seen: Sighting) -> None:
    """Take the country before the title: "Chad's new Foreign Minister X"."""
    back = start - 1
    while back > 0 and chunks[back].kind in ("word", "cap") and chunks[back].text.lower() in _TENURE:
        back -= 1
    if back < 0 or chunks[back].kind not in _BEFORE or chunks[back + 1].gap not in (" ", "-"):
        return
    if chunks[back].kind != "capital" or chunks[back].genitive:
        seen.country = chunks[back].code
        seen.title_start = chunks[back].start


def _posted(chunks: list[Chunk], at: int, first: int) -> bool:
    """An ambassador "to" or "in" a country is not that country's."""
    if chunks[at].entry.rank != "ambassador" or at + 1 >= first:
        return False
    return chunks[at].text.lower().endswith(" to") or chunks[at + 1].text.lower() in ("to", "in", "at")


def _country_of_host(chunks: list[Chunk], start: int) -> str | None:
    """The country in "her Chadian host, Foreign Minister X"."""
    if start < 2 or chunks[start].gap != ", " or chunks[start - 2].kind not in ("adjective", "country"):
        return None
    host = chunks[start - 1].text.lower() in ("host", "counterpart", "guest", "colleague")
    return chunks[start - 2].code if host else None

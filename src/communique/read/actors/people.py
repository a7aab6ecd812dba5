"""Persons, found by the titles, honorifics and appositions around their names.

A name is a run of capitalised words that a title or honorific stands before ("Foreign Minister Wang Yi", "Ms. Ahn
Bo-kyung") or an apposition after ("Levent Karasu, the ambassador of ..."). Nothing statistical: measured, the NER adds
nothing to whose word it is, and costs 40% of the pipeline (LESSONS.md).
"""

from __future__ import annotations

from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.lists import listed_people
from communique.read.actors.sighting import Sighting

_NAME_GAPS = frozenset({" ", "-", ". ", ".", "", "\u00a0", "‑", "–"})
_CONNECTORS = frozenset({"of", "for", "and", "the", "to", "in", "on", "&", "at"})
_HUMAN_VERBS = frozenset(
    "said says noted added stressed told met thanked welcomed expressed stated affirmed emphasized emphasised underlined underscored urged called congratulated"
    " invited recalled announced pledged reaffirmed reiterated praised asked arrived visited received held hailed described conveyed voiced pointed".split()
)
_REACH = 16
_EQUALS = frozenset({"counterpart", "colleague", "homologue"})


def find_people(chunks: list[Chunk], text: str, lexicon: Lexicon) -> list[Sighting]:
    """All sightings in order; surnames alone are only found with a title here, ``cast`` finds the others."""
    listed = listed_people(chunks, text, lexicon)
    inside = {chunk.start for chunk in chunks for seen in listed if seen.start <= chunk.start < seen.end}
    out: list[Sighting] = []
    position = 0
    while position < len(chunks):
        if chunks[position].start in inside:
            position += 1
            continue
        if chunks[position].kind != "cap" or not (_name_word(chunks[position], lexicon) or _upper_name(chunks, position, lexicon)):
            position += 1
            continue
        end = _run_end(chunks, position, lexicon)
        seen = _sighting(chunks, position, end, text, lexicon)
        if seen is not None:
            out.append(seen)
        position = max(end, position + 1)
    # "Greeting the Russian Foreign Minister, Tokayev said": a known surname after a comma is not the title's.
    known = {w for s in out if " " in s.name for w in s.name.replace("-", " ").split()}
    return sorted([*listed, *(s for s in out if not (s.comma and s.name in known))], key=lambda s: s.start)


def trim_titles(sightings: list[Sighting], title_end: int, text: str) -> list[Sighting]:
    """A headline's capitals run into the names in it ("Tang Ruolan Announces"): keep what the body knows as a name."""
    body = {s.name for s in sightings if s.start >= title_end}
    out = []
    for seen in sightings:
        if seen.start < title_end and seen.name not in body:
            known = [n for n in body if seen.name.startswith(n + " ")] or [
                n.split()[-1] for n in sorted(body) if seen.name.startswith(n.split()[-1] + " ") or seen.name == n.split()[-1]
            ]
            if known and not seen.name[len(max(known, key=len)) :].strip(" -").endswith("s"):
                known = []  # the headline has more of the name than the body
            if not known and any(w.endswith("s") and len(w) > 4 for w in seen.name.split()[-1:]) and " " in seen.name:
                known = [seen.name.rsplit(" ", 1)[0]]
            if known:
                seen.name = max(known, key=len)
                seen.end = seen.start + len(seen.name)
            elif " " not in seen.name:
                continue
        out.append(seen)
    return out


def _name_word(chunk: Chunk, lexicon: Lexicon) -> bool:
    word = chunk.text
    return chunk.kind == "cap" and word not in lexicon.not_names and not (word.isupper() and len(word) > 3)


def _upper_name(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A surname in capitals beside a given name that is not: "KURAHASHI Tetsuo"."""
    chunk = chunks[at]
    if not (chunk.kind == "cap" and chunk.text.isupper() and len(chunk.text) > 2 and chunk.text.title() not in lexicon.not_names):
        return False
    beside = [chunks[i] for i in (at - 1, at + 1) if 0 <= i < len(chunks)]
    return any(c.kind == "cap" and not c.text.isupper() and _name_word(c, lexicon) and (c.gap if c.start > chunk.start else chunk.gap) in (" ", "-") for c in beside)


def _run_end(chunks: list[Chunk], position: int, lexicon: Lexicon) -> int:
    """One past the last chunk of the run of name words that begins at ``position``."""
    end = position + 1
    while end < len(chunks) and not chunks[end - 1].genitive:
        chunk = chunks[end]
        if chunk.gap not in _NAME_GAPS or (chunk.gap == ". " and len(chunks[end - 1].text) > 2):
            break
        if chunk.kind == "particle":
            follows = end + 1 < len(chunks) and chunks[end + 1].gap in _NAME_GAPS
            if not follows or not (_name_word(chunks[end + 1], lexicon) or chunks[end + 1].kind == "particle"):
                if chunk.text[0].isupper() and chunk.gap != ". ":
                    end += 1
                break
        elif not (_name_word(chunk, lexicon) or _upper_name(chunks, end, lexicon) or (chunk.gap in ("-", "‑") and chunk.text.isalpha() and len(chunk.text) > 1)):
            break
        end += 1
    return end


def _sighting(chunks: list[Chunk], first: int, end: int, text: str, lexicon: Lexicon) -> Sighting | None:
    bare = first
    first = _skip_portfolio(chunks, first, end, lexicon)
    if first >= end or (first == bare and first and chunks[first].gap == " " and chunks[first - 1].text in ("the", "a", "an", "The", "of", "for", "in", "to", "at")):
        return None
    seen = Sighting(chunks[first].start, chunks[end - 1].end, chunks[first].start, "")
    _look_left(chunks, first, seen, lexicon)
    _of_country(chunks, end, seen)
    _look_right(chunks, first, end, seen, titled=bool(seen.offices))
    seen.name = text[seen.start : seen.end]
    if end - first == 1 and seen.name in lexicon.openers:
        return None
    if not seen.titled:
        follows = chunks[end].text if end < len(chunks) and chunks[end].gap == " " else ""
        if end - first < 2 or follows not in _HUMAN_VERBS or chunks[end - 1].genitive:
            if not _bracketed(chunks, first, end, seen):
                return None
    if end - first > (9 if any(c.gap == "-" for c in chunks[first + 1 : end]) else 6):
        return None
    seen.gender = seen.gender or _gender(chunks[first:end], lexicon)
    return seen


def _skip_portfolio(chunks: list[Chunk], first: int, end: int, lexicon: Lexicon) -> int:
    """Past the words of a portfolio that run into the name ("Minister of Water Resources Bolat ...")."""
    if first and chunks[first].gap == ", " and all(c.text in lexicon.portfolios for c in chunks[first:end]):
        return end  # "Minister of Trade, Industry and Fisheries ..."
    if first == 0 or chunks[first].gap not in (" ", "-"):
        return first
    before = chunks[first - 1]
    if before.kind not in ("office", "word", "cap") or (before.kind == "word" and before.text not in _CONNECTORS):
        return first
    while first < end and chunks[first].text in lexicon.portfolios and first + 1 <= end:
        first += 1
    return first


def _look_left(chunks: list[Chunk], first: int, seen: Sighting, lexicon: Lexicon) -> None:
    """Honorifics and titles before the name, with the country in them."""
    at = first - 1
    gap = chunks[first].gap
    while at >= 0 and gap in (" ", ". ", ", ", ".", "\u00a0") and chunks[at].kind == "honorific":
        seen.gender = seen.gender or chunks[at].entry.gender
        seen.titled = True
        seen.title_start = chunks[at].start
        gap = chunks[at].gap
        at -= 1
    if at >= 0 and chunks[at].text == "the" and seen.titled and gap == " ":
        gap = chunks[at].gap
        at -= 1
    if at >= 0 and gap in (" ", ", ", " – ", " - ") and chunks[at].text.lower() in _EQUALS:
        _counterpart(chunks, at, seen)
        return
    if at >= 2 and gap in (" ", ", ") and chunks[at].kind == "country" and chunks[at - 1].text == "from" and chunks[at - 2].text.lower() in _EQUALS:
        _counterpart(chunks, at - 2, seen)
        seen.country = chunks[at].code
        return
    office = _office_left(chunks, at, gap, lexicon, seen.titled)
    if office is None:
        return
    seen.comma = gap == ", " and not seen.titled
    _take_offices(chunks, office, first, seen, lexicon)


def _office_left(chunks: list[Chunk], at: int, gap: str, lexicon: Lexicon, honoured: bool) -> int | None:
    """Index of the office chunk that belongs to the name: adjacent, or with its portfolio or country between."""
    if at >= 0 and gap == ". " and chunks[at].kind == "office" and len(chunks[at].text.split()[-1]) < 6:
        return at  # "Prof. X", "Lt. Gen. Y"
    if at < 0 or gap not in (" ", ", ", ": ", " - ", " – ", "\u00a0"):
        return None
    if chunks[at].kind == "office":
        if gap == ", " and not chunks[at].gap.strip() and not honoured and not _definite(chunks, at):
            return None
        return at
    closes_with_comma = gap == ", "
    back = at
    while back >= 0 and at - back < _REACH:
        chunk = chunks[back]
        if chunk.kind == "office":
            follows = chunks[back + 1].text.lower() if back + 1 < len(chunks) else ""
            if closes_with_comma and _in_apposition(chunks, back):
                return None
            if chunk.entry.heads or follows in ("of", "for", "to", "in", "and", "at") or chunk.text.lower().endswith((" to", " of", " for", " in")) or chunks[back + 1].kind in ("cap",):
                return back if not closes_with_comma or _definite(chunks, back) or honoured else None
            return None
        fits = chunk.kind in ("country", "adjective", "organisation", "part", "party", "city", "capital", "cap", "seat")
        if not fits and chunk.text.lower() not in _CONNECTORS:
            return None
        if chunk.kind == "cap" and chunk.text not in lexicon.portfolios and chunk.text not in lexicon.not_names and not closes_with_comma:
            return None
        if chunk.gap not in (" ", "-", "/", " – ", ", ", "") or (chunk.gap == ", " and not _listy(chunks, back)):
            return None
        back -= 1
    return None


def _in_apposition(chunks: list[Chunk], at: int) -> bool:
    """Whether the title belongs to a name before it: "X, GCFR, President and Commander-in-Chief of ...,"."""
    while at >= 2 and chunks[at - 1].text == "and" and chunks[at - 2].kind == "office":
        at -= 2
    return at > 0 and chunks[at].gap == ", " and chunks[at - 1].kind in ("cap", "particle")


def _listy(chunks: list[Chunk], at: int) -> bool:
    """Whether the comma before ``at`` may be inside a portfolio ("Culture, Sports and Tourism")."""
    return chunks[at].kind == "cap" and at > 0 and chunks[at - 1].kind in ("cap", "office")


def _definite(chunks: list[Chunk], at: int) -> bool:
    """Whether the title has an article, genitive or adjective, or opens its sentence: "The Foreign Secretary, X"."""
    if chunks[at].opens or at == 0:
        return True
    before = chunks[at - 1]
    return before.text.lower() in ("the", "his", "her", "its", "their", "our", "new", "and", "visiting", "former", "incoming", "outgoing", "acting") or before.genitive or before.kind in ("adjective", "country", "organisation")


def _take_offices(chunks: list[Chunk], at: int, first: int, seen: Sighting, lexicon: Lexicon) -> None:
    """Collect the offices that end at ``at`` ("Deputy Prime Minister and Foreign Minister"), and their country."""
    seen.titled = True
    within = [c for c in chunks[at + 1 : first] if c.kind in ("country", "adjective", "organisation", "part", "party", "seat", "people")]
    states = [c for c in within if c.kind not in ("organisation", "part")]
    inner = next((c.code for c in (states if within and within[0].kind == "organisation" and states else within)), None)
    start = at
    told = ""
    while True:
        _add_office(chunks[start], seen)
        told = told or chunks[start].country
        back = start - 1
        if back >= 2 and chunks[back].text == "the" and chunks[back - 1].text in ("to", "of") and chunks[back - 2].kind == "office":
            seen.offices.clear()
            start = back - 2
            continue
        if back >= 1 and chunks[back].text in ("and", "&") and chunks[back - 1].kind in ("office", "cap"):
            back -= 1
            while back > 0 and chunks[back].kind == "cap" and chunks[back].text in lexicon.portfolios and chunks[back].gap == " ":
                back -= 1
            if chunks[back].kind == "office":
                start = back
                continue
        if chunks[start].entry.rank in ("military", "ambassador", "parliament") and chunks[start].gap in (", ", " ") and inner is None:
            further = _office_left(chunks, start - 1, chunks[start].gap, lexicon, True)
            if further is not None:
                inner = next((c.code for c in chunks[further + 1 : start] if c.kind in ("country", "adjective")), inner)
                start = further
                continue
        if back >= 0 and chunks[back].kind == "office" and (chunks[start].gap in (" ", "/") or (chunks[start].gap == ", " and not _other_person(chunks, back))):
            start = back
            continue
        break
    if chunks[at].entry.rank in ("head-of-state", "head-of-government") and any(c.genitive for c in within):
        seen.offices[:] = ["official" if o == chunks[at].code else o for o in seen.offices]  # "the President of Brazil's Supreme Court"
    seen.title_start = chunks[start].start
    before = chunks[start - 1] if start > 0 else None
    skip = start - 1
    while before is not None and skip > 0 and before.kind in ("word", "cap") and before.text.lower() in ("new", "visiting", "former", "acting", "then", "first", "current", "outgoing", "incoming", "newly", "caretaker", "interim"):
        skip -= 1
        before = chunks[skip]
    if before is not None and before.kind in ("country", "adjective", "organisation", "part", "party", "capital", "people", "seat") and chunks[skip + 1].gap in (" ", "-"):
        if before.kind != "capital" or before.genitive:
            seen.country = before.code
            seen.title_start = before.start
    seen.country = seen.country or told or None
    if inner and not _posted(chunks, at, first):
        seen.country = seen.country or inner
    if start > 1 and chunks[start].gap == ", " and chunks[start - 1].text.lower() in ("host", "counterpart", "guest", "colleague") and chunks[start - 2].kind in ("adjective", "country"):
        seen.country = seen.country or chunks[start - 2].code


def _other_person(chunks: list[Chunk], at: int) -> bool:
    """Whether the title before a comma stands for somebody by itself: "the Lao PM, General Secretary Trinh said"."""
    back = at - 1
    while back >= 0 and chunks[back].kind in ("adjective", "country"):
        back -= 1
    return back >= 0 and chunks[back].text.lower() in ("the", "his", "her")


def _posted(chunks: list[Chunk], at: int, first: int) -> bool:
    """An ambassador "to" or "in" a country is not that country's."""
    if chunks[at].entry.rank != "ambassador" or at + 1 >= first:
        return False
    return chunks[at].text.lower().endswith(" to") or chunks[at + 1].text.lower() in ("to", "in", "at")


def _add_office(chunk: Chunk, seen: Sighting) -> None:
    if chunk.code not in seen.offices:
        seen.offices.append(chunk.code)
    seen.words.append(chunk.text)
    seen.gender = seen.gender or chunk.entry.gender


def _counterpart(chunks: list[Chunk], at: int, seen: Sighting) -> None:
    """"his Kazakh counterpart, Sanzhar Temirgali": the office is the other's, the country the adjective's."""
    seen.titled = seen.counterpart = True
    seen.title_start = chunks[at].start
    back = at - 1
    if back >= 0 and chunks[back].kind in ("adjective", "country", "organisation"):
        seen.country = chunks[back].code
        seen.title_start = chunks[back].start


def _of_country(chunks: list[Chunk], end: int, seen: Sighting) -> None:
    """"Prime Minister Helena Brandvold of Norway": the country told after the name."""
    if not seen.titled or end >= len(chunks) or chunks[end].text != "of" or chunks[end].gap != " ":
        return
    for chunk in chunks[end + 1 : end + 8]:
        if chunk.kind in ("country", "organisation", "part"):
            seen.country = seen.country or chunk.code
            return
        if chunk.text not in ("the", "United", "Republic", "Kingdom", "State", "of") and chunk.kind != "cap":
            return


def _bracketed(chunks: list[Chunk], first: int, end: int, seen: Sighting) -> bool:
    """"Pavel Orlenko (Ukraine)": a name with its country in brackets."""
    if end - first < 2 or end >= len(chunks) or chunks[end].gap != " (" or chunks[end].kind not in ("country", "organisation"):
        return False
    seen.country, seen.titled = chunks[end].code, end + 1 == len(chunks) or chunks[end + 1].gap.startswith(")")
    return seen.titled


def _look_right(chunks: list[Chunk], first: int, end: int, seen: Sighting, *, titled: bool) -> None:
    """An apposition after the name: ", deputy prime minister and foreign minister of Kazakhstan".

    After a name that has its title before it, only "also ..." and "who is ..." go on about the same person.
    """
    if end < len(chunks) and chunks[end].gap == " " and chunks[end].kind in ("office", "honorific") and chunks[end].text.isupper():
        end += 1  # "Hon. Bob Carr MP, Minister for ..."
    if end >= len(chunks) or chunks[end].gap not in (", ", " (", ", the ", " – ") or (chunks[end].gap == " (" and titled):
        return
    while end + 1 < len(chunks) and chunks[end].gap == ", " and chunks[end].text.isupper() and len(chunks[end].text) < 7 and chunks[end + 1].gap == ", ":
        end += 1  # letters after the name: GCFR, MP, OBE
    if titled and chunks[end].text not in ("also", "who") and not (chunks[end].kind == "office" and chunks[end].gap == ", "):
        return
    country: str | None = None
    found = False
    if titled and chunks[end].kind == "office" and _of_the_next(chunks, end):
        return
    at = end
    while at < len(chunks) and at - end < _REACH:
        chunk = chunks[at]
        if at > end and ("." in chunk.gap and not found or "\n" in chunk.gap or ";" in chunk.gap or ". " in chunk.gap):
            break
        if chunk.kind == "office":
            ahead = chunks[at + 1] if at + 1 < len(chunks) else None
            if ahead is not None and ahead.gap == " " and not found and chunk.text[0].isupper():
                if (ahead.kind == "cap" and not chunk.entry.heads) or (ahead.kind == "word" and ahead.text not in _CONNECTORS):
                    break
            found = True
            country = country or chunk.country or None
            _add_office(chunk, seen)
        elif chunk.kind in ("country", "adjective", "organisation", "part", "party"):
            if not (found and chunks[at - 1].text in ("to", "in")):
                country = country or chunk.code
        elif chunk.kind == "cap":
            if not found and at - end > 2:
                break
        elif chunk.text.lower() not in ("the", "a", "an", "of", "and", "for", "to", "its", "his", "her", "country", "new", "also", "in", "visiting", "who", "is", "central", "member", "political", "politburo", "at"):
            break
        if found and chunk.text == "and" and not any(c.kind == "office" for c in chunks[at + 1 : at + 3]):
            break
        if found and chunk.gap.startswith(",") and chunk.kind not in ("office", "cap") and chunks[at - 1].kind != "cap":
            break
        at += 1
    if found:
        seen.titled = True
        seen.country = seen.country or country
        if seen.country is None and not titled and first > 0 and chunks[first - 1].genitive and chunks[first - 1].kind == "country" and chunks[first].gap == " ":
            seen.country = chunks[first - 1].code  # "Denmark's Mette Lykkegaard, Minister of Trade"


def _of_the_next(chunks: list[Chunk], at: int) -> bool:
    """Whether the title after a comma is that of the next name: "Prime Minister A, President of Peru, H.E. B"."""
    for chunk in chunks[at + 1 : at + 12]:
        if chunk.gap == ", " or chunk.kind == "honorific":
            return chunk.kind in ("honorific", "cap")
        if chunk.kind == "word" and chunk.text.lower() not in _CONNECTORS:
            return False
    return False


def _gender(name: list[Chunk], lexicon: Lexicon) -> str | None:
    for chunk in name:
        if chunk.text in lexicon.female:
            return "f"
        if chunk.text in lexicon.male:
            return "m"
    return None

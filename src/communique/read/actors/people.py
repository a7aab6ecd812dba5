"""Persons, found by the titles, honorifics and appositions around their names.

A name is a run of capitalised words that a title or honorific stands before ("Foreign Minister Ada Okafor", "Ms. Ilse
Marwick") or an apposition after ("Ada Okafor, the foreign minister"). Nothing statistical: measured, the NER adds
nothing to whose word it is, and costs 40% of the pipeline (LESSONS.md).
"""

from __future__ import annotations

import re

from communique.read.actors.apposition import in_brackets, look_right, of_country
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.lists import listed_people
from communique.read.actors.sighting import Sighting
from communique.read.actors.titles import CONNECTORS, look_left

_NAME_GAPS = frozenset({" ", "-", ". ", ".", "", "\u00a0", "‑", "–"})
_NO_NAME_BEHIND = frozenset({"the", "a", "an", "The", "of", "for", "in", "to", "at"})
_ONES_OWN = frozenset(
    "invitation request presence chairmanship leadership initiative behalf participation visit guest auspices patronage".split()
)
"""What is somebody's: "of" and a name may follow."""
_HUMAN_VERBS = frozenset(
    "said says noted added stressed told met thanked welcomed expressed stated affirmed emphasized emphasised underlined underscored urged called congratulated"
    " invited recalled announced pledged reaffirmed reiterated praised asked arrived visited received held hailed described conveyed voiced pointed".split()
)


def find_people(chunks: list[Chunk], text: str, lexicon: Lexicon) -> list[Sighting]:
    """All sightings in order; surnames alone are only found with a title here, ``cast`` finds the others."""
    listed = listed_people(chunks, text, lexicon)
    inside = {chunk.start for chunk in chunks for seen in listed if seen.start <= chunk.start < seen.end}
    out: list[Sighting] = []
    position = 0
    while position < len(chunks):
        if chunks[position].start in inside or not _begins_name(chunks, position, lexicon):
            position += 1
            continue
        end = _run_end(chunks, position, lexicon)
        seen = _sighting(chunks, position, end, text, lexicon)
        if seen is not None:
            out.append(seen)
        position = end
    # "Greeting the foreign minister, Okafor said": a known surname after a comma is not the title's.
    known = {w for s in out if " " in s.name for w in s.name.replace("-", " ").split()}
    return sorted([*listed, *(s for s in out if not (s.comma and s.name in known))], key=lambda s: s.start)


_LETTERS = re.compile(r"[^\W\d_]{4,}")
_LONGEST_NAME = 3
_CAPITALISED = 0.8
"""So many of a headline's longer words begin with a capital where it is set in capitals: there they tell no name."""


def trim_titles(sightings: list[Sighting], text: str, title_end: int) -> list[Sighting]:
    """A headline's capitals run into the names in it ("Ada Okafor Announces"): keep what the body knows as a name.

    Where every word of it has a capital ("Okafor Brings Home Larger Fish Quota"), a run that the body knows nothing of,
    or that is longer than names are, is no name at all.
    """
    body = {s.name for s in sightings if s.start >= title_end}
    longer = _LETTERS.findall(text[: max(title_end, 0)])
    known = {word for name in body for word in name.split()}
    capitals = sum(word[0].isupper() for word in longer) >= _CAPITALISED * max(len(longer), 1)
    out = []
    for seen in sightings:
        if seen.start < title_end and seen.name not in body:
            name = _name_in_headline(seen.name, body)
            if name is not None:
                seen.name = name
                seen.end = seen.start + len(name)
            elif " " not in seen.name:
                continue
            elif capitals and not _may_be_name(seen.name.split(), known) and seen.name not in text[title_end:]:
                continue  # not even the label of a turn has it again
        out.append(seen)
    return out


def _may_be_name(words: list[str], known: set[str]) -> bool:
    return words[-1] in known or (len(words) <= _LONGEST_NAME and any(word in known for word in words))


def _name_in_headline(run: str, body: set[str]) -> str | None:
    """The name that begins a headline's ``run`` of capitals where a verb ("Announces") ends it, else ``None``."""
    known = [name for name in body if run.startswith(name + " ")]
    if not known:
        surnames = [name.split()[-1] for name in body]
        known = [surname for surname in surnames if run == surname or run.startswith(surname + " ")]
    if known:
        longest = max(known, key=len)
        if run[len(longest) :].strip(" -").endswith("s"):
            return longest  # else the headline has more of the name than the body
    last = run.split()[-1:]
    verb = any(word.endswith("s") and len(word) > 4 for word in last)
    return run.rsplit(" ", 1)[0] if verb and " " in run else None


def _begins_name(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    return _name_word(chunks[at], lexicon) or _upper_name(chunks, at, lexicon)


def _name_word(chunk: Chunk, lexicon: Lexicon) -> bool:
    word = chunk.text
    return chunk.kind == "cap" and word not in lexicon.not_names and not (word.isupper() and len(word) > 3)


def _upper_name(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A surname in capitals beside a given name that is not: "OKAFOR Ada"."""
    chunk = chunks[at]
    if (
        chunk.kind != "cap"
        or not chunk.text.isupper()
        or len(chunk.text) < 3
        or chunk.text.title() in lexicon.not_names
    ):
        return False
    before = at > 0 and chunk.gap in (" ", "-") and _given_name(chunks[at - 1], lexicon)
    after = at + 1 < len(chunks) and chunks[at + 1].gap in (" ", "-") and _given_name(chunks[at + 1], lexicon)
    return before or after


def _given_name(chunk: Chunk, lexicon: Lexicon) -> bool:
    return not chunk.text.isupper() and _name_word(chunk, lexicon)


def _run_end(chunks: list[Chunk], position: int, lexicon: Lexicon) -> int:
    """One past the last chunk of the run of name words that begins at ``position``."""
    end = position + 1
    while end < len(chunks) and not chunks[end - 1].genitive:
        chunk = chunks[end]
        if chunk.gap not in _NAME_GAPS or (chunk.gap == ". " and len(chunks[end - 1].text) > 2):
            break
        if chunk.kind == "particle":
            if not _leads_to_name(chunks, end, lexicon):
                # a capital "Al" or "Bin" may end a name, not open the next sentence
                return end + 1 if chunk.text[0].isupper() and chunk.gap != ". " else end
        elif not (_begins_name(chunks, end, lexicon) or _second_half(chunk)):
            break
        end += 1
    return end


def _leads_to_name(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Whether the particle at ``at`` goes on to more of the name."""
    if at + 1 >= len(chunks) or chunks[at + 1].gap not in _NAME_GAPS:
        return False
    return chunks[at + 1].kind == "particle" or _name_word(chunks[at + 1], lexicon)


def _second_half(chunk: Chunk) -> bool:
    """Whether it is the part of a given name behind the hyphen."""
    return chunk.gap in ("-", "‑") and chunk.text.isalpha() and len(chunk.text) > 1


def _sighting(chunks: list[Chunk], first: int, end: int, text: str, lexicon: Lexicon) -> Sighting | None:
    """The person whom the run of name words ``first`` to ``end`` names; ``None`` where it is nobody's name."""
    bare = first
    first = _skip_portfolio(chunks, first, end, lexicon)
    if first >= end:
        return None
    behind = 0 < first == bare and chunks[first].gap == " " and chunks[first - 1].text in _NO_NAME_BEHIND
    if behind and (end - first == 1 or not _of_somebody(chunks, first)):
        return None
    if end - first == 1 and chunks[first].gap == ": ":
        return None  # "Spokesperson: Construction has begun"
    seen = Sighting(chunks[first].start, chunks[end - 1].end, chunks[first].start, "")
    look_left(chunks, first, seen, lexicon)
    of_country(chunks, end, seen)
    look_right(chunks, first, end, seen)
    seen.name = text[seen.start : seen.end]
    if end - first == 1 and seen.name in lexicon.openers:
        return None
    if not seen.titled and not _acts(chunks, first, end) and not in_brackets(chunks, first, end, seen):
        return None
    if end - first > (9 if any(c.gap == "-" for c in chunks[first + 1 : end]) else 6):
        return None
    seen.gender = seen.gender or _gender(chunks[first:end], lexicon)
    return seen


def _of_somebody(chunks: list[Chunk], first: int) -> bool:
    """Whether what stands before the name is done by a person: "at the invitation of A B", "in the presence of A B"."""
    return first > 1 and chunks[first - 1].text == "of" and chunks[first - 2].text.lower() in _ONES_OWN


def _skip_portfolio(chunks: list[Chunk], first: int, end: int, lexicon: Lexicon) -> int:
    """Past the words of a portfolio that run into the name ("Minister of Water Resources Okafor ...")."""
    if first and chunks[first].gap == ", " and all(c.text in lexicon.portfolios for c in chunks[first:end]):
        return end  # "Minister of Culture, Sports and Tourism ..."
    if first == 0 or chunks[first].gap not in (" ", "-"):
        return first
    before = chunks[first - 1]
    if before.kind not in ("office", "word", "cap") or (before.kind == "word" and before.text not in CONNECTORS):
        return first
    while first < end and chunks[first].text in lexicon.portfolios:
        first += 1
    return first


def _acts(chunks: list[Chunk], first: int, end: int) -> bool:
    """Whether a name of two words or more does what only people do: "Ada Okafor thanked ..."."""
    follows = chunks[end].text if end < len(chunks) and chunks[end].gap == " " else ""
    return end - first > 1 and follows in _HUMAN_VERBS and not chunks[end - 1].genitive


def _gender(name: list[Chunk], lexicon: Lexicon) -> str | None:
    for chunk in name:
        if chunk.text in lexicon.female:
            return "f"
        if chunk.text in lexicon.male:
            return "m"
    return None

"""What stands behind a name: ", Minister of Trade of Norway", "of Norway", "(Norway)"."""

from __future__ import annotations

from communique.read.actors.chunks import Chunk
from communique.read.actors.sighting import Sighting
from communique.read.actors.titles import CONNECTORS, REACH

_PARTIES = frozenset({"country", "adjective", "organisation", "part", "party"})
_REALMS = frozenset({"the", "United", "Republic", "Kingdom", "State", "of"})
_LINKS = frozenset(
    "the a an of and for to its his her country new also in visiting who is central member political politburo at".split()
)
"""The small words of an apposition."""


def of_country(chunks: list[Chunk], end: int, seen: Sighting) -> None:
    """Take the country told after the name: "Prime Minister A of Norway"."""
    if not seen.titled or end >= len(chunks) or chunks[end].text != "of" or chunks[end].gap != " ":
        return
    for chunk in chunks[end + 1 : end + 8]:
        if chunk.kind in ("country", "organisation", "part"):
            seen.country = seen.country or chunk.code
            return
        if chunk.text not in _REALMS and chunk.kind != "cap":
            return


def in_brackets(chunks: list[Chunk], first: int, end: int, seen: Sighting) -> bool:
    """Take the country in brackets after a whole name, "A B (Norway)"; whether there is one."""
    if end - first < 2 or end >= len(chunks) or chunks[end].gap != " (":
        return False
    if chunks[end].kind not in ("country", "organisation"):
        return False
    seen.country = chunks[end].code
    seen.titled = end + 1 == len(chunks) or chunks[end + 1].gap.startswith(")")
    return seen.titled


def look_right(chunks: list[Chunk], first: int, end: int, seen: Sighting) -> None:
    """Note in ``seen`` the apposition after the name: ", deputy prime minister and foreign minister of Norway".

    After a name that has its title before it, only "also ..." and "who is ..." go on about the same person.
    """
    has_title = bool(seen.offices)
    at = _opening(chunks, end, titled=has_title)
    if at is None:
        return
    found, country = _read(chunks, at, seen)
    if found:
        seen.titled = True
        seen.country = seen.country or country
        if seen.country is None and not has_title:
            seen.country = _genitive_before(chunks, first)


def _opening(chunks: list[Chunk], end: int, *, titled: bool) -> int | None:
    """Where an apposition to the name begins, the letters behind the name skipped; ``None`` where none does."""
    if end < len(chunks) and chunks[end].gap == " " and _in_capitals(chunks[end]):
        end += 1  # "Hon. A B MP, Minister for ..."
    if end >= len(chunks) or chunks[end].gap not in (", ", " (", ", the ", " – "):
        return None
    if chunks[end].text == "and" or (titled and chunks[end].gap == " ("):
        return None
    while end + 1 < len(chunks) and chunks[end].gap == chunks[end + 1].gap == ", " and _letters(chunks[end].text):
        end += 1
    return None if titled and not _same_person(chunks, end) else end


def _in_capitals(chunk: Chunk) -> bool:
    return chunk.kind in ("office", "honorific") and chunk.text.isupper()


def _letters(word: str) -> bool:
    """Letters after a name: GCFR, MP, OBE."""
    return word.isupper() and len(word) < 7


def _same_person(chunks: list[Chunk], at: int) -> bool:
    """Whether what follows a name with a title is about the same person."""
    office = chunks[at].kind == "office"
    if office and _of_the_next(chunks, at):
        return False
    return chunks[at].text in ("also", "who") or (office and chunks[at].gap == ", ")


def _of_the_next(chunks: list[Chunk], at: int) -> bool:
    """Whether the title after a comma is that of the next name: "Prime Minister A, President of Peru, H.E. B"."""
    for chunk in chunks[at + 1 : at + 12]:
        if chunk.gap == ", " or chunk.kind == "honorific":
            return chunk.kind in ("honorific", "cap")
        if chunk.kind == "word" and chunk.text.lower() not in CONNECTORS:
            return False
    return False


def _read(chunks: list[Chunk], first: int, seen: Sighting) -> tuple[bool, str | None]:
    """Note the offices of the apposition: whether there are any, and the country it tells."""
    found = False
    country: str | None = None
    for at in range(first, min(len(chunks), first + REACH)):
        chunk = chunks[at]
        if at > first and _breaks(chunk.gap, found=found):
            break
        if chunk.kind == "office":
            if not found and _before_a_name(chunks, at):
                break
            found = True
            country = country or chunk.country or None
            seen.hold(chunk)
        elif chunk.kind in _PARTIES:
            if not (found and chunks[at - 1].text in ("to", "in")):
                country = country or chunk.code
        elif not _may_stand(chunk, at - first, found=found):
            break
        if found and _ends_behind(chunks, at):
            break
    return found, country


def _breaks(gap: str, *, found: bool) -> bool:
    """Whether the apposition is over at this gap; the full stop of an abbreviation may stand inside it."""
    return any(mark in gap for mark in ("\n", ";", ". ")) or ("." in gap and not found)


def _before_a_name(chunks: list[Chunk], at: int) -> bool:
    """Whether the title leads to another name or a clause: "A, President B", "A, Minister told"."""
    office, ahead = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if ahead is None or ahead.gap != " " or not office.text[0].isupper():
        return False
    if ahead.kind == "cap":
        return not office.entry.heads
    return ahead.kind == "word" and ahead.text not in CONNECTORS


def _may_stand(chunk: Chunk, distance: int, *, found: bool) -> bool:
    """Whether a word that is neither office nor party may be part of the apposition."""
    if chunk.kind == "cap":
        return found or distance <= 2
    return chunk.text.lower() in _LINKS


def _ends_behind(chunks: list[Chunk], at: int) -> bool:
    """Whether, an office found, the apposition ends at this word: "and" before no office, a comma before no portfolio."""
    chunk = chunks[at]
    if chunk.text == "and" and not any(c.kind == "office" for c in chunks[at + 1 : at + 3]):
        return True
    return chunk.gap.startswith(",") and chunk.kind not in ("office", "cap") and chunks[at - 1].kind != "cap"


def _genitive_before(chunks: list[Chunk], first: int) -> str | None:
    """The country in "Norway's A B, Minister of Trade"."""
    if first < 1 or chunks[first].gap != " ":
        return None
    before = chunks[first - 1]
    return before.code if before.genitive and before.kind == "country" else None

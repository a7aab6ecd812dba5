"""People named together behind one title: "Presidents A of Peru and B of Chile", "the foreign ministers of Norway and
Denmark, A and B". Countries told in a row go to the names in their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.actors.sighting import Sighting

if TYPE_CHECKING:
    from communique.read.actors.chunks import Chunk, Lexicon

_STATES = frozenset({"country", "organisation"})


def listed_people(chunks: list[Chunk], text: str, lexicon: Lexicon) -> list[Sighting]:
    """The people behind titles in the plural, two or more to a title, in order."""
    out: list[Sighting] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "plural" or chunk.text.lower() in ("counterparts", "colleagues"):
            states, following = _states(chunks, at + 1)
            states = states or _adjectives(chunks, at)
            named = _names(chunks, following, text, lexicon, chunk.code)
            if len(named) < 2:
                continue
            if len(states) == len(named) and not any(seen.country for seen in named):
                for seen, state in zip(named, states, strict=True):
                    seen.country = state
            out.extend(named)
    return out


def _states(chunks: list[Chunk], at: int) -> tuple[list[str], int]:
    """The countries in "of Norway, Denmark and the Republic of Finland", and where the words go on."""
    states: list[str] = []
    if at >= len(chunks) or chunks[at].text not in ("of", "from") or chunks[at].gap != " ":
        return states, at
    at += 1
    while (
        at < len(chunks)
        and (chunks[at].kind in _STATES or chunks[at].text in ("and", "the", "of"))
        and chunks[at].gap in (" ", ", ")
    ):
        if chunks[at].kind in _STATES:
            states.append(chunks[at].code)
        at += 1
    return states, at


def _adjectives(chunks: list[Chunk], at: int) -> list[str]:
    """The countries in "her French and German counterparts"."""
    states: list[str] = []
    while (
        at > 0
        and chunks[at].gap in (" ", ", ")
        and (chunks[at - 1].kind == "adjective" or (states and chunks[at - 1].text == "and"))
    ):
        at -= 1
        if chunks[at].kind == "adjective":
            states.insert(0, chunks[at].code)
    return states


def _names(chunks: list[Chunk], at: int, text: str, lexicon: Lexicon, office: str) -> list[Sighting]:
    """The names from ``at`` on, each with the country told behind it, in commas and "and"."""
    out: list[Sighting] = []
    while at < len(chunks):
        while at < len(chunks) and (chunks[at].kind == "honorific" or (out and chunks[at].text == "and")):
            at += 1
        end = at
        while end < len(chunks) and end - at < 6 and _goes_on(chunks, at, end, lexicon):
            end += 1
        if end == at or (chunks[at].gap not in (" ", ", ", ". ")) or chunks[end - 1].kind == "particle":
            break
        seen = Sighting(
            chunks[at].start,
            chunks[end - 1].end,
            chunks[at].start,
            text[chunks[at].start : chunks[end - 1].end],
            offices=[office] if office else [],
            titled=True,
        )
        at = _behind(chunks, end, seen)
        out.append(seen)
        joined = at < len(chunks) and (
            chunks[at].gap == ", "
            or (chunks[at].gap in (" ", ") ", "), ") and (chunks[at].text == "and" or chunks[at].gap == "), "))
        )
        if not joined:
            break
    return out


def _goes_on(chunks: list[Chunk], first: int, at: int, lexicon: Lexicon) -> bool:
    chunk = chunks[at]
    if at > first and (chunk.gap not in (" ", "-", ". ", "‑") or chunks[at - 1].genitive):
        return False
    if chunk.kind == "particle":
        return at > first
    return chunk.kind == "cap" and chunk.text not in lexicon.not_names and chunk.text not in lexicon.portfolios


def _behind(chunks: list[Chunk], at: int, seen: Sighting) -> int:
    """Past "of Norway" or "(Norway)" behind a name."""
    if at + 1 < len(chunks) and chunks[at].text == "of" and chunks[at].gap == " ":
        further = at + 2 if chunks[at + 1].text == "the" else at + 1
        if further < len(chunks) and chunks[further].kind in _STATES:
            seen.country = chunks[further].code
            return further + 1
    elif at < len(chunks) and chunks[at].gap == " (" and chunks[at].kind in _STATES:
        seen.country = chunks[at].code
        return at + 1
    return at

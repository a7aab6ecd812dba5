"""Words that are a place or a title by themselves and a part of a name where they stand: labelled anew, in place.

"Foreign Minister Jordan Falk", "President Anna Sheikh Falk", "King Falk Airport" (nobody at all).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.read.actors.chunks import Chunk, Lexicon

_PLACES = frozenset({"country", "capital", "city", "people"})
_TITLES = frozenset({"office", "honorific"})
_GIVEN_TITLES = frozenset({"Sultan", "Amir", "Emir"})
_COMBINING = frozenset(
    "Franco Sino Anglo Indo Luso Russo Austro Greco Graeco Hispano Italo Turco Nippo Belgo Dano".split()
)
"""Names of countries only where they lead to another's: "Franco-German", but "Minister Franco"."""
_COINS = frozenset(
    "dollar dollars pound pounds franc francs yen yuan rupee rupees riyal riyals rial rials dinar dinars dirham dirhams krone kroner krona kronor "
    "cents rouble roubles ruble rubles peso pesos real reais shilling shillings rand won baht lira liras ringgit rupiah taka naira cedi cedis".split()
)
_CLAUSE = frozenset(
    "will would is are was were has have had should could can may must does did visit talks relations ties trip summit meeting".split()
)


def settle_names(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """Make ``cap`` of the places and titles that are parts of names, ``word`` of the names of buildings."""
    for at in range(1, len(chunks)):
        chunk = chunks[at]
        if chunk.text in _COMBINING and not _combined(chunks, at):
            chunk.kind = "cap"
        elif chunk.kind in ("country", "adjective") and _of_money(chunks, at):
            chunk.kind = "word"
        elif chunk.kind in _PLACES:
            if chunk.gap == " " and (_given(chunks, at, lexicon) or _surname(chunks, at, lexicon)):
                chunk.kind = "cap"
        elif chunk.kind in _TITLES:
            if (
                chunk.gap in (" ", "-")
                and chunk.text[0].isupper()
                and (_middle(chunks, at, lexicon) or _given_title(chunks, at))
            ):
                chunk.kind = "cap"
        elif chunk.kind == "cap" and chunk.text in lexicon.facilities:
            _building(chunks, at)
    return chunks


def _of_money(chunks: list[Chunk], at: int) -> bool:
    """Whether a country is named by its coin only: "2 billion US dollars", "Saudi riyals"."""
    after = chunks[at + 1] if at + 1 < len(chunks) and chunks[at + 1].gap == " " else None
    return after is not None and after.text.lower() in _COINS


def _combined(chunks: list[Chunk], at: int) -> bool:
    """Whether a hyphen or dash follows."""
    return at + 1 < len(chunks) and chunks[at + 1].gap.strip() in ("-", "–", "‑", "/")


def _given(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A place between a title and a name: "Ambassador Chad Falk"."""
    before, chunk = chunks[at - 1], chunks[at]
    if before.kind not in _TITLES or before.genitive or chunk.genitive or at + 1 >= len(chunks):
        return False
    if before.kind == "office" and before.entry.heads and before.text.lower().endswith((" of", " for", " to", " in")):
        return False
    after = chunks[at + 1]
    name = (
        after.kind in ("cap", "particle")
        and after.gap in (" ", "-")
        and after.text not in lexicon.not_names
        and after.text not in lexicon.portfolios
    )
    return name and " " not in chunk.text and (chunk.kind != "country" or chunk.text in lexicon.also_persons)


def _surname(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A place behind a title and a given name: "Minister Lena London said"; not "told Minister Falk Cuba will"."""
    if chunks[at].text not in lexicon.also_persons or not _led_by_title(chunks, at, lexicon):
        return False
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or after.gap != " " or not (after.text in _CLAUSE or after.kind != "word")


def _middle(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """A title inside a name: "Foreign Minister Lena Amir-Falk", "President Lena Ah"."""
    if chunks[at].text not in lexicon.title_names or not _led_by_title(chunks, at, lexicon):
        return False
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or not after.gap.startswith(".") or len(chunks[at].text) > 4


def _led_by_title(chunks: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Whether a name begun behind a title runs up to ``at``."""
    back = at - 1
    while back >= 0 and chunks[back].kind in ("cap", "particle") and chunks[back + 1].gap in (" ", "-", ". "):
        word = chunks[back].text
        if chunks[back].genitive or word in lexicon.not_names or word in lexicon.portfolios or word in lexicon.openers:
            return False
        back -= 1
    if not 0 <= back < at - 1 or chunks[back].kind not in _TITLES or chunks[back].genitive:
        return False
    return chunks[back + 1].gap == " " or (chunks[back].kind == "honorific" and chunks[back + 1].gap == ". ")


def _given_title(chunks: list[Chunk], at: int) -> bool:
    """Whether a title is a given name, as in "Mr. Amir Falk"; in "HM Sultan A" it is none."""
    if (
        chunks[at].text not in _GIVEN_TITLES
        or at + 1 >= len(chunks)
        or chunks[at + 1].kind not in ("cap", "particle")
        or chunks[at + 1].gap != " "
    ):
        return False
    before = chunks[at - 1]
    if before.kind == "honorific":
        return before.text.rstrip(".") in ("Dr", "Mr", "Eng", "Sheikh", "Shaikh")
    return before.kind == "office" and before.entry.rank in (
        "minister",
        "foreign-minister",
        "ambassador",
        "official",
        "deputy",
        "spokesperson",
        "private",
    )


def _building(chunks: list[Chunk], at: int) -> None:
    """Make words of what leads up to a building: nobody is meant by "King Falk Airport"."""
    back = at - 1
    while (
        back >= 0
        and chunks[back + 1].gap in (" ", "-")
        and chunks[back].kind in ("cap", "particle")
        and not chunks[back].genitive
    ):
        back -= 1
    led = back >= 0 and chunks[back].kind in _TITLES and chunks[back + 1].gap == " " and chunks[back].text[0].isupper()
    if led and at - back < 6:
        for chunk in chunks[back : at + 1]:
            chunk.kind = "word"

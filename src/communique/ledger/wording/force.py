"""The force of a formula: how much its words commit, taken apart so that two formulas can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from communique.knowledge.phrases import Words, words_of
from communique.ledger.wording.lexicon import Lexicon, Word

_HEAD = 10
"""Who speaks stands in so many words before the verb at most."""
_BARE = 4
"""A bare name has so many words at most."""
_ASKED = 1
"""So near behind "the importance of" or "the need to" a verb of standing is what others should do: "... of respecting"."""
_EMPTY = frozenset(
    """a an the this that these those its their his her our my it they he she we to of in on for and or with by as at from
    is are was were be been being will would shall has have had do does did which who all any both each other others
    there into upon so such than towards toward over through 's""".split()
)


@dataclass(frozen=True)
class Force:
    """``level`` of the verb or noun of standing, None where it tells a stand that is not to be compared; ``firm`` and
    ``hedged`` the words that harden and reserve; ``scales`` the highest rung of each scale; ``things`` what is spoken
    of, ``names`` the proper names in it; ``plain`` the stems of all words that are not of the report's own making.
    """

    level: int | None
    firm: frozenset[str]
    hedged: frozenset[str]
    scales: tuple[tuple[str, int], ...]
    things: frozenset[str]
    names: frozenset[str]
    plain: frozenset[str]


def force(text: str, holder: str, lexicon: Lexicon) -> Force:
    """Take the formula ``text`` of ``holder`` apart."""
    words = words_of(text)
    found = lexicon.find(words)
    start = _speech(words, found)
    found = [one for one in found if one.first >= start]
    scales: dict[str, int] = {}
    for one in found:
        if one.kind == "scale":
            scales[one.entry] = max(one.level, scales.get(one.entry, 0))
    asked = [one.last for one in found if one.kind == "stress" and one.entry == "importance"]
    levels = [
        one.level for one in found if one.kind == "level" and not any(0 <= one.first - end <= _ASKED for end in asked)
    ]
    return Force(
        level=(1 if 1 in levels else max(levels)) if levels else None,
        firm=frozenset(one.entry for one in found if one.kind == "firm"),
        hedged=frozenset(one.entry for one in found if one.kind == "hedge"),
        scales=tuple(sorted(scales.items())),
        **_content(words, found, start, holder, lexicon),
    )


def is_bare(text: str, holder: str, lexicon: Lexicon) -> bool:
    """Whether the words are but a name, with nothing that tells a stand on it."""
    told = {one.kind for one in lexicon.find(words_of(text))} & {"level", "stress", "firm", "hedge", "frame"}
    if told:
        return False
    named = force(text, holder, lexicon)
    return len(named.things | named.names) <= _BARE


def _speech(words: Words, found: list[Word]) -> int:
    """The first word that is not the speaker's name and title: the verb, or what makes it firm."""
    first = min([one.first for one in found if one.kind in ("level", "frame", "firm", "stress", "hedge")], default=0)
    behind = len(words.lower) - first
    return first if first <= _HEAD and behind > 2 else 0


def _content(words: Words, found: list[Word], start: int, holder: str, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The ``things``, ``names`` and ``plain`` words."""
    covered: dict[int, set[str]] = {}
    same: dict[int, str] = {}
    for one in found:
        for at in range(one.first, one.last):
            covered.setdefault(at, set()).add(one.kind)
            if one.kind == "same":
                same[at] = one.entry
    things: set[str] = set()
    names: set[str] = set()
    plain: set[str] = set()
    at, places = start, lexicon.countries(words)
    while at < len(words.lower):
        behind, code = places.get(at, (at + 1, ""))
        word = code or lexicon.stem(words.lower[at])
        kinds = covered.get(at, set())
        if code == holder or words.lower[at] in _EMPTY or "frame" in kinds:
            at = behind
            continue
        plain.add(word)
        if not words.lower[at].isdigit() and not kinds - {"same", "scale"}:
            proper = bool(code) or (at > start and words.plain[at][:1].isupper())
            (names if proper else things).add(same.get(at, word))
        at = behind
    return {"things": frozenset(things), "names": frozenset(names), "plain": frozenset(plain)}

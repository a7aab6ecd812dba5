"""Whose stand a cue is: the holders of the statement, unless the words beside the cue name somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.phrases import COMMA, NONE

if TYPE_CHECKING:
    from communique.read.positions.page import Page
    from communique.read.positions.table import Cue
    from communique.read.scene import Mention

_OWN = frozenset("its their his her our my".split())
_GOES_ON = frozenset("firmly strongly resolutely fully always also consistently steadfastly actively and".split())
_BETWEEN = frozenset(
    """has have had is are was were be been being will would shall also as always all along firmly strongly resolutely
    unwaveringly consistently continues continue to remains remained stands stood steadfastly fully actively long
    categorically reaffirmed reiterated again once does do not never highly deeply unequivocally clearly side both
    government people strictly truly sincerely warmly officially publicly""".split()
)


def owner(page: Page, cue: Cue, start: int, *, named_only: bool = True) -> tuple[str, ...] | None:
    """The parties named as the cue's own: "Kazakhstan's firm support", "the support of Laos", "Laos supports".

    ``None`` where nobody is named beside it; ``()`` where it is "its", "their". With ``named_only``, "both" and "they"
    name nobody: a statement knows its own holders better.
    """
    words, by_last = page.words, page.by_last
    at = cue.first
    if at > start and words.lower[at - 1] in ("to", "in", "of"):
        return None  # "China's efforts to ensure", "Laos in upholding": an aim of whoever the words before are about
    for back in range(at, max(at - 5, start - 1, -1), -1):
        if back in by_last and words.breaks[back] == NONE and (back == at or words.lower[back] == "'s"):
            return _parties(by_last[back], named_only)
        if back < at and words.lower[back] in _OWN:
            return ()
        if back < at and words.breaks[back + 1] != NONE:
            break
    subject = _subject(page, at, start)
    if subject is not None:
        return _parties(subject, named_only)
    if cue.last < len(words.lower) and words.lower[cue.last] in ("of", "by", "from"):
        behind = cue.last + 1
        if behind < len(words.lower) and words.lower[behind] == "the":
            behind += 0 if behind in page.by_first else 1
        if behind in page.by_first and not _owns(page, page.by_first[behind]):
            return _parties(page.by_first[behind], named_only)
    return None


def _owns(page: Page, mention: Mention) -> bool:
    """ "Support of Norland's unity": whose unity it is, not who supports it."""
    last = next((at for at, other in page.by_last.items() if other is mention), 0)
    return last < len(page.words.lower) and page.words.lower[last] == "'s"


def _parties(mention: Mention, named_only: bool) -> tuple[str, ...] | None:
    """Whom a mention means; ``None`` for "both" and "they" where only names will do."""
    return None if named_only and mention.kind in ("joint", "pronoun") else mention.parties


def goes_on(page: Page, cue: Cue) -> tuple[str, ...] | None:
    """The holders of the statement that ends right before the cue: "..., firmly abides by ...", with no new subject."""
    at = cue.first
    while at > 0 and page.words.lower[at - 1] in _GOES_ON and page.words.breaks[at] < COMMA:
        at -= 1
    if page.words.breaks[at] > COMMA:
        return None
    end = page.words.ends[at - 1] if at else 0
    told = [draft for draft in page.statements if any(stop == end for _, stop in draft.spans)]
    return tuple(told[-1].fields["holders"]) if told and at else None


def relative(page: Page, cue: Cue, start: int) -> bool:
    """Whether the cue is in a clause on somebody: "there is one side which refuses", "those who reject"."""
    at = cue.first
    while at > start and page.words.lower[at - 1] in _GOES_ON | {"not", "still"} and page.words.breaks[at] == NONE:
        at -= 1
    if at <= start or page.words.lower[at - 1] not in ("which", "who") or page.words.breaks[at] != NONE:
        return False
    return page.words.breaks[at - 1] == NONE and at - 1 not in page.by_last


def _subject(page: Page, at: int, start: int) -> Mention | None:
    """The mention of a subject that stands before the cue with nothing but auxiliaries and adverbs between."""
    for back in range(at, max(at - 8, start), -1):
        if back in page.by_last and (page.words.breaks[back] == NONE or page.words.lower[back] == "as"):
            return page.by_last[back]
        if page.words.lower[back - 1] not in _BETWEEN or (back < at and page.words.breaks[back] > COMMA):
            return None
    return None

"""What stands behind the colon of an issue: whose territorial integrity, a ceasefire where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge.phrases import CLAUSE

if TYPE_CHECKING:
    from communique.read.positions.page import Page
    from communique.read.positions.table import Cue, Found, Wording

_LINKS = frozenset("of the for in over to and both its within against republic state kingdom".split())
_POINTING = frozenset("the that this".split())
_STATES = frozenset("country nation state neighbour neighbor republic kingdom".split())
_EACH_OTHER = frozenset(("each other", "one another"))


def countries(page: Page, wording: Wording, cues: tuple[Cue, ...], start: int, stop: int) -> tuple[str, ...] | None:
    """The countries that a wording is about; ``("*",)`` for each other's, ``None`` where none is named.

    In turn: "Ukraine's sovereignty ...", "... of Ukraine and of Moldova", "supports Ukraine in upholding its ...".
    """
    cues = tuple(cue for cue in cues if cue.first < wording.first)
    if _each_other(page, wording, cues):
        return ("*",)
    inner = max([cue.last for cue in cues], default=start)
    named = _before(page, wording, inner) or _behind(page, wording, stop)
    if named or not cues:
        return named or None
    outer = min(cue.last for cue in cues)
    inside = [page.by_first[at] for at in range(max(outer, start), wording.first) if at in page.by_first]
    inside = [mention for mention in inside if mention.kind != "organisation"]
    return inside[-1].parties if inside else None


def pointed_at(page: Page, wording: Wording, holders: tuple[str, ...]) -> tuple[str, ...]:
    """The country meant by "the country's sovereignty": the last one named in the paragraph that is no holder."""
    lower = page.words.lower
    before = range(max(0, wording.first - 5), wording.first - 2)
    if not any(lower[at] in _POINTING and lower[at + 1] in _STATES and lower[at + 2] == "'s" for at in before):
        return ()
    char = page.words.starts[wording.first]
    paragraph = page.scene.text.rfind("\n", 0, char) + 1
    mentions = [mention for mention in page.scene.mentions_in(paragraph, char) if mention.kind == "country"]
    named = [mention for mention in mentions if not set(mention.parties) & set(holders)]
    return named[-1].parties if named else ()


def _each_other(page: Page, wording: Wording, cues: tuple[Cue, ...]) -> bool:
    low = max(0, min([cue.last for cue in cues], default=wording.first) - 1, wording.first - 12)
    lower = page.words.lower
    high = min(wording.last + 2, len(lower) - 1)
    return any(f"{lower[at]} {lower[at + 1]}" in _EACH_OTHER for at in range(low, high))


def _before(page: Page, wording: Wording, start: int) -> tuple[str, ...]:
    """A possessive or an adjective right before the wording, with up to three words between ("Egypt's legitimate")."""
    for at in range(wording.first, max(wording.first - 9, start), -1):
        mention = page.by_last.get(at)
        if mention is not None:
            if mention.kind == "organisation":
                return ()
            possessive = at < len(page.words.lower) and page.words.lower[at] == "'s"
            return mention.parties if possessive or at == wording.first else ()
        if page.words.breaks[at] >= CLAUSE:
            break
    return ()


def _behind(page: Page, wording: Wording, stop: int) -> tuple[str, ...]:
    """The countries after "of" behind the wording, coordinated ones too."""
    found: list[str] = []
    at, last = wording.last, wording.last
    lower = page.words.lower
    if at >= stop or lower[at] not in ("of", "in", "over", "for", "as"):
        # the wording itself may hold the "of": "partition of", "accession of X to"
        inner = [page.by_first[i] for i in range(wording.first, wording.last) if i in page.by_first]
        inner = [mention for mention in inner if mention.kind != "organisation"]
        return inner[0].parties if inner else ()
    while at < stop and page.words.breaks[at] < CLAUSE:
        if at in page.by_first:
            mention = page.by_first[at]
            if mention.kind == "organisation":
                break
            found += [party for party in mention.parties if party not in found]
            at = last = next(end for end in range(at + 1, stop + 2) if page.by_last.get(end) is mention)
            continue
        if lower[at] not in _LINKS or at - last > 4:
            break
        at += 1
    return tuple(found)


def conflict(page: Page, found: Found, wording: Wording) -> str | None:
    """The country of the conflict: named in the sentence, the nearest to the wording, else in the paragraph before."""
    first, stop = page.sentence_of(wording.first)
    here = [place for place in found.places if first <= place.first < stop]
    if here:
        behind = [place for place in here if wording.last <= place.first]
        before = [place for place in here if place.first < wording.last]
        near = behind[0] if behind and behind[0].first - wording.last <= 6 else (before[-1] if before else behind[0])
        return near.code
    paragraph = page.scene.text.rfind("\n", 0, page.words.starts[wording.first])
    earlier = [p for p in found.places if p.first < first and page.words.starts[p.first] > paragraph]
    return earlier[-1].code if earlier else None

"""Names that the codebook knows, and organisations of states: found word by word, hyphens and case aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.references.candidate import Candidate
from communique.read.references.lexicon import WORD

if TYPE_CHECKING:
    from communique.read.references.lexicon import Known, Lexicon
    from communique.read.scene import Scene

_STOP = re.compile(r"[;:.!?()\n]")
_BRACKET = re.compile(r"\s\(([A-Z][A-Za-z0-9+&-]{1,9})\)")
_PAIR_BEFORE = re.compile(r"(?<![\w.])((?:[A-Z][\w.]*[-–]){1,3}[A-Z][\w.]*)\s$")
_TITLE_AFTER = re.compile(
    r"^(?:['’]s)?\s+(?:Secretary|High Representative|Commissioner|Ambassador|Special (?:Envoy|Representative)|President"
    r"|Chair(?:man|person)|Director|Representative|Spokes)"
)
_LISTING = re.compile(r"(?:,|,? and)\s+(?:the\s+)?$")


def known(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[Candidate, Known]]:
    """The known names in ``text[start:end]``, the longest at each place, left to right, none overlapping."""
    matches = list(WORD.finditer(text, start, end))
    lower = [match.group().lower() for match in matches]
    others = lexicon.lists["other-bodies"]
    found: list[tuple[Candidate, Known]] = []
    index = 0
    while index < len(matches):
        options = lexicon.known.get(lower[index])
        name = next((k for k in options if _is_at(text, matches, lower, index, k, others)), None) if options else None
        if name is None:
            index += 1
            continue
        last = index + len(name.words) - 1
        found.append((_candidate(text, matches[index].start(), matches[last].end(), end, name), name))
        index = last + 1
    return found


def _is_at(
    text: str, matches: list[re.Match[str]], lower: list[str], index: int, name: Known, others: frozenset[str]
) -> bool:
    size = len(name.words)
    if tuple(lower[index : index + size]) != name.words:
        return False
    if not name.fits([match.group() for match in matches[index : index + size]]):
        return False
    if (
        matches[index].start()
        and text[matches[index].start() - 1] == "-"
        and len(name.words) == 1
        and lower[index - 1] == "non"
    ):
        return False
    if (
        name.kind == "forum"
        and index
        and lower[index - 1] in others
        and matches[index].start() - matches[index - 1].end() == 1
    ):
        return False
    if name.not_before and lower[index + size : index + size + 1] and lower[index + size] in name.not_before:
        return False
    for left, right in zip(matches[index : index + size - 1], matches[index + 1 : index + size], strict=True):
        gap = text[left.end() : right.start()]
        if len(gap) > 4 or (_STOP.search(gap) and not gap.startswith(".")):
            return False
    return True


def _candidate(text: str, start: int, stop: int, end: int, name: Known) -> Candidate:
    core = stop
    bracket = _BRACKET.match(text, stop, end)
    if bracket:
        stop = bracket.end()
    if name.kind in ("mechanism", "instrument") and name.party is None:
        pair = _PAIR_BEFORE.search(text, max(0, start - 40), start)
        start = pair.start(1) if pair else start
    written = text[start:stop]
    return Candidate(start, stop, written, name.kind, name.rule, name.words[-1], name.key, written[0].isupper(), core)


def acts_as_party(scene: Scene, candidate: Candidate) -> bool:
    """Whether an organisation stands there as one of several states or as somebody's office, not as a forum."""
    if _TITLE_AFTER.match(scene.text[candidate.end : candidate.end + 30]):
        return True
    low = max(0, candidate.start - 10)
    listing = _LISTING.search(scene.text[low : candidate.start])
    if listing is None:
        return False
    place = low + listing.start()
    return any(m.kind == "country" and m.end == place for m in scene.mentions_in(max(0, place - 40), place))

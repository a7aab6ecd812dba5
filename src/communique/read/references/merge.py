"""One thing, one record: variants of a name in a report are put together under its fullest form (codebook, 5)."""

from __future__ import annotations

import re

from communique.read.references.candidate import Candidate

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the a an of on for and with in to its their between s".split())
_ACRONYM = re.compile(r"\(([A-Z][\w+&-]{1,9})\)$")
_QUOTES = re.compile(r"[\"“”«»‘]|(?<!\w)[’']")


def content(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in the singular."""
    words = (word.lower() for word in _WORD.findall(name))
    return frozenset(
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words if w not in _SMALL
    )


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the longest; a name of another kind inside a complement stays beside it."""
    ranked = sorted(candidates, key=lambda c: (c.start - c.end, c.key is None, c.start, c.kind))
    kept: list[Candidate] = []
    for candidate in ranked:
        if all(_apart(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, c.end))


def _apart(inner: Candidate, outer: Candidate) -> bool:
    if inner.end <= outer.start or inner.start >= outer.end:
        return True
    if inner.start < outer.core or inner.end > outer.end:
        return False
    if outer.kind == "mechanism" and inner.kind == "project":
        return inner.name[0].isupper()
    if outer.kind not in ("instrument", "mechanism") or not inner.proper:
        return False
    return inner.key is not None or inner.head in ("future", "destiny", "operation", "exercise")


def merge(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for each thing, in the order of first mention, with its fullest name."""
    things: list[Candidate] = []
    words: list[frozenset[str]] = []
    order = sorted(
        range(len(candidates)),
        key=lambda i: (-len(content(candidates[i].name)), not candidates[i].proper, candidates[i].start),
    )
    for index in order:
        candidate = candidates[index]
        mine = content(candidate.name)
        same = next((t for t, thing in enumerate(things) if _same(candidate, mine, thing, words[t])), None)
        if same is None:
            things.append(candidate)
            words.append(mine)
        else:
            things[same].uses += 1
    return sorted(things, key=lambda c: (c.start, c.end))


def _same(shorter: Candidate, mine: frozenset[str], longer: Candidate, theirs: frozenset[str]) -> bool:
    if shorter.key is not None and shorter.key == longer.key:
        return True
    acronym = _ACRONYM.search(longer.name)
    if acronym and acronym.group(1) == shorter.name:
        return True
    if shorter.key and longer.key:
        return False
    if mine == theirs:
        return True
    if shorter.kind != longer.kind and not (mine < theirs and shorter.head == longer.head):
        return False
    if shorter.key is not None and shorter.head != longer.head:
        return False
    if mine < theirs and (shorter.head == longer.head or shorter.head in _WORD.findall(longer.name.lower())):
        return (not _numbers(mine) and longer.kind != "forum") or _numbers(theirs) == _numbers(mine)
    return _paraphrase(shorter, mine, longer, theirs)


def _paraphrase(shorter: Candidate, mine: frozenset[str], longer: Candidate, theirs: frozenset[str]) -> bool:
    """A name in lower case beside one in capitals, on the same noun, with most of its words: one thing."""
    if shorter.head != longer.head or shorter.proper == longer.proper or shorter.kind != "instrument":
        return False
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) + 1


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def plain(name: str) -> str:
    """The name on one line, without quotation marks."""
    return " ".join(_QUOTES.sub("", name).split()).strip(" ,;:")

"""How values are written for people."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from communique.evaluate.safe import visible
from communique.ledger.ask.search import CLOSE, OPEN

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 2000
"""Of longer wordings the differences are not looked for: it would take the server too long."""
_ALIKE = 0.25
"""Wordings that have less in common are other words as a whole: marking all of them tells nothing."""


def day(value: str | None) -> str:
    """``2024-05-20`` as 20 May 2024; a month or year as far as it is known."""
    if not value:
        return "no date"
    year, _, rest = value[:10].partition("-")
    month, _, number = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return year
    named = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(number)} {named}" if number.isdigit() else named


def days(start: str | None, end: str | None) -> str:
    """From a day to a day: "17 to 19 October 2028", or the one that is known."""
    if not start or not end or start == end:
        return day(start or end)
    first = day(start)
    if len(start) == len(end) == len("2024-05-20"):
        same = 2 if start[:7] == end[:7] else 1 if start[:4] == end[:4] else 0
        first = first.rsplit(" ", same)[0] if same else first
    return f"{first} to {day(end)}"


_KINDS = {"multilateral": "multilateral session", "mechanism": "session of a joint body"}


def occasion(kind: str) -> str:
    """A kind of engagement in words: a ``mechanism`` is a session of a joint body."""
    return _KINDS.get(kind, kind)


@functools.cache
def _names() -> dict[str, str]:
    from communique.knowledge import load_codebook
    from communique.knowledge.gazetteer import gazetteer

    return dict(gazetteer(load_codebook([])).names)


def party(code: str | None) -> str:
    """What people call a party: ``KAZ`` is Kazakhstan; a code that has no name stays."""
    return _names().get(code, code) if code else ""


def parties(codes: Iterable[str]) -> str:
    """Their names, with "and" before the last."""
    names = [party(code) for code in codes]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@functools.cache
def _issues() -> dict[str, str]:
    from communique.knowledge import load_codebook

    return {key: entry.label for key, entry in load_codebook([]).section("issues").items()}


def issue(key: str) -> str:
    """What an issue is about: ``unclos`` is the Convention on the Law of the Sea, ``ceasefire:SDN`` one in Sudan."""
    kind, _, about = key.partition(":")
    if kind == "label":
        return f"the name of the relationship ({about.replace('-', ' ')})"
    return f"{_issues().get(kind, kind)}{f': {party(about)}' if about else ''}"


def issues() -> Iterable[str]:
    """The issues that the codebook follows."""
    return _issues()


_SCORES = {
    1: "complied with (G7 score +1)",
    0: "work on it goes on (G7 score 0)",
    -1: "not complied with (G7 score −1)",
}


def score(value: int | None) -> str:
    """The G7 Research Group's compliance score in words."""
    return _SCORES[value] if value is not None else "no G7 score yet"


def quote(evidence: Iterable[Any]) -> str:
    """The words of a piece of evidence, its parts joined."""
    return " … ".join(" ".join(one.quote.split()) for one in evidence)


def ago(days: int | None) -> str:
    """An age in words: 400 days are "13 months"."""
    if days is None:
        return ""
    for length, name in ((365, "year"), (30, "month"), (1, "day")):
        number = days // length
        if number >= (2 if length == 365 else 1) or length == 1:
            return f"{number} {name}" + ("" if number == 1 else "s")
    return ""


def ordinal(value: int) -> str:
    """17 as 17th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value % 100 not in (11, 12, 13) else "th"
    return f"{value}{ending}"


def tier(value: str) -> str:
    """``CHN 5/6``, a label's place on a country's own ladder of labels."""
    code, _, place = value.partition(" ")
    return f"{place.replace('/', ' of ')} on the ladder of {party(code)}"


def number(value: int) -> str:
    """With commas: 12,345."""
    return f"{value:,}"


def differences(before: str, after: str) -> Markup:
    """Two wordings as one, word by word: what was taken out, what came in."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(one), len(other)) > _MOST_TOKENS:
        return escape(shown(after))
    made = Markup()
    for what, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        left, right = escape(shown("".join(one[a:b]))), escape(shown("".join(other[c:d])))
        if what == "equal":
            made += left
            continue
        made += Markup("<del>{}</del>").format(left) if left else Markup()
        made += Markup("<ins>{}</ins>").format(right) if right else Markup()
    return made


def reworded(before: str | None, after: str) -> Markup:
    """A wording with what changed against the one before marked; as it is where the two have little in common."""
    if before is None:
        return escape(shown(after))
    matcher = difflib.SequenceMatcher(None, before.casefold().split(), after.casefold().split(), autojunk=False)
    return differences(before, after) if matcher.ratio() >= _ALIKE else escape(shown(after))


def apart(a: str, b: str) -> tuple[Markup, Markup]:
    """Two wordings, each as it is, with the words marked that the other has not; unmarked where hardly any is shared."""
    one, other = _TOKEN.findall(a), _TOKEN.findall(b)
    if max(len(one), len(other)) > _MOST_TOKENS:
        return escape(shown(a)), escape(shown(b))
    matcher = difflib.SequenceMatcher(None, [x.casefold() for x in one], [x.casefold() for x in other], autojunk=False)
    blocks = matcher.get_matching_blocks()
    shared = sum(len("".join(one[block.a : block.a + block.size]).strip()) for block in blocks)
    if shared < _ALIKE * min(len(a), len(b)):
        return escape(shown(a)), escape(shown(b))
    return _marked(one, [(x.a, x.size) for x in blocks]), _marked(other, [(x.b, x.size) for x in blocks])


def _marked(tokens: list[str], shared: list[tuple[int, int]]) -> Markup:
    made, at = Markup(), 0
    for start, size in shared:
        own = shown("".join(tokens[at:start]))
        made += Markup('<mark class="own">{}</mark>').format(own) if own.strip() else escape(own)
        made += escape(shown("".join(tokens[start : start + size])))
        at = start + size
    return made


_FOUND = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def snippet(text: str) -> Markup:
    """A search's snippet, with what was found marked."""
    made, at = Markup(), 0
    for found in _FOUND.finditer(text):
        made += escape(shown(text[at : found.start()])) + Markup("<mark>{}</mark>").format(shown(found[1]))
        at = found.end()
    return made + escape(shown(text[at:]))


def shown(value: Any) -> Any:
    """Text that steers nothing: control and direction characters are written out. Other values as they are."""
    return visible(value, keep_lines=True) if isinstance(value, str) and not isinstance(value, Markup) else value

"""How values are written for people."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from communique.evaluate.safe import visible
from communique.ledger.ask.parties import called
from communique.ledger.ask.search import CLOSE, OPEN

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WORD = re.compile(r"(\s*)(\w+(?:['’.,/-]\w+)*|[^\w\s])")
_MOST_WORDS = 1000
"""Of longer wordings the differences are not looked for: it would take the server too long."""
_ALIKE = 0.25
"""Wordings that have less in common are other words as a whole: marking all of them tells nothing."""


@functools.lru_cache(maxsize=20_000)
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


def on_day(value: str | None) -> str:
    """A time as part of a sentence: "on 20 May 2024", "in May 2024", "in 2024"; with "no date" as it is."""
    if not value:
        return day(value)
    return f"{'on' if len(value) >= len('2024-05-20') else 'in'} {day(value)}"


def moment(value: str) -> str:
    """A moment as the ledger keeps it, to the second: "2026-11-22 01:40:00 UTC"; a day as `day` has it."""
    date, colon, time = value.partition("T")
    if not colon:
        return day(value)
    known = time.removesuffix("Z")
    return f"{date} {known[:8]} UTC" if known != time else f"{date} {time}"


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


def party(code: str | None) -> str:
    """What people call a party: ``KAZ`` is Kazakhstan; a code that has no name stays."""
    return called(code) if code else ""


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
    one, other = _words(before), _words(after)
    if max(len(one), len(other)) > _MOST_WORDS:
        return escape(shown(after))
    made = Markup()
    for what, a, b, c, d in _matched(one, other).get_opcodes():
        out = _run("del", one[a:b]) if what != "equal" else Markup()
        into = _run("ins" if what != "equal" else "", other[c:d])
        apart = made.endswith("</del>") or out  # words that did not stand beside one another
        made += (
            out + (Markup(" ") if apart and into and other[c][1][0].isalnum() and not other[c][0] else Markup()) + into
        )
    return made


def reworded(before: str | None, after: str) -> Markup:
    """A wording with what changed against the one before marked; as it is where the two have little in common."""
    alike = before is not None and _shared(_words(before), _words(after))
    return differences(before, after) if before is not None and alike else escape(shown(after))


def apart(a: str, b: str) -> tuple[Markup, Markup]:
    """Two wordings, each as it is, with the words marked that the other has not; unmarked where hardly any is shared."""
    one, other = _words(a), _words(b)
    if not _shared(one, other):
        return escape(shown(a)), escape(shown(b))
    changes = _matched(one, other).get_opcodes()
    return (
        _marked(one, [(what != "equal", start, end) for what, start, end, _, _ in changes]),
        _marked(other, [(what != "equal", start, end) for what, _, _, start, end in changes]),
    )


_TAGS = {"del": Markup("<del>{}</del>"), "ins": Markup("<ins>{}</ins>"), "mark": Markup("<mark>{}</mark>")}
_Word = tuple[str, str]
"""The space before a word or sign, and itself."""


def _words(text: str) -> list[_Word]:
    return _WORD.findall(text)


def _matched(one: list[_Word], other: list[_Word]) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(
        None, [x.casefold() for _, x in one], [x.casefold() for _, x in other], autojunk=False
    )


def _shared(one: list[_Word], other: list[_Word]) -> bool:
    """Whether they have enough in common for their differences to tell anything."""
    fewer = min(len(one), len(other))
    if max(len(one), len(other)) > _MOST_WORDS:
        return False
    return sum(block.size for block in _matched(one, other).get_matching_blocks()) >= _ALIKE * fewer


def _run(tag: str, words: list[_Word]) -> Markup:
    """Words in a tag, or in none; the space before them stays outside."""
    if not words or not tag:
        return escape(shown("".join(map("".join, words))))
    inner = shown(words[0][1] + "".join(map("".join, words[1:])))
    return escape(shown(words[0][0])) + _TAGS[tag].format(inner)


def _marked(words: list[_Word], stretches: list[tuple[bool, int, int]]) -> Markup:
    made = Markup()
    for own, start, end in stretches:
        some = words[start:end]
        told = any(word[0].isalnum() for _, word in some)
        made += _run("mark" if own and told else "", some)
    return made


_FOUND = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


_LONG = 600
"""So many letters of a snippet are shown."""


def snippet(text: str) -> Markup:
    """A search's snippet, with what was found marked; of one that is very long (a word may be), what is about it."""
    if len(text) > _LONG:
        start = max(text.find(OPEN) - _LONG // 3, 0)
        text = ("…" if start else "") + text[start : start + _LONG] + ("…" if start + _LONG < len(text) else "")
    made, at = Markup(), 0
    for found in _FOUND.finditer(text):
        made += escape(shown(text[at : found.start()])) + Markup("<mark>{}</mark>").format(shown(found[1]))
        at = found.end()
    return made + escape(shown(text[at:]))


def shown(value: Any) -> Any:
    """Text that steers nothing: control and direction characters are written out. Other values as they are."""
    return visible(value, keep_lines=True) if isinstance(value, str) and not isinstance(value, Markup) else value
